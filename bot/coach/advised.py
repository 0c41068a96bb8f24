"""Explain what was just advised: what it is, how, how often, how long, when. Such a question names nothing new.

"How often should I do it then?" after a tip belongs to the article of the tip, whatever else a search may find. What
fits is told; where it was told already, it is said once more, because it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library, Role
from bot.knowledge.stems import stem
from bot.nlu.pattern import Pattern
from bot.nlu.tidy import tidy

Asked = Literal["often", "until", "long", "count", "when", "right", "how", "what"]

_COUNT: Final = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|half an)"
_ASKS: Final[Mapping[Asked, Pattern]] = {
    "often": Pattern(
        r"\bhow (?:often|regularly|many (?:times|days)(?! (?:do|does|will|until|till|before)\b))"
        r"|^(?:(?:so|and|but|ok) )*(?:every|each) (?:other )?day\b"
        r"|\bhow many (?:\w+ )?(?:a|per|each|every) (?:day|week)\b"
        r"|\b(?:do|should|must) i do (?:it|this|that|them|these|those) (?:every|each|all) "
    ),
    "until": Pattern(
        r"\bhow (?:long|many (?:weeks|months|days))\b.{0,24}\b(?:until|till|before|better|help\w*|work\w*|notice|feel"
        r"|see|take|for it)\b|\bwhen (?:will|does|do|would) (?:i |it |they |that |this )"
        r"(?:\w+ )?(?:get better|better|help\w*|work\w*|notice|feel|see|kick in|show|change|stop)\b"
        r"|\bfor how (?:long|many (?:weeks|months))\b"
    ),
    "long": Pattern(r"\bhow (?:long|many (?:minutes|mins|seconds|secs))\b"),
    "count": Pattern(r"\bhow many\b|\bhow much of (?:it|that|this)\b"),
    "when": Pattern(
        r"^(?:(?:so|and|but|ok|then) )*(?:when|what time)(?: (?:then|exactly|should i|do i|to)(?: (?:do|go|start))?"
        r"(?: (?:it|that|this|them|those|these|out))?)*$|\b(?:before or after|morning or evening|morning or night)\b"
    ),
    "right": Pattern(
        r"\b(?:know|tell|sure|check) (?:if |whether |that )?i(?:m| am)? (?:do|doing) (?:it|that|this|them|those|these)"
        r"|\bam i doing (?:it|that|this|them|those|these) (?:right|wrong|properly)\b"
    ),
    "how": Pattern(
        r"^(?:(?:so|and|but|ok) )*how(?: exactly)?$|\bhow (?:(?:do|should|can|would|must) (?:i|you|u) |to )"
        r"(?:actually |even |start )?(?:do|with) (?:that|this|it|them|those|these)\b|\bhow does (?:that|this|it) go\b"
    ),
    "what": Pattern(
        r"^(?:(?:so|and|but|ok|sorry|wait|hm+) )*(?:what(?: is|s| are| do you mean (?:by|with))|whats|which|what"
        r"|explain|define)\b"
    ),
}
"""How each is asked; the first that fits."""
_SAYS: Final[Mapping[Asked, Pattern]] = {
    "often": Pattern(
        r"\b(?:a|per|each|every|other|most) (?:day|week|night|morning)\b|\bdaily\b|\b(?:days|times) a week\b"
        r"|\brest day\b|\bfree day between\b|\bthis week\b"
    ),
    "until": Pattern(
        rf"\b(?:{_COUNT}|few|some|several|about|take|need|within) (?:to \w+ |about )?(?:\w+ )?(?:weeks|months)\b"
    ),
    "long": Pattern(rf"\b{_COUNT}[ -](?:minutes?|seconds?|hours?)\b"),
    "count": Pattern(rf"\b{_COUNT} (?:of|times|repeats?|rounds?|each|more|on each)\b"),
    "when": Pattern(
        r"\b(?:tomorrow|today|mornings?|evenings?|before|after|at night|in bed|next (?:free )?day|on the next)\b"
    ),
    "right": Pattern(r"\b(?:right|wrong|correct\w*|check\w*|should feel|feel it|you feel)\b"),
}
"""What a sentence says that answers it."""
_LOOSE: Final = frozenset({"knowledge_question", "out_of_scope", "help", "more", "plan", "why", "projection_question"})
"""What such short questions are read as."""
_LONGEST: Final = 10
_ROOM: Final = 45
_MOST: Final = 2
_LIKELY: Final = 0.1
"""How likely an answer of the same article must be to be told as a whole."""
_WORD: Final = Pattern(r"[a-z]+")
_EMPTY: Final = frozenset(
    "a about actually again all am an and any are at be better but by can could day days did do does doing done each "
    "else even every exactly feel feels first for get gets go going good have hear help helps how i if im in is it its "
    "just kick know like long make many me mean means minutes mins month months more morning mornings much must my "
    "need night no notice now of often ok on once one or other out per please pls really regularly right same see "
    "seconds secs should show so sorry start supposed take tell than that thats the them then there these they thing "
    "things this those time times to too u until till wait week weeks what whats when where which whole will with work "
    "works would wrong you your hm hmm before after evening evenings before explain define change stop".split()
)
"""Words that name no subject."""
_ROLES: Final[tuple[Role, ...]] = ("how_to", "answers", "verdict", "because")


def answer_advised(draft: Draft, w: Workings, library: Library) -> bool:
    """Explain what one of the last turns advised; return whether that was asked."""
    plain = tidy(w.message.text).strip(" .?!")
    article, before = w.thread.article(library), w.thread.telling
    loose = w.frame.intent in _LOOSE and w.frame.ask is None and not w.frame.correction and not w.frame.entities
    if (
        article is None
        or before is None
        or before is not w.last
        or not loose
        or permissions(w.runner).state is not None
    ):
        return False
    asked = next((name for name, pattern in _ASKS.items() if pattern.search(plain)), None)
    if asked is None or len(plain.split()) > _LONGEST:
        return False
    named = {stem(word) for word in _WORD.findall(plain) if word not in _EMPTY}
    told = {stem(word) for word in _WORD.findall(before.reply.text.lower())}
    if not named <= told or (asked == "what" and not named):
        return False
    return _tell_answer(draft, w, article, library, asked) or _tell_sentences(draft, article, library, asked, named)


def _tell_answer(draft: Draft, w: Workings, article: Article, library: Library, asked: Asked) -> bool:
    """Tell the answer of the same article that is likely meant and says what was asked; return whether there is one."""
    says = _SAYS.get(asked)
    for one in w.likely:
        if (
            one.passage.article != article.slug
            or one.likelihood < _LIKELY
            or (says and not says.search(one.passage.text))
        ):
            continue
        if whole := picking.whole(draft, one.passage):
            _add(draft, whole, library)
            return True
    return False


def _tell_sentences(draft: Draft, article: Article, library: Library, asked: Asked, named: set[str]) -> bool:
    """Tell the sentences of the article that say what was asked, new ones first; return whether there are any."""
    fits = [one for one in picking.of_part(article, *_ROLES) if _fits(one, asked, named) and _is_open(draft, one)]
    if not fits:
        return False
    fresh = picking.within(draft, _near(fits, named), room=_ROOM, most=_MOST)
    if fresh and picking.stands_alone(fresh[0][1]):
        _add(draft, fresh, library)
        return True
    again = [one for one in _near(fits, named) if draft.was_said(one[1].text)][:1]
    if not again:
        return False
    draft.say("coach.once_more")
    _add(draft, again, library)
    return True


def _fits(one: picking.Quotable, asked: Asked, named: set[str]) -> bool:
    passage, sentence = one
    says = _SAYS.get(asked)
    if says is not None:
        return says.search(sentence.text.lower()) is not None
    if asked == "what":
        return bool(named & {stem(word) for word in _WORD.findall(sentence.text.lower())})
    return passage.role == "how_to"


def _is_open(draft: Draft, one: picking.Quotable) -> bool:
    """Whether a sentence may be told apart from its passage: of an answer only where that was told."""
    passage, _ = one
    return passage.role != "answers" or any(draft.was_said(sentence.text) for sentence in passage.sentences)


def _near(fits: list[picking.Quotable], named: set[str]) -> list[picking.Quotable]:
    """Return sentences that share most of the words named first, else in reading order."""
    return sorted(fits, key=lambda one: -len(named & {stem(word) for word in _WORD.findall(one[1].text.lower())}))


def _add(draft: Draft, quoted: Iterable[picking.Quotable], library: Library) -> None:
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))
    draft.button("more", "v1:more")
