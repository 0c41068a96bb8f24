"""Learn `bot/knowledge/tuning.npz`: small changes to the upper layers of the embedding model, for our trade.

Run from the project's root, in an environment that has PyTorch beside the project's own packages:
`python docs/tuning/tune.py`. It takes a quarter of an hour on two cores. Four things are learnt at once: which article
a message belongs to, which of an article's answers, whether it is our business at all, and what danger it tells of;
and the vectors are held near those of the untouched model, so that other people's articles are found as before.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from layers import LAYERS, WIDTH, Layer
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from bot.knowledge.gate import off_topic_questions, uncovered_questions
from bot.knowledge.ingest import read_library
from bot.knowledge.tuning import TUNING_FILE
from bot.nlu.red_flags import CATEGORIES

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
FIRST_TUNED, RANK, MAX_TOKENS = 3, 16, 48
SHARPNESS = 20.0
READING = 10.0
"""By what a unit vector is multiplied before a linear reading."""
PAIRS, DANGERS, HARMLESS, STRANGERS, KEPT_NEAR = 44, 18, 26, 10, 10
SLIPS = 0.15
OF_ASKED = 3
"""How much oftener than a voice a question is drawn: people are as plain as these, and seldom as dark as those."""
_OF_CARE = {
    "back-and-hips-after-birth",
    "body-after-birth",
    "body-image",
    "check-up-before-running",
    "company-in-recovery",
    "detox-teas-and-juice",
    "eating-and-running-in-recovery",
    "energy-after-birth",
    "first-weeks-doubts",
    "keeping-running-kind",
    "low-carb-and-running",
    "running-after-birth",
    "running-after-eating-disorder",
    "running-while-pregnant",
    "running-without-numbers",
    "sauna-suits-and-creams",
    "school-track",
    "teen-body-talk",
    "teen-first-runs",
    "teen-running-worries",
    "teenagers-and-running",
    "under-fuelling",
}
"""Articles whose voices may tell of danger themselves, and so are no examples of what is harmless."""


class Encoder(nn.Module):
    """The model; what the lower layers make of a text is computed once."""

    def __init__(self, folder: Path) -> None:
        """Read weights and tokenizer."""
        super().__init__()
        self.tensors = load_file(str(folder / "model.safetensors"))
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MAX_TOKENS)
        self.lower = [Layer(self.tensors, number, rank=RANK) for number in range(FIRST_TUNED)]
        self.tuned = nn.ModuleList(Layer(self.tensors, number, rank=RANK) for number in range(FIRST_TUNED, LAYERS))
        self.known: dict[str, Tensor] = {}

    def forward(self, texts: Sequence[str], *, changed: bool = True) -> Tensor:
        """Return unit vectors. [texts x width]"""
        states = self._states(texts)
        order = sorted(range(len(texts)), key=lambda at: len(states[at]))
        vectors: list[Tensor | None] = [None] * len(texts)
        middle = (len(order) + 1) // 2
        for part in (order[:middle], order[middle:]):
            if not part:
                continue
            hidden, mask = _padded([states[at] for at in part])
            for layer in self.tuned:
                hidden = layer(hidden, mask, changed=changed)
            mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
            for at, vector in zip(part, functional.normalize(mean, dim=1), strict=True):
                vectors[at] = vector
        return torch.stack([vector for vector in vectors if vector is not None])

    def _states(self, texts: Sequence[str]) -> list[Tensor]:
        missing = sorted({text for text in texts if text not in self.known}, key=len)
        for start in range(0, len(missing), 32):
            batch = missing[start : start + 32]
            ids = [self.tokenizer.encode(text).ids for text in batch]
            places = self.tensors["embeddings.position_embeddings.weight"]
            words = self.tensors["embeddings.word_embeddings.weight"]
            begun = [words[torch.tensor(one)] + places[: len(one)] for one in ids]
            with torch.no_grad():
                hidden, mask = _padded(
                    [one + self.tensors["embeddings.token_type_embeddings.weight"][0] for one in begun]
                )
                norm = [self.tensors[f"embeddings.LayerNorm.{kind}"] for kind in ("weight", "bias")]
                hidden = functional.layer_norm(hidden, (WIDTH,), *norm, eps=1e-12)
                for layer in self.lower:
                    hidden = layer(hidden, mask, changed=False)
            for at, text in enumerate(batch):
                self.known[text] = hidden[at, : len(ids[at])].half()
        return [self.known[text] for text in texts]


def _padded(rows: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    longest = max(map(len, rows))
    hidden, mask = torch.zeros(len(rows), longest, WIDTH), torch.zeros(len(rows), longest, dtype=torch.bool)
    for at, row in enumerate(rows):
        hidden[at, : len(row)], mask[at, : len(row)] = row.float(), True
    return hidden, mask


class Lines:
    """What is learnt from."""

    def __init__(self) -> None:
        """Read articles, voices, lists and dangers."""
        self.articles = list(read_library([ROOT / "knowledge"])[0].articles.values())
        places = {article.slug: at for at, article in enumerate(self.articles)}
        self.voices = [
            (at, answer.passage_id if answer else None, text)
            for at, article in enumerate(self.articles)
            for text, answer in article.own_questions
        ]
        for row in read_lines(HERE / "voices.jsonl"):
            self.voices.append((places[str(row["article"])], None, str(row["text"])))
        for row in read_lines(HERE / "asked.jsonl"):
            self.voices += [(places[slug], None, str(row["text"])) for slug in row["articles"]] * OF_ASKED  # type: ignore[attr-defined]
        self.off_topic, self.uncovered = list(off_topic_questions()), list(uncovered_questions())
        self.dangers: list[list[str]] = [[] for _ in range(len(CATEGORIES) + 1)]
        for row in [*read_lines(HERE / "dangers.jsonl"), *kept_red_flags()]:
            category = row["category"]
            self.dangers[CATEGORIES.index(category) + 1 if category else 0].append(str(row["text"]))  # type: ignore[arg-type]
        self.dangers[0] += [text for at, _, text in self.voices if self.articles[at].slug not in _OF_CARE]

    def partner(self, at: int, answer: str | None, text: str) -> str:
        """Return a text of the article that belongs to a voice."""
        article, drawn = self.articles[at], random.random()
        if answer is not None:
            passage = next(one for one in article.part("answers") if one.passage_id == answer)
            others = [one for one in passage.asked if one != text]
            if drawn < 0.5 and others:
                return random.choice(others)
            first = f"{passage.asked[0]} {passage.sentences[0].text}"
            return first if drawn < 0.8 else f"{article.title} {passage.text}"
        others = [one for one, _ in article.own_questions if one != text]
        if drawn < 0.5:
            return random.choice(others)
        return f"{article.title} {random.choice([one for one in article.passages if not one.asked]).text}"


def read_lines(file: Path) -> list[dict[str, object]]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def kept_red_flags() -> list[dict[str, object]]:
    """Return the cases that the rules are tested with; of several categories the gravest."""
    rows = read_lines(ROOT / "tests" / "nlu" / "red_flags.jsonl")
    return [
        {"text": row["text"], "category": min(row["flags"], key=CATEGORIES.index) if row["flags"] else None}  # type: ignore[call-overload]
        for row in rows
        if str(row["text"]).strip()
    ]


def slipped(text: str, made: dict[str, str]) -> str:
    """Return a text, now and then with one slip of the finger, always the same one."""
    if random.random() > SLIPS or len(text) < 8:
        return text
    if text not in made:
        at, drawn = random.randrange(1, len(text) - 2), random.random()
        made[text] = (
            text[:at] + text[at + 1 :]
            if drawn < 0.35
            else text[:at] + text[at + 1] + text[at] + text[at + 2 :]
            if drawn < 0.7
            else text[: at + 1] + text[at:]
        )
    return made[text]


def main() -> None:
    """Learn and store."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=800)
    parser.add_argument("--go-on", action="store_true", help="begin with the changes learnt before")
    parser.add_argument("--rate", type=float, default=1e-3)
    given = parser.parse_args()
    steps = given.steps
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(1)  # more wait for each other as soon as something else runs
    lines, encoder, made = Lines(), Encoder(ROOT / "data" / "weights"), {}
    if given.go_on:
        _load(encoder)
    danger, business = nn.Linear(WIDTH, len(CATEGORIES) + 1), nn.Linear(WIDTH, 3)
    readings = [*danger.parameters(), *business.parameters()]
    changes = list(encoder.tuned.parameters())
    learner = torch.optim.AdamW(
        [{"params": changes, "lr": given.rate}, {"params": readings, "lr": 5e-3}], weight_decay=0.01
    )
    pace = torch.optim.lr_scheduler.LambdaLR(
        learner, lambda step: min(1, (step + 1) / 40) * max(0.02, 1 - step / steps)
    )
    began = time.monotonic()
    for step in range(steps):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = [
                _of_articles(encoder, lines, made),
                0.5 * _of_answers(encoder, lines, made),
                0.7 * _of_dangers(encoder, lines, made, danger),
                0.5 * _of_business(encoder, lines, made, business),
            ]
        learner.zero_grad()
        sum(loss.float() for loss in losses).backward()  # type: ignore[union-attr]
        torch.nn.utils.clip_grad_norm_(changes, 1.0)
        learner.step()
        pace.step()
        if step % 20 == 0:
            shown = " ".join(f"{float(loss.detach()):.2f}" for loss in losses)
            sys.stdout.write(f"{step} {time.monotonic() - began:.0f} s {shown}\n")
            sys.stdout.flush()
        if step % 100 == 99:
            _store(encoder)
    _store(encoder)


