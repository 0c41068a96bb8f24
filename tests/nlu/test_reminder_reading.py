"""What is read out of words about reminders: which one, on which days only, where somebody is, what comes before."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.frame import Context
from bot.nlu.parser import parse
from bot.nlu.tidy import tidy
from bot.nlu.unreal import unreal_date, unreal_time

SATURDAY = datetime.fromisoformat("2026-11-21T09:00")
SUNDAY = SATURDAY + timedelta(days=1)
TODAY = SATURDAY.date()


def read(text: str, now: datetime = SATURDAY, **context: object):
    frame = parse(text, now=now, context=Context(**context))
    return frame.intent, dict(frame.entities)


@pytest.mark.parametrize(
    "text", ["25:00", "at 24:30", "7:75", "13pm", "at 30", "99:99", "at 0am"], ids=lambda text: text
)
def test_hours_that_no_clock_shows(text):
    assert unreal_time(tidy(text)) is not None


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_hour_of_the_day_is_real(hour, minute):
    assert unreal_time(f"at {hour}:{minute:02d}") is None
    assert unreal_time(f"at {hour % 12 or 12}:{minute:02d}{'am' if hour < 12 else 'pm'}") is None


@pytest.mark.parametrize("text", ["6:75/km", "for 30 minutes", "at 65 kg", "run 26.2 miles"])
def test_paces_and_sizes_are_not_taken_for_hours(text):
    assert unreal_time(tidy(text)) is None


@given(st.dates(date(2026, 11, 21), date(2027, 11, 20)))
def test_every_date_of_the_coming_year_is_real(on):
    month = on.strftime("%B").lower()
    assert unreal_date(f"on the {on.day} of {month}", today=TODAY) is None
    assert unreal_date(f"{month} {on.day}", today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on the 31st of february", "31st of february"),
        ("30 feb at 7", "30 feb"),
        ("29th of february", "29th of february"),
        ("june 31", "june 31"),
        ("on the 32nd", "32nd"),
        ("february 29 2028", None),
    ],
)
def test_dates_that_no_calendar_has(text, said):
    assert unreal_date(tidy(text), today=TODAY) == said


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("cancel the evening one", {"which": "pm"}),
        ("delete the 7am reminder", {"time": "07:00"}),
        ("cancel the last reminder", {"which": "last"}),
        ("delete the reminder", {}),
        ("delete all my reminders", {"all": True}),
        ("turn off my reminders", {"all": True}),
    ],
)
def test_which_one_is_to_go(text, entities):
    assert read(text, last_intent="reminder_list") == ("reminder_delete", entities)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("change wed to 8", {"days": ["wed"], "time": "08:00"}),
        ("move wednesday to thursday", {"days": ["wed"], "new_days": ["thu"]}),
        ("change it to saturdays at 9", {"new_days": ["sat"], "time": "09:00"}),
        ("next week only make it 8", {"time": "08:00", "first": "2026-11-23", "last": "2026-11-29"}),
        ("make it every other day", {"interval_days": 2}),
        ("an hour later tomorrow only", {"shift_s": 3600.0, "date": "2026-11-22"}),
        ("change them all to 8", {"time": "08:00", "all": True}),
    ],
)
def test_what_a_reminder_is_to_become(text, entities):
    assert read(text, last_intent="reminder_list") == ("reminder_change", entities)


@pytest.mark.parametrize(
    ("text", "zone", "first", "last"),
    [
        ("I'm in Lisbon this week", "Europe/Lisbon", "2026-11-21", "2026-11-22"),
        ("I'm in Tokyo until Friday", "Asia/Tokyo", "2026-11-21", "2026-11-27"),
        ("i'll be in new york next week", "America/New_York", "2026-11-23", "2026-11-29"),
        ("travelling to Rome for 10 days", "Europe/Rome", "2026-11-21", "2026-11-30"),
        ("I am in Berlin from monday to thursday", "Europe/Berlin", "2026-11-23", "2026-11-26"),
    ],
)
def test_a_stay_elsewhere_has_a_zone_and_days(text, zone, first, last):
    assert read(text) == ("set_profile", {"timezone": zone, "stay_first": first, "stay_last": last})


def test_on_a_sunday_this_week_is_the_one_that_begins():
    assert read("I'm in Lisbon this week", SUNDAY)[1]["stay_last"] == "2026-11-29"


@pytest.mark.parametrize("text", ["I'm in Berlin", "my timezone is Berlin", "I live in Berlin"])
def test_a_place_without_days_is_a_home(text):
    assert read(text)[1] == {"timezone": "Europe/Berlin"}


@pytest.mark.parametrize("text", ["I'm in pain this week", "I'm in a hurry until friday", "in bed for 3 days"])
def test_a_state_is_no_stay(text):
    assert "stay_last" not in read(text)[1]


@pytest.mark.parametrize(
    "text", ["after my coffee", "coffee", "brushing my teeth", "when I've dropped the kids", "right after work"]
)
def test_what_comes_before_is_kept_in_their_own_words(text):
    intent, entities = read(text, last_intent="reminder_create", pending="cue")
    assert intent == "reminder_change"
    assert entities["cue"]


@pytest.mark.parametrize("text", ["no", "nothing", "skip", "not really", "don't know"])
def test_nothing_need_come_before(text):
    assert read(text, last_intent="reminder_create", pending="cue") == ("reminder_change", {"cue": ""})


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("make it 7 instead", "reminder_change"),
        ("ran 5k in 31 min", "log_run"),
        ("does coffee help running?", "knowledge_question"),
        ("skip tomorrow", "reminder_pause"),
        ("thanks", "thanks"),
        ("when do you remind me?", "reminder_list"),
    ],
)
def test_another_matter_is_not_taken_for_what_comes_before(text, intent):
    assert read(text, last_intent="reminder_create", pending="cue")[0] == intent


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("did you remind me this morning?", {"rang": True, "date": "2026-11-21", "part": "am"}),
        ("why didn't you remind me yesterday?", {"rang": True, "date": "2026-11-20"}),
        ("you forgot to remind me", {"rang": True}),
        ("i never got my reminder", {"rang": True}),
    ],
)
def test_asking_whether_it_rang(text, entities):
    assert read(text) == ("reminder_list", entities)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("actually thursday not tuesday", {"days": ["tue"], "new_days": ["thu"]}),
        ("no, thursday instead of tuesday at 7", {"days": ["tue"], "new_days": ["thu"], "time": "07:00"}),
        ("weekdays, not friday", {"new_days": ["mon", "tue", "wed", "thu"]}),
    ],
)
def test_days_put_in_place_of_others_delete_none(text, entities):
    assert read(text, last_intent="reminder_create") == ("reminder_change", entities)


def test_a_day_put_in_place_of_another_is_no_number_of_runs():
    _, entities = read("actually friday not thursday", last_intent="projection_question")
    assert "sessions_per_week" not in entities
