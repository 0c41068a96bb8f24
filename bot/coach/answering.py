"""Word a knowledge answer: verdict, one reason, one figure, one next step; every claim with its mark.

Sentences come from the articles word for word. What was already said in this talk is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.coach import beginning, picking, walls
from bot.coach.draft import Draft
from bot.coach.facts import Found, Noted
from bot.coach.fitting import may_offer
from bot.coach.meant import in_plain_words
from bot.coach.nextstep import next_step
from bot.coach.permissions import Permissions, permissions
from bot.coach.scale import scale
from bot.coach.shielding import asks_what_is_closed, is_closed_article, is_closed_sentence
from bot.coach.statistics_asked import lacks, other_side_missing
from bot.coach.thread import SUMS
from bot.coach.told_out import say_nothing_new
from bot.coach.unheld import kept_to
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library, Passage, Role
from bot.knowledge.retrieval import Retrieval
from bot.nlu.pattern import Pattern
from bot.nlu.read_question import question_type
from bot.nlu.tidy import tidy
from bot.voice.phrase import Phrase, phrase

WORDS_OF_AN_ANSWER: Final = 80
"""A first answer stays under this, marks counted; "More" opens the rest."""
WORDS_WITH_DOUBT: Final = 66
"""Who disagrees is told at once only where the answer stays this short; else it waits for "how sure?"."""
WORDS_OF_ADVICE: Final = 42
"""What to do stays this short beside the claim it rests on."""
WORDS_OF_MORE: Final = 84
"""More was asked for."""
_SENTENCES: Final = 2
_SENTENCES_OF_ADVICE: Final = 3
_SENTENCES_OF_A_PART: Final = 6
_LONG_SENTENCE: Final = 20
"""Words; shorter reasons are told first."""
_LIKELY_IN_TALK: Final = 0.2
"""How likely an answer must be to a message that may go on with the talk."""
_FOCUS_MARGIN: Final = 0.08
"""How much better than the verdict a passage must fit before the answer goes into it."""
_WANTS_FIGURE: Final = frozenset({"how_much", "what_about_me"})
"""Types of question that a figure of one's own answers, even where an article answers just this question."""
_ORDER_OF_MORE: Final[tuple[Role, ...]] = ("because", "evidence", "how_to", "caution", "body")
_USUAL: Final[tuple[Role, ...]] = ("verdict", "because")
_OF_IT: Final = Pattern(r"^\W*(?:\w+ ){0,5}(?:it|that|this)\b(?: \w+){0,2}\W*$", re.IGNORECASE)
"""So short, "how long would it take" names no subject of its own."""
_OF_DOSE: Final = Pattern(r"\bhow (?:fast|far|quick(?:ly)?|often|hard|many days)\b", re.IGNORECASE)
_BEGINS_WITH_IT: Final = frozenset({"how_long", "how_much", "why"})
_NEXT_BEST: Final = 4
"""How far down a search an article may stand that has what the first one lacks."""
_OF_ENERGY: Final = Pattern(r"\b(?:cal\w*|kcals?|burn\w*|energy)\b", re.IGNORECASE)
_ASKS_FOR_ENERGY: Final = Pattern(
    r"\b(?:calor\w*|cals?|kcals?|burn(?:s|ed|ing)?)\b(?! (?:sensation|feet|lungs?|legs))", re.IGNORECASE
)
_OF_SELF: Final = Pattern(r"\b(?:i|i'm|im|ive|i've|me)\b", re.IGNORECASE)
_ONLY_PEOPLE: Final = 5
"""So short, "and for women?" names nothing but people."""
_WANTS_ADVICE: Final = Pattern(
    r"\b(?:how|what|tips?|advice|help|fix|stop|best|should|ways?|which|i|i'?m|i'?ve|my|me)\b", re.IGNORECASE
)
"""A way is wanted by who asks for one, or has a trouble of their own; "running is bad for knees" wants a verdict."""
_DIGIT: Final = Pattern(r"\d")
_PLURAL: Final = {"male": "men", "female": "women"}


def answer(draft: Draft, found: Found, w: Workings, library: Library) -> None:
    """Word what a search brought back, by how far it can be trusted."""
    retrieval = found.retrieval
    if (just_this := in_talk(draft, w, _LIKELY_IN_TALK)) is not None:
        _with_feeling(draft, w)
        explain(draft, library.articles[just_this.article], w, library, focus=just_this)
        return
    if retrieval.zone == "decline" or not retrieval.hits:
        walls.nothing_found(draft, w, retrieval, library)
        return
    article = _best_of(w, retrieval, library)
    allowed = permissions(w.runner)
    focus = _focus(article, retrieval)
    # An answer to just this question that may be told as a whole says nothing of what the state closes.
    met = focus is not None and bool(picking.whole(draft, focus))
    if not met and allowed.state is not None and asks_of_bodies(w, allowed, article):
        draft.say_once(f"coach.withheld.{allowed.state}")
        return
    if not met and retrieval.zone == "hedge":
        _nearest(draft, retrieval, w, library)
        return
    if w.frame.correction or w.aside.words:
        draft.say("probe.missed")
        draft.said_before = ()  # asked once more, the same sentence may be the answer
    _with_feeling(draft, w)
    explain(draft, article, w, library, focus=focus)


