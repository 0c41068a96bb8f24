"""`parse`: how a message is understood: its intent and quantities, what would be asked back, its red flags."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.errors import ArgumentError, InputError

if TYPE_CHECKING:
    from bot.nlu.frame import Context, Frame

_LONGEST_ECHO = 200


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("text", nargs="?", help="the message; left out with --json -")
    parser.add_argument("--now", metavar="ISO", help="local time of the message (default: now)")
    parser.add_argument(
        "--context",
        metavar="JSON",
        help="the turn before: last_intent, last_entities, pending, choices, height_m, units",
    )
    parser.add_argument(
        "--json",
        nargs="?",
        const="",
        metavar="-",
        help='print JSON; with - read {"text", "now", "ctx"} a line and answer each with one line',
    )


def run(args: argparse.Namespace) -> int:
    """Understand and print."""
    from bot.nlu.parser import parse

    if args.json == "-":
        return _answer_lines(_stdin(), args.now, args.context)
    # `parse --json "text"`: argparse took the text for the option's value
    text = args.text if args.text is not None else args.json
    if text is None:
        raise InputError("parse: give a message, or --json - to read one a line")
    context = _context(_decoded("context", args.context)) if args.context else _context(None)
    frame = parse(text, now=_moment(args.now), context=context)
    print(json.dumps(_as_json(frame), ensure_ascii=False, indent=1) if args.json is not None else _as_text(frame))
    return 0


def _answer_lines(lines: Iterable[str], now: str | None, context: str | None) -> int:
    """Answer every line with exactly one line, in order; a broken one is named and the rest goes on."""
    for number, line in enumerate(lines, 1):
        try:
            answer = _as_json(_parse_line(line, now, context))
        except ArgumentError as error:
            answer = {
                "error": {
                    "line": number,
                    "argument": error.argument,
                    "got": str(error.got)[:_LONGEST_ECHO],
                    "allowed": error.allowed,
                    "message": str(error)[: 2 * _LONGEST_ECHO],
                }
            }
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return 0


def _parse_line(line: str, now: str | None, context: str | None) -> Frame:
    from bot.nlu.parser import parse

    asked = _decoded("line", line.strip())
    if not isinstance(asked, dict) or not asked.keys() <= {"text", "now", "ctx"}:
        raise ArgumentError("line", line.strip(), 'a JSON object {"text": ..., "now"?: ..., "ctx"?: {...}}')
    text = asked.get("text")
    if not isinstance(text, str):
        raise ArgumentError("text", text, "a text")
    ctx = asked["ctx"] if "ctx" in asked else _decoded("context", context) if context else None
    return parse(text, now=_moment(asked.get("now", now)), context=_context(ctx))


def _decoded(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as broken:
        raise ArgumentError(name, text, "JSON") from broken


def _moment(value: object) -> datetime:
    """Return the moment named, or the present one on this machine's own clock."""
    if value is None:
        from bot.clock import utc_now

        return utc_now().astimezone()
    try:
        return datetime.fromisoformat(str(value))
    except ValueError as broken:
        raise ArgumentError("now", value, "an ISO time such as 2026-11-21T09:00") from broken


def _context(value: object) -> Context:
    from pydantic import TypeAdapter, ValidationError

    from bot.nlu.frame import NO_CONTEXT, Context

    if value is None:
        return NO_CONTEXT
    allowed = "an object of last_intent, last_entities, pending, choices, height_m, units"
    if not isinstance(value, dict) or not value.keys() <= set(Context.__dataclass_fields__):
        raise ArgumentError("context", value, allowed)
    try:
        return TypeAdapter(Context).validate_python(value)
    except ValidationError as wrong:
        raise ArgumentError("context", value, f"{allowed} ({wrong.errors()[0]['msg']})") from wrong


def _as_json(frame: Frame) -> dict[str, Any]:
    return {
        "intent": frame.intent,
        "entities": dict(frame.entities),
        "also": [_as_json(other) for other in frame.also],
        "ask": {"slot": frame.ask.slot, "choices": list(frame.ask.choices)} if frame.ask else None,
        "repaired": frame.repaired,
        "question": frame.question,
        "feeling": frame.feeling,
        "correction": frame.correction,
        "follow_up": frame.follow_up,
        "about": frame.about,
        "meant": dict(frame.meant),
        "about_coach": frame.about_coach,
        "flags": list(frame.flags),
    }


def _as_text(frame: Frame) -> str:
    lines = [frame.intent, *_listed(frame.entities)]
    if frame.ask:
        lines.append(f"ask: {frame.ask.slot} {' | '.join(frame.ask.choices)}".rstrip())
    said = {"question": frame.question, "feeling": frame.feeling, "about": frame.about, "repaired": frame.repaired}
    lines += [f"{name}: {value}" for name, value in said.items() if value]
    lines += [f"meant: {name} {value}" for name, value in frame.meant.items()]
    lines += [name.replace("_", " ") for name in ("correction", "follow_up", "about_coach") if getattr(frame, name)]
    if frame.flags:
        lines.append(f"red flags: {', '.join(frame.flags)}")
    for other in frame.also:
        lines.append(f"also {_as_text(other)}")
    return "\n".join(lines)


def _listed(entities: Mapping[str, Any]) -> list[str]:
    return [
        f"  {name} = {value:.6g}" if isinstance(value, float) else f"  {name} = {value}"
        for name, value in entities.items()
    ]


def _stdin() -> Iterable[str]:
    """Return standard input, with bytes that are no UTF-8 replaced: such a line is a wrong line, not a crash."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin
