"""What was learnt on top of the embedding model for this trade: small changes to its upper layers.

The pinned model knows everyday English. How people write to a running coach, and which article answers them, moved its
upper layers a little: low-rank changes, which are added to the weights when they are read, so that they cost nothing.
They stand in `tuning.npz`, learnt by `docs/tuning/tune.py`; nothing is learnt while the coach runs.

Low-rank changes: Hu et al. 2021, "LoRA", arXiv 2106.09685.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

TUNING_FILE: Final = Path(__file__).with_name("tuning.npz")
Change = NDArray[np.float32]


@cache
def load_tuning() -> Mapping[str, Change]:
    """Return what to add to the weights of a dense step for the vectors of texts."""
    return read_changes(TUNING_FILE)


def read_changes(file: Path) -> Mapping[str, Change]:
    """Return what a file adds to the weights of a dense step, by layer and name: "4.up" and so on. [out x in]"""
    with np.load(file, allow_pickle=False) as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files}
    steps = sorted(name.removesuffix(".A") for name in arrays if name.endswith(".A"))
    return {step: arrays[f"{step}.B"] @ arrays[f"{step}.A"] for step in steps}


@cache
def tuning_name() -> str:
    """Return what tells this tuning from another: vectors of different ones are never compared."""
    return hashlib.sha256(TUNING_FILE.read_bytes()).hexdigest()[:8]
