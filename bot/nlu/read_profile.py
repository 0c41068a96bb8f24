"""Read what people tell about themselves: body, place, units, goal, day, running so far."""

from __future__ import annotations

import re

from bot.nlu.body_words import body_facts
from bot.nlu.cues import PAST_RUN, is_question
from bot.nlu.frame import Ask, Frame
from bot.nlu.pattern import Pattern
from bot.nlu.places import named_place
from bot.nlu.read_storage import mixes_units
from bot.nlu.untold import own_words
from bot.nlu.utterance import Utterance

_WISH = (
    r"\b(?:want|wanna|like|love|hoping|hope|trying|try|goal|need|aim|aiming|looking|prefer|wish|after|rather"
    r"|here to|keen|mostly|mainly|just|desperate|dream|plan is|please)\b"
)
_SEAT = r"(?:bum|butt|booty|glutes?|bottom|backside|behind|arse|ass|rear|peach|hips|derriere|tush|hiney|fanny|cheeks)"
_SMALLER = Pattern(
    rf"{_WISH}[^.?!\n]{{0,40}}\b(?:smaller|slimmer|thinner|slim(?: down)?|leaner|skinnier|tinier|flatter|tighter"
    r"|(?:lose|losing|drop|dropping|shed|shift|burn|get rid of|reduce|trim)(?: (?:off|down|all|some|a|bit|of|little"
    rf"|my|the|more|this|extra|stubborn))* (?:weight|fat|belly|inches|tummy|{_SEAT}|body ?fat|bulk|flab|pounds|kilos"
    rf"|thighs|lbs|love handles|muffin top|gut)|shrink|lose weight|drop a (?:dress )?size|less (?:of a )?{_SEAT}"
    r"|tone(?:d)?(?: up)?|lean out)\b"
    r"|^(?:to )?(?:be |get |have a )?(?:smaller|slimmer|lose weight|lose fat|weight loss|fat loss|slim down"
    rf"|shrink it|leaner)(?: {_SEAT})?(?: please)?\W*$"
    r"|\bgoal(?: is)?:?(?: (?:basically|mainly|mostly|just|simply|really))* (?:weight loss|fat loss|to lose"
    rf"|(?:less|a smaller|a flatter|no) (?:belly|tummy|fat|weight|waist|{_SEAT}))"
)
_FULLER = Pattern(
    rf"\bdont want to (?:lose|shrink)(?: \w+){{0,2}} {_SEAT}|{_WISH}[^.?!\n]{{0,40}}\b(?:(?:bigger|fuller|rounder"
    r"|larger|curvier|thicker|perkier|peachier|juicier|shapelier|nicer|more of a|lifted|firmer"
    rf"|plumper)(?: [a-z]+)? {_SEAT}|(?:them|it|these|my (?:legs|thighs|calves|hips)) (?:to (?:be|get"
    rf"|look) )?(?:bigger|thicker|fuller|rounder)|(?:grow|build|gain|lift|plump|enlarge|add|increase|keep|maintain"
    rf"|not lose"
    rf"|dont want to lose|without losing)(?: (?:up|out|my|the|some|a|bigger|size|of|bit|to))* (?:{_SEAT}|curves)"
    r"|curvier|curves|fuller|rounder)\b"
    rf"|^(?:to )?(?:be |get |have a )?(?:bigger|fuller|rounder|curvier|larger)(?: {_SEAT})?(?: please)?\W*$"
)
_FITTER = Pattern(
    rf"(?:{_WISH}|\bi)[^.?!\n]{{0,40}}\b(?:(?:get|getting|be|become|feel|feeling|being)(?: (?:a bit|more|much|really"
    r"|back))* (?:fitter|fit|healthy|healthier|faster|stronger|in(?:to)? shape)|fitter|fitness|stamina|endurance"
    r"|more energy|be able to run|run (?:faster|further|farther|longer)|improve my (?:time|pace|running|health"
    r"|fitness|stamina))\b"
    r"|^(?:just )?(?:to )?(?:be |get |getting )?(?:fitter|fit|healthier|faster|stronger|fitness)(?: please)?\W*$"
)
_UNWISHED = Pattern(
    r"\b(?:(?:dont|do not|didnt|never|no longer|not) (?:really |even |actually |gonna )?(?:want\w*|wanna|wish|need|like"
    r"|try\w*"
    r"|look\w*|aim\w*|keen|hoping|here)\b|no (?:wish|need|desire|plan)\b)[^,.;!?\n]*?(?=\b(?:but|just|only|rather"
    r"|instead|i want|id like|i need)\b|[,.;!?\n]"
    r"|$)"
)
"""A wish that is denied: "i dont want a smaller bum" is no wish for one."""
_KEEPS_IT = Pattern(r"\b(?:los(?:e|ing)|shrink\w*)\b(?! (?:any |more |too much )?(?:weight|fat))")
_DENIED = Pattern(r"\b(?:not|never|no longer|isnt|wasnt|dont|doesnt|nor|hardly)\b[^,.;]{0,16}$")
"""What stands behind it is said not to be so."""
_ACTIVITY = {
    "desk": Pattern(
        r"\b(?:desk job|office job|office work(?:er)?|desk[- ]based|desk bound|sit(?:ting)?(?: down)?(?: at (?:a"
        r"|my) (?:desk|computer|screen))?(?: for)? (?:all day|most of the day|\d+ hours)|sit at (?:a|my) (?:desk"
        r"|computer)|work (?:at|in) (?:a|an|the) (?:desk|office|computer)|work from home|wfh"
        r"|(?<!versus )(?<!vs )(?<!than )(?<!or )(?<!and )sedentary(?! (?:people|men|women|controls?"
        r"|groups?|subjects|adults|ones))|at a desk"
        r"|(?:software|it) (?:engineer|developer)|programmer|accountant|call cent(?:re|er)|(?:bus|truck|lorry|taxi"
        r"|cab) driver)\b"
    ),
    "on_feet": Pattern(
        r"\b(?:on my feet|stand(?:ing)?(?: up)? all day|walk around all day|im a (?:busy |full time "
        r"|part time )?(?:nurse|waitress|waiter|teacher|chef|barista|hairdresser|shop assistant|cleaner|bartender"
        r"|cashier|carer|midwife|vet|postman|postwoman|postie)|work in (?:retail|a shop|a kitchen|a bar|a restaurant"
        r"|a pub|a cafe|hospitality)|(?:nurse|waitress|barista|teacher) here)\b"
    ),
    "heavy": Pattern(
        r"\b(?:manual (?:job|work|labou?r)|heavy (?:job|work|lifting at work|labou?r)|im a (?:builder|farmer|roofer"
        r"|bricklayer|labou?rer|landscaper|removal man|mover|lumberjack|scaffolder)|work (?:on (?:an? )?(?:farms?"
        r"|(?:building|construction) sites?)|in construction|in a warehouse|construction)|(?:warehouse|factory|farm"
        r"|building site) (?:job|worker|work)|(?:shifts?|job"
        r"|working) (?:in|at) (?:an?|the) (?:warehouse|factory"
        r"|depot|quarry)|physical job|labou?ring job"
        r"|lift(?:ing)? (?:heavy )?(?:stuff|things|boxes|heavy loads) (?:all day|at work|in a warehouse|for work"
        r"|for a living))\b"
    ),
}
_UNITS = Pattern(
    r"\b(?:keep|stay|stick|use|using|show|prefer|switch|change|speak|give|talk|display|do this|do it|do everything"
    r"|everything|answer"
    r"|set|units?|please|i think|im|i use|work|numbers?|distances?|weights?|go|back to|only"
    r"|i do)\b(?:(?! remind)[^.?!\n\d]){0,32}\b(?P<unit>miles|imperial|pounds|lbs|stones?|feet and inches|metric|kms?"
    r"|kilomet(?:re|er)s|kilos?|kgs?|kilograms)\b"
    r"|^(?P<unit2>miles|imperial|metric|kilomet(?:re|er)s|pounds|kilos|kms?)(?:,? not \w+)?(?: (?:please|only|pls|units"
    r"|system"
    r"|for me))*\W*$"
)
_IMPERIAL = frozenset({"miles", "imperial", "pounds", "lbs", "stone", "stones", "feet and inches"})
_RUNS_NOW = Pattern(
    r"\b(?:already|currently|at the moment|usually|normally|presently|these days|right now|on average|typically|atm"
    r"|regularly|still|mostly|generally|averag(?:e|ing)|now)\b|\bi (?:\w+ ){0,2}(?:run|jog|do|cover|clock|log|average"
    r"|manage)\b|\bim (?:running|jogging|doing|on|up to|averaging|at)\b|\bmy (?:weekly|usual|current)\b"
    r"|\bweekly (?:mileage|distance|volume)\b"
)
_IMAGINED = Pattern(r"\b(?:when(?:ever)?|if|because|cause|unless|every time|days|that)(?: i| we)? ?$")
"""Words before "I don't run" that make it no report of how things are: "guilty when I don't run"."""
_NO_RUNS = Pattern(
    r"\b(?:i )?(?:dont|do not|never|dont currently|dont really|havent ever|have never|not) (?:really |currently "
    r"|actually )?(?:run|ran|running|jog|jogged|done any running)\b(?: (?:at all|yet|at the moment|now|currently"
    r"|before|in my life|anymore))?(?:$|[,.!;])|\b(?:total|complete|absolute|brand new|new|newbie|im a|im an absolute"
    r"|as a) (?:beginner|newbie|novice|runner newbie|to running)\b|\bnew to (?:running|this|jogging)\b"
    r"|\bjust starting (?:out|running)\b|\bnever (?:really |actually )?(?:run|ran|jogged)(?: before)?\b"
    r"|\bnot (?:currently |really )?(?:running|jogging)(?: anything)? (?:at all|at the moment|right now|now|yet"
    r"|currently)\b|\bused to run\b|\bcouch potato\b"
    r"|\bi run (?:0|zero|nothing|no)\b"
)
_FUTURE = Pattern(r"\b(?:want|going to|will|plan|planning|if i|would|should|could|aim|hoping|thinking|start|going)\b")
_HINT = Pattern(
    r"\d|\b(?:im|i|my|not|currently|usually|mostly|live|living|based|moved|moving|tz|time|use|never|beginner|newbie"
    r"|new to"
    r"|used to|dont|units?|miles"
    r"|metric|imperial|km|goal|want|female|male|woman|man|bloke|guy|desk|job)\b"
)
_TOWN_AND_COUNTRY = Pattern(
    r"^([a-z][a-z .'-]{1,30}), ?(?:uk|england|scotland|wales|(?:northern )?ireland|usa?|canada|australia|nz"
    r"|new zealand|germany|france"
    r"|spain|portugal|italy|india|netherlands|sweden|norway|denmark|poland|south africa)\W*$"
)
"""A whole message that names a place: "manchester, uk"."""
OF_ANOTHER = Pattern(
    r"\b(?:my|her|his|our|a) (?:best |little |big |old )?(?:friends?|mates?|mum|mom|dad|mother|father|sister|brother"
    r"|wife|husband|partner"
    r"|girlfriend|boyfriend|daughter|son|kids?|dog|cat|boss|colleague|neighbou?r|cousin|aunt|uncle|nan|gran|granny"
    r"|grandad|coach|trainer)\b"
    r"|\b(?:she|he|shes|hes|they|theyre)\b(?!/)"
)
_OF_ONESELF = Pattern(r"\b(?:i|im|ive|id|me|my (?:weight|height|age|waist))\b")
_PLACED = frozenset({"timezone", "country"})
_BARE_SEX = Pattern(r"^(?:im )?(?:an? )?(?:(?P<f>female|woman|girl|lady)|(?P<m>male|man|guy|bloke|boy))\W*$")


