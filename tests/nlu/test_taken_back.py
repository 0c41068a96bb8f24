"""Words that take an alarm back, and words that do not."""

from __future__ import annotations

import pytest

from bot.nlu.put_right import begins_with_denial, feels_accused, never_so, puts_right, what_is_left
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
    ("i have NO chest pain. calm down", "denied"),
    ("nobody fainted", "denied"),
    ("i dont want to harm myself lol", "denied"),
    ("no no not at rest!! when i run in pe. im fine now sitting here", "denied"),
    ("it happens sitting at rest", None),
    ("i dont care if i die", None),
    ("what about my friend, she counts everything", None),
    ("i misworded it", "speech"),
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


PUT_RIGHT = [
    ("what chest pain?? i said people looked at me", "people looked at me"),
    ("NO. I am fine. Nobody fainted. It was about my watch", ""),
    ("lol no just lazy", ""),
    ("ok im fine, race tips pls", "race tips please"),
    ("STOP i dont need help like that. im ok. can we talk about the race", "can we talk about the race"),
    ("i dont want to harm myself lol. just lazy. where do i start again", "where do i start again"),
    ("no im fine omg i just asked if i should lose weight", "i should lose weight"),
    ("false alarm, sorry", ""),
    ("i was talking about my shoes", ""),
    ("relax, everything is fine", ""),
    ("that has nothing to do with me", ""),
    ("why are you telling me this", ""),
    ("nah im good, just wanna run", "just want to run"),
    ("no one is dying here", ""),
]
NOT_PUT_RIGHT = [
    "it still hurts",
    "no it hurts",
    "i cant go on",
    "i dont want to die but i cant go on",
    "im not ok",
    "i said it hurts",
    "can i run tomorrow",
    "what should i do now",
    "my mum is home now",
    "im just tired of everything",
    "it was about an hour ago",
    "i said no to the ambulance",
    "no one would care",
    "i feel great when i dont eat",
    "im fine but my arm is numb",
]


@pytest.mark.parametrize(("text", "left"), PUT_RIGHT, ids=[text for text, _ in PUT_RIGHT])
def test_any_correction_puts_right_what_was_only_supposed_and_leaves_what_is_asked(text: str, left: str) -> None:
    assert puts_right(text)
    assert what_is_left(text).removeprefix("sorry") == left


@pytest.mark.parametrize("text", NOT_PUT_RIGHT)
def test_trouble_that_goes_on_puts_nothing_right(text: str) -> None:
    assert not puts_right(text)


def test_only_an_outright_denial_says_that_it_was_never_so() -> None:
    assert never_so("i dont have an eating disorder")
    assert not never_so("i'm not bulimic anymore")
    assert begins_with_denial("What?? I didn't faint. I mean it feels strange")
    assert not begins_with_denial("woke up on the floor, didnt hurt myself, then ran")


def test_words_put_into_somebodys_mouth_are_heard_as_such() -> None:
    assert feels_accused("where did i say i want to change my shape?")
    assert not feels_accused("where did i go wrong")
