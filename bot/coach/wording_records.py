"""Word the answers to what somebody asks of their own records and body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from statistics import fmean
from typing import Final, assert_never

from bot.coach import emptying
from bot.coach.draft import Draft
from bot.coach.keeping import keep_weigh_in, remember
from bot.coach.own_numbers import without_days
from bot.coach.putting_right import WHICH_RUN
from bot.coach.record_facts import (
    Converted,
    DaysCompared,
    DistanceToGo,
    Intensity,
    LogToEmpty,
    NoRacePredictor,
    OwnBmi,
    OwnEnergy,
    OwnFat,
    PaceExplained,
    RacePredicted,
    RecordFact,
    RestPaced,
    RunKnown,
    RunToCome,
    StagesSummed,
    StorageExplained,
    StretchesCompared,
    TrendExplained,
    UnitsMixed,
    UnitsTold,
    WeighInsWithoutDays,
    WeightChange,
    WeightTrend,
    WhichRun,
)
from bot.coach.told_runs import RUN_IDS
from bot.coach.wording_body import own_bmi, own_energy, own_fat, quote_fitting, still_needed
from bot.coach.wording_converting import converted, rest_paced, stages_summed
from bot.coach.wording_intensity import intensity
from bot.coach.wording_keeping import confirm
from bot.coach.wording_logs import details
from bot.coach.wording_pace import pace_explained
from bot.coach.wording_races import race_predicted
from bot.coach.wording_stretch import compared, to_go
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.pattern import Pattern
from bot.science.estimate import Estimate
from bot.training.run import Run
from bot.training.weigh_in import WeighIn
from bot.units import pace_s_per_km
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, phrase

WEIGH_IN_DAYS: Final = "weigh_in_days"
"""The open question whether weights told without days are one a day."""
_WEIGH_IN: Final = "record:weigh_in"
_LATELY: Final = 2
"""So many turns back a run told is still the one that is spoken of."""
_WEEK: Final = timedelta(days=7)
_SWINGS: Final = ("scale-went-up", Pattern(r"\bsaw swings\b|\bheaviest on\b"))
"""Article, and the sentences of it, that say how much a weight swings by itself."""
_SAME_PACE_S: Final = 1.0
_SAME_WEIGHT_KG: Final = 0.05


def word(draft: Draft, fact: RecordFact, w: Workings, library: Library) -> None:  # noqa: C901 - one line a fact
    """Word one fact."""
    match fact:
        case WeightTrend():
            _trend(draft, fact, w)
        case WeightChange():
            _change(draft, fact, library)
        case TrendExplained():
            draft.say("own.method_again" if draft.ever_asked("own.method") else "own.method")
        case RunKnown():
            draft.say("log.known", run=join(details(draft, fact.run, w), ", "))
        case WhichRun():
            _ask_which(draft, fact, w)
        case PaceExplained():
            pace_explained(draft, fact, w)
        case StorageExplained():
            _storage(draft, fact, w)
        case OwnBmi():
            own_bmi(draft, fact, library)
        case OwnFat():
            own_fat(draft, fact, library)
        case OwnEnergy():
            own_energy(draft, fact)
        case Intensity():
            intensity(draft, fact)
        case DaysCompared():
            _days(draft, fact, w)
        case StretchesCompared():
            compared(draft, fact, w)
        case DistanceToGo():
            to_go(draft, fact, w)
        case Converted():
            converted(draft, fact)
        case StagesSummed():
            stages_summed(draft, fact)
        case RestPaced():
            rest_paced(draft, fact)
        case UnitsMixed():
            draft.say("own.units_mixed")
        case RunToCome():
            draft.say("log.to_come")
        case UnitsTold():
            draft.say(f"own.units_{draft.units}")
        case RacePredicted():
            race_predicted(draft, fact, w)
        case NoRacePredictor():
            draft.say("own.no_predictor")
        case WeighInsWithoutDays():
            _ask_days(draft, fact)
        case LogToEmpty():
            _ask_to_empty(draft, fact)
        case _:
            assert_never(fact)


def _ask_which(draft: Draft, fact: WhichRun, w: Workings) -> None:
    """Ask which run is to be put right; a tap, or its day and size typed, does it."""
    draft.kind = "clarify"
    draft.pending = WHICH_RUN
    draft.say("log.which_right" if fact.fit else "log.which_right_none")
    for run in fact.runs:
        label = f"{formatting.day(run.on_date)}, {details(draft, run, w)[0].text}"
        draft.choice(label, f"v1:right:{run.run_id}")


def _storage(draft: Draft, fact: StorageExplained, w: Workings) -> None:
    """Say what is kept of a run and what is not, and how the one told just before stands."""
    draft.say("own.storage")
    lately = any(RUN_IDS in one.entities for one in w.memory.exchanges[-_LATELY:])
    if fact.run is not None and lately:
        draft.say("own.storage_run", run=join(details(draft, fact.run, w), ", "))


def _trend(draft: Draft, fact: WeightTrend, w: Workings) -> None:
    if any(w.of(WeighInsWithoutDays)):
        draft.say("own.trend_needs")
        return
    if fact.loss is None:
        _no_trend(draft, fact)
        return
    days = (fact.weigh_ins[0].on_date - fact.weigh_ins[-1].on_date).days
    span = phrase(formatting.horizon(days), _WEIGH_IN)
    direction = _direction(fact.loss)
    draft.say(
        f"own.trend_{direction}",
        figure=draft.figure(_as_gain(fact.loss) if direction == "up" else fact.loss, "you"),
        span=span,
        count=phrase(str(len(fact.weigh_ins)), _WEIGH_IN),
    )
    draft.button("how", "v1:how")


def _as_gain(loss: Estimate) -> Estimate:
    return replace(loss, name="weight_gain_kg", value=-loss.value, low=-loss.high, high=-loss.low)


def _direction(loss: Estimate) -> str:
    return "down" if loss.low > 0 else "up" if loss.high < 0 else "open"


def _no_trend(draft: Draft, fact: WeightTrend) -> None:
    """Say what the trend still needs, and what the weigh-ins there are say by themselves."""
    if not fact.weigh_ins:
        draft.say("log.no_weigh_ins")
        draft.say("own.trend_needs")
        return
    days = (fact.weigh_ins[0].on_date - fact.weigh_ins[-1].on_date).days
    again = any(map(draft.was_worded, draft.texts.wordings("own.trend_few")))
    if again:
        draft.say("own.trend_needs")
    elif not fact.enough:
        count = "own.trend_few_one" if days == 0 else "own.trend_few"
        draft.say(count, count=phrase(str(len(fact.weigh_ins)), _WEIGH_IN), days=phrase(str(days), _WEIGH_IN))
        _ends(draft, fact.weigh_ins)
    if not again:
        _week_means(draft, fact.weigh_ins)
    if fact.missing:
        still_needed(draft, "own.trend_body", fact.missing)


def _ends(draft: Draft, weigh_ins: Sequence[WeighIn]) -> None:
    """Say what the last weigh-in is above or below the first, which is no trend."""
    change = weigh_ins[0].weight_kg - weigh_ins[-1].weight_kg
    if len(weigh_ins) < 2 or abs(change) < _SAME_WEIGHT_KG:
        return
    draft.say(
        "own.ends_up" if change > 0 else "own.ends_down",
        change=phrase(formatting.mass_lost(abs(change), draft.units), _WEIGH_IN),
        since=phrase(formatting.day(weigh_ins[-1].on_date), _WEIGH_IN),
    )


def _week_means(draft: Draft, weigh_ins: Sequence[WeighIn]) -> None:
    """Say the mean of the newest seven days, beside that of the seven before where there is one."""
    last = weigh_ins[0].on_date
    newest = [one.weight_kg for one in weigh_ins if last - one.on_date < _WEEK]
    before = [one.weight_kg for one in weigh_ins if _WEEK <= last - one.on_date < 2 * _WEEK]
    if len(newest) < 2:
        return
    mean = phrase(formatting.weighed(fmean(newest), draft.units), _WEIGH_IN)
    count = phrase(str(len(newest)), _WEIGH_IN)
    if len(before) < 2:
        draft.say("own.week_mean", mean=mean, count=count)
        return
    earlier = phrase(formatting.weighed(fmean(before), draft.units), _WEIGH_IN)
    draft.say("own.week_means", mean=mean, count=count, earlier=earlier)


def _change(draft: Draft, fact: WeightChange, library: Library) -> None:
    """Set a change beside what weight swings by itself, and say what would tell them apart."""
    if fact.newest is None or fact.earlier is None:
        draft.say("own.change_one")
    else:
        change = fact.newest.weight_kg - fact.earlier.weight_kg
        draft.say(
            "own.change_up" if change > 0 else "own.change_down",
            change=phrase(formatting.mass_lost(abs(change), draft.units), _WEIGH_IN),
            since=phrase(formatting.day(fact.earlier.on_date), _WEIGH_IN),
        )
    quote_fitting(draft, library, *_SWINGS)
    draft.new_paragraph()
    draft.say("own.trend_needs")


def _days(draft: Draft, fact: DaysCompared, w: Workings) -> None:
    """Put two days side by side, and say which was quicker where both were timed."""
    for day, runs in zip(fact.days, fact.runs, strict=True):
        on = phrase(formatting.day(day), "said")
        if not runs:
            draft.say("own.day_none", day=on)
            draft.new_paragraph()
        for run in runs:
            draft.say("log.item", run=join(details(draft, run, w), ", "))
            draft.new_paragraph()
    first, second = (_pace(runs) for runs in fact.runs)
    if first is None or second is None:
        return
    apart = abs(first - second)
    if apart < _SAME_PACE_S:
        draft.say("own.day_same_pace")
        return
    quicker = fact.days[0] if first < second else fact.days[1]
    by = phrase(formatting.pace(apart, draft.units), "record:runs")
    draft.say("own.day_quicker", day=phrase(formatting.day(quicker), "said"), by=by)


def _pace(runs: Sequence[Run]) -> float | None:
    """Return the mean pace of the timed runs of a day, None without one. [s/km]"""
    sized = [(run.distance_m, run.duration_s) for run in runs if run.distance_m and run.duration_s]
    if not sized:
        return None
    return pace_s_per_km(distance_m=sum(m or 0.0 for m, _ in sized), duration_s=sum(s or 0.0 for _, s in sized))


def _ask_days(draft: Draft, fact: WeighInsWithoutDays) -> None:
    draft.kind = "clarify"
    draft.pending = WEIGH_IN_DAYS
    draft.say("own.ask_days", items=_items(draft, fact.weigh_ins))
    draft.button("yes", "v1:say:yes")
    draft.button("no", "v1:say:no")


def keep_daily(draft: Draft, w: Workings) -> None:
    """Stage the weights of the open question, one a day up to the day they were told."""
    asked = w.thread.asked
    weights = asked.entities.get("weights_kg", ()) if asked is not None else ()
    fact = without_days(w, weights)
    if not isinstance(fact, WeighInsWithoutDays) or not fact.weigh_ins:
        draft.say("coach.no_heard")
        return
    *earlier, newest = fact.weigh_ins
    for one in earlier:
        keep_weigh_in(w, one)
    remember(w, {"weight_kg": newest.weight_kg}, weighed_on=newest.on_date)
    weigh_ins_kept(draft, fact.weigh_ins, w)


def weigh_ins_kept(draft: Draft, weigh_ins: Sequence[WeighIn], w: Workings) -> None:
    """Confirm several weigh-ins in one line."""
    confirm(draft, w)
    draft.say("own.weighed_several", items=_items(draft, sorted(weigh_ins, key=lambda one: one.on_date)))


def _items(draft: Draft, weigh_ins: Sequence[WeighIn]) -> Phrase:
    return join(
        [
            draft.texts.say(
                "log.weigh_in",
                day=phrase(formatting.day(one.on_date), _WEIGH_IN),
                weight=phrase(formatting.weighed(one.weight_kg, draft.units), _WEIGH_IN),
            )
            for one in weigh_ins
        ],
        ", ",
    )


def _ask_to_empty(draft: Draft, fact: LogToEmpty) -> None:
    draft.kind = "clarify"
    draft.pending = emptying.slot(fact.what)
    counted = [
        draft.texts.say(f"own.stored_{name}", n=phrase(str(number), "record:runs"))
        for name, number in (("runs", fact.runs), ("weigh_ins", fact.weigh_ins))
        if number
    ]
    stored = counted[0] if len(counted) == 1 else draft.texts.say("talk.and", first=counted[0], last=counted[1])
    draft.say("own.ask_empty", stored=stored)
    draft.button("yes", "v1:say:yes")
    draft.button("no", "v1:say:no")
