"""Learn `bot/knowledge/carrying.npz`: how much a source leaves to doubt of a statement, read word beside word.

Run from the project's root like `tune.py`: `python docs/tuning/read_drafts.py`. It takes ten minutes on an idle core.
With `--without AUTHOR` that author's lines of `drafts.jsonl` are left out, and what is seen of them is printed; nothing
is stored then. What is learnt are small changes to the upper layers of the plain embedding model, which now reads two
texts at once, and two readings of its states: for statements that cite their source, and for talk that cites nothing.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from layers import LAYERS, WIDTH, Layer
from linear import read
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from twisting import Near, alike, altered, twisted

from bot.knowledge.carrying import CARRYING_FILE
from bot.knowledge.ingest import read_library
from bot.knowledge.stems import stem

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
FIRST_TUNED, RANK, STEPS, RATE, LEFT_OUT = 2, 24, 160, 1e-3, 0.1
CERTAIN = 0.97
CITING, TALKING = 0, 1
KEPT = (0.9, 0.95, 0.98)
Pair = tuple[str, str, int, int]
"""A source, a statement, whether it cites or talks, and whether it is doubtful."""


class Reader(nn.Module):
    """The encoder on pairs of texts, with the readings `bot.knowledge.carrying` computes."""

    def __init__(self, folder: Path) -> None:
        """Read weights and tokenizer."""
        super().__init__()
        self.tensors = load_file(str(folder / "model.safetensors"))
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.layers = nn.ModuleList(
            Layer(self.tensors, number, rank=RANK, left_out=LEFT_OUT) for number in range(LAYERS)
        )
        for layer in list(self.layers)[:FIRST_TUNED]:
            layer.requires_grad_(requires_grad=False)
        self.words = nn.Parameter(torch.randn(2, 2, WIDTH) * 0.02)
        self.opening = nn.Parameter(torch.zeros(2, WIDTH))
        self.constants = nn.Parameter(torch.zeros(2))

    def forward(self, pairs: list[Pair]) -> Tensor:
        """Return how doubtful each statement is. [logits]"""
        found: list[Tensor | None] = [None] * len(pairs)
        ids = [(self.tokenizer.encode(pair[0]).ids, self.tokenizer.encode(pair[1]).ids[1:]) for pair in pairs]
        order = sorted(range(len(pairs)), key=lambda at: sum(map(len, ids[at])))
        for start in range(0, len(order), 16):
            rows = order[start : start + 16]
            for at, one in zip(
                rows, self._doubts([ids[at] for at in rows], [pairs[at][2] for at in rows]), strict=True
            ):
                found[at] = one
        return torch.stack([one for one in found if one is not None])

    def _doubts(self, ids: list[tuple[list[int], list[int]]], kinds: list[int]) -> Tensor:
        longest = max(len(first) + len(second) for first, second in ids)
        tokens = torch.zeros(len(ids), longest, dtype=torch.long)
        sides, stated = torch.zeros_like(tokens), torch.zeros(len(ids), longest, dtype=torch.bool)
        for at, (first, second) in enumerate(ids):
            end = len(first) + len(second)
            tokens[at, :end], sides[at, len(first) : end] = torch.tensor([*first, *second]), 1
            stated[at, len(first) : end - 1] = True
        mask = torch.arange(longest) < torch.tensor([sum(map(len, one)) for one in ids])[:, None]
        part = "embeddings.{}.weight".format
        hidden = self.tensors[part("word_embeddings")][tokens] + self.tensors[part("position_embeddings")][:longest]
        norm = [self.tensors[f"embeddings.LayerNorm.{kind}"] for kind in ("weight", "bias")]
        hidden = functional.layer_norm(
            hidden + self.tensors[part("token_type_embeddings")][sides], (WIDTH,), *norm, eps=1e-12
        )
        for layer in self.layers:
            hidden = layer(hidden, mask)
        hidden, which = hidden.float(), torch.tensor(kinds)
        sharp = (hidden * self.words[which][:, 0, None]).sum(-1).masked_fill(~stated, -1e4).logsumexp(-1)
        mean = (hidden * self.words[which][:, 1, None]).sum(-1).masked_fill(~stated, 0).sum(-1) / stated.sum(-1)
        return sharp + mean + (hidden[:, 0] * self.opening[which]).sum(-1) + self.constants[which]


class Lines:
    """What is learnt from."""

    def __init__(self, without: int | None) -> None:
        """Read the drafts, without one author's, and the sentences of the articles."""
        rows = read(HERE / "drafts.jsonl")
        self.apart = [row for row in rows if row["author"] == without]
        kept = [row for row in rows if row["author"] != without]
        self.rows = {
            (bool(cites), bool(carried)): [row for row in kept if (row["cites"], row["carried"]) == (cites, carried)]
            for cites in (0, 1)
            for carried in (0, 1)
        }
        library, _ = read_library([ROOT / "knowledge"])
        self.articles = [
            list(
                dict.fromkeys(one.text for part in article.passages for one in part.sentences if one.keys or part.asked)
            )
            for article in library.articles.values()
        ]
        self.articles = [sentences for sentences in self.articles if len(sentences) > 2]
        self.near = _near([text for sentences in self.articles for text in sentences])

    def batch(self) -> list[Pair]:
        """Draw pairs: what people wrote, what was made of it, and the articles' own sentences."""
        drawn = [pair for row in random.choices(self.rows[True, True], k=15) for pair in self._carried(row)]
        drawn += [_pair(row) for row in random.choices(self.rows[True, False], k=6)]
        drawn += [pair for _ in range(5) for pair in self._article()]
        one, other = random.choices(self.rows[True, True], k=2)
        if one["source"] != other["source"]:
            drawn.append((str(other["source"]), str(one["statement"]), CITING, 1))
        drawn += [_pair(row) for row in random.choices(self.rows[False, True], k=6)]
        drawn += [_pair(row) for row in random.choices(self.rows[False, False], k=5)]
        asked = random.choices(self.rows[False, True], k=2)
        claims = (str(random.choice(self.rows[True, True])["statement"]), random.choice(random.choice(self.articles)))
        return drawn + [(str(row["source"]), claim, TALKING, 1) for row, claim in zip(asked, claims, strict=True)]

    def _carried(self, row: dict[str, object]) -> list[Pair]:
        source, text = str(row["source"]), str(row["statement"])
        if random.random() < 0.35:
            source, text = alike(source, text, self.near)
        pairs = [(source, text, CITING, 0)]
        if random.random() < 0.8:
            return [*pairs, (source, twisted(text, source, self.near), CITING, 1)]
        said = set(text.lower().split())
        others = [one for _, one in altered(source) if said & (set(source.lower().split()) - set(one.lower().split()))]
        return [*pairs, (random.choice(others), text, CITING, 1)] if others else pairs

    def _article(self) -> list[Pair]:
        sentences = random.choice(self.articles)
        sentence = random.choice(sentences)
        source, text, drawn = sentence, _shortened(sentence), random.random()
        if random.random() < 0.4:
            source, text = alike(sentence, sentence, self.near)
        if drawn < 0.75:
            return [(source, text, CITING, 0) if drawn < 0.4 else (source, twisted(text, source, self.near), CITING, 1)]
        other = random.choice(sentences if random.random() < 0.6 else random.choice(self.articles))
        shared = set(other.lower().split()) & set(sentence.lower().split())
        return [(other, text, CITING, 1)] if 2 * len(shared) < len(set(sentence.lower().split())) else []


