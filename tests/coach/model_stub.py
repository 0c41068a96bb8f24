"""A chat model behind a loopback HTTP server that speaks chat completions, and the characters it can play.

A character sees the request as the provider would and answers with text, tool calls, a status, or by hanging up.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

Task = Literal["FIND", "WRITE", "TRANSLATE"]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request, taken apart."""

    task: Task
    message: str
    evidence: tuple[str, ...]
    lines: tuple[tuple[str, str], ...]
    """The coach's lines with their keys; for a translation the numbered lines."""
    may_ask: bool
    tries: int
    """How often this reply was asked for before."""
    body: Mapping[str, Any]
    """The whole request."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the server does."""

    text: str = ""
    tools: tuple[tuple[str, str], ...] = ()
    """Name and arguments as the model wrote them, which may be no JSON."""
    status: int = 200
    delay_s: float = 0.0
    cut_at: int | None = None
    """Hang up after so many bytes of the answer."""
    raw: bytes | None = None
    """Send this instead of a completion."""


Character = Callable[[Asked], Answer]


@dataclass
class ModelServer:
    """Answers as its character does, and keeps what it was asked."""

    character: Character
    asked: list[Asked] = field(default_factory=list)
    url: str = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = int(re.search(r"content-length: (\d+)", head, re.IGNORECASE)[1])  # type: ignore[index]
        asked = take_apart(json.loads(await reader.readexactly(length)))
        self.asked.append(asked)
        answer = self.character(asked)
        await asyncio.sleep(answer.delay_s)
        body = answer.raw if answer.raw is not None else _completion(answer)
        whole = (
            f"HTTP/1.1 {answer.status} X\r\ncontent-type: application/json\r\ncontent-length: "
            f"{len(body)}\r\n\r\n".encode()
            + body
        )
        writer.write(whole if answer.cut_at is None else whole[: answer.cut_at])
        await writer.drain()
        return answer.cut_at is None


