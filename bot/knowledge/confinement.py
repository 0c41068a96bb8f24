"""Reading files that nobody vouches for in a child process, where little time and memory is all they can take.

A small file can unpack into gigabytes or keep a parser busy for hours. The child has limits of its own, so that a
hostile file costs one line in the report; the next file gets a fresh child.
"""

from __future__ import annotations

import contextlib
import logging
import math
import multiprocessing
import signal
from collections.abc import Callable, Iterable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self, TypeVar

from bot.knowledge.blocks import Block

MAX_TEXT = 1_000_000
"""As much text one file may give; a long book. [characters]"""

CPU_S = 20
"""A book of three hundred pages takes about half of it. [s]"""
_MEMORY_BYTES = 768 * 1024 * 1024
_WALL_S = 90.0
"""For a child that waits instead of computing, and for systems that do not count CPU seconds."""
_FAREWELL_S = 5.0

Source = TypeVar("Source", str, bytes)


class Confinement:
    """A child process that reads one file after another; started with the first, stopped on leaving the context."""

    def __init__(self, *, cpu_s: int = CPU_S) -> None:
        """Start nothing yet: most folders hold no such file.

        Args:
            cpu_s: How long one file may be computed on. [s]
        """
        self._cpu_s = cpu_s
        self._child: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, _kind: type[BaseException] | None, _e: BaseException | None, _t: TracebackType | None) -> None:
        """Stop the child."""
        self._stop(patience_s=_FAREWELL_S)

    def read(self, reader: Callable[[Source], Iterable[Block]], source: Source) -> list[Block]:
        """Read a file's content in the child.

        Args:
            reader: A function of a module, which the child imports.
            source: What to hand to it.

        Raises:
            ValueError: If the reader finds the content wanting, fails, or takes too much time or memory.
        """
        try:
            outcome = self._ask(reader, source)
        except TimeoutError as error:
            self._stop(patience_s=0)
            raise ValueError(self._too_long) from error
        except (EOFError, OSError) as error:
            raise ValueError(self._cause_of_death()) from error
        if isinstance(outcome, list):
            return outcome
        raise ValueError(outcome)

    def _ask(self, reader: Callable[[Source], Iterable[Block]], source: Source) -> list[Block] | str:
        if self._pipe is None:
            spawn = multiprocessing.get_context("spawn")
            self._pipe, far_end = spawn.Pipe()
            self._child = spawn.Process(target=serve, args=(far_end, self._cpu_s), daemon=True)
            self._child.start()
            # With a copy open here the child's death would never be heard.
            far_end.close()
        self._pipe.send((reader, source))
        if not self._pipe.poll(_WALL_S):
            raise TimeoutError
        answer: list[Block] | str = self._pipe.recv()
        return answer

    def _cause_of_death(self) -> str:
        code = self._stop(patience_s=_FAREWELL_S)
        return self._too_long if code == -signal.SIGXCPU else f"crashes its reader (exit code {code})"

    @property
    def _too_long(self) -> str:
        return f"takes too long to read (more than {self._cpu_s} s)"

    def _stop(self, *, patience_s: float) -> int | None:
        """Let the child go, by force if it does not go by itself; return its exit code."""
        child, pipe, self._child, self._pipe = self._child, self._pipe, None, None
        if pipe is not None:
            pipe.close()
        if child is None or child.pid is None:
            return None
        child.join(patience_s)
        if child.is_alive():
            child.kill()
            child.join()
        code = child.exitcode
        child.close()
        return code


def serve(pipe: Connection, cpu_s: int) -> None:
    """Read what comes through the pipe until it is closed; runs in the child process."""
    # An interrupt at the keyboard reaches the parent too, which then closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library grumbles about a broken file would stand between the lines of the report.
    logging.disable()
    while True:
        try:
            reader, source = pipe.recv()
        except (EOFError, OSError):
            return
        _limit_this_process(cpu_s)
        pipe.send(_outcome(reader, source))


def _limit_this_process(cpu_s: int) -> None:
    """Allow so many more CPU seconds, and memory up to the limit; systems that know no such limits go without."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = math.ceil(used.ru_utime + used.ru_stime) + cpu_s
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, _MEMORY_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        # The hard limit stays: the next file moves the soft one on.
        _, hard = resource.getrlimit(what)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _outcome(reader: Callable[[Source], Iterable[Block]], source: Source) -> list[Block] | str:
    """Return the blocks, or in a few words why there are none."""
    blocks: list[Block] = []
    length = 0
    try:
        for block in reader(source):
            length += len(block.text)
            if length > MAX_TEXT:
                return f"too much text: more than {MAX_TEXT:,} characters"
            blocks.append(block)
    except MemoryError:
        return "takes too much memory to read"
    except ValueError as error:
        return str(error) or "broken"
    # Parsers fail in their own many ways over broken files, and the next file must still be read.
    except Exception as error:  # noqa: BLE001
        return f"broken ({type(error).__name__})"
    return blocks
