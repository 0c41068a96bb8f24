"""Learn `bot/nlu/intent_weights.bin` from the kept phrases, further wordings and the articles' own questions.

Run from the project's root: `python -m tests.nlu.weigh_words`. It prints what four-fold cross-validation says and
writes the file. Phrases with a context and red flags are left out; so are the phrases kept unseen.
"""

from __future__ import annotations

import json
import sys
import tomllib
from datetime import datetime
from pathlib import Path

import numpy as np
import yaml

from bot.nlu.parser import parse
from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import tidy
from bot.nlu.word_weights import BUCKETS, bucketed
from tests.nlu.scoring import DEFAULT_NOW, phrases

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "bot" / "nlu" / "intent_weights.bin"
FILES = (
    "public",
    "everyday",
    "first_look",
    "second_look",
    "third_look",
    "fourth_look",
    "fifth_look",
    "slips",
    "frozen",
    "talk",
)
FOLDS, STEPS, RATE, MOMENTUM, DECAY, SEED = 4, 250, 6.0, 0.9, 1e-5, 1
LIKELY = 0.45
LAST_OF_CALIBRATION = 922
QUESTION_KINDS = {"off_topic": "out_of_scope", "uncovered": None, "imperial": None}


def kept() -> list[tuple[str, str]]:
    """Return every text with its intent."""
    rows = [
        (phrase.text, phrase.intent)
        for name in FILES
        for phrase in phrases(f"phrases_{name}.jsonl")
        if phrase.text and not phrase.ctx and phrase.intent != "red_flag"
    ]
    wordings = tomllib.loads((ROOT / "tests/nlu/wordings.toml").read_text(encoding="utf-8"))
    rows += [(text, intent) for intent, texts in wordings.items() for text in texts.strip().splitlines()]
    asked = [
        (question, "knowledge_question")
        for path in sorted((ROOT / "knowledge").glob("*.md"))
        for question in yaml.safe_load(path.read_text(encoding="utf-8").split("---")[1]).get("asked_as", [])
    ]
    for line in (ROOT / "tests/evaluation/questions.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if int(row["id"][1:]) > LAST_OF_CALIBRATION:
            break  # what is only ever measured is learnt from by nobody
        intent = QUESTION_KINDS.get(row["kind"], "knowledge_question")
        asked += [(row["text"], intent)] if intent else []
    return rows + [(text, intent) for text, intent in asked if intent == "out_of_scope" or _is_knowledge(text)]


def _is_knowledge(text: str) -> bool:
    """Whether the grammar does not read a sum or a plan in an article's question."""
    read = parse(text, now=datetime.fromisoformat(DEFAULT_NOW)).intent
    return read in {"knowledge_question", "out_of_scope"}


def matrix(texts: list[str]) -> np.ndarray:
    """Return a row of buckets for each text, and a last column of ones."""
    rows = np.zeros((len(texts), BUCKETS + 1), np.float32)
    rows[:, -1] = 1.0
    for number, text in enumerate(texts):
        for bucket, weight in bucketed(repaired(tidy(text), names=names_in(text))).items():
            rows[number, bucket] = weight
    return rows


def learnt(rows: np.ndarray, wanted: np.ndarray, labels: int) -> np.ndarray:
    """Return the weights of a multinomial logistic regression; rare labels count by the root of their share."""
    weights = np.zeros((rows.shape[1], labels), np.float32)
    moved = np.zeros_like(weights)
    right = np.eye(labels, dtype=np.float32)[wanted]
    share = (1 / np.sqrt(np.maximum(np.bincount(wanted, minlength=labels), 1)))[wanted]
    share = (share / share.mean()).astype(np.float32)[:, None]
    for _ in range(STEPS):
        slope = rows.T @ ((likelihoods(rows, weights) - right) * share) / len(rows)
        slope[:-1] += DECAY * weights[:-1]
        moved = MOMENTUM * moved + slope
        weights -= RATE * moved
    return weights


def likelihoods(rows: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return how likely each label is for each row."""
    scores = rows @ weights
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shares / shares.sum(axis=1, keepdims=True)


def main() -> None:
    """Measure, learn, store."""
    texts, intents = zip(*kept(), strict=True)
    labels = sorted(set(intents))
    wanted = np.array([labels.index(intent) for intent in intents])
    rows = matrix(list(texts))
    fold = np.random.RandomState(SEED).randint(0, FOLDS, len(texts))
    shares = np.zeros((len(texts), len(labels)), np.float32)
    for number in range(FOLDS):
        apart = fold == number
        shares[apart] = likelihoods(rows[apart], learnt(rows[~apart], wanted[~apart], len(labels)))
    likeliest, sure = shares.argmax(axis=1), shares.max(axis=1) >= LIKELY
    idle = np.isin(np.array(intents), ["knowledge_question", "out_of_scope"])
    turned = sure & ~np.isin(np.array(labels)[likeliest], ["knowledge_question", "out_of_scope"])
    sys.stdout.write(
        f"{len(texts)} texts, {len(labels)} intents; likeliest is right {np.mean(likeliest == wanted):.3f}\n"
        f"wishes read with {LIKELY} or more: {np.mean((sure & (likeliest == wanted))[~idle]):.3f}; "
        f"questions and other subjects turned into a wish: {np.sum(turned[idle])} of {np.sum(idle)}\n"
    )
    weights = learnt(rows, wanted, len(labels))
    scales = np.abs(weights).max(axis=0) / 127
    head = {"labels": labels, "scales": [round(float(scale), 8) for scale in scales]}
    stored = np.round(weights / np.array(head["scales"])).clip(-127, 127).astype(np.int8)
    TARGET.write_bytes(json.dumps(head).encode() + b"\n" + stored.tobytes())


if __name__ == "__main__":
    main()