def profile_facts(said: Utterance, original: str) -> tuple[dict[str, float | str], Ask | None]:
    """Return every fact of the profile a clause tells, body first, and what must be asked.

    Args:
        said: The clause.
        original: The whole tidy message before typo repair, for names of places.
    """
    if not (_HINT.search(said.digits) or _TOWN_AND_COUNTRY.match(original)):
        return {}, None
    facts, ask = body_facts(said.saying(own_words(said.digits)))
    if not PAST_RUN.search(said.words):
        facts |= _running_now(said)
    if (
        ask is None
        and "runs_now_m_per_week" not in facts
        and said.has("weekly_duration")
        and not _FUTURE.search(said.words)
    ):
        ask = Ask(slot="runs_now_m_per_week") if _RUNS_NOW.search(said.words) else None
    town = _TOWN_AND_COUNTRY.match(original)
    if place := named_place(original) or named_place(said.words) or (town and named_place(town[1], bare=True)):
        if place.zone:
            facts["timezone"] = place.zone
        elif place.country:
            facts["country"] = place.country
            ask = ask or Ask(slot="time_zone")
    return facts, ask


def wishes(said: Utterance) -> dict[str, str]:
    """Return goal, kind of day and preferred units, where a clause states them."""
    found: dict[str, str] = {}
    text = said.words
    wished = _UNWISHED.sub(" ", text)
    kept = _UNWISHED.sub(lambda match: match[0] if _KEEPS_IT.search(match[0]) else " ", text)
    if _FULLER.search(kept):
        found["goal"] = "fuller"
    elif _SMALLER.search(wished):
        found["goal"] = "smaller"
    elif _FITTER.search(wished):
        found["goal"] = "fitter"
    for activity, pattern in _ACTIVITY.items():
        match = pattern.search(text)
        if match is not None and not _DENIED.search(text[: match.start()]):
            found["activity"] = activity
            break
    if units := preferred_units(text):
        found["units_pref"] = units
    return found


