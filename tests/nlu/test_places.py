"""Places and time zones in the words of people, and what merely sounds like a place."""

from __future__ import annotations

import pytest

from bot.nlu.languages import foreign_language
from bot.nlu.places import country_of, named_place
from bot.nlu.tidy import tidy


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("my tz is new york", "America/New_York"),
        ("i live in berlin", "Europe/Berlin"),
        ("moved to Melbourne last month", "Australia/Melbourne"),
        ("I'm on Pacific time", "America/Los_Angeles"),
        ("I'm in Lisbon this week", "Europe/Lisbon"),
        ("timezone: Europe/Paris", "Europe/Paris"),
        ("my timezone is utc+2", "Etc/GMT-2"),
        ("my time zone is UTC-5", "Etc/GMT+5"),
        ("my time zone is CET", "Europe/Berlin"),
        ("i live in leeds", "Europe/London"),
        ("I live in São Paulo", "America/Sao_Paulo"),
        ("we moved to Zürich in march", "Europe/Zurich"),
        ("i live near reading", "Europe/London"),
        ("based in north london", "Europe/London"),
        ("i live in sweden", "Europe/Stockholm"),
        ("i live in berlni", "Europe/Berlin"),
    ],
)
def test_a_named_place_gives_its_zone(text: str, zone: str) -> None:
    place = named_place(tidy(text))

    assert place is not None
    assert place.zone == zone


@pytest.mark.parametrize(
    "text",
    [
        "i'm in pain",
        "I'm in love",
        "same time",
        "best time to run",
        "i'm in bath",
        "im in nice shape",
        "moved to a new flat",
    ],
)
def test_what_sounds_like_a_place_is_none(text: str) -> None:
    assert named_place(tidy(text)) is None


def test_a_country_with_several_zones_leaves_the_zone_open() -> None:
    place = named_place("i live in the states")

    assert place is not None
    assert (place.zone, place.country) == (None, "US")


def test_the_answer_to_which_city_may_be_the_bare_name() -> None:
    assert named_place("kyiv") is None
    place = named_place("kyiv", bare=True)

    assert place is not None
    assert place.zone == "Europe/Kyiv"


@pytest.mark.parametrize(("zone", "country"), [("Europe/Berlin", "DE"), ("America/New_York", "US"), ("UTC", None)])
def test_a_zone_is_listed_under_a_country(zone: str, country: str | None) -> None:
    assert country_of(zone) == country


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("¿correr reduce los glúteos?", "es"),
        ("combien de calories pour une heure de course ?", "fr"),
        ("wie viel kann ich mit Laufen abnehmen", "de"),
        ("сколько калорий сжигает час", "ru"),
        ("чи зменшує біг сідниці", "uk"),  # noqa: RUF001 - Ukrainian
        ("走ると痩せますか", "ja"),
        ("跑步会瘦吗", "zh"),
        ("달리기 하면 살이 빠지나요", "ko"),
        ("هل الجري ينقص الوزن", "ar"),
    ],
)
def test_a_language_is_told_when_it_is_plain(text: str, language: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "ran 5k in 28:30",
        "10 min warm up then 20 min run",
        "café run in São Paulo",
        "hola",
        "do me a favour",
        "die hard fans run in a pub",
        "😂😂",
        "",
    ],
)
def test_english_and_scraps_are_not_called_foreign(text: str) -> None:
    assert foreign_language(text) is None


@pytest.mark.parametrize(
    "text", ["what is a decent marathon time", "by easter time", "is lunch time ok", "im in normal shoes", "in no time"]
)
def test_times_and_things_are_no_places(text: str) -> None:
    assert named_place(tidy(text)) is None
