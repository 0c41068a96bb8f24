"""A reply in the making: phrases, and the citations, figures and buttons that go with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from string import Formatter
from typing import Final, Literal

from bot.knowledge.article import Library, Passage, Sentence, Work
from bot.nlu.pattern import Pattern
from bot.reply import Button, Citation, Figure, FigureInput, Kind, Mode, Reply, Subject
from bot.science.estimate import Estimate
from bot.units import Units
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, licensed_numbers, phrase
from bot.voice.texts import Texts

_REMIND: Final = "v1:remind"


@dataclass(kw_only=True, slots=True)
class Draft:
    """What compose functions write into; `finish` makes the reply."""

    texts: Texts
    units: Units
    seed: str
    """What the choice of wordings hangs on: the turn id."""
    said_before: tuple[str, ...] = ()
    """Texts of the coach's own earlier replies, so that no wording comes twice in a talk."""
    paragraphs: list[list[Phrase]] = field(default_factory=lambda: [[]])
    citations: list[Citation] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """Ids of the passages it quotes, in order of first use."""
    figures: list[Figure] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    kind: Kind = "answer"
    pending: str | None = None
    """The slot this reply asks for."""
    dry_run: bool = False
    quotes_numbers: bool = True
    """Whether sentences of articles may hold numbers for this person."""
    quotes_bodies: bool = True
    """Whether sentences of articles may speak of weight, fat or shape to this person."""
    for_others: Pattern | None = None
    """What marks a sentence of an article as plainly for somebody else than this person."""
    in_both_units: bool = False
    """Whether sums are said in kilometres and in miles."""
    may_remind: bool = True
    """Whether a reminder can be set where this is said; if not, none is offered."""
    list_sources: bool = True
    """Whether the line of sources stands at the end; off where the whole reply is a list of sources."""

    spoken_by: Literal["model", "fallback"] | None = None
    """Whether a model worded it, or was asked in vain; None if none was asked."""

    def say(self, name: str, /, **slots: Phrase | str) -> None:
        """Add a reviewed text to the current paragraph."""
        self.add(self.text(name, **slots))

    def say_once(self, name: str) -> None:
        """Add a reviewed text unless one of its wordings stands in this reply already."""
        said = [part.text for paragraph in self.paragraphs for part in paragraph]
        if not any(wording in text for wording in self.texts.wordings(name) for text in said):
            self.say(name)

    def text(self, name: str, /, **slots: Phrase | str) -> Phrase:
        """Return a reviewed text in a wording not used before in this talk, if there is one."""
        return self.texts.say(name, seed=self.seed, avoid=self.said_before, **slots)

    def was_asked(self, name: str) -> bool:
        """Whether one of this text's wordings stands in the last reply, so that nothing is asked twice running."""
        last = self.said_before[-1] if self.said_before else ""
        return any(wording in last for wording in self.texts.wordings(name))

    def ever_asked(self, name: str) -> bool:
        """Whether one of this text's wordings stands in any earlier reply of the talk."""
        return any(wording in text for wording in self.texts.wordings(name) for text in self.said_before)

    def was_worded(self, wording: str) -> bool:
        """Whether a wording stands in an earlier reply; its slots may have been filled differently."""
        longest = max((literal for literal, *_ in Formatter().parse(wording)), key=len)
        return any(longest in text for text in self.said_before)

    def was_said(self, sentence: str) -> bool:
        """Whether a sentence stands in an earlier reply, or in this one."""
        return any(sentence in text for text in self.said_before) or any(
            sentence in part.text for paragraph in self.paragraphs for part in paragraph
        )

    def add(self, part: Phrase) -> None:
        """Add a phrase to the current paragraph."""
        self.paragraphs[-1].append(part)

    def new_paragraph(self) -> None:
        """Begin a new paragraph."""
        if self.paragraphs[-1]:
            self.paragraphs.append([])

    def quote(self, passage: Passage, sentence: Sentence, library: Library) -> Phrase:
        """Return a sentence of a passage word for word, with the marks of the works behind it."""
        marks = self.cite(passage, sentence, library)
        if passage.passage_id not in self.told:
            self.told.append(passage.passage_id)
        shown = sentence.text + (" " + "".join(f"[{n}]" for n in marks) if marks else "")
        return phrase(shown, f"passage:{marks[0]}" if marks else f"text:article.{passage.article}")

    def cite(self, passage: Passage, sentence: Sentence, library: Library) -> tuple[int, ...]:
        """Cite the works behind a sentence of a passage and return their marks."""
        works = (library.works[key] for key in sentence.keys if key in library.works)
        return tuple(self.cite_work(passage, sentence, work) for work in works)

    def cite_work(self, passage: Passage, sentence: Sentence, work: Work) -> int:
        """Cite one work behind a sentence and return its mark; two papers of one name and year keep their own."""
        for index, citation in enumerate(self.citations):
            if citation.source == work.label and citation.url_or_doi == (work.doi or work.url):
                # Every sentence that leans on a work stands in its quote, so that each number can be found there.
                if sentence.text not in citation.quote:
                    self.citations[index] = replace(citation, quote=f"{citation.quote} {sentence.text}")
                return citation.n
        n = len(self.citations) + 1
        self.citations.append(
            Citation(
                n=n,
                passage_id=passage.passage_id,
                article=passage.article,
                title=passage.title,
                source=work.label,
                url_or_doi=work.doi or work.url,
                strength=passage.strength,
                quote=sentence.text,
            )
        )
        return n

    def sum(self, shown: Callable[[Units], str], licence: str) -> Phrase:
        """Return a distance or a pace in the units of this reply, in the other ones as well where both were asked."""
        other: Units = "metric" if self.units == "imperial" else "imperial"
        return phrase(f"{shown(self.units)} ({shown(other)})" if self.in_both_units else shown(self.units), licence)

    def figure(self, estimate: Estimate, subject: Subject) -> Phrase:
        """Return an estimate as people read it, and note it as a figure of this reply."""
        shown = formatting.figure(estimate, self.units)
        self.figures.append(
            Figure(
                name=estimate.name,
                subject=subject,
                value=estimate.value,
                low=estimate.low,
                high=estimate.high,
                unit=estimate.unit,
                shown=shown,
                method=estimate.method,
                source=estimate.source,
                inputs=_figure_inputs(estimate),
            )
        )
        return phrase(shown, f"figure:{estimate.name}")

    def button(self, label: str, action: str) -> None:
        """Offer a tap; the label is a reviewed text of `buttons.toml`."""
        if self.may_remind or action != _REMIND:
            self.choice(self.texts.say(f"buttons.{label}").text, action)

    def choice(self, label: str, action: str) -> None:
        """Offer a tap whose label is a value to choose (a time), not a reviewed text; no label stands twice."""
        if all(label != one.label for one in self.buttons):
            self.buttons.append(Button(label=label, action=action))

    def finish(self, *, turn_id: str, mode: Mode) -> Reply:
        """Make the reply: paragraphs, the line of sources, and every number with its licence."""
        body = join((join(part) for part in self.paragraphs if part), "\n")
        whole = join((body, self._source_line()), "\n")
        return Reply(
            text=whole.text,
            kind=self.kind,
            mode=mode,
            turn_id=turn_id,
            citations=tuple(self.citations),
            figures=tuple(self.figures),
            numbers=licensed_numbers(whole),
            buttons=tuple(self.buttons),
            dry_run=self.dry_run,
        )

    def _source_line(self) -> Phrase:
        if not self.citations or not self.list_sources:
            return Phrase()
        items = (phrase(f"[{citation.n}] {citation.source}", f"passage:{citation.n}") for citation in self.citations)
        return self.texts.say("coach.sources", list=join(items, " · "))


def _figure_inputs(estimate: Estimate) -> Mapping[str, FigureInput]:
    return {
        name: FigureInput(value=given.value, unit=given.unit, origin=given.origin)
        for name, given in estimate.inputs.items()
    }
