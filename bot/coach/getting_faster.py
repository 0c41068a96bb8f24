"""Answer whether a time is good or can be reached, how to get faster, and what the quick session looks like."""

from __future__ import annotations

import re
from typing import Final

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy
from bot.nlu.time_goal_words import TimeAsked, five_km_seconds, time_asked
from bot.training.run import Run
from bot.voice.phrase import phrase

_ARTICLE: Final = "good-pace-for-a-beginner"
_LOOSE: Final = frozenset(
    {
        "out_of_scope",
        "knowledge_question",
        "plan",
        "set_profile",
        "smalltalk",
        "projection_question",
        "feeling",
        "more",
        "calorie_question",
    }
)
_OPEN_TO: Final = frozenset({None, "under_18", "number_free"})
_AVERAGE_S: Final = 1762
"""The average finish of a weekly public 5K, 29:22, as the article tells it (Hellen 2019). [s]"""
_AVERAGE: Final = re.compile(r"\baverage finish\b")
_FAR: Final = 0.9
"""A wished time below this share of the present one is a big jump."""
_FIVE_KM: Final = (4800.0, 5200.0)
_LONGEST: Final = 30


def answer_faster(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer a question about a time or about getting faster; return whether it was one."""
    text = w.message.text
    if w.frame.intent not in _LOOSE or len(text.split()) > _LONGEST or permissions(w.runner).state not in _OPEN_TO:
        return False
    said = repaired(tidy(text), names=names_in(text))
    asked = time_asked(said)
    if asked is None or _ARTICLE not in library.articles:
        return False
    wished = five_km_seconds(said)
    _open(draft, w, asked, wished)
    if asked == "session":
        draft.say("faster.session_new")
    elif asked != "is_it_good":
        draft.say("faster.how")
    _source(draft, library, said, average=asked == "is_it_good" and draft.quotes_numbers)
    if asked in {"reachable", "goal"} and _now_s(w) is None and not draft.ever_asked("faster.ask_now"):
        draft.new_paragraph()
        draft.say("faster.ask_now")
    return True


def _open(draft: Draft, w: Workings, asked: TimeAsked, wished: int | None) -> None:
    now = _now_s(w)
    match asked:
        case "is_it_good":
            against = "open" if wished is None else "quicker" if wished < _AVERAGE_S else "slower"
            draft.say(f"faster.good_{against}")
        case "reachable":
            known = wished is not None and now is not None
            how_far = "_far" if known and (wished or 0) < _FAR * (now or 0) else "_near" if known else ""
            draft.say(f"faster.reachable{how_far}")
        case "goal":
            draft.say("faster.goal")
        case "session":
            draft.say("faster.session")
        case "faster":
            pass


def _now_s(w: Workings) -> float | None:
    """Return their quickest logged 5 km, else the time they named for it earlier in the talk. [s]"""
    logged = [seconds for run in w.memory.runs if (seconds := _of_five(run)) is not None]
    told = (five_km_seconds(tidy(one.said)) for one in reversed(w.memory.exchanges) if not time_asked(tidy(one.said)))
    return min(logged) if logged else next((seconds for seconds in told if seconds is not None), None)


def _of_five(run: Run) -> float | None:
    near = run.distance_m is not None and _FIVE_KM[0] <= run.distance_m <= _FIVE_KM[1]
    return run.duration_s if near else None


def _source(draft: Draft, library: Library, said: str, *, average: bool) -> None:
    """End with what the article says: the average where a time was judged, else its verdict or its marks."""
    article = library.articles[_ARTICLE]
    held = [one for one in picking.of_part(article, "evidence") if average and _AVERAGE.search(one[1].text)]
    told = list(picking.fresh(draft, held))[:1] or picking.verdict(draft, article, said)[:1]
    for passage, sentence in told:
        draft.add(draft.quote(passage, sentence, library))
    if not told:
        passage = article.part("verdict")[0]
        marks = draft.cite(passage, passage.sentences[0], library)
        draft.add(phrase("".join(f"[{n}]" for n in marks), f"passage:{marks[0]}"))
