"""Word what is worked out of somebody's body: BMI, body fat, energy at rest and of a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.record_facts import OwnBmi, OwnEnergy, OwnFat
from bot.knowledge.article import Library
from bot.nlu.pattern import Pattern
from bot.voice import formatting
from bot.voice.phrase import join, phrase

_SCALES: Final = ("measuring-body-fat", Pattern(r"\bscales missed fat\b|^Body fat scales weigh\b"))
_BEATS_BMI: Final = ("measuring-body-fat", Pattern(r"\bbeat BMI\b"))


def own_bmi(draft: Draft, fact: OwnBmi, library: Library) -> None:
    """Word the body mass index, or what is missing for it."""
    if fact.bmi is None:
        still_needed(draft, "own.bmi_needs", fact.missing)
        return
    draft.say("own.bmi", figure=draft.figure(fact.bmi, "you"))
    quote_fitting(draft, library, *_BEATS_BMI)
    draft.button("how", "v1:how")


def own_fat(draft: Draft, fact: OwnFat, library: Library) -> None:
    """Word the body fat, or what is missing for it."""
    if fact.scale_fraction is not None:
        shown = formatting.amount(100 * fact.scale_fraction, "%")
        draft.say("own.scale_fat", shown=phrase(shown, "said"))
        quote_fitting(draft, library, *_SCALES)
        draft.new_paragraph()
    if fact.fat is None:
        still_needed(draft, "own.fat_needs", fact.missing)
        return
    draft.say(f"own.fat_{fact.fat.method}", figure=draft.figure(fact.fat, "you"))
    draft.button("how", "v1:how")


def own_energy(draft: Draft, fact: OwnEnergy) -> None:
    """Word the energy at rest, and of a day where that was asked; or what is missing for them."""
    if fact.rest is None:
        still_needed(draft, "own.rest_needs", fact.missing)
        return
    draft.say(f"own.rest_{fact.rest.method}", figure=draft.figure(fact.rest, "you"))
    if fact.day is not None:
        activity = fact.day.inputs["pal"]
        level = phrase(f"{float(activity.value):g}", f"figure:{fact.day.name}")
        draft.say(f"own.day_energy_{activity.origin}", figure=draft.figure(fact.day, "you"), activity=level)
    draft.button("how", "v1:how")


def still_needed(draft: Draft, name: str, missing: Iterable[str]) -> None:
    """Ask for the fields of the body that are missing."""
    fields = [draft.texts.say(f"coach.field.{field}") for field in missing]
    draft.say(name, missing=join(fields, ", "))
    draft.pending = "body"


def quote_fitting(draft: Draft, library: Library, slug: str, wanted: Pattern) -> None:
    """Quote the sentences of an article that fit, with their citations; none if the article is not open."""
    article = library.articles.get(slug)
    if article is None:
        return
    of_article = picking.of_part(article, "verdict", "because", "evidence", "body")
    for passage, sentence in picking.fresh(draft, [one for one in of_article if wanted.search(one[1].text)]):
        draft.add(draft.quote(passage, sentence, library))
