"""Pick the sentences of an article that answer what was asked: by the type of the question, none said before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from bot.coach.draft import Draft
from bot.coach.shielding import is_closed_sentence
from bot.coach.statistics_asked import UNITS
from bot.knowledge.article import Article, Passage, Role, Sentence
from bot.nlu.frame import QuestionType
from bot.nlu.pattern import Pattern
from bot.voice.numerals import mentions

Quotable = tuple[Passage, Sentence]

_WORD: Final = Pattern(r"[a-z]{3,}")
_EMPTY: Final = frozenset(
    "the and for you your are was that this with from what why how does will can make long much many about have has "
    "should would could did when which who get got just any more than then there they them their its not but run runs "
    "running start starting never ever before".split()
)
_LEANS: Final = Pattern(
    r"(?:That|This(?! week)|It|They|These|Those|He|She|But|And|So|Such|Both|Neither|Another|Others?|Yet|Also|Even so"
    r"|Either|Of those|Still|Then|All of|One of|Two of|Once|Single trials)\b"
    r"|.{0,24}\b(?:disagrees|fared alike|is just)\b"
)
"""Beginnings that need the sentence before them."""
_OPEN: Final = (
    Pattern(r"\b(?:dissent\w*|disagree\w*|split|unclear|not settled|picture is open|mixed|Nobody is sure)\b"),
    Pattern(r"\bfound no (?:trial|study|clear)\b|\bno trial\b|\bno study\b|\bnobody (?:has|knows|is)\b", re.IGNORECASE),
)
WORDS_OF_A_PART: Final = 60
"""What one step deeper may take."""
_CLAIMS: Final[frozenset[Role]] = frozenset({"verdict", "because", "evidence", "body"})
_ENOUGH_SHARED: Final = 2
"""Words shared with the question beyond which a shorter wording is better."""
_MOST_WORDS: Final = 24
_LONG_DISSENT: Final = 40
"""Where just the dissent is asked for."""
_WORDS_LEFT: Final = 12
"""Fewer words of an answer are no answer."""
_WE_FOUND: Final = "We found no "
"""Beginning of what our own search did not find, which has no source to name."""
_SHORT_WORD: Final = 5
"""Letters; words are compared by their first six."""
_FEW_NAMING: Final = 3
"""A word in more sentences than this is what the whole article is about."""
_FEWEST_WORDS: Final = 6
_YEAR: Final = Pattern(r"\b(?:19|20)\d\d\b")
_HOW_RIGHT: Final = Pattern(r"\bhow (?:accurate|reliable|exact|precise|right|wrong|far off)\b", re.IGNORECASE)
"""Asks after the error of a number, not after the number."""
_HOW_BIG: Final = Pattern(r"\bhow (?:big|large|small|strong)\b", re.IGNORECASE)
_SIZE: Final = Pattern(r"\d ?(?:%|kcal|kg|cm|mm)")
_DIGIT: Final = Pattern(r"\d")
_TIME: Final = Pattern(r"\b(?:days?|weeks?|months?|years?|minutes?|hours?)\b")
DECIDES: Final = Pattern(
    r"(?:Yes|No|Not|Only|Partly|Probably|Mostly|Usually|Rarely|Seldom|Hardly|Quite|Almost|Never|It (?:can|does|is|won)"
    r"|(?:[\w'-]+ ){1,4}(?:can|can't|does|doesn't|is|isn't|won't|may|are|aren't|don't|do|helps?|makes?|copes?) )"
)
"""Wordings that settle a yes or no in their first words."""
DECIDED: Final = Pattern(
    rf"^(?:{DECIDES.source}|[^.;:]{{0,60}}\b(?:fine|safe|harmless|enough|no reason|needn't|won't|shouldn't)\b)"
)
_ANSWERS: Final[Mapping[QuestionType, Pattern]] = {
    "yes_no": DECIDED,
    "is_it_true": Pattern(rf"^(?:{DECIDES.source})"),
    "which": Pattern(
        r"\b(?:better|best|same|alike|equal(?:ly)?|level|more|less|either|both|difference|than|rather|whichever)\b"
    ),
    "what_about_me": Pattern(r"\byou(?:r|rs|'re|'ve|'ll|'d)?\b", re.IGNORECASE),
}
"""Wordings that answer a kind of question; they come first where it is asked."""
_SAYS_YES: Final = Pattern(r"(?:Yes|No)\b(?! (?:breathing|home|clear))")
_FILLING: Final = frozenset({"true", "really", "actual", "please", "even", "still", "also"})
_PEOPLE: Final[Mapping[str, Pattern]] = {
    "male": Pattern(r"\b(?:men|man|males?)\b"),
    "female": Pattern(r"\b(?:women|woman|females?)\b"),
}


def fresh(draft: Draft, quotables: Iterable[Quotable]) -> Iterator[Quotable]:
    """Leave out what was said in this talk or this reply, and numbers where this person gets none."""
    for passage, sentence in quotables:
        if not draft.was_said(sentence.text) and _may_tell(draft, sentence):
            yield passage, sentence


def _may_tell(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence may be quoted to this person and is not plainly for somebody else."""
    return may_quote(draft, sentence) and not (draft.for_others is not None and draft.for_others.search(sentence.text))


