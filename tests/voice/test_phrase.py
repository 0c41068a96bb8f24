"""A phrase knows what licenses each of its numbers, or refuses to be said."""

from __future__ import annotations

import pytest

from bot.voice.phrase import Phrase, Span, UnlicensedNumberError, join, licensed_numbers, phrase


def test_each_number_carries_the_licence_of_its_span() -> None:
    whole = join([phrase("It takes"), phrase("about 2 kg (0 to 4)", "figure:fat_loss_kg"), phrase("in 3 runs", "said")])
    numbers = licensed_numbers(whole)
    assert [(number.shown, number.licence) for number in numbers] == [
        ("2", "figure:fat_loss_kg"),
        ("0", "figure:fat_loss_kg"),
        ("4", "figure:fat_loss_kg"),
        ("3", "said"),
    ]
    assert all(whole.text[number.start : number.end] == number.shown for number in numbers)


def test_a_number_without_a_licence_is_never_said() -> None:
    with pytest.raises(UnlicensedNumberError, match="5"):
        licensed_numbers(phrase("run 5 km"))


def test_empty_phrases_leave_no_gap() -> None:
    assert join([phrase("a"), Phrase(), Phrase((Span("  "),)), phrase("b")]).text == "a b"
