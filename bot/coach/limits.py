"""What a person rules out binds the turns that follow: kept with their profile, and held against every answer.

Here alone is decided that an answer offers what was ruled out. Sentences of articles that do are somebody else's
(`for_others`), so the next best is told; fixed words that do give way to honest ones. A claim about running is no
offer: somebody who only walks may still ask what running does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from bot.coach.birth_told import begins_how, is_checked
from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.turn import DeletePerson, SaveRunner
from bot.coach.workings import Workings
from bot.nlu.ache_words import ache_told
from bot.nlu.cues import is_question
from bot.nlu.limit import Limit
from bot.nlu.limits_told import keeps_to_the_mat, limits_told
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy
from bot.runner import AFTER_A_BIRTH

Held = Limit | Literal["on_the_mat"]
"""What stands, the wish of this very moment to stay on the mat included."""

_GRAVEST_FIRST: Final[tuple[Held, ...]] = (
    "not_checked",
    "on_the_mat",
    "only_walks",
    "no_jogging",
    "sore_joint",
    "no_gym",
    "no_equipment",
)
_KEPT_ALOUD: Final[tuple[Limit, ...]] = ("not_checked", "only_walks", "no_jogging", "no_gym", "no_equipment")
_NEGATION: Final = (
    r"\b(?:no|not|never|without|don't|doesn't|needn't|wait with|hold off|leave out|leave|before you|before any"
    r"|instead of"
    r"|rather than|stop)\b(?:\W+\w+){0,4}\W+(?:jog|run)"
)
_JOGS: Final = (
    r"\bjog(?:s|ging)?\b|\b(?:short|easy|soft|small|slow|next|first|your) runs?\b|\brun[ -]walks?\b|\b(?:easy"
    r"|steady) running\b"
    r"|\brun (?:softly|slow|slowly|easy|gently|about|half|one|a|two|for|while|until|at|as|every)\b"
    r"|(?:^|[.;:,] |\b(?:then|and|or) )(?:then )?run\b|\b(?:running|soft|jogged) parts\b|\bgo (?:for a run|running)\b"
    r"|\b(?:during|after) (?:the|a|your) run\b|\bsmaller dose\b|\bsteps a minute\b|\bcut your runs\b|\bhold the pace\b"
)
_OF_A_CHECK: Final = r"\b(?:check\w*|cleared|midwife|doctor|physio\w*|wait|weeks? of rest)\b"
_JUMPS: Final = r"\b(?:jump\w*|hops?|hopping|burpees?|skipping rope|jog(?:ging)? on the spot)\b"
_NO_KIT: Final = (
    r"\b(?:no|without|need no|instead of|needn't)\b(?:\W+\w+){0,3}"
    r"\W+(?:gym|barbell|dumbbell|machine|band|equipment|weights)"
)
_GYM: Final = r"\b(?:gyms?|barbells?|leg press|machines?)\b"
_KIT: Final = rf"{_GYM}|\b(?:dumbbells?|kettlebells?|bands?|band walks)\b"


def _offers(what: str, unless: str) -> str:
    return rf"^(?!.*(?:{unless})).*(?:{what})"


_OFFERS: Final[Mapping[Held, str]] = {
    "not_checked": _offers(rf"{_JOGS}|{_JUMPS}", f"{_NEGATION}|{_OF_A_CHECK}"),
    "on_the_mat": _offers(f"{_JOGS}|{_JUMPS}", _NEGATION),
    "only_walks": _offers(_JOGS, _NEGATION),
    "no_jogging": _offers(_JOGS, _NEGATION),
    "sore_joint": _offers(_JUMPS, r"\b(?:no|not|without|instead of|leave out|avoid)\b"),
    "no_gym": _offers(_GYM, _NO_KIT),
    "no_equipment": _offers(_KIT, _NO_KIT),
}
_ASKS_TO_RUN: Final = Pattern(r"\b(?:run(?:ning|s)?|jog(?:ging|s)?|race|5k|10k)\b")
_ASKS_OF_KIT: Final = Pattern(r"\b(?:gyms?|dumbbells?|bands?|equipment|weights|machines?)\b")
_LOOSENED_BY: Final[Mapping[Held, Pattern]] = {
    "only_walks": _ASKS_TO_RUN,
    "no_jogging": _ASKS_TO_RUN,
    "no_gym": _ASKS_OF_KIT,
    "no_equipment": _ASKS_OF_KIT,
}
"""Who asks of it by name is answered; what is not safe yet is loosened by nothing."""
_SENTENCES: Final = Pattern(r"(?<=[.!?])\s+")
_LABEL: Final = Pattern(r"\bjog|\b(?:start|begin|go|first)\w* run", re.IGNORECASE)
_JOGGING: Final[frozenset[Held]] = frozenset({"not_checked", "only_walks", "no_jogging"})
_RECORDS: Final = frozenset({"export_data", "delete_data", "log_query", "log_run", "reminder_list", "reminder_create"})
"""What is on record is told as it is."""
_LONGEST: Final = 9
"""Words of a message that is about its limit alone."""
_LEANS: Final = 4
"""Words up to which a message still means the mat of the one before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """How far a reply has come: what is worded after it is held against the limits."""

    paragraphs: int
    citations: int
    told: int
    buttons: int


