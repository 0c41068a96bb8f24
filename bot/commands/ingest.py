"""`ingest`: read the articles and build the passage index; what cannot be read is named, the rest goes in."""

from __future__ import annotations

import argparse
import sys


def configure(parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_args: argparse.Namespace) -> int:
    """Build the index unless it is up to date; fails only if nothing could be indexed."""
    from tqdm import tqdm

    from bot.knowledge.index import build
    from bot.knowledge.ingest import read_library
    from bot.settings import read_settings

    settings = read_settings()
    library, errors = read_library(settings.knowledge_dirs)
    for error in errors:
        print(f"left out: {error}", file=sys.stderr)
    state = "up to date"
    bar: tqdm | None = None

    def show(done: int, total: int) -> None:
        nonlocal bar, state
        state = "built"
        if not total:
            return
        if bar is None:
            bar = tqdm(total=total, desc="embedding", unit="text")
        bar.update(done - bar.n)
        if done == total:
            bar.close()

    build(library, data_dir=settings.data_dir, weights_dir=settings.weights_dir, progress=show)
    passages = sum(len(article.passages) for article in library.articles.values())
    print(f"index {state}: {len(library.articles)} articles, {passages} passages, {len(errors)} left out")
    return 0
