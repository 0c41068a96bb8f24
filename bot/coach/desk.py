"""What tools share: the desk of the turn they work at, what was really given, and how a fact is noted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from langchain.tools import ToolRuntime

from bot.coach.facts import Fact
from bot.coach.workings import Workings

Result = tuple[str, dict[str, Any]]
Runtime = ToolRuntime[Any, Any]
"""The context is the turn's workings; named Any so that no library copies or checks what stands on the desk."""


def desk_of(runtime: Runtime) -> Workings:
    """Return the workings of the turn a tool is called in."""
    workings: Workings = runtime.context
    return workings


def given(**arguments: Any) -> Mapping[str, Any]:
    """Return the arguments that were passed at all."""
    return {name: value for name, value in arguments.items() if value is not None}


def note(workings: Workings, fact: Fact) -> Result:
    """Note the fact in the turn; the text is what a model reads, and licenses nothing."""
    workings.facts.append(fact)
    kind = type(fact).__name__
    return json.dumps({"fact": kind, **asdict(fact)}, default=str), {"fact": kind}
