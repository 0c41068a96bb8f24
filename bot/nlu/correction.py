"""Words that take back what was said before: "actually", "sorry, I meant", "not 5", "make that"."""

from __future__ import annotations

from bot.nlu.pattern import Pattern

CORRECTS = Pattern(
    r"^(?:no|nope|nah|sorry|oops|wait|actually|ah)[ ,!.]+\d|^(?:(?:oh|no|nope|nah|wait|sorry|oops|ah|hmm|my bad|well"
    r"|um|hang on|hold on|whoops|correction|typo|ok|lol"
    r"|argh|and|also|btw|but|yes|yeah|so),?:?!?\.? ?)*(?:(?:actually|sorry|i meant|i mean|meant|it was|that was|(?:the"
    r"|that|my) run was|was|should (?:be|have been|say"
    r"|read)|make (?:it|that)|correction|rather|not|no|wrong|i ran|it is|its|change (?:it|that) to|in fact"
    r"|that should (?:be|say|read|have been)|thats|that is|typo)\b)|\bactually\b|\bnot \d|\binstead\b|\bi meant\b"
    r"|\bi mean\b|\bcorrection\b"
    r"|\btypo\b|^\*\d|\d(?: ?(?:kms?|k|miles?|mi|min\w*))?[ ,!.]*(?:sorry|oops|my bad|soz|whoops)\W*$|\brather than\b"
    r"|\bshould (?:be|have been)\b"
)
ITS_TIME = Pattern(
    r"(?:(?:oh|ok|and|so|well|that|it)[ ,]+)*(?:took|lasted)(?: (?:me|about|just))* \d[\d:.]* ?(?:min|h|$|[,;.!])"
)
"""The time of the run told, however it goes on."""