def _pair(row: dict[str, object]) -> Pair:
    return str(row["source"]), str(row["statement"]), CITING if row["cites"] else TALKING, int(not row["carried"])


def _shortened(sentence: str) -> str:
    begun = re.split(r"(?<=\w)[,;:] ", sentence)[0]
    return f"{begun.rstrip('.')}." if len(begun.split()) > 4 and random.random() < 0.7 else sentence


def _near(texts: list[str]) -> Near:
    """Return for each common word of the articles words that are used like it and are not the same word."""
    tokenizer = Tokenizer.from_file(str(ROOT / "data" / "weights" / "tokenizer.json"))
    known = tokenizer.get_vocab()
    table = load_file(str(ROOT / "data" / "weights" / "model.safetensors"))["embeddings.word_embeddings.weight"]
    counts = Counter(re.findall(r"[a-z]{4,}", " ".join(texts).lower()))
    words = [word for word, count in counts.items() if count >= 6 and word in known]
    unit = functional.normalize(table[torch.tensor([known[word] for word in words])], dim=1)
    likest = (unit @ unit.T).argsort(dim=1, descending=True)
    return {
        word: [words[at] for at in row.tolist() if stem(words[at]) != stem(word)][2:16]
        for word, row in zip(words, likest, strict=True)
    }