def _of_articles(encoder: Encoder, lines: Lines, made: dict[str, str]) -> Tensor:
    drawn = random.sample(lines.voices, PAIRS)
    said = encoder([slipped(text, made) for _, _, text in drawn])
    meant = encoder([lines.partner(*voice) for voice in drawn])
    owners = torch.tensor([at for at, _, _ in drawn])
    same = (owners[:, None] == owners[None, :]) & ~torch.eye(PAIRS, dtype=torch.bool)
    scores = (said @ meant.T * SHARPNESS).masked_fill(same, -1e4)
    right = torch.arange(PAIRS)
    near = encoder([text for _, _, text in drawn[:KEPT_NEAR]], changed=False).detach()
    moved = (1 - (near * said[:KEPT_NEAR]).sum(1)).mean()
    return (functional.cross_entropy(scores, right) + functional.cross_entropy(scores.T, right)) / 2 + 0.4 * moved


def _of_answers(encoder: Encoder, lines: Lines, made: dict[str, str]) -> Tensor:
    answers = random.choice([article.part("answers") for article in lines.articles])
    asked = [random.choice(answer.asked) for answer in answers]
    first = [f"{answer.asked[0]} {answer.sentences[0].text}" for answer in answers]
    vectors = encoder([*(slipped(text, made) for text in asked), *first])
    scores = vectors[: len(answers)] @ vectors[len(answers) :].T * SHARPNESS
    return functional.cross_entropy(scores, torch.arange(len(answers)))


