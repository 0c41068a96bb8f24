"""Read a run that was done: "ran 5k in 28:30 this morning", "parkrun 24:59", "10km easy, 1h02"."""

from __future__ import annotations

from typing import Any

from bot.nlu.cues import FUTURE, PAST_RUN, RUN_NOUN, is_question
from bot.nlu.frame import Ask, Frame
from bot.nlu.moments import MONTH, past_day
from bot.nlu.pattern import Pattern
from bot.nlu.rep_times import reps_summed
from bot.nlu.reported import NO_IDEA, is_yet_to_come, only_speaks
from bot.nlu.run_beside import told_of_the_run
from bot.nlu.run_size import OTHER_SPORT, WALKED, run_size
from bot.nlu.two_distances import without_doubted
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import DAY_NAME

_RAN = Pattern(r"\b(?:ran|run|jog|jogged|sprinted|raced|plodded|trotted)\b")
_SURELY_DONE = Pattern(
    r"^(?:i )?(?:just )?did \d|\b(?:i have|ive) (?:run|done) \d"
    r"|\b(?:ran|went for|managed|finally|logged|finished|completed|smashed|clocked)\b"
)
_LOG = Pattern(r"\b(?:log|add|record|note|put down|save|track)\b(?! (?:in|on|of)\b)")
_DID_IT = Pattern(
    r"^(?:(?:right|ok(?:ay)?|yes|yay|well|so|hey|and|i),? )*(?:did|done|managed) (?:it|that|mine)(?= ?[!,.;:]|$)"
)
_TO_LOG = Pattern(r"^(?:can|could|would|will) (?:you |i )?(?:please )?(?=(?:log|add|record|note|save|put down)\b)")
_UNMEASURED = Pattern(
    r"\b(?:went (?:out )?for|been (?:out )?for|headed out for|did|had|finished|completed|back from|log|add) (?:a|an"
    r"|my|the)"
    r"(?: (?!after|before|since|during|on|from)\w+){0,3} (?:run|jog|plod|trot|parkrun)\b|^(?:i )?(?:ran"
    r"|jogged)\b(?! (?:out|into|away|late|over|a bath))"
    r"|\b(?:did|done|finished|completed|survived|smashed)\b[^\n]{0,40}\b(?:w\d{1,2} ?[rd]\d|week \d|c25k|couch to)"
    r"|\bweek \d[^\n]{0,24}\b(?:done|in the bag|completed?|ticked off|finished|smashed|nailed|survived)\b"
    r"|\b(?:w\d{1,2} ?[rd]\d|c25k)\b[^\n]{0,24}\b(?:done|finished|completed)\b"
)
_TO_THE_COACH = Pattern(
    r"\b(?:you|u)(?: have|ve)? (?:still |just |only |also )?(?:didnt|did not|dont|do not|never|havent|not|wont"
    rf"|forgot(?! (?:about |to (?:log|add) |the |my )*(?:{DAY_NAME}|yesterday|\d|run|1\b|one\b))|keep|kept"
    rf"|said|say|told|asked|answered|ignored)\b(?! (?:to )?(?:log|save|keep|record|store|put|count|add)\w*\b)"
    r"|\bi (?:never|didnt|did not) (?:say|said|tell|told|run|ran|do|did|go|went)\b"
)
"""What is said of the answer, or denied, is no run: "you didnt say if 18 min is good"."""
_TOLD_OF_OTHERS = Pattern(
    r"^(?:she|he|they)\b(?!.*\b(?:i|we|me|us)\b)|^(?:my|our|the|these|this) (?:\w+ )?(?:doctor|doc|gp|physio"
    r"|neighbou?r"
    r"|colleague"
    r"|trainer|trainers|shoes|coach|app|kids?|son|daughter|dad|father|mum|mom|mother|grandad|grandma|husband|wife"
    r"|partner"
    r"|friend|mate|sister"
    r"|brother|dog|phone|watch(?! (?:says?|said|shows?|showed)\b(?!.*\bbut\b))|boss)\b(?!.*\b(?:i|we)\b)"
    r"|^(?:grandad|grandma|dad|mum|mom)\b(?!.*\bi\b)"
    r"|\bwants? to (?:do|run|try|join)\b|\b(?:saw|watched|seen|watching) (?:an?|the|my|some|this|people|somebody"
    r"|someone)\b"
    r"|\btook (?:the|my|our) (?:kids?|son|daughter|children|boys?|girls?|class) to\b"
    r"|\b(?:everyone|everybody|people|they all|(?:my |our |the )?(?:co ?-?workers?|colleagues?|mates|friends"
    r"|team|neighbou?rs|workmates))(?: (?:at|in|from|on) (?:my |the )?\w+)?(?: (?:all|else|always|just|only))*"
    r" (?:runs?|ran|do|does|did|go|goes|went|jogs?)\b(?!.*\b(?:i|we) (?:ran|run|did|went|jogged|finished|do)\b)"
    r"|\b(?:everyone|everybody|people|they(?: all)?|others)\b[^,.]{0,24}\b(?:is|are|was|were|can|looks?|seems?)\b"
    r"[^,.]{0,12}\b(?:faster|fitter|quicker|better|ahead|slower|further)\b"
)
_EASY_ONE = Pattern(
    r"\b(?:the |my )?last (?:one|1|thing|level|step|week|session|part|stage|bit)\b.{0,16}\b(?:felt|was|seemed"
    r"|i found|i"
    r" (?:could|can|managed))\b(?=.*\b\d+ ?(?:min\w*|secs?|seconds) (?:of )?(?:run|jog|walk))"
    r"|^(?:(?:i think|maybe|probably|so|well|um|about|like|it was|its|thats|that was|was) )*\d+ ?(?:min\w*|secs?"
    r"|seconds)"
    r" (?:of )?(?:run|jog)\w*[ ,/&+]*(?:and |then |with )?\d+ ?(?:min\w*|secs?|seconds) (?:of )?walk\w*\W*$"
)
"""The turns of a run-walk, told as the step somebody is at and not as an outing."""
_TURNS = Pattern(
    r"\b\d+ ?(?:min\w*|secs?|seconds) (?:of )?(?:run|jog)\w*[ ,/&+]*(?:and |then |with )?\d+ ?(?:min\w*|secs?"
    r"|seconds)"
    r" (?:of )?walk\w*(?:[ ,]*(?:x|times) ?\d{1,2}\b|[ ,]*\d{1,2} ?(?:x|times|rounds|sets)\b)?"
)
"""One turn of running and walking, and how often."""
_NO_RUN = Pattern(
    r"\b(?:when|whenever|if|every time|once) i (?:run|jog|start)\b|\bused to (?:my|the|a)\b|\bhit the wall\b"
    r"|\bevery (?:\d+|few) min\w*\b"
    r"|\b(?:my|all|most|these|our) (?:[\w:.]+ ){0,4}?(?:runs|jogs|ones) (?:are|take|last|tend|average|vary|usually"
    r"|always|normally|mostly|all|only|go)\b"
    r"|\b(?:pb|pr|personal best) (?:is|was|stands at)\b"
    r"|\balways (?:the )?(?:last|slowest|at the back|come|finish|end up)\b"
    r"|\bi (?:can|could) (?:(?:maybe|perhaps|only|just|probably) )*(?:do|manage|fit|spare|find|get|run|jog)\b"
    r"|\b(?:the|my|our|this|that) (?:\w+ )?(?:race|event|distance) (?:is|will be|s) (?:only |just |like )*\d"
    r"|\bnot like an? (?:half|full|marathon|\d)"
    r"|\b(?:walk|run) \d[^,.]{0,12} or (?:run|walk)\b|\bvs\b|\bresults\b|\bratio\b|\bbattery\b"
)
_NOT_DONE = Pattern(
    r"\b(?:dared?|dares|daring|bets?|betting|challenged)\b|\bnext time\b|\bnever (?:ran|run|jogged)\b"
    r"|\b(?:drag(?:s|ged|ging)?|invit\w+|nag\w*) (?:me|us)\b|\btalk(?:s|ed|ing)? (?:me|us) into\b"
    r"|\b(?:slept|sleep|sleeping|asleep|nap|napped|awake|woke|in bed)\b"
    r"|\b(?:last night|the night) (?:was|were|is)\b|^(?:i )?(?:had|got|only) (?:only )?\d[^.]{0,12}\b(?:last night"
    r"|tonight)\b"
    r"|\b(?:without|w/?o|(?:with|w/?) (?:no|zero))(?: any)? (?:training|practice|preparation|prep)\b"
    r"|\b\d{1,3} ?(?:min\w*|kms?|k|miles?)? or \d{1,3} ?(?:min\w*|kms?|k|miles?|again)\b"
    r"|\b(?:wants?|told|asked|asks|tells|expects?|have|has|need|makes?) (?:me|us|to)\b(?: to)? (?:run|do|go)\b"
)
"""What was dared, slept, is left open or asked of somebody, unless a word says that it was done."""
_RAN_IT = Pattern(r"\b(?:ran|jogged|went for|finished|completed|managed|did (?:it|\d)|smashed|survived)\b")
_ASKED_ABOUT = Pattern(
    r"\b(?:i|ive|we) (?:asked|was asking|(?:only |just )?wanted to know|meant to ask|was wondering|wonder(?:ed)?)\b"
    r"|^(?:(?:so|and|ok|please|now|can you|could you|then) )*(?:project|predict|convert|calculate|compute|estimate"
    r"|compare|work out|extrapolate)\b|\b(?:formula|equation|vo2\w*|riegel|race predictor)\b"
)
"""A size in such words belongs to something asked."""
_ABLE = Pattern(
    r"\b(?:i|im|my)\b(?: \w+){0,2} (?:run|do|doing|running|pb|best|time|pace)\b(?=.*\b(?:need|want|wanna|goal|faster"
    r"|quicker|hoping|hope|trying|aim|dream|get (?:it )?(?:down|under)|improve|beat|sub)\b)"
)
"""What somebody can run now, told for the sake of what they wish."""
_THROWN_BACK = Pattern(r"^(?:what|wait|but|no)?[ ,]*\d[\d.]* ?(?:kms?|k|miles?|mi|min\w*|hours?)\W*\?")
"""An answer's size held against it: "5 km? i did 2"."""
_AHEAD = Pattern(
    r"\b(?:till|until|before|in \d+ (?:weeks|months|days)|my (?:first|next)|for (?:a|my|the)|up|prep\w*|coming)\b"
)
_SIZES = frozenset({"distance_m", "duration_s", "speed_m_s", "pace_s_per_km"})
_ALL_TOLD = Pattern(r"\d ?(?:kms?|k|miles?|mi|min\w*) (?:all (?:told|in)|in total|in all|altogether)\b")
"""A sum of what was done."""
_IN_GENERAL = Pattern(
    r"\b(?:(?:\w+ )?runners|people|athletes|subjects|participants|stud(?:y|ies)|trials?|models?|exponent|coefficient"
    r"|curve|literature|times (?:in|of|for)|(?:under|over) ?-?(?:estimat|predict)\w+)\b"
)
_SELF = Pattern(r"\b(?:i|im|ive|my|me|we|our)\b")
_DUE = Pattern(
    rf"\b(?:is|starts|comes up|coming up)(?: not)? (?:on |this |next |in )?(?:the )?(?:{DAY_NAME}|{MONTH}|\d)\b"
)
_FAILED = Pattern(
    r"\b(?:couldnt|could not|didnt|did not|cant|cannot|never) (?:\w+ )?(?:finish|complete|manage|get (?:past|to"
    r"|through))\b"
    r"|\b(?:struggl\w+|unable|scared|afraid|trying|dream\w*|hope|hoping) (?:to|of|about) (?:run\w*"
    r"|jog\w*"
    r"|do(?:ing)?|finish\w*|go|get\w*)\b"
)
_COMING = Pattern(
    rf"\b(?:(?:the )?day after tomorrow|tomorrow|next (?:week|weekend|{DAY_NAME})|later(?: today)?)\b"
    r"(?: (?:morning|evening|afternoon|night))?"
)
_BESIDE_A_SIZE = frozenset("run runs jog easy long slow steady tempo a an the my in at for and then of".split())
_WORD = Pattern(r"[a-z]+")
_FEW_WORDS = 4
_SHORTEST_S = 60.0
"""Seconds below which a time is that of a part: "ran 30 secs twice"."""


