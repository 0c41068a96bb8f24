"""`ask`: one question, or many as JSON lines. Stores nothing; what a channel would store is a `confirm` reply."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import CoachError, InputError

if TYPE_CHECKING:
    from bot.coach.coach import Coach
    from bot.coach.turn import Memory
    from bot.runner import Runner
    from bot.voice.texts import Texts


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("question", nargs="?", help="the question; left out with --json -")
    parser.add_argument("--profile", type=Path, metavar="FILE", help="a profile as JSON or TOML")
    parser.add_argument(
        "--json", nargs="?", const="reply", metavar="-", help="print the reply as JSON; with - read a line each"
    )


def run(args: argparse.Namespace) -> int:
    """Answer and print."""
    from bot.app import build_coach, load_texts, open_articles
    from bot.logs import log_to_stderr
    from bot.profile_file import read_profile
    from bot.runner import Runner
    from bot.settings import read_settings

    lines = args.json == "-" or args.question == "-"
    if args.question is None and not lines:
        raise InputError("ask: give a question, or --json - to read one a line")
    settings = read_settings()
    log_to_stderr(settings.log_level)
    runner = read_profile(args.profile) if args.profile else Runner()
    texts = load_texts()
    desk = _Desk(coach=build_coach(open_articles(settings), texts, settings), texts=texts, runner=runner, memories={})
    if lines:
        return asyncio.run(_many(desk, sys.stdin))
    answer = asyncio.run(desk.answer(_Asked(question=args.question)))
    print(json.dumps(answer, ensure_ascii=False, indent=1) if args.json else answer["text"])
    return 0


async def _many(desk: _Desk, lines: Iterable[str]) -> int:
    for number, line in enumerate(lines, 1):
        try:
            answer = await desk.answer(_read(line, number))
        except InputError as error:
            answer = desk.error(str(error), number)
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asked:
    question: str
    profile: Runner | None = None
    session: str | None = None
    now: datetime | None = None
    number: int = 1


def _read(line: str, number: int) -> _Asked:
    from bot.profile_file import profile_from

    text = line.strip()
    if not text:
        raise InputError("an empty line holds no question")
    if not text.startswith("{"):
        return _Asked(question=text, number=number)
    try:
        fields = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from error
    unknown = set(fields) - {"question", "profile", "session", "now"}
    if unknown or not isinstance(fields.get("question"), str):
        raise InputError(f"unknown field {min(unknown)}" if unknown else "question: a text is needed")
    return _Asked(
        question=fields["question"],
        profile=None if fields.get("profile") is None else profile_from(fields["profile"]),
        session=None if fields.get("session") is None else str(fields["session"]),
        now=_moment(fields.get("now")),
        number=number,
    )


def _moment(value: object) -> datetime | None:
    if value is None:
        return None
    try:
        at = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise InputError(f"now: {value!r} is no ISO time") from error
    return at if at.tzinfo else at.replace(tzinfo=UTC)


@dataclass(kw_only=True, slots=True)
class _Desk:
    """Answers questions; lines of one session are one conversation."""

    coach: Coach
    texts: Texts
    runner: Runner
    memories: dict[str, Memory]

    async def answer(self, asked: _Asked) -> Mapping[str, Any]:
        from bot.clock import utc_now
        from bot.coach.afterwards import afterwards
        from bot.coach.turn import Memory, Message
        from bot.reply import to_json

        name = asked.session or f"line {asked.number}"
        memory = self.memories.get(name, Memory(person_id=name, runner=self.runner))
        if asked.profile is not None:
            memory = replace(memory, runner=asked.profile)
        message = Message(
            text=asked.question,
            at=asked.now or utc_now(),
            channel="ask",
            message_key=f"{len(memory.exchanges)}:{asked.question}",
        )
        try:
            turn = await self.coach.reply(memory, message)
        except CoachError as error:
            return self.error(str(error), asked.number, self.texts.say(error.text_id).text)
        if asked.session is not None:
            self.memories[name] = afterwards(memory, turn)
        return to_json(turn.reply)

    def error(self, reason: str, number: int, text: str | None = None) -> Mapping[str, Any]:
        from bot.reply import Reply, to_json

        shown = text or self.texts.say("error.line").text
        print(f"line {number}: {reason}", file=sys.stderr)
        return to_json(Reply(text=shown, kind="error", mode="embedded", turn_id=f"line-{number}"))
