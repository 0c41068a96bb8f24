"""What did they say? `parse` turns a message into a frame: intent, entities in SI units, what to ask back.

Pure and deterministic: the clock is an argument, nothing is stored; the only file ever read is the table of places,
and only when somebody names one. About a millisecond or two a message.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any

from bot.nlu.asked_beside import with_asked_beside
from bot.nlu.bare_facts import bare_facts
from bot.nlu.body_words import BODY_FACTS, girths_put_right
from bot.nlu.clocks import part_of_day
from bot.nlu.cues import in_field, in_field_strongly, is_alien, is_question, names_what_it_is
from bot.nlu.feelings import feeling_in, mood_of
from bot.nlu.follow_up import follow_up, people_in
from bot.nlu.frame import NO_CONTEXT, Context, Frame, Meaning
from bot.nlu.languages import foreign_language
from bot.nlu.log_question import log_question
from bot.nlu.pattern import Pattern
from bot.nlu.pending import answer
from bot.nlu.places import named_place
from bot.nlu.read_amendments import read_amendments
from bot.nlu.read_beats import read_beats
from bot.nlu.read_conversion import read_conversion
from bot.nlu.read_course import read_course
from bot.nlu.read_denial import read_denial
from bot.nlu.read_held_pace import read_held_pace
from bot.nlu.read_intensity import read_intensity
from bot.nlu.read_log import read_log
from bot.nlu.read_matter import read_matter
from bot.nlu.read_method import read_method
from bot.nlu.read_own import read_own
from bot.nlu.read_profile import is_of_another
from bot.nlu.read_question import question_type
from bot.nlu.read_reminder import about_reminders
from bot.nlu.read_run import is_to_come
from bot.nlu.read_session_sum import read_session_sum
from bot.nlu.read_splits import read_splits
from bot.nlu.read_stages import read_stages
from bot.nlu.read_talk import read_bare_thanks, read_smalltalk, without_greeting
from bot.nlu.reading import read_message
from bot.nlu.red_flags import CATEGORIES, flags_of, tier
from bot.nlu.repair import names_in, repaired
from bot.nlu.reported import only_speaks
from bot.nlu.sanity import doubtful
from bot.nlu.second_reading import read_again
from bot.nlu.tidy import tidy
from bot.nlu.utterance import Utterance, utterance

_CARRIED = {
    "minor": ("age_years", "target_loss_kg", "target_fat_kg", "target_weight_kg"),
    "low_bmi_target": ("height_m", "weight_kg", "target_weight_kg", "target_loss_kg"),
}
"""What a red flag's own frame carries besides its category: what the rule looked at."""
_IDLE = frozenset(
    {"out_of_scope", "smalltalk", "greeting", "thanks", "feeling", "red_flag", "yes", "no", "why", "more"}
)
_OF_THE_FIELD = frozenset(
    {
        "knowledge_question",
        "projection_question",
        "calorie_question",
        "plan",
        "why",
        "more",
        "source",
        "log_run",
        "dispute",
    }
)
_POINTS_BACK = Pattern(r"\b(?:it|that|this|they|those|these|them)\b")
_SHORT_QUESTION = 12
_PLACE_WORDS = 3
_TIMED = frozenset({"time", "days_and_time", "remind"})
_OF_A_PLAN = frozenset({"sessions_per_week", "session_distance_m", "plan", "runs_now_m_per_week", "body"})
_TOLD_RUN = Pattern(
    r"\b(?:i|we) (?:just )?(?:went|ran|jogged|did|walked)\b[^?]{0,30}\b(?:again|today|yesterday|this (?:morning|evening"
    r"|afternoon)|tonight|earlier)\b(?!.*\?)"
)
"""A run told instead of the part of a plan that was asked for."""
_BIDS = Pattern(
    r"\b(?:(?:can|could|would|will) (?:you|u|we)|please|pls|make|change|correct|fix|set|edit|update|should|use|take"
    r"|meant|wrong|not|instead|it was)\b"
)
"""Asks for something to be put right."""
_DECIMALS = 6
_LETTER_OR_DIGIT = Pattern(r"\w")


