"""`eval`: how well questions find their articles, or how good the answers of whole conversations are.

Printed with intervals or bars, and the worst misses.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.evaluation.verdict import Judged
    from bot.knowledge.evaluation import Found, Labelled
    from bot.settings import Settings

_WORST: Final = 12
_PAIRS: Final = "labelled pairs of sentence and passage to examine the citation judge on"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    folder = Path("tests/evaluation")
    parser.add_argument("--questions", type=Path, default=folder / "questions.jsonl", metavar="FILE")
    parser.add_argument("--labels", type=Path, default=folder / "labels.jsonl", metavar="FILE")
    parser.add_argument("--half", choices=("calibration", "test"), default="test", help="which half to report")
    parser.add_argument(
        "--calibrate",
        action="store_true",
        help="first set the gate on the calibration half, write bot/knowledge/gate.json and build the index anew",
    )
    parser.add_argument(
        "--answers", type=Path, nargs="+", metavar="FILE", help="hold these conversations and judge them"
    )
    parser.add_argument("--pairs", type=Path, default=folder / "citation_pairs.jsonl", metavar="FILE", help=_PAIRS)
    parser.add_argument("--worst", type=int, default=_WORST, metavar="N", help="how many of the worst to list")
    parser.add_argument("--json", action="store_true", help="with --answers: print table and faults as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Judge conversations if any are named, else search for every question of one half, and print the figures."""
    return _judge_answers(args) if args.answers else _search(args)


def _judge_answers(args: argparse.Namespace) -> int:
    """Hold the conversations with the coach and print how good its answers are."""
    from tqdm import tqdm

    from bot.app import build_coach, load_texts, open_articles
    from bot.evaluation.conversation import read_conversations
    from bot.evaluation.exam import examine, read_pairs
    from bot.evaluation.licences import LicenceCheck
    from bot.evaluation.scoreboard import score, worst
    from bot.evaluation.talks import hold
    from bot.evaluation.verdict import judge_talk
    from bot.settings import read_settings

    conversations = [one for file in args.answers for one in read_conversations(file)]
    judged_right = examine(read_pairs(args.pairs))
    settings = read_settings()
    texts, retriever = load_texts(), open_articles(settings)
    coach, licences = build_coach(retriever, texts, settings), LicenceCheck(texts=texts, library=retriever.library)

    async def judge_all() -> list[Judged]:
        talks = hold(coach, tqdm(conversations, desc="talking", unit="talk", disable=None))
        return [turn async for held in talks for turn in judge_talk(held, licences)]

    board = score(asyncio.run(judge_all()), judged_right)
    if args.json:
        print(json.dumps(board.as_json(), ensure_ascii=False))
        return 0
    print("\n".join(board.lines()))
    print("\nworst")
    print("\n".join(worst(board.faults, limit=args.worst)))
    return 0


def _search(args: argparse.Namespace) -> int:
    """Search for every question of one half and print the figures."""
    from tqdm import tqdm

    from bot.app import open_articles
    from bot.errors import CoachError
    from bot.knowledge.evaluation import read_labelled, search_all
    from bot.settings import read_settings

    settings = read_settings()
    try:
        labelled = read_labelled(args.questions, args.labels)
        if args.calibrate:
            _calibrate(labelled, settings)
    except CoachError as error:
        print(error, file=sys.stderr)
        return 2
    questions = [one for one in labelled if one.half == args.half]
    retriever = open_articles(settings)
    found = search_all(tqdm(questions, desc="searching", unit="question"), lambda text: retriever.find(text, limit=40))
    covered = [one for one in found if one.question.scope == "covered"]
    print(f"{args.half} half: {len(found)} questions, {len(covered)} of them covered, search {retriever.mode}")
    _print_ranks(covered)
    _print_gate(found)
    _print_kinds(covered)
    _print_worst(covered)
    return 0


def _calibrate(labelled: Sequence[Labelled], settings: Settings) -> None:
    """Set the gate on the calibration half of the questions, write it and build the index with it."""
    from bot.knowledge.asked_before import asked_before
    from bot.knowledge.calibration import Exam
    from bot.knowledge.corpus import embedded_text
    from bot.knowledge.embedding import model_name
    from bot.knowledge.embedding_cache import EmbeddingCache
    from bot.knowledge.gate import GATE_FILE
    from bot.knowledge.gate_measurement import measure_gate
    from bot.knowledge.index import build
    from bot.knowledge.ingest import read_library
    from bot.knowledge.retriever import open_retriever

    library, _ = read_library(settings.knowledge_dirs)
    weights_dir = settings.data_dir / "weights"

    def make() -> Path:
        return build(library, data_dir=settings.data_dir, weights_dir=weights_dir, progress=lambda _done, _all: None)

    # Building fills the cache that the exam takes its vectors from.
    folder = make()
    search = open_retriever(data_dir=settings.data_dir, knowledge_dirs=settings.knowledge_dirs).opened
    cache = EmbeddingCache(folder.parent / "embeddings.bin", embedder_name=model_name())
    passages = cache.vectors([embedded_text(passage) for passage in search.corpus.passages])
    gate = measure_gate(
        [one for one in labelled if one.half == "calibration"],
        search=search,
        sitting=Exam(search.corpus).sitting(
            passages, cache.vectors, before=asked_before(search.corpus.slugs, embedder_name=model_name())
        ),
    )
    GATE_FILE.write_text(gate.model_dump_json(indent=1) + "\n", encoding="utf-8")
    make()
    print(f"{GATE_FILE.name}: decline below {gate.thresholds.decline}, answer from {gate.thresholds.answer}\n")


def _print_ranks(covered: Sequence[Found]) -> None:
    from bot.knowledge.evaluation import figure

    for name, values in (
        ("recall@3", [one.recall for one in covered]),
        ("MRR@10", [one.reciprocal_rank for one in covered]),
        ("nDCG@10", [one.gain for one in covered]),
    ):
        shown = figure(values)
        print(f"  {name:9} {shown.mean:.3f}  ({shown.low:.3f} to {shown.high:.3f})")


def _print_gate(found: Sequence[Found]) -> None:
    from bot.knowledge.evaluation import zones

    print("\ngate       answer  hedge  decline")
    for scope, shares in zones(found).items():
        print(f"  {scope:9} {shares['answer']:6.2f} {shares['hedge']:6.2f} {shares['decline']:7.2f}")


def _print_kinds(covered: Sequence[Found]) -> None:
    from bot.knowledge.evaluation import figure

    print("\nkind            n  recall@3  nDCG@10")
    for kind in sorted({one.question.kind for one in covered}):
        of_kind = [one for one in covered if one.question.kind == kind]
        recall, gain = (figure([value(one) for one in of_kind]).mean for value in (_recall, _gain))
        print(f"  {kind:13} {len(of_kind):3}  {recall:8.2f} {gain:8.2f}")


def _print_worst(covered: Sequence[Found]) -> None:
    print("\nworst misses")
    for one in sorted(covered, key=_gain)[:_WORST]:
        print(f"  {one.gain:.2f} {one.question.text[:90]}")
        print(f"       wanted {', '.join(one.question.articles)}; found {', '.join(one.articles[:3])}")


def _recall(found: Found) -> float:
    return found.recall


def _gain(found: Found) -> float:
    return found.gain
