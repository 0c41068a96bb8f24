"""The line to the chat model: opened from the settings, with a deadline, a breaker and a meter.

The provider's package is imported when the line is opened, never before; without it, or with a wrong key, there is
no line and the coach plans and words its answers itself.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from bot.coach.model_use import ModelUse
from bot.errors import ModelError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

_log = logging.getLogger(__name__)

CALL_SECONDS: Final = 12.0
"""One call may take so long, the provider's own retry included. [s]"""
_TOKENS_OUT: Final = 700
"""Longest answer taken. [tokens]"""
_FAILURES: Final = 3
_COOL_DOWN_S: Final = 60.0
_NO_ACCESS: Final = frozenset({401, 403, 404})
_TAKES_LIMITS: Final = frozenset({"openai", "anthropic", "google_genai", "groq", "mistralai", "deepseek"})
"""Providers whose constructors know `timeout`, `max_retries` and `max_tokens`; our own deadline holds for all."""

T = TypeVar("T")
Monotonic = Callable[[], float]


class Breaker:
    """Leaves a failing model alone for a while, so that nobody waits for it in vain.

    The kept libraries for this are built on threads or on decorators around one function; three numbers suffice.
    """

    def __init__(self, clock: Monotonic, *, failures: int = _FAILURES, cool_down_s: float = _COOL_DOWN_S) -> None:
        """Open after so many failures in a row, for so long. [s]"""
        self._clock = clock
        self._failures = failures
        self._cool_down_s = cool_down_s
        self._in_a_row = 0
        self._closed_again_at = float("-inf")

    @property
    def lets_through(self) -> bool:
        """Whether the model may be asked now; after the cool-down one call tries."""
        return self._clock() >= self._closed_again_at

    def worked(self) -> None:
        """Note an answer."""
        self._in_a_row = 0

    def failed(self, *, for_good: bool = False) -> None:
        """Note a failure; one that will not mend by itself (a wrong key) opens at once."""
        self._in_a_row += 1
        if for_good or self._in_a_row >= self._failures:
            self._closed_again_at = self._clock() + self._cool_down_s


class ModelLine:
    """The one way to the model; holds nothing about people."""

    def __init__(self, model: BaseChatModel, *, clock: Monotonic, call_seconds: float = CALL_SECONDS) -> None:
        """Ask this model, each call within its deadline. [s]"""
        self.model = model
        self._breaker = Breaker(clock)
        self.call_seconds = call_seconds

    @property
    def is_up(self) -> bool:
        """Whether it makes sense to ask now."""
        return self._breaker.lets_through

    async def ask(self, messages: Sequence[BaseMessage]) -> tuple[str, ModelUse]:
        """Return the model's words and what they cost.

        Raises:
            ModelError: If there is no answer in time, or none that holds words.
        """
        answer = await self.guard(self.model.ainvoke(list(messages)))
        return str(answer.text), spent(answer)

    async def guard(self, call: Awaitable[T]) -> T:
        """Await a call to the model within the deadline, and let the breaker know what came of it.

        Raises:
            ModelError: If it failed, whatever the provider raised.
        """
        try:
            async with asyncio.timeout(self.call_seconds):
                answer = await call
        except ModelError:
            raise
        except TimeoutError:
            self._breaker.failed()
            raise ModelError("timed_out") from None
        except Exception as error:  # noqa: BLE001 - every provider raises errors of its own
            status = _status(error)
            self._breaker.failed(for_good=status in _NO_ACCESS)
            _log.warning("the chat model failed: %s %s", type(error).__name__, status or "")
            raise ModelError(_reason(status)) from None
        self._breaker.worked()
        return answer


def open_line(model: str, *, base_url: str | None, api_key: str | None, clock: Monotonic) -> ModelLine | None:
    """Open the line to `provider:name`; None, with one line in the log, if that cannot be done.

    Args:
        model: As in the settings.
        base_url: Where an OpenAI-compatible or local server listens; None: the provider's own address.
        api_key: None: the provider's own variable of the environment, if it has one.
        clock: Monotonic seconds.
    """
    from langchain.chat_models import init_chat_model

    provider, _, name = model.partition(":")
    options: dict[str, Any] = {"tags": ["nostream"]}
    if provider in _TAKES_LIMITS:
        options |= {"timeout": CALL_SECONDS, "max_retries": 1, "max_tokens": _TOKENS_OUT}
    if base_url is not None:
        options["base_url"] = base_url
    if api_key is not None:
        options["api_key"] = api_key
    elif base_url is not None and provider == "openai":
        options["api_key"] = "none"  # a local server asks for no key, the client insists on one
    try:
        return ModelLine(init_chat_model(name, model_provider=provider, **options), clock=clock)
    except Exception as error:  # noqa: BLE001 - a missing package, key or name: each provider says it its own way
        _log.error("MODEL cannot be used, the coach goes on without it: %s", type(error).__name__)
        return None


def spent(answer: Any) -> ModelUse:  # noqa: ANN401 - providers' messages differ
    """Return what one answer cost; tokens are 0 where the provider does not tell."""
    usage = getattr(answer, "usage_metadata", None) or {}
    return ModelUse(calls=1, tokens_in=usage.get("input_tokens", 0), tokens_out=usage.get("output_tokens", 0))


def _status(error: Exception) -> int | None:
    found = getattr(error, "status_code", None) or getattr(error, "code", None)
    return found if isinstance(found, int) else None


def _reason(status: int | None) -> str:
    if status is None:
        return "unreachable_or_broken"
    if status in _NO_ACCESS:
        return "no_access"
    return "rate" if status == 429 else "server" if status >= 500 else "refused"
