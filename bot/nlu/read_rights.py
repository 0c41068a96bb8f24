"""Read wishes about one's own data and about hearing no numbers."""

from __future__ import annotations

from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern

_DELETE = Pattern(
    r"\b(?:delete|erase|wipe|remove|purge|destroy|clear|forget|get rid of|scrub|drop"
    r"|nuke)\b[^.?!\n]{0,20}\b(?:account|(?:all )?(?:my|the|your|of my)? ?(?:data|info|information|details|records"
    r"|everything|profile|history|stuff)|everything|all about me|about me|me)\b(?! (?:reminders?|runs?|nudges?))"
    r"|\b(?:close|cancel|terminate) my account\b|\bright to be forgotten\b|\bgdpr\b[^.?!\n]{0,20}\b(?:delete|erase"
    r"|remov)|^/delete\b|\bforget me\b|\berase me\b"
)
_NOT_DELETE = Pattern(
    r"\bi (?:\w+ )?forget\b|\bremind\w*\b|\bnudges?\b|\blast run\b|\bthat run\b|\bthat (?:1|one)\b|\bbelly\b|\bfat\b"
    r"|\bforget (?:it"
    r"|that)\b|\bhow (?:do|can)\b.*\b(?:cellulite|fat)\b"
)
_EXPORT = Pattern(
    r"\b(?:export|download|backup|back up|copy of)\b[^.?!\n]{0,24}\b(?:data|info|information|everything|history|runs"
    r"|account|profile|records)\b|\b(?:send|give|show|email|get) (?:me )?(?:a copy of )?(?:all |every ?thing "
    r"|all of )?(?:my data|my info(?:rmation)?|my profile|the data|everything|you (?:have|hold"
    r"|know))\b(?! (?:in (?:km|miles|kilomet|metric|imperial|pounds|kg)))"
    r"|\bwhat (?:do|have|data|info|information|else)\b[^.?!\n]{0,12}\b(?:you|u) (?:know|have|got|hold|store|stored"
    r"|keep|remember|saved?)\b[^.?!\n]{0,16}\b(?:me|my|mine)\b|\bwhat (?:data|info|information|details) (?:do you"
    r"|have you|is)\b|^(?:(?:see|show|view|check|get) )?(?:my )?(?:data|profile)(?: please)?\W*$|\bhow much (?:data"
    r"|info\w*)[^.?!\n]{0,12}\b(?:keep|have|hold|store|got)\b|\bwhat is (?:on|in) my (?:record|records|file"
    r"|profile)\b|\bwhat is my (?:weight(?! (?:loss|going|gain|be|after|in)\b)|height|age|time ?zone|goal|profile"
    r"|units)\b|\bwhat time ?zone am i\b|^/(?:export|data|profile)\b|\bwhat have i told you\b|\bwhat is my data\b"
    r"|\bwhat you(?: have)? (?:know|got|stored|saved|keep|kept|hold|have|remember)\b[^.?!\n]{0,12}\b(?:me|my|mine)\b"
    r"|\bsubject access request\b|\bwhat is (?:in )?my profile\b"
)
_NUMBER_FREE = Pattern(
    r"\b(?:no|without|stop|skip|hide|not|less|avoid|leave out|spare me|hate|turn off|drop|ditch|never"
    r"|dont|didnt|wouldnt|rather)\b[^.?!\n]{0,36}\b(?:numbers?|figures|kcal|calories|weigh[- ]?ins?|kilos and|stats"
    r"|digits"
    r"|number talk|bmi)\b"
    r"|\b(?:no|not|without|stop|skip|hide|dont|didnt|never)\b[^.?!\n]{0,24}\b(?:know|talk\w*|mention\w*|show\w*"
    r"|tell\w*|see\w*"
    r"|discuss\w*)\b"
    r"[^.?!\n]{0,24}\bweights?\b|\bno weight talk\b"
    r"|^\W*(?:\w+ )?(?:numbers|figures|calories) off\b"
)
_NO_KILOS = Pattern(
    r"\b(?:numbers|figures|stats|kilos|calories) (?:really |just |always |kind of |only |tend to )?(?:stress\w*"
    r"|scare\w*|upset\w*"
    r"|bother\w*|trigger\w*|freak\w*|worr(?:y|ies)|get to|mess with|drive|make me (?:anxious|nervous|sad"
    r"|panic\w*|feel|spiral|obsess\w*|crazy|ill|cry|worse))\b"
    r"|\b(?:keep|leave|take) (?:the |my |any |all )?(?:weights?|numbers?|figures|calories|kcal|kilos|stats) out\b"
    r"|\b(?:numbers|figures|kilos|calories|calorie counts?|weigh ?ins?|weights?) (?:are|is) (?:not good|bad|hard"
    r"|difficult|triggering"
    r"|no good|too much"
    r"|not helpful) for (?:me|my (?:head|mental health|mind))\b|\b(?:no|without|rather not|prefer not|dont|do not"
    r"|stop|skip|leave out"
    r"|spare me)\b(?: (?:more|want|wanna|to"
    r"|see|seeing"
    r"|hear|hearing|show|showing|me|any|the|like|mention|mentioning|talk\w*|about|of|in|your|with|please|all|this"
    r"|that))* (?:kilos?|kgs?|pounds|weight (?:stuff|talk|things?|numbers?|please)|(?:calorie|kcal|fat) (?:stuff|talk"
    r"|numbers?))(?=$|[.,!?;]| (?:please|here|at all|thanks|anymore|or|and)\b)"
)
"""No weights, in whatever words: "please no weight stuff", "I'd rather not see kilos"."""
_NUMBER_FREE_WISH = Pattern(
    r"\b(?:please|want|dont|rather|prefer|can (?:you|we)|could (?:you|we)|would like|stop|hide|no|without|trigger\w*"
    r"|skip|never|leave out|off)\b"
)
_NOT_NUMBER_FREE = Pattern(
    r"\b(?:why|does|is|are|how|burn(?:ing)?|los(?:e|ing)|lift(?:ing)?|lost|losing|gain\w*|gym|without weights"
    r"|(?:do|use|with|free) weights? (?:or|and)|not (?:about|care about) (?:weight|the weight)|care about weight"
    r"|not losing|deficit"
    r"|phone number|(?:i|no|and|but) (?:just |only |was |am )*(?:meant|mean|asked|asking))\b"
)
_NUMBERS_AGAIN = Pattern(
    r"\b(?:show|use|bring|give|you can|turn|want|fine with|ok with)\b[^.?!\n]{0,30}\b(?:numbers|figures"
    r"|calories)\b[^.?!\n]{0,12}\b(?:again|back|on|now|please|are fine|are ok)\b|\bhave (?:the |my )?(?:numbers"
    r"|figures|calories)"
    r" (?:back|again)\b|\bnumbers are (?:fine|ok|okay)\b"
    r"|\bnumbers back on\b"
)
_NUMBERS_OFF = Pattern(
    r"\b(?:dont|didnt|do not|never|not|without|stop|hide|rid of|no(?= (?:more |weight |calorie |body )*(?:numbers"
    r"|figures"
    r"|calories)))\b[^.?!\n]{0,20}\b(?:numbers|figures|calories)\b"
    r"|\b(?:numbers|figures|calories)\b[^.?!\n]{0,8}\b(?:off|out|away|hidden|gone)\b"
    r"|\bon (?:my|the|a|an|this) (?:\w+ )?(?:watch|garmin|fitbit|screen|phone|app|apple|polar|coros|strava|treadmill)\b"
)
"""A wish to have them out of sight, or on a watch: neither asks for them here."""


