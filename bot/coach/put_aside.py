"""What somebody says the talk is not about: "glutes?? i didn't ask about glutes", "my back is FINE", "i don't drink".

The coach brought it up, in an answer that missed. Searched along, the very words of the denial would lead to the same
article again. So they are left out of what the message asks, and the article stays aside for some turns, unless the
person comes to speak of it themselves. What somebody rules out of their own running ("no gym") is no such thing
(`bot.nlu.limits_told`), nor is an alarm that is taken back (`bot.coach.misheard`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from bot.coach.statistics_asked import content
from bot.coach.thread import TOLD
from bot.coach.turn import Exchange
from bot.knowledge.article import Library
from bot.nlu.limits_told import NO_LIMITS, limits_told
from bot.nlu.pattern import Pattern
from bot.nlu.red_flags import red_flags
from bot.nlu.tidy import tidy

_PIECE: Final = Pattern(r"(?<=[.!?,;\n])\s+|\s+(?=but\b)", re.IGNORECASE)
_FEWEST: Final = 3
"""Words that must be left for the denial to be left out."""
_HOLDS: Final = 4
"""Turns for which an article stays aside."""
_REPLIES: Final = 3
"""Replies whose words may be put aside."""
_STEM: Final = 5
_OPENING: Final = r"^(?:(?:no+|nah|nope|but|and|what|wait|huh|hey|lol|well|ok|sorry|um|eh|again|please|pls)\W+)*"
_OF_THE_TALK: Final = Pattern(
    _OPENING + r"(?:i (?:really |still |just )?(?:didnt|did not|wasnt|was not|never|dont|do not|am not)|im not|not)"
    r" (?:even |really |actually )*(?:ask\w*|sa(?:y|id|ying)|mean\w*|mention\w*|talk\w*|want(?:ing)? to know)"
    r"(?: you)?(?: anything| something)?(?: about| for| to know| of)*(?: the| my| any| a)? (?P<what>.+)"
    r"|" + _OPENING + r"(?:just )?(?:stop(?: with| saying| about| talking about| going on about| telling me about)+"
    r"|forget(?: about)?|enough (?:of|about|with)|leave out|still(?: with| on| about)?)"
    r"(?: the| my| these| those| that| this)? (?P<less>[a-z][a-z -]*)"
    r"|" + _OPENING + r"(?:the |a |an |my )?(?P<named>[a-z][a-z -]{1,40}?) (?:isnt|is not|wasnt|was not|arent|are not"
    r"|werent) (?:what|the (?:thing|one|part)|something|anything) (?:that )?i(?: have|ve)? ?(?:even |ever |really )?"
    r"(?:ask\w*|mean\w*|sa(?:y|id)|want\w*|was (?:ask|talk)ing)\b"
)
"""Says in so many words that it was not asked."""
_IS_WELL: Final = Pattern(
    r"\bmy (?P<what>\w+(?: \w+)?) (?:is|are|feels?|seems?) (?:\w+ )?(?:fine|ok|okay|good|great|healthy"
    r"|not the (?:problem|issue))\W*$"
)
_NOTHING_HURTS: Final = Pattern(
    r"\bnothing (?:hurts|aches|is sore|is wrong)\b|\bi have no (?:pains?|aches?|injur\w+)\b"
    r"|\bim not (?:hurt|injured|in pain|sore)\b"
)
_PAIN: Final = frozenset({"pain", "ache", "aches", "achin", "sore", "hurt", "hurts", "injur"})
"""Stems that an article on something sore has in its name."""
_IS_NONE: Final = Pattern(
    _OPENING + r"(?:i (?:dont|do not|have|dont have|do not have|havent|have not|never|didnt|did not|am not)|im not"
    r"|its not|it is not|thats not|this is not|its no|there is|theres|not|no)"
    r"(?: have| got| had| do| want| about| a| an| any| the| no| that)* (?P<what>[a-z][a-z' -]{1,30}?)\W*$"
)
_DENIES: Final = Pattern(
    _OPENING + r"(?:i (?:dont|do not|never|didnt|did not|have no|havent|wasnt)|im not|no|not|who said|where did)\b"
)
_RESTATES: Final = Pattern(r"^(?:i (?:mean|meant|asked|said|was asking)|im asking)\b")
_DENIALS: Final = (_OF_THE_TALK, _IS_WELL, _NOTHING_HURTS, _IS_NONE)
_LONGEST_ECHO: Final = 3
_NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class PutAside:
    """What a message puts aside."""

    rest: str
    """The message without it."""
    words: frozenset[str] = frozenset()
    """Stems of the words that this very message puts aside."""
    held: frozenset[str] = frozenset()
    """Stems of all words that stay aside in this turn."""
    articles: frozenset[str] = frozenset()
    """Slugs of the articles that stay aside in this turn."""


NOTHING_ASIDE: Final = PutAside(rest="")


def put_aside(text: str, exchanges: Sequence[Exchange], library: Library) -> PutAside:
    """Return what a message, and those shortly before it, put aside.

    Args:
        text: The message.
        exchanges: The turns before it, oldest first.
        library: The articles.
    """
    begin = max(0, len(exchanges) - _HOLDS)
    here = _denied_in(text, exchanges, library)
    rest = text if here is None else here.rest
    mine = _stems(content(rest))
    all_of_them = (
        here,
        *(_denied_in(one.said, exchanges[:at], library) for at, one in enumerate(exchanges[begin:], begin)),
    )
    kept = [one for one in all_of_them if one is not None and not mine & one.words]
    return PutAside(
        rest=rest if len(rest.split()) >= _FEWEST else text,
        words=_NOTHING if here is None else here.words,
        held=_NOTHING.union(*(one.words for one in kept)),
        articles=frozenset(
            slug for one in kept for slug in one.articles if not (mine - one.words) & _subject(slug, library)
        ),
    )


def without_words_aside(text: str, aside: PutAside) -> str:
    """Return an earlier text without the words that stay aside."""
    return " ".join(word for word in text.split() if not _stems(content(word)) & aside.held)


def _denied_in(text: str, exchanges: Sequence[Exchange], library: Library) -> PutAside | None:
    """Return what a message leaves of itself, and what it puts aside of the last replies; None if that is nothing."""
    lately = exchanges[-_REPLIES:]
    if not lately or lately[-1].reply.kind in {"safety", "clarify"}:
        return None  # what is said then is an answer, or takes an alarm back
    told = [one for one in lately if _told(one)]
    spoken = _stems(content(" ".join(one.reply.text for one in lately)))
    asked = _stems(content(" ".join(_asked(one.said) for one in exchanges)))
    subject = {stem for one in told for slug in _told(one) for stem in _subject(slug, library)}
    pieces = _PIECE.split(text)
    plain = [tidy(piece) for piece in pieces]
    named = [
        _denied_words(piece, told, spoken, asked, subject - asked)
        if limits_told(piece, mother=False) == NO_LIMITS
        else _NOTHING
        for piece in plain
    ]
    for place, (piece, whole) in enumerate(zip(plain[:-1], pieces[:-1], strict=True)):
        after = plain[place + 1]
        echo = (_echoed(piece, whole) & spoken) - asked
        if echo and (named[place + 1] or _DENIES.search(after) or _RESTATES.search(after)):
            named[place] = echo
            if not _RESTATES.search(after):
                named[place + 1] = named[place + 1] or echo
    dropped = " ".join(piece for piece, words in zip(pieces, named, strict=True) if words)
    if not dropped or red_flags(dropped):
        return None
    words = _NOTHING.union(*named)
    return PutAside(
        rest=" ".join(piece for piece, out in zip(pieces, named, strict=True) if not out).strip(),
        words=words,
        articles=frozenset(slug for one in told for slug in _told(one) if _tells_of(words, one, slug, library)),
    )


def _denied_words(
    piece: str, told: Sequence[Exchange], spoken: set[str], asked: set[str], subject: set[str]
) -> frozenset[str]:
    """Return the words of the last replies, as stems, of which a part of a message says that the talk is not of them.

    Args:
        piece: The part, tidy.
        told: The last turns that told of articles.
        spoken: What the last replies said.
        asked: What the person asked and told of so far.
        subject: What the articles told of are about, and the person never asked.
    """
    if (match := _OF_THE_TALK.search(piece)) is not None:
        of_articles = match["less"] is not None and bool(told)
        words = _stems(content(match["what"] or match["less"] or match["named"]))
        return frozenset(words if of_articles else words & spoken)
    if _NOTHING_HURTS.search(piece) is not None:
        return _NOTHING if asked & _PAIN else frozenset(_PAIN)
    if (match := _IS_WELL.search(piece)) is not None:
        return frozenset(_stems(content(match["what"])) - asked)
    match = _IS_NONE.search(piece)
    return _NOTHING if match is None else frozenset(_stems(content(match["what"])) & spoken & subject)


def _echoed(piece: str, whole: str) -> frozenset[str]:
    """Return the words, as stems, of a part that gives back nothing but a word or two in wonder: "glutes??"."""
    wonders = "?" in whole and len(piece.split()) <= _LONGEST_ECHO
    return frozenset(_stems(content(piece))) if wonders else _NOTHING


def _asked(said: str) -> str:
    """Return a message without the words it only gives back or denies."""
    pieces = [(piece, tidy(piece)) for piece in _PIECE.split(said)]
    denied = (any(denial.search(plain) for denial in _DENIALS) or _echoed(plain, piece) for piece, plain in pieces)
    return " ".join(piece for (piece, _), out in zip(pieces, denied, strict=True) if not out)


def _told(exchange: Exchange) -> set[str]:
    """Return the slugs of the articles a turn told of."""
    quoted = {str(passage_id).split(":", 1)[0] for passage_id in exchange.entities.get(TOLD, ())}
    return quoted | {citation.article for citation in exchange.reply.citations}


def _tells_of(words: Collection[str], exchange: Exchange, slug: str, library: Library) -> bool:
    """Whether what is put aside, as stems, is what an article is about or what a turn told of it; pain is in many."""
    told = set(words) - _PAIN
    return bool(told & _stems(content(exchange.reply.text)) or set(words) & _subject(slug, library))


def _subject(slug: str, library: Library) -> set[str]:
    """Return what an article is about, as stems."""
    article = library.articles.get(slug)
    named = slug.replace("-", " ")
    return _stems(content(named if article is None else f"{named} {article.title} {article.question}"))


def _stems(words: Collection[str]) -> set[str]:
    return {word[:_STEM] for word in words}