def parse(
    text: str,
    *,
    now: datetime,
    context: Context = NO_CONTEXT,
    zone: tzinfo | None = None,
    meaning: Meaning | None = None,
) -> Frame:
    """Return the frame of a message; anything a person can write gives one.

    Args:
        text: The message.
        now: When it was written: local wall time, or any aware time together with `zone`.
        context: What the turn before left: last intent and entities, pending question, the person's units.
        zone: The person's time zone, to which an aware `now` is moved.
        meaning: What the whole of the message makes likely, for what the grammar cannot place and for signs of danger
            that were said of something else; None where no meaning is known.

    Example:
        "ran 5k in 28:30 this morning" is `log_run` with distance_m 5000, duration_s 1710 and today's date.
    """
    local = now.astimezone(zone) if zone is not None and now.tzinfo is not None else now
    plain = tidy(text)
    mended = repaired(plain, names=names_in(text))
    harmless = meaning is not None and meaning.is_harmless
    flags = flags_of(plain, mended, height_m=context.height_m, year=local.year, harmless=harmless)
    frames = _needs(plain, mended, context, local, meaning.wishes if meaning is not None else None)
    frames = _with_facts(frames, utterance(mended, now=local, units=context.units))
    frames = [_questioned(frame) for frame in frames]
    raised = [flag for flag in flags if tier(flag) != "caution"]
    if raised:
        frames = [_red_flag(raised[0], frames), *_kept(frames, grave=tier(raised[0]) == "emergency")]
    first, *others = frames or [Frame(intent="out_of_scope", question=question_type(mended))]
    voiced = first.feeling or feeling_in(mended)
    return replace(
        first,
        also=(*first.also, *others),
        repaired=mended if mended != plain else None,
        feeling=mood_of(voiced, meaning.moods) if first.intent == "feeling" and meaning is not None else voiced,
        flags=flags,
    )


def flagged(frame: Frame, category: str) -> Frame:
    """Return a frame as it would be if the message had raised one more category of red flags."""
    flags = tuple(one for one in CATEGORIES if one == category or one in frame.flags)
    if tier(category) == "caution" or frame.intent == "red_flag":
        return replace(frame, flags=flags)
    frames = [replace(frame, also=()), *frame.also]
    first, *others = [_red_flag(category, frames), *_kept(frames, grave=tier(category) == "emergency")]
    return replace(first, also=(*first.also, *others), repaired=frame.repaired, feeling=frame.feeling, flags=flags)


def _needs(
    plain: str, mended: str, context: Context, local: datetime, meant: Mapping[str, float] | None
) -> list[Frame]:
    if not _LETTER_OR_DIGIT.search(plain):
        talk = read_smalltalk(plain)
        return [talk] if talk else []
    language = foreign_language(plain)
    if language:
        return [Frame(intent="out_of_scope", entities={"language": language})]
    # Asked for a time, "evening" is no greeting.
    greeted = context.pending in _TIMED and part_of_day(mended) is not None
    said = utterance(mended if greeted else without_greeting(mended), now=local, units=context.units)
    own = _of_their_own(said, context)
    if own and not _puts_nothing_right(own, said):
        return with_asked_beside(own, said, lambda part: _alone(part, context))
    leaning = answer(said, plain, context) or follow_up(said, context)
    if leaning and not _puts_nothing_right([leaning], said):
        return with_asked_beside([leaning], said, lambda part: _alone(part, context))
    frames = read_message(said, plain, context)
    if not frames or _is_open(frames):
        matter = read_matter(utterance(mended, now=local, units=context.units), context)
        frames = [matter] if matter else frames
    frames = frames or _place_alone(plain, context) or _pointing_back(said, context) or _thanked(mended) or _topic(said)
    return with_asked_beside(read_again(said, plain, frames, meant), said, lambda part: _alone(part, context))


def _alone(said: Utterance, context: Context) -> list[Frame]:
    """Read a sentence by itself, in the talk it stands in."""
    return _of_their_own(said, context) or read_message(said, said.words, context)


def _with_facts(frames: list[Frame], said: Utterance) -> list[Frame]:
    """Add the facts of a body that stand in a sentence of their own, where a frame about something else lacks them."""
    if is_of_another(said.words):
        # "what about my sister? f 28 169cm": hers, and nobody's here.
        told = [_without_body(frame) if frame.intent == "set_profile" else frame for frame in frames]
        return [frame for frame in told if frame.entities or frame.ask or frame.intent != "set_profile"]
    facts = bare_facts(said)
    for at, frame in enumerate(frames):
        if frame.intent == "set_profile":
            return [*frames[:at], replace(frame, entities={**facts, **frame.entities}), *frames[at + 1 :]]
    return [*frames, Frame(intent="set_profile", entities=facts)] if facts and frames else frames


