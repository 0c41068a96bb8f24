"""The 2024 Adult Compendium of Physical Activities: the rows we hold, as data, and sessions from them.

1 MET counts as 1 kcal per kilogram and hour, gross. Rows whose value could not be confirmed are left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.errors import ArgumentError


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity:
    """One row of the Compendium."""

    code: str
    """Five digits, leading zero kept."""
    met: float
    name: str


def _rows(*rows: tuple[str, float, str]) -> dict[str, Activity]:
    return {code: Activity(code=code, met=met, name=name) for code, met, name in rows}


COMPENDIUM = {
    # Running
    **_rows(
        ("12010", 6.0, "jog and walk mixed"),
        ("12020", 7.5, "jogging, self-selected pace"),
        ("12025", 4.8, "jogging in place"),
        ("12026", 3.3, "jogging 2.6-3.7 mph"),
        ("12027", 4.5, "jogging on a mini-trampoline"),
        ("12028", 6.5, "running 4.0-4.2 mph"),
        ("12029", 7.8, "running 4.3-4.8 mph"),
        ("12030", 8.5, "running 5.0-5.2 mph"),
        ("12045", 9.0, "running 5.5-5.8 mph"),
        ("12050", 9.3, "running 6.0-6.3 mph"),
        ("12060", 10.5, "running 6.7 mph"),
        ("12070", 11.0, "running 7 mph"),
        ("12080", 11.8, "running 7.5 mph"),
        ("12090", 12.0, "running 8 mph"),
        ("12100", 12.5, "running 8.6 mph"),
        ("12110", 13.0, "running 9 mph"),
        ("12115", 14.8, "running 9.3-9.6 mph"),
        ("12120", 14.8, "running 10 mph"),
        ("12130", 16.8, "running 11 mph"),
        ("12132", 18.5, "running 12 mph"),
        ("12134", 19.8, "running 13 mph"),
        ("12135", 23.0, "running 14 mph"),
        ("12140", 9.3, "running cross country"),
        ("12145", 10.5, "running, self-selected pace"),
        ("12150", 8.0, "running, general"),
        ("12190", 8.0, "running, pushing a wheelchair or child"),
        ("12260", 13.3, "running uphill 6 mph, 5 %"),
        ("12352", 5.8, "running downhill -10 to -15 %, 5.0-5.9 mph"),
        ("12353", 7.5, "running downhill -10 to -15 %, 6.0-6.9 mph"),
        ("12355", 9.0, "running downhill -10 to -15 %, 7.0-8.9 mph"),
        ("12358", 9.3, "running downhill -3 to -9 %, 6.0-7.9 mph"),
        ("12405", 5.3, "running on a curved treadmill 3-3.9 mph"),
        ("12408", 6.5, "running on a curved treadmill 4-4.9 mph"),
        ("12508", 8.5, "running with a 1-3 kg pack, 5 mph"),
        ("12510", 9.5, "running with a 1-3 kg pack, 6 mph"),
        ("12512", 9.8, "running with a 1-3 kg pack, 7 mph"),
        ("12555", 7.8, "running barefoot 3.5-5.9 mph"),
        ("12585", 8.0, "running with a stroller indoors, 5 mph"),
        ("12588", 9.0, "running with a stroller indoors, 6 mph"),
    ),
    # Walking
    **_rows(
        ("17010", 7.0, "hiking with a backpack"),
        ("17012", 7.8, "hiking with a daypack"),
        ("17034", 5.3, "climbing hills, 1-5 %"),
        ("17035", 7.0, "climbing hills, 6-10 %"),
        ("17036", 8.8, "climbing hills, 11-20 %"),
        ("17070", 3.5, "walking down stairs"),
        ("17080", 6.0, "hiking cross country"),
        ("17082", 5.3, "hiking at a normal pace"),
        ("17131", 6.8, "climbing stairs, general"),
        ("17133", 4.5, "climbing stairs, slow"),
        ("17134", 9.3, "climbing stairs, fast"),
        ("17136", 7.5, "climbing stairs, two at a time"),
        ("17151", 2.3, "walking slower than 2.0 mph"),
        ("17152", 2.8, "walking 2.0-2.4 mph"),
        ("17170", 3.0, "walking 2.5 mph"),
        ("17190", 3.8, "walking 2.8-3.4 mph"),
        ("17200", 4.8, "walking 3.5-3.9 mph"),
        ("17220", 5.5, "walking 4.0-4.4 mph"),
        ("17230", 7.0, "walking 4.5-4.9 mph"),
        ("17231", 8.5, "walking 5.0-5.5 mph"),
        ("17260", 4.8, "walking on grass"),
        ("17262", 4.5, "walking on a field or sand"),
        ("17302", 4.3, "Nordic walking"),
        ("17343", 2.3, "treadmill walking 1.0 mph"),
        ("17346", 2.8, "treadmill walking 1.2-1.9 mph"),
        ("17349", 3.0, "treadmill walking 2.0-2.4 mph"),
        ("17352", 3.5, "treadmill walking 2.5-2.9 mph"),
        ("17355", 3.8, "treadmill walking 3.0-3.4 mph"),
        ("17358", 4.8, "treadmill walking 3.5-3.9 mph"),
        ("17361", 5.8, "treadmill walking 4.0-4.4 mph"),
        ("17364", 6.8, "treadmill walking 4.5-4.9 mph"),
        ("17367", 8.3, "treadmill walking 5.0-5.5 mph"),
    ),
    # Strength and conditioning; rests count only as far as the study's sessions held them
    **_rows(
        ("02020", 7.5, "calisthenics, vigorous"),
        ("02022", 3.8, "calisthenics, moderate"),
        ("02024", 2.8, "calisthenics, light"),
        ("02032", 6.0, "body-weight circuit"),
        ("02034", 3.5, "circuit training, light"),
        ("02035", 5.0, "circuit training, moderate"),
        ("02040", 7.5, "kettlebell circuit"),
        ("02048", 5.0, "elliptical trainer, moderate"),
        ("02049", 9.0, "elliptical trainer, vigorous"),
        ("02050", 6.0, "weight lifting, vigorous"),
        ("02052", 5.0, "squats or deadlifts, slow or explosive"),
        ("02054", 3.5, "weight training, several exercises, 8-15 repetitions"),
        ("02056", 3.0, "body-weight resistance (squat, lunge), general"),
        ("02057", 6.5, "body-weight resistance, high intensity"),
        ("02058", 9.8, "kettlebell swings"),
        ("02065", 9.3, "stair machine"),
        ("02068", 11.0, "rope skipping"),
        ("02071", 5.0, "rowing machine, under 100 W"),
        ("02072", 7.5, "rowing machine, 100-149 W"),
        ("02073", 11.0, "rowing machine, 150-199 W"),
        ("02101", 2.3, "stretching"),
        ("02103", 1.8, "Pilates on a mat"),
        ("02105", 2.8, "Pilates, general"),
        ("02150", 2.3, "yoga, Hatha"),
        ("02155", 3.0, "yoga, hot"),
        ("02160", 4.0, "yoga, power"),
        ("02175", 2.3, "yoga, general"),
        ("02180", 3.5, "yoga, sun salutation"),
        ("02210", 7.0, "HIIT, moderate"),
        ("02214", 11.0, "HIIT, burpees or Tabata"),
        ("02340", 2.8, "sit-to-stand, slow"),
        ("02344", 4.0, "sit-to-stand, fast"),
    ),
    # Cycling and swimming
    **_rows(
        ("01014", 7.0, "cycling, general"),
        ("01018", 3.5, "cycling 5.5 mph"),
        ("01019", 5.8, "cycling 9.4 mph"),
        ("01020", 6.8, "cycling 10-11.9 mph"),
        ("01030", 8.0, "cycling 12-13.9 mph"),
        ("01040", 10.0, "cycling 14-15.9 mph"),
        ("01050", 12.0, "cycling 16-19 mph"),
        ("01060", 16.8, "cycling over 20 mph"),
        ("01214", 4.0, "stationary bike, 50 W"),
        ("01218", 5.8, "stationary bike, 70-80 W"),
        ("01220", 6.0, "stationary bike, 90-100 W"),
        ("01224", 6.8, "stationary bike, 101-125 W"),
        ("01228", 8.0, "stationary bike, 126-150 W"),
        ("01232", 10.3, "stationary bike, 151-199 W"),
        ("01270", 9.0, "spin class"),
        ("01305", 8.8, "HIIT on a bike"),
        ("18230", 9.8, "swimming laps, fast"),
        ("18240", 5.8, "swimming laps, slow"),
        ("18255", 4.8, "swimming backstroke, recreational"),
        ("18265", 5.3, "swimming breaststroke, recreational"),
        ("18290", 8.0, "swimming crawl, medium"),
        ("18310", 6.0, "swimming, leisurely"),
    ),
}
FAST_WALK = COMPENDIUM["17230"]
FASTER_WALK = COMPENDIUM["17231"]


def activity(code: str) -> Activity:
    """Return a row by its code.

    Raises:
        ArgumentError: If the code is not one of the rows held here.
    """
    row = COMPENDIUM.get(code)
    if row is None:
        raise ArgumentError("code", code, "a five-digit Compendium code held here, for example 12020")
    return row


def compendium_met(*, code: str) -> float:
    """Return the METs of a row, gross."""
    return activity(code).met


def met_kcal(*, met: float, mass_kg: float, duration_min: float) -> float:
    """Return the gross energy of a session in METs [kcal]."""
    return met * mass_kg * duration_min / 60.0
