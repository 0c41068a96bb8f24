"""What the library's errors mean for a message, and what stays out of the log."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.telegram.failures import TokenScrubber, as_delivery_error, frames_of, kind_of

TOKEN = "123456:AAx-yz"


def caused(error: TelegramError, cause: Exception) -> TelegramError:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (RetryAfter(7), "not_sent"),
        (ChatMigrated(-100), "moved"),
        (Forbidden("Forbidden: bot was blocked by the user"), "unreachable"),
        (BadRequest("Chat not found"), "unreachable"),
        (BadRequest("Can't parse entities"), "refused"),
        (InvalidToken(), "not_sent"),
        (caused(TimedOut(), httpx.PoolTimeout("")), "not_sent"),
        (caused(TimedOut(), httpx.ConnectTimeout("")), "not_sent"),
        (caused(NetworkError("x"), httpx.ConnectError("")), "not_sent"),
        (caused(TimedOut(), httpx.ReadTimeout("")), "maybe_sent"),
        (caused(TimedOut(), httpx.WriteTimeout("")), "maybe_sent"),
        (caused(NetworkError("x"), httpx.RemoteProtocolError("")), "maybe_sent"),
        (NetworkError("Bad Gateway (502)"), "maybe_sent"),
        (Conflict("x"), "maybe_sent"),
        (TelegramError("Invalid server response"), "maybe_sent"),
    ],
    ids=lambda value: kind_of(value) if isinstance(value, Exception) else value,
)
def test_each_error_says_whether_the_message_left(error: TelegramError, outcome: str) -> None:
    told = as_delivery_error(error, (4, 5))
    assert told.outcome == outcome
    assert told.sent == (4, 5)
    assert " " not in told.reason or told.reason == kind_of(error)


@pytest.mark.parametrize("wait", [7, timedelta(seconds=7)])
def test_a_wait_that_telegram_asks_for_is_handed_on_in_seconds(wait: int | timedelta) -> None:
    assert as_delivery_error(RetryAfter(wait)).retry_after_s == 7.0


def test_a_chat_that_moved_says_where_to() -> None:
    assert as_delivery_error(ChatMigrated(-1009)).moved_to == "-1009"


def failing(error: Exception, cause: Exception | None = None) -> None:
    raise error from cause


def test_an_error_is_logged_by_its_kind_and_place_and_not_by_its_words() -> None:
    words = " ".join(["my", "knee", "hurts"])
    with pytest.raises(ValueError, match=words) as info:
        failing(ValueError(words), KeyError(words))
    told = f"{kind_of(info.value)}\n{frames_of(info.value)}"
    assert "ValueError from KeyError" in told
    assert "in failing" in told
    assert words not in told


@pytest.fixture
def written() -> Iterator[tuple[logging.Logger, io.StringIO]]:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.addFilter(TokenScrubber(TOKEN))
    logger = logging.getLogger("tests.scrubbed")
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    yield logger, out
    logger.removeHandler(handler)


def test_the_token_never_reaches_the_log(written: tuple[logging.Logger, io.StringIO]) -> None:
    logger, out = written
    logger.info("GET %s", f"https://api.telegram.org/bot{TOKEN}/getMe")
    logger.info("GET https://api.telegram.org/bot123456%3AAAx-yz/getMe")
    try:
        failing(InvalidToken(f"The token `{TOKEN}` was rejected by the server."))
    except InvalidToken:
        logger.exception("no luck")
    logger.info("plain %s", "line")
    logger.info("odd", exc_info=sys.exc_info())
    text = out.getvalue()
    assert "AAx-yz" not in text
    assert text.count("<token>") == 3
    assert "no luck\nTraceback" in text
    assert "plain line" in text
