"""Facts of a body in sentences of their own are read whatever else a message asks."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.nlu.frame import Frame
from bot.nlu.parser import parse

NOW = datetime(2026, 11, 24, 8)  # noqa: DTZ001 - the person's own wall time


def told(text: str) -> dict[str, object]:
    frame = parse(text, now=NOW)
    profiles = [one for one in (frame, *frame.also) if one.intent == "set_profile"]
    return {name: value for one in profiles for name, value in one.entities.items()}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("f 28 169cm. but why did it go up 1.1 kg if i ran 4x?", {"sex": "female", "age_years": 28, "height_m": 1.69}),
        (
            "i already told you, female 28 169 cm. why ten weigh ins over 4 weeks?",
            {"sex": "female", "age_years": 28, "height_m": 1.69},
        ),
        ("47. male. 82kg", {"sex": "male", "age_years": 47, "weight_kg": 82}),
        ("new here. 47. male. 82kg", {"sex": "male", "age_years": 47, "weight_kg": 82}),
        ("shattered and fat, 41, 96 kg. where do i even begin", {"age_years": 41, "weight_kg": 96}),
        ("weight 71,9", {"weight_kg": 71.9}),
    ],
)
def test_facts_beside_anything_else_are_told(text: str, facts: dict[str, object]) -> None:
    assert told(text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "80 kg. how many kcal is 5k in 30 min",
        "what about my sister? f 28 169cm",
        "my mum runs too. f 58 169cm. how many kcal does she burn?",
        "does age matter? 5 km. 30 minutes",
        "lost 12 kg, 3 sizes. is that normal?",
    ],
)
def test_sizes_of_something_else_are_no_facts(text: str) -> None:
    assert told(text) == {}


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("2026-11-02;8.4;00:46:12", 8400),
        ("2026-11-02, 8.4, 46:12", 8400),
        ("2026-11-02 8,4 km 46:12", 8400),
        ("ran 10,5 km in 58 min", 10500),
    ],
)
def test_a_row_of_a_table_is_a_run(text: str, metres: float) -> None:
    frame: Frame = parse(text, now=NOW)
    assert (frame.intent, frame.entities["distance_m"]) == ("log_run", metres)


def test_a_table_is_several_runs() -> None:
    frame = parse("2026-11-02;8.4;00:46:12\n2026-11-09;8.4;00:45:30\n2026-11-16;10;01:05:05", now=NOW)
    runs = [(one.entities["date"], one.entities["duration_s"]) for one in (frame, *frame.also)]
    assert runs == [("2026-11-02", 2772), ("2026-11-09", 2730), ("2026-11-16", 3905)]


def test_a_bare_number_behind_a_time_has_the_unit_of_the_others() -> None:
    frame = parse("runs this week: tue 5.03km 29:47, sat 1h02 for 10.1, sun 4k easy 26:10", now=NOW)
    assert [one.entities["distance_m"] for one in (frame, *frame.also)] == [5030, 10100, 4000]
