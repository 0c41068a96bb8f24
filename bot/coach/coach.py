"""The one door to the conversation: a memory and a message in, a finished turn out."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, Protocol

from pydantic import ValidationError

from bot.coach import followups, keeping, triage
from bot.coach.answering import tell_parts
from bot.coach.compose import compose
from bot.coach.draft import Draft
from bot.coach.facts import Found, Missing
from bot.coach.permissions import permissions
from bot.coach.planner import again, in_talk, remembered
from bot.coach.taps import answer_tap, is_typed, typed_tap
from bot.coach.turn import Exchange, Memory, Message, SaveRunner, Turn, turn_id_of
from bot.coach.workings import Workings, local_now
from bot.knowledge.article import Library
from bot.knowledge.retrieval import Retrieval, SearchMode
from bot.nlu.frame import Context, Frame
from bot.nlu.parser import parse
from bot.nlu.quantities import quantities
from bot.runner import Runner
from bot.units import Units
from bot.voice.texts import Texts

LONGEST_MESSAGE: Final = 1500
"""Code points; longer texts are triaged whole, then answered with a request for the one question."""
_TURN_SECONDS: Final = 20
_SHORTEST_STORY_WORDS: Final = 5
_MAY_HIDE_A_QUESTION: Final = frozenset({"out_of_scope", "smalltalk", "feeling", "set_profile"})
_WHEREABOUTS: Final = frozenset({"timezone", "country", "stay_first", "stay_last", "back_home"})
_UNSEEN: Final = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Shelf(Protocol):
    """The articles, and a way to search them."""

    @property
    def library(self) -> Library:
        """Every article that is open."""
        ...

    @property
    def mode(self) -> SearchMode:
        """Whether vectors take part in the search."""
        ...

    async def search(self, question: str, *, limit: int = 10) -> Retrieval:
        """Find passages."""
        ...


class Worker(Protocol):
    """What lets the tools run: the agent graph."""

    async def work(self, workings: Workings) -> None:
        """Note the turn's facts and staged writes in its workings."""
        ...


