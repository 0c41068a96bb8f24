"""Rounds of reminders and talk in which the bot is killed with -9, and the books are checked afterwards.

One round is one morning: everybody's reminder is due at seven, ten people are talking, Telegram and the database make
trouble, the bot is killed at a random point and started again. Then every reminder and every answer is looked up in
the ledger and in what the emulated Telegram took in.
"""

from __future__ import annotations

import asyncio
import time as waiting
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Final

from bot.coach.turn import CreateReminder, Exchange, Turn
from bot.reminders.due import next_fire
from bot.reminders.reminder import WEEKDAYS, Reminder, Schedule
from bot.reply import Reply
from bot.storage.database import Database
from bot.storage.journal import JournalBook
from bot.storage.people import PeopleBook
from tests.flows.starting import StartBot
from tests.storage.databases import rows
from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.process import BotProcess

FIRST_DAY: Final = date(2027, 1, 15)
SEVEN: Final = Schedule(at=time(7), zone="UTC", days=frozenset(WEEKDAYS))
TALKERS: Final = range(1, 11)
"""Chats of those who talk; reminders go to chats from 1,000 on."""
FIRST_CHAT: Final = 1000
OUTAGE_S: Final = 8.0
SETTLED_WITHIN_S: Final = 180.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What one round came to."""

    round: int
    killed_after: int
    """Messages that had reached Telegram in this round."""
    leaving: int
    """Reminders in flight at the kill."""
    ambiguous: int
    """Reminders whose connection Telegram cut or whose request it answered with 500, so that nobody can know."""
    due: int
    sent: int
    in_doubt: int
    of_the_kill: int
    """Those among them whose sending the kill broke off; the others are Telegram's doing."""
    skipped: int
    failed: int
    twice: int
    """Reminders that reached the emulator more than once."""
    astray: int
    """Reminders in no class, in two, or in one that contradicts what the emulator saw."""
    answers: int
    unanswered: int
    repeated: int
    """Answers that came twice because their request had left before the kill or was cut."""
    disorder: int
    """Chats whose answers came in another order than their messages."""
    outage: bool
    seconds: float


