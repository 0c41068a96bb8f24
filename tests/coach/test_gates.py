"""What a model wrote, held against what it was given: what passes and what does not, and why."""

from __future__ import annotations

import pytest

from bot.coach.gates.arguments import MAY_CALL, unsaid
from bot.coach.gates.gate import Material, examine
from bot.coach.gates.lines import own_sentences
from bot.coach.gates.numbers import numerals
from bot.coach.gates.statements import statements
from tests.coach.conftest import reader

SCALE = (
    "For scale: a 70 kg woman of 35 who adds 5 km four times a week and keeps it up typically loses "
    "about 2 kg (0 to 4) of fat in a year."
)
OUTLOOK = "With 4 runs of 5 km a week kept up for 3 months, you'd typically lose about 0.6 kg (0 to 1.5) of body fat."
EVIDENCE = {
    1: ["Running can make your butt smaller, but only as part of losing fat all over; you can't choose the place."],
    2: [
        "Running also works your glutes, the muscles that give your butt its shape.",
        "Many people end up firmer rather than flatter.",
    ],
    3: ["In trials the middle gives up fat sooner than the hips and thighs do."],
    4: [
        "Verheggen pooled 117 studies in 2016 and found 6.1% less deep belly fat after exercise without weight loss, "
        "against 1.1% after diet without weight loss."
    ],
    5: [
        "A well-fitted sports bra cuts breast movement by about half.",
        "Runners' knees are not worn out faster than other people's; recreational runners had less arthritis than "
        "people who sit.",
    ],
    6: ["Appetite often rises with training, so many people eat back part of what they spend."],
}
MATERIAL = Material(
    said="i've been running 3 weeks, 5 km each time. does it make my butt smaller?",
    own=own_sentences([SCALE, OUTLOOK, "What are you after?"]),
    evidence=EVIDENCE,
)


def faults(text: str) -> list[tuple[str, str]]:
    return [(fault.kind, fault.detail) for fault in examine(text, MATERIAL, reader().doubt).faults]


@pytest.mark.parametrize(
    "text",
    [
        f"You can't choose the place. [1] Running also works the glutes, the muscles that give your butt its shape. "
        f"[2]\n\n{SCALE}",
        "I get why that's frustrating. In trials, the middle gives up fat sooner than the hips and thighs do [3].",
        "Recreational runners had less arthritis than people who sit. [5] Would you like to talk about knees?",
        "So many people eat back part of what they spend. [6] That's normal.",
        "Runners' knees aren't worn out faster than other people's. [5]",
        "My articles don't cover that, so I won't guess.",
        "Three weeks is early. Give it time, and be kind to yourself.",
        "You run 5 km each time, as you said, and that's a good plan.",
        f"So, for you: {OUTLOOK[0].lower()}{OUTLOOK[1:]}",
        f"It's slow; {OUTLOOK[0].lower()}{OUTLOOK[1:-1]}, so give it time.",
        "If you ran it slower, that would be fine too.",
        "Short version: take it easy and keep going.",
        "**Running** can make your butt smaller, but only as part of losing fat all over [1].\n\nSources: [1]",
    ],
)
def test_an_honest_text_passes(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("[1]", "empty"),
        ("Running loads your glutes so they grow by 5 percent. [2]", "number"),
        ("Running loads your glutes so they grow by \u0665 percent. [2]", "number"),
        ("Running loads your glutes so they grow by five percent. [2]", "number"),
        ("That's about a kilo, give or take.", "number"),
        ("It takes XII weeks, more or less.", "number"),
        ("You'd be there by Christmas.", "number"),
        ("A good third of it, I'd say.", "number"),
        ("Das sind drei Kilo, as you hoped.", "number"),
        ("You'd typically lose about 0.6 kg (0 to 1.5) of body fat.", "number"),
        (OUTLOOK.replace("about 0.6 kg (0 to 1.5)", "about 1.5 kg"), "number"),
        (OUTLOOK.replace("about 0.6 kg (0 to 1.5)", "about 0 kg (0.6 to 1.5)"), "number"),
        (OUTLOOK.replace("lose", "gain"), "number"),
        (OUTLOOK.replace("3 months", "3 weeks"), "number"),
        ("Running shrinks the belly first.", "evidence"),
        ("Did you know that running targets the belly?", "evidence"),
        ("Try running, because it takes fat off your thighs first.", "evidence"),
        ("It works, and you'll see changes soon.", "evidence"),
        ("You can choose where fat comes off. [1]", "evidence"),
        ("Running can make your butt smaller. [1]", "evidence"),
        ("Many people eat back what they spend. [6]", "evidence"),
        ("The middle gives up fat sooner than the hips and thighs do. [3]", "evidence"),
        ("Diet found 6.1% less deep belly fat without weight loss, against 1.1% after exercise. [4]", "evidence"),
        ("Running always makes your butt smaller. [1]", "evidence"),
        ("Running makes your butt smaller. [1]", "evidence"),
        ("Your hips give up fat sooner than your middle does. [3]", "evidence"),
        ("Exercise gave 1.1% less deep belly fat and diet 6.1%. [4]", "evidence"),
        ("Recreational runners had more arthritis than people who sit. [5]", "evidence"),
        ("Swimming works your glutes. [2]", "evidence"),
        ("Running also works your glutes. [3]", "evidence"),
        ("Running also works your glutes. [9]", "citation"),
        (f"{OUTLOOK[:-1]}, each week.", "number"),
        ("The more you run, the smaller your butt gets. [1]", "evidence"),
        ("Professor Holm says you can't choose the place. [1]", "evidence"),
        ("In women, many people end up firmer rather than flatter. [2]", "evidence"),
        ("Many beginners end up firmer rather than flatter. [2]", "evidence"),
        ("I've set a reminder for you.", "manner"),
        ("You'll hear from me on Tuesday.", "manner"),
        ("Since you skipped yesterday, go easy.", "manner"),
        ("Your log shows a long run.", "manner"),
        ("You'll get nice, lean legs.", "manner"),
        ("That's embarrassing, but carry on.", "manner"),
        ("That's runner's knee.", "manner"),
        ("You're there by the end of next month.", "number"),
        ("You'll look great in a bikini.", "manner"),
        ("No excuses, you know what to do.", "manner"),
        ("You can stop taking your medication if you like.", "manner"),
        ("There's no need to see a doctor.", "manner"),
        ("See www.example.com for more.", "manner"),
        ("Ask @fitguru about it.", "manner"),
        ("<b>You</b> can do it.", "manner"),
        ("You can do it, I guarantee.", "manner"),
        ("\u0423ou can do it.", "writing"),
        ("You can\u200b do it.", "writing"),
    ],
)
def test_a_dishonest_text_does_not_pass(text: str, kind: str) -> None:
    assert kind in {found for found, _ in faults(text)}