class Coach:
    """Answers messages. Holds no state between turns: what is remembered comes with each call."""

    def __init__(self, *, texts: Texts, shelf: Shelf, agent: Worker) -> None:
        """Take the texts, the articles and the agent, all built once."""
        self._texts = texts
        self._shelf = shelf
        self._agent = agent

    async def reply(self, memory: Memory, message: Message) -> Turn:
        """Answer one message.

        Red flags are looked for first, in every text; taps, follow-ups and small talk are answered directly; all
        else goes through the agent, whose facts are then put into words.

        Raises:
            CoachError: If something the coach needs fails; never for anything a person can write.
        """
        text = _clean(message.text)
        last = memory.exchanges[-1].reply if memory.exchanges else None
        message = replace(message, text=text, action=message.action or typed_tap(text, last))
        frame = await asyncio.to_thread(_understand, memory, message)
        w = _begin(memory, message, frame)
        article = followups.explained_article(w, self._shelf.library)
        if frame.follow_up and article is not None:
            w.leans_on = article.question
        draft = self._draft(w)
        flags = frame.flags if message.action is None else ()
        gravest = triage.gravest(flags)
        if gravest is not None:
            triage.answer_red_flag(draft, gravest, w)
            await self._explain_besides(draft, w, gravest)
        elif triage.stay_with_it(draft, w):
            pass
        elif (hidden := await self._hidden_question(w)) is not None and w.frame.intent != "set_profile":
            self._answer_hidden(draft, w, hidden)
        elif not self._answer_directly(draft, w):
            async with asyncio.timeout(_TURN_SECONDS):
                await self._agent.work(w)
            if hidden is not None:
                w.facts.append(hidden)
            compose(draft, w, self._shelf.library)
            for caution in triage.cautions(flags):
                draft.new_paragraph()
                draft.say(f"safety.{caution}")
        return self._finish(draft, w)

    async def _explain_besides(self, draft: Draft, w: Workings, category: str) -> None:
        """Answer the question asked along with a gentle red flag, from an article that is not about losing weight."""
        said_something = any(draft.paragraphs)
        if not triage.may_be_explained(category):
            return
        retrieval = await self._shelf.search(w.question)
        article = self._shelf.library.articles[retrieval.articles[0]] if retrieval.zone == "answer" else None
        if article is not None and article.figure is None:
            draft.new_paragraph()
            tell_parts(draft, article, ("verdict", "caution"), self._shelf.library)
        elif not said_something:
            draft.say(f"coach.withheld.{permissions(w.runner).state or 'pregnancy'}")

    async def _hidden_question(self, w: Workings) -> Found | None:
        """Search what the parser took for talk: long stories often hide a question that an article answers."""
        if w.message.action is not None or w.frame.intent not in _MAY_HIDE_A_QUESTION or w.frame.ask is not None:
            return None
        if w.frame.intent == "set_profile" and w.frame.entities.keys() <= _WHEREABOUTS:
            return None
        words = len(w.message.text.split())
        if words < _SHORTEST_STORY_WORDS or len(w.message.text) > LONGEST_MESSAGE or "language" in w.frame.entities:
            return None
        retrieval = await self._shelf.search(w.question)
        if w.frame.intent == "out_of_scope":
            w.gap = retrieval.gap
        return Found(retrieval=retrieval) if retrieval.zone == "answer" else None

    def _answer_hidden(self, draft: Draft, w: Workings, hidden: Found) -> None:
        name = f"coach.feeling.{w.frame.feeling}"
        if w.frame.feeling is not None and self._texts.has(name):
            draft.say(name)
        w.frame = replace(w.frame, intent="knowledge_question")
        w.facts.append(hidden)
        compose(draft, w, self._shelf.library)

    def _draft(self, w: Workings) -> Draft:
        return Draft(
            texts=self._texts,
            units=_units(w),
            seed=w.turn_id,
            quotes_numbers=permissions(w.runner).quoted_numbers,
            said_before=tuple(exchange.reply.text for exchange in w.memory.exchanges),
        )

    def _finish(self, draft: Draft, w: Workings) -> Turn:
        reply = draft.finish(turn_id=w.turn_id, mode="lexical" if self._shelf.mode == "lexical" else "embedded")
        exchange = Exchange(
            turn_id=w.turn_id,
            said=w.message.text,
            reply=reply,
            intent=w.frame.intent,
            entities=remembered(w.frame, draft.pending),
            pending=draft.pending,
            at=w.message.at,
        )
        return Turn(reply=reply, exchange=exchange, staged=tuple(w.staged), gap=w.gap)

    def _answer_directly(self, draft: Draft, w: Workings) -> bool:
        """Answer what needs no tool; return whether it did."""
        action = w.message.action
        if action is not None and not is_typed(action):
            answer_tap(draft, w, self._shelf.library, action)
            return True
        text = w.message.text
        if not text:
            draft.kind = "clarify"
            draft.say("coach.no_text")
        elif len(text) > LONGEST_MESSAGE:
            draft.kind = "clarify"
            draft.say("coach.too_long")
        elif w.frame.ask is not None:
            w.facts.append(Missing(slot=w.frame.ask.slot, choices=w.frame.ask.choices))
            compose(draft, w, self._shelf.library)
        else:
            return self._converse(draft, w)
        return True

    def _converse(self, draft: Draft, w: Workings) -> bool:
        talk: Mapping[str, Callable[[], None]] = {
            "greeting": lambda: self._plain(draft, "coach.greeting"),
            "help": lambda: self._plain(draft, "coach.help"),
            "thanks": lambda: self._plain(draft, "coach.thanks"),
            "smalltalk": lambda: self._plain(draft, _smalltalk(w)),
            "yes": lambda: self._yes(draft, w),
            "no": lambda: self._no(draft, w),
            "feeling": lambda: self._feeling(draft, w),
            "more": lambda: followups.more(draft, w, self._shelf.library),
            "why": lambda: followups.why(draft, w, self._shelf.library),
            "source": lambda: followups.sources(draft, w),
            "dispute": lambda: followups.dispute(draft, w),
            "export_data": lambda: followups.known(draft, w),
            "delete_data": lambda: self._plain(draft, "coach.delete_how"),
            "number_free": lambda: self._number_free(draft, w),
            "undo": lambda: self._plain(draft, "coach.undo_how"),
            "out_of_scope": lambda: self._out_of_scope(draft, w),
        }
        if w.frame.intent == "more" and "units_pref" in w.frame.entities and w.last is not None:
            w.frame = again(w.frame, w.last, units_pref=w.frame.entities["units_pref"])
        answer = talk.get(w.frame.intent)
        if answer is None:
            return self._advise(draft, w)
        answer()
        return True

    def _advise(self, draft: Draft, w: Workings) -> bool:
        """Answer "what should I do?" from the article the talk is about; return whether it was asked."""
        if not (w.frame.intent == "knowledge_question" and w.frame.follow_up and w.frame.question == "how"):
            return False
        article = followups.explained_article(w, self._shelf.library)
        if article is None or not article.part("how_to"):
            return False
        tell_parts(draft, article, ("how_to",), self._shelf.library)
        return True

    def _plain(self, draft: Draft, name: str) -> None:
        draft.kind = "smalltalk"
        draft.say(name)

    def _yes(self, draft: Draft, w: Workings) -> None:
        pending = w.last.pending if w.last is not None else None
        if pending == "on_top":
            followups.on_top(draft, w, agreed=True)
        elif pending == "adult":
            followups.adult(draft, w, confirmed=True)
        elif pending == "remind":
            w.frame = replace(w.frame, intent="reminder_create", entities={})
            draft.pending = "time"
            draft.say("coach.reminder.ask_time")
        else:
            self._plain(draft, "coach.yes_heard")

    def _no(self, draft: Draft, w: Workings) -> None:
        if w.last is not None and w.last.pending == "on_top":
            followups.on_top(draft, w, agreed=False)
        else:
            self._plain(draft, "coach.no_heard")

    def _feeling(self, draft: Draft, w: Workings) -> None:
        name = f"coach.feeling.{w.frame.feeling}"
        self._plain(draft, name if self._texts.has(name) else "coach.feeling.down")
        draft.new_paragraph()
        draft.say("coach.feeling.next_small")
        draft.pending = "remind"

    def _number_free(self, draft: Draft, w: Workings) -> None:
        """Keep the wish for no numbers, or take it back; a protected state is not left this way."""
        wanted = not w.frame.entities.get("off")
        flags = w.runner.flags | {"number_free"} if wanted else w.runner.flags - {"number_free"}
        after = w.runner.model_copy(update={"flags": flags})
        w.staged.append(SaveRunner(runner=after))
        draft.kind = "confirm"
        draft.dry_run = w.message.channel == "ask"
        state = permissions(after).state
        if wanted:
            draft.say("coach.noted.number_free")
        elif state is not None:
            draft.say(f"coach.withheld.{state}")
        else:
            draft.say("coach.noted.numbers_back")

    def _out_of_scope(self, draft: Draft, w: Workings) -> None:
        draft.kind = "decline"
        if triage.cautions(w.frame.flags):
            draft.kind = "answer"
            for caution in triage.cautions(w.frame.flags):
                draft.say(f"safety.{caution}")
        elif "language" in w.frame.entities:
            draft.say("coach.english_only")
        elif not re.search(r"[^\W\d_]", w.message.text):
            draft.kind = "clarify"
            draft.say("coach.bare_number" if re.search(r"\d", w.message.text) else "coach.not_understood")
        elif len(w.message.text.split()) < _SHORTEST_STORY_WORDS and w.memory.exchanges:
            draft.kind = "clarify"
            draft.say("coach.not_followed")
        else:
            draft.say("coach.out_of_scope")


