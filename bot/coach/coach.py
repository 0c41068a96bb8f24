"""The one door to the conversation: a memory and a message in, a finished turn out."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from typing import Final, Protocol

from bot.coach import aching, birth_told, keeping, limits, picking, sensing, triage
from bot.coach.after_alarm import stay_with_it
from bot.coach.ages_told import answer_doubted_age, name_beside, without_doubted_age
from bot.coach.answering import hears_of_bodies
from bot.coach.asides import answer_about_us
from bot.coach.asked_together import DONE, as_if_next, ask_one_by_one, read_part
from bot.coach.before import BEFORE
from bot.coach.care_kind import own_up
from bot.coach.caring import care_for, meet_beside
from bot.coach.compose import compose
from bot.coach.conversing import answer_directly
from bot.coach.denied import searched
from bot.coach.doing_more import asked_beside_yes
from bot.coach.draft import Draft
from bot.coach.fitting import sentences_for_others
from bot.coach.hearing import hear
from bot.coach.just_asked import look_for_it, tell_beside
from bot.coach.leaning import understand
from bot.coach.leaning_reminders import remembered
from bot.coach.leaning_runs import to_lean_on
from bot.coach.letting_go import beside
from bot.coach.meaning import meaning_of
from bot.coach.misheard import LET_GO, answer_misheard, keep_open, question_left, was_just_supposed
from bot.coach.permissions import permissions
from bot.coach.put_aside import PutAside, put_aside
from bot.coach.searching import search_once
from bot.coach.seen_text import seen_text
from bot.coach.sensing import Danger
from bot.coach.shielding import is_closed_article
from bot.coach.speaking import names_both, units_of
from bot.coach.theirs import find_theirs, tell_theirs
from bot.coach.thread import ASKED_WITH, TOLD, Thread
from bot.coach.turn import CountModelUse, Exchange, Memory, Message, Turn, turn_id_of
from bot.coach.typed import typed_tap
from bot.coach.typed_reminders import typed_answer
from bot.coach.wish_beside import asked_beside_wish
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library, Passage, Role
from bot.knowledge.embedding import Vectors
from bot.knowledge.retrieval import Searcher, SearchMode
from bot.nlu.care_topics import care_topics
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.put_right import puts_right
from bot.reply import Mode
from bot.voice.texts import Texts

_TURN_SECONDS: Final = 20
_BESIDES: Final[Mapping[str, tuple[Role, ...]]] = {"lost_periods": ("because",), "recent_birth": ()}
"""What is told of an article beside a red flag, where it is not the caution; that of a birth stands in its words."""
_OF_BIRTH: Final = "running-after-birth"
_OF_CHILDREN: Final = "teenagers-and-running"


class Shelf(Searcher, Protocol):
    """The articles, and a way to search them."""

    @property
    def library(self) -> Library:
        """Every article that is open."""
        ...

    @property
    def mode(self) -> SearchMode:
        """Whether vectors take part in the search."""
        ...

    async def answer_among(self, question: str, slugs: Collection[str], *, asks: bool = True) -> Passage | None:
        """Return what some articles hold for just this question."""
        ...

    async def meaning(self, text: str) -> Vectors | None:
        """Return the vector of a text; None where there are no vectors."""
        ...


class Worker(Protocol):
    """What lets the tools run: the agent graph."""

    async def work(self, workings: Workings) -> None:
        """Note the turn's facts and staged writes in its workings."""
        ...


class Wordsmith(Protocol):
    """What lets a chat model word replies, within the gates."""

    def may_speak(self, w: Workings) -> bool:
        """Whether the model may be asked in this turn."""
        ...

    def is_last_today(self, w: Workings) -> bool:
        """Whether this turn used up the person's allowance."""
        ...

    async def speak(self, draft: Draft, w: Workings, library: Library) -> Draft:
        """Return the draft in the model's words, or as it was; never raises for what a model does."""
        ...