def test_marks_behind_a_full_stop_belong_to_the_sentence_before() -> None:
    shown = [
        (one.text, one.marks) for one in statements("It can. [1][2] It may. [2, 3]\n- Or not [4].\nSources: [1] X 2020")
    ]
    assert shown == [("It can.", (1, 2)), ("It may.", (2, 3)), ("Or not.", (4,))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1,200 kcal", [("1200", "kcal")]),
        ("0,6 kg", [("0.6", "kg")]),
        ("twenty weeks", [("20", "week")]),
        ("\uff15 km", [("5", "km")]),
        ("zone 2 and VO2max, one thing at a time", []),
        ("a good 30% of people", [("30", "%")]),
    ],
)
def test_numbers_are_read_with_what_they_count(text: str, read: list[tuple[str, str | None]]) -> None:
    assert [(one.value, one.unit) for one in numerals(text)] == read


@pytest.mark.parametrize(
    ("arguments", "said", "refused"),
    [
        ({"distance_m": 5000, "duration_s": 1800}, "5k in 30 min", ()),
        ({"distance_m": 5000, "duration_s": 1500}, "5k in 30 min", ("duration_s",)),
        (
            {"session_distance_m": 5000, "sessions_per_week": 4, "horizon_days": 91.3},
            "5 km 4 veces por semana 3 meses",
            (),
        ),
        ({"session_duration_s": 7200, "sessions_per_week": 7, "horizon_days": 365}, "how much fat would I lose?", 3),
        ({"question": "does running shrink the belly?"}, "correr y barriga", ()),
        ({"person_id": "bob"}, "hi", ("person_id",)),
        ({"distance_m": 5000, "gait": "walk"}, "what does a 5k walk cost", ()),
        ({"distance_m": 5000, "gait": "walk"}, "what does a 5k cost", ("gait",)),
        ({"distance_m": 5000, "gait": ["walk"]}, "what does a 5k walk cost", ("gait",)),
        ({"distance_m": 5000, "surface": "treadmill"}, "5k on the treadmill", ()),
        ({"distance_m": 5000, "surface": "treadmill"}, "5k", ("surface",)),
        ({"distance_m": 8000, "climb_m": 300}, "8 km with 300 m of climbing", ()),
        ({"distance_m": 8000, "climb_m": 500}, "8 km with 300 m of climbing", ("climb_m",)),
        ({"target_kcal": 300}, "how far to burn 300 kcal", ()),
        ({"target_weight_kg": 60}, "when would I get down to 60 kg", ()),
        ({"target_loss_kg": 9}, "when would I be 5 kg down", ("target_loss_kg",)),
        ({"rate_kg_per_week": 0.5}, "can I lose 0.5 kg a week", ()),
        ({"rate_kg_per_week": 1.0}, "can I lose 0.5 kg a week", ("rate_kg_per_week",)),
        ({"intake_change_kcal_day": -300}, "and if I eat 300 kcal less a day", ()),
        ({"intake_change_kcal_day": -800}, "and if I eat 300 kcal less a day", ("intake_change_kcal_day",)),
        ({"distance_m": 5000, "weight_kg": 80, "sex": "male"}, "what would a man of 80 kg burn over 5k", ()),
        ({"distance_m": 5000, "sex": "male"}, "what would a 5k burn", ("sex",)),
        ({"sessions_per_week": 3, "replaces": True}, "3 times a week instead of what I do", ()),
        ({"sessions_per_week": 3, "replaces": True}, "3 times a week", ("replaces",)),
    ],
)
def test_a_model_passes_on_only_what_was_said(arguments: dict[str, object], said: str, refused: object) -> None:
    found = unsaid(arguments, [said])
    assert (len(found) if isinstance(refused, int) else found) == refused


def test_nothing_that_writes_may_be_called_by_a_model() -> None:
    assert not any(
        name.startswith(("remember", "log_", "set_", "change", "pause", "resume", "delete")) for name in MAY_CALL
    )
