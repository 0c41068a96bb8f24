"""A profile from a JSON or TOML file."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from bot.errors import ProfileError
from bot.runner import Runner


def read_profile(file: Path) -> Runner:
    """Read a profile file.

    Raises:
        ProfileError: If it cannot be read, is not JSON or TOML, or a field is unknown or impossible.
    """
    try:
        text = file.read_text(encoding="utf-8")
        fields = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError(f"{file}: cannot be read ({error})") from error
    except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
        raise ProfileError(f"{file}: not a JSON or TOML file ({error})") from error
    return profile_from(fields)


def profile_from(fields: object) -> Runner:
    """Return a profile from its fields.

    Raises:
        ProfileError: If it is no object, or a field is unknown or impossible; every fault is named.
    """
    if not isinstance(fields, Mapping):
        raise ProfileError("a profile is an object of fields")
    try:
        return Runner.model_validate(fields)
    except ValidationError as error:
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors(include_url=False)]
        raise ProfileError("profile: " + "; ".join(faults)) from None
