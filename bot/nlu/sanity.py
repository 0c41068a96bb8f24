"""Question values that no person has, instead of storing them or laughing at them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.nlu.frame import Ask
from bot.nlu.quantity import FASTEST_S_PER_KM, SLOWEST_S_PER_KM, plausible

_USUAL: Mapping[str, tuple[float, float]] = {
    "weight_kg": (30.0, 300.0),
    "height_m": (1.2, 2.3),
    "age_years": (5.0, 105.0),
    "body_fat_fraction": (0.03, 0.7),
    "waist_cm": (40.0, 220.0),
    "hip_cm": (50.0, 220.0),
    "neck_cm": (20.0, 70.0),
    "distance_m": (20.0, 250_000.0),
    "duration_s": (10.0, 48 * 3600.0),
    "speed_m_s": (0.5, 12.5),
    "pace_s_per_km": (FASTEST_S_PER_KM, SLOWEST_S_PER_KM),
    "incline_fraction": (-0.4, 0.4),
    "runs_now_m_per_week": (0.0, 400_000.0),
    "session_distance_m": (100.0, 100_000.0),
    "session_duration_s": (60.0, 12 * 3600.0),
    "sessions_per_week": (0.1, 21.0),
    "distance_per_week_m": (100.0, 400_000.0),
    "duration_per_week_s": (60.0, 60 * 3600.0),
    "horizon_days": (1.0, 3660.0),
    "target_loss_kg": (0.1, 150.0),
    "target_fat_kg": (0.1, 150.0),
    "target_weight_kg": (30.0, 250.0),
    "rate_kg_per_week": (0.01, 5.0),
}
"""What can be believed without asking, in the unit of the name."""


def doubtful(entities: Mapping[str, Any]) -> Ask | None:
    """Return the question about the first value that is hard to believe: `confirm_` and the entity's name.

    A run faster than 2:30/km or slower than 20:00/km means that its time was misread.
    """
    for name, (low, high) in _USUAL.items():
        value = entities.get(name)
        if isinstance(value, int | float) and not low <= value <= high:
            return Ask(slot=f"confirm_{name}")
    distance, duration = entities.get("distance_m"), entities.get("duration_s")
    if distance and duration and not plausible(distance_m=distance, duration_s=duration):
        return Ask(slot="confirm_duration_s")
    return None
