"""Read what somebody will have just done when their reminder rings: "after my coffee", "brushing my teeth", "work"."""

from __future__ import annotations

import re

from bot.nlu.clocks import clocks
from bot.nlu.cues import is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.pattern import Pattern
from bot.nlu.read_talk import read_yes_no
from bot.nlu.utterance import Utterance

_LONGEST = 12
_BRIEF = 4
_LEADS = Pattern(
    r"^(?:(?:well|probably|usually|mostly|maybe|its|it is|that would be|id say|just)[ ,]*)*"
    r"(?:(?:right |just |straight |soon )?(?:after|once|when|as soon as)|i(?:ll| will|ve| have)? (?:just |usually )?"
    r"(?:have|had|be|been|finish\w*|done|got)|having|had|my|the|a)\b"
)
_HABITS = Pattern(
    r"\b(?:coffees?|tea|teeth|breakfast|lunch|dinner|supper|shower|work|job|shift|office|school run|school|kids|dog"
    r"|cat|walk|bed|bedtime|wak(?:e|ing)|alarm|get(?:ting)? up|got up|commute|gym|dressed|prayers?|pray\w*|medit\w+"
    r"|yoga|juice|smoothie|porridge|toast|eat\w*|drink\w*|read\w*|news|emails?|stand-?up|meeting|train|bus|desk"
    r"|laptop|call|nap|bath|toilet|loo|shave|make-?up|dishes|washing|laundry|baby|feed\w*|drop\w*|class|lecture"
    r"|homework|bins|plants|vitamins|water|meds?|pills?)\b"
)
_NOTHING = Pattern(
    r"^(?:nothing|none|not really|no idea|dont know|not sure|nah|nope|no|skip(?: it| that)?|never mind|idk|dunno"
    r"|rather not)(?: really| thanks| thank you| in particular| special|,? i dont)*\W*$"
)
_OTHER_NEEDS = Pattern(
    r"\b(?:remind|make it|change|move|cancel|delete|stop|pause|ran|jogged|weigh|lose|calories|fat|burn|hurts?|pain"
    r"|thanks?|ta|cheers|help|every|daily|weekdays?|instead)\b"
)


def read_cue(said: Utterance, context: Context) -> Frame | None:
    """Return the moment a person names as the one before their run, in their own words; empty if there is none."""
    text = said.words.strip(" .!")
    if len(text.split()) > _LONGEST or (is_question(text) and not _LEADS.search(text)) or clocks(said.digits):
        return None
    if _NOTHING.match(text):
        return Frame(intent="reminder_change", entities={"cue": ""})
    if read_yes_no(text) is not None or _OTHER_NEEDS.search(text) or said.items:
        return None
    named = _HABITS.search(text) is not None
    if (named and (_LEADS.search(text) or len(text.split()) <= _BRIEF)) or re.match(r"(?:right |just )?after\b", text):
        return Frame(intent="reminder_change", entities={"cue": text})
    return None