def _without_body(frame: Frame) -> Frame:
    return replace(frame, entities={name: one for name, one in frame.entities.items() if name not in BODY_FACTS})


def _puts_nothing_right(frames: list[Frame], said: Utterance) -> bool:
    """Whether a correction was read out of what only asks or supposes: "so i ran 12 km, right?"."""
    corrects = any(frame.intent == "log_run" and frame.correction for frame in frames)
    return corrects and not _BIDS.search(said.words) and only_speaks(said.words)


def _is_open(frames: list[Frame]) -> bool:
    """Whether only a question of knowledge, without anything told, was read."""
    return len(frames) == 1 and frames[0].intent == "knowledge_question" and not frames[0].entities


def _place_alone(plain: str, context: Context) -> list[Frame]:
    """Read a message that is a place and no more, where the talk was of reminders: "leeds"."""
    if not (context.last_intent or "").startswith("reminder_") or len(plain.split()) > _PLACE_WORDS:
        return []
    place = named_place(plain, bare=True)
    return [Frame(intent="set_profile", entities={"timezone": place.zone})] if place and place.zone else []


def _of_their_own(said: Utterance, context: Context) -> list[Frame]:
    """Read what is asked of one's own records and body, or takes a record back, before a talk lends it a meaning."""
    known = read_course(said, context) or read_splits(said) or read_session_sum(said) or read_held_pace(said, context)
    known = known or read_intensity(said, context) or read_beats(said, context)
    known = known or read_stages(said) or read_conversion(said, context) or log_question(said, context)
    if known := known or read_amendments(said, context):
        return known
    if about_reminders(said.words):
        return []
    if context.pending not in _TIMED | _OF_A_PLAN and is_to_come(said):
        return [Frame(intent="log_query", entities={"measure": "to_come"})]
    if girths := girths_put_right(said):
        return [Frame(intent="set_profile", entities=girths)]
    if context.pending in _OF_A_PLAN and _TOLD_RUN.search(said.words):
        told = read_message(said, said.words, NO_CONTEXT)
        if any(frame.intent == "log_run" and frame.ask is None for frame in told):
            return told
    denied = read_denial(said, context)
    if denied:
        return [denied]
    own = read_own(said, context) or read_log(said, context)
    method = None if own else read_method(said.words)
    # "Why a woman of 35? I'm a man of 52" tells a body as well.
    return [method] if method and method.about != "example" else own


def _pointing_back(said: Utterance, context: Context) -> list[Frame]:
    """Read a short question without a subject of its own as one about the turn before."""
    text = said.words
    if context.last_intent not in _OF_THE_FIELD or not is_question(text) or is_alien(text) or names_what_it_is(text):
        return []
    if len(text.split()) > _SHORT_QUESTION or not (_POINTS_BACK.search(text) or in_field(text)):
        return []
    return [Frame(intent="knowledge_question", entities=people_in(text), question=question_type(text), follow_up=True)]


def _thanked(mended: str) -> list[Frame]:
    thanks = read_bare_thanks(mended)
    return [thanks] if thanks else []


def _topic(said: Utterance) -> list[Frame]:
    """Read what names the coach's field, and nothing else that is understood, as a wish to know about it."""
    text = said.words
    if len(set(text.split())) < 2 or not (in_field_strongly(text) or (in_field(text) and is_question(text))):
        return []
    return [Frame(intent="knowledge_question", question=question_type(text) or "how")]


def _questioned(frame: Frame) -> Frame:
    """Ask back about a value that is hard to believe, unless something is asked already."""
    ask = frame.ask or doubtful(frame.entities)
    entities = {name: _rounded(value) for name, value in frame.entities.items()}
    return replace(frame, entities=entities, ask=ask, also=tuple(_questioned(other) for other in frame.also))


def _rounded(value: object) -> object:
    return round(value, _DECIMALS) if isinstance(value, float) else value


def _red_flag(category: str, frames: list[Frame]) -> Frame:
    carried: dict[str, Any] = {"category": category}
    for frame in frames:
        carried |= _only(frame.entities, _CARRIED.get(category, ()))
    return Frame(intent="red_flag", entities=carried)


def _only(entities: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: entities[name] for name in names if name in entities}


def _kept(frames: list[Frame], *, grave: bool) -> list[Frame]:
    """Return the needs worth remembering beside a red flag; beside an emergency no question of knowledge is."""
    skipped = _IDLE | {"knowledge_question"} if grave else _IDLE
    return [replace(frame, flags=()) for frame in frames if frame.intent not in skipped]
