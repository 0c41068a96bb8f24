"""Lets a model word a reply: one call, the gate, doubtful sentences in their sources' words, one more try, our draft.

The coach's draft stands before the model is asked. Whatever becomes of the call, there is a reply, its figures are
the same, and nothing of it was stored or sent by the model.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from bot.coach.draft import Draft
from bot.coach.gates.evidence import is_question
from bot.coach.gates.gate import Doubt, Examined, Fault, Verdict, examine
from bot.coach.gates.mending import mended
from bot.coach.material import Desk, lay_out
from bot.coach.model import ModelLine
from bot.coach.model_prompt import ModelPrompt
from bot.coach.spoken import render
from bot.coach.translating import translate
from bot.coach.workings import Workings
from bot.errors import ModelError
from bot.knowledge.article import Library
from bot.voice.phrase import UnlicensedNumberError

_log = logging.getLogger(__name__)

SPEAK_SECONDS: Final = 20.0
"""Both tries together. [s]"""
_TRIES: Final = 2
_FIGURES_ASKED: Final = frozenset({"calorie_question", "projection_question"})
_CLOSED: Final = frozenset({"safety", "error", "decline", "clarify"})
"""Kinds of reply whose words are never a model's in English: they are fixed, or must stay exact."""

Monotonic = Callable[[], float]


class Speaker:
    """Words replies with a model, within the gates."""

    def __init__(
        self, *, line: ModelLine, prompt: ModelPrompt, doubt: Doubt, turns_per_day: int, clock: Monotonic
    ) -> None:
        """Take the line, what the model is told, the reader of its texts, a daily allowance, and monotonic seconds."""
        self._line = line
        self._prompt = prompt
        self._doubt = doubt
        self._turns_per_day = turns_per_day
        self._clock = clock

    def may_speak(self, w: Workings) -> bool:
        """Whether this person's words may go to the model now: wish, allowance and breaker allow it."""
        local = "keep_local" in w.memory.runner.flags
        return not local and w.memory.model_today.turns < self._turns_per_day and self._line.is_up

    def is_last_today(self, w: Workings) -> bool:
        """Whether this turn used up the allowance."""
        return w.memory.model_today.turns + w.use.turns == self._turns_per_day

    async def speak(self, draft: Draft, w: Workings, library: Library) -> Draft:
        """Return the draft in the model's words if it gives any that pass, else as it was; note what it took."""
        language = str(w.frame.entities.get("language", "")) or None
        if not (_is_open(draft, w) if language is None else draft.kind not in {"safety", "error"}):
            return draft
        begun = self._clock()
        decisions: list[str] = []
        try:
            async with asyncio.timeout(SPEAK_SECONDS):
                if language is None:
                    spoken = await self._write(draft, w, library, decisions)
                else:
                    spoken = await translate(draft, w, language, self._line, self._prompt)
                    decisions.append("translated" if spoken else "translation")
        except (ModelError, TimeoutError) as error:
            spoken = None
            decisions.append(error.reason if isinstance(error, ModelError) else "timed_out")
        w.use = replace(w.use, turns=1, fallbacks=int(spoken is None), mended=int(decisions[-1:] == ["mended"]))
        _log.info(
            "the model was asked",
            extra={
                "turn": w.turn_id,
                "prompt": self._prompt.fingerprint,
                "outcome": "fallback" if spoken is None else "model",
                "gate": ",".join(decisions),
                "calls": w.use.calls,
                "tokens_in": w.use.tokens_in,
                "tokens_out": w.use.tokens_out,
                "ms": round(1000 * (self._clock() - begun)),
            },
        )
        return replace(spoken or draft, spoken_by="fallback" if spoken is None else "model")

    async def _write(self, draft: Draft, w: Workings, library: Library, decisions: list[str]) -> Draft | None:
        desk = lay_out(draft, w, library)
        asks = draft.pending is None and not any(is_question(line.phrase.text) for line in desk.lines)
        messages: list[BaseMessage] = [
            SystemMessage(self._prompt.system),
            *self._prompt.history(w.memory.exchanges),
            HumanMessage(self._prompt.write(desk, may_ask=asks)),
        ]
        for _ in range(_TRIES):
            text, used = await self._line.ask(messages)
            w.use += used
            # The reader computes for some ten milliseconds a sentence; the event loop goes on meanwhile.
            verdict = await asyncio.to_thread(_judge, _with_lines(text, desk), desk, draft, self._doubt)
            decisions += [f"{fault.kind}:{fault.detail}" for fault in verdict.faults]
            sayable = mended(verdict, desk.material())
            if sayable is not None:
                spoken = _rendered(draft, desk, sayable, library, asks=asks)
                if spoken is not None:
                    decisions.append("passed" if sayable.statements == verdict.statements else "mended")
                    return spoken
                verdict = _with(verdict, Fault(kind="number", detail="unlicensed"))
            elif not verdict.faults:
                verdict = _with(verdict, Fault(kind="evidence", detail="doubtful"))
            messages += [AIMessage(text or "-"), HumanMessage(self._prompt.again(verdict.faults))]
        return None


def _is_open(draft: Draft, w: Workings) -> bool:
    """Whether the words of this reply are a model's to choose: an answer, or talk; not a tap, a record or a receipt."""
    if w.message.action is not None or draft.kind in _CLOSED or not draft.list_sources:
        return False
    if draft.kind == "smalltalk":
        return True
    return bool(draft.citations) or (w.frame.intent in _FIGURES_ASKED and bool(draft.figures))


def _judge(text: str, desk: Desk, draft: Draft, doubt: Doubt) -> Verdict:
    verdict = examine(text, desk.material(), doubt)
    quoted = any(one.statement.marks for one in verdict.statements)
    if desk.evidence and draft.citations and not quoted:
        return _with(verdict, Fault(kind="evidence", detail="no_answer"))
    return verdict


def _with(verdict: Verdict, fault: Fault) -> Verdict:
    return replace(verdict, faults=(*verdict.faults, fault))


def _with_lines(text: str, desk: Desk) -> str:
    """Put the coach's lines where the model set their marks."""
    for line in desk.lines:
        text = text.replace(f"{{{line.key}}}", line.phrase.text)
    return text


def _rendered(draft: Draft, desk: Desk, verdict: Verdict, library: Library, *, asks: bool) -> Draft | None:
    """Return the reply, None if a number slipped through the gate after all: the last net."""
    kept = _without_questions(verdict.statements) if not asks else verdict.statements
    if not any(one.own is None for one in kept):
        return None
    try:
        spoken = render(draft, desk, kept, library)
        spoken.finish(turn_id=draft.seed, mode="model")
    except UnlicensedNumberError:
        return None
    return spoken


def _without_questions(statements: Sequence[Examined]) -> tuple[Examined, ...]:
    """Leave out the model's own questions: the coach asks its own, and never two in one reply."""
    return tuple(one for one in statements if one.own is not None or not is_question(one.statement.text))
