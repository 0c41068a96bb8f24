"""Read that somebody is ill, or well again: "I've got the flu", "I'm better now". Short and plain words only."""

from __future__ import annotations

from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern

_LONGEST = 9
_OPENING = r"^(?:(?:sorry|ugh|hi|hey|ok|okay|well|so|yay|good news|coach|oh no|argh)[ ,]*)*"
_VERY = r"(?:(?:really|so|quite|a bit|pretty|very|feeling|still|too|kind of|rather|much|all|fully|a lot|finally) )*"
_ILL = Pattern(
    rf"{_OPENING}(?:(?:i am|im|i have been|i feel|i think im|feeling|been) {_VERY}"
    r"(?:ill|sick|unwell|poorly|under the weather|not (?:very |feeling |so )*well"
    r"|coming down with (?:something|a cold))"
    r"|(?:i have|i have got|i got|got|i caught|i have caught|caught|down with|in bed with|i think i have)"
    r" (?:a |the |an |some )?(?:(?:bad|nasty|awful|horrible|stinking|little|bit of a) )*"
    r"(?:cold|flu|covid|fever|bug|stomach bug|virus|tonsillitis|food poisoning))"
    r"(?: (?:today|now|again|this week|at the moment|right now|since \w+|so no runs?|so no running))*\W*$"
)
_WELL = Pattern(
    rf"{_OPENING}(?:im|i am|i feel|feeling|i have) {_VERY}"
    r"(?:better|recovered|well again|healthy again|fit again|over (?:it|my cold|the (?:flu|cold|covid|bug)))"
    r"(?: (?:now|again|today|finally|thanks))*\W*$"
)


def read_illness(text: str) -> Frame | None:
    """Return the frame of a tidy text that says no more than how somebody's health is, None for any other."""
    if len(text.split()) > _LONGEST:
        return None
    if _ILL.search(text):
        return Frame(intent="feeling", feeling="ill")
    return Frame(intent="feeling", feeling="well") if _WELL.search(text) else None
