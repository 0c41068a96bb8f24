"""What a model is told: the one system prompt, and each request put together from reviewed words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

from bot.coach.gates.gate import Fault
from bot.coach.gates.statements import flat
from bot.coach.material import Desk
from bot.coach.scrubbing import scrubbed
from bot.coach.turn import Exchange
from bot.errors import SettingsError
from bot.voice.texts import Texts

_TURNS_SHOWN: Final = 3
_LONGEST_SHOWN: Final = 600
"""So much of a message or reply of the turns before is shown. [code points]"""


class ModelPrompt:
    """The system prompt and the texts of `prompts/<language>/asking.toml`."""

    def __init__(self, *, system: str, texts: Texts) -> None:
        """Take both; their hash says which wording led to a reply."""
        self.system = system
        self._texts = texts
        names = sorted(name for name in texts.names if name.startswith("asking."))
        whole = "\0".join([system, *(wording for name in names for wording in texts.wordings(name))])
        self.fingerprint = hashlib.sha256(whole.encode()).hexdigest()[:12]

    @classmethod
    def load(cls, file: Path, texts: Texts) -> ModelPrompt:
        """Read the system prompt.

        Raises:
            SettingsError: If the file cannot be read.
        """
        try:
            return cls(system=file.read_text(encoding="utf-8").strip(), texts=texts)
        except OSError as error:
            raise SettingsError(f"the system prompt cannot be read: {error}") from None

    def history(self, exchanges: Sequence[Exchange]) -> list[BaseMessage]:
        """Return the last turns as messages, without marks, sources and who the person is."""
        messages: list[BaseMessage] = []
        for exchange in exchanges[-_TURNS_SHOWN:]:
            said = scrubbed(exchange.said)[:_LONGEST_SHOWN]
            answered = flat(exchange.reply.text.split("\nSources:", 1)[0])[:_LONGEST_SHOWN]
            if said and answered:
                messages += [HumanMessage(said), AIMessage(answered)]
        return messages

    def find(self, message: str) -> str:
        """Return the request to call tools for a message."""
        return self._fill("find", message=scrubbed(message))

    def write(self, desk: Desk, *, may_ask: bool) -> str:
        """Return the request to word a reply."""
        evidence = "\n".join(f"[{n}] {sentence.text}" for n, (_, sentence) in enumerate(desk.evidence, 1))
        lines = "\n".join(f"{{{line.key}}} {flat(line.phrase.text)}" for line in desk.lines)
        return self._fill(
            "write",
            message=scrubbed(desk.said),
            evidence=evidence or self._fill("no_evidence"),
            lines=lines or self._fill("no_lines"),
            question=self._fill("may_ask" if may_ask else "may_not_ask"),
        )

    def translate(self, lines: Sequence[str], language: str) -> str:
        """Return the request to translate lines."""
        numbered = "\n".join(f"{n}: {line}" for n, line in enumerate(lines, 1))
        return self._fill("translate", language=language, lines=numbered)

    def again(self, faults: Sequence[Fault]) -> str:
        """Return the request to write once more, with what was wrong."""
        return self._fill("again", faults="\n".join(dict.fromkeys(map(self._complaint, faults))))

    def _complaint(self, fault: Fault) -> str:
        sentence = fault.statement.text if fault.statement else ""
        for name in (f"fault.{fault.kind}.{fault.detail}", f"fault.{fault.kind}", f"fault.{fault.kind}.other"):
            if self._texts.has(f"asking.{name}"):
                return self._fill(name, sentence=sentence, detail=fault.detail)
        return sentence

    def _fill(self, name: str, **slots: str) -> str:
        return self._texts.say(f"asking.{name}", **slots).text
