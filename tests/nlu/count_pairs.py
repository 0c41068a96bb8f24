"""Count `bot/nlu/pairs.txt`: which words stand side by side in the kept phrases, the danger signs and the articles.

Run from the project's root: `python -m tests.nlu.count_pairs`. Phrases with slips and those kept unseen are left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import yaml

from bot.nlu.company import EDGE, PIECE, kind
from bot.nlu.slip import is_known
from bot.nlu.tidy import tidy
from tests.nlu.scoring import phrases
from tests.nlu.weigh_words import FILES

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "bot" / "nlu" / "pairs.txt"
SPOKEN, WRITTEN = 2, 1
"""How much a pair counts that was said in a chat, and one of an article."""
RARE = 2
"""Pairs of articles alone that were seen less often are left out."""
HEAD = "# Pairs of words and how often they were seen, by tests/nlu/count_pairs.py. Counted in texts of our own.\n"


def spoken() -> list[str]:
    """Return what people say to the coach."""
    kept = [phrase.text for name in FILES if name != "slips" for phrase in phrases(f"phrases_{name}.jsonl")]
    flagged = [json.loads(line)["text"] for line in lines(ROOT / "tests/nlu/red_flags.jsonl")]
    asked = [
        voice
        for path in articles()
        for voice in yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1]).get("asked_as", [])
    ]
    return [*kept, *flagged, *asked]


def written() -> list[str]:
    """Return the paragraphs of the articles."""
    return [part for path in articles() for part in path.read_text(encoding="utf-8").split("---", 2)[2].split("\n\n")]


def articles() -> list[Path]:
    """Return the articles in their order."""
    return sorted((ROOT / "knowledge").glob("*.md"))


def lines(path: Path) -> list[str]:
    """Return the lines of a file that hold something."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def pairs(texts: Iterable[str]) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """Return the pairs of the texts with their counts, and the words that stand for a kind with theirs."""
    found: Counter[tuple[str, str]] = Counter()
    members: Counter[str] = Counter()
    for text in texts:
        pieces = PIECE.findall(tidy(text))
        labels = [EDGE, *(kind(piece) for piece in pieces), EDGE]
        found.update(pair for pair in pairwise(labels) if all(map(_is_right, pair)))
        members.update(piece for piece in pieces if kind(piece).startswith("<"))
    return found, members


def _is_right(label: str) -> bool:
    """Whether it is no mistyped word, of which the danger signs hold some."""
    return not label.isalpha() or is_known(label)


def counted(said: Iterable[str], read: Iterable[str]) -> str:
    """Return the text of the file."""
    found, members = pairs(said)
    more, _ = pairs(read)
    together = Counter({pair: count * SPOKEN for pair, count in found.items()})
    together.update({pair: count * WRITTEN for pair, count in more.items() if count >= RARE or pair in found})
    del together[EDGE, EDGE]
    rows: dict[str, list[str]] = {}
    for (left, right), count in sorted(together.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        rows.setdefault(left, []).append(f"{right} {count}")
    kinds = " ".join(f"{word} {count * SPOKEN}" for word, count in sorted(members.items()))
    return (
        "\n".join([HEAD + f"= {kinds}", *(f"{left} {' '.join(followers)}" for left, followers in rows.items())]) + "\n"
    )


def main() -> None:
    """Count and store."""
    TARGET.write_text(counted(spoken(), written()), encoding="utf-8")
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
