"""Read once more what the grammar could not place, by what its words, or words and meaning, make likely.

A message that was read as nothing, or as a mere question of knowledge, is looked at again; one that was read as some
wish only where the meaning all but rules that out. The likeliest wish counts if it is likely enough and the message
holds what such a wish is made of: a plan, a size, a time, a fact. Nothing is deleted and no danger is judged here.

How likely each wish is comes from the caller, who may know what the sentence means (`bot.knowledge.wishes`), or else
from the words alone (`bot.nlu.word_weights`), which are trusted less far.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from bot.nlu.cues import in_field, is_alien, is_question
from bot.nlu.feelings import denies_feeling, feeling_in
from bot.nlu.frame import NO_CONTEXT, Frame, Intent
from bot.nlu.masses import masses
from bot.nlu.moments import past_day
from bot.nlu.pattern import Pattern
from bot.nlu.read_energy import AFTERBURN, asks_no_energy, own_body
from bot.nlu.read_profile import profile_facts, wishes
from bot.nlu.read_projection import ASKS_ADVICE, projection_entities
from bot.nlu.read_question import question_type
from bot.nlu.read_reminder import about_reminders
from bot.nlu.read_run import is_a_part, is_no_report
from bot.nlu.read_weight import weigh_in
from bot.nlu.reminder_edit import change, meant, pause
from bot.nlu.reminder_wish import wish
from bot.nlu.reported import is_yet_to_come
from bot.nlu.run_beside import told_of_the_run
from bot.nlu.run_size import run_size, walks
from bot.nlu.untold import own_words
from bot.nlu.utterance import Utterance
from bot.nlu.word_weights import intents

Reader = Callable[[Utterance, str], Frame | None]

_LIKELY: Final = 0.45
_VERY_LIKELY: Final = 0.6
"""How likely a wish must be that needs nothing beside itself."""
_SURE: Final = 0.75
"""How likely such a wish must be to stand against a question of knowledge."""
_FEWEST_WORDS: Final = 2
_MOST_WORDS: Final = 40
_MOST_WORDS_OF_BARE: Final = 10
"""Who writes more than that wants something else besides."""
_MOST_WORDS_OF_MEANT: Final = 25
"""The same where the meaning is known."""
_MEANT: Final = 0.4
"""How likely a wish must be by its meaning where the grammar read nothing."""
_SURELY_MEANT: Final = 0.7
"""The same against a question of knowledge."""
_TOLD: Final = 0.55
"""The same of a feeling, against a question of knowledge that asks nothing."""
_CERTAIN: Final = 0.6
"""The same against another wish: of those read so, the meaning was right seven times as often as the grammar."""
_NEVER_RUN: Final = 0.02
"""How unlikely a run must be that the grammar reads out of a question: "10k. how many weeks from 3k"."""
_CERTAIN_IF_SOUNDED_LIKE: Final = 0.8
"""The same for what is wished of records and for a yes or no, where nothing, or another wish, was read."""
_SURELY_ASKED: Final = 0.93
"""How likely a question of knowledge must be against a wish, and another subject against such a question."""
_MAY_BE_ASKED: Final[frozenset[Intent]] = frozenset({"projection_question", "log_query"})
"""Wishes that a question with a size in it is taken for: "does skin tighten up after you lose 25 kg"."""
_SUMS: Final[frozenset[Intent]] = frozenset({"calorie_question"})
"""A sum whose sizes are told is one."""
_KINDRED: Final[tuple[frozenset[Intent], ...]] = (
    frozenset({"why", "more", "source", "dispute"}),
    frozenset({"reminder_change", "reminder_pause", "reminder_resume", "reminder_delete"}),
)
"""Wishes that the grammar tells apart by what was said before, by days and by hours."""
_SOUNDED_LIKE: Final[frozenset[Intent]] = frozenset({"undo", "export_data", "delete_data", "log_query", "yes", "no"})
"""Wishes about what is kept, and answers, which few words sound like by chance."""
_OF_SPEED: Final = Pattern(r"\b(?:how fast will my|faster|quicker|pace|pb|pr|vo2\w*|finish time|run time|race time)\b")
"""What a plan may bring besides weight."""
_NOT_DONE: Final = Pattern(
    r"\b(?:convert|translate|compare|predict|show|give|help|make|need|aim|target|goal|sub|(?:to|in|as) (?:miles"
    r"|km|mph|kph))\b"
)
"""A size that is to be worked with, not one that was run."""
_OF_ABILITY: Final = Pattern(
    r"\b(?:possible|realistic|doable|achievable|good|fast|slow|vo2\w*|can i run|could i run)\b"
)
"""What may be asked of a time besides its energy."""
_TAKES_AWAY: Final = Pattern(
    r"\b(?:delet\w*|eras\w*|wip\w*|remov\w*|clear\w*|scrub\w*|scrap\w*|reset|clean slate|scratch|purge|gone|bin"
    r"|undo|revert|take|back|off|out|wrong\w*|mistake\w*|typo|typed|oops|ignore|cancel|drop|double|twice|duplicate"
    r"|didnt|wasnt|isnt|not (?:me|mine)|dont (?:count|save|log|keep)|fat ?finger\w*|accident\w*|forget (?:me|all|my))\b"
)
"""What a wish to have something taken away is told by."""
_WANTS_NUMBERS: Final = Pattern(
    r"^(?:(?:ok|so|and|but|please|just|can you|could you),? )*(?:put|give|name) (?:me )?an? (?:\w+ )?"
    r"(?:number|figure|percent\w*)(?: (?:on|for|of|to) (?:\w+ ?){1,4})?\W*$"
)
"""What asks for a number is no wish for none."""
_OF_US: Final = Pattern(
    r"\b(?:you\w*|ur?|ya|this|here|bot|(?<!an )app|coach|chat|type|ask|say|write|commands?|menu|help\w*|options"
    r"|features|privacy|works?|lost|confused)\b"
)
"""What a question about the coach is told by; "what are the squeezes" asks about something else."""
_ASKS_STRAIGHT: Final = Pattern(
    r"(?!.*\b(?:i|im|ive|id|me|my|myself)\b)(?:(?:so|and|but|ok|then|well) )*(?:what|how|which|when|where|should|is|are"
    r"|do|does|can|could)\b"
)
"""A question without a word of oneself, which voices no feeling."""
_PLAN: Final = frozenset(
    {
        "sessions_per_week",
        "distance_per_week_m",
        "duration_per_week_s",
        "session_distance_m",
        "session_duration_s",
        "horizon_days",
    }
)
_TARGETS: Final = frozenset({"target_loss_kg", "target_fat_kg", "target_weight_kg", "rate_kg_per_week"})
_SIZES: Final = frozenset({"distance_m", "duration_s", "pace_s_per_km", "speed_m_s"})
_WHEN: Final = frozenset({"days", "date", "time", "interval_days"})
_BARE: Final[frozenset[Intent]] = frozenset(
    {"greeting", "smalltalk", "thanks", "feeling", "help", "more", "why", "source", "plan", "log_query", "dispute",
     "number_free", "reminder_list", "reminder_resume"}
)  # fmt: skip
"""Wishes that need nothing beside themselves."""
_BARE_IF_MEANT: Final[frozenset[Intent]] = frozenset({"yes", "no", "undo", "export_data", "delete_data"})
"""The same, where words alone would be too little to go by; what is deleted is asked about once more."""


_KEPT: Final[frozenset[Intent]] = frozenset({"number_free", "delete_data", "red_flag"})
"""What the grammar reads only where it is said outright."""


def read_again(
    said: Utterance, original: str, frames: Sequence[Frame], meant: Mapping[str, float] | None = None
) -> list[Frame]:
    """Return the frames, or the one that words and meaning make likelier.

    Args:
        said: The message.
        original: Its tidy text before typo repair, for names of places.
        frames: What the grammar read.
        meant: How likely each intent is by words and meaning, 0 to 1; None where no meaning is known.
    """
    words = len(said.words.split())
    if len(frames) > 1 or words > _MOST_WORDS or is_alien(said.words):
        return list(frames)
    if meant is not None:
        wished = _by_meaning(said, original, frames, meant)
        return [wished] if wished else list(frames)
    if not _unplaced(frames) or words < _FEWEST_WORDS:
        return list(frames)
    shares = intents().likelihoods(said.words)
    likeliest = max(shares, key=lambda label: shares[label])
    share = shares[likeliest]
    read: Frame | None = None
    if likeliest in {"feeling", "help"} and _is_no(likeliest, said.words):
        return list(frames)
    if likeliest in _BARE and words <= _MOST_WORDS_OF_BARE and share >= (_SURE if frames else _VERY_LIKELY):
        read = Frame(intent=likeliest)
    elif share >= _LIKELY and (reader := _READERS.get(likeliest)):
        read = reader(said, original)
    return [read] if read else list(frames)


def _by_meaning(said: Utterance, original: str, frames: Sequence[Frame], meant: Mapping[str, float]) -> Frame | None:
    first = frames[0] if frames else None
    if first is not None and first.intent == "log_run" and _is_never_run(said, meant):
        return Frame(intent="knowledge_question", entities=own_body(said), question=question_type(said.words))
    likeliest = cast(Intent, max(meant, key=lambda label: meant[label]))
    told = likeliest == "feeling" and _is_told(said, first)
    if first is not None and ((_stays(first) and not told) or first.intent == likeliest):
        return None
    if likeliest == "knowledge_question":
        return _question(said, first, meant[likeliest])
    if meant[likeliest] < (_TOLD if told else _least(first, likeliest)) or _is_no(likeliest, said.words):
        return None
    if likeliest == "out_of_scope":
        return Frame(intent=likeliest) if first is not None and first.intent == "knowledge_question" else None
    if likeliest in _BARE | _BARE_IF_MEANT:
        fits = len(said.words.split()) <= _MOST_WORDS_OF_MEANT and not (first and first.entities)
        return Frame(intent=likeliest, feeling=feeling_in(said.words)) if fits else None
    reader = _READERS.get(likeliest)
    return reader(said, original) if reader else None


def _is_told(said: Utterance, first: Frame | None) -> bool:
    """Whether what was read as a question of knowledge asks nothing: "maybe im just not a runner"."""
    read = first is not None and first.intent == "knowledge_question" and not first.entities
    return read and not is_question(said.words)


def _is_never_run(said: Utterance, meant: Mapping[str, float]) -> bool:
    return meant.get("log_run", 0) < _NEVER_RUN and is_question(said.words)


def _question(said: Utterance, first: Frame | None, share: float) -> Frame | None:
    """Return a question of knowledge where nothing was read, or a wish that only has a size in common with it."""
    if share < _SURELY_ASKED or not (first is None or first.intent in _MAY_BE_ASKED):
        return None
    return Frame(intent="knowledge_question", entities=own_body(said), question=question_type(said.words))


def _is_no(likeliest: str, text: str) -> bool:
    """Whether a message lacks what such a wish is told by, or denies it."""
    match likeliest:
        case "feeling":
            return denies_feeling(text) or _ASKS_STRAIGHT.match(text) is not None
        case "help":
            return in_field(text) or _OF_US.search(text) is None
        case "yes" | "no" | "thanks":
            return is_question(text)
        case "number_free":
            return _WANTS_NUMBERS.search(text) is not None
        case "delete_data" | "undo":
            return _TAKES_AWAY.search(text) is None
        case "reminder_change" | "reminder_pause" | "reminder_resume" | "reminder_delete" | "reminder_list":
            return not about_reminders(text)
        case _:
            return False


def _stays(first: Frame) -> bool:
    """Whether the grammar read what no meaning outdoes: what leans on the talk, a sum with its sizes, a plain wish."""
    sized = first.intent in _SUMS and bool(first.entities.keys() & (_PLAN | _TARGETS | _SIZES))
    return first.follow_up or first.about is not None or first.correction or sized or first.intent in _KEPT


def _least(first: Frame | None, likeliest: Intent) -> float:
    """Return how likely a wish must be to count."""
    if likeliest == "out_of_scope" or (first is not None and any({first.intent, likeliest} <= one for one in _KINDRED)):
        return _SURELY_ASKED
    if likeliest in _SOUNDED_LIKE:
        return _CERTAIN_IF_SOUNDED_LIKE
    if first is None:
        return _MEANT if likeliest in _BARE - {"plan"} else _SURELY_MEANT
    return _SURELY_MEANT if _unplaced([first]) else _CERTAIN


def _unplaced(frames: Sequence[Frame]) -> bool:
    return not frames or (frames[0].intent == "knowledge_question" and not frames[0].follow_up)


def _projection(said: Utterance, original: str) -> Frame | None:
    if _OF_SPEED.search(said.words) or ASKS_ADVICE.search(said.words):
        return None
    entities = projection_entities(said) | dict(masses(said))
    fits = len(entities.keys() & _PLAN) > 1 or entities.keys() & _TARGETS
    return Frame(intent="projection_question", entities=entities | own_body(said)) if fits else None


def _energy(said: Utterance, original: str) -> Frame | None:
    entities, _ = run_size(said)
    entities = {name: value for name, value in entities.items() if name != "date"}
    asks_otherwise = AFTERBURN.search(said.words) or _OF_ABILITY.search(said.words) or asks_no_energy(said.words)
    if not entities.keys() & _SIZES or asks_otherwise:
        return None
    walking = {"gait": "walk"} if walks(said.words) else {}
    return Frame(intent="calorie_question", entities=entities | own_body(said) | walking)


def _run(said: Utterance, original: str) -> Frame | None:
    entities, ask = run_size(told_of_the_run(said))
    # What the grammar knows to be asked, planned or told of others is stored by no likelihood.
    if is_no_report(said) or is_yet_to_come(said.words) or _NOT_DONE.search(said.words):
        return None
    if not entities.keys() & _SIZES or is_a_part(entities) or said.has("frequency", "weekly_distance", "span"):
        return None
    if day := past_day(said):
        entities["date"] = day.on.isoformat()
    return Frame(intent="log_run", entities=entities | ({"gait": "walk"} if walks(said.words) else {}), ask=ask)


def _profile(said: Utterance, original: str) -> Frame | None:
    if is_question(said.words):
        return None
    told, ask = profile_facts(said, original)
    facts: dict[str, Any] = {name: value for name, value in told.items() if name not in _TARGETS}
    facts |= wishes(said)
    return Frame(intent="set_profile", entities=facts, ask=ask) if facts else None


def _weight(said: Utterance, original: str) -> Frame | None:
    facts, _ = profile_facts(said, original)
    # A list of facts is more than the weigh-in among them.
    return (
        None
        if is_question(said.words) or facts.keys() - {"weight_kg"}
        else weigh_in(said.saying(own_words(said.digits)))
    )


def _reminder(said: Utterance, original: str) -> Frame | None:
    read = wish(said)
    if said.has("distance") and is_question(said.words) and not about_reminders(said.words):
        return None  # "and 10 km at 5:30?" asks about a pace
    return read if read.entities.keys() & _WHEN and "unreal" not in read.entities else None


def _rest(said: Utterance, original: str) -> Frame | None:
    read = pause(said)
    return read if read.entities or about_reminders(said.words) else None


def _change(said: Utterance, original: str) -> Frame | None:
    read = change(said, NO_CONTEXT)
    return read if read.entities and about_reminders(said.words) else None


def _end(said: Utterance, original: str) -> Frame | None:
    """Read which reminders are to end; only where the message speaks of reminders by name."""
    return Frame(intent="reminder_delete", entities=meant(said)) if about_reminders(said.words) else None


_READERS: Final[dict[str, Reader]] = {
    "projection_question": _projection,
    "calorie_question": _energy,
    "log_run": _run,
    "set_profile": _profile,
    "log_weight": _weight,
    "reminder_create": _reminder,
    "reminder_change": _change,
    "reminder_pause": _rest,
    "reminder_delete": _end,
}
