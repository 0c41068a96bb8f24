"""How a figure came about: its working, how sure it is, which equation, net or gross, why so little.

Everything is read off the stored figure, so it works after a restart and after the articles have changed.
"""

from __future__ import annotations

import re
from typing import Final, get_args

from bot.coach import keeping, picking
from bot.coach.draft import Draft
from bot.coach.facts import PulseCost, RunCost
from bot.coach.figuring import run_cost
from bot.coach.method_answers import family_of_figure
from bot.coach.permissions import permissions
from bot.coach.thread import request_of
from bot.coach.turn import Exchange
from bot.coach.workings import Workings
from bot.knowledge.article import Library, Work
from bot.nlu.frame import About
from bot.nlu.pattern import Pattern
from bot.reply import Citation, Figure, FigureInput
from bot.science.converting import CONVERTED
from bot.science.estimate import Origin
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, phrase

_NARROWS: Final = Pattern(r"\bnarrow\w*|\btighter\b|\bmore (?:precise|exact)\w*", re.IGNORECASE)
"""A smaller range is wished for."""
_ENERGY: Final = frozenset({"net_kcal", "gross_kcal"})
_OF_FAT: Final = frozenset({"fat_loss_kg", "weight_loss_kg"})


def receipt(draft: Draft, w: Workings) -> None:
    """Show how the newest figures came about: in words, inputs, source."""
    exchange = w.thread.figured
    if _closed(draft, w) or exchange is None:
        return
    told: set[str] = set()
    for figure in exchange.reply.figures:
        draft.new_paragraph()
        _title(draft, figure)
        draft.say(_in_words(draft, figure))
        inputs = join(_inputs(draft, figure))
        if inputs.text not in told:
            told.add(inputs.text)
            draft.new_paragraph()
            draft.add(inputs)
            draft.new_paragraph()
            _source(draft, figure)
    draft.button("wrong", "v1:wrong")


def dispute(draft: Draft, w: Workings) -> None:
    """Open the inputs of the newest figure and ask which is off; the answer redoes the sum."""
    exchange = w.thread.figured
    if _closed(draft, w) or exchange is None:
        return
    figure = exchange.reply.figures[0]
    _title(draft, figure)
    draft.add(join(_inputs(draft, figure)))
    draft.new_paragraph()
    draft.say("coach.receipt.ask_wrong")


def explain(draft: Draft, w: Workings, exchange: Exchange, about: About) -> None:
    """Answer a question about the newest figure from its own method, range and source."""
    figure = exchange.reply.figures[0]
    if _closed(draft, w):
        return
    match about:
        case "equation":
            _title(draft, figure)
            own = f"method.{family_of_figure(w)}.equation"
            draft.say(own if figure.name in _ENERGY | _OF_FAT | {"rmr_kcal_day"} else _in_words(draft, figure))
            draft.new_paragraph()
            draft.add(join(_inputs(draft, figure)))
            draft.new_paragraph()
            _source(draft, figure)
        case "net_gross":
            _net_or_gross(draft, w, exchange, figure)
        case "certainty":
            _how_sure(draft, w, figure)
        case "size":
            _shown(draft, figure, f"follow.size.{figure.name}")
            if figure.name not in _ENERGY:
                draft.button("less_food", "v1:less")
                draft.button("one_more", "v1:one_more")
    if about != "equation":
        draft.button("how", "v1:how")


def unchanged(draft: Draft, figure: Figure) -> None:
    """Say that a figure stays as it was."""
    draft.figures.append(figure)
    draft.say("follow.unchanged", figure=phrase(figure.shown, f"figure:{figure.name}"))
    draft.button("how", "v1:how")


def _closed(draft: Draft, w: Workings) -> bool:
    """Say why no figure is opened: there was none, or this person gets none any more; return whether it was said."""
    state = permissions(w.runner).state
    if state is not None:
        draft.say(f"coach.withheld.{state}")
    elif w.thread.figured is None:
        draft.say("coach.receipt.none")
    return state is not None or w.thread.figured is None


def _net_or_gross(draft: Draft, w: Workings, exchange: Exchange, figure: Figure) -> None:
    """Say that it is net, and what the same session is gross, done for the same person once more."""
    if figure.name not in _ENERGY:
        draft.say("follow.net.fat")
        return
    runner = keeping.with_told(w.runner, exchange.entities) if exchange.intent == "calorie_question" else w.runner
    cost = run_cost(runner, request_of(exchange))
    found = cost.gross if isinstance(cost, RunCost | PulseCost) and cost.subject == figure.subject else None
    if exchange.intent == "calorie_question" and found is not None:
        draft.figures.append(figure)
        gross = draft.figure(found, figure.subject)
        draft.say("follow.net.both", net=phrase(figure.shown, f"figure:{figure.name}"), gross=gross)
        return
    draft.say("follow.net.run")


