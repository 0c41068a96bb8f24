"""The thread of a talk: what the last turns were about, what is still asked, what was said already.

Nothing is stored for it: it is read off the remembered turns, so it survives a restart, and every follow-up ("why?",
"and 5 times?", "how sure are you?") resolves against the same one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from bot.coach.turn import Exchange
from bot.knowledge.article import Article, Library
from bot.nlu.frame import Intent
from bot.nlu.pattern import Pattern
from bot.reply import Subject

Topic = Literal["figure", "article"]
REQUESTS: Final[frozenset[Intent]] = frozenset(
    {
        "projection_question",
        "calorie_question",
        "knowledge_question",
        "plan",
        "log_run",
        "log_query",
        "log_weight",
        "reminder_create",
        "reminder_change",
        "reminder_pause",
        "reminder_resume",
        "reminder_delete",
        "reminder_list",
    }
)
"""What a follow-up can lean on; thanks, a why or a feeling in between does not end a request."""
SUMS: Final = frozenset({"projection_question", "calorie_question"})
"""Requests that are answered by a figure."""
_RETOLD: Final[frozenset[Intent]] = frozenset({"why", "source", "dispute", "more"})
"""Turns that show a figure of an earlier one again."""
_ASIDE: Final[frozenset[Intent]] = frozenset(
    {"why", "source", "thanks", "help", "greeting", "smalltalk", "out_of_scope", "dispute"}
)
"""Turns that leave a question of the coach open."""
_BODY: Final = frozenset({"weight_kg", "height_m", "age_years", "sex"})
TOLD: Final = "told"
"""Name, among a turn's entities, of the ids of the passages it quoted."""
ASKED_WITH: Final = "asked_with"
"""Name, among a turn's entities, of the questions before it together with which it was understood."""
_NO_PART_OF_A_REQUEST: Final = frozenset({"units_pref", "before", "run_ids", "undid", "took_out", TOLD, ASKED_WITH})
_RECENT: Final = 3
_SIGNS: Final = Pattern(r"\W+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Thread:
    """What a new message can lean on."""

    exchanges: tuple[Exchange, ...] = ()
    """Oldest first."""

    @property
    def last(self) -> Exchange | None:
        """The turn before this one."""
        return self.exchanges[-1] if self.exchanges else None

    @property
    def request(self) -> Exchange | None:
        """The newest turn that asked for something a follow-up can vary or explain."""
        return next((one for one in reversed(self.exchanges) if one.intent in REQUESTS), None)

    @property
    def asked(self) -> Exchange | None:
        """The turn whose question is still open: the last one's, or one's before an aside."""
        for one in reversed(self.exchanges):
            if one.pending is not None:
                return one
            if one.intent not in _ASIDE:
                return None
        return None

    @property
    def pending(self) -> str | None:
        """The slot that is still asked for."""
        return self.asked.pending if self.asked is not None else None

    @property
    def figured(self) -> Exchange | None:
        """The newest turn that showed a figure of its own."""
        return next((one for one in reversed(self.exchanges) if one.reply.figures and one.intent not in _RETOLD), None)

    @property
    def sum(self) -> Exchange | None:
        """The newest turn that asked for a sum."""
        return next((one for one in reversed(self.exchanges) if one.intent in SUMS), None)

    @property
    def figure_just_shown(self) -> bool:
        """Whether one of the last turns showed a figure."""
        return any(one.reply.figures for one in self.exchanges[-_RECENT:])

    @property
    def cited(self) -> Exchange | None:
        """The newest turn that cited anything."""
        return next((one for one in reversed(self.exchanges) if one.reply.citations), None)

    @property
    def telling(self) -> Exchange | None:
        """The newest of the last turns that quoted an article."""
        return next((one for one in reversed(self.exchanges[-_RECENT:]) if one.entities.get(TOLD)), None)

    @property
    def quoted(self) -> frozenset[str]:
        """Slugs of the articles quoted in the newest of the last turns that quoted any."""
        told = self.telling.entities[TOLD] if self.telling is not None else ()
        return frozenset(passage_id.split(":", 1)[0] for passage_id in told)

    @property
    def topic(self) -> Topic | None:
        """Whether "why?" and "how sure?" are about a computed figure or about an article."""
        for one in reversed(self.exchanges):
            if one.reply.citations:
                return "article"
            if one.reply.figures:
                return "figure"
        return None

    @property
    def said(self) -> tuple[str, ...]:
        """The coach's own replies."""
        return tuple(one.reply.text for one in self.exchanges)

    @property
    def walls(self) -> int:
        """How many replies running did not help: declined, or not understood and nothing asked."""
        count = 0
        for one in reversed(self.exchanges):
            if one.reply.kind != "decline" and not (one.reply.kind == "clarify" and one.pending is None):
                break
            count += 1
        return count

    @property
    def plan(self) -> Mapping[str, Any]:
        """The plan of running the talk is about, as last asked for; empty without one."""
        return next(
            (dict(one.entities) for one in reversed(self.exchanges) if one.intent == "projection_question"),
            {},
        )

    def article(self, library: Library) -> Article | None:
        """Return the article the talk is about: the first one quoted in the newest answer that quoted or cited any."""
        for exchange in reversed(self.exchanges):
            quoted = (passage_id.split(":", 1)[0] for passage_id in exchange.entities.get(TOLD, ()))
            for slug in (*quoted, *(citation.article for citation in exchange.reply.citations)):
                if slug in library.articles:
                    return library.articles[slug]
        return None

    def repeats(self, text: str) -> bool:
        """Whether the person said just this in one of the last turns, so that the same answer cannot help."""
        wanted = _plain(text)
        return bool(wanted) and any(_plain(one.said) == wanted for one in self.exchanges[-_RECENT:])

    def shown(self, figure: str, subject: Subject) -> bool:
        """Whether a figure was shown in just these words, for the same body, before."""
        earlier = (one for exchange in self.exchanges for one in exchange.reply.figures)
        return any(one.shown == figure and one.subject == subject for one in earlier)


def request_of(exchange: Exchange) -> Mapping[str, Any]:
    """Return what was asked in a turn, without units and without a whole body told with it."""
    dropped = _NO_PART_OF_A_REQUEST | (_BODY if exchange.entities.keys() >= _BODY else set())
    return {name: value for name, value in exchange.entities.items() if name not in dropped}


def wants_figure(exchange: Exchange) -> bool:
    """Whether a turn asked for a sum, so that a body told later finishes it."""
    return exchange.intent in SUMS


def _plain(text: str) -> str:
    return _SIGNS.sub(" ", text.lower()).strip()