def _of_dangers(encoder: Encoder, lines: Lines, made: dict[str, str], reading: nn.Linear) -> Tensor:
    drawn = [random.randrange(1, len(lines.dangers)) for _ in range(DANGERS)] + [0] * HARMLESS
    vectors = encoder([slipped(random.choice(lines.dangers[label]), made) for label in drawn])
    return functional.cross_entropy(reading(READING * vectors), torch.tensor(drawn))


def _of_business(encoder: Encoder, lines: Lines, made: dict[str, str], reading: nn.Linear) -> Tensor:
    lists = (lines.off_topic, lines.uncovered, [text for _, _, text in lines.voices])
    texts = [text for one in lists for text in random.sample(one, STRANGERS)]
    vectors = encoder([slipped(text, made) for text in texts])
    return functional.cross_entropy(reading(READING * vectors), torch.arange(3).repeat_interleave(STRANGERS))


def _load(encoder: Encoder) -> None:
    with np.load(TUNING_FILE, allow_pickle=False) as stored, torch.no_grad():
        for number, layer in enumerate(encoder.tuned, start=FIRST_TUNED):
            for step in ("qkv", "out", "up", "down"):
                dense = getattr(layer, step)
                dense.down.copy_(torch.from_numpy(stored[f"{number}.{step}.A"].astype(np.float32)))
                dense.up.copy_(torch.from_numpy(stored[f"{number}.{step}.B"].astype(np.float32)))


def _store(encoder: Encoder) -> None:
    arrays: dict[str, np.ndarray] = {}
    for number, layer in enumerate(encoder.tuned, start=FIRST_TUNED):
        for step in ("qkv", "out", "up", "down"):
            dense = getattr(layer, step)
            arrays[f"{number}.{step}.A"] = dense.down.detach().numpy().astype(np.float16)
            arrays[f"{number}.{step}.B"] = dense.up.detach().numpy().astype(np.float16)
    np.savez(TUNING_FILE, **arrays)


if __name__ == "__main__":
    main()
