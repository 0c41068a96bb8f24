"""The kinds of limits people set themselves, or that are set to them."""

from __future__ import annotations

from typing import Literal

Limit = Literal["only_walks", "no_jogging", "not_checked", "sore_joint", "no_gym", "no_equipment"]
"""What a person keeps to till they take it back. `not_checked`: a birth whose check is still to come."""