def read_run(said: Utterance) -> Frame | None:
    """Read a clause that tells a run, with what it says about its size and day."""
    return _of_turns(said) if _TURNS.search(said.digits) else _of_one_outing(said)


def _of_one_outing(said: Utterance) -> Frame | None:
    said = _as_counted(said)
    if is_no_report(said):
        return None
    placed, said = said, told_of_the_run(said)
    entities, ask = run_size(said)
    if is_a_part(entities):
        return None
    if not (entities.keys() & _SIZES or ask):
        if not _UNMEASURED.search(said.words) or any(item.dimension != "aside" for item in placed.items):
            return None
        ask = Ask(slot="distance_m")
    elif not _tells(said, entities, ask):
        return None
    if day := past_day(said):
        entities["date"] = day.on.isoformat()
    if WALKED.search(said.digits) and not _RAN.search(said.words):
        entities["gait"] = "walk"
    return Frame(intent="log_run", entities=entities, ask=ask)


def _as_counted(said: Utterance) -> Utterance:
    """Return a clause without a distance that is doubted in it, and with its repetitions summed."""
    doubted = without_doubted(said)
    return reps_summed(said if doubted is None else doubted.said)


def _of_turns(said: Utterance) -> Frame | None:
    """Read an outing of running and walking by turns: the length of one turn is not that of the outing."""
    rest = said.saying(" ".join(_TURNS.sub(" ", said.digits).split()))
    if rest.has("distance", "duration", "clock"):
        return _of_one_outing(rest)
    done = _RAN_IT.search(said.words) is not None and not is_no_report(said)
    return Frame(intent="log_run", ask=Ask(slot="distance_m")) if done else None


