from __future__ import annotations

import pytest

from bot.evaluation.licences import Heard, LicenceCheck
from bot.reply import Reply
from bot.runner import Runner
from tests.evaluation.saying import CITED, LIBRARY, RUN, TEXTS, reply

CHECK = LicenceCheck(texts=TEXTS, library=LIBRARY)


def faults(said: Reply, *heard: str, runner: Runner | None = None) -> tuple[str, ...]:
    return CHECK.faults(said, Heard(runner=runner or Runner(), said=[*heard]))


@pytest.mark.parametrize(
    "said",
    [
        reply("It costs about 320 kcal (280 to 360).", *["figure:net_kcal"] * 3, figures=(RUN,)),
        reply(
            "Arthritis was found in 3.5% of runners. [1]\nSources: [1] Alentorn-Geli 2017",
            *["passage:1"] * 2,
            citations=(CITED,),
        ),
        reply("Call 112 now.", "text:safety.emergency"),
        reply("Go for ten easy minutes.", "text:coach.plan"),
        reply("Rest for two days.", "text:article.knees"),
        reply("Logged for Mon 23 Nov.", "record:reminder", kind="confirm"),
    ],
    ids=lambda said: said.text[:20],
)
def test_what_a_licence_bears_out_is_no_fault(said: Reply) -> None:
    assert faults(said) == ()


@pytest.mark.parametrize(
    "said",
    [
        reply("It costs about 400 kcal.", "figure:net_kcal", figures=(RUN,)),
        reply("It costs about 320 kcal.", "figure:net_kcal"),
        reply("Arthritis was found in 8% of runners. [1]", "passage:1", citations=(CITED,)),
        reply(
            "Arthritis was found in 3.5% of runners. And so on. [1]\nSources: [1] Alentorn-Geli 2017",
            *["passage:1"] * 2,
            citations=(CITED,),
        ),
        reply("Arthritis was found in 3.5% of runners. [2]", "passage:2", citations=(CITED,)),
        reply("Call 999 now.", "text:safety.emergency"),
        reply("Call 112 now.", "text:no.such"),
        reply("Rest for three days.", "text:article.knees"),
        reply("That is 12 kg.", "said"),
        reply("That is 12 kg.", "record:hearsay"),
        reply("That is 12 kg.", "because"),
    ],
    ids=lambda said: f"{said.text[:24]} {said.numbers[0].licence}",
)
def test_a_licence_that_nothing_bears_out_is_named(said: Reply) -> None:
    assert len(faults(said)) == 1


def test_a_number_without_a_place_in_the_list_is_named() -> None:
    assert faults(reply("Half of it, 3 kg, twice.", "said"), "half") == ("'3' is not listed", "'twice' is not listed")


@pytest.mark.parametrize(
    ("shown", "heard"),
    [("5", "ran 5k"), ("3.1", "5 km"), ("4.5", "lose 10 lb"), ("32:00", "in 32 min"), ("7", "daily"), ("5", "five km")],
)
def test_the_persons_own_number_may_come_back_in_another_unit(shown: str, heard: str) -> None:
    said = reply(f"So {shown} it is.", "said")
    assert faults(said, heard) == ()
    assert len(faults(said, "something else, 17 times")) == 1


def test_a_told_profile_counts_as_said() -> None:
    assert faults(reply("You weigh 70 kg.", "said"), runner=Runner(weight_kg=70)) == ()


def test_a_figure_of_an_earlier_reply_still_bears_its_numbers_out() -> None:
    said = reply("I took 70 kg and 5 km in 32:00, at 6:24 a km.", *["figure:net_kcal"] * 4)
    assert CHECK.faults(said, Heard(runner=Runner(), figures=[RUN])) == ()
