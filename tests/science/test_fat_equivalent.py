"""Energy as fat: known values, and the range that the energy has."""

from __future__ import annotations

import pytest

from bot.science.estimate import Input
from bot.science.fat_equivalent import fat_equivalent_g, fat_of_energy


def test_energy_over_the_energy_of_a_kilogram_of_fat() -> None:
    # 39.5 MJ/kg = 9,440.7 kcal/kg; 670 / 9,440.7 = 0.07097 kg
    assert fat_equivalent_g(net_kcal=670.0) == pytest.approx(70.97, abs=0.01)


def test_the_range_is_that_of_the_energy() -> None:
    told = {"weight_kg": Input(value=74.0, unit="kg", origin="told")}
    fat = fat_of_energy(net_kcal=670.0, low_kcal=580.0, high_kcal=750.0, method="re3_run_power", inputs=told)
    assert (fat.low, fat.value, fat.high) == pytest.approx((61.4, 71.0, 79.4), abs=0.1)
    assert fat.inputs == told
    assert "Hall" in fat.source
