"""The table of an evaluation: what was asked of the replies, what they reached, and the worst of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Final, Literal, get_args

from bot.evaluation.exam import Label
from bot.evaluation.prose import grade, shared_openings, words
from bot.evaluation.verdict import Fault, Ground, Judged

_MS: Final = 1000.0
_P95: Final = 0.95


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One figure of the table with its bar."""

    name: str
    value: float
    bar: float | None
    sense: Literal["most", "least"]
    """Whether the bar is the most or the least that will do."""
    unit: str = ""
    of: int = 0
    """How many things it was measured on."""

    @property
    def met(self) -> bool:
        """Whether it is within its bar; what has no bar is only reported."""
        if self.bar is None:
            return True
        return self.value <= self.bar if self.sense == "most" else self.value >= self.bar


@dataclass(frozen=True, kw_only=True, slots=True)
class Scoreboard:
    """Every judged turn, summed up."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]

    def lines(self) -> Iterator[str]:
        """Yield the table, a line a figure."""
        for row in self.rows:
            bar = "" if row.bar is None else f"{'<=' if row.sense == 'most' else '>='} {_shown(row.bar, row.unit)}"
            mark = " " if row.met else "✗"
            yield f"{mark} {row.name:34} {_shown(row.value, row.unit):>9}  {bar:10} {f'of {row.of}' if row.of else ''}"

    def as_json(self) -> dict[str, object]:
        """Return the table and every fault as JSON holds them."""
        return {
            "rows": [
                {"name": row.name, "value": row.value, "bar": row.bar, "sense": row.sense, "met": row.met, "of": row.of}
                for row in self.rows
            ],
            "faults": [
                {
                    "conversation": fault.conversation,
                    "turn": fault.turn,
                    "ground": fault.ground,
                    "words": fault.words,
                    "said": fault.said,
                    "reply": fault.reply,
                }
                for fault in self.faults
            ],
        }


def score(turns: Sequence[Judged], judged_right: Mapping[Label, float]) -> Scoreboard:
    """Sum up judged turns; `judged_right` says how far the citation judge itself can be trusted."""
    faults = tuple(fault for turn in turns for fault in turn.faults)
    by_ground = Counter(fault.ground for fault in faults)
    return Scoreboard(
        rows=(
            *_hard(turns, by_ground),
            *_right(turns, by_ground),
            *_exam(judged_right),
            *_style(turns),
            *_speed(turns),
        ),
        faults=faults,
    )


def _hard(turns: Sequence[Judged], faults: Mapping[Ground, int]) -> Iterator[Row]:
    numbers, figures = sum(turn.numbers for turn in turns), sum(turn.figures for turn in turns)
    for name, ground, count in (
        ("unlicensed numbers", "number", numbers),
        ("must-not said", "must_not", len(turns)),
        ("figures unlike the calculator", "figure", figures),
    ):
        yield Row(name=name, value=_count(faults, ground), bar=0, sense="most", of=count)


def _right(turns: Sequence[Judged], faults: Mapping[Ground, int]) -> Iterator[Row]:
    for name, ground, count, bar in (
        ("musts met", "must", sum(turn.musts for turn in turns), None),
        ("expected figures shown", "missed_figure", sum(turn.wanted_figures for turn in turns), None),
        ("kind of reply right", "kind", len(turns), None),
        ("expected source cited", "source", sum(turn.sources for turn in turns), None),
        ("citation precision", "citation", sum(turn.citations for turn in turns), 0.95),
        ("citation recall (claims with [n])", "uncited", sum(turn.claims for turn in turns), 0.95),
        ("question type obeyed", "type", sum(turn.typed for turn in turns), 0.95),
        ("follow-ups resolved", "follow_up", sum(turn.follow_up for turn in turns), 0.90),
    ):
        if count:
            share = 1 - _count(faults, ground) / count
            yield Row(name=name, value=share, bar=bar, sense="least", unit="%", of=count)


def _exam(judged_right: Mapping[Label, float]) -> Iterator[Row]:
    bars: Mapping[Label, float] = {"right": 0.95, "swapped": 1.0, "reversed": 0.90}
    for label, share in judged_right.items():
        done = "kept" if label == "right" else "caught"
        yield Row(name=f"judge: {label} pairs {done}", value=share, bar=bars[label], sense="least", unit="%")


def _style(turns: Sequence[Judged]) -> Iterator[Row]:
    free = [turn for turn in turns if turn.kind != "safety"]
    answers = [turn for turn in free if turn.kind == "answer"]
    said = [sentence for turn in answers for sentence in turn.sentences]
    if not said:
        return
    most, share = shared_openings([turn.opening for turn in free])
    yield Row(name=f"opening shared ({' '.join(most)})", value=share, bar=0.08, sense="most", unit="%", of=len(free))
    runs = sum(turn.five_grams for turn in free)
    yield Row(
        name="five-word runs said before",
        value=sum(turn.said_before for turn in free) / max(1, runs),
        bar=0.05,
        sense="most",
        unit="%",
        of=runs,
    )
    length = fmean(len(words(sentence)) for sentence in said)
    yield Row(name="words a sentence, at least", value=length, bar=8, sense="least", of=len(said))
    yield Row(name="words a sentence, at most", value=length, bar=16, sense="most", of=len(said))
    yield Row(name="reading grade", value=grade(said), bar=8, sense="most", of=len(said))
    yield Row(
        name="words an answer, median",
        value=median(turn.own_words for turn in answers),
        bar=60,
        sense="most",
        of=len(answers),
    )


def _speed(turns: Sequence[Judged]) -> Iterator[Row]:
    cpu, wall = (sorted(values) for values in ([t.cpu_s for t in turns], [t.wall_s for t in turns]))
    yield Row(name="CPU a turn, median", value=median(cpu) * _MS, bar=50, sense="most", unit="ms")
    yield Row(name="CPU a turn, 95th", value=cpu[int(_P95 * (len(cpu) - 1))] * _MS, bar=None, sense="most", unit="ms")
    yield Row(
        name="wait a turn, 95th", value=wall[int(_P95 * (len(wall) - 1))] * _MS, bar=None, sense="most", unit="ms"
    )


def worst(faults: Iterable[Fault], *, limit: int) -> Iterator[str]:
    """Yield the turns with the gravest and most faults, each with what is wrong."""
    by_turn: dict[tuple[str, int], list[Fault]] = {}
    for fault in faults:
        by_turn.setdefault((fault.conversation, fault.turn), []).append(fault)
    gravest = sorted(by_turn.items(), key=lambda item: (min(_gravity(one) for one in item[1]), -len(item[1])))
    for (conversation, turn), found in gravest[:limit]:
        yield f"{conversation}, turn {turn}: {found[0].said}"
        yield from (f"    {fault.ground}: {fault.words}" for fault in found)
        yield f"    reply: {' / '.join(found[0].reply.splitlines())}"


def _gravity(fault: Fault) -> int:
    order: tuple[Ground, ...] = get_args(Ground)
    return order.index(fault.ground)


def _count(faults: Mapping[Ground, int], ground: str) -> int:
    return next((count for name, count in faults.items() if name == ground), 0)


def _shown(value: float, unit: str) -> str:
    if unit == "%":
        return f"{value * 100:.1f} %"
    return f"{value:.4g}{' ' if unit else ''}{unit}"