def in_talk(draft: Draft, w: Workings, least: float) -> Passage | None:
    """Return the answer to just this message, read as going on with the talk; None if none is near or is news.

    Args:
        draft: Knows what was said.
        w: The turn; those in a state that closes something have articles of their own.
        least: How likely it must be.
    """
    if permissions(w.runner).state is not None:
        return None
    on = w.thread.quoted
    best = next(
        (
            one
            for one in w.likely
            if one.passage.article in on or may_offer(one.passage.article, w.runner, w.message.text)
        ),
        None,
    )
    if best is None or best.likelihood < least:
        return None
    told_whole = bool(picking.whole(draft, best.passage))
    opens = best.passage.role == "verdict" and not draft.was_said(best.passage.sentences[0].text)
    return best.passage if told_whole or opens else None


def _best_of(w: Workings, retrieval: Retrieval, library: Library) -> Article:
    """Return the article found first, or one of the next that has what was asked and the first has not.

    That is both of two things that are set against each other, and a time where one was asked for.
    """
    text = w.message.text
    found = [library.articles[slug] for slug in retrieval.articles]
    if other_side_missing(text, found[0]) is not None:
        return next((one for one in found[1:_NEXT_BEST] if other_side_missing(text, one) is None), found[0])
    if w.frame.question == "how_long" and _OF_IT.search(text) is not None:
        return next((one for one in found[:_NEXT_BEST] if question_type(tidy(one.question)) == "how_long"), found[0])
    return found[0]


def asks_of_bodies(w: Workings, allowed: Permissions, article: Article | None = None) -> bool:
    """Whether a question wants what a protected state closes; hunger, milk or a sore knee are no such question."""
    text = w.message.text
    of_bodies = not allowed.quoted_bodies and is_closed_sentence(text)
    if of_bodies and article is not None and not is_closed_article(article):
        of_bodies = asks_what_is_closed(text)
    return of_bodies or _ASKS_FOR_ENERGY.search(text) is not None or w.frame.intent in SUMS


def hears_of_bodies(w: Workings) -> bool:
    """Whether sentences may speak of weight and shape: to somebody who wants no numbers, where they ask of it."""
    allowed = permissions(w.runner)
    return allowed.quoted_bodies and (allowed.state is None or is_closed_sentence(w.message.text))


def explain(draft: Draft, article: Article, w: Workings, library: Library, *, focus: Passage | None = None) -> None:
    """Answer from one article what was asked: its own kind of sentence first, then why, one figure, one next step."""
    article, focus = kept_to(w, article, focus, library)
    only_people = (
        w.frame.follow_up and len(w.message.text.split()) <= _ONLY_PEOPLE and not _DIGIT.search(w.message.text)
    )
    sex = w.frame.entities.get("sex") if only_people else None
    if sex in _PLURAL and _for_people(draft, article, sex, w, library):
        return
    just_this = beginning.begun(draft, article, focus, in_plain_words(w.message.text), w.frame.question)
    wants_figure = _wants_figure(w) if just_this else _fits_figure(article, w)
    figure = scale(draft, article, w) if wants_figure else Phrase()
    step = next_step(draft, article, w, of_shape=not just_this or is_closed_sentence(w.message.text))
    if just_this:
        _tell(draft, just_this, library, figure, step)
        return
    room = WORDS_OF_AN_ANSWER - sum(len(part.text.split()) for part in (figure, step))
    quoted = _chosen(draft, article, w, focus, room)
    if not quoted:
        told = any(draft.was_said(one.text) for passage in article.passages for one in passage.sentences)
        if told or permissions(w.runner).state is None:
            say_nothing_new(draft, article, library)
        else:
            draft.say("care.any.left_out")
        return
    if (other := other_side_missing(w.message.text, article)) is not None:
        draft.say("probe.no_comparison", other=draft.texts.say(f"probe.side.{other}"))
    elif lacks(w.message.text, [sentence.text for _, sentence in quoted]):
        draft.say("probe.no_statistic")
    _tell(draft, quoted, library, figure, step)


def _tell(draft: Draft, quoted: list[picking.Quotable], library: Library, figure: Phrase, step: Phrase) -> None:
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))
    for part in (figure, step):
        draft.new_paragraph()
        draft.add(part)