def is_a_part(entities: dict[str, Any]) -> bool:
    """Whether the only size told is that of a part of an outing: "ran 30 secs twice"."""
    return entities.get("duration_s", _SHORTEST_S) < _SHORTEST_S and "distance_m" not in entities


def is_no_report(said: Utterance) -> bool:
    """Whether a clause asks, plans, tells a habit or another sport."""
    text = said.words
    if (
        _TOLD_OF_OTHERS.search(text)
        or _EASY_ONE.search(said.digits)
        or _NO_RUN.search(said.digits)
        or _TO_THE_COACH.search(text)
        or only_speaks(text)
    ):
        return True
    if is_question(_DID_IT.sub("", _TO_LOG.sub("", NO_IDEA.sub("", text)))) or said.has(
        "weekly_distance", "weekly_duration", "frequency"
    ):
        return True
    if _FAILED.search(text) or _DUE.search(text) or (_NOT_DONE.search(said.digits) and not _RAN_IT.search(text)):
        return True
    if FUTURE.search(text) and not _SURELY_DONE.search(text):
        return True
    if _ASKED_ABOUT.search(text) or _THROWN_BACK.search(text) or (_ABLE.search(text) and past_day(said) is None):
        return True
    return OTHER_SPORT.search(text) is not None and not (_RAN.search(text) or WALKED.search(text))


