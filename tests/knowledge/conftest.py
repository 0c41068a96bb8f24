"""An index built once for all tests of the room; each test works on its own copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.knowledge.index import build_with
from bot.knowledge.ingest import read_library
from tests.knowledge.written_articles import HashingEmbedder, write_shelf


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `shelf` (two articles) and their finished `index`."""
    home = tmp_path_factory.mktemp("pristine")
    library, _ = read_library([write_shelf(home / "shelf")])
    embedder = HashingEmbedder()
    build_with(
        library,
        index_dir=home / "index",
        embedder_name=embedder.name,
        load=lambda: embedder,
        progress=lambda _done, _total: None,
    )
    return home


@pytest.fixture
def home(pristine: Path, tmp_path: Path) -> Path:
    """The same, to be changed at will."""
    return Path(shutil.copytree(pristine, tmp_path / "home"))
