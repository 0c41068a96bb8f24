"""Read how hard a speed is, asked in METs or in oxygen: "how many mets is running at 10 km/h", "and at 5:00/km?"."""

from __future__ import annotations

from typing import Any, Final

from bot.nlu.frame import Context, Frame
from bot.nlu.pattern import Pattern
from bot.nlu.run_size import run_size, walks
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM

_UNIT: Final = r"(?:mets?|met[- ]values?|metabolic equivalents?|ml ?/ ?kg ?/ ?min|ml per kg(?: per| a| and)? min\w*)"
_ASKS: Final = Pattern(
    rf"\b(?:how (?:many|much|hard)|what|whats|which|give me|in|is)\b[^.!]{{0,40}}\b{_UNIT}(?!\w)|^(?:the )?{_UNIT}\b"
    r"|\b(?:oxygen|o2|vo2) (?:cost|uptake|demand|consumption)\b|\bvo2 (?:at|of|for) (?:running|walking|jogging|\d)"
)
_IN_OTHERS: Final = Pattern(
    rf"\b(?:whats|what is|what|how (?:much|many)|and|in|as)\b[^.!]{{0,16}}\b{_UNIT}(?!\w)|\bacsm\b(?!.*\bwhy\b)"
)
_GLUE: Final = frozenset(
    "and so ok but then what whats is are was would will does do it that this the those in as how many much give gives "
    "get make makes acsm equation line formula for at same speed pace mets met value values oxygen vo ml kg min per a "
    "an now please one".split()
)
"""What may stand beside a unit where the speed is that of before."""
_WORD: Final = Pattern(r"[a-z]+")
_ONWARDS: Final = Pattern(
    r"^(?:(?:and|so|ok|what about|how about|or|then|at|for|same|if|walking|running|jogging|with)[ ,]*)+"
)
_LONGEST_ONWARDS: Final = 10


def read_intensity(said: Utterance, context: Context) -> list[Frame]:
    """Return the question how hard a speed is as a `log_query` of measure `intensity`; empty if none is asked.

    Entities: `speed_m_s`, what it was `told_in` and `gait`; what is left out is that of such a question before.
    """
    text = said.digits
    before = context.last_entities if context.last_entities.get("measure") == "intensity" else {}
    sizes, _ = run_size(said)
    told: dict[str, Any] = {}
    if pace := sizes.get("pace_s_per_km"):
        told = {"speed_m_s": METRES_PER_KM / pace, "told_in": "min/km"}
    elif speed := sizes.get("speed_m_s"):
        told = {"speed_m_s": speed, "told_in": "km/h"}
    asks = _ASKS.search(text) is not None
    onwards = bool(before) and len(text.split()) <= _LONGEST_ONWARDS
    again = onwards and _IN_OTHERS.search(text) is not None and all(one in _GLUE for one in _WORD.findall(text))
    varied = onwards and bool(told) and _ONWARDS.match(text) is not None
    if said.has("heart_rate", "distance", "energy") or not (again or varied or (asks and told)):
        return []
    gait = "walk" if walks(said.words) else "run" if asks and told else str(before.get("gait", "run"))
    kept = {} if told else {name: before[name] for name in ("speed_m_s", "told_in") if name in before}
    entities = {"measure": "intensity", **kept, **told, "gait": gait}
    return [Frame(intent="log_query", entities=entities, follow_up=again or varied)]
