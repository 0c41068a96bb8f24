"""The gravest signs in a few other languages: the coach reads English only, but these words must not be missed."""

from __future__ import annotations

from bot.nlu.red_flag_sign import Sign, words

FOREIGN: tuple[Sign, ...] = (
    Sign(
        category="chest_pain",
        pattern=words(
            r"\b(?:dolor (?:de|en el) pecho|duele el pecho|opresi[oó]n en el pecho"  # Spanish
            r"|(?:douleurs?|mal) (?:à|a|dans) la poitrine"  # French
            r"|brustschmerz\w*|schmerzen in der brust|brust (?:tut weh|schmerzt)|druck auf der brust"  # German
            r"|dolor[ei] al petto|male il petto"  # Italian
            r"|dor(?:es)? no peito"  # Portuguese
            r"|pijn op (?:de|mijn) borst)\b"  # Dutch
        ),
        deniable=False,
        personal=False,
    ),
    Sign(
        category="self_harm",
        pattern=words(
            r"\b(?:suicidarme|suicidio|quiero morir(?:me)?|quitarme la vida|no quiero vivir"  # Spanish
            r"|me suicider|envie de mourir|veux mourir|me tuer"  # French
            r"|selbstmord\w*|suizid\w*|mich umbringen|nicht mehr leben|will sterben|sterben will"  # German
            r"|suicidarmi|voglio morire|uccidermi"  # Italian
            r"|me matar|quero morrer|suic[ií]dio"  # Portuguese
            r"|zelfmoord|wil dood|niet meer leven)\b"  # Dutch
        ),
        deniable=False,
        personal=False,
        fades=False,
    ),
)
"""Read as written; typo repair knows English only."""
