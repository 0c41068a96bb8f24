"""Read questions about an answer or a figure just given: how sure, which equation, net or gross, why so little."""

from __future__ import annotations

from bot.nlu.frame import About, Frame
from bot.nlu.pattern import Pattern
from bot.nlu.read_method import read_method

_LONGEST = 18
_LEAD = r"^(?:(?:and|but|so|ok|okay|hmm|wait|well|um|oh|right)[ ,]*)*"
_EQUATION = Pattern(
    r"\b(?:which|what|whose)(?: \w+)? (?:equation|formula|method|model|calculation|maths)\b|\bwhat (?:is|was) (?:that"
    r"|this|it) based on\b|\b(?:give|show|tell|send|want|see) (?:me )?(?:the |your )(?:\w+ )?(?:formula|equation)\b"
    r"|^(?:equation|formula|method|the maths?)\??$"
    r"|\b(?:formula|equation|maths?|calculation|model|derivation) (?:is |was )?(?:behind|for|under|of) (?:that|this"
    r"|it|your"
    r"|the (?:figure|number|estimate|range|projection))\b"
    r"|\b(?:explain|show|derive|unpack|write out|walk me through|take me through)\b.{0,12}\b(?:formula|equation|maths?"
    r"|calculation|derivation|that figure|that number|that estimate)\b|\bwhat is (?:behind|under) (?:that|this|the)"
    r" (?:figure|number|estimate)\b|\bwhats (?:behind|under) (?:that|this|the) (?:figure|number|estimate)\b"
    r"|\b(?:acsm|minetti|mets?|compendium)\b[^.]{0,20}\b(?:equation|formula|values?|use|used|or)\b"
)
_INPUTS = Pattern(
    r"\bwhat (?:did|do|are|were) (?:you|your|u|the)(?: \w+)? ?(?:assum\w+|inputs?)\b|\byour assumptions\b"
    r"|\b(?:what|which) (?:rmr|bmr|weight|height|age|pace|speed|pal|activity)\b.{0,12}\b(?:used?|assumed?|take|took)\b"
)
_WHOSE = Pattern(r"\bwhose (?:data|numbers?|figures?|trials?|stud(?:y|ies)|results?)\b")
_BRIEF = 9
_FUNDING = Pattern(
    r"\bwho (?:funded|paid|sponsored|financed|pays|funds)\b|\b(?:conflict|conflicts) of interest\b|\bfunded by\b"
    r"|\bindustry[- ]funded\b"
)
_NET = Pattern(
    r"\b(?:net|gross)(?: (?:or|vs|versus|and) (?:gross|net))\b|^(?:(?:and|but|so|ok|is|are|was) ?)*(?:that|this|it"
    r"|those)? ?(?:net|gross)\W*$|\b(?:include|includes|including|minus|counting"
    r"|count) (?:\w+ )?(?:rest(?=\W*$)"
    r"|resting|bmr|baseline|basal|what i(?:d| would) burn)\b"
)
_CERTAIN = Pattern(
    r"^(?:and |so |but )?how (?:sure|certain|confident) (?:are|r) (?:you|u)(?: really| actually| honestly| then"
    r"| now)+\W*$|"
    r"^how (?:sure|certain)\W*$|\bwhat(?:s| is| does)? (?:is )?the (?:best |actual )?evidence(?: say)?\W*$"
    r"|\b(?:is|how good is|how strong is) the evidence\b(?! (?:that|for|on|of|behind) (?!that\b|this\b|it\b)\w)"
    r"|\b(?:how (?:sure|certain|confident|accurate|reliable|precise|exact|good|trustworthy) (?:are|is|was|r)"
    r"(?: (?:you|u|that|this|it|these|those|the (?:number|figure|estimate|range)))?)(?: (?:about|of|on) (?:that|this"
    r"|it))?\W*$"
    r"|\bhow (?:wrong|far off|far out) (?:can|could|might) (?:that|this|it)\b|\bmargin of error\b|\buncertaint(?:y"
    r"|ies)\b|\bstandard (?:error|deviation)\b|\b(?:one|1|two|2) sd\b|\b95 ?%|\bci\b|\berror bars?\b"
    r"|^(?:and |so |but )*is (?:that|this|the|your) (?:figure|number|estimate|range)(?: \w+)? (?:plausible|realistic"
    r"|right"
    r"|correct|real|reliable|true|credible|accurate)\b"
    r"|\bwhat(?:s| is) the (?:confidence|certainty|precision|accuracy|reliability)(?: (?:on|of|in|for) (?:that|this|it)"
    r"(?: \w+)?)?\W*$"
    r"|\bconfidence (?:interval|level)\b|\bcan i (?:trust|rely on) (?:that|this|it)\b"
    r"|\bwhy (?:is|are) (?:the|that|this|your) (?:range|spread|interval)s? (?:so|that|this) (?:wide|big|large|broad)\b"
    r"|\bwhy (?:such a |so )(?:wide|big|large|broad) ?(?:a )?(?:range|spread)\b"
)
_SIZE = Pattern(
    r"\bwhich (?:one|1|figure|number|of (?:them|those|these|the two|the 2))\b.{0,16}\b(?:trust|believe|use|go with"
    r"|right|correct)\b"
    r"|" + _LEAD + r"(?:why|how come)(?: is| are)?(?: (?:it|that|this|the (?:number|figure|loss)))?(?: is)? (?:so"
    r"|that|this"
    r"|only|such)(?: a)? (?:slow(?:ly)?|little|low|small|few|tiny|high|much|many|long|fast|big)\b"
    r"|" + _LEAD + r"(?:is that|thats|that is|is it) (?:really )?(?:all|it)\W*$"
    r"|" + _LEAD + r"(?:only|just) (?:that|\d[\d.]*(?: ?\w+)?)(?: (?:in|over|a|per) (?:a |\d+ )?\w+)?\W*\?+$"
)
_WHY: tuple[tuple[About, Pattern], ...] = (("net_gross", _NET), ("certainty", _CERTAIN), ("size", _SIZE))


_OWN_PLAN = Pattern(r"\b(?:run|running|train\w*|walk\w*|eat\w*|days?|every)\b[^?]{0,20}\b(?:method|model)\b")
"""A method of training is no method of counting."""


def read_doubt(text: str) -> Frame | None:
    """Read a question about what was just said, for the coach to answer from the figure's own method and sources.

    `about` says what is asked: `equation`, `inputs` or `funding` (intent `source`), `net_gross`, `certainty` or `size`
    (intent `why`); or how our own figures and grades come about (`bot.nlu.read_method`).
    """
    if method := read_method(text):
        return method
    if len(text.split()) > _LONGEST:
        return None
    if _EQUATION.search(text) and not _OWN_PLAN.search(text):
        return Frame(intent="source", about="equation")
    if _INPUTS.search(text):
        return Frame(intent="source", about="inputs")
    if len(text.split()) <= _BRIEF and _WHOSE.search(text):
        return Frame(intent="source")
    if _FUNDING.search(text):
        return Frame(intent="source", about="funding")
    about = next((about for about, pattern in _WHY if pattern.search(text)), None)
    return (
        None
        if about is None
        else Frame(intent="why", about=about, question="is_it_true" if about == "certainty" else None)
    )
