"""Settings: from the environment and `.env`, normalised in one place, every fault named and no secret shown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import PROJECT, Settings, read_settings, setting_names

TOKEN = "1234567890:AAH-made_up"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def database_url(settings: Settings) -> str:
    return settings.database_url.get_secret_value()


def test_without_any_setting_everything_has_its_default() -> None:
    settings = read_settings()
    assert settings.telegram_bot_token is None
    assert settings.telegram_api_base_url == "https://api.telegram.org/bot"
    assert settings.data_dir == Path("data")
    assert settings.index_dir == Path("data/index")
    assert settings.weights_dir == Path("data/weights")
    assert settings.knowledge_dirs == (PROJECT / "knowledge",)
    assert database_url(settings) == "sqlite:///data/coach.sqlite"
    assert (settings.model, settings.webhook_url, settings.allowed_users) == (None, None, frozenset())
    assert settings.replica_name == "solo"
    assert settings.log_level == "INFO"


def test_the_names_are_those_of_the_contract() -> None:
    assert setting_names() == (
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_API_BASE_URL",
        "DATA_DIR",
        "DATABASE_URL",
        "KNOWLEDGE_DIRS",
        "MODEL",
        "MODEL_BASE_URL",
        "MODEL_API_KEY",
        "MODEL_TURNS_PER_DAY",
        "MODEL_PRICES",
        "REPLICA_NAME",
        "WEBHOOK_URL",
        "WEBHOOK_SECRET",
        "ALLOWED_USERS",
        "ADMIN_USERS",
        "SENDS_PER_SECOND",
        "LOG_LEVEL",
    )


def test_the_example_file_names_every_setting_once_and_nothing_else_and_is_valid() -> None:
    example = PROJECT / ".env.example"
    lines = example.read_text(encoding="utf-8").splitlines()
    named = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(named) == sorted(setting_names())
    assert read_settings(example) == read_settings()


def test_the_environment_wins_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("DATA_DIR=from-file\nREPLICA_NAME=from-file\n", encoding="utf-8")
    monkeypatch.setenv("DATA_DIR", "from-environment")
    settings = read_settings()
    assert settings.data_dir == Path("from-environment")
    assert settings.replica_name == "from-file"


def test_an_empty_variable_unsets_what_the_file_says(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\n", encoding="utf-8")
    assert read_settings().telegram_bot_token is not None
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "")
    assert read_settings().telegram_bot_token is None


@pytest.mark.parametrize(
    ("given", "normalised"),
    [
        ("sqlite:///kept/here.sqlite", "sqlite:///kept/here.sqlite"),
        ("sqlite+aiosqlite:////srv/coach.sqlite", "sqlite:////srv/coach.sqlite"),
        ("postgresql://runner:pw@db:5432/coach", "postgresql://runner:pw@db:5432/coach"),
        ("postgres://runner:pw@db/coach?sslmode=require", "postgresql://runner:pw@db/coach?sslmode=require"),
        ("postgresql+psycopg://db/coach", "postgresql://db/coach"),
        ("postgresql+asyncpg://db/coach", "postgresql://db/coach"),
    ],
)
def test_every_way_to_write_a_database_address_becomes_one(
    given: str, normalised: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", given)
    monkeypatch.setenv("REPLICA_NAME", "coach-1")
    assert database_url(read_settings()) == normalised


def test_the_default_database_lies_in_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_DIR", "/srv/coach")
    assert database_url(read_settings()) == "sqlite:////srv/coach/coach.sqlite"


@pytest.mark.parametrize("given", ["one,two/three", "one:two/three", " one , two/three ,"])
def test_folders_of_articles_are_a_list(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWLEDGE_DIRS", given)
    assert read_settings().knowledge_dirs == (Path("one"), Path("two/three"))


@pytest.mark.parametrize("given", ["17,4711", "17, 4711", "17 4711"])
def test_users_are_a_set_of_ids(given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_USERS", given)
    assert read_settings().allowed_users == {17, 4711}


def test_one_user_is_a_set_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMIN_USERS", "17")
    assert read_settings().admin_users == {17}


def test_small_liberties_are_taken_as_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "debug")
    monkeypatch.setenv("TELEGRAM_API_BASE_URL", "http://127.0.0.1:8081/bot/")
    monkeypatch.setenv("SENDS_PER_SECOND", "0.5")
    settings = read_settings()
    assert settings.log_level == "DEBUG"
    assert settings.telegram_api_base_url == "http://127.0.0.1:8081/bot"
    assert settings.sends_per_second == 0.5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "not-a-token"),
        ("TELEGRAM_API_BASE_URL", "https://api.telegram.org"),
        ("TELEGRAM_API_BASE_URL", "api.telegram.org/bot"),
        ("DATABASE_URL", "mysql://db/coach"),
        ("DATABASE_URL", "coach.sqlite"),
        ("MODEL", "just-a-name"),
        ("MODEL_BASE_URL", "localhost"),
        ("REPLICA_NAME", "two words"),
        ("WEBHOOK_SECRET", "späce"),
        ("ALLOWED_USERS", "17,ann"),
        ("SENDS_PER_SECOND", "0"),
        ("SENDS_PER_SECOND", "nan"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_wrong_value_is_an_error_that_names_the_setting_and_hides_the_value(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"^{name}: ") as caught:
        read_settings()
    assert value not in str(caught.value).removeprefix(name) or len(value) == 1


def test_all_faults_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("MODEL", "nameless")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert [line.partition(":")[0] for line in str(caught.value).splitlines()] == ["MODEL", "LOG_LEVEL"]


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"DATABASE_URL": "postgresql://db/coach"}, "REPLICA_NAME"),
        ({"WEBHOOK_URL": "https://coach.example/hook"}, "WEBHOOK_SECRET"),
    ],
)
def test_what_a_setting_needs_beside_it_is_named(
    given: dict[str, str], missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"^{missing} is missing"):
        read_settings()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("TELEGRAM_BOT_TOKN", "TELEGRAM_BOT_TOKEN"),
        ("DATABASE_URI", "DATABASE_URL"),
        ("KNOWLEDGE_DIR", "KNOWLEDGE_DIRS"),
    ],
)
def test_a_misspelt_name_in_the_environment_stops_the_start(
    slip: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(slip, "x")
    with pytest.raises(SettingsError, match=rf"^{slip} in the environment: .* {meant}\?$"):
        read_settings()


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("TELEGRAM_TOKEN", "TELEGRAM_BOT_TOKEN"), ("MODEL_KEY", "MODEL_API_KEY"), ("telegram_bot", "TELEGRAM_BOT_TOKEN")],
)
def test_in_the_file_every_name_that_begins_like_ours_must_be_ours(slip: str, meant: str) -> None:
    Path(".env").write_text(f"{slip}=x\nOTHER_PROGRAM=its own business\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=rf"^{slip} in \.env: .* {meant}\?$"):
        read_settings()


def test_a_name_of_another_program_is_reported_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DATABASE_USER", "secret-of-others")
    monkeypatch.setenv("HOMEBREW", "not ours at all")
    read_settings()
    said = [record.getMessage() for record in caplog.records]
    assert "DATABASE_USER in the environment is no setting of this program and is not used" in said
    assert "HOMEBREW" not in caplog.text
    assert "secret-of-others" not in caplog.text


def test_no_secret_shows_in_what_is_printed_of_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("MODEL_API_KEY", "sk-made-up")
    monkeypatch.setenv("WEBHOOK_URL", "https://coach.example/hook")
    monkeypatch.setenv("WEBHOOK_SECRET", "hush")
    monkeypatch.setenv("DATABASE_URL", "postgresql://runner:sesame@db/coach")
    monkeypatch.setenv("REPLICA_NAME", "coach-1")
    shown = f"{read_settings()!r} {read_settings()}"
    for secret in (TOKEN, "sk-made-up", "hush", "sesame"):
        assert secret not in shown


def test_a_file_that_is_no_text_is_named() -> None:
    Path(".env").write_bytes(b"MODEL=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"^\.env cannot be read"):
        read_settings()


def ask_for_the_places(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot.settings"]
    return subprocess.run(
        command, env={"PYTHONPATH": str(PROJECT), **environment}, capture_output=True, text=True, check=False
    )


def test_the_set_up_can_ask_where_things_are() -> None:
    Path(".env").write_text("DATA_DIR=kept\nKNOWLEDGE_DIRS=a,b c\n", encoding="utf-8")
    asked = ask_for_the_places()
    assert (asked.returncode, asked.stdout.splitlines()) == (0, ["kept", "a", "b c"])


def test_the_set_up_is_told_of_a_fault_in_one_line() -> None:
    asked = ask_for_the_places(MODEL="nameless")
    assert (asked.returncode, asked.stdout, asked.stderr) == (2, "", "MODEL: must be provider:name\n")