def main() -> None:
    """Learn, and store or measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--without", type=int, help="leave this author out, measure on what they wrote, store nothing")
    without = parser.parse_args().without
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(1)
    lines, reader = Lines(without), Reader(ROOT / "data" / "weights")
    changes = [one for layer in reader.layers for one in layer.parameters() if one.requires_grad]
    readings = [reader.words, reader.opening, reader.constants]
    learner = torch.optim.AdamW([{"params": changes, "lr": RATE}, {"params": readings, "lr": 3e-3}], weight_decay=0.05)
    pace = torch.optim.lr_scheduler.LambdaLR(
        learner, lambda step: min(1, (step + 1) / 30) * max(0.03, 1 - step / STEPS)
    )
    for step in range(STEPS):
        pairs = lines.batch()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            doubts = reader(pairs)
        wanted = torch.tensor([CERTAIN if pair[3] else 1 - CERTAIN for pair in pairs])
        loss = functional.binary_cross_entropy_with_logits(doubts.float(), wanted)
        learner.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*changes, *readings], 1.0)
        learner.step()
        pace.step()
        if step % 20 == 19:
            sys.stdout.write(f"{step + 1}: {loss.item():.2f}\n")
            sys.stdout.flush()
    if without is None:
        _store(reader)
    else:
        _measure(reader, [_pair(row) for row in lines.apart])


def _measure(reader: Reader, pairs: list[Pair]) -> None:
    reader.eval()
    with torch.no_grad():
        doubts = torch.cat([reader(pairs[start : start + 64]) for start in range(0, len(pairs), 64)]).numpy()
    for kind, name in ((CITING, "citing"), (TALKING, "talk")):
        fair = np.sort([one for one, pair in zip(doubts, pairs, strict=True) if pair[2:] == (kind, 0)])
        false = np.array([one for one, pair in zip(doubts, pairs, strict=True) if pair[2:] == (kind, 1)])
        told = ", ".join(f"{np.mean(false > fair[int(kept * len(fair))]):.2f} with {kept} kept" for kept in KEPT)
        sys.stdout.write(f"{name}: {told}\n")


def _store(reader: Reader) -> None:
    arrays: dict[str, np.ndarray] = {}  # type: ignore[type-arg]
    for number, layer in enumerate(reader.layers):
        for step in ("qkv", "out", "up", "down") if number >= FIRST_TUNED else ():
            dense = getattr(layer, step)
            arrays[f"{number}.{step}.A"] = dense.down.detach().numpy().astype(np.float16)
            arrays[f"{number}.{step}.B"] = dense.up.detach().numpy().astype(np.float16)
    for name in ("words", "opening", "constants"):
        arrays[name] = getattr(reader, name).detach().numpy()
    np.savez(CARRYING_FILE, **arrays)


if __name__ == "__main__":
    main()
