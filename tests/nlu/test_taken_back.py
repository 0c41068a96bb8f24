"""Words that take an alarm back, and words that do not."""

from __future__ import annotations

import pytest

from bot.nlu.taken_back import taken_back

SAID = [
    ("no that was my mum", "person"),
    ("not me, my sister", "person"),
    ("what?? i didn't do it, my friend does. i had pizza lol", "person"),
    ("i was asking for my daughter", "person"),
    ("it's about someone else", "person"),
    ("no i meant the race", "meant"),
    ("i was joking", "speech"),
    ("lol figure of speech", "speech"),
    ("that's not what i said", "speech"),
    ("I'm fine, I only meant tired legs", "meant"),
    ("that was ten years ago", "past"),
    ("my dad had a heart attack at fifty", None),
    ("my boyfriend thinks running is a bad idea for me", None),
    ("it happened last year", "past"),
    ("who is the diet thing about? i dont have an eating disorder", "denied"),
    ("im not pregnant", "denied"),
    ("i'm fine", None),
    ("no really, im ok", None),
    ("it's gone now", None),
    ("my mum says i should eat more", None),
    ("can i run tomorrow?", None),
    ("it means a lot to me", None),
]


@pytest.mark.parametrize(("text", "how"), SAID, ids=[text for text, _ in SAID])
def test_a_correction_is_told_from_a_mere_fine(text: str, how: str | None) -> None:
    assert taken_back(text) == how
