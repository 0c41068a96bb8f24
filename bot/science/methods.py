"""The catalogue: every method under its slug, and one door to compute any of them from untrusted inputs."""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import ArgumentError, RefusedError
from bot.science.arguments import read_all
from bot.science.method import Answer, Method, Outcome
from bot.science.methods_body import BODY_METHODS
from bot.science.methods_energy import ENERGY_METHODS
from bot.science.methods_sessions import SESSION_METHODS
from bot.science.methods_weight import WEIGHT_METHODS

METHODS: Mapping[str, Method] = {
    method.slug: method for method in (*ENERGY_METHODS, *SESSION_METHODS, *BODY_METHODS, *WEIGHT_METHODS)
}


def calculate(slug: str, inputs: Mapping[object, object]) -> Answer:
    """Return what a method of the catalogue says.

    Args:
        slug: Name of the method.
        inputs: Values by argument name, as they came in; every one is checked.

    Returns:
        Outputs by name; `refused` with the rule's code where no number may be given.

    Raises:
        ArgumentError: If the method, an argument's name or its value is wrong; the argument is named.
    """
    method = METHODS.get(slug)
    if method is None:
        raise ArgumentError("method", slug, "a slug of the catalogue, which `calc` lists")
    read = read_all(method.arguments, inputs)
    try:
        found = method.compute(**read)
    except RefusedError as refused:
        value = {} if refused.value is None else {"value": refused.value}
        found = Outcome(outputs={"refused": refused.code, **value})
    return Answer(
        method=slug,
        outputs=found.outputs,
        low=found.low,
        high=found.high,
        source=found.source or method.source,
        inputs={str(name): value for name, value in inputs.items()},
        notes=(*_range_note(found), *_fit_notes(method, read), *found.notes),
    )


def _range_note(found: Outcome) -> tuple[str, ...]:
    return () if found.range_of is None else (f"low and high: {found.range_of}",)


def _fit_notes(method: Method, read: Mapping[str, object]) -> tuple[str, ...]:
    """Name every argument that lies outside what its equation was made from."""
    values = {name: value for name, value in read.items() if isinstance(value, float)}
    return tuple(
        f"outside_fitted_range: {name} {bound.words}"
        for name, bound in method.fitted.items()
        if name in values and not bound.low <= values[name] <= bound.high
    )
