"""Whether a message reports what its writer has done, or only holds a size: it asks, plans, quotes, supposes.

This is judged by how the clause with the size is built and not by what it is about: whose verb stands before it and in
which tense, whether the clause hangs on an "if", is turned round to ask, lies ahead, or is somebody else's words. An
invented entry is worse than one that has to be told twice, so what is neither clear is asked about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from bot.nlu.clauses import joined_clauses, sentences
from bot.nlu.cues import RUN_VERB_PAST, is_question
from bot.nlu.moments import MONTH
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Clause, clause
from bot.nlu.weekdays import DAY_NAME

Report = Literal["told", "unsure", "none"]

_SIZED: Final = ("distance", "duration", "clock", "pace", "speed", "mass")
_SUPPOSED: Final = Pattern(
    r"\b(?:suppos(?:e|ing)|imagin(?:e|ing)|pretend(?:ing)?|assum(?:e|ing)|hypothetically|theoretically|in theory"
    r"|(?:could|would|should|might|may) have(?! been)|had i|as if|(?:i )?wish i)\b"
    r"|^(?:(?:so|ok|but|and|hm+|lets|let us|just|now) )*say (?:i|im|ive|you|we|somebody|someone)\b"
    r"|(?<!see )(?<!know )(?<!sure )(?<!wonder )(?<!check )\bif (?:i|im|ive|my|you|we|he|she|they|it|somebody|someone"
    r"|a|the)\b"
)
_AHEAD: Final = Pattern(
    r"\b(?:gonna|going to|will|ill|want(?:ed|s|ing)?(?: to)?|wanna|wish|hop(?:e|ing)|plan(?:s|ning|ned)? (?:to|for|on"
    r"|is|says|has|was|wants|calls)|aim\w*|goal|target|(?:supposed|meant|scheduled|due) to|should(?! (?:be"
    r"|have been|say|read))|would|could|might"
    r"|must|need(?:ed)? to|have to|has to|ought to|about to|thinking (?:of|about)|dream\w*|tomorrow|next up|later"
    r"|next (?:week|month|year|weekend|time|run)|sign(?:ed|ing) up|training for|can|cant)\b"
)
_DATED: Final = Pattern(r"\b(?:today|yesterday|yest|this (?:morning|afternoon|evening)|last night|earlier|just now)\b")
_YET_TO_DO: Final = Pattern(
    r"\b(?:can|could|will|ill|might|may|gonna|going to|want to|try to)(?: \w+)? (?:do|try|manage|handle|start with)"
    r" (?:that|this|it)\b"
)
"""Says of a size told that it is still to be done."""
_HABIT: Final = Pattern(
    r"\b(?:(?<!as )(?<!than )usually|normally|(?<!as )always|typically|generally|often|sometimes|tend to|mostly run"
    r"|used to|most (?:days|weeks|mornings)|every (?:day|morning|evening|week|weekend|time|run|other|single|\w+day)"
    r"|each (?:day|morning|evening|week|time)|(?:a|per) (?:week|month)|on a good day|on average)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days (?:are|i|we|and)\b|\bon (?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)days\b"
)
_DENIED: Final = Pattern(
    r"\b(?:i|we|ive) (?:never|didnt|dont|havent|wasnt|did not|not)\b|\b(?:isnt|wasnt|not) mine\b"
    r"|\b(?:stop|dont|do not|didnt ask you to) (?:log|add|sav|count|stor|record|track|writ|keep)\w*"
    r"|\b(?:i|ive|we) (?:was |only |just )*(?:asked|asking|wondering|wondered|meant to ask)\b"
    r"|\b(?:thats|that is|its|this is|is) (?:wrong|not right|incorrect|a mistake)\b"
)
_QUOTED: Final = Pattern(
    r"\"[^\"]*\d[^\"]*\"|\b(?:the |my |your )?(?:plan|program(?:me)?|schedule|article|book|text|bot|coach|you|u)"
    r"(?: (?:just|also|still|only))? (?:says?|said|wrote|writes?|tells?|told|wants?|has me|have me|keep|put)\b"
)
_ASKS: Final = Pattern(r"\b(?:is|are|was|makes?|equals?) (?:what|which|how)\b|\bor (?:what|not)\W*$")
_TAG: Final = Pattern(r"(?:, ?(?:right|yeah|yes|no|correct|didnt i|havent i|wasnt it)|\bor (?:what|not)) ?\?*$")
"""Behind a telling, it asks whether it is so."""
NO_IDEA: Final = Pattern(
    r"\b(?:no idea|dont know|not sure|forgot|cant remember|didnt (?:check|time|measure))(?: exactly)?"
    r" (?:how (?:long|far|fast|much)|what (?:distance|pace|time))\b[^,.;]*"
)
"""What of a run is not known, which asks nothing."""
_TO_LOG: Final = Pattern(
    r"\b(?:log|add|record|note|put down|put in|save|track|enter)\b(?! (?:in|on|of)\b)"
    r"|\byou(?:ve| have)? (?:forgot|missed|left out|didnt (?:log|add|save|keep|get))\b"
)
_DONE: Final = Pattern(
    rf"\b(?:{RUN_VERB_PAST}|took(?: me)?|(?:have|ive) (?:run|jogged)|weighed|stepped|hopped|(?:scales?|watch"
    rf"|garmin|strava"
    r"|gps|treadmill|display|clock) (?:says?|said|shows?|showed|reads?|was|gave|had))\b"
)
_DID_IT: Final = Pattern(r"\bdid it(?=$|[,.!;]| (?:today|again|anyway|yesterday|at last|this|in \d))[^?]*$")
_IN_THE_END: Final = Pattern(r"\b(?:but|instead|in the end|ended up)\b")
"""What stands behind it is what became of a plan."""
_INVERTED: Final = Pattern(r"(?:did|done|had|been) (?:i|you|u|we|they|he|she|it|that|my|the)\b")
_GOVERNED: Final = Pattern(
    r"\b(?:if|could|would|should|might|wish|never|not|didnt|dont|havent|hadnt|hasnt|cant|wont|have i|did i|to|be"
    r"|he|she|they|somebody|someone|people|everyone|who|hes|shes|theyve)(?: (?:have|really|only|just|also"
    r"|even|ever))*"
    r" $"
)
"""Before a verb: it was not done, or not by who writes."""
_PART: Final = Pattern(r"[,;:]| (?:and|but|then|so|cause|because|while|when|though) ")
_SELF: Final = Pattern(r"\b(?:i|ive|we|weve|me)\b")
_WORD: Final = Pattern(r"[a-z']+")
_SUBJECT: Final = Pattern(r"(?:the|a|an|my|our|his|her|their|your|some|that|this|one of \w+|another) (?!and\b)[a-z]+")
_OWN_SUBJECT: Final = Pattern(
    r"\b(?:run|runs|jog|race|parkrun|session|tempo|treadmill|watch|garmin|strava|gps|time|lap|legs?|body"
    r"|morning|evening"
    r"|afternoon|day|weekend|week|weather|walk|one|1|scales?|half|marathon)\b"
)
_NO_NAME: Final = frozenset(
    (
        "it that which thing things running my our the me just only finally also already actually really still even"
        " barely then first later again so well ok okay yes yeah yep yay hi hey hello coach lol pb pr today todays"
        " yesterday yest morning evening afternoon night tonight noon week weekend ago am pm easy slow long steady"
        " tempo hard short quick run jog race parkrun treadmill out off up back and but or did done not then now"
        " once twice this last week great good bad nice day days km kms k mi mile miles min mins minutes hour hours"
        " kg lbs update report news workout training oh um ah right plus as usual in on at the a of with for today's"
        " too yup phew wow omg ugh argh woohoo hooray here there home work lunch breakfast dinner easter christmas"
    ).split()
)
_UNCLEAR: Final = Pattern(
    r"\b(?:you|u|your|he|she|they|him|her|them|his|their|someone|somebody|anyone|people|everyone|does"
    r"|runs(?!(?: (?:this|last|so far|of|in|the|past|week|month))*:))\b"
    r"|\b(?:i|we) (?:run|jog|do|walk)\b|\b(?:it|this|that|the app) (?:says?|said|shows?)\b"
)
_BID: Final = Pattern(r"^(?:(?:ok|so|and|then|now)[ ,]+)*(?:run|jog|do) (?:for )?(?:about )?\d")
"""Words of a plan, or a slip for "ran"."""
_NOT_YET: Final = Pattern(
    r"\b(?:tips?|advice|help|nerves|nervous|anxious|scared|worried|daunt\w*|hope|hoping|dream\w*|ready|wish"
    r"|ambition)\b"
    rf"|\b(?:next|coming|upcoming) (?:run|race|{DAY_NAME}|spring|summer|autumn|winter)\b|\bin (?:{MONTH}"
    rf"|spring|summer"
    r"|autumn|winter)\b"
)
"""Words of a run to come, where nothing says that it was done."""
_OTHERS: Final = Pattern(
    r"^(?:(?:and|but|so|ok|well)[ ,]+)*(?:he|she|they|somebody|someone|people|everyone|everybody)\b"
)
_BESIDE: Final = Pattern(r" (?:at|in|on|from|with|of|who|near|next)\b.*")
_CODE: Final = Pattern(r"[a-z]+\d\w*$")
"""A part of a course by its number: "w4d1"."""
_TAIL: Final = Pattern(r"[^,;]*")
_PAIR: Final = 2


def reported(text: str) -> Report:
    """Return how surely a tidy text reports a run or a weight of its writer's own.

    One clause that tells is enough; a text without any size is left to those who know what it leans on.

    Example:
        "ran 5k in 28, was that slow?" tells, "5k in 28 is what pace" does not, "run 5 minutes" is unsure.
    """
    clauses = [clause(part) for sentence in sentences(text) for part in _parts(sentence)]
    sized = [one for one in clauses if one.has(*_SIZED)] or [one for one in clauses if one.has("number")]
    found = {_of_clause(one) for one in sized}
    if "told" in found and _only_names(text, sized):
        return "none"
    if "told" in found or not found:
        return "told"
    return "unsure" if "unsure" in found and "?" not in text else "none"


def _only_names(text: str, sized: Sequence[Clause]) -> bool:
    """Whether sizes without verb or day are what a question before them is about, or what somebody means to try."""
    if any(_done(one.digits) == "told" or _TO_LOG.search(one.digits) or _DATED.search(one.digits) for one in sized):
        return False
    first = next((at for at, one in enumerate(sentences(text)) if clause(one).has(*_SIZED, "number")), 0)
    asked = any(one.rstrip().endswith("?") for one in sentences(text)[:first])
    return asked or _YET_TO_DO.search(text) is not None


def only_speaks(text: str) -> bool:
    """Whether a tidy text surely reports nothing, whatever sizes it holds."""
    return reported(text) == "none"


def is_yet_to_come(text: str) -> bool:
    """Whether a clause that does not say that anything was done speaks of a run to come: "first 5k tips"."""
    return _NOT_YET.search(text) is not None


def _parts(sentence: str) -> list[str]:
    """Return the clauses of a sentence; one whose size is asked of by a bare tail stays whole."""
    parts = joined_clauses(sentence)
    return [sentence] if _TAG.search(sentence) else parts


def _of_clause(said: Clause) -> Report:
    text = NO_IDEA.sub("", said.digits)
    last = max(item.end for item in said.items if item.dimension in {*_SIZED, "number"})
    told = said.digits[: last + len(_TAIL.match(said.digits, last)[0])]  # type: ignore[index]  # it matches anything
    if _TAG.search(text) or any(one.search(told) for one in (_SUPPOSED, _HABIT, _QUOTED, _OTHERS)):
        return "none"
    if _DID_IT.search(said.digits):
        return "told"
    # A question behind the size is of what was told: "ran 5k in 28 was that slow".
    if not is_question(said.digits[:last]) and (done := _done(said.digits)) is not None:
        return done
    if _DENIED.search(told):
        return "none"
    if _TO_LOG.search(told):
        return "told"
    if is_question(text) or _ASKS.search(text) or _AHEAD.search(told[_begun(told, last) :]):
        return "none"
    unclear = _UNCLEAR.search(told) or is_yet_to_come(told) or (_BID.search(told) and not _whole(said))
    return "unsure" if unclear else "told"


def _begun(told: str, end: int) -> int:
    """Return where what became of a plan begins, before a size that ends there."""
    return max((turn.end() for turn in _IN_THE_END.finditer(told[:end])), default=0)


def _whole(said: Clause) -> bool:
    """Whether a run is told with its way and its time, as no plan's words have both."""
    return said.has("distance") and said.has("duration", "clock", "pace")


def _done(text: str) -> Report | None:
    """Return whether somebody has done something by a verb of the clause; None if no verb of it says so."""
    found: list[Report] = []
    for verb in _DONE.finditer(text):
        before = text[: verb.start()]
        if _INVERTED.match(text, verb.start()) or _GOVERNED.search(before):
            continue
        found.append("told" if _is_own(before) else "unsure")
    return "told" if "told" in found else next(iter(found), None)


def _is_own(before: str) -> bool:
    """Whether the words before a verb leave its subject to who writes: "kipchoge did" and "the guy ran" do not."""
    part = _PART.split(before)[-1].strip()
    words: list[str] = _WORD.findall(part)
    if not words or _SELF.search(part):
        return True
    if _SUBJECT.match(part) is not None:
        return _OWN_SUBJECT.search(_BESIDE.sub("", part)) is not None
    last = part.rsplit(" ", 1)[-1]
    known = words[-1] in _NO_NAME or words[-1].endswith("ly") or _CODE.match(last) or _OWN_SUBJECT.search(last)
    return len(words) > _PAIR or bool(known)
