"""What the end of an attempt means, over all attempts anybody can make."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.verdict import judge
from bot.errors import DeliveryError
from bot.storage.lane import Delivery, FiredReminder
from bot.storage.ledger import MAX_DOUBTS
from tests.storage.making import MORNING, reminder, reply

FIRED = FiredReminder(reminder=reminder("p"), local_date=MORNING.date(), late_s=0.0)


def delivery(content=None, attempts: int = 1, doubts: int = 0, message_ids: tuple[int, ...] = ()) -> Delivery:
    return Delivery(
        n=1,
        delivery_id="out:p:t1",
        person_id="p",
        address="101",
        content=content or reply(),
        message_ids=message_ids,
        attempts=attempts,
        doubts=doubts,
    )


def test_a_reply_that_surely_did_not_leave_is_given_up_after_a_day_of_tries():
    error = DeliveryError("no_network", outcome="not_sent")
    assert judge(delivery(attempts=1439), (), error, now=MORNING).state == "ready"
    assert judge(delivery(attempts=1440), (), error, now=MORNING).state == "failed"


@pytest.mark.parametrize(("asked", "waits"), [(30.0, 30.0), (0.2, 1.0), (86_400.0, 86_400.0)])
def test_the_channels_wish_is_obeyed_for_the_message_and_for_the_chat(asked, waits):
    end = judge(delivery(), (), DeliveryError("flood", outcome="not_sent", retry_after_s=asked), now=MORNING)
    assert end.next_try_at == MORNING + timedelta(seconds=waits)
    assert end.hold_until == MORNING + timedelta(seconds=asked)


@given(
    content=st.sampled_from([reply(), FIRED]),
    outcome=st.sampled_from([None, "not_sent", "maybe_sent", "refused", "unreachable", "moved"]),
    attempts=st.integers(1, 2000),
    doubts=st.integers(0, MAX_DOUBTS - 1),
    wait=st.none() | st.floats(0, 1e6),
    left=st.lists(st.integers(1, 99), max_size=3).map(tuple),
)
def test_every_end_has_one_state_and_keeps_what_left(content, outcome, attempts, doubts, wait, left):
    error = outcome and DeliveryError("test", outcome=outcome, retry_after_s=wait, sent=left)
    end = judge(delivery(content, attempts, doubts, (5,)), left, error, now=MORNING)
    assert (end.n, end.attempt) == (1, attempts)
    assert end.message_ids == (5, *left)
    assert (end.state == "ready") == (end.next_try_at is not None)
    assert end.next_try_at is None or end.next_try_at >= MORNING + timedelta(seconds=1)
    if outcome is None:
        assert end.state == "sent"
    elif outcome == "maybe_sent":
        assert end.doubts == doubts + 1
        if content is FIRED:
            assert end.state == "in_doubt"
    else:
        assert end.state in ("ready", "failed")
        assert end.doubts == doubts