def take(w: Workings) -> None:
    """Hear what this message rules out or takes back, and put what then stands on the turn's profile."""
    if w.message.action is None:
        mother = w.runner.has_given_birth or "recent_birth" in w.frame.flags
        w.limits_told = limits_told(w.message.text, mother=mother)
    w.runner = w.runner.model_copy(update={"limits": _standing(w)})


def keep(w: Workings) -> None:
    """Stage what stands now, on top of whatever else of the profile is kept."""
    if any(isinstance(one, DeletePerson) for one in w.staged):
        return
    runner = next((one.runner for one in reversed(w.staged) if isinstance(one, SaveRunner)), w.memory.runner)
    limits = _standing(w)
    if limits != runner.limits:
        w.staged.append(SaveRunner(runner=runner.model_copy(update={"limits": limits})))


def answer_limit(draft: Draft, w: Workings) -> bool:
    """Answer a message that tells or lifts a limit and asks nothing; return whether it was that."""
    text, told = tidy(w.message.text), w.limits_told
    if (
        len(text.split()) > _LONGEST
        or _is_asked(text)
        or w.frame.flags
        or w.frame.intent in {"log_run", "reminder_resume"}
    ):
        return False
    kept = next((one for one in _KEPT_ALOUD if one in told.ruled_out), None)
    if kept is not None:
        again = kept in w.memory.runner.limits
        if (part := ache_told(text)) is not None:
            draft.say("ache.told", part=draft.texts.say(f"ache.part.{part}"))
        draft.say(f"limits.instead.{kept}" if again else f"limits.kept.{kept}")
        return True
    if told.lifted & w.memory.runner.limits - {"not_checked"}:
        draft.say("limits.kept.not_checked" if "not_checked" in _held(w) else "limits.lifted")
        return True
    return False


def marks(w: Workings) -> list[str]:
    """Return what marks sentences of articles that offer what was ruled out."""
    return [_OFFERS[one] for one in _held(w)]


def mark(draft: Draft) -> Mark:
    """Return how far a reply has come, in a paragraph of its own."""
    return Mark(
        paragraphs=len(draft.paragraphs) - (not draft.paragraphs[-1]),
        citations=len(draft.citations),
        told=len(draft.told),
        buttons=len(draft.buttons),
    )


def hold(draft: Draft, w: Workings, since: Mark) -> None:
    """Say honest words in the place of what was worded since, if it offers what was ruled out."""
    held = _held(w)
    if _JOGGING & set(held):
        draft.buttons[:] = [one for one in draft.buttons if not _LABEL.search(one.label)]
    broken = next((one for one in held if offers(draft, one, since.paragraphs)), None)
    if broken is None or draft.kind in {"confirm", "safety"} or draft.figures or w.frame.intent in _RECORDS:
        return
    draft.paragraphs[since.paragraphs :] = [[]]
    del draft.citations[since.citations :], draft.told[since.told :], draft.buttons[since.buttons :]
    draft.pending = None
    draft.say(f"limits.instead.{broken}")


def offers(draft: Draft, limit: Held, since: int = 0) -> bool:
    """Whether a reply offers what a limit rules out, from a paragraph on."""
    pattern = re.compile(_OFFERS[limit], re.IGNORECASE)
    said = (part.text for paragraph in draft.paragraphs[since:] for part in paragraph)
    return any(pattern.search(sentence) for text in said for sentence in _SENTENCES.split(text))


def breaks(draft: Draft, w: Workings) -> bool:
    """Whether a reply offers anything that was ruled out."""
    return any(offers(draft, one) for one in _held(w))


def _held(w: Workings) -> tuple[Held, ...]:
    """Return what stands in this turn, the gravest first."""
    text = tidy(w.message.text)
    held: set[Held] = {*w.runner.limits}
    state = permissions(w.runner).state
    if state in AFTER_A_BIRTH and begins_how(w) == "early" and not is_checked(w):
        held.add("not_checked")
    lately = w.last.said if w.last is not None and len(text.split()) <= _LEANS else ""
    if keeps_to_the_mat(w.message.text) or (keeps_to_the_mat(lately) and not _ASKS_TO_RUN.search(text)):
        held.add("on_the_mat")
    loosened = {one for one, asked in _LOOSENED_BY.items() if asked.search(text) and one not in w.limits_told.ruled_out}
    return tuple(one for one in _GRAVEST_FIRST if one in held - loosened)


def _standing(w: Workings) -> frozenset[Limit]:
    return (w.memory.runner.limits | w.limits_told.ruled_out) - w.limits_told.lifted


def _is_asked(text: str) -> bool:
    return is_question(text) or text.rstrip().endswith("?")