class Coach:
    """Answers messages. Holds no state between turns: what is remembered comes with each call."""

    def __init__(self, *, texts: Texts, shelf: Shelf, agent: Worker, speaker: Wordsmith | None = None) -> None:
        """Take the texts, the articles and the agent, all built once; and what lets a chat model word replies."""
        self._texts = texts
        self._shelf = shelf
        self._agent = agent
        self._speaker = speaker

    async def reply(self, memory: Memory, message: Message) -> Turn:
        """Answer one message.

        Red flags are looked for first, in every text; taps, follow-ups and small talk are answered directly; all
        else goes through the agent, whose facts are then put into words.

        Raises:
            CoachError: If something the coach needs fails; never for anything a person can write.
        """
        whole = seen_text(message.text)
        aside = put_aside(beside(whole, Thread(exchanges=memory.exchanges)), memory.exchanges, self._shelf.library)
        text = aside.rest
        shown = tuple(exchange.reply for exchange in memory.exchanges)
        typed = typed_tap(text, shown) or typed_answer(text, memory, message.at)
        message = replace(message, text=text, action=message.action or typed)
        heard = await hear(self._shelf, message.text) if message.action is None else None
        meaning = None if heard is None else meaning_of(heard, begins=not memory.exchanges)
        said = keeping.asks_beside(await asyncio.to_thread(understand, memory, message, meaning), memory.runner, text)
        corrected = was_just_supposed(memory) and puts_right(text)
        told = keeping.told_now(memory.runner, said)
        danger = None if corrected else await sensing.danger_in(self._shelf, heard, told, memory.exchanges)
        danger = birth_told.unexplained(danger, memory, message)
        read = birth_told.in_time(sensing.raise_flag(said, danger), memory, message)
        frame = without_doubted_age(triage.unless_known(read, memory, text), memory.runner, text)
        w = _begin(memory, message, frame, aside)
        w.asks_model = self._speaker is not None and self._speaker.may_speak(w)
        limits.take(w)
        harmless = danger is None or danger.care is None
        later = await ask_one_by_one(self._shelf, w) if harmless else ()
        w.theirs = await find_theirs(self._shelf, self._shelf.library, w)
        draft = self._draft(w)
        if not answer_misheard(draft, w):
            await self._answer(draft, w, danger)
            own_up(draft, w)
            keep_open(draft, w)
        if w.reopened:
            await self._answer_what_was_left(draft, w)
        elif (more := asked_beside_yes(w) or asked_beside_wish(draft, w)) is not None:
            await self._answer_also(draft, w, more, await asyncio.to_thread(understand, w.memory, more))
        else:
            await self._answer_later(draft, w, later)
        spoken = await self._spoken(draft, w)
        birth_told.keep_birth(w)
        limits.keep(w)
        return self._finish(spoken, w, said=whole)

    async def _answer(self, draft: Draft, w: Workings, danger: Danger | None) -> None:
        """Word the reply: what tells of danger first, then what needs no tool, then all else."""
        library = self._shelf.library
        triage.leave_to_care(w)
        flags = w.frame.flags if w.message.action is None else ()
        gravest = triage.gravest(flags)
        if triage.is_known_worry(gravest, w) and tell_theirs(draft, w, library, care_topics(w.message.text)):
            pass
        elif gravest is not None:
            await self._meet_danger(draft, w, gravest)
        elif not stay_with_it(draft, w):
            await look_for_it(self._shelf, draft, w, library)
            await self._tell(draft, w, flags)
            name_beside(draft, w)
        if gravest is None and birth_told.asks_when(w):
            draft.new_paragraph()
            draft.say_once("care.any.when_born")
        elif gravest is None and sensing.add_care(draft, danger, w.memory.runner):
            w.frame = replace(w.frame, entities={**w.frame.entities, sensing.CARED: True})

    async def _answer_what_was_left(self, draft: Draft, w: Workings) -> None:
        """Answer the question that an alarm kept open, now that it was taken back; ask for it if there was none."""
        memory = replace(w.memory, runner=w.runner)
        left = await asyncio.to_thread(question_left, memory, w.message)
        if left is None:
            draft.say("leaving.what_was_it")
            return
        w.memory = memory
        await self._answer_also(draft, w, *left)

    async def _answer_later(self, draft: Draft, w: Workings, later: Sequence[Message]) -> None:
        """Answer the further questions of a message, each as if it came next in the talk."""
        first, remembered_so_far = w.frame, w.memory
        for message in later:
            w.memory = as_if_next(draft, w)
            w.facts, w.likely, w.just_asked, w.asked_with = [], (), None, None
            await self._answer_also(draft, w, message, await asyncio.to_thread(read_part, w.memory, message))
        w.memory = remembered_so_far
        if first.intent in DONE:
            w.frame = first

    async def _answer_also(self, draft: Draft, w: Workings, message: Message, frame: Frame) -> None:
        """Answer what is asked beside what was answered already, in a paragraph of its own."""
        before = {name: value for name, value in w.frame.entities.items() if name in {BEFORE, LET_GO}}
        w.message, w.frame = message, replace(frame, entities={**frame.entities, **before})
        w.question = searched(w.frame.repaired or w.message.text, w.memory.exchanges)
        w.runner = keeping.told_now(w.runner, w.frame)
        w.theirs = await find_theirs(self._shelf, self._shelf.library, w)
        allowed = permissions(w.runner)
        draft.quotes_numbers, draft.quotes_bodies = allowed.quoted_numbers, hears_of_bodies(w)
        draft.for_others = self._others(w)
        draft.new_paragraph()
        kind = draft.kind
        await self._answer(draft, w, None)
        draft.kind = kind if draft.kind == "answer" else draft.kind

    async def _meet_danger(self, draft: Draft, w: Workings, gravest: str) -> None:
        """Say the fixed words of a red flag, and answer what was asked along with it as far as that may be."""
        library = self._shelf.library
        triage.answer_red_flag(draft, gravest, w)
        draft.for_others = self._others(w)
        state_told = gravest == "minor" or (gravest == "eating_disorder" and triage.is_past(w.message.text))
        if gravest == "minor":
            await look_for_it(self._shelf, draft, w, library)
        if state_told:
            w.theirs = await find_theirs(self._shelf, library, w)
            if answer_about_us(draft, w):
                return
        if tell_beside(draft, w, library):
            return
        if not (triage.may_be_cared_for(gravest, w) and care_for(draft, w, library)):
            await self._explain_besides(draft, w, gravest)

    async def _tell(self, draft: Draft, w: Workings, flags: tuple[str, ...]) -> None:
        """Answer what tells of no grave danger, by nothing that was ruled out."""
        begun = limits.mark(draft)
        directly = answer_doubted_age(draft, w) or answer_directly(draft, w, self._shelf.library)
        if not directly:
            await self._work(draft, w)
        limits.hold(draft, w, begun)
        for caution in () if directly else triage.cautions(flags):
            draft.new_paragraph()
            draft.say(f"safety.{caution}")

    async def _work(self, draft: Draft, w: Workings) -> None:
        """Let the tools find out what is asked, and word it."""
        library = self._shelf.library
        async with asyncio.timeout(_TURN_SECONDS):
            await self._agent.work(w)
        compose(draft, w, library)
        if w.frame.intent == "set_profile" and not tell_beside(draft, w, library):
            meet_beside(draft, w, library)

    async def _spoken(self, draft: Draft, w: Workings) -> Draft:
        """Let the chat model word the reply, if there is one that may; the draft is safe to say either way."""
        if self._speaker is None or not w.asks_model:
            return draft
        worded = await self._speaker.speak(draft, w, self._shelf.library)
        spoken = draft if limits.breaks(worded, w) else worded
        if self._speaker.is_last_today(w):
            spoken.new_paragraph()
            spoken.say("local.resting")
        return spoken

    async def _explain_besides(self, draft: Draft, w: Workings, category: str) -> None:
        """Answer the question asked along with a gentle red flag, from an article that is not about losing weight."""
        said_something = any(draft.paragraphs)
        if not triage.may_be_explained(category) or "breast_infection" in care_topics(w.message.text):
            return
        article = await self._beside(w, category)
        if article is not None and not is_closed_article(article):
            draft.new_paragraph()
            # Why it matters, where periods are lost; else what the article says, once.
            roles = _BESIDES.get(category, ("caution",))
            verdict = [] if category == "lost_periods" else picking.verdict(draft, article, w.message.text)
            order = [*verdict, *picking.told_in(article, *roles)]
            for passage, sentence in picking.within(draft, order, room=picking.WORDS_OF_A_PART, most=2):
                draft.add(draft.quote(passage, sentence, self._shelf.library))
        elif not said_something:
            draft.say(f"coach.withheld.{permissions(w.runner).state or 'pregnancy'}")

    async def _beside(self, w: Workings, category: str) -> Article | None:
        """Return the article for a question asked along with a red flag; lost periods have but one answer."""
        articles = self._shelf.library.articles
        if category == "lost_periods":
            return articles.get("under-fuelling")
        retrieval = await search_once(self._shelf, w, w.question)
        if retrieval.zone != "answer":
            return None
        first = retrieval.articles[0]
        # "My son is five months old" names a child, and asks for the mother.
        return articles[_OF_BIRTH if category == "recent_birth" and first == _OF_CHILDREN else first]

    def _others(self, w: Workings) -> Pattern | None:
        """Return what marks a sentence as meant for somebody else than who asks."""
        lately = (one.said for one in w.memory.exchanges[-3:])
        said = " ".join((*lately, w.message.text))
        return sentences_for_others(
            w.runner, said, [*birth_told.for_others(w), *aching.for_runners(w), *limits.marks(w)]
        )

    def _draft(self, w: Workings) -> Draft:
        return Draft(
            texts=self._texts,
            units=w.units,
            seed=w.turn_id,
            quotes_numbers=permissions(w.runner).quoted_numbers,
            for_others=self._others(w),
            quotes_bodies=hears_of_bodies(w),
            said_before=w.thread.said,
            in_both_units=w.frame.intent == "log_query" and names_both(w.message.text),
            may_remind=w.message.channel != "terminal",
        )

    def _finish(self, draft: Draft, w: Workings, *, said: str) -> Turn:
        mode: Mode = draft.spoken_by or ("lexical" if self._shelf.mode == "lexical" else "embedded")
        reply = draft.finish(turn_id=w.turn_id, mode=mode)
        if w.use.turns:
            w.staged.append(CountModelUse(day=w.message.at.astimezone(UTC).date(), use=w.use))
        frame = to_lean_on(w.frame)
        noted = {name: value for name, value in ((ASKED_WITH, w.asked_with), (TOLD, draft.told)) if value}
        exchange = Exchange(
            turn_id=w.turn_id,
            said=said,
            reply=reply,
            intent=frame.intent,
            entities={**remembered(frame, draft.pending), **noted},
            pending=draft.pending,
            at=w.message.at,
        )
        return Turn(reply=reply, exchange=exchange, staged=tuple(w.staged), gap=w.gap)


def _begin(memory: Memory, message: Message, frame: Frame, aside: PutAside) -> Workings:
    return Workings(
        turn_id=turn_id_of(memory.person_id, message.message_key),
        memory=memory,
        message=message,
        frame=frame,
        runner=keeping.told_now(memory.runner, frame),
        units=units_of(memory, message.text, frame),
        question=searched(frame.repaired or message.text, memory.exchanges),
        aside=aside,
    )
