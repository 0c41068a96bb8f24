"""How the calculator reads what it is given: every wrong value gets one answer naming the argument."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.errors import ArgumentError, OutOfRangeError
from bot.science import bounds
from bot.science.bounds import Bound


class Argument(Protocol):
    """One argument of a method."""

    @property
    def optional(self) -> bool:
        """Whether it may be missing or null."""
        ...

    @property
    def words(self) -> str:
        """What is allowed, as an operator reads it."""
        ...

    def read(self, name: str, value: object) -> object:
        """Return the value as the method takes it, or raise ArgumentError."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """A finite number inside a bound."""

    bound: Bound
    optional: bool = False
    whole: bool = False

    @property
    def words(self) -> str:
        """What is allowed."""
        return f"{'whole number, ' if self.whole else ''}{self.bound.words}"

    def read(self, name: str, value: object) -> float:
        """Return the number as a float, or as an int where a whole one is wanted."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ArgumentError(name, value, f"a number, {self.words}")
        if isinstance(value, float) and not math.isfinite(value):
            raise OutOfRangeError(name, value, self.words)
        self.bound.check(name, value)
        if self.whole:
            if value != int(value):
                raise ArgumentError(name, value, self.words)
            return int(value)
        return float(value)


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One word of a closed list."""

    choices: tuple[str, ...]
    optional: bool = False

    @property
    def words(self) -> str:
        """What is allowed."""
        return " or ".join(self.choices)

    def read(self, name: str, value: object) -> str:
        """Return the word."""
        if not isinstance(value, str) or value not in self.choices:
            raise ArgumentError(name, value, self.words)
        return value


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A word that the method itself looks up."""

    about: str
    optional: bool = False

    @property
    def words(self) -> str:
        """What is allowed."""
        return self.about

    def read(self, name: str, value: object) -> str:
        """Return the text."""
        if not isinstance(value, str):
            raise ArgumentError(name, value, self.words)
        return value


@dataclass(frozen=True, kw_only=True, slots=True)
class Switch:
    """True or false; false if it is missing."""

    optional: bool = True

    @property
    def words(self) -> str:
        """What is allowed."""
        return "true or false"

    def read(self, name: str, value: object) -> bool:
        """Return the truth value."""
        if not isinstance(value, bool):
            raise ArgumentError(name, value, self.words)
        return value


@dataclass(frozen=True, kw_only=True, slots=True)
class Absent:
    """A key that may be named but holds nothing."""

    about: str
    optional: bool = True

    @property
    def words(self) -> str:
        """What is allowed."""
        return self.about

    def read(self, name: str, value: object) -> object:
        """Refuse any value."""
        raise ArgumentError(name, value, self.words)


@dataclass(frozen=True, kw_only=True, slots=True)
class Items:
    """A list of one kind of thing."""

    of: Argument
    longest: int = 10_000
    shortest: int = 1
    optional: bool = False

    @property
    def words(self) -> str:
        """What is allowed."""
        return f"a list of {self.shortest} to {self.longest}: {self.of.words}"

    def read(self, name: str, value: object) -> tuple[object, ...]:
        """Return the items, each read; an error names the item's place."""
        if not isinstance(value, (list, tuple)) or not self.shortest <= len(value) <= self.longest:
            raise ArgumentError(name, value, self.words)
        return tuple(self.of.read(f"{name}[{place}]", item) for place, item in enumerate(value))


@dataclass(frozen=True, kw_only=True, slots=True)
class Fields:
    """A set of named values."""

    fields: Mapping[str, Argument]
    optional: bool = False

    @property
    def words(self) -> str:
        """What is allowed."""
        return "{" + "; ".join(f"{name}: {field.words}" for name, field in self.fields.items()) + "}"

    def read(self, name: str, value: object) -> dict[str, object]:
        """Return the values that were given, each read; missing optional ones stay out."""
        if not isinstance(value, Mapping):
            raise ArgumentError(name, value, self.words)
        return read_all(self.fields, value, prefix=f"{name}.")


def read_all(
    arguments: Mapping[str, Argument], given: Mapping[object, object], *, prefix: str = ""
) -> dict[str, object]:
    """Return every given value as its method takes it; null counts as missing where an argument is optional.

    Raises:
        ArgumentError: If a name is unknown, missing or of the wrong kind.
        OutOfRangeError: If a number is out of range.
    """
    for name, value in given.items():
        if name not in arguments:
            raise ArgumentError(f"{prefix}{name}", value, f"one of: {', '.join(arguments) or 'no argument'}")
    read: dict[str, object] = {}
    for name, argument in arguments.items():
        value = given.get(name)
        if value is None and argument.optional:
            continue
        if name not in given:
            raise ArgumentError(f"{prefix}{name}", None, f"{argument.words} (it is needed)")
        read[name] = argument.read(f"{prefix}{name}", value)
    return read


def number(low: float, high: float, unit: str = "", *, optional: bool = False) -> Number:
    """Return a number argument with its own bound."""
    return Number(bound=Bound(low=low, high=high, unit=unit), optional=optional)


def maybe(bound: Bound) -> Number:
    """Return a number argument that may be missing."""
    return Number(bound=bound, optional=True)


SEX = Choice(choices=("female", "male"))
GAIT = Choice(choices=("run", "walk"))
SURFACE = Choice(choices=("road", "treadmill", "trail_or_grass", "firm_wet_sand", "soft_dry_sand"))
MASS = Number(bound=bounds.MASS_KG)
HEIGHT_CM = number(120.0, 230.0, "cm")
AGE = Number(bound=bounds.AGE_YEARS)
RMR = Number(bound=bounds.RMR_KCAL_DAY)
RUN_SPEED = Number(bound=bounds.RUN_SPEED_M_S)
WALK_SPEED = Number(bound=bounds.WALK_SPEED_M_S)
MOVING_WALK_SPEED = Number(bound=bounds.MOVING_WALK_SPEED_M_S)
GRADE = Number(bound=bounds.GRADE_FRAC)
DISTANCE = Number(bound=bounds.DISTANCE_M)
DURATION = Number(bound=bounds.DURATION_S)
MINUTES = number(0.01, 10_080.0, "min")
KCAL = number(0.0, 100_000.0, "kcal")
