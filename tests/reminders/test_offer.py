"""What we volunteer, and how it fades."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.offer import may_offer, offer_for, offer_id
from bot.reminders.reminder import Schedule

TUESDAY = datetime(2026, 11, 24, 7, tzinfo=UTC)
DAY = timedelta(days=1)


def test_an_offer_comes_the_day_after_at_the_same_time():
    mondays = Schedule(at=time(7), zone="Europe/Lisbon", days=frozenset({"mon"}))
    offer = offer_for(mondays, date(2026, 11, 23))
    assert offer == Schedule(at=time(7), zone="Europe/Lisbon", on_date=date(2026, 11, 24))
    assert offer_id(offer.on_date) == "up-2026-11-24"


def test_a_one_off_is_not_followed_by_an_offer():
    assert offer_for(Schedule(at=time(7), zone="UTC", on_date=date(2026, 11, 23)), date(2026, 11, 23)) is None


def test_unanswered_offers_come_a_week_apart_and_then_never():
    assert may_offer([], now=TUESDAY)
    assert not may_offer([TUESDAY], now=TUESDAY + 6 * DAY)
    assert may_offer([TUESDAY], now=TUESDAY + 7 * DAY)
    assert not may_offer([TUESDAY, TUESDAY + 7 * DAY], now=TUESDAY + 365 * DAY)


@given(st.lists(st.integers(0, 400), max_size=60, unique=True).map(sorted))
def test_whatever_is_missed_in_silence_at_most_two_offers_leave_a_week_apart(missed):
    """The days on which an offer could be made, in a year without a sign of life."""
    made: list[datetime] = []
    for day in missed:
        now = TUESDAY + day * DAY
        if may_offer(made, now=now):
            made.append(now)
    assert len(made) <= 2
    assert all(later - earlier >= 7 * DAY for earlier, later in pairwise(made))
