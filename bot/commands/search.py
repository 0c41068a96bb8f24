"""`search`: what the articles hold on a question, with scores; shows why a reply says what it says."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bot.errors import InputError

if TYPE_CHECKING:
    from bot.knowledge.article import Library, Passage
    from bot.knowledge.retrieval import Retrieval


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("words", nargs="?", help="the question; left out with --json -")
    parser.add_argument(
        "--json", nargs="?", const="result", metavar="-", help="print JSON; with - read a question a line"
    )
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="passages at most (10)")


def run(args: argparse.Namespace) -> int:
    """Search and print."""
    from bot.knowledge.retriever import open_retriever
    from bot.settings import read_settings

    if args.words is None and args.json != "-":
        raise InputError("search: give a question, or --json - to read one a line")
    if args.limit < 1:
        raise InputError("search: --limit is 1 or more")
    settings = read_settings()
    retriever = open_retriever(data_dir=settings.data_dir, knowledge_dirs=settings.knowledge_dirs)
    if retriever.trouble:
        print(retriever.trouble, file=sys.stderr)
    if args.json == "-":
        for line in sys.stdin:
            found = retriever.find(line.strip(), limit=args.limit)
            print(json.dumps(_as_json(found, retriever.library), ensure_ascii=False), flush=True)
        return 0
    found = retriever.find(args.words, limit=args.limit)
    result = _as_json(found, retriever.library)
    print(json.dumps(result, ensure_ascii=False, indent=1) if args.json else _as_text(result))
    return 0


def _as_json(found: Retrieval, library: Library) -> dict[str, Any]:
    return {
        "zone": found.zone,
        "score": round(found.score, 4),
        "passages": [
            {
                "passage_id": hit.passage.passage_id,
                "article": hit.passage.article,
                "title": hit.passage.title,
                "source": _sources(hit.passage, library),
                "score": hit.score,
                "dense": hit.dense,
                "lexical": hit.lexical,
                "text": hit.passage.text,
            }
            for hit in found.hits
        ],
    }


def _sources(passage: Passage, library: Library) -> str:
    keys = dict.fromkeys(key for sentence in passage.sentences for key in sentence.keys)
    return "; ".join(library.works[key].label for key in keys)


def _as_text(result: Mapping[str, Any]) -> str:
    lines = [f"{result['zone']} ({result['score']:.2f})"]
    for passage in result["passages"]:
        lines += ["", f"{passage['score']:.2f}  {passage['title']}  [{passage['passage_id']}]", passage["text"]]
        if passage["source"]:
            lines.append(f"Sources: {passage['source']}")
    return "\n".join(lines)
