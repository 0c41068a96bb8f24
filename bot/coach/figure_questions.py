"""Answer short questions about the figure or the method just told: error, range, formula, whom it was tried on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.coach import receipts
from bot.coach.as_fat import answer_as_fat
from bot.coach.draft import Draft
from bot.coach.method_answers import METHOD, answer_method, family_of, family_of_figure, speaks_of_method
from bot.coach.statistics_asked import own_subject
from bot.coach.study_details import asks_which_study, detail_of
from bot.coach.wider_range import answer_wider
from bot.coach.within_range import answer_within_range
from bot.coach.workings import Workings
from bot.nlu.frame import About, Intent
from bot.nlu.pattern import Pattern

_LONGEST: Final = 30
_SHORT: Final = 14
"""A longer text asks only what it names beyond doubt."""
_MAY_ASK: Final[frozenset[Intent]] = frozenset(
    {"out_of_scope", "knowledge_question", "why", "source", "dispute", "more", "smalltalk", "log_query"}
)
_LIMITS: Final = Pattern(
    r"\b(?:sds?|standard (?:deviations?|errors?)|see|sem|sigmas?)\b[^.!]{0,24}\b(?:or|vs|versus)\b[^.!]{0,24}"
    r"(?:\b95\b|\b(?:limits?|confidence|ci|interval|range|standard (?:deviations?|errors?)|se|sem|sd|two|2)\b)"
    r"|\b95 ?(?:%|percent\w*|th)?[^.!]{0,24}\bor\b[^.!]{0,12}\b(?:sds?|standard (?:deviations?|errors?)|see|sigma)\b"
    r"|\b95 ?(?:%|percent)[^.!]{0,20}(?:±|\+ ?/? ?-|\bplus (?:or )?minus\b|\b(?:about|around|roughly|twice|double)\b"
    r"|\b(?:of|in) (?:people|runners|cases|everybody|all)\b|\b(?:what|which) range\b|\blimits?\b)"
    r"|\b(?:range|limits?|bounds|figures?|band)\b[^.!]{0,12}\b(?:at|for|with|in) (?:a )?95\b(?! ?kg)"
    r"|\b(?:two|2|1\.96) (?:sds?|sigma|standard (?:deviations?|errors?))\b|\b(?:one|1) (?:sd|sigma)\b",
    re.IGNORECASE,
)
"""Of which kind a miss is, or how wide it is for nearly everybody."""
_SUMS_OF_THEIR_OWN: Final = frozenset({"intensity", "rest_energy", "day_energy"})
"""Asked of the log room by a measure of its own, whatever else its words could ask."""
_ASKS: Final[tuple[tuple[About, Pattern], ...]] = (
    (
        "weight_taken",
        Pattern(
            r"\bwhy\b.{0,20}\b(?:not|instead of|rather than|and not)\b.{0,12}\b(?:mean|average|trend|moving)\b"
            r"|\bwhich (?:of my )?weigh\w*\b.{0,16}\b(?:use|used|take|took|start)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "thumb",
        Pattern(
            r"\b(?:cost|energy|kcals?|calories)(?: \w+){0,2} (?:per|a|each) (?:km|kilomet\w+|mile)\b"
            r"|\bspeed[- ]independent\b"
            r"|\bindependent of (?:the )?(?:speed|pace)\b|\b(?:speed|pace) (?:should\w*|does\w*) (?:not |nt )?matter\b",
            re.IGNORECASE,
        ),
    ),
    (
        "sensitivity",
        Pattern(
            r"\bsensitiv\w+|\bhow (?:much|strongly|far)\b.{0,16}\b(?:depend|hang|hinge|chang)\w*\b.{0,24}\b(?:weight"
            r"|mass|age"
            r"|speed|pace|input)|\bwhich input\b|\bpartial derivative"
            r"|\bwhat (?:would |could |might |else )?(?:changes?|moves?|affects?|shifts?|drives?|influences?|matters"
            r"|sways?)\b.{0,24}\bmost\b"
            r"|\bwhat (?:makes|has)\b.{0,12}\b(?:biggest|most|largest) (?:difference|effect|influence|impact)\b"
            r"|\b(?:biggest|main|largest) (?:factor|driver|lever)s?\b",
            re.IGNORECASE,
        ),
    ),
    ("limits", _LIMITS),
    (
        "interval",
        Pattern(
            r"\bwhat (?:did|do|have) (?:you|u) (?:vary|varied|sample|perturb|propagate)\w*\b|\bmonte carlo\b|"
            r"\b(?:prediction|confidence|credible|tolerance) (?:interval|band|limit)s?\b|\b(?:95|90|80) ?%"
            r"|^(?:and|so|but|ok|with|a|an|the|what(?:'?s| is)?|give me|show me|in|its?|your|please|[ ,])*(?:range"
            r"|interval|band"
            r"|bounds|ci|pi|spread)\b|\bpoint estimate\b|\bpercentiles?\b|\bquantiles?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "error",
        Pattern(
            r"\b(?:errors?|rmse|mae|bias|residuals?|sd|standard deviation|accuracy|precision|uncertainty|tolerance)\b"
            r"|\+ ?/? ?-|±|\bplus ?(?:or|/)? ?minus\b|\bhow (?:far off|wrong|accurate|precise|exact)\b"
            r"|\b(?:shrink|average|cancel|get smaller)\w*\b.{0,24}\b(?:runs|weeks|sessions|days|out)\b"
            r"|\bhow (?:did|do) (?:you|u) (?:get|know|come (?:to|up with)) (?:the |that )?\d+ ?(?:%|percent)"
            r"|\bwhere (?:does|do|is) (?:the|that|your) \d+ ?(?:%|percent) (?:come )?from\b",
            re.IGNORECASE,
        ),
    ),
    (
        "fit",
        Pattern(r"^\W*(?:(?:and|so|ok|but)[ ,]+)*what(?:'?s| is) (?:the |its |your )?see\W*$", re.IGNORECASE),
    ),
    (
        "validation",
        Pattern(
            r"\bhow many (?:people|runners|subjects|participants|adults)\b(?!.{0,20}\b(?:run|lose|burn)\b)"
            r"|\bhow old (?:were|was|are) (?:they|those|the)\b|\b(?:what|which) ages?\b(?! am| is)|\bage range\b"
            r"|\b(?:hold|true|work|valid|apply|good|right)s?\b.{0,12}\b(?:for|at|in|over|above)\b.{0,16}(?:\b[5-9]\d\b"
            r"|\b(?:old\w*|seniors|masters|beginners|athletes|elite|heav\w+|obese|overweight)\b)"
            r"|\bsample(?: size)?\b"
            r"|\bn ?=|^\W*n\W*$|\bwhat people\b",
            re.IGNORECASE,
        ),
    ),
    (
        "equation",
        Pattern(
            r"^\W*(?:(?:and|so|the|what|which|is|was|whats|what's) )*(?:formula|equation|model)\W*$", re.IGNORECASE
        ),
    ),
)
_NAMED: Final[tuple[tuple[About, Pattern], ...]] = (
    (
        "economy",
        Pattern(
            r"\beconomy\b(?=.*\b(?:range|cover\w*|includ\w*|in (?:it|that|there)|account\w*|model\w*|fit|error|spread"
            r"|you|your|figure)\b)|\b(?:range|cover\w*|includ\w*|account\w*|error|spread|figure)\b.*\beconomy\b",
            re.IGNORECASE,
        ),
    ),
    (
        "width",
        Pattern(
            r"(?=.*\d ?(?:%|percent))(?=.*(?:\d ?%.*\d ?%|\d ?(?:-|–|to|and) ?\d|\brange\b|\bhalf[- ]width\b))"
            r"(?=.*\b(?:you|u) (?:just |also |first )?(?:say|said|told|wrote|claim\w*|gave|quoted?)\b)"
            r"(?=.*\b(?:which|why|but|match\w*|agree|add up|contradict\w*|differ\w*|not|versus|vs|how come|so)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "fit",
        Pattern(
            r"\br ?(?:2|²|\^2|[- ]?squared)(?!\w)|\bgoodness of fit\b|\b(?:standard error|see|rmse|error"
            r"|sd)\b.{0,12}\b(?:of|in|for|on)"
            r" (?:the|that|this|your|its) (?:fit|regression|equation)\b|\bresidual (?:sd|error|variance)\b",
            re.IGNORECASE,
        ),
    ),
)
_NAMED_OF_FAT: Final[tuple[tuple[About, Pattern], ...]] = (
    (
        "lean_share",
        Pattern(
            r"\b(?:how much|how many|what (?:share|part|percent\w*|fraction)|which part|is (?:any|some|part))\b.{0,36}"
            r"\b(?:lean|muscle|water|fat[- ]free|ffm|glycogen)\b(?!.*\b(?:drink|drunk|gain|build|eat)\b)"
            r"|\b(?:lean|muscle|ffm|fat[- ]free)(?: mass| tissue)? (?:part|share|portion|fraction|percentage)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "eaten_back",
        Pattern(
            r"(?=.*\b(?:eat(?:en|ing|s)?(?: it| them| some| all)? back|compensat\w+|half|45 ?(?:%|percent)|0\.45"
            r"|offset\w*|full (?:deficit|energy|cost))(?!\w))"
            r"(?=.*\b(?:assum\w*|where|why|who|what (?:share|fraction|part)|how (?:did|do|does|much)|come|evidence"
            r"|source|based|count\w*|stick\w*|pick\w*|chose\w*|justif\w*|use)\b)(?!.*\b(?:marathon|half an hour)\b)",
            re.IGNORECASE,
        ),
    ),
)
"""What is asked of a projection."""
_EXPONENT: Final = Pattern(
    r"\b1\.[01]\d?\b(?! ?(?:k|km|miles?|mi|kg)\b)|\bslow(?:er)? runners\b|\b(?:over|under)-?(?:predict|estimat)\w*"
    r"|\btoo (?:fast|optimistic|slow|pessimistic)\b",
    re.IGNORECASE,
)
"""After a race time, what is asked of the exponent without its name: "shouldn't it be 1.15?"."""
_OLD_RULE: Final = Pattern(r"\b(?:3,?500|7,?700)\b(?! ?steps)")
"""After a fat figure, what a kilo or a pound is often said to cost."""
_SPEED_TAKEN: Final = Pattern(
    r"\b(?:what|which)\b.{0,10}\b(?:speed|pace|distance|weight|height|age|sex|body ?fat)\b.{0,12}\b(?:did|do|was|is|are"
    r"|have)\b"
    r".{0,8}\b(?:you )?(?:assum\w*|us(?:e|ed|ing)|t(?:ake|ook)|based?)\b|\bat what (?:speed|pace)\W*$",
    re.IGNORECASE,
)
_PEOPLE: Final = Pattern(
    r"^(?:(?:and|but|so|ok|what about|how about|does|is|it|that|this|hold|holds|also|the same|true|valid|tested|for|in"
    r"|on|with"
    r"|just|only)[ ,]*)+(?:wom[ae]n|females?|men|males?|girls)\W*$",
    re.IGNORECASE,
)
_POINTS_BACK: Final = Pattern(r"\b(?:it|its|that|this|they|those|these|your|you)\b|±|\+ ?/? ?-", re.IGNORECASE)
"""What leans on a method that was told, where no figure was."""
_OF_IT: Final = Pattern(
    r"(?:(?:and|so|but|ok)[ ,]+)*(?:does|do|will|would|is|can|could) (?:it|that|this|the (?:error|range|figure))\b",
    re.IGNORECASE,
)
_AMOUNTS: Final = Pattern(r"\bhow (?:much|many)\b", re.IGNORECASE)


def answer_on_figure(draft: Draft, w: Workings) -> bool:
    """Answer a question that leans on the figure or the method just told; return whether it was one."""
    text = w.message.text
    figured = w.thread.figured if w.thread.topic == "figure" else None
    if (figured is None and not speaks_of_method(w)) or len(text.split()) > _LONGEST:
        return False
    if figured is not None and (answer_as_fat(draft, w, figured) or answer_within_range(draft, w, figured)):
        return True
    if w.frame.entities.get("measure") in _SUMS_OF_THEIR_OWN:
        return False
    if w.frame.flags or w.frame.intent not in _MAY_ASK or w.frame.about not in {None, "certainty"}:
        return False
    if figured is not None and _SPEED_TAKEN.search(text):
        w.frame = replace(w.frame, intent="why", entities={}, about="inputs")
        receipts.receipt(draft, w)
        return True
    about = _about(text, w) if len(text.split()) <= _SHORT else _at_length(text, w)
    if about is None or (figured is None and own_subject(text) is not None and not _POINTS_BACK.search(text)):
        return False
    w.frame = replace(w.frame, intent="source", entities={}, about=about)
    answer_method(draft, w, about)
    if about == "limits" and figured is not None:
        answer_wider(draft, w, figured)
    return True


def _at_length(text: str, w: Workings) -> About | None:
    """Return what of the figure is asked in words that need no brevity to be understood."""
    known = _NAMED_OF_FAT if family_of_figure(w) == "fat" else _NAMED
    return next((about for about, pattern in known if pattern.search(text)), None)


def _about(text: str, w: Workings) -> About | None:
    """Return what of the figure is asked; None where a subject of its own is."""
    if asks_which_study(text):
        return "validation"
    last = w.last
    of_method = last is not None and last.entities.get("about") in METHOD
    if of_method and _PEOPLE.search(text):
        return "sexes"
    family = family_of(w)
    if family == "race" and _EXPONENT.search(text):
        return "scope"
    if family == "fat" and _OLD_RULE.search(text):
        return "rivals"
    if (named := _at_length(text, w)) is not None:
        return named
    asked = next((about for about, pattern in _ASKS if pattern.search(text)), None)
    if asked is not None:
        other = asked in {"error", "interval"} and own_subject(text) is not None and not _OF_IT.match(text)
        return None if other else asked
    detail = detail_of(text)
    told = detail is not None and (detail.name == "people" or not _AMOUNTS.search(text))
    return "detail" if told and own_subject(text) is None else None
