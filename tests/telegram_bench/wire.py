"""What travels between bot and server: parameters, uploads, calls, refusals."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Upload = tuple[str, bytes, str]
"""File name, content, MIME type."""


class ApiError(Exception):
    """The server refuses a call."""

    def __init__(self, code: int, description: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Hold the HTTP status, the words and the machine-readable hints."""
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad(text: str) -> ApiError:
    """Return a refusal with status 400."""
    return ApiError(400, f"Bad Request: {text}")


def lower_first(text: str) -> str:
    """Lower-case TDLib's message as the server does, unless it looks like a constant."""
    if len(text) > 1 and (text[1] == "_" or text[1].isupper()):
        return text
    return text[:1].lower() + text[1:]


class Params:
    """Request parameters as the real server sees them: everything is text, plus uploaded files."""

    def __init__(
        self,
        fields: Mapping[str, str],
        files: Mapping[str, Upload],
        gone: Callable[[], bool] = lambda: False,
    ) -> None:
        """Hold fields, uploads and a way to ask whether the caller hung up."""
        self.fields = fields
        self.files = files
        self.gone = gone

    def text(self, name: str, default: str = "") -> str:
        """Return a field as it came."""
        return self.fields.get(name, default)

    def integer(self, name: str, default: int = 0) -> int:
        """Return a field as a whole number, the default if it is none."""
        try:
            return int(float(self.fields.get(name) or default))
        except ValueError:
            return default

    def flag(self, name: str) -> bool:
        """Return whether a field says yes."""
        return self.fields.get(name, "").strip().lower() in ("true", "yes", "1")

    def json(self, name: str, what: str | None = None) -> Any:
        """Return a field's JSON, None if it is absent."""
        raw = self.fields.get(name, "")
        if not raw:
            return None
        try:
            return json.loads(raw)
        except ValueError:
            raise bad(f"can't parse {what or name} JSON object") from None


@dataclass
class Call:
    """One request made by the bot."""

    at: float
    method: str
    params: dict[str, str]
    files: dict[str, tuple[str, str]]
    ok: bool = True
    error: str = ""
    code: int = 200
    result: Any = None


@dataclass
class Fault:
    """Trouble that the next calls run into."""

    method: str | None
    times: int
    chat_id: int | None = None
    code: int = 0
    description: str = ""
    parameters: Mapping[str, Any] | None = None
    kind: str = "error"
    """`error`, `reset`, `hang`, `bad_gateway` or `delay`."""
    seconds: float = 0.0
    after_effect: bool = False
    skip: int = 0
    hits: int = 0


def parse_multipart(body: bytes, boundary: str) -> tuple[dict[str, str], dict[str, Upload]]:
    """Split a multipart body into fields and uploads."""
    fields: dict[str, str] = {}
    files: dict[str, Upload] = {}
    for part in (b"\r\n" + body).split(b"\r\n--" + boundary.encode())[1:-1]:
        raw_head, _, content = part.partition(b"\r\n\r\n")
        head = raw_head.decode("utf-8", "replace")
        name = re.search(r'[; ]name="([^"]*)"', head)
        filename = re.search(r'filename="((?:[^"\\]|\\.)*)"', head)
        mime = re.search(r"(?im)^content-type:\s*(.+?)\s*$", head)
        if not name:
            continue
        if filename:
            files[name[1]] = (filename[1], content, mime[1] if mime else "application/octet-stream")
        else:
            fields[name[1]] = content.decode("utf-8", "replace")
    return fields, files


def image_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG, JPEG or GIF, None for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) > 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a"):
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    return _jpeg_size(data) if data[:2] == b"\xff\xd8" else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data):
        if data[at] != 0xFF:
            at += 1
            continue
        mark = data[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        alone = mark == 0x01 or 0xD0 <= mark < 0xDA
        at += 2 if alone else 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None
