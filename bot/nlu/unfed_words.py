"""Feeling dizzy or weak from going without food, away from running: whether it is told, or still spoken of. Pure."""

from __future__ import annotations

from typing import Final

from bot.nlu.pattern import Pattern

_WEAK: Final = (
    r"(?:dizz\w+|light ?headed\w*|woozy|shaky|shakey|wobbly|faint(?! line)|weak|swimmy|head ?(?:spins?|rush|swims?)"
    r"|(?:see|seeing) (?:stars|spots)|jittery|trembl\w+)"
)
_UNFED: Final = (
    r"(?:(?:dont|do not|havent|have not|didnt|not|without|before i|till i|until i|forget to|forgot to|never) "
    r"(?:\w+ ){0,2}?(?:eat(?:en|ing)?|ate|food|breakfast|lunch|anything in me)|skip\w* (?:\w+ )?(?:breakfast|lunch"
    r"|meals?|dinner|food)|(?:miss|missed|missing|no) (?:my |a |any )?(?:breakfast|lunch|meals?|food)|on an? empty"
    r" (?:stomach|tummy|belly)|(?:too long|hours) (?:without|between|since)|when(?:ever)? im (?:really |too "
    r"|very )?hungry"
    r"|low (?:blood )?sugar|hangry|get hungry|(?:only|just) (?:had )?(?:a )?coffee)"
)
_TOLD: Final = Pattern(rf"\b{_WEAK}\b.{{0,60}}\b{_UNFED}\b|\b{_UNFED}\b.{{0,40}}\b{_WEAK}\b")
_RUNNING: Final = Pattern(
    r"(?<!not )(?<!not when )\b(?:when|while|during|after|on|mid|halfway|if) (?:i(?:m)? |my |the |a |long )*(?:run|runs"
    r"|running"
    r"|ran|jog\w*|training|workouts?|gym|exercis\w+|squats?|sprints?|5k|race)\b|\bmid ?run\b|\bhalfway\b|\bruns?\W*$"
)
_NOT_RUNNING: Final = Pattern(
    r"\bnot? (?:when|while|during|on|in)? ?(?:i(?:m)? |my |the |a )*(?:run|runs|running"
    r"|jog\w*)\b"
)
_GRAVER: Final = Pattern(
    r"\b(?:passed out|fainted|faint(?:ed)? (?:at|in|on)|black(?:ed)? out|collaps\w+|chest|heart|palpit\w*|insulin"
    r"|diabet\w*"
    r"|metformin|tablets|pills|medic\w*|injections?|ozempic|wegovy|mounjaro|pregnan\w*|breast ?feed\w*|fasting|ramadan"
    r"|16 ?[:/]8|keto|on purpose|all day|for days|barely|hardly|anymore|any more|calor\w*|diet\w*|to lose|lose weight"
    r"|thin|skinny|slim\w*|abs"
    r"|cant eat|wont eat|afraid|scared to eat|guilt\w*|stand(?:ing)? up|get up|numb|vision|speech|slur\w*"
    r"|every day for)\b"
)
"""With one of these it is another matter, or one for somebody else to look at."""
_LEANS: Final = Pattern(
    r"\bdizz\w*|\blight ?headed|\bworr(?:y|ied|ying)\b|\byes or no\b|\bnormal\b|\bbad sign\b|\b(?:only|just"
    r"|its) (?:\w+ )?"
    r"when i (?:skip|dont eat|havent eaten|miss)|\bshould i (?:see|be|worry|go|get)\b|\bis (?:that|it|this) (?:bad|ok"
    r"|okay"
    r"|serious|dangerous)\b|\bwhat (?:is|causes|do i do|should i)\b.{0,16}\b(?:it|that|about it|then)\b"
)
_WORRIES: Final = Pattern(
    r"\bworr(?:y|ied|ying)\b|\byes or no\b|\bnormal\b|\bbad\b|\bserious\b|\bdangerous\b|\bsee (?:a|the|my) (?:doctor"
    r"|gp)\b"
)
_LONGEST_LEANING: Final = 16


def tells_unfed(text: str) -> bool:
    """Return whether a tidy text tells that going without food makes somebody dizzy or weak, and nothing graver."""
    if _GRAVER.search(text) or (_RUNNING.search(text) and not _NOT_RUNNING.search(text)):
        return False
    return _TOLD.search(text) is not None


def still_of_it(text: str) -> bool:
    """Return whether a tidy text goes on about it where it was told a few turns ago: "should i worry"."""
    if _GRAVER.search(text) or len(text.split()) > _LONGEST_LEANING:
        return False
    away = _NOT_RUNNING.search(text) is not None
    return (away or not _RUNNING.search(text)) and (away or _LEANS.search(text) is not None)


def asks_if_to_worry(text: str) -> bool:
    """Return whether a tidy text wants to know if it is bad."""
    return _WORRIES.search(text) is not None