class Morning:
    """Everything a round needs; kept over all of them."""

    def __init__(
        self,
        tg: Emulator,
        start: StartBot,
        url: str,
        *,
        people: int,
        seed: int,
        out_of_order: Callable[[float], None],
    ) -> None:
        """Take the server, a way to start the bot, and a way to stop the database for so many seconds."""
        self._tg = tg
        self._start = start
        self._url = url
        self._people = people
        self._dice = Random(seed)  # noqa: S311 - which round goes how must be the same again
        self._out_of_order = out_of_order
        self._bot: BotProcess | None = None
        self._due = people
        for chat in (*TALKERS, *range(FIRST_CHAT, FIRST_CHAT + people)):
            tg.user(chat).contacted = True
        asyncio.run(remind_everybody(url, people))

    def run(self, number: int, *, outage: bool) -> Outcome:
        """Play one morning."""
        begun = waiting.monotonic()
        day = FIRST_DAY + timedelta(days=number)
        seen, calls = len(self._tg.events), len(self._tg.calls)
        self._due = _number(self._url, "SELECT count(*) FROM people JOIN reminders USING (person_id) WHERE active")
        self._tg.blocked.add(FIRST_CHAT + number)
        faults = self._trouble()
        self._launch(datetime.combine(day, time(6, 59, 58), tzinfo=UTC))
        said = self._say(number, "before")
        killed_after = self._kill_at_random(seen, outage=outage)
        leaving = _count(self._url, "kind = 'reminder' AND state = 'sending'")
        answers_leaving = _count(self._url, "kind = 'reply' AND state = 'sending'")
        said += self._say(number, "after")
        self._launch(datetime.combine(day, time(7, 0, 30), tzinfo=UTC))
        self._wait_until_settled(day, said, seen)
        assert self._bot is not None
        self._bot.kill()
        ambiguous = sum(call.code == 500 for call in self._tg.calls[calls:]) + sum(
            fault.hits for fault in faults if fault.kind != "error"
        )
        repeated = self._repeated(said, seen)
        assert repeated <= answers_leaving + ambiguous
        return Outcome(
            round=number + 1,
            killed_after=killed_after,
            leaving=leaving,
            ambiguous=ambiguous,
            answers=len(said),
            unanswered=len([label for label in said if not self._arrived(seen)[label]]),
            repeated=repeated,
            disorder=self._disorder(said, seen),
            outage=outage,
            seconds=round(waiting.monotonic() - begun, 1),
            **self._reminders(day, seen),
        )

    def _launch(self, at: datetime) -> None:
        self._tg.clock_offset = at.timestamp() - unix_now()
        env = {
            "FLOW_CLOCK_OFFSET_S": str(self._tg.clock_offset),
            "SENDS_PER_SECOND": "300",
            "LOG_LEVEL": "WARNING",
        }
        if self._bot is None:
            self._bot = self._start(**env)
            return
        self._bot.env |= env
        self._bot.launch()

    def _trouble(self):
        """Let Telegram refuse, fail, cut and hang on a few of the next sends."""

        def later() -> int:
            return self._dice.randrange(0, max(1, self._people // 2))

        self._tg.faults.clear()
        send = "sendMessage"
        return [
            self._tg.too_many_requests(send, retry_after=1, times=1),
            self._tg.fail(send, code=500, times=2, skip=later()),
            self._tg.break_network(send, "reset", times=2, after_effect=True),
            self._tg.break_network(send, "reset", times=1),
            self._tg.break_network(send, "hang", times=1, seconds=11),
        ]

    def _say(self, number: int, when: str) -> list[str]:
        """Let the talkers say something; return the words by which their answers are known."""
        labels = []
        for chat in TALKERS:
            for n in range(2):
                label = f"slow 0.{self._dice.randrange(0, 4)} {number}-{when}-{chat}-{n}"
                self._tg.user(chat).send_text(label)
                labels.append(label)
        return labels

    def _kill_at_random(self, seen: int, *, outage: bool) -> int:
        """Kill the bot when so many reminders have arrived; return how many messages had by then."""
        wanted = self._dice.randrange(0, self._people)
        if outage:
            self._wait_for(wanted // 2, seen)
            self._out_of_order(OUTAGE_S)
        self._wait_for(wanted, seen)
        waiting.sleep(self._dice.uniform(0, 0.05))
        assert self._bot is not None
        self._bot.kill()
        return sum(self._arrived(seen).values())

    def _wait_for(self, messages: int, seen: int) -> None:
        """Wait until so many messages have arrived, or all that will."""
        with self._tg.cond:
            self._tg.cond.wait_for(
                # A cheap upper bound first: this is asked for every message.
                lambda: (
                    len(self._tg.events) - seen >= messages
                    and sum(event.kind == "message" for event in self._tg.events[seen:]) >= messages
                ),
                SETTLED_WITHIN_S,
            )

    def _wait_until_settled(self, day: date, said: list[str], seen: int) -> None:
        until = waiting.monotonic() + SETTLED_WITHIN_S
        while waiting.monotonic() < until:
            waiting.sleep(0.5)
            open_ones = _count(self._url, "state IN ('ready', 'sending')")
            known = _count(self._url, f"kind = 'reminder' AND local_date = '{day}'")
            arrived = self._arrived(seen)
            unread = _number(self._url, "SELECT count(*) FROM inbox WHERE done_at IS NULL")
            if not open_ones and not unread and known == self._due and all(arrived[label] for label in said):
                return

    def _arrived(self, seen: int) -> Counter[str]:
        """Count what reached people in this round: answers by their words, reminders by their chat."""
        found: Counter[str] = Counter()
        with self._tg.cond:
            events = [event for event in self._tg.events[seen:] if event.kind == "message"]
        for event in events:
            text = event.payload.api["text"]
            found[str(event.chat_id) if event.chat_id >= FIRST_CHAT else text.partition(": ")[2]] += 1
        return found

    def _repeated(self, said: list[str], seen: int) -> int:
        arrived = self._arrived(seen)
        return sum(arrived[label] - 1 for label in said if arrived[label] > 1)

    def _disorder(self, said: list[str], seen: int) -> int:
        with self._tg.cond:
            events = [event for event in self._tg.events[seen:] if event.kind == "message"]
        found = 0
        for chat in TALKERS:
            texts = [event.payload.api["text"].partition(": ")[2] for event in events if event.chat_id == chat]
            ranks = [said.index(text) for text in texts]
            found += ranks != sorted(ranks)
        return found

    def _reminders(self, day: date, seen: int) -> dict[str, int]:
        query = (
            "SELECT people.address, deliveries.state, deliveries.reason FROM deliveries JOIN people"  # noqa: S608 - our own date
            f" ON people.person_id = deliveries.person_id WHERE kind = 'reminder' AND local_date = '{day}'"
        )
        states = asyncio.run(rows(self._url, query))
        arrived = self._arrived(seen)
        rightly = {"sent": {1}, "in_doubt": {0, 1}, "skipped": {0}, "failed": {0}}
        classes = Counter(state for _, state, _ in states)
        wrong = [1 for address, state, _ in states if arrived[address] not in rightly.get(state, set())]
        repeats = len(states) - len({address for address, _, _ in states})
        missing = self._due - len(states)
        return {
            "due": self._due,
            **{state: classes[state] for state in rightly},
            "of_the_kill": sum(reason == "stopped_while_sending" for _, _, reason in states),
            "twice": sum(arrived[address] > 1 for address, _, _ in states),
            "astray": len(wrong) + repeats + abs(missing),
        }


def table(outcomes: list[Outcome]) -> Iterator[str]:
    """Return the rounds as lines of a Markdown table, with their sums."""
    names = [field.name for field in fields(Outcome)]
    yield f"| {' | '.join(names)} |"
    yield f"|{' --- |' * len(names)}"
    for outcome in outcomes:
        yield f"| {' | '.join(map(str, astuple(outcome)))} |"
    sums = [sum(column) for column in zip(*(astuple(outcome)[1:] for outcome in outcomes), strict=True)]
    yield f"| all | {' | '.join(f'{figure:g}' for figure in sums)} |"


def silence(flag: Path, seconds: float) -> None:
    """Let every transaction fail for a while: what an SQLite file has instead of a server that is stopped."""
    flag.touch()
    waiting.sleep(seconds)
    flag.unlink()


def _count(url: str, condition: str) -> int:
    return _number(url, f"SELECT count(*) FROM deliveries WHERE {condition}")  # noqa: S608


def _number(url: str, query: str) -> int:
    return int(asyncio.run(rows(url, query))[0][0])


async def remind_everybody(url: str, people: int) -> None:
    """Make so many people who want to be reminded at seven every day."""
    database = await Database.open(url)
    journal, book = JournalBook(database), PeopleBook(database)
    evening = datetime.combine(FIRST_DAY - timedelta(days=1), time(20), tzinfo=UTC)
    for chat in range(FIRST_CHAT, FIRST_CHAT + people):
        person = await book.person_for("telegram", str(chat))
        due = Reminder(
            reminder_id="daily", person_id=person, schedule=SEVEN, next_fire_at=next_fire(SEVEN, after=evening)
        )
        reply = Reply(text="Set.", kind="confirm", mode="embedded", turn_id="set")
        exchange = Exchange(
            turn_id="set", said="", reply=reply, intent="smalltalk", entities={}, pending=None, at=evening
        )
        await journal.close(person, Turn(reply=reply, exchange=exchange, staged=(CreateReminder(reminder=due),)))
    await database.close()
