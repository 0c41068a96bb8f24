"""Taps and follow-ups that lean on what was said before; no new search is made."""

from __future__ import annotations

from itertools import groupby
from typing import get_args

from bot.coach.answering import explain, tell_more, tell_parts
from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.planner import again
from bot.coach.turn import Exchange, SaveRunner
from bot.coach.wording_keeping import profile_facts
from bot.coach.wording_reminders import schedule_in_words
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library
from bot.reply import Citation, Figure, FigureInput
from bot.runner import Goal
from bot.science.estimate import Origin
from bot.voice.phrase import Phrase, join, phrase


def explained_article(w: Workings, library: Library) -> Article | None:
    """Return the article the talk is about: the first one cited in the newest answer that cited any."""
    for exchange in reversed(w.memory.exchanges):
        for citation in exchange.reply.citations:
            if citation.article in library.articles:
                return library.articles[citation.article]
    return None


def more(draft: Draft, w: Workings, library: Library) -> None:
    """Tell the next part of the article the talk is about."""
    article = explained_article(w, library)
    if article is None:
        _nothing_to_follow(draft)
        return
    tell_more(draft, article, library)
    draft.button("more", "v1:more")


def why(draft: Draft, w: Workings, library: Library) -> None:
    """Tell the reasons, then the evidence."""
    article = explained_article(w, library)
    if article is None:
        receipt(draft, w) if _with_figures(w) else _nothing_to_follow(draft)
        return
    tell_parts(draft, article, ("because", "evidence"), library)


def goal(draft: Draft, w: Workings, library: Library, wanted: Goal) -> None:
    """Keep the goal and tell what it means for the question at hand."""
    allowed = permissions(w.runner)
    if not allowed.goals:
        draft.say(f"coach.withheld.{allowed.state}")
        return
    after = w.runner.model_copy(update={"goal": wanted})
    w.staged.append(SaveRunner(runner=after))
    w.runner = after
    article = explained_article(w, library)
    if article is None:
        draft.say("coach.goal_noted", goal=draft.texts.say(f"coach.goal.{wanted}"))
        return
    part = {"smaller": "for_smaller", "fuller": "for_fuller"}.get(wanted)
    tell_parts(draft, article, (part, "how_to") if part else ("how_to",), library)  # type: ignore[arg-type]


def one_article(draft: Draft, w: Workings, library: Library, slug: str) -> None:
    """Answer from the article that was offered."""
    article = library.articles.get(slug)
    if article is None:
        _nothing_to_follow(draft)
        return
    explain(draft, article, w, library)


def sources(draft: Draft, w: Workings) -> None:
    """Show what stands behind the newest answer: work, quote, strength, link; for a sum, its working."""
    exchange = next((one for one in reversed(w.memory.exchanges) if one.reply.citations or one.reply.figures), None)
    if exchange is None:
        _nothing_to_follow(draft)
        return
    if not exchange.reply.citations:
        receipt(draft, w)
        return
    draft.citations.extend(exchange.reply.citations)
    draft.list_sources = False
    for quote, cited in groupby(exchange.reply.citations, key=lambda citation: citation.quote):
        group = list(cited)
        licence = f"passage:{group[0].n}"
        works = (_work(citation) for citation in group)
        draft.say(
            "coach.source_item",
            works=join(works, " · "),
            quote=phrase(quote, licence),
            strength=draft.texts.say(f"coach.strength_word.{group[0].strength}"),
        )
        draft.new_paragraph()


def _work(citation: Citation) -> Phrase:
    link = f", {citation.url_or_doi}" if citation.url_or_doi else ""
    return phrase(f"[{citation.n}] {citation.source}{link}", f"passage:{citation.n}")


