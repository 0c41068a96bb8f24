"""What the end of one attempt to send means for the message; pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import DeliveryError
from bot.storage.lane import Delivery
from bot.storage.ledger import MAX_DOUBTS, Settlement

_FIRST_WAIT_S = 1.0
_LONGEST_WAIT_S = 60.0
_SHORTEST_WAIT = timedelta(seconds=1)
_MOST_ATTEMPTS = 1440
"""At one a minute this is a day; nobody waits longer for an answer."""


def judge(delivery: Delivery, sent: tuple[int, ...], error: DeliveryError | None, *, now: datetime) -> Settlement:
    """Return the state the message is in after an attempt.

    Args:
        delivery: What was to leave.
        sent: Message ids of the parts that left in this attempt.
        error: Why the rest did not, None if all of it left.
        now: Aware.
    """
    ended = Settlement(
        n=delivery.n,
        attempt=delivery.attempts,
        state="sent" if error is None else "failed",
        reason=error.reason if error is not None else None,
        message_ids=delivery.message_ids + sent,
        doubts=delivery.doubts,
    )
    if error is None:
        return ended
    match error.outcome:
        case "refused":
            return ended
        case "unreachable":
            return replace(ended, unreachable=True)
        case "maybe_sent":
            doubted = replace(ended, doubts=delivery.doubts + 1)
            if delivery.kind == "reminder" or doubted.doubts >= MAX_DOUBTS:
                return replace(doubted, state="in_doubt")
            return _again(doubted, delivery, error, now)
        case "not_sent" | "moved":
            return _again(ended, delivery, error, now)


def _again(ended: Settlement, delivery: Delivery, error: DeliveryError, now: datetime) -> Settlement:
    if delivery.attempts >= _MOST_ATTEMPTS:
        return ended
    wait = timedelta(seconds=min(_FIRST_WAIT_S * 2 ** min(delivery.attempts - 1, 10), _LONGEST_WAIT_S))
    asked = timedelta(seconds=error.retry_after_s) if error.retry_after_s is not None else None
    return replace(
        ended,
        state="ready",
        next_try_at=now + max(asked or wait, _SHORTEST_WAIT),
        hold_until=now + asked if asked else None,
        moved_to=error.moved_to,
    )
