"""The catalogue's equations of energy: power, oxygen, heart rate, air, and what is made of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.science import arguments as arg
from bot.science import bounds, heart_rate, oxygen, running, surface, uncertainty, walking
from bot.science import references as ref
from bot.science.arguments import Argument, Items, Number, number
from bot.science.bounds import Bound
from bot.science.compensation import effective_energy_deficit
from bot.science.method import Outcome, many, one
from bot.science.pricing import net_from_gross

_VO2 = number(1.0, 100.0, "ml/kg/min")
_KCAL_PER_L = number(4.6, 5.1, "kcal/l")
_SAVING = number(-0.3, 0.3, "(share of the oxygen uptake)")
_UP_GRADE = number(-0.05, 0.5, "(rise over run)")
_ONLY_GRADE: dict[str, Argument] = {"grade_frac": arg.GRADE}
_RUN_AT: dict[str, Argument] = {"speed_m_s": arg.RUN_SPEED, **_ONLY_GRADE}
_WALK_AT: dict[str, Argument] = {"speed_m_s": arg.WALK_SPEED, **_ONLY_GRADE}
_MOVING_WALK_AT: dict[str, Argument] = {"speed_m_s": arg.MOVING_WALK_SPEED, **_ONLY_GRADE}
_VO2_ON: dict[str, Argument] = {"vo2_ml_kg_min": _VO2, "grade_frac": _UP_GRADE}
_HEART: dict[str, Argument] = {
    "sex": arg.SEX,
    "hr_bpm": Number(bound=bounds.HEART_RATE_BPM),
    "mass_kg": arg.MASS,
    "age_y": arg.AGE,
}
_AIR: dict[str, Argument] = {
    "speed_m_s": arg.RUN_SPEED,
    "mass_kg": arg.MASS,
    "cda_m2": number(0.1, 1.0, "m2"),
    "air_density_kg_m3": number(0.5, 1.5, "kg/m3"),
}


def _acsm_distance(speed: Argument) -> dict[str, Argument]:
    return {"mass_kg": arg.MASS, "speed_m_s": speed, "distance_m": arg.DISTANCE, "kcal_per_l_o2": _KCAL_PER_L}


_RE3_FITTED = {"speed_m_s": Bound(low=1.8, high=5.5, unit="m/s")}
_LCDA_FITTED = {
    "speed_m_s": Bound(low=0.0, high=1.96, unit="m/s"),
    "grade_frac": Bound(low=-0.40, high=0.45, unit="(rise over run)"),
}
_MINETTI_FITTED = {"grade_frac": Bound(low=-0.45, high=0.45, unit="(rise over run)")}
_KIPP_FITTED = {"speed_m_s": Bound(low=1.8, high=6.0, unit="m/s")}
_KEYTEL_FITTED = {
    "mass_kg": Bound(low=47.0, high=120.0, unit="kg"),
    "age_y": Bound(low=18.0, high=45.0, unit="years"),
}
_RE3 = ref.lines(ref.RE3_LEVEL, ref.RE3_GRADED)
_LCDA, _ACSM, _KIPP = ref.LCDA.line, ref.ACSM.line, ref.KIPP.line


def _band(**inputs: float) -> Outcome:
    return Outcome(outputs=uncertainty.uncertainty_band(**inputs))


def _combined(*, kcal: float, sd_method_frac: float, sd_inputs_frac: Sequence[float]) -> Outcome:
    return Outcome(
        outputs=uncertainty.uncertainty_band_combined(
            kcal=kcal, sd_method_frac=sd_method_frac, sd_inputs_frac=sd_inputs_frac
        )
    )


_VO2_OUT, _COST_OUT = "gross_vo2_ml_kg_min", "net_cost_j_kg_m"
ENERGY_METHODS = (
    one(running.re3_run_power, "power_w_kg", _RE3, _RUN_AT, fitted=_RE3_FITTED, sd_frac=lambda: surface.ROAD.run_sd),
    one(
        walking.lcda_walk_power,
        "power_w_kg",
        _LCDA,
        _WALK_AT,
        fitted=_LCDA_FITTED,
        sd_frac=lambda: surface.ROAD.walk_sd,
    ),
    one(running.re3_run_kcal_kg_h, "gross_kcal_kg_h", _RE3, _RUN_AT, fitted=_RE3_FITTED),
    one(walking.lcda_walk_kcal_kg_h, "gross_kcal_kg_h", _LCDA, _WALK_AT, fitted=_LCDA_FITTED),
    one(running.re3_grade_ratio, "ratio_to_level", _RE3, _RUN_AT, fitted=_RE3_FITTED),
    one(surface.re3_run_net_standing_cost, _COST_OUT, _RE3, _RUN_AT, fitted=_RE3_FITTED),
    one(walking.lcda_walk_net_standing_cost, _COST_OUT, _LCDA, _MOVING_WALK_AT, fitted=_LCDA_FITTED),
    one(
        running.re3_population_mean_power,
        "power_w_kg",
        _RE3,
        {"mean_speed_m_s": arg.RUN_SPEED, "sd_speed_m_s": number(0.0, 3.0, "m/s"), "grade_frac": arg.GRADE},
    ),
    one(
        surface.run_over_walk_energy_ratio,
        "ratio_run_over_walk",
        ref.lines(ref.RE3_LEVEL, ref.LCDA),
        {"distance_m": arg.DISTANCE, "run_speed_m_s": arg.RUN_SPEED, "walk_speed_m_s": arg.MOVING_WALK_SPEED},
    ),
    one(running.minetti_run_cost, _COST_OUT, ref.MINETTI.line, _ONLY_GRADE, fitted=_MINETTI_FITTED),
    one(walking.minetti_walk_cost, _COST_OUT, ref.MINETTI.line, _ONLY_GRADE, fitted=_MINETTI_FITTED),
    one(
        running.acsm_run_vo2,
        _VO2_OUT,
        _ACSM,
        {"speed_m_min": number(30.0, 480.0, "m/min"), "grade_frac": arg.GRADE},
        fitted={"speed_m_min": Bound(low=134.0, high=480.0, unit="m/min")},
    ),
    one(
        walking.acsm_walk_vo2,
        _VO2_OUT,
        _ACSM,
        {"speed_m_min": number(0.0, 180.0, "m/min"), "grade_frac": arg.GRADE},
        fitted={"speed_m_min": Bound(low=50.0, high=100.0, unit="m/min")},
    ),
    one(running.acsm_run_speed_for_vo2, "speed_m_min", _ACSM, _VO2_ON),
    one(walking.acsm_walk_speed_for_vo2, "speed_m_min", _ACSM, _VO2_ON),
    one(running.acsm_run_distance_kcal, "gross_kcal", _ACSM, _acsm_distance(arg.RUN_SPEED)),
    one(walking.acsm_walk_distance_kcal, "gross_kcal", _ACSM, _acsm_distance(arg.MOVING_WALK_SPEED)),
    one(
        oxygen.acsm_leg_cycle_vo2,
        _VO2_OUT,
        _ACSM,
        {"work_rate_kgm_min": number(0.0, 5000.0, "kgm/min"), "mass_kg": arg.MASS},
        fitted={"work_rate_kgm_min": Bound(low=300.0, high=1200.0, unit="kgm/min")},
    ),
    one(
        oxygen.acsm_step_vo2,
        _VO2_OUT,
        _ACSM,
        {"step_rate_per_min": number(1.0, 100.0, "steps/min"), "step_height_m": number(0.02, 0.6, "m")},
    ),
    one(running.kipp_2019_vo2, _VO2_OUT, _KIPP, {"speed_m_s": arg.RUN_SPEED}, fitted=_KIPP_FITTED),
    one(
        running.kipp_2019_speed_gain_pct,
        "speed_gain_pct",
        _KIPP,
        {"speed_m_s": arg.RUN_SPEED, "metabolic_saving_frac": _SAVING},
        fitted=_KIPP_FITTED,
    ),
    one(
        running.kipp_2019_marathon_time_min,
        "new_time_min",
        _KIPP,
        {"marathon_time_min": number(90.0, 1200.0, "min"), "metabolic_saving_frac": _SAVING},
    ),
    one(
        oxygen.vo2_to_kcal,
        "gross_kcal",
        _ACSM,
        {"vo2_ml_kg_min": _VO2, "mass_kg": arg.MASS, "duration_min": arg.MINUTES, "kcal_per_l_o2": _KCAL_PER_L},
    ),
    one(
        oxygen.weir_kcal_min,
        "kcal_min",
        ref.WEIR.line,
        {"vo2_l_min": number(0.05, 10.0, "l/min"), "vco2_l_min": number(0.05, 12.0, "l/min")},
    ),
    one(
        heart_rate.keytel_hr,
        "gross_kcal_min",
        ref.KEYTEL.line,
        _HEART,
        fitted=_KEYTEL_FITTED,
        sd_frac=lambda: heart_rate.RULE.sd,
    ),
    one(
        heart_rate.keytel_hr_vo2max,
        "gross_kcal_min",
        ref.KEYTEL.line,
        {**_HEART, "vo2max_ml_kg_min": Number(bound=bounds.VO2MAX_ML_KG_MIN)},
        fitted=_KEYTEL_FITTED,
        sd_frac=lambda: heart_rate.RULE.sd_with_vo2max,
    ),
    one(surface.air_drag_pct, "extra_metabolic_pct", ref.DA_SILVA.line, _AIR),
    one(
        net_from_gross,
        "net_kcal",
        "definition: net = gross - RMR/1440 x minutes",
        {"gross_kcal": arg.KCAL, "rmr_kcal_day": arg.RMR, "duration_min": arg.MINUTES},
    ),
    many(
        "uncertainty_band",
        _band,
        ("low_kcal", "high_kcal"),
        "normal interval",
        {"kcal": arg.KCAL, "sd_frac": number(0.0, 1.0), "z": number(0.0, 5.0)},
    ),
    many(
        "uncertainty_band_combined",
        _combined,
        ("sd_frac", "low_kcal", "high_kcal"),
        "quadrature sum of independent relative SDs",
        {
            "kcal": arg.KCAL,
            "sd_method_frac": number(0.0, 1.0),
            "sd_inputs_frac": Items(of=number(0.0, 1.0), shortest=0, longest=100),
        },
    ),
    one(
        effective_energy_deficit,
        "effective_kcal",
        ref.CAREAU.line,
        {"exercise_net_kcal": arg.KCAL, "compensation_frac": number(-2.0, 2.0)},
    ),
)