_AT_ONCE = Pattern(r"\b(?:please|pls|plz|off)\b")
_PIECE = Pattern(r"(?<=[.!?,;\n])\s*|\s+(?=(?:and|but) (?:what|how|can|should|do|does|is|are|when|which|why|tell)\b)")


def beside_number_wish(text: str) -> str:
    """Return a text without the parts that wish for no numbers: what it asks beside them."""
    left = [one for one in _PIECE.split(text) if not _wishes_no_numbers(one.lower())]
    return "".join(f"{one} " for one in left if one).strip(" .,;!")


def _wishes_no_numbers(text: str) -> bool:
    plain = _NUMBER_FREE.search(text) and _NUMBER_FREE_WISH.search(text) and not _NOT_NUMBER_FREE.search(text)
    return bool(plain) or _NO_KILOS.search(text) is not None


def _wishes_at_once(piece: str) -> bool:
    """Whether a part of a message says, with "please" or "off", that it wants none; a question may stand beside it."""
    return _AT_ONCE.search(piece) is not None and _wishes_no_numbers(piece)


def read_rights(text: str) -> Frame | None:
    """Read wishes about one's own data and about hearing no numbers."""
    if _DELETE.search(text) and not _NOT_DELETE.search(text):
        return Frame(intent="delete_data")
    if _EXPORT.search(text):
        return Frame(intent="export_data")
    if _NUMBERS_AGAIN.search(text) and not _NUMBERS_OFF.search(text):
        return Frame(intent="number_free", entities={"off": True})
    if _wishes_no_numbers(text) or any(map(_wishes_at_once, _PIECE.split(text))):
        return Frame(intent="number_free")
    return None
