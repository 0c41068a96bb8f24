"""Read what is held against an answer: its amount said again in disbelief, one's own figure, a wrong assumption."""

from __future__ import annotations

from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.run_size import WALKED
from bot.nlu.utterance import Utterance
from bot.units import METRES_PER_KM, METRES_PER_MILE

_OF_THE_FIELD = frozenset(
    {"knowledge_question", "projection_question", "calorie_question", "plan", "why", "more", "source"}
)
_AMOUNT = r"(?:an? |half an? |\d[\d.]* ?)(?:kgs?|kilos?|lbs?|pounds?|stone|kcal|calories)"
_THROWN_BACK = Pattern(
    rf"^(?:(?:what|wait|wow|so|and|but|huh)[ ,?]*)*(?:(?:only|just|all of) {_AMOUNT}(?: (?:an?|per|in an?"
    rf"|over an?) \w+)?\W*"
    rf"|{_AMOUNT} (?:an?|per|in an?|over an?) year\W*\?\W*|{_AMOUNT} (?:an?|per|in an?|over an?) \w+(?:\?[?!]+"
    rf"|!+\?+\W*))$"
)
"""The amount of an answer said again in disbelief."""
_NOT_SO_WITH_ME = Pattern(
    r"^(?:(?:but|no|well|um|eh|wait)[ ,]*)*i (?:havent|have not|didnt|did not|dont|never|wasnt|am not|wouldnt) "
    r"(?:had|have|take|took|taken|been|stop\w*|miss\w*|said|say|skip\w*)\b[^?\n]{0,40}\b(?:off|break|stopped"
    r"|stop|missed|miss"
    r"|skipped|away|out|rest)\b"
)
"""What an answer took for granted, denied: "i havent had a month off"."""
_MINE_IS = Pattern(r"^(?:(?:and|so|ok|well|but)[ ,]*)*mine (?:is|was|takes|took)\b")


_DID_LESS = Pattern(
    r"^(?:(?:what|wait|but|no|hey)[ ,]*)*\d[\d.]* ?(?P<unit>kms?|k|miles?|mi) ?\?+ ?(?:but |well )?i (?:only |just )?"
    r"(?:did|ran|walked|do|managed|can (?:only )?(?:do|run|walk|manage))(?: only| just| like| about| maybe)* "
    r"(?P<n>\d{1,2}(?:\.\d)?)\b"
)
"""An example's size held against what one does oneself: "5 km? i did 2"."""


def read_answered_back(said: Utterance, last: str) -> Frame | None:
    """Read an answer's amount thrown back ("3 kg a year??"), and an assumption that does not hold of the person."""
    text = said.words
    if less := _DID_LESS.search(said.digits):
        size = float(less["n"]) * (METRES_PER_MILE if less["unit"].startswith("mi") else METRES_PER_KM)
        walked = {"gait": "walk"} if WALKED.search(text) else {}
        return Frame(intent="projection_question", entities={"session_distance_m": size, **walked}, follow_up=True)
    if last not in _OF_THE_FIELD:
        return None
    if last == "projection_question" and _THROWN_BACK.match(text):
        return Frame(intent="dispute", follow_up=True)
    if last == "knowledge_question" and _MINE_IS.match(text):
        return Frame(intent="knowledge_question", question="what_about_me", follow_up=True)
    return Frame(intent="dispute", follow_up=True) if _NOT_SO_WITH_ME.match(text) else None