def is_to_come(said: Utterance) -> bool:
    """Whether a message is the size of a run with a day to come, and nothing else: "tomorrow 5k 25:00"."""
    if not said.has("distance", "duration") or not _COMING.search(said.digits) or is_question(said.words):
        return False
    rest = said.digits
    for item in sorted(said.items, key=lambda one: -one.start):
        rest = f"{rest[: item.start]} {rest[item.end :]}"
    return all(word in _BESIDE_A_SIZE for word in _WORD.findall(_COMING.sub(" ", rest)))


def _tells(said: Utterance, entities: dict[str, Any], ask: Ask | None) -> bool:
    """Whether a size is told as a run: by a verb, two measures, a day, or the noun of a run."""
    sizes = len(entities.keys() & _SIZES)
    reports = PAST_RUN.search(said.words) or _LOG.search(said.words) or _DID_IT.match(said.words)
    if reports or sizes > 1 or (ask and sizes):
        return True
    dated = past_day(said) is not None
    if not dated and is_yet_to_come(said.words):
        return False
    if len(said.words.split()) <= _FEW_WORDS and said.has("distance"):
        return True
    if sizes and _ALL_TOLD.search(said.words):
        return True
    noun = RUN_NOUN.search(said.words) is not None
    general = _IN_GENERAL.search(said.words) is not None and not _SELF.search(said.words)
    return dated or (noun and not general and not _AHEAD.search(said.digits))
