"""What finding costs: the index from cold, a start, a search, memory, and the same with 36,000 vectors.

Each is measured in a process of its own and printed as its CPU time, with the time on the clock beside it: that one
depends on what else the machine does. Needs the weights and the index in `data`.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.bench

PROJECT = Path(__file__).parents[2]
QUESTIONS = PROJECT / "tests" / "evaluation" / "questions.jsonl"
STORED = 36_000

OPENING = """
import json, resource, sys, time
from pathlib import Path
from bot.knowledge.passage_search import PassageSearch  # what a running bot has imported anyway
import chromadb
from bot.knowledge.retriever import open_retriever
data, questions = Path(sys.argv[1]), [json.loads(line)["text"] for line in open(sys.argv[2])]
began, on_clock = time.process_time(), time.monotonic()
retriever = open_retriever(data_dir=data, knowledge_dirs=[])
opened = time.process_time() - began, time.monotonic() - on_clock
assert retriever.mode == "hybrid", retriever.trouble
retriever.find(questions[0])
taken = []
for question in questions:
    began = time.process_time()
    retriever.find(question)
    taken.append(1000 * (time.process_time() - began))
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"opened": opened, "taken": taken, "memory": memory}))
"""

RUNNING = """
import sys, time
import bot.app
opening = bot.app.open_articles
def noted(settings):
    articles = opening(settings)
    print(f"open {time.monotonic() - float(sys.argv[1])} {time.process_time()}", flush=True)
    return articles
bot.app.open_articles = noted
from bot.__main__ import main
raise SystemExit(main(["run"]))
"""

MANY = """
import json, sys, time
from pathlib import Path
import numpy as np
from bot.knowledge import artefact
from bot.knowledge.article import Library, Passage
from bot.knowledge.embedding import load_embedder, model_name
from bot.knowledge.gate import load_gate
data, folder, stored = Path(sys.argv[1]), Path(sys.argv[2]) / "many", int(sys.argv[3])
if sys.argv[4] == "write":
    from dataclasses import replace
    from bot.knowledge.corpus import embedded_text
    from bot.knowledge.embedding_cache import EmbeddingCache
    from bot.knowledge.vector_store import write_store
    library = artefact.read_current(data / "index").library
    passages = [passage for article in library.articles.values() for passage in article.passages]
    cache = EmbeddingCache(data / "index" / "embeddings.bin", embedder_name=model_name())
    real = cache.vectors([embedded_text(passage) for passage in passages])
    dice = np.random.default_rng(20261122)
    picked = dice.integers(len(real), size=stored)
    many = real[picked] + dice.normal(scale=0.02, size=(stored, real.shape[1])).astype(np.float32)
    many /= np.linalg.norm(many, axis=1, keepdims=True)
    copies = tuple(replace(passages[row], passage_id=f"many:body:{n}") for n, row in enumerate(picked))
    article = replace(library.articles[passages[0].article], passages=copies)
    folder.mkdir()
    notes = [{"role": copy.role} for copy in copies]
    write_store(folder / artefact.VECTORS, ids=[copy.passage_id for copy in copies], vectors=many, notes=notes)
    gate = load_gate()
    print(artefact.seal(
        folder, library=Library(articles={"many": article}, works=library.works), fingerprint="0" * 16,
        embedder=model_name(), thresholds={"hybrid": gate.thresholds}, judges=gate.judges,
    ))
    raise SystemExit
import chromadb
embedder = load_embedder(data / "weights")
questions = [json.loads(line)["text"] for line in open(sys.argv[5])]
made = artefact.read_artefact(folder, manifest_hash=sys.argv[6])
began, on_clock = time.process_time(), time.monotonic()
store = artefact.open_vectors(made)
store.cosines(embedder.embed(["warm"])[0])
opened = time.process_time() - began, time.monotonic() - on_clock
taken = []
for question in questions:
    vector = embedder.embed([question])[0]
    began = time.process_time()
    store.cosines(vector)
    taken.append(1000 * (time.process_time() - began))
print(json.dumps({"opened": opened, "taken": taken}))
"""


def python(*words: str, typed: str = "", **settings: str) -> tuple[str, float, float]:
    """Run Python on some words and return what it printed, its CPU time and the time on the clock. [s]"""
    before, on_clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [sys.executable, *words],
        input=typed,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", **settings},  # noqa: TID251 - handed on
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, used, time.monotonic() - on_clock


@pytest.fixture
def cold(tmp_path: Path) -> Path:
    """A data folder with the weights and nothing else."""
    (tmp_path / "weights").symlink_to(PROJECT / "data" / "weights")
    return tmp_path


def test_the_whole_index_from_cold(cold: Path) -> None:
    said, used, on_clock = python("-m", "bot", "ingest", DATA_DIR=str(cold))
    print(f"\nindex from cold: {used:.1f} CPU-s ({on_clock:.1f} s on the clock; at most 60 CPU-s): {said.strip()}")


def test_a_warm_start_until_the_first_answer(cold: Path) -> None:
    (cold / "index").symlink_to(PROJECT / "data" / "index")
    for start in ("first, makes the database", "second"):
        began = time.monotonic()
        running = subprocess.Popen(
            [sys.executable, "-c", RUNNING, str(began)],
            env={**os.environ, "DATA_DIR": str(cold), "TELEGRAM_BOT_TOKEN": ""},  # noqa: TID251 - handed on
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("does running make my butt smaller?\n")
        running.stdin.flush()
        opened = ""
        while "Sources:" not in (line := running.stdout.readline()):
            assert running.poll() is None
            opened = line if line.startswith("open ") else opened
        on_clock = time.monotonic() - began
        times = (Path("/proc") / str(running.pid) / "stat").read_text().rsplit(") ", 1)[1].split()
        used = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
        running.stdin.close()
        running.wait()
        running.stdout.close()
        open_on_clock, open_used = map(float, opened.split()[1:])
        print(
            f"\nwarm start ({start}) until the articles are open: {open_used:.2f} CPU-s ({open_on_clock:.2f} s on the "
            f"clock; at most 1.5 s); until the first answer: {used:.2f} CPU-s ({on_clock:.2f} s on the clock)"
        )


def test_opening_searching_and_memory() -> None:
    seen = json.loads(python("-c", OPENING, str(PROJECT / "data"), str(QUESTIONS))[0])
    used, on_clock = seen["opened"]
    taken = sorted(seen["taken"])
    print(f"\nopening the articles: {used:.2f} CPU-s ({on_clock:.2f} s on the clock; at most 1.5 s)")
    print(
        f"a search: mean {sum(taken) / len(taken):.1f}, median {taken[len(taken) // 2]:.1f}, "
        f"nine of ten within {taken[len(taken) * 9 // 10]:.1f} CPU-ms (at most 30)"
    )
    print(f"memory after {len(taken)} searches: {seen['memory']:.0f} MB (at most 350)")


def test_many_stored_vectors(tmp_path: Path) -> None:
    given = (str(PROJECT / "data"), str(tmp_path), str(STORED))
    manifest_hash = python("-c", MANY, *given, "write")[0].strip()
    seen = json.loads(python("-c", MANY, *given, "open", str(QUESTIONS), manifest_hash)[0])
    used, on_clock = seen["opened"]
    taken = sorted(seen["taken"])
    print(f"\n{STORED:,} vectors: opening {used:.2f} CPU-s ({on_clock:.2f} s on the clock; at most 1 s)")
    print(
        f"finding the nearest of them: mean {sum(taken) / len(taken):.1f}, nine of ten within "
        f"{taken[len(taken) * 9 // 10]:.1f} CPU-ms (at most 40 with the rest of a search)"
    )
