"""When a reminder fires, over the clocks people live by."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ArgumentError
from bot.reminders.due import local_date, next_fire, next_fires
from bot.reminders.reminder import WEEKDAYS, Schedule

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
EVERY_DAY = frozenset(WEEKDAYS)


def daily(at: str, zone: str) -> Schedule:
    return Schedule(at=time.fromisoformat(at), zone=zone, days=EVERY_DAY)


@pytest.mark.parametrize(
    ("zone", "at", "on", "fires", "shown"),
    [
        ("America/New_York", "02:30", "2026-03-08", "2026-03-08T07:30", "03:30"),
        ("America/New_York", "01:30", "2026-11-01", "2026-11-01T05:30", "01:30"),
        ("Africa/Cairo", "00:30", "2026-04-24", "2026-04-23T22:30", "01:30"),
        ("America/Santiago", "00:30", "2026-09-06", "2026-09-06T04:30", "01:30"),
        ("Australia/Lord_Howe", "02:15", "2026-10-04", "2026-10-03T15:45", "02:45"),
    ],
    ids=["spring gap", "autumn overlap", "gap at midnight, Cairo", "gap at midnight, Santiago", "half-hour shift"],
)
def test_the_clock_changes_of_the_engine_table(zone, at, on, fires, shown):
    """Rows of the table of time rules, checked there with tzdata 2026.6."""
    day = date.fromisoformat(on)
    fire = next_fire(daily(at, zone), after=datetime.combine(day, time(0), ZoneInfo(zone)) - timedelta(hours=3))
    assert fire == datetime.fromisoformat(fires).replace(tzinfo=UTC)
    local = fire.astimezone(ZoneInfo(zone))
    assert (local.date(), local.strftime("%H:%M")) == (day, shown)


def test_the_second_pass_of_an_hour_is_silent():
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)  # 01:30 EDT; 01:30 EST would be 06:30
    assert next_fire(daily("01:30", "America/New_York"), after=first) == datetime(2026, 11, 2, 6, 30, tzinfo=UTC)


def test_a_date_the_zone_never_had_is_skipped():
    """Samoa went from the 29th to the 31st of December 2011."""
    fires = next_fires(daily("07:00", "Pacific/Apia"), after=datetime(2011, 12, 29, tzinfo=UTC), count=3)
    assert [fire.strftime("%d %H:%M") for fire in fires] == ["29 07:00", "31 07:00", "01 07:00"]


def test_a_one_off_on_a_date_the_zone_never_had_never_fires():
    once = Schedule(at=time(7), zone="Pacific/Apia", on_date=date(2011, 12, 30))
    assert next_fire(once, after=datetime(2011, 12, 1, tzinfo=UTC)) is None


def test_the_weekday_is_the_persons_and_not_that_of_utc():
    """Monday 07:00 in Auckland is still Sunday in UTC."""
    mondays = Schedule(at=time(7), zone="Pacific/Auckland", days=frozenset({"mon"}))
    fire = next_fire(mondays, after=datetime(2026, 11, 21, 9, tzinfo=UTC))
    assert fire == datetime(2026, 11, 22, 18, tzinfo=UTC)


def test_seven_stays_seven_when_the_clock_changes():
    fires = next_fires(daily("07:00", "Europe/Lisbon"), after=datetime(2026, 10, 24, 0, tzinfo=UTC), count=3)
    assert [fire.strftime("%d %H:%M") for fire in fires] == ["24 07:00", "25 07:00", "26 07:00"]
    assert [fire.astimezone(UTC).hour for fire in fires] == [6, 7, 7]


def test_the_moment_itself_is_not_after_itself():
    lisbon = daily("07:00", "Europe/Lisbon")
    assert next_fire(lisbon, after=datetime(2026, 11, 23, 6, 59, 59, 999_999, tzinfo=UTC)) == datetime(
        2026, 11, 23, 7, tzinfo=UTC
    )
    assert next_fire(lisbon, after=datetime(2026, 11, 23, 7, tzinfo=UTC)) == datetime(2026, 11, 24, 7, tzinfo=UTC)


def test_a_one_off_fires_once():
    once = Schedule(at=time(12), zone="Europe/Lisbon", on_date=date(2026, 11, 22))
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert next_fires(once, after=datetime(2026, 11, 1, tzinfo=UTC), count=3) == (noon,)
    assert next_fire(once, after=noon) is None


def test_a_pause_ends_on_its_date():
    weekdays = Schedule(at=time(7), zone="Europe/Lisbon", days=frozenset({"fri", "sat"}))
    saturday = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert next_fire(weekdays, after=saturday, paused_until=date(2026, 11, 28)) == datetime(2026, 11, 28, 7, tzinfo=UTC)
    assert next_fire(weekdays, after=saturday, paused_until=date(2026, 11, 1)) == datetime(2026, 11, 27, 7, tzinfo=UTC)
    once = Schedule(at=time(7), zone="Europe/Lisbon", on_date=date(2026, 11, 22))
    assert next_fire(once, after=saturday, paused_until=date(2026, 11, 23)) is None


def test_a_pause_until_further_notice_has_no_next_time():
    assert next_fire(daily("07:00", "UTC"), after=datetime(2026, 11, 21, tzinfo=UTC), paused_until=date.max) is None


def test_a_schedule_without_days_never_fires():
    assert next_fire(Schedule(at=time(7), zone="UTC"), after=datetime(2026, 11, 21, tzinfo=UTC)) is None


@pytest.mark.parametrize("zone", ["", "Lisbon", "../etc/passwd", "Europe", "\0"])
def test_an_unknown_zone_is_named(zone):
    with pytest.raises(ArgumentError) as raised:
        next_fire(daily("07:00", zone), after=datetime(2026, 11, 21, tzinfo=UTC))
    assert raised.value.argument == "zone"


def test_the_local_date_is_that_of_the_zone():
    late_evening = datetime(2026, 11, 21, 23, tzinfo=UTC)
    assert local_date("Asia/Tokyo", late_evening) == date(2026, 11, 22)
    assert local_date("America/Lima", late_evening) == date(2026, 11, 21)


def check(schedule: Schedule, after: datetime, count: int) -> None:
    """Check what must hold for every schedule: later, on a wanted day, once per date, none left out."""
    zone = ZoneInfo(schedule.zone)
    served = after
    for local in next_fires(schedule, after=after, count=count):
        assert local > served
        assert WEEKDAYS[local.weekday()] in schedule.days
        exists = (
            datetime.combine(local.date(), schedule.at, zone).astimezone(UTC).astimezone(zone).time() == schedule.at
        )
        assert local.time() == schedule.at if exists else local.time() > schedule.at
        assert not (exists and local.fold)
        assert_nothing_left_out(schedule, served, local)
        served = local


def assert_nothing_left_out(schedule: Schedule, served: datetime, local: datetime) -> None:
    """Every wanted date before the one that fires was over when the last one had fired, or the zone never had it."""
    zone = ZoneInfo(schedule.zone)
    day = served.astimezone(zone).date()
    assert day <= local.date()
    while day < local.date():
        moment = datetime.combine(day, schedule.at, zone).astimezone(UTC)
        had_it = moment.astimezone(zone).date() == day
        assert not had_it or WEEKDAYS[day.weekday()] not in schedule.days or moment <= served
        day += timedelta(days=1)


@settings(max_examples=400)
@given(
    zone=st.sampled_from(ZONES),
    at=st.times(),
    days=st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(frozenset),
    after=st.integers(0, 90 * 365 * 24 * 3600).map(lambda s: datetime(1971, 1, 1, tzinfo=UTC) + timedelta(seconds=s)),
)
def test_any_weekly_reminder_fires_once_on_each_of_its_dates(zone, at, days, after):
    schedule = Schedule(at=at, zone=zone, days=days)
    check(schedule, after, 6)
    dates = [local.date() for local in next_fires(schedule, after=after, count=6)]
    assert len(dates) == len(set(dates)) == 6


def test_every_zone_goes_through_its_clock_changes_of_ten_years():
    """Around every change of offset, at a wall time inside the hour that is skipped or repeated."""
    changes = 0
    for name in ZONES:
        for change in offset_changes(ZoneInfo(name), 2020, 2030):
            changes += 1
            before = (change - timedelta(seconds=1)).astimezone(ZoneInfo(name))
            at = (before + timedelta(minutes=20, seconds=1)).time()
            schedule = Schedule(at=at, zone=name, days=EVERY_DAY)
            check(schedule, change - timedelta(days=2), 4)
    assert changes > 1000


def offset_changes(zone: ZoneInfo, first: int, last: int):
    """Yield the moments at which a zone's offset changes, found by halving a month."""
    step = timedelta(days=30)
    low = datetime(first, 1, 1, tzinfo=UTC)
    while low.year < last:
        high = low + step
        if low.astimezone(zone).utcoffset() != high.astimezone(zone).utcoffset():
            yield halved(zone, low, high)
        low = high


def halved(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset():
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)
