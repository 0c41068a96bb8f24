"""The calculator on the command line: one clear answer to anything, one line per line, never a traceback."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from bot.__main__ import main
from bot.science.methods import METHODS

RUN = ["run_session", "mass_kg=70", "distance_m=10000", "duration_s=3600", "rmr_kcal_day=1600"]


def answer_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *lines: bytes
) -> tuple[int, list[dict[str, Any]]]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\n".join(lines) + b"\n")))
    code = main(["calc", "--json", "-"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_without_a_method_the_catalogue_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc"]) == 0
    printed = capsys.readouterr().out
    assert all(slug in printed for slug in METHODS)
    assert "speed_m_s: 0.5 to 8 m/s; made from 1.8 to 5.5 m/s" in printed


def test_the_catalogue_as_json_names_inputs_outputs_ranges_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", "--json"]) == 0
    entries = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [entry["method"] for entry in entries] == list(METHODS)
    run = next(entry for entry in entries if entry["method"] == "run_session")
    assert run["inputs"]["mass_kg"] == {"allowed": "30 to 300 kg", "optional": False}
    assert run["outputs"] == ["gross_kcal", "net_kcal"]
    assert "10.1519/JSC.0000000000004626" in run["source"]
    assert all(entry["source"] for entry in entries)


def test_a_method_is_computed_for_people_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", *RUN]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "gross_kcal = 691.397",
        "net_kcal = 624.73",
        "range 542.557 to 706.903",
        "low and high: net_kcal",
        "Looney et al. 2023, J Strength Cond Res, doi:10.1519/JSC.0000000000004626; Looney, Hoogkamer & Kram 2025,"
        " Eur J Appl Physiol, doi:10.1007/s00421-025-05999-5",
    ]


@pytest.mark.parametrize("words", [[*RUN, "--json"], ["--json", *RUN]])
def test_the_json_switch_may_stand_anywhere(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", *words]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"method", "outputs", "low", "high", "source", "inputs", "notes"}
    assert answer["inputs"] == {"mass_kg": 70, "distance_m": 10000, "duration_s": 3600, "rmr_kcal_day": 1600}
    assert answer["low"] < answer["outputs"]["net_kcal"] < answer["high"]


def test_lists_and_leading_zeros_come_through_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    segments = 'segments=[{"distance_m":1000,"duration_s":360,"grade_frac":0.02}]'
    assert main(["calc", "route_session", "mass_kg=70", "gait=run", segments]) == 0
    assert main(["calc", "compendium_met", "code=02052", "--json"]) == 0
    assert main(["calc", "compendium_met", "code=12020", "--json"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["outputs"]["met"] for line in printed[-2:]] == [5.0, 7.5]


def test_nested_outputs_are_printed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["sex=female", "age_years=17", "height_m=1.6", "weight_kg=60", "running_km_per_week=10"]
    assert main(["calc", "project", *words]) == 0
    assert capsys.readouterr().out.startswith('refused = "under_18"\n')


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nope"], 'method: got "nope", allowed: a slug of the catalogue, which `calc` lists'),
        (["kipp_2019_vo2"], "speed_m_s: got null, allowed: 0.5 to 8 m/s (it is needed)"),
        (["kipp_2019_vo2", "speed_m_s"], "speed_m_s: got null, allowed: name=value"),
        (["kipp_2019_vo2", "speed_m_s=3", "speed_m_s=4"], 'speed_m_s: got "4", allowed: to be given once'),
        (["kipp_2019_vo2", "speed_km_h=10"], "speed_km_h: got 10, allowed: one of: speed_m_s"),
        (["kipp_2019_vo2", "speed_m_s=3m/s"], 'speed_m_s: got "3m/s", allowed: a number, 0.5 to 8 m/s'),
        (["kipp_2019_vo2", "speed_m_s=NaN"], 'speed_m_s: got "nan", allowed: 0.5 to 8 m/s'),
        (["kipp_2019_vo2", "speed_m_s=-Infinity"], 'speed_m_s: got "-inf", allowed: 0.5 to 8 m/s'),
        (["kipp_2019_vo2", "speed_m_s=-3"], "speed_m_s: got -3, allowed: 0.5 to 8 m/s"),
        (["kipp_2019_vo2", "speed_m_s=true"], "speed_m_s: got true, allowed: a number, 0.5 to 8 m/s"),
        (["kipp_2019_vo2", "speed_m_s=[3]"], 'speed_m_s: got "[3]", allowed: a number, 0.5 to 8 m/s'),
        (["resting_kcal_kg_h_population", "x=1"], "x: got 1, allowed: one of: no argument"),
    ],
)
def test_a_wrong_word_gets_one_line_and_exit_code_2(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["calc", *words]) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"calc: {message}\n")
    assert main(["calc", *words, "--json"]) == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert set(error) == {"argument", "got", "allowed", "message"}
    assert error["message"] == message


def test_every_line_gets_one_line_and_a_bad_one_does_not_stop_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, answers = answer_lines(
        monkeypatch,
        capsys,
        b'{"method": "kipp_2019_vo2", "inputs": {"speed_m_s": 3.5}}',
        b"no json at all",
        b"",
        b"\xff\xfe",
        b"[1, 2]",
        b'{"method": "kipp_2019_vo2", "inputs": {"speed_m_s": 3.5}, "extra": 1}',
        b'{"method": 5}',
        b'{"method": "kipp_2019_vo2", "inputs": [3.5]}',
        b'{"method": "kipp_2019_vo2", "inputs": {"speed_m_s": 1e999}}',
        b"[" * 100_000,
        b'{"method": "resting_kcal_kg_h_population"}',
    )
    assert code == 2
    assert [answer["error"]["argument"] if "error" in answer else "fine" for answer in answers] == [
        "fine",
        "line",
        "line",
        "line",
        "line",
        "line",
        "method",
        "inputs",
        "speed_m_s",
        "line",
        "fine",
    ]
    assert all(len(json.dumps(answer)) < 2000 for answer in answers)


def test_good_lines_alone_exit_with_0(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code, answers = answer_lines(monkeypatch, capsys, b'{"method": "resting_kcal_kg_h_population", "inputs": {}}')
    assert (code, answers[0]["outputs"]) == (0, {"kcal_kg_h": 0.84})


def test_lines_may_come_from_a_stream_that_is_no_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('{"method": "resting_kcal_kg_h_population"}\n'))
    assert main(["calc", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["outputs"] == {"kcal_kg_h": 0.84}


def test_a_huge_whole_number_is_echoed_short(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = b'{"method": "kipp_2019_vo2", "inputs": {"speed_m_s": ' + b"9" * 1000 + b"}}"
    code, answers = answer_lines(monkeypatch, capsys, line)
    assert (code, answers[0]["error"]["argument"], len(answers[0]["error"]["got"])) == (2, "speed_m_s", 200)
