"""What one entry of the catalogue is, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.science.arguments import Argument
from bot.science.bounds import Bound
from bot.science.estimate import Estimate
from bot.science.uncertainty import RANGE


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a method found; low and high belong to `range_of`."""

    outputs: Mapping[str, object]
    low: float | None = None
    high: float | None = None
    range_of: str | None = None
    source: str | None = None
    """Where the method was chosen by a rule: the source of the one chosen."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """A published equation, a definition or an entry of the coach, as the calculator offers it."""

    slug: str
    compute: Callable[..., Outcome]
    arguments: Mapping[str, Argument]
    outputs: tuple[str, ...]
    source: str
    fitted: Mapping[str, Bound] = field(default_factory=dict)
    """Ranges the equation was made from; outside them it answers with a note."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What the calculator says."""

    method: str
    outputs: Mapping[str, object]
    low: float | None
    high: float | None
    source: str
    inputs: Mapping[str, object]
    notes: tuple[str, ...]


def one(
    function: Callable[..., float],
    output: str,
    source: str,
    arguments: Mapping[str, Argument],
    *,
    fitted: Mapping[str, Bound] | None = None,
    sd_frac: Callable[[], float] | None = None,
    points: Callable[[], float] | None = None,
) -> Method:
    """Return the entry of a function of one output, under the function's own name.

    Args:
        function: What computes it.
        output: Name of the output, with its unit.
        source: Where it comes from.
        arguments: What it takes.
        fitted: Ranges it was made from.
        sd_frac: Its relative SD for one person, if known; low and high then hold 80 %.
        points: What it is told give or take, if that is a fixed amount.
    """

    def compute(**inputs: object) -> Outcome:
        value = function(**inputs)
        if sd_frac is None and points is None:
            return Outcome(outputs={output: value})
        half = RANGE.z_80 * sd_frac() * value if sd_frac else points() if points else 0.0
        return Outcome(outputs={output: value}, low=value - half, high=value + half, range_of=output)

    return Method(
        slug=function.__name__,
        compute=compute,
        arguments=arguments,
        outputs=(output,),
        source=source,
        fitted=fitted or {},
    )


def many(
    slug: str,
    compute: Callable[..., Outcome],
    outputs: tuple[str, ...],
    source: str,
    arguments: Mapping[str, Argument],
) -> Method:
    """Return the entry of a computation that names its outputs itself."""
    return Method(slug=slug, compute=compute, arguments=arguments, outputs=outputs, source=source)


def of_estimate(estimate: Estimate, **more: object) -> Outcome:
    """Return an estimate as an outcome, with further outputs beside it."""
    return Outcome(
        outputs={estimate.name: estimate.value, **more},
        low=estimate.low,
        high=estimate.high,
        range_of=estimate.name,
        source=estimate.source,
        notes=(f"method:{estimate.method}", *estimate.notes),
    )
