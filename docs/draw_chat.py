"""Draw a real conversation as a chat: `python docs/draw_chat.py docs/chat.png "question" "question" ...`.

The coach answers through `ask`, so the picture shows what it says today. Needs Chromium on the machine.
"""

from __future__ import annotations

import html
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

STYLE = """
body { margin: 0; padding: 22px 18px; width: 564px; background: #cfdcc9; }
body { font: 16px/1.38 "DejaVu Sans", sans-serif; }
.said { margin: 0 0 10px auto; background: #e7fdd3; border-radius: 14px 14px 4px 14px; }
.reply { margin: 0 auto 4px 0; background: #fff; border-radius: 14px 14px 14px 4px; }
.said, .reply { width: fit-content; max-width: 468px; padding: 9px 13px; white-space: pre-wrap; }
.sources { color: #5b7c94; font-size: 13px; }
.keys { display: flex; flex-wrap: wrap; gap: 4px; max-width: 494px; margin: 0 0 12px; }
.keys span { flex: 1 1 auto; text-align: center; background: #8aa583cc; color: #fff; }
.keys span { border-radius: 8px; padding: 6px 10px; font-size: 14px; }
"""


def ask(questions: list[str]) -> list[dict[str, Any]]:
    """Return the coach's replies to one conversation."""
    lines = "\n".join(json.dumps({"question": one, "session": "picture"}) for one in questions)
    asked = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--json", "-"], input=lines, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in asked.stdout.splitlines()]


def bubble(question: str, reply: dict[str, Any]) -> str:
    """Return the HTML of one question and its reply."""
    text, _, sources = html.escape(str(reply["text"])).partition("\nSources:")
    light = f'\n<span class="sources">Sources:{sources}</span>' if sources else ""
    keys = "".join(f"<span>{html.escape(button['label'])}</span>" for button in reply["buttons"])
    said = f'<div class="said">{html.escape(question)}</div>'
    return f'{said}<div class="reply">{text}{light}</div><div class="keys">{keys}</div>'


def draw(questions: list[str], picture: Path) -> None:
    """Ask, lay out and take the picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or "google-chrome"
    chat = "".join(bubble(question, reply) for question, reply in zip(questions, ask(questions), strict=True))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "chat.html"
        page.write_text(f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>{chat}', encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"]
        flags += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        flags += [f"--window-size=600,{250 * len(questions) + 300}", f"--user-data-dir={folder}/profile"]
        subprocess.run(  # noqa: S603 - a browser on a page of our own
            [chromium, *flags, f"--screenshot={picture.resolve()}", page.as_uri()],
            check=True,
            capture_output=True,
        )


if __name__ == "__main__":
    draw(sys.argv[2:], Path(sys.argv[1]))