def _chosen(draft: Draft, article: Article, w: Workings, focus: Passage | None, room: int) -> list[picking.Quotable]:
    text = in_plain_words(w.message.text)
    if wished := _for_wish(article, w):
        return picking.within(draft, wished, room=room, most=_SENTENCES_OF_ADVICE)
    asked = None if w.frame.question == "how" and not _WANTS_ADVICE.search(text) else w.frame.question
    verdict = picking.verdict(draft, article, text, asked)
    reasons = sorted(picking.reasons(article, text, focus), key=lambda one: len(one[1].text.split()) > _LONG_SENTENCE)
    wanted = picking.asked_for(article, asked, text, focus)
    if asked == "how" and wanted:
        # What to do first; then the one claim it rests on, with its source.
        advice = picking.within(draft, wanted, room=WORDS_OF_ADVICE, most=_SENTENCES_OF_ADVICE)
        return advice + picking.within(draft, [*verdict, *reasons], room=room, most=1)
    if asked in _BEGINS_WITH_IT and wanted:
        return picking.within(draft, [*wanted, *verdict, *reasons], room=room, most=_SENTENCES)
    told = picking.within(draft, [*verdict, *wanted[:1], *reasons], room=room, most=_SENTENCES)
    left = min(room, WORDS_WITH_DOUBT) - sum(len(one.text.split()) + bool(one.keys) for _, one in told)
    doubt = picking.dissent(article)
    if doubt is not None and doubt not in told and len(doubt[1].text.split()) <= left:
        told += picking.fresh(draft, [doubt])
    return told


def _for_wish(article: Article, w: Workings) -> list[picking.Quotable]:
    """Return what an article holds for a shape that the same message wishes for."""
    wishes = {w.frame.entities.get("goal"), *(one.changes.get("goal") for one in w.of(Noted))}
    roles: dict[str, Role] = {"smaller": "for_smaller", "fuller": "for_fuller"}
    return [one for wish, role in roles.items() if wish in wishes for one in picking.told_in(article, role)]


def tell_parts(
    draft: Draft,
    article: Article,
    roles: Iterable[Role],
    library: Library,
    *,
    room: int = picking.WORDS_OF_A_PART,
) -> None:
    """Tell what these parts hold and was not said yet, in reading order, as much as fits the room."""
    quoted = picking.within(draft, picking.told_in(article, *roles), room=room, most=_SENTENCES_OF_A_PART)
    if not quoted:
        say_nothing_new(draft, article, library)
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))


def tell_more(draft: Draft, article: Article, library: Library) -> None:
    """Tell the next part of an article that was not said yet."""
    tell_parts(draft, article, _ORDER_OF_MORE, library, room=WORDS_OF_MORE)


def _nearest(draft: Draft, retrieval: Retrieval, w: Workings, library: Library) -> None:
    """Say plainly that nothing fits exactly, give the nearest verdict, and offer what else is near."""
    first, *others = retrieval.articles
    article = library.articles[first]
    if walls.too_far(retrieval):
        walls.far_off(draft, w, retrieval, library)
        return
    _with_feeling(draft, w)
    quoted = picking.within(
        draft, picking.verdict(draft, article, w.message.text), room=picking.WORDS_OF_A_PART, most=1
    ) or picking.within(draft, picking.reasons(article, w.message.text, None), room=picking.WORDS_OF_A_PART, most=1)
    if not quoted:
        walls.nothing_found(draft, w, retrieval, library)
        return
    draft.say("talk.nearest", title=phrase(article.title, f"text:article.{article.slug}"))
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))
    draft.button("more", f"v1:article:{article.slug}")
    walls.offer(draft, w, tuple(others[:1]), library)


def _for_people(draft: Draft, article: Article, sex: str, w: Workings, library: Library) -> bool:
    """Answer "and for men?" from what the article says about them, with an example's figure; return whether it did."""
    quoted = picking.within(draft, picking.about_people(article, sex), room=picking.WORDS_OF_A_PART, most=_SENTENCES)
    figure = scale(draft, article, w, sex=sex)
    if not quoted and not figure:
        draft.say("talk.not_split", people=_PLURAL[sex])
        return True
    if not quoted:
        draft.say("talk.not_split", people=_PLURAL[sex])
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))
    draft.new_paragraph()
    draft.add(figure)
    return True


def _with_feeling(draft: Draft, w: Workings) -> None:
    """Begin with one warm clause where a feeling was voiced, and none where there was none."""
    name = f"coach.feeling.{w.frame.feeling}"
    if w.frame.feeling is not None and draft.texts.has(name) and _OF_SELF.search(w.message.text):
        draft.say(name)


def _wants_figure(w: Workings) -> bool:
    """Whether a figure of one's own answers the question; how fast or how often is answered by other figures."""
    return w.frame.question in _WANTS_FIGURE and not _OF_DOSE.search(w.message.text)


def _fits_figure(article: Article, w: Workings) -> bool:
    """Whether a figure helps: what a run burns only where energy is what was asked."""
    if article.figure == "run_energy":
        return _OF_ENERGY.search(w.message.text) is not None or _wants_figure(w)
    return True


def _focus(article: Article, retrieval: Retrieval) -> Passage | None:
    """Return the passage written for just this question, else one that fits it clearly better than the verdict."""
    if retrieval.answer is not None and retrieval.answer.article == article.slug:
        return retrieval.answer
    hits = [hit for hit in retrieval.hits if hit.passage.article == article.slug and hit.passage.role != "answers"]
    if not hits:
        return None
    best = max(hits, key=lambda hit: hit.score)
    usual = max((hit.score for hit in hits if hit.passage.role in _USUAL), default=0.0)
    return best.passage if best.score - usual > _FOCUS_MARGIN else None
