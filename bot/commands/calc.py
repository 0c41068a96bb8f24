"""`calc`: the catalogue of published methods, one of them by name=value, or many as JSON lines."""

from __future__ import annotations

import argparse
import io
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from bot.errors import ArgumentError

if TYPE_CHECKING:
    from bot.science.method import Answer, Method

_LONGEST_ECHO = 200


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("method", nargs="?", help="slug of a method; without one the catalogue is listed")
    parser.add_argument("inputs", nargs="*", metavar="name=value", help="its inputs; lists and objects as JSON")
    parser.add_argument(
        "--json",
        nargs="?",
        const="",
        metavar="-",
        help='print JSON; with - read {"method": ..., "inputs": {...}} a line and answer each with one line',
    )


def run(args: argparse.Namespace) -> int:
    """Compute and print; 2 if anything could not be computed."""
    words = [word for word in (args.method, *args.inputs) if word is not None]
    if args.json == "-":
        return _answer_lines(_stdin())
    if args.json:  # `calc --json METHOD name=value`: argparse took the method for the option's value
        words.insert(0, args.json)
    as_json = args.json is not None
    if not words:
        return _list(as_json=as_json)
    try:
        answer = _compute(words[0], _pairs(words[0], words[1:]))
    except ArgumentError as error:
        if as_json:
            print(json.dumps(_error(error)))
        else:
            print(f"calc: {_one_line(error)}", file=sys.stderr)
        return 2
    print(json.dumps(_as_json(answer)) if as_json else _as_text(answer))
    return 0


def _compute(slug: object, inputs: object) -> Answer:
    from bot.science.methods import calculate

    if not isinstance(slug, str):
        raise ArgumentError("method", slug, "a slug of the catalogue, which `calc` lists")
    if not isinstance(inputs, Mapping):
        raise ArgumentError("inputs", inputs, "an object of name: value")
    return calculate(slug, inputs)


def _answer_lines(lines: Iterable[str]) -> int:
    """Answer every line with exactly one line, in order."""
    code = 0
    for line in lines:
        try:
            answer = _as_json(_answer_line(line))
        except ArgumentError as error:
            answer, code = _error(error), 2
        print(json.dumps(answer), flush=True)
    return code


def _answer_line(line: str) -> Answer:
    allowed = 'a JSON object {"method": ..., "inputs": {...}}'
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as broken:
        raise ArgumentError("line", line.strip(), allowed) from broken
    if not isinstance(asked, dict) or not asked.keys() <= {"method", "inputs"}:
        raise ArgumentError("line", asked, allowed)
    return _compute(asked.get("method"), asked.get("inputs", {}))


def _stdin() -> Iterable[str]:
    """Return standard input, with bytes that are no UTF-8 replaced: such a line is a wrong line, not a crash."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin


def _pairs(slug: str, words: Sequence[str]) -> dict[str, object]:
    from bot.science.arguments import Choice, Text
    from bot.science.methods import METHODS

    arguments = METHODS[slug].arguments if slug in METHODS else {}
    inputs: dict[str, object] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals:
            raise ArgumentError(word, None, "name=value")
        if name in inputs:
            raise ArgumentError(name, text, "to be given once")
        inputs[name] = text if isinstance(arguments.get(name), (Choice, Text)) else _value(text)
    return inputs


def _value(text: str) -> object:
    """Return a number, list or object as JSON reads it, else the text itself."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value


def _list(*, as_json: bool) -> int:
    from bot.science.methods import METHODS

    for method in METHODS.values():
        print(json.dumps(_entry(method)) if as_json else _entry_text(method))
    return 0


def _entry(method: Method) -> dict[str, object]:
    return {
        "method": method.slug,
        "inputs": {
            name: {"allowed": argument.words, "optional": argument.optional}
            for name, argument in method.arguments.items()
        },
        "outputs": list(method.outputs),
        "fitted": {name: bound.words for name, bound in method.fitted.items()},
        "source": method.source,
    }


def _entry_text(method: Method) -> str:
    lines = [f"{method.slug} -> {', '.join(method.outputs)}", f"    {method.source}"]
    for name, argument in method.arguments.items():
        optional = " (may be left out)" if argument.optional else ""
        fitted = f"; made from {method.fitted[name].words}" if name in method.fitted else ""
        lines.append(f"    {name}: {argument.words}{fitted}{optional}")
    return "\n".join(lines)


def _as_json(answer: Answer) -> dict[str, object]:
    return {
        "method": answer.method,
        "outputs": answer.outputs,
        "low": answer.low,
        "high": answer.high,
        "source": answer.source,
        "inputs": answer.inputs,
        "notes": list(answer.notes),
    }


def _as_text(answer: Answer) -> str:
    lines = [
        f"{name} = {value:.6g}" if isinstance(value, float) else f"{name} = {json.dumps(value)}"
        for name, value in answer.outputs.items()
    ]
    if answer.low is not None:
        lines.append(f"range {answer.low:.6g} to {answer.high:.6g}")
    return "\n".join((*lines, *answer.notes, answer.source))


def _error(error: ArgumentError) -> dict[str, object]:
    message = _one_line(error)
    return {
        "error": {
            "argument": error.argument[:_LONGEST_ECHO],
            "got": _echo(error.got),
            "allowed": error.allowed,
            "message": message,
        }
    }


def _one_line(error: ArgumentError) -> str:
    got = json.dumps(_echo(error.got))
    return f"{error.argument[:_LONGEST_ECHO]}: got {got}, allowed: {error.allowed}"


def _echo(value: object) -> object:
    """Return what was given in a form that JSON can carry and a line can hold."""
    if value is None or isinstance(value, bool) or (isinstance(value, float) and math.isfinite(value)):
        return value
    text = value if isinstance(value, str) else repr(value)
    return value if isinstance(value, int) and len(text) < _LONGEST_ECHO else text[:_LONGEST_ECHO]
