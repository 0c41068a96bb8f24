"""The program under test, as a process of its own."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import time
import zoneinfo
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.telegram_bench.clock import unix_now

if TYPE_CHECKING:
    from tests.telegram_bench.emulator import Emulator


def faketime_library() -> Path | None:
    """Return Debian's libfaketime for threaded programs, None if it is not installed."""
    return next(iter(sorted(Path("/usr/lib").glob("**/faketime/libfaketimeMT.so.1"))), None)


class BotProcess:
    """A bot started with the environment that points it at the emulator."""

    def __init__(
        self,
        tg: Emulator,
        command: Sequence[str],
        *,
        log: Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        fake_time: str | None = None,
    ) -> None:
        """Start it.

        Args:
            tg: The server.
            command: Program and arguments.
            log: File that its output is added to.
            env: Further environment.
            cwd: Working directory.
            fake_time: Local time (in `env["TZ"]`, else UTC) at which its clock starts; needs libfaketime.
        """
        self.tg = tg
        self.command = list(command)
        self.cwd = cwd
        self.log = log
        self.env = dict(env or {})
        self.fake_time = fake_time
        self.exit_seconds: float | None = None
        self.launch()

    def launch(self) -> None:
        """Start the process (again)."""
        inherited = os.environ  # noqa: TID251 - PATH and the like are handed on to the process as they are
        env = {**inherited, **self.tg.env(), "PYTHONUNBUFFERED": "1", **self.env}
        if self.fake_time:
            env |= self._moved_clock(self.fake_time)
        self.started = unix_now()
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.command,
                env=env,
                cwd=self.cwd,
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    def wait_ready(self, timeout: float = 60) -> None:
        """Wait until the bot polls or has set a webhook after this launch."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise RuntimeError(f"bot exited with {self.process.returncode}\n{self.log_tail()}")
            if self.tg.last_poll >= self.started or self._hooked():
                return
            time.sleep(0.05)
        raise TimeoutError(f"bot neither polled nor set a webhook within {timeout} s\n{self.log_tail()}")

    def stop(self, sig: signal.Signals = signal.SIGTERM, timeout: float = 20) -> int:
        """Stop politely; return the exit code and keep the time it took in `exit_seconds`."""
        if self.process.poll() is None:
            began = time.monotonic()
            self.process.send_signal(sig)
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()
            self.exit_seconds = time.monotonic() - began
        return int(self.process.returncode)

    def kill(self) -> None:
        """Kill it with -9, children included."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self.process.poll() is None

    def log_text(self) -> str:
        """Return all it printed, over every launch."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def log_tail(self, size: int = 4000) -> str:
        """Return the end of what it printed."""
        return self.log_text()[-size:]

    def _hooked(self) -> bool:
        calls = self.tg.calls_to("setWebhook")
        return any(call.ok and call.at >= self.started and call.params.get("url") for call in calls)

    def _moved_clock(self, local: str) -> dict[str, str]:
        library = faketime_library()
        if library is None:
            raise RuntimeError("fake_time needs Debian's package libfaketime")
        zone = self.env.get("TZ", "UTC")
        start = datetime.datetime.fromisoformat(local).replace(tzinfo=zoneinfo.ZoneInfo(zone))
        self.tg.clock_offset = start.timestamp() - unix_now()
        return {
            "TZ": zone,
            "LD_PRELOAD": str(library),
            "FAKETIME": f"@{local}",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }
