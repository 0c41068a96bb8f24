"""The settings: the only reader of the environment and of `.env`.

The environment wins over `.env`; an empty value means "not set". Nothing is read until `read_settings` is called.
`python -m bot.settings` prints where the data and the articles are, for the set-up.
"""

from __future__ import annotations

import difflib
import logging
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError
from bot.storage.address import plain_address

ENV_FILE = Path(".env")
PROJECT = Path(__file__).resolve().parent.parent

_NEAR_MISS = 0.9
"""Likeness (0 to 1) from which a foreign name in the environment is taken for a slip: DATABASE_URI is 0.92,
DATABASE_USER, which other programs use, 0.88."""

_WEB_ADDRESS = r"^https?://\S+$"
_PRICES = r"^\d+(\.\d+)?/\d+(\.\d+)?$"
_AN_ADDRESS = "an http or https address"

_LOG = logging.getLogger(__name__)

Users = Annotated[frozenset[int], NoDecode]
Folders = Annotated[tuple[Path, ...], NoDecode]


class Settings(BaseSettings):
    """What an operator can choose; every field is the environment variable of the same name in capitals."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)

    telegram_bot_token: SecretStr | None = None
    """From @BotFather; without it the coach opens in the terminal."""
    telegram_api_base_url: str = "https://api.telegram.org/bot"
    """Without the token and without a trailing slash; ends in `/bot`."""
    data_dir: Path = Path("data")
    """Database, index, weights and logs; relative to the folder the program is started in."""
    database_url: SecretStr = Field(default=SecretStr(""), validate_default=True)
    """`sqlite:///…` or `postgresql://…`; by default the file `coach.sqlite` in `data_dir`."""
    knowledge_dirs: Folders = (PROJECT / "knowledge",)
    """Folders of articles; several are parted by commas, or as in PATH."""
    model: str | None = Field(default=None, pattern=r"^[\w-]+:\S+$", description="provider:name")
    """`provider:name` of a chat model; without it the coach plans and words its answers itself."""
    model_base_url: str | None = Field(default=None, pattern=_WEB_ADDRESS, description=_AN_ADDRESS)
    model_api_key: SecretStr | None = None
    model_turns_per_day: int = Field(default=80, ge=0, le=10_000)
    """So many of one person's messages a day are worded with the model; the rest of the day the coach words alone."""
    model_prices: str | None = Field(default=None, pattern=_PRICES, description="two prices, such as 0.15/0.60")
    """What a million tokens in and out cost, in any currency; `doctor` adds them up."""
    replica_name: str = Field(default="solo", pattern=r"^[\w.-]{1,63}$", description="one word")
    """Unique and stable for each process on one database; must be chosen with PostgreSQL."""
    webhook_url: str | None = Field(default=None, pattern=_WEB_ADDRESS, description=_AN_ADDRESS)
    """Where Telegram delivers updates; without it the bot asks for them by long polling."""
    webhook_secret: SecretStr | None = None
    """Sent along by Telegram with each update; 1 to 256 of A-Z, a-z, 0-9, _ and -."""
    allowed_users: Users = frozenset()
    """Telegram user ids the bot answers; empty means everybody."""
    admin_users: Users = frozenset()
    """Telegram user ids that may use the operator's commands."""
    sends_per_second: float = Field(default=25.0, gt=0, le=1000)
    """Messages that leave per second, all chats together; Telegram allows a bot about 30."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def index_dir(self) -> Path:
        """Where the passage index is built and read."""
        return self.data_dir / "index"

    @property
    def weights_dir(self) -> Path:
        """Where the embedding weights lie."""
        return self.data_dir / "weights"

    @model_validator(mode="before")
    @classmethod
    def _empty_means_not_set(cls, values: Mapping[str, object]) -> dict[str, object]:
        return {name: value for name, value in values.items() if not (isinstance(value, str) and not value.strip())}

    @field_validator("telegram_bot_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", token.get_secret_value()):
            raise ValueError("this is no bot token; @BotFather gives one like 1234567890:AAbb-cc")
        return token

    @field_validator("telegram_api_base_url")
    @classmethod
    def _ends_in_bot(cls, url: str) -> str:
        url = url.rstrip("/")
        if not re.fullmatch(r"https?://\S+/bot", url):
            raise ValueError("must be an http or https address that ends in /bot")
        return url

    @field_validator("data_dir")
    @classmethod
    def _home_spelled_out(cls, folder: Path) -> Path:
        return folder.expanduser()

    @field_validator("knowledge_dirs", mode="before")
    @classmethod
    def _folders(cls, folders: object) -> object:
        if isinstance(folders, str):
            return tuple(Path(part).expanduser() for part in _parts(folders, between=f"[,{os.pathsep}]"))
        return folders

    @field_validator("allowed_users", "admin_users", mode="before")
    @classmethod
    def _user_ids(cls, users: object) -> object:
        if isinstance(users, str):
            return frozenset(_parts(users, between=r"[,\s]"))
        return users

    @field_validator("webhook_secret")
    @classmethod
    def _telegram_accepts_it(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("may hold 1 to 256 of the characters A-Z, a-z, 0-9, _ and -")
        return secret

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_capitals(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level

    @field_validator("database_url")
    @classmethod
    def _as_one_address(cls, url: SecretStr, others: ValidationInfo) -> SecretStr:
        beside = others.data.get("data_dir", Path())
        return SecretStr(plain_address(url.get_secret_value() or f"sqlite:///{beside / 'coach.sqlite'}"))

    @model_validator(mode="after")
    def _nothing_missing(self) -> Self:
        on_postgresql = self.database_url.get_secret_value().startswith("postgresql")
        if on_postgresql and "replica_name" not in self.model_fields_set:
            raise ValueError("REPLICA_NAME is missing: with PostgreSQL each process needs its own, lasting name")
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("WEBHOOK_SECRET is missing: without it anybody could send updates to WEBHOOK_URL")
        return self


def read_settings(env_file: Path = ENV_FILE) -> Settings:
    """Read the environment and `.env`.

    Raises:
        SettingsError: If a value is missing or wrong, or a name is misspelt; all of them are named, no value is shown.
    """
    try:
        named_in_file = dotenv_values(env_file, encoding="utf-8") if env_file.is_file() else {}
        settings = Settings(_env_file=env_file, _env_file_encoding="utf-8")
    except ValidationError as error:
        faults = [_line(fault) for fault in error.errors(include_url=False)]
        raise SettingsError("\n".join(faults)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{env_file} cannot be read: {error}") from None
    foreign = [name for name in os.environ if _like_ours(name)]
    slips = [(name, str(env_file)) for name in named_in_file if _like_ours(name)]
    slips += [(name, "the environment") for name in foreign if _likeness(name) >= _NEAR_MISS]
    if slips:
        faults = [f"{name} in {where}: no such setting; did you mean {_nearest(name)}?" for name, where in slips]
        raise SettingsError("\n".join(faults))
    for name in foreign:
        _LOG.warning("%s in the environment is no setting of this program and is not used", name)
    return settings


def setting_names() -> tuple[str, ...]:
    """Return the name of every setting, as an operator writes it."""
    return tuple(name.upper() for name in Settings.model_fields)


def _like_ours(name: str) -> bool:
    """Whether a name is none of ours but begins with the same word as one."""
    first_words = {ours.partition("_")[0] for ours in setting_names()}
    return name.upper() not in setting_names() and name.upper().partition("_")[0] in first_words


def _nearest(name: str) -> str:
    return difflib.get_close_matches(name.upper(), setting_names(), n=1, cutoff=0.0)[0]


def _likeness(name: str) -> float:
    return difflib.SequenceMatcher(None, name.upper(), _nearest(name)).ratio()


def _line(fault: ErrorDetails) -> str:
    message = fault["msg"].removeprefix("Value error, ")
    if not fault["loc"]:
        return message
    name = str(fault["loc"][0])
    if fault["type"] == "string_pattern_mismatch":
        message = f"must be {Settings.model_fields[name].description}"
    return f"{name.upper()}: {message}"


def _parts(text: str, *, between: str) -> list[str]:
    return [part.strip() for part in re.split(between, text) if part.strip()]


def main() -> int:
    """Print the data folder, then each folder of articles, a line each."""
    try:
        settings = read_settings()
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    print(settings.data_dir, *settings.knowledge_dirs, sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
