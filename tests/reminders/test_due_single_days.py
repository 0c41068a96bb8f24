"""When a reminder fires that is wanted every so many days, differs on single days, or follows its person abroad."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reminders.due import date_of, moment_on, next_fire, next_fires
from bot.reminders.reminder import WEEKDAYS, OneDay, Schedule
from bot.runner import Stay

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
SUNDAY = datetime(2026, 11, 22, 9, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)


def shown(schedule: Schedule, count: int = 3, after: datetime = SUNDAY, **pause: date) -> list[str]:
    return [fire.strftime("%a %d %H:%M") for fire in next_fires(schedule, after=after, count=count, **pause)]


def test_every_other_day_counts_from_its_first_day_over_months_and_clock_changes():
    other = Schedule(at=time(7), zone="Europe/Lisbon", every_days=2, since=MONDAY)
    assert shown(other) == ["Mon 23 07:00", "Wed 25 07:00", "Fri 27 07:00"]
    assert shown(other, 2, datetime(2027, 3, 27, 12, tzinfo=UTC)) == ["Mon 29 07:00", "Wed 31 07:00"]
    assert shown(other, 1, paused_until=date(2026, 11, 24)) == ["Wed 25 07:00"]


def test_an_interval_longer_than_the_usual_look_ahead_still_finds_its_next_day():
    assert shown(Schedule(at=time(7), zone="UTC", every_days=30, since=MONDAY), 2) == ["Mon 23 07:00", "Wed 23 07:00"]


def test_one_day_at_another_time_leaves_the_others_alone():
    weekdays = frozenset(WEEKDAYS[:5])
    moved = Schedule(at=time(7), zone="UTC", days=weekdays, changes=(OneDay(on=MONDAY, at=time(8)),))
    assert shown(moved) == ["Mon 23 08:00", "Tue 24 07:00", "Wed 25 07:00"]


def test_a_silent_day_and_a_day_outside_the_rule():
    instead = (OneDay(on=MONDAY, at=None), OneDay(on=MONDAY + DAY, at=time(18)))
    mondays = Schedule(at=time(7), zone="UTC", days=frozenset({"mon"}), changes=instead)
    assert shown(mondays, 2) == ["Tue 24 18:00", "Mon 30 07:00"]


def test_many_silent_mondays_do_not_silence_the_one_after_them():
    silent = tuple(OneDay(on=MONDAY + 7 * n * DAY, at=None) for n in range(8))
    mondays = Schedule(at=time(7), zone="UTC", days=frozenset({"mon"}), changes=silent)
    assert next_fire(mondays, after=SUNDAY) == datetime(2027, 1, 18, 7, tzinfo=UTC)


def test_a_week_elsewhere_rings_on_the_clock_there_and_then_at_home_again():
    stay = Stay(zone="America/New_York", first=MONDAY, last=MONDAY + DAY)
    daily = Schedule(at=time(7), zone="Europe/Lisbon", days=frozenset(WEEKDAYS), stay=stay)
    fires = next_fires(daily, after=SUNDAY, count=3)
    assert [fire.astimezone(UTC).strftime("%d %H:%M") for fire in fires] == ["23 12:00", "24 12:00", "25 07:00"]
    assert shown(daily) == ["Mon 23 07:00", "Tue 24 07:00", "Wed 25 07:00"]


def test_flying_over_the_date_line_loses_no_date_and_doubles_none():
    """From Samoa (UTC-11) to Kiribati (UTC+14): the first morning there comes before the last one at home."""
    stay = Stay(zone="Pacific/Kiritimati", first=MONDAY, last=MONDAY + 3 * DAY)
    daily = Schedule(at=time(7), zone="Pacific/Pago_Pago", days=frozenset(WEEKDAYS), stay=stay)
    check(daily, datetime(2026, 11, 21, tzinfo=UTC), 8)


def check(schedule: Schedule, after: datetime, count: int) -> None:
    """Each date once and at its own time, each moment later than the one before, nothing left out between."""
    served, dates = after, []
    for fire in next_fires(schedule, after=after, count=count):
        assert fire > served
        day = date_of(schedule, fire)
        assert fire.date() == day
        at = schedule.time_on(day)
        assert at is not None
        zone = ZoneInfo(schedule.zone_on(day))
        exists = datetime.combine(day, at, zone).astimezone(UTC).astimezone(zone).time() == at
        assert fire.time() == at if exists else fire.time() > at
        between = (moment_on(schedule, served.astimezone(UTC).date() + n * DAY) for n in range(-2, 30))
        assert not [moment for moment in between if moment is not None and served < moment < fire]
        dates.append(day)
        served = fire
    assert len(dates) == len(set(dates)) == count


moments = st.integers(0, 60 * 365 * 24 * 3600).map(lambda s: datetime(1971, 1, 1, tzinfo=UTC) + timedelta(seconds=s))


@settings(max_examples=300)
@given(
    zone=st.sampled_from(ZONES),
    away=st.sampled_from(ZONES),
    at=st.times(),
    days=st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(frozenset),
    after=moments,
    lasts=st.integers(0, 9),
    starts=st.integers(-3, 9),
    changed=st.dictionaries(st.integers(-2, 12), st.none() | st.times(), max_size=4),
    every=st.none() | st.integers(1, 9),
)
def test_any_reminder_fires_once_on_each_of_its_dates_wherever_its_person_goes(
    zone, away, at, days, after, lasts, starts, changed, every
):
    today = after.date()
    stay = Stay(zone=away, first=today + starts * DAY, last=today + (starts + lasts) * DAY)
    rule = {"days": days} if every is None else {"every_days": every, "since": today - 3 * DAY}
    changes = tuple(OneDay(on=today + n * DAY, at=to) for n, to in sorted(changed.items()))
    check(Schedule(at=at, zone=zone, stay=stay, changes=changes, **rule), after, 6)