def may_quote(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence of an article may be told to this person: by its numbers, and by what it says of bodies."""
    if not draft.quotes_bodies and is_closed_sentence(sentence.text):
        return False
    return draft.quotes_numbers or not mentions(sentence.text)


def stands_alone(sentence: Sentence) -> bool:
    """Whether a sentence needs no other before it."""
    return _LEANS.match(sentence.text) is None


def whole(draft: Draft, passage: Passage) -> list[Quotable]:
    """Return an answer to just this question, without what was said in this talk.

    Nothing if a part of it may not be told to this person, or what is left says little or leans on what was said.
    """
    told = [(passage, one) for one in passage.sentences]
    if passage.role != "answers" or not all(_may_tell(draft, one) for _, one in told):
        return []
    left = [one for one in told if not draft.was_said(one[1].text)]
    says_enough = sum(len(one.text.split()) for _, one in left) >= _WORDS_LEFT
    return left if left == told or (says_enough and stands_alone(left[0][1])) else []


def decides(passage: Passage) -> bool:
    """Whether an answer says yes or no in its first words."""
    return DECIDED.search(passage.text) is not None


def of_part(article: Article, *roles: Role) -> list[Quotable]:
    """Return the sentences of some parts in reading order."""
    return [(passage, one) for role in roles for passage in article.part(role) for one in passage.sentences]


def verdict(draft: Draft, article: Article, question: str, asked: QuestionType | None = None) -> list[Quotable]:
    """Return one wording of the verdict among those not said yet.

    One that begins with Yes or No is told only to those who ask what the article asks: "yes" to another question is
    worse than none. One that says yes or no, weighs two things or speaks to "you" comes first where that was asked,
    then the one nearest the question's words, then the shortest.
    """
    near = _is_asked(article, question)
    wordings = [
        one
        for one in article.part("verdict")
        if (near or not _SAYS_YES.match(one.text)) and any(True for _ in fresh(draft, [(one, one.sentences[0])]))
    ]
    if not wordings:
        return []
    turn = int(draft.seed[:8], 16) % len(wordings)
    turned = wordings[turn:] + wordings[:turn]
    answers = _ANSWERS.get(asked or "yes_no")

    def fit(one: Passage) -> tuple[bool, int, int]:
        says = answers is not None and answers.search(one.text) is not None
        return says, min(_ENOUGH_SHARED, len(words_in(one.text) & words_in(question))), -len(one.text)

    best = max(turned, key=fit)
    return [(best, sentence) for sentence in best.sentences]


def _is_asked(article: Article, question: str) -> bool:
    """Whether a question holds nothing that the article's own does not."""
    own = words_in(f"{article.question} {article.title}")
    return words_in(question) - _FILLING <= own


def asked_for(article: Article, question: QuestionType | None, text: str, focus: Passage | None) -> list[Quotable]:
    """Return the sentences that give what this type of question asks for, best first; empty for a plain yes or no."""
    match question:
        case "how":
            return _from_nearest(article.part("how_to"), text, focus)
        case "why":
            return told_in(article, "because")
        case "how_long":
            return _best(article, text, lambda one: _TIME.search(one.text) is not None)
        case "how_much":
            return _amounts(article, text)
        case "yes_no" | "is_it_true":
            return _naming(article, text)
        case "what_about_me":
            found = of_part(article, "because", "how_to", "caution")
            return nearest_to(text, [one for one in found if _ANSWERS["what_about_me"].search(one[1].text)])
        case _:
            return []


def reasons(article: Article, text: str, focus: Passage | None) -> list[Quotable]:
    """Return sentences that say why, those of the passage that fits the question best first."""
    usual = _backed(of_part(article, "because", "body"))
    if focus is None or focus.role in {"verdict", "because"}:
        return usual
    return [*(one for one in _from_nearest((focus,), text, focus) if one[1].keys), *usual]


def told_in(article: Article, *roles: Role) -> list[Quotable]:
    """Return what parts tell in reading order; of claims only those with a source, of advice all."""
    return [
        one
        for role in roles
        for one in (_backed(of_part(article, role)) if role in _CLAIMS else of_part(article, role))
    ]


def _backed(quotables: list[Quotable]) -> list[Quotable]:
    """Leave out claims without a source of their own where others have one."""
    backed = [one for one in quotables if one[1].keys]
    return backed or quotables


def dissent(article: Article, *, asked: bool = False) -> Quotable | None:
    """Return the sentence that says what is not known or who disagrees.

    Where it was not `asked` for, it is a short one, and None where the evidence is strong.
    """
    if article.strength == "strong" and not asked:
        return None
    longest = _LONG_DISSENT if asked else _MOST_WORDS
    evidence = [
        (passage, one)
        for passage, one in of_part(article, "evidence", "because")
        if _FEWEST_WORDS <= len(one.text.split()) <= longest
        and not _LEANS.match(one.text)
        and (one.keys or one.text.startswith(_WE_FOUND))
    ]
    return next((one for pattern in _OPEN for one in evidence if pattern.search(one[1].text)), None)


def about_people(article: Article, sex: str) -> list[Quotable]:
    """Return the sentences of an article that speak of men, or of women; a verdict that does comes first."""
    pattern = _PEOPLE[sex]
    found = [*of_part(article, "verdict")[:1], *of_part(article, "because", "evidence", "how_to", "caution")]
    return [one for one in found if pattern.search(one[1].text) and not _LEANS.match(one[1].text)]


def within(draft: Draft, order: Iterable[Quotable], *, room: int, most: int) -> list[Quotable]:
    """Return the first sentences that are new and fit the room, always at least one; a leaning one only in its place.

    Args:
        draft: Knows what was said.
        order: Sentences, best first.
        room: Words they may take.
        most: Sentences at most.
    """
    picked: list[Quotable] = []
    words = 0
    for passage, sentence in fresh(draft, order):
        follows = bool(picked) and _next_in(passage, picked[-1][1]) is sentence
        if (passage, sentence) in picked or (_LEANS.match(sentence.text) and not follows):
            continue
        words += len(sentence.text.split()) + bool(sentence.keys)
        if picked and words > room:
            break
        picked.append((passage, sentence))
        if len(picked) == most:
            break
    while len(picked) > 1 and picked[-1][1].text.endswith("?"):
        picked.pop()
    return picked


def _next_in(passage: Passage, before: Sentence) -> Sentence | None:
    places = [index for index, one in enumerate(passage.sentences) if one is before]
    after = places[0] + 1 if places else len(passage.sentences)
    return passage.sentences[after] if after < len(passage.sentences) else None


def _from_nearest(passages: Iterable[Passage], text: str, focus: Passage | None) -> list[Quotable]:
    """Return sentences from the one that shares most words with the question on, the fitting passage first."""
    ordered = sorted(passages, key=lambda one: one is not focus)
    if not ordered:
        return []
    first, wanted = ordered[0], words_in(text)
    shared = [len(wanted & words_in(one.text)) for one in first.sentences]
    start = shared.index(max(shared)) if max(shared) > shared[0] + 1 else 0
    while start and _LEANS.match(first.sentences[start].text):
        start -= 1
    turned = [*first.sentences[start:], *first.sentences[:start]]
    return [(first, one) for one in turned] + [(one, sentence) for one in ordered[1:] for sentence in one.sentences]


def _best(article: Article, text: str, fits: Callable[[Sentence], bool]) -> list[Quotable]:
    """Return the sentences that can hold the answer, those that share most with the question first."""
    wanted = words_in(text)
    found = [
        (passage, one)
        for passage, one in of_part(article, "verdict", "because", "how_to", "evidence", "body")
        if fits(one) and not _LEANS.match(one.text)
    ]
    return sorted(found, key=lambda one: -len(wanted & words_in(one[1].text)))


def _naming(article: Article, text: str) -> list[Quotable]:
    """Return the sentences that name what a question names and no wording of the verdict does: magnesium for cramps."""
    general = " ".join((article.title, article.question, *(one.text for one in article.part("verdict"))))
    named = {word for word in words_in(text) - words_in(general) if len(word) > _SHORT_WORD}
    found = [one for one in of_part(article, "because", "evidence") if one[1].keys and named & words_in(one[1].text)]
    return nearest_to(text, found) if len(found) <= _FEW_NAMING else []


def _amounts(article: Article, text: str) -> list[Quotable]:
    """Return sentences with an amount: those in what was asked for first, else those nearest to the question."""
    units = [unit for unit in UNITS if unit.asked.search(text) and not _HOW_RIGHT.search(text)]
    numeric = _best(article, text, lambda one: bool(mentions(_YEAR.sub("", one.text))))
    fits = [one for one in numeric if _DIGIT.search(one[1].text) and any(u.given.search(one[1].text) for u in units)]
    if _HOW_BIG.search(text) and not units:
        fits = [one for one in numeric if one[1].keys and _SIZE.search(one[1].text)]
    return sorted(fits, key=lambda one: not one[1].keys) or _near_the_best(numeric, text)


def _near_the_best(ordered: list[Quotable], text: str) -> list[Quotable]:
    """Leave out sentences that fit a question much worse than the best one; what has a source comes first."""
    wanted = words_in(text)
    most = max((len(wanted & words_in(one.text)) for _, one in ordered), default=0)
    near = [one for one in ordered if len(wanted & words_in(one[1].text)) >= most - 1]
    return sorted(near, key=lambda one: not one[1].keys)


def nearest_to(text: str, quotables: Iterable[Quotable]) -> list[Quotable]:
    """Return sentences by how many words they share with a text, most first; those that lean on another left out."""
    wanted = words_in(text)
    alone = [one for one in quotables if not _LEANS.match(one[1].text)]
    return sorted(alone, key=lambda one: -len(wanted & words_in(one[1].text)))


def words_in(text: str) -> set[str]:
    """Return the beginnings of the words of a text that name something."""
    return {word[:6] for word in _WORD.findall(text.lower()) if word not in _EMPTY}
