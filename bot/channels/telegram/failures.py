"""What goes wrong on the way to Telegram, in our words; and how it is logged without telling a secret."""

from __future__ import annotations

import logging
import traceback
from datetime import timedelta
from typing import Final

import httpx
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.errors import DeliveryError, DeliveryOutcome

_NOT_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
"""With these the request never reached Telegram."""
_NO_CHAT: Final = "chat not found"
"""The Bot API has no code for it, only these words."""


def as_delivery_error(error: TelegramError, sent: tuple[int, ...] = ()) -> DeliveryError:
    """Say what an error of the library means for the message that was to leave.

    BadRequest and TimedOut are kinds of NetworkError there, so the special kinds come first.

    Args:
        error: What a send raised.
        sent: Message ids of the parts that left before.
    """
    match error:
        case RetryAfter():
            return DeliveryError("flood", outcome="not_sent", retry_after_s=_seconds(error.retry_after), sent=sent)
        case ChatMigrated():
            return DeliveryError("migrated", outcome="moved", moved_to=str(error.new_chat_id), sent=sent)
        case Forbidden():
            return DeliveryError("blocked", outcome="unreachable", sent=sent)
        case BadRequest() if _NO_CHAT in error.message.lower():
            return DeliveryError("no_chat", outcome="unreachable", sent=sent)
        case BadRequest():
            return DeliveryError("bad_request", outcome="refused", sent=sent)
        case InvalidToken():
            return DeliveryError("token", outcome="not_sent", sent=sent)
    outcome: DeliveryOutcome = "not_sent" if isinstance(error.__cause__, _NOT_SENT) else "maybe_sent"
    return DeliveryError(kind_of(error), outcome=outcome, sent=sent)


def kind_of(error: BaseException) -> str:
    """Return a short name of an error for the log: its class, and the class of its cause.

    The words of an error may quote what a person wrote, so they are left out.
    """
    cause = error.__cause__
    name = type(error).__name__
    return f"{name} from {type(cause).__name__}" if cause is not None else name


def frames_of(error: BaseException) -> str:
    """Return where an error came from, line by line, without its words."""
    return "".join(traceback.format_tb(error.__traceback__)).rstrip()


class TokenScrubber(logging.Filter):
    """Takes the bot's token out of log records, tracebacks included; belongs on handlers."""

    def __init__(self, token: str) -> None:
        """Hide this token, as it stands and as it stands in an address."""
        super().__init__()
        self._secrets = (token, token.replace(":", "%3A"))

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite a record that holds the token; keep every record."""
        message = record.getMessage()
        if record.exc_info and record.exc_info[1] is not None:
            trace = "".join(traceback.format_exception(record.exc_info[1])).rstrip()
            if self._hidden(trace) != trace:
                message, record.exc_info, record.exc_text = f"{message}\n{trace}", None, None
        hidden = self._hidden(message)
        if hidden != record.getMessage():
            record.msg, record.args = hidden, ()
        return True

    def _hidden(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<token>")
        return text


def _seconds(wait: timedelta | int) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
