"""Reviewed texts: chosen by seed, filled by slot, kind and plain to read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.voice.phrase import licensed_numbers, phrase
from bot.voice.texts import Texts

PROMPTS = Path(__file__).parents[2] / "prompts" / "en"


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load(PROMPTS)


def write(folder: Path, text: str) -> Path:
    (folder / "a.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_same_seed_says_the_same_and_seeds_spread_over_all_wordings(tmp_path: Path) -> None:
    texts = Texts.load(write(tmp_path, 'hi = ["Hello {name}.", "Hey {name}.", "Hi {name}."]'))
    said = {texts.say("a.hi", seed=str(seed), name="Ann").text for seed in range(40)}
    assert said == {"Hello Ann.", "Hey Ann.", "Hi Ann."}
    assert texts.say("a.hi", seed="x", name="Ann") == texts.say("a.hi", seed="x", name="Ann")


def test_a_wording_already_said_is_passed_over_while_another_is_left(tmp_path: Path) -> None:
    texts = Texts.load(write(tmp_path, 'hi = ["Good morning.", "Hello there."]'))
    assert all(texts.say("a.hi", seed=str(n), avoid=["Well. Good morning."]).text == "Hello there." for n in range(9))
    assert texts.say("a.hi", avoid=["Good morning.", "Hello there."]).text in {"Good morning.", "Hello there."}


def test_fixed_numbers_are_licensed_by_the_text_and_slots_by_their_own(tmp_path: Path) -> None:
    texts = Texts.load(write(tmp_path, 'sum = "5 km cost {figure}."'))
    said = texts.say("a.sum", figure=phrase("about 320 kcal", "figure:net_kcal"))
    assert [number.licence for number in licensed_numbers(said)] == ["text:a.sum", "figure:net_kcal"]


@pytest.mark.parametrize("broken", ["a = 5", 'a = ["x", 5]', "a = []"])
def test_a_malformed_text_is_named_when_it_is_loaded(tmp_path: Path, broken: str) -> None:
    with pytest.raises(SettingsError, match=r"a\.toml: a "):
        Texts.load(write(tmp_path, broken))


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no texts"):
        Texts.load(tmp_path)


BANNED = re.compile(
    r"\b(great question|as a coach|guilt\w*|cheat\w*|earn(ed)?|burn off|toxins?|guaranteed|proud|ideal body"
    r"|beach body|naughty|sinful)\b|!!",
    re.IGNORECASE,
)


def test_no_text_shames_or_hypes(texts: Texts) -> None:
    found = [(name, wording) for name in texts.names for wording in texts.wordings(name) if BANNED.search(wording)]
    assert found == []


def test_every_text_the_code_names_exists(texts: Texts) -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in (PROMPTS.parents[1] / "bot").rglob("*.py"))
    stems = "|".join(sorted({name.partition(".")[0] for name in texts.names}))
    named = {
        match
        for match in re.findall(rf'"((?:{stems})\.[a-z_.]+)"', code)
        if not match.endswith((".py", ".log", ".safetensors"))
    }
    assert {name for name in named if not texts.has(name)} == set()
    assert len(named) > 40