def preferred_units(text: str) -> str | None:
    """Return the unit system a tidy text asks to be used."""
    match = _UNITS.search(text)
    if match is None or mixes_units(text) or re.search(r"\b(?:ran|run|walk|lose|lost|weigh)\b", text):
        return None
    return "imperial" if (match["unit"] or match["unit2"]) in _IMPERIAL else "metric"


def read_profile(said: Utterance, original: str) -> Frame | None:
    """Read a clause that tells facts about the person."""
    facts, ask = profile_facts(said, original)
    if is_of_another(said.words):
        facts, ask = {name: value for name, value in facts.items() if name in _PLACED}, None
    if sex := _BARE_SEX.match(said.words):
        facts["sex"] = "female" if sex["f"] else "male"
    if not (is_question(said.words) and not _only_units(said.words)):
        facts |= {key: value for key, value in wishes(said).items() if key not in facts}
    else:
        facts |= {key: value for key, value in wishes(said).items() if key == "units_pref"}
    facts = {key: value for key, value in facts.items() if not key.startswith(("target_", "rate_"))}
    if not facts and ask is None and not is_question(said.words) and _denies_day(said.words):
        ask = Ask(slot="activity")
    return Frame(intent="set_profile", entities=facts, ask=ask) if facts or ask else None


def is_of_another(text: str) -> bool:
    """Whether a text speaks of somebody else, and nowhere of its writer."""
    return OF_ANOTHER.search(text) is not None and _OF_ONESELF.search(text) is None


def _denies_day(text: str) -> bool:
    """Whether somebody says what kind of day they do not have: "i am not sedentary"."""
    found = (pattern.search(text) for pattern in _ACTIVITY.values())
    return any(match is not None and _DENIED.search(text[: match.start()]) for match in found)


def _only_units(text: str) -> bool:
    return preferred_units(text) is not None


def _running_now(said: Utterance) -> dict[str, float | str]:
    """Return the weekly distance a person says they run already. [m/week]"""
    if _FUTURE.search(said.words):
        return {}
    told = _NO_RUNS.search(said.words)
    if told and not _IMAGINED.search(said.words[: told.start()]):
        return {"runs_now_m_per_week": 0.0}
    if not _RUNS_NOW.search(said.words):
        return {}
    if weekly := said.first("weekly_distance"):
        others = sum(item.value for item in said.all("distance")) if re.search(r"\band\b|\+", said.digits) else 0.0
        return {"runs_now_m_per_week": weekly.value + others}
    often, size = said.first("frequency"), said.first("distance")
    return {"runs_now_m_per_week": often.value * size.value} if often and size else {}
