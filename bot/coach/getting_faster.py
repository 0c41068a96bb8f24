"""Answer whether a time is good or can be reached, how to get faster, and what the quick session looks like."""

from __future__ import annotations

from typing import Final

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.pattern import Pattern
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy
from bot.nlu.time_goal_words import TimeAsked, five_km_seconds, five_km_times, time_asked
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
_AVERAGE: Final = Pattern(r"\baverage finish\b")
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
    if asked is None or _ARTICLE not in library.articles or (asked == "other_days" and not _is_subject(w, library)):
        return False
    wished = five_km_seconds(said)
    _open(draft, w, asked, wished, _now_s(w, said))
    if asked == "session":
        draft.say("faster.session_new")
    elif asked in {"reachable", "goal", "faster"}:
        draft.say("faster.how")
    _source(draft, library, said, _AVERAGE if asked == "is_it_good" else None)
    if asked in {"reachable", "goal"} and _now_s(w, said) is None and not draft.ever_asked("faster.ask_now"):
        draft.new_paragraph()
        draft.say("faster.ask_now")
    return True


def _open(draft: Draft, w: Workings, asked: TimeAsked, wished: int | None, now: float | None) -> None:
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
            if wished is not None and now is not None:
                draft.say(f"faster.reachable_{'far' if wished < _FAR * now else 'near'}")
        case "session" | "other_days" | "progress":
            draft.say(f"faster.{asked}")
        case "faster":
            pass


def _is_subject(w: Workings, library: Library) -> bool:
    subject = w.thread.article(library)
    return subject is not None and subject.slug == _ARTICLE


def _now_s(w: Workings, said: str) -> float | None:
    """Return their quickest logged 5 km, else the time they named as theirs here or earlier in the talk. [s]"""
    if len(named := five_km_times(said)) > 1:
        return max(named)
    logged = [seconds for run in w.memory.runs if (seconds := _of_five(run)) is not None]
    told = (five_km_seconds(tidy(one.said)) for one in reversed(w.memory.exchanges) if not time_asked(tidy(one.said)))
    return min(logged) if logged else next((seconds for seconds in told if seconds is not None), None)


def _of_five(run: Run) -> float | None:
    near = run.distance_m is not None and _FIVE_KM[0] <= run.distance_m <= _FIVE_KM[1]
    return run.duration_s if near else None


def _source(draft: Draft, library: Library, said: str, wanted: Pattern | None) -> None:
    """End with what the article says: the sentence wanted, else its verdict, else its marks."""
    article = library.articles[_ARTICLE]
    parts = picking.of_part(article, "evidence") if wanted is not None else []
    held = [one for one in parts if wanted is not None and wanted.search(one[1].text)]
    told = list(picking.fresh(draft, held))[:1] or picking.verdict(draft, article, said)[:1]
    for passage, sentence in told:
        draft.add(draft.quote(passage, sentence, library))
    if not draft.citations:
        passage = article.part("verdict")[0]
        marks = draft.cite(passage, passage.sentences[0], library)
        draft.add(phrase("".join(f"[{n}]" for n in marks), f"passage:{marks[0]}"))
