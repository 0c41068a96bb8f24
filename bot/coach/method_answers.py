"""Answer how our own figures and grades come about: formula, error, kind of range, rivals, whom it was tried on."""

from __future__ import annotations

import re
from typing import Final, Literal, get_args

from bot.coach.bodies import missing_for_projection
from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.nlu.frame import About, AboutFigures, AboutOneMethod
from bot.nlu.pattern import Pattern
from bot.voice.phrase import join

Family = Literal["run", "walk", "fat", "race", "body", "pulse", "rest", "intensity", "beats"]
_FAMILIES: Final[tuple[Family, ...]] = ("run", "walk", "fat")
"""What names its subject itself ("adaptive", "eating") is answered of these where the family at hand has nothing."""
_OF_EACH: Final[frozenset[About]] = frozenset(
    {"equation", "error", "interval", "limits", "rivals", "validation", "sensitivity"}
)
"""What every method has of its own, so that another's would be a wrong answer."""
_BY_SUBJECT: Final[dict[About, Family]] = {"top_pulse": "pulse", "rest": "rest"}
"""Questions that name their method, and ask of it no more than how it goes."""
_PLAIN: Final[frozenset[About]] = frozenset({"grades", "authors", "doubtful", "doctor", "basis"})
"""Answers that hang on no figure."""
_OF_FIGURES: Final[frozenset[About]] = frozenset(get_args(AboutFigures))
METHOD: Final[frozenset[About]] = _PLAIN | _OF_FIGURES | {"example", "top_pulse"}
"""What is answered here."""
_NAMES_RUN: Final = Pattern(
    r"\b(?:kcals?|calories?|energy|hills?|slopes?|gradients?|wind|burn\w*|looney|acsm|minetti|mets?|run cost"
    r"|cost of (?:a |the )?(?:run|running)"
    r"|economy|\d+(?:\.\d+)? ?(?:km?|miles?)(?! ?(?:a|per) week))\b",
    re.IGNORECASE,
)
_NAMES_WALK: Final = Pattern(r"\bwalk\w*\b", re.IGNORECASE)
_NAMES_FAT: Final = Pattern(
    r"\b45 ?(?:%|percent)|\b(?:fat|glycogen|model"
    r"|(?<!\d )(?<!\d)(?:kg|kilos?)|weight|lose|loss|hall|projections?|projected|forecasts?|planner|3,?500"
    r"|7,?700|pennington"
    r"|pontzer|(?:a|the|per) year|months|eat\w*|food|intake|hunger|appetite|diet)\b",
    re.IGNORECASE,
)
_NAMES_BODY: Final = Pattern(
    r"\b(?:body ?-?fat|bf|fat (?:percent\w*|%)|navy|tapes?)(?!\w)|\d ?(?:%|percent) (?:body )?fat\b", re.IGNORECASE
)
_NAMES_PULSE: Final = Pattern(
    r"\bnes\b|\b(?:max(?:imum|imal)?|top|peak|highest) (?:heart ?rate|hr|pulse)\b|\bhr ?max\b|\btanaka\b|\bgellish\b"
    r"|\b22[0o] ?(?:-|minus)|\b211\b|\d ?(?:bpm|beats)\b|\b(?:bpm|beats) (?:either|off|out)\b",
    re.IGNORECASE,
)
_NAMES_REST: Final = Pattern(
    r"\b(?:rmr|bmr|ree|resting (?:metabol\w+|energy|expenditure|burn|rate)|basal (?:metabol\w+|rate)|mifflin|cunningham"
    r"|harris|katch|schofield|henry|ten haaf)\b",
    re.IGNORECASE,
)
_NAMES_RACE: Final = Pattern(
    r"\b(?:riegel\w*|vickers|vertosick|exponent|1\.06|race (?:times?|predict\w+)|v-?dot|critical (?:speed|power"
    r"|velocity)|power[- ]duration|cameron|purdy|mcmillan|daniels|marathon prediction|predict\w* (?:my )?(?:10 ?k|5 ?k"
    r"|half|marathon"
    r"|time)\w*)\b",
    re.IGNORECASE,
)
_NAMES: Final[tuple[tuple[Family, Pattern], ...]] = (
    ("beats", Pattern(r"\bkeytel\b", re.IGNORECASE)),
    ("pulse", _NAMES_PULSE),
    ("rest", _NAMES_REST),
    ("race", _NAMES_RACE),
    ("body", _NAMES_BODY),
    ("walk", _NAMES_WALK),
    ("run", _NAMES_RUN),
    ("fat", _NAMES_FAT),
)
_OURS: Final = Pattern(
    r"\b(?:fitted (?:on|to)|out[- ]of[- ]sample|training data|your|looney\w*|hall|equations?|formulas?|models?"
    r"|estimates?|projections?|sums?|calculations?)\b",
    re.IGNORECASE,
)
_NAMES_FORMULA: Final = Pattern(r"\b(?:formula|equation)s?\b.{0,24}\b(?:and|with|plus|,)", re.IGNORECASE)
"""The formula is asked for along with its error."""
_OF_ONE_METHOD: Final[frozenset[About]] = frozenset(get_args(AboutOneMethod))
_BODY_FACTS: Final = 4
_OF_FIGURE: Final[dict[str, Family]] = {
    "race_time_s": "race",
    "body_fat_fraction": "body",
    "rmr_kcal_day": "rest",
    "maintenance_kcal_day": "rest",
    "met": "intensity",
    "gross_kcal_kg_h": "intensity",
    "gross_vo2_ml_kg_min": "intensity",
}
_OF_FAT: Final = frozenset({"fat_loss_kg", "weight_loss_kg"})