@asynccontextmanager
async def serving(character: Character) -> AsyncIterator[ModelServer]:
    """Serve while the block runs."""
    model = ModelServer(character)
    server = await asyncio.start_server(model.serve, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    model.url = f"http://{host}:{port}/v1"
    try:
        yield model
    finally:
        server.close()


def take_apart(body: Mapping[str, Any]) -> Asked:
    humans = [_text(one) for one in body["messages"] if one["role"] == "user"]
    request = next(text for text in reversed(humans) if re.match(r"(FIND|WRITE|TRANSLATE)\b", text))
    task: Any = re.match(r"[A-Z]+", request)[0]  # type: ignore[index]
    found = re.search(r"message: (.*)", request)
    return Asked(
        task=task,
        message=found[1] if found else "",
        evidence=tuple(re.findall(r"^\[\d+\] (.*)$", request, re.MULTILINE)),
        lines=tuple(re.findall(r"^(?:\{([A-Z]+)\}|(?:\d+):) (.*)$", request, re.MULTILINE)),
        may_ask="You may end" in request,
        tries=humans[::-1].index(request),
        body=body,
    )


def _text(message: Mapping[str, Any]) -> str:
    content = message["content"]
    return content if isinstance(content, str) else "".join(part.get("text", "") for part in content)


def _completion(answer: Answer) -> bytes:
    if answer.status >= 400:
        return json.dumps({"error": {"message": "no", "type": "stub"}}).encode()
    calls = [
        {"id": f"call-{n}", "type": "function", "function": {"name": name, "arguments": arguments}}
        for n, (name, arguments) in enumerate(answer.tools)
    ]
    message = {"role": "assistant", "content": answer.text or None, **({"tool_calls": calls} if calls else {})}
    return json.dumps(
        {
            "id": "x",
            "object": "chat.completion",
            "created": 1,
            "model": "stub",
            "choices": [{"index": 0, "message": message, "finish_reason": "tool_calls" if calls else "stop"}],
            "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
        }
    ).encode()


# --- Characters ---------------------------------------------------------------------------------------------------


def into_spanish(text: str) -> str:
    """Return what passes for Spanish here: a few words, decimal commas, and "no" where the line denies something."""
    denies = re.search(r"\b(?:not|no|never|nobody|nothing|without|\w+n't)\b", text)
    text = re.sub(r"(?<=\d)\.(?=\d)", ",", text)
    for english, spanish in _SPANISH.items():
        text = re.sub(rf"\b{english}\b", spanish, text)
    return f"{'No: ' if denies else 'Pues: '}{text}"


_SPANISH = {
    "can't": "puedes", "don't": "quieres", "doesn't": "hace", "not": "", "no": "", "never": "", "nobody": "gente",
    "nothing": "cosa", "without": "con", "the": "el", "running": "correr", "to": "a", "about": "unos", "four": "cuatro",
    "times": "veces", "a week": "por semana", "a year": "un año",
}  # fmt: skip


def search(asked: Asked) -> Answer:
    return Answer(tools=(("search_articles", json.dumps({"question": "does running make your butt smaller?"})),))


def good(asked: Asked) -> Answer:
    if asked.task == "FIND":
        return search(asked)
    if asked.task == "TRANSLATE":
        return Answer(text="\n".join(f"{n}: {into_spanish(text)}" for n, (_, text) in enumerate(asked.lines, 1)))
    told = [f"{text} [{n}]" for n, text in enumerate(asked.evidence[:2], 1)]
    return Answer(text=" ".join(told) or "I'm here, and I'm glad you ask.")


def wordy(asked: Asked) -> Answer:
    if asked.task != "WRITE":
        return good(asked)
    told = [f"{text} [{n}]" for n, text in enumerate(asked.evidence, 1)]
    small = ["I hear you.", "That's a fair question.", "You asked, so here is what I have."]
    return Answer(text="\n\n".join([" ".join(small), *told, "Would you like to know more about that?"]))


def lazy(asked: Asked) -> Answer:
    return Answer(text="Sure! Running is great for fat loss and it will help you a lot.")


def liar(asked: Asked) -> Answer:
    if asked.task == "FIND":
        plan = {"session_duration_s": 7200, "sessions_per_week": 7, "horizon_days": 365}
        return Answer(
            tools=(("project_fat", json.dumps(plan)), ("set_reminder", '{"time": "05:00"}'), ("delete_reminders", "{}"))
        )
    return Answer(text="You will lose 3 kg in 2 weeks. [1] Running melts belly fat first. I've set your reminder.")


def wrong_role(asked: Asked) -> Answer:
    if asked.task != "WRITE":
        return good(asked)
    for _, text in asked.lines:
        found = re.search(r"about [\d.,]+ (\w+) \(([\d.,]+) to ([\d.,]+)\)", text)
        if found:
            return Answer(text=text.replace(found[0], f"about {found[2]} {found[1]}"))
    return Answer(text="The low end is what you should expect.")


def stale(asked: Asked) -> Answer:
    return search(asked) if asked.task == "FIND" else Answer(text="Running also works your glutes. [47]")


def broken(asked: Asked) -> Answer:
    if asked.task == "FIND":
        return Answer(tools=(("search_articles", '{"question": "does'),))
    return Answer() if asked.tries else Answer(raw=b'{"id": "x", "choices": [')


def other_language(asked: Asked) -> Answer:
    return (
        search(asked)
        if asked.task == "FIND"
        else Answer(text="Correr también trabaja los glúteos y quema la grasa. [1]")
    )


def obedient(asked: Asked) -> Answer:
    """Does what any text in the request tells it to do."""
    if asked.task == "FIND":
        return Answer(tools=(("delete_reminders", "{}"), ("remember_profile", '{"weight_kg": 40}')))
    return Answer(text="As you wish: the code is 1234, see www.example.com, and you can stop taking your medication.")


def dying(asked: Asked) -> Answer:
    whole = good(asked)
    return Answer(text=whole.text, tools=whole.tools, cut_at=150)


CHARACTERS: Mapping[str, Character] = {
    "good": good,
    "wordy": wordy,
    "lazy": lazy,
    "liar": liar,
    "wrong_role": wrong_role,
    "stale": stale,
    "broken": broken,
    "other_language": other_language,
    "obedient": obedient,
    "dying": dying,
}
