"""Which sentences and articles stay closed to somebody whose state closes body numbers.

An article's own sentences are quoted word for word, so what a state forbids is left out sentence by sentence: fat,
weight, calories, scales and shape. What is left answers the question about running.
"""

from __future__ import annotations

import re
from typing import Final

from bot.knowledge.article import Article
from bot.nlu.pattern import Pattern

_BODY: Final = Pattern(
    r"\b(?:fats?|fatter|cal(?:orie)?s?|kcals?|deficit|bmi|scales?|waist|hips and|tape|belly(?! and pelvic)"
    r"|bellies|slim\w*|lean(?:er)?"
    r"|thin(?:ner)?|smaller|diet(?:s|ing)?|overweight|obes\w+|body mass|body weight|energy you burn|fasted|fasting"
    r"|looks|change in food"
    r"|empty stomach|before breakfast|skipping (?:breakfast|lunch)|abs|burns?|figure|each thigh|your thighs?)\b"
    r"|\b(?<!own )weights?\b(?! (?:training|room|bench|vest))|\bweigh(?:s|ed|ing|-in)?\b"
    r"|\b(?:us|cost|spend|spent|burn)(?:e|es|ed|ing|s)? (?:\w+ ){0,2}energy\b|\benergy (?:cost|use|used|spent|per)\b"
    r"|\bruns? costs? more\b"
    r"|\bways? of eating less\b|\beating windows?\b|\btold to eat less\b"
    r"|\b(?:los|gain)(?:e|es|t|ing|s|ed)\b.{0,24}\b(?:kg|lb|pounds?|kilos?)\b|\bper kg\b",
    re.IGNORECASE,
)
_OF_A_DIAGNOSIS: Final = Pattern(r"\b(?:eating disorder|too little (?:food|energy)|eat more)\b", re.IGNORECASE)
"""Sentences that warn somebody who eats too little are for just these people."""
_ARTICLE: Final = Pattern(
    r"\b(?:fat|weight|scale|calories?|burn\w*|butt|belly|diet|breakfast|cellulite|skin|metabolism|3,?500|pound|hungry"
    r"|smaller|bigger|los\w+|bulky|low[- ]carb|creams?|fasting|fasted|eating windows?|restricted)\b",
    re.IGNORECASE,
)
_NOT_WISHED: Final = Pattern(
    r"\b(?:not|never|without|don'?t|didn'?t|isn'?t|wasn'?t|no longer)\b (?:\w+ ){0,4}(?:los(?:e|ing)|slimm?\w*|thin\w*"
    r"|weight|diet\w*)\b[^.,;?!]*",
    re.IGNORECASE,
)
_BESIDES: Final = "besides losing fat"


def is_closed_sentence(text: str) -> bool:
    """Whether a sentence of an article speaks of weight, fat, calories or shape."""
    return _BODY.search(text) is not None and _OF_A_DIAGNOSIS.search(text) is None


def asks_what_is_closed(text: str) -> bool:
    """Whether a message asks for what is closed; "not trying to lose weight" says that it doesn't."""
    return is_closed_sentence(_NOT_WISHED.sub("", text))


def is_closed_article(article: Article) -> bool:
    """Whether an article is about weight, fat or shape as a whole."""
    return article.figure == "fat_projection" or _ARTICLE.search(article.title.replace(_BESIDES, "")) is not None
