"""Read one clause, and put the clauses of one message together into the frames of its needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.nlu.clauses import joined_clauses, listed_runs, sentences
from bot.nlu.cues import PAST_RUN, is_question
from bot.nlu.feelings import feeling_in
from bot.nlu.frame import NO_CONTEXT, Context, Frame
from bot.nlu.kind_words import hide_a_question
from bot.nlu.listed_days import in_order
from bot.nlu.pattern import Pattern
from bot.nlu.read_doubt import read_doubt
from bot.nlu.read_energy import own_body, read_calories
from bot.nlu.read_illness import read_illness
from bot.nlu.read_profile import read_profile
from bot.nlu.read_projection import projection_entities, read_projection
from bot.nlu.read_query import read_plan, read_query
from bot.nlu.read_question import question_type, read_body_talk, read_evaluation, read_knowledge, read_measured
from bot.nlu.read_record import read_take_back
from bot.nlu.read_reminder import about_reminders, read_reminder
from bot.nlu.read_rights import read_rights
from bot.nlu.read_run import read_run
from bot.nlu.read_stay import read_stay
from bot.nlu.read_storage import read_storage
from bot.nlu.read_talk import read_clearance, read_help, read_smalltalk, read_talk, read_undo, read_yes_no
from bot.nlu.read_weight import read_weight
from bot.nlu.untold import own_words
from bot.nlu.utterance import Utterance, utterance
from bot.nlu.weekdays import DAY_NAME

_TALK_WORDS = 12
_PLEASANTRIES = frozenset({"greeting", "thanks", "smalltalk", "yes", "no", "feeling"})
_QUESTIONS = frozenset({"projection_question", "calorie_question", "knowledge_question"})
_OF_A_PLAN = frozenset({"pace_s_per_km", "horizon_days", "sessions_per_week", "distance_per_week_m", "replaces"})
"""What of a plan somebody puts right along with a doubt."""
_SIZE_OF_A_PLAN = (("session_distance_m", "distance_m"), ("session_duration_s", "duration_s"))
"""What makes the size of each run of a plan, and what a run priced beside it calls it; the first known counts."""
_SIZED = frozenset({"session_distance_m", "session_duration_s", "distance_per_week_m", "duration_per_week_s"})
_SIZES = ("distance_m", "duration_s", "pace_s_per_km", "speed_m_s", "incline_fraction")
_TAKES_IN = frozenset(
    {"log_run", "log_weight", "projection_question", "calorie_question", "set_profile", "reminder_create"}
)
_NOTED = Pattern(r"(?:ok|okay|k|kk|cool|perfect|fine|right|great|nice|alright|all right|exactly|good)\W*$")
_WRONG_HEAD = Pattern(
    r"(?:(?:no|but|sorry|hey|wait),? )*(?:thats|that is|this is|its|it is|you are|your (?:numbers?|figures?"
    r"|sum) (?:is|are)) (?:all |just |clearly |simply )?(?:wrong|not right|incorrect|off|mistaken)\b ?[,.:;]"
)
"""However long it goes on, a message that begins so is a doubt."""
_THE_DAYS_ONE = Pattern(rf"\b(?:the|that) {DAY_NAME}(?:'?s)? (?:one|1)\b(?!.*\b(?:at|to) \d)")
_SUM_FIRST = Pattern(r"(?:(?:and|so|ok|then|the|total|net|gross|now) )*(?:energy|kcals?|calories|cals)\b")
"""A clause that begins with the energy asks for it: "kcal gross and net?"."""
_OWN_SUM = Pattern(r"\b(?:how (?:many|much)|what)\b[^?]{0,24}\b(?:kcal|calories|cals?|energy)\b")
"""Beside a distance: a sum of its own and no doubt about an earlier one."""
_SIZE_TOLD = Pattern(r"\d ?(?:min\w*|kms?|k|miles?|mi|hours?|hrs?)\b")
_DAY_TOLD = Pattern(
    r"\b(?:today|yesterday|this (?:morning|evening|afternoon)|last night|tonight|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?"
    r"|fri|sat(?:ur)?|sun)(?:day)?|log|logged|just|(?<!\bi )(?<!\band )(?<!\bto )(?<!\bif )run|parkrun)\b"
)
_OF_OTHERS = Pattern(
    r"^(?:she|he|they|my (?:\w+ )?(?:sister|brother|mum|mom|dad|friend|mate|wife|husband|partner|son|daughter))\b"
    r"(?!.*\b(?:i|im|ive|we|me|us)\b)"
)
_TEARS = Pattern(r"\bi (?:just |nearly |almost |actually )?(?:cried|was crying|burst into tears|wept)\b")
_COMPLAINT = Pattern(
    r"\b(?:knees?|shins?|ankles?|hips?|foot|feet|calf|calves|back|heel|hamstrings?|pain|hurts?|hurting|injur\w+"
    r"|chaf\w+|blisters?|plateau\w*|cramps?|gained|heavier|bigger|achilles|stitch|sore|asthma\w*|arthritis|pcos"
    r"|thyroid|joints?|breath\w*|pelvic|blood pressure|toes?|flat|saggy|sag|vanished|numb|dimples?|bingo|sweating"
    r"|hot spots)\b"
)


def read_message(said: Utterance, original: str, context: Context) -> list[Frame]:
    """Return the frames of a message in the order of speaking; empty if nothing is understood.

    Args:
        said: The whole message.
        original: Its tidy text before typo repair.
        context: The turn before.
    """
    parts = sentences(said.words)
    others = _OF_OTHERS.search(said.words) is not None
    told = [(part, frame) for part in parts for frame in _sentence(_part(part, said), original, context)]
    frames = _without_asides(told)
    frames = _completed(_substantive(frames), parts, said, original, context)
    if len(parts) > 1 and all(frame.intent in _PLEASANTRIES for frame in frames):
        # "i went again. 25 mins. feel good!": the run is told across the sentences.
        run = read_run(_part(re.sub(r"[.!?]+(?= |$)", ",", said.words), said))
        frames = [replace(run, feeling=frames[0].feeling if frames else None)] if run and run.ask is None else frames
    if not frames and len(parts) > 1 and (whole := read_clause(said, original, context)):
        frames = [whole]
    if hide_a_question(frames, parts, {part for part, _ in told}):
        return []
    # What she or he ran is nobody's log here.
    needs = _joined([one for one in frames if not (others and one.intent in {"log_run", "log_weight"})], said)
    return _sized_alike(needs)


def _sized_alike(frames: list[Frame]) -> list[Frame]:
    """Give a plan without a size the run priced beside it: "kcal for 6 km, and my fat doing that 3 times a week?"."""
    priced = next((one.entities for one in frames if one.intent == "calorie_question"), {})
    size = next(({name: priced[told]} for name, told in _SIZE_OF_A_PLAN if told in priced), {})
    return [replace(one, entities={**one.entities, **size}) if _lacks_size(one) else one for one in frames]


def _lacks_size(frame: Frame) -> bool:
    asked = frame.intent == "projection_question" and "sessions_per_week" in frame.entities
    return asked and not frame.entities.keys() & _SIZED


def _without_asides(told: Sequence[tuple[str, Frame]]) -> list[Frame]:
    """Return the frames without how the body felt beside a run or a weight: "legs were toast but did 9k"."""
    frames = [frame for _, frame in told]
    if not any(frame.intent in {"log_run", "log_weight"} for frame in frames):
        return frames
    return [frame for words, frame in told if not _is_aside(words, frame)]


def _is_aside(words: str, frame: Frame) -> bool:
    if frame.intent != "knowledge_question" or is_question(words):
        return False
    return read_knowledge(words) is None or _SIZE_TOLD.search(words) is not None


def _completed(frames: list[Frame], parts: list[str], said: Utterance, original: str, context: Context) -> list[Frame]:
    """Take in what stands in a sentence without a verb: "10k pb!! 52.41"."""
    if len(frames) != 1 or len(parts) < 2:
        return frames
    flat = re.sub(r"[.!?]+(?= |$)", ",", said.words)
    whole = read_clause(_part(flat, said), original, context)
    if whole is None or whole.intent != frames[0].intent or whole.intent not in _TAKES_IN:
        return frames
    return [replace(frames[0], entities={**whole.entities, **frames[0].entities}, ask=frames[0].ask and whole.ask)]


def _sentence(said: Utterance, original: str, context: Context) -> list[Frame]:
    """Read a sentence as one need, or as several if its parts show different ones."""
    runs = in_order([run for piece in listed_runs(said.words) if (run := read_run(_part(piece, said)))], said)
    if len(runs) > 1 and all("date" in run.entities and run.entities.keys() & set(_SIZES) for run in runs):
        return runs
    pieces = joined_clauses(said.words)
    several: list[Frame] = []
    if len(pieces) > 1:
        spoken = [piece for piece in pieces if len(piece.split()) > 1]
        read = [(piece, one) for piece in spoken if (one := read_clause(_part(piece, said), original, context))]
        spoken_of = _without_asides(read)
        several = _substantive(spoken_of)
        if _is_given(read) and (whole := read_clause(said, original, context)) and whole.intent in _QUESTIONS:
            return [whole]
        if len({frame.intent for frame in several}) > 1 or len(spoken_of) < len(read):
            return several
    frame = read_clause(said, original, context)
    return [frame] if frame else several


def _is_given(read: Sequence[tuple[str, Frame]]) -> bool:
    """Whether a size is only given for what is asked beside it: "80 kg, 10 km in 50 min, how many kcal?"."""
    asked = any(is_question(words) for words, _ in read)
    bare = [words for words, frame in read if frame.intent == "log_run" and not PAST_RUN.search(words)]
    return asked and bool(bare) and not any(_DAY_TOLD.search(words) for words in bare)


def read_clause(said: Utterance, original: str, context: Context) -> Frame | None:
    """Return what one clause says, or None."""
    text = said.words
    short = len(text.split()) <= _TALK_WORDS
    frame = read_rights(text) or (read_help(text) if short else None) or read_clearance(text)
    if frame is None and not about_reminders(text):
        frame = read_take_back(said, context) or read_undo(text)
        frame = (
            frame
            or (None if _asks_own_sum(said) else read_doubt(text))
            or (read_talk(text) if short else None)
            or (Frame(intent="dispute") if _WRONG_HEAD.match(text) else None)
        )
    frame = (
        frame
        or read_storage(text)
        or read_query(said)
        or read_stay(said, original)
        or read_illness(text)
        or (None if _names_run(text, context) else read_reminder(said, context))
        or read_calories(said)
        or read_projection(said)
        or read_weight(said)
        or read_plan(said)
        or read_run(said)
    )
    if frame is None and short:
        agreed = None if context.pending is None and _NOTED.match(text) else read_yes_no(text)
        frame = agreed or read_smalltalk(text)
    frame = frame or _told_or_asked(said, original)
    if frame and frame.question is None and is_question(text) and frame.intent in _QUESTIONS:
        frame = replace(frame, question=question_type(text))
    return frame


def _asks_own_sum(said: Utterance) -> bool:
    """Whether a clause asks for the energy itself and not about a figure given before."""
    return _SUM_FIRST.match(said.words) is not None or (
        said.has("distance") and _OWN_SUM.search(said.words) is not None
    )


def _names_run(text: str, context: Context) -> bool:
    """Whether "the friday one" means a run, as it does in a talk of runs where no reminder is spoken of."""
    of_runs = context.last_intent in {"log_run", "log_query", "undo"}
    return of_runs and not about_reminders(text) and _THE_DAYS_ONE.search(text) is not None


def _told_or_asked(said: Utterance, original: str) -> Frame | None:
    """Tell facts about oneself, questions of knowledge and feelings apart."""
    text = said.words
    profile = read_profile(said, original)
    asked = read_knowledge(text) or read_evaluation(text) or read_measured(said)
    feeling = feeling_in(text)
    if feeling and _TEARS.search(text) and "?" not in text:
        return Frame(intent="feeling", feeling=feeling)
    if asked and is_question(text) and not (profile and profile.entities.keys() == {"units_pref"}):
        return replace(asked, entities=own_body(_part(own_words(text), said)))
    if profile and asked and _COMPLAINT.search(text) and "goal" not in profile.entities:
        return replace(asked, entities=profile.entities)
    if profile and profile.entities.keys() == {"sex"} and (feeling or asked):
        return asked or Frame(intent="feeling", entities=profile.entities, feeling=feeling)
    if profile:
        return profile
    if feeling and (asked is None or not _COMPLAINT.search(text)):
        return Frame(intent="feeling", feeling=feeling)
    return asked or read_body_talk(text)


def _part(words: str, whole: Utterance) -> Utterance:
    return utterance(words, now=whole.now, units=whole.units)


def _substantive(frames: Sequence[Frame]) -> list[Frame]:
    """Leave pleasantries out where something else was said, keeping the feeling they voiced."""
    kept = [
        frame
        for frame in frames
        if (frame.intent not in _PLEASANTRIES and frame.question != "is_it_true") or frame.intent in _QUESTIONS
    ]
    if not kept:
        return list(
            frames[:1]
            if not any(frame.intent == "feeling" for frame in frames)
            else [frame for frame in frames if frame.intent == "feeling"][:1]
        )
    return kept


def _joined(frames: list[Frame], said: Utterance) -> list[Frame]:
    """Merge frames that belong together: same needs, facts told for a question, a size told beside it."""
    merged = _whole_reminder(_same_needs(frames), said)
    if any(frame.intent == "set_profile" for frame in merged):
        merged = [frame for frame in merged if frame.about != "example"]
    if merged and merged[0].intent == "dispute":
        return _with_correction(merged, said)
    if len(merged) < 2:
        return merged
    question = next((frame for frame in merged if frame.intent in _QUESTIONS), None)
    if question is None:
        return merged
    facts = [frame for frame in merged if frame.intent == "set_profile"]
    entities = dict(question.entities)
    for frame in facts:
        entities = {**frame.entities, **entities}
    if facts and (whole := read_projection(said)) and question.intent != "calorie_question":
        # "I run 40 km a week, when will the fat come off?": what they run is the plan that is asked about.
        question_now = replace(whole, question=question.question)
        entities = {
            name: value for name, value in {**whole.entities, **entities}.items() if name != "runs_now_m_per_week"
        }
        merged = [question_now if frame is question else frame for frame in merged]
        question = question_now
    others = [frame for frame in merged if frame is not question and frame not in facts]
    run = next((frame for frame in others if frame.intent == "log_run"), None)
    if question.intent == "calorie_question" and run and not entities.keys() & set(_SIZES):
        return _of_the_run_beside(replace(question, entities=entities), run, others, said)
    joined = replace(question, entities=entities)
    return [joined if frame is question else frame for frame in merged if frame not in facts]


def _of_the_run_beside(question: Frame, run: Frame, others: list[Frame], said: Utterance) -> list[Frame]:
    """Give a question for energy the run told beside it; "45 min at 12 km/h. kcal?" tells none."""
    entities = {**question.entities, **{name: run.entities[name] for name in _SIZES if name in run.entities}}
    if PAST_RUN.search(said.words) or _DAY_TOLD.search(said.words):
        return [replace(question, entities=entities), *others]
    entities = {**own_body(said), **entities}
    return [replace(question, entities=entities), *(frame for frame in others if frame is not run)]


def _whole_reminder(frames: list[Frame], said: Utterance) -> list[Frame]:
    """Give a bare wish to be woken the days and the hour told before it: "i run at 6 on mondays, wake me up"."""
    bare = next((one for one in frames if one.intent == "reminder_create" and not one.entities), None)
    if bare is None or not any(frame.intent == "plan" for frame in frames):
        return frames
    whole = read_reminder(said, NO_CONTEXT)
    if whole is None or whole.intent != "reminder_create" or "time" not in whole.entities:
        return frames
    return [whole if frame is bare else frame for frame in frames if frame.intent != "plan"]


def _with_correction(frames: list[Frame], said: Utterance) -> list[Frame]:
    """Give a dispute the values that are told with it: "that's wrong, I weigh 72", "at 5:14/km, and for 12 weeks"."""
    told = [frame for frame in frames[1:] if frame.intent in {"set_profile", "log_run", "log_weight"}]
    put_right = {name: value for name, value in projection_entities(said).items() if name in _OF_A_PLAN}
    entities: dict[str, Any] = {} if is_question(said.words) else put_right
    for frame in told:
        entities |= frame.entities
    return [replace(frames[0], entities=entities), *(frame for frame in frames[1:] if frame not in told)]


def _same_needs(frames: Sequence[Frame]) -> list[Frame]:
    """Merge frames of one intent, except runs and reminders, of which there may be several."""
    merged: list[Frame] = []
    for frame in frames:
        index = next((at for at, other in enumerate(merged) if other.intent == frame.intent), None)
        if index is None or _another(merged[index], frame):
            merged.append(frame)
        else:
            first = merged[index]
            entities = {**frame.entities, **first.entities}
            ask = next((ask for ask in (first.ask, frame.ask) if ask and ask.slot not in entities), None)
            merged[index] = replace(
                first,
                entities=entities,
                ask=ask,
                question=first.question or frame.question,
            )
    return merged


def _another(first: Frame, second: Frame) -> bool:
    """Whether a second run or reminder is told rather than more of the first."""
    if first.intent == "log_query":
        return "own_units" in {first.entities.get("measure"), second.entities.get("measure")}
    if first.intent not in {"log_run", "reminder_create"}:
        return False
    shared = first.entities.keys() & second.entities.keys()
    return any(first.entities[name] != second.entities[name] for name in shared)