def answer_method(draft: Draft, w: Workings, about: About) -> None:
    """Answer a question about our own method, of the figure shown last or of the one the question names."""
    if about in _PLAIN:
        draft.say(f"method.{about}")
    elif (state := permissions(w.runner).state) is not None:
        draft.say(f"coach.withheld.{state}")
    elif about == "example":
        _example(draft, w)
    elif about in _BY_SUBJECT:
        _of_family(draft, _BY_SUBJECT[about], "equation")
    else:
        if about in {"error", "interval"} and _NAMES_FORMULA.search(w.message.text):
            draft.say(f"method.{family_of(w)}.equation")
            draft.new_paragraph()
        _of_family(draft, family_of(w), about)
    if (
        w.thread.figured is not None
        and about != "top_pulse"
        and about in _OF_FIGURES
        and permissions(w.runner).state is None
    ):
        draft.button("how", "v1:how")


def speaks_of_method(w: Workings) -> bool:
    """Whether the turn before told how figures come about, so that "its error?" or "n=?" is asked of that."""
    last = w.thread.last
    return last is not None and last.intent == "source" and last.entities.get("about") in METHOD | {"funding"}


def _of_family(draft: Draft, family: Family, about: About) -> None:
    told = [one for one in (family, *_FAMILIES) if draft.texts.has(f"method.{one}.{about}")]
    own = about in _OF_ONE_METHOD or (about in _OF_EACH and family not in _FAMILIES)
    if own and not draft.texts.has(f"method.{family}.{about}"):
        draft.say("method.detail_missing")
        _source(draft, f"method.{family}.validation_source" if family == "fat" else f"method.{family}.source")
        return
    family = told[0]
    name = f"method.{family}.{about}"
    draft.say(name)
    sources = (f"{name}_source", f"method.{family}.source", f"method.{family}.equation_source")
    _source(draft, next(one for one in sources if draft.texts.has(one)))


def _source(draft: Draft, name: str) -> None:
    draft.new_paragraph()
    draft.say(name)


def _example(draft: Draft, w: Workings) -> None:
    """Say why an example's figure was shown, and what is missing for the person's own."""
    missing = missing_for_projection(w.runner)
    if not missing:
        draft.say("method.yours")
    elif len(missing) < _BODY_FACTS:
        fields = join((draft.texts.say(f"coach.field.{name}") for name in missing), ", ")
        draft.say("method.example_partly", missing=fields)
    else:
        draft.say("method.example")
        draft.button("my_numbers", "v1:numbers")


def speaks_of_ours(text: str) -> bool:
    """Whether a question names our own sums, and not only "that"."""
    return _OURS.search(text) is not None


def family_named(text: str) -> Family | None:
    """Return whose method a text names, None if it names none or both."""
    named = [family for family, pattern in _NAMES if pattern.search(text)]
    if named and named[0] not in _FAMILIES:
        return named[0]
    if named[:1] == ["walk"] and "fat" not in named:
        return "walk"
    return named[0] if len(named) == 1 else None


def family_of(w: Workings) -> Family:
    """Return whose method is asked about: the one named, else the talk's, else that of the figure shown last."""
    return family_named(w.message.text) or _family_talked_of(w) or family_of_figure(w)


def _family_talked_of(w: Workings) -> Family | None:
    """Return whose method the questions since the newest figure named: "is the Hall model validated?"."""
    for one in reversed(w.thread.exchanges):
        if one.reply.figures and one.intent not in {"why", "source"}:
            return None
        if one.intent != "source" or one.entities.get("about") not in METHOD:
            continue
        named = family_named(one.said) or _BY_SUBJECT.get(one.entities["about"])
        # What rest is taken off a run is an aside: two turns on, "the error" is that of the run again.
        if named is not None and (named != "rest" or one is w.thread.last or w.thread.figured is None):
            return named
    return None


def family_of_figure(w: Workings) -> Family:
    """Return the method of the figure shown last, that of a run where none was."""
    figures = w.thread.figured.reply.figures if w.thread.figured is not None else ()
    if not figures:
        return "run"
    if (own := _OF_FIGURE.get(figures[0].name)) is not None:
        return own
    if figures[0].name in _OF_FAT:
        return "fat"
    if figures[0].method.startswith("keytel"):
        return "beats"
    return "walk" if "lcda" in figures[0].method and "re3" not in figures[0].method else "run"