def _how_sure(draft: Draft, w: Workings, figure: Figure) -> None:
    """Say how sure a figure is, and what would narrow it where that was asked."""
    _shown(draft, figure, f"follow.sure.{figure.name}")
    if _NARROWS.search(w.message.text) and figure.name in _ENERGY | _OF_FAT:
        draft.say("follow.narrow_fat" if figure.name in _OF_FAT else "follow.narrow")


def _shown(draft: Draft, figure: Figure, name: str) -> None:
    draft.figures.append(figure)
    text = name if draft.texts.has(name) else "follow.sure.other"
    draft.say(text, figure=phrase(figure.shown, f"figure:{figure.name}"))


def _title(draft: Draft, figure: Figure) -> None:
    draft.figures.append(figure)
    draft.say("coach.receipt.title", figure=phrase(figure.shown, f"figure:{figure.name}"))


def _in_words(draft: Draft, figure: Figure) -> str:
    """Return the text that tells a figure's method: the method's own if there is one, else the figure's."""
    method = figure.method.replace(" + ", "_and_")
    name = f"coach.receipt.{figure.name}"
    own = f"{name}_{method}"
    return own if draft.texts.has(own) else name if draft.texts.has(name) else "coach.receipt.other"


def _source(draft: Draft, figure: Figure) -> None:
    draft.say("coach.receipt.source", source=phrase(figure.source, f"figure:{figure.name}"))


def _inputs(draft: Draft, figure: Figure) -> list[Phrase]:
    """Return the inputs of a figure by where they came from, a sentence each."""
    lines = []
    for origin in get_args(Origin):
        given = [_input(draft, name, one, figure) for name, one in figure.inputs.items() if one.origin == origin]
        if given:
            lines.append(draft.texts.say(f"coach.receipt.{origin}", inputs=join(given, ", ")))
    return lines


def _input(draft: Draft, name: str, given: FigureInput, figure: Figure) -> Phrase:
    if isinstance(given.value, str):
        shown = given.value
    elif figure.name == CONVERTED:
        shown = formatting.in_its_unit(given.value, given.unit)
    else:
        shown = formatting.amount(given.value, given.unit, draft.units)
    value = phrase(shown, f"figure:{figure.name}")
    label = f"coach.input.{name}"
    return draft.texts.say(label, value=value) if draft.texts.has(label) else join([phrase(name), value])


def sources(draft: Draft, w: Workings, library: Library) -> None:
    """Show what stands behind the newest answer, paper by paper: where it is, what it found; for a sum, its working.

    Articles of the web stand apart, since they are no studies.
    """
    exchange = next((one for one in reversed(w.memory.exchanges) if one.reply.citations or one.reply.figures), None)
    if exchange is None:
        draft.kind = "clarify"
        draft.say("talk.no_claim" if w.thread.walls else "coach.nothing_to_follow")
        return
    if not exchange.reply.citations:
        explain(draft, w, exchange, "equation")
        return
    draft.citations.extend(exchange.reply.citations)
    draft.list_sources = False
    works = {(work.label, work.doi or work.url): work for work in library.works.values()}
    told: set[str] = set()
    web = []
    for citation in exchange.reply.citations:
        work = works.get((citation.source, citation.url_or_doi))
        if work is not None and work.authors is None:
            web.append(_work(citation))
            continue
        finding = _finding(draft, citation, work, library, told)
        shown = "coach.source_paper" if finding else "coach.source_bare"
        draft.say(shown, work=_work(citation), **({"finding": finding} if finding else {}))
        draft.new_paragraph()
    if web:
        draft.say("coach.source_web", works=join(web, " · "))
        draft.new_paragraph()
    strength = draft.texts.say(f"coach.strength_word.{exchange.reply.citations[0].strength}")
    draft.say("coach.source_strength", strength=strength)


def _finding(draft: Draft, citation: Citation, work: Work | None, library: Library, told: set[str]) -> Phrase:
    """Return what a work found: the sentence that names it, else the claim it is cited for, each once."""
    article = library.articles.get(citation.article)
    if work is not None and article is not None:
        surname = work.label.rsplit(" ", 1)[0]
        leaning = [one for one in picking.of_part(article, "evidence", "because") if work.key in one[1].keys]
        named = [one for one in leaning if surname in one[1].text and picking.may_quote(draft, one[1])]
        for passage, sentence in named:
            if sentence.text not in told:
                told.add(sentence.text)
                n = draft.cite_work(passage, sentence, work)
                return phrase(sentence.text, f"passage:{n}")
    if citation.quote in told:
        return Phrase()
    told.add(citation.quote)
    return phrase(citation.quote, f"passage:{citation.n}")


def _work(citation: Citation) -> Phrase:
    link = f", {citation.url_or_doi}" if citation.url_or_doi else ""
    return phrase(f"[{citation.n}] {citation.source}{link}", f"passage:{citation.n}")