def receipt(draft: Draft, w: Workings) -> None:
    """Show how the newest figures came about: in words, inputs, source."""
    exchange = _with_figures(w)
    if exchange is None:
        draft.say("coach.receipt.none")
        return
    told: set[str] = set()
    for figure in exchange.reply.figures:
        licence = f"figure:{figure.name}"
        draft.new_paragraph()
        draft.figures.append(figure)
        draft.say("coach.receipt.title", figure=phrase(figure.shown, licence))
        if draft.texts.has(f"coach.receipt.{figure.name}"):
            draft.say(f"coach.receipt.{figure.name}")
        working = _working(draft, figure, licence)
        if working.text not in told:
            told.add(working.text)
            draft.new_paragraph()
            draft.add(working)


def dispute(draft: Draft, w: Workings) -> None:
    """Open the working of the newest figures and ask what is off; the answer redoes the sum."""
    receipt(draft, w)
    if draft.figures:
        draft.new_paragraph()
        draft.say("coach.receipt.ask_wrong")


def _working(draft: Draft, figure: Figure, licence: str) -> Phrase:
    """Return the inputs of a figure by where they came from, and its source."""
    lines = []
    for origin in get_args(Origin):
        inputs = [
            _input(draft, name, given, licence) for name, given in figure.inputs.items() if given.origin == origin
        ]
        if inputs:
            lines.append(draft.texts.say(f"coach.receipt.{origin}", inputs=join(inputs, ", ")))
    lines.append(draft.texts.say("coach.receipt.source", source=phrase(figure.source, licence)))
    return join(lines)


def _input(draft: Draft, name: str, given: FigureInput, licence: str) -> Phrase:
    value = phrase(_input_value(given), licence)
    label = f"coach.input.{name}"
    return draft.texts.say(label, value=value) if draft.texts.has(label) else join([phrase(name), value])


def _input_value(given: FigureInput) -> str:
    value = given.value if isinstance(given.value, str) else f"{given.value:.4g}"
    return f"{value} {given.unit}".strip()


def known(draft: Draft, w: Workings) -> None:
    """Say what is known about the person."""
    facts = profile_facts(draft, w.memory.runner)
    reminders = [schedule_in_words(draft, reminder.schedule) for reminder in w.memory.reminders]
    if not facts and not reminders and not w.memory.runs:
        draft.say("coach.known.nothing")
    if facts:
        draft.say("coach.known.list", facts=join(facts, ", "))
    if reminders:
        draft.say("coach.known.reminders", reminders=join(reminders, "; "))
    if w.memory.runs:
        draft.say("coach.known.runs", count=phrase(str(len(w.memory.runs)), "record:runs"))


def on_top(draft: Draft, w: Workings, *, agreed: bool) -> None:
    """Take the answer to whether planned running comes on top; if not, ask what is run now and do the sum again."""
    if agreed or w.last is None:
        draft.say("coach.on_top_agreed")
        return
    w.frame = again(w.frame, w.last, replaces=True)
    draft.pending = "runs_now_m_per_week"
    draft.say("coach.ask_runs_now")


def adult(draft: Draft, w: Workings, *, confirmed: bool) -> None:
    """Take the answer of somebody who had said they are under 18 and then named an adult age."""
    age = w.last.entities.get("age_years") if w.last is not None else None
    if not confirmed or age is None:
        draft.say("coach.withheld.under_18")
        return
    after = w.runner.model_copy(update={"age_years": float(age), "flags": w.runner.flags - {"minor"}})
    w.staged.append(SaveRunner(runner=after))
    w.runner = after
    draft.kind = "confirm"
    draft.say("coach.noted.facts", facts=join(profile_facts(draft, after, only=frozenset({"age_years"})), ", "))


def goal_named(name: str) -> Goal | None:
    """Return the goal of this name, if there is one."""
    return next((one for one in get_args(Goal) if one == name), None)


def _with_figures(w: Workings) -> Exchange | None:
    return next((exchange for exchange in reversed(w.memory.exchanges) if exchange.reply.figures), None)


def _nothing_to_follow(draft: Draft) -> None:
    draft.kind = "clarify"
    draft.say("coach.nothing_to_follow")
