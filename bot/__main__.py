"""Command line: `python -m bot COMMAND`; without a command, `run`."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Final

from bot.errors import CoachError

_COMMANDS: Final = {
    "run": "run the Telegram bot, or the coach in this terminal if there is no token",
    "chat": "talk to the coach in this terminal",
    "ask": "ask one question, or many as JSON lines; nothing is stored",
    "search": "look up passages of the articles",
    "parse": "show how a message is understood",
    "calc": "compute with a published method",
    "ingest": "build the passage index from the articles",
    "eval": "measure how well questions find their articles",
    "gaps": "list what the articles were found to lack",
    "doctor": "check that everything is in place",
}


LIBRARY_SWITCHES: Final = {
    "ANONYMIZED_TELEMETRY": "False",  # Chroma: nothing is reported anywhere
    "LANGSMITH_TRACING": "false",  # LangChain: what people say is not sent to a tracing service
    "OMP_NUM_THREADS": "1",  # NumPy: one query is too small to share; more threads only wait for each other
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONTZPATH": "",  # zoneinfo: the time zones of the locked tzdata package, not this machine's
    "PTB_TIMEDELTA": "1",  # python-telegram-bot: durations as timedelta, its coming default
}
"""Switches that libraries read while they are imported; what the operator set stays."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 fine, 2 something the caller can mend, 130 interrupted."""
    # Most of what a start makes stays: looking through it again and again took a tenth of the start.
    gc.set_threshold(100_000, 20, 20)
    for name, value in LIBRARY_SWITCHES.items():
        os.environ.setdefault(name, value)
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    chosen = next((word for word in given if not word.startswith("-")), None)
    for name, words in _COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words)
        # Only the chosen command is imported, so that every --help is quick.
        if name == chosen:
            importlib.import_module(f"bot.commands.{name}").configure(command)
    parsed = parser.parse_args(given or ["run"])
    module = importlib.import_module(f"bot.commands.{parsed.command}")
    try:
        return int(module.run(parsed))
    except CoachError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0


if __name__ == "__main__":
    raise SystemExit(main())
