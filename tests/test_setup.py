"""Set-up in one word: what is missing is made, in order, once, and nothing half-done survives."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import time
from pathlib import Path

import pytest

from tests.pretend_clone import PROJECT, PretendClone

EVERYTHING = [
    "environment",
    "uv",
    "packages by uv",
    "places",
    "download weights",
    "unpack weights",
    "ingest",
    "run",
]
GREETING = "Hello, I am your coach."


@pytest.fixture
def clone(tmp_path: Path) -> PretendClone:
    return PretendClone(tmp_path)


@pytest.fixture
def ready_clone(clone: PretendClone) -> PretendClone:
    """A clone whose first `make run` is over."""
    assert clone.make("run")[0] == 0
    clone.steps()
    return clone


def test_the_first_run_makes_everything_in_order_says_so_and_talks(clone: PretendClone) -> None:
    code, said = clone.make("run")
    assert code == 0, said
    assert clone.steps() == EVERYTHING
    assert re.findall(r"^\[(\S+)\]", said, flags=re.MULTILINE) == [
        "environment",
        "packages",
        ".env",
        "weights",
        "index",
    ]
    assert said.endswith(f"{GREETING}\n")


def test_a_later_run_only_talks(ready_clone: PretendClone) -> None:
    assert ready_clone.make("run") == (0, f"{GREETING}\n")
    assert ready_clone.steps() == ["run"]


def test_the_settings_file_is_copied_once_and_for_its_owner_alone(ready_clone: PretendClone) -> None:
    file = ready_clone.folder / ".env"
    assert file.read_bytes() == (PROJECT / ".env.example").read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text("LOG_LEVEL=DEBUG\n", encoding="utf-8")
    ready_clone.make("run")
    assert file.read_text(encoding="utf-8") == "LOG_LEVEL=DEBUG\n"


def test_pip_stands_in_where_uv_cannot_be_had(clone: PretendClone) -> None:
    clone.fail_at("requirements/uv.txt")
    code, said = clone.make("run")
    assert code == 0, said
    assert "uv could not do it; pip does" in said
    assert clone.steps() == [*EVERYTHING[:2], "packages by pip", *EVERYTHING[3:]]


def test_pip_stands_in_where_uv_cannot_reach_the_packages(clone: PretendClone) -> None:
    clone.fail_at("-m uv pip install")
    code, said = clone.make("run")
    assert code == 0, said
    assert clone.steps() == [*EVERYTHING[:3], "packages by pip", *EVERYTHING[3:]]


def test_without_packages_set_up_stops_in_words_and_starts_afresh_next_time(clone: PretendClone) -> None:
    clone.fail_at("pip")
    code, said = clone.make("run")
    assert code != 0
    assert "[packages] the packages could not be installed" in said
    assert "run" not in clone.steps()
    clone.no_trouble()
    assert clone.make("run")[0] == 0
    assert clone.steps() == EVERYTHING


@pytest.mark.parametrize("trouble", [" download ", ".whl data/weights"])
def test_the_coach_talks_without_its_weights_and_tries_again_next_time(trouble: str, clone: PretendClone) -> None:
    clone.fail_at(trouble)
    code, said = clone.make("run")
    assert code == 0, said
    assert "articles are searched by their words only" in said
    assert said.endswith(f"{GREETING}\n")
    clone.steps()
    clone.no_trouble()
    clone.make("run")
    assert clone.steps() == ["download weights", "unpack weights", "ingest", "run"]
    clone.make("run")
    assert clone.steps() == ["run"]


def test_the_coach_talks_without_an_index_and_tries_again_next_time(clone: PretendClone) -> None:
    clone.fail_at("-m bot ingest")
    code, said = clone.make("run")
    assert code == 0, said
    assert "[index] not built" in said
    clone.steps()
    clone.no_trouble()
    clone.make("run")
    assert clone.steps() == ["ingest", "run"]


def test_wrong_settings_stop_the_start(clone: PretendClone) -> None:
    clone.fail_at("-m bot.settings")
    assert clone.make("run")[0] != 0
    assert "run" not in clone.steps()


def test_weights_that_are_there_already_are_checked_and_not_fetched_again(ready_clone: PretendClone) -> None:
    shutil.rmtree(ready_clone.folder / ".venv")
    ready_clone.make("run")
    assert "check weights" in (steps := ready_clone.steps())
    assert "download weights" not in steps


def change_an_article(folder: Path) -> None:
    article = next((folder / "knowledge").rglob("*.md"))
    article.write_text(article.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")


def add_an_article(folder: Path) -> None:
    (folder / "knowledge" / "a new one.md").write_text("Run.\n", encoding="utf-8")


def rename_an_article(folder: Path) -> None:
    article = next((folder / "knowledge").rglob("*.md"))
    article.rename(article.with_name("renamed.md"))


def change_how_articles_are_cut(folder: Path) -> None:
    (folder / "bot" / "knowledge" / "article.py").write_text("", encoding="utf-8")


def lose_the_pointer(folder: Path) -> None:
    (folder / "data" / "index" / "CURRENT").unlink()


def damage_the_index(folder: Path) -> None:
    (folder / "data" / "index" / "f00" / "vectors").write_text("", encoding="utf-8")


def lose_a_file_of_the_index(folder: Path) -> None:
    (folder / "data" / "index" / "f00" / "vectors").unlink()


def lose_what_the_pointer_names(folder: Path) -> None:
    shutil.rmtree(folder / "data" / "index" / "f00")


@pytest.mark.parametrize(
    "change",
    [
        change_an_article,
        add_an_article,
        rename_an_article,
        change_how_articles_are_cut,
        lose_the_pointer,
        damage_the_index,
        lose_a_file_of_the_index,
        lose_what_the_pointer_names,
    ],
)
def test_the_index_is_built_again_only_when_it_has_to_be(change, ready_clone: PretendClone) -> None:
    change(ready_clone.folder)
    ready_clone.make("run")
    assert ready_clone.steps() == ["ingest", "run"]
    ready_clone.make("run")
    assert ready_clone.steps() == ["run"]


def damage_the_weights(folder: Path) -> None:
    (folder / "data" / "weights" / "model").write_text("other numbers", encoding="utf-8")


def lose_the_weights(folder: Path) -> None:
    (folder / "data" / "weights" / "model").unlink()


@pytest.mark.parametrize("change", [damage_the_weights, lose_the_weights])
def test_weights_that_changed_are_checked_again(change, ready_clone: PretendClone) -> None:
    change(ready_clone.folder)
    ready_clone.make("run")
    assert ready_clone.steps()[0] == "check weights"
    ready_clone.make("run")
    assert ready_clone.steps() == ["run"]


def test_a_new_lock_is_installed_into_the_same_environment(ready_clone: PretendClone) -> None:
    with (ready_clone.folder / "requirements" / "run.txt").open("a", encoding="utf-8") as lock:
        lock.write("# other versions\n")
    ready_clone.make("run")
    assert ready_clone.steps() == ["uv", "packages by uv", "run"]


def test_the_clock_of_a_file_alone_changes_nothing(ready_clone: PretendClone) -> None:
    for file in ready_clone.folder.glob("requirements/*"):
        file.touch()
    next((ready_clone.folder / "knowledge").rglob("*.md")).touch()
    ready_clone.make("run")
    assert ready_clone.steps() == ["run"]


def test_a_data_folder_moved_by_a_setting_is_looked_up_again(ready_clone: PretendClone) -> None:
    ready_clone.make("run", DATA_DIR="elsewhere")
    assert ready_clone.steps()[0] == "places"


@pytest.mark.parametrize("moment", ["-m venv", "requirements/uv.txt", "-m uv pip install"])
def test_a_killed_installation_is_thrown_away(moment: str, clone: PretendClone) -> None:
    clone.be_killed_at(moment)
    assert clone.make("run")[0] != 0
    clone.steps()
    clone.no_trouble()
    code, said = clone.make("run")
    assert (code, clone.steps()) == (0, EVERYTHING), said


@pytest.mark.parametrize(
    ("moment", "still_to_do"),
    [
        ("-m bot.settings", EVERYTHING[3:]),
        (" download ", EVERYTHING[4:]),
        (".whl data/weights", EVERYTHING[4:]),
        ("-m bot ingest", EVERYTHING[6:]),
    ],
)
def test_after_a_kill_the_step_cut_short_is_done_again(
    moment: str, still_to_do: list[str], clone: PretendClone
) -> None:
    clone.be_killed_at(moment)
    assert clone.make("run")[0] != 0
    clone.steps()
    clone.no_trouble()
    code, said = clone.make("run")
    assert (code, clone.steps()) == (0, still_to_do), said


def test_two_set_ups_at_once_wait_for_each_other(clone: PretendClone) -> None:
    both = [clone.start("run"), clone.start("run")]
    said = [made.communicate(timeout=60)[0] for made in both]
    assert [made.returncode for made in both] == [0, 0], said
    steps = clone.steps()
    assert steps.count("run") == 2
    assert steps.count("environment") == steps.count("ingest") == 1
    assert not (clone.folder / ".setup.lock").is_symlink()


def test_an_old_python_is_told_in_a_line(clone: PretendClone) -> None:
    clone.have_only_an_old_python()
    code, said = clone.make("run")
    assert code != 0
    assert said.splitlines()[0].startswith("[environment] Python 3.11 or newer is needed")
    assert clone.steps() == []


def test_test_sets_everything_up_with_what_the_tests_need(clone: PretendClone) -> None:
    code, said = clone.make("test")
    assert (code, clone.steps()) == (0, [*EVERYTHING[:-1], "pytest"]), said
    clone.make("run")
    assert clone.steps() == ["run"]


def test_make_alone_lists_every_word_it_knows(clone: PretendClone) -> None:
    _, said = clone.make()
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    words = re.search(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)[1].split()
    assert re.findall(r"^  (\S+) +\S", said, flags=re.MULTILINE) == words


@pytest.mark.bench
def test_what_a_later_make_run_adds(ready_clone: PretendClone) -> None:
    spent = []
    for _ in range(20):
        began = time.perf_counter()
        ready_clone.make("run")
        spent.append(time.perf_counter() - began)
    print(f"\nmake run, all in place, before the coach starts: median {statistics.median(spent) * 1000:.0f} ms")


@pytest.mark.soak
def test_a_fresh_clone_with_an_empty_home_and_no_cache_runs(tmp_path: Path) -> None:
    home, clone = tmp_path / "home", tmp_path / "clone"
    home.mkdir()
    subprocess.run(["git", "clone", "--quiet", PROJECT, clone], check=True)
    began = time.perf_counter()
    run = ["env", f"HOME={home}", f"PIP_CACHE_DIR={home}/pip", f"UV_CACHE_DIR={home}/uv", "make", "run"]
    made = subprocess.run(
        run, cwd=clone, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, check=False
    )
    print(f"\nfresh clone to the coach's goodbye: {time.perf_counter() - began:.0f} s")
    assert made.returncode == 0, made.stdout + made.stderr
