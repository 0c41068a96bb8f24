"""Tell that a message is not in English, when it is plain to see; never guess."""

from __future__ import annotations

import unicodedata
from collections import Counter

from bot.nlu.pattern import Pattern

_SCRIPTS = {
    "CYRILLIC": "ru",
    "GREEK": "el",
    "ARABIC": "ar",
    "HEBREW": "he",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "THAI": "th",
    "DEVANAGARI": "hi",
}
_UKRAINIAN = frozenset("іїєґ")
_COMMON = {
    "es": "que para como cuanto cuántas cuántos cuanta cuantas calorías calorias correr corro corriendo el los las"
    " una por con más mas mi peso perder grasa quiero puedo glúteos gluteos reduce trotar hola gracias estoy"
    " tengo años kilos cómo qué cuánto semana mañana recuérdame",
    "fr": "est que combien courir je les des une pour avec mon ma mes perdre graisse veux puis fesses poids bonjour"
    " merci suis ai ans pas dans semaine matin rappelle moi maigrir",
    "de": "ich und wie viel viele beim laufen joggen der das ein eine für mit mein meine abnehmen fett möchte kann"
    " hintern gewicht hallo danke bin habe jahre nicht kalorien verbrenne macht kleiner erinnere mich jeden"
    " woche täglich morgen po wird",
    "it": "che quanto quante correre corsa il gli una mio mia perdere grasso voglio posso glutei peso ciao grazie"
    " sono ho anni non calorie brucio fa dimagrire settimana ricordami ogni domani",
    "pt": "que como quanto quantas correr corrida o os uma para com meu minha perder gordura quero posso glúteos peso"
    " olá obrigado obrigada estou tenho anos não calorias bunda emagrecer semana amanhã lembra",
    "nl": "ik en hoe veel hardlopen rennen de het een voor met mijn afvallen vet wil kan billen gewicht hallo bedankt"
    " ben heb jaar niet calorieën verbrand maakt kleiner herinner elke dag week",
    "pl": "jak czy ile biegać bieganie biegam się na nie jest dla moje schudnąć tłuszcz chcę mogę pośladki waga cześć"
    " dziękuję jestem mam lat kalorii",
    "tr": "koşmak kaç için bir ve ben benim kilo vermek yağ istiyorum kalça merhaba teşekkürler koşu kalori",
    "sv": "jag och hur många mycket springa löpning en för med mitt gå ner fett vill kan rumpa vikt hej tack är har"
    " år inte kalorier",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_ENGLISH = frozenset(
    "the a an i im my me you your is are was do does did can could will would should how what why when where which"
    " who it its this that and or "
    "but if for to of in on at with from about not no run running ran have has had be been get got so just much many"
    " long per week day".split()
)
_TOKEN = Pattern(r"[^\W\d_]+")
_MOST_LETTERS = 2000


def foreign_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a message's language if it is plainly not English, else None.

    Another script decides by itself; a Latin one needs at least two telling words, a third of all, and fewer
    English ones.
    """
    sample = text[:_MOST_LETTERS]
    return _by_script(sample) or _by_words(sample.lower())


def _by_script(text: str) -> str | None:
    if text.isascii():
        return None
    letters = [char for char in text if char.isalpha()]
    scripts = Counter(unicodedata.name(char, "?").split(" ", 1)[0].split("-", 1)[0] for char in letters)
    foreign = {script: count for script, count in scripts.items() if script in _SCRIPTS}
    if not foreign or sum(foreign.values()) * 2 < len(letters):
        return None
    if "HIRAGANA" in foreign or "KATAKANA" in foreign:
        return "ja"
    script = max(foreign, key=foreign.__getitem__)
    if script == "CYRILLIC" and _UKRAINIAN & set(text.lower()):
        return "uk"
    return _SCRIPTS[script]


def _by_words(text: str) -> str | None:
    tokens = _TOKEN.findall(text)
    if len(tokens) < 2:
        return None
    english = sum(token in _ENGLISH for token in tokens)
    distinct = set(tokens)
    scores = {language: len(distinct & words) for language, words in _WORDS.items()}
    best = max(scores, key=scores.__getitem__)
    score = scores[best]
    return best if score >= 2 and score * 3 >= len(tokens) and score > english else None