def _smalltalk(w: Workings) -> str:
    return "coach.about_self" if w.frame.about_coach else "coach.smalltalk"


def _clean(text: str) -> str:
    """Return a text without control, zero-width and direction characters, spaces collapsed."""
    shown = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    spaced = "".join(" " if unicodedata.category(mark).startswith("C") else mark for mark in shown)
    return " ".join(spaced.split())


def _understand(memory: Memory, message: Message) -> Frame:
    last = memory.exchanges[-1] if memory.exchanges else None
    context = Context(units=memory.runner.units, height_m=memory.runner.height_m)
    if last is not None:
        context = Context(
            last_intent=last.intent,
            last_entities=last.entities,
            pending=last.pending,
            choices=tuple(button.label for button in last.reply.buttons if is_typed(button.action)),
            units=memory.runner.units,
            height_m=memory.runner.height_m,
        )
    now = local_now(memory.runner, message.at).replace(tzinfo=None)
    return in_talk(parse(message.text, now=now, context=context), last)


def _begin(memory: Memory, message: Message, frame: Frame) -> Workings:
    return Workings(
        turn_id=turn_id_of(memory.person_id, message.message_key),
        memory=memory,
        message=message,
        frame=frame,
        runner=_told_now(memory.runner, frame),
        question=frame.repaired or message.text,
    )


def _units(w: Workings) -> Units:
    """Return the units to speak in: asked for now, else the profile's, else those the person speaks in."""
    asked = w.frame.entities.get("units_pref")
    if asked is not None:
        return "imperial" if asked == "imperial" else "metric"
    if w.runner.units is not None:
        return w.runner.units
    texts = (w.message.text, *(exchange.said for exchange in reversed(w.memory.exchanges)))
    spoken = (quantity.units for text in texts for quantity in quantities(text[:LONGEST_MESSAGE]))
    return next((units for units in spoken if units is not None), "metric")


def _told_now(runner: Runner, frame: Frame) -> Runner:
    """Return the profile with what this message says about the body; nonsense is left for the tools to question."""
    for one in (frame, *frame.also):
        try:
            runner = keeping.with_told(runner, one.entities)
        except ValidationError:
            continue
    return runner
