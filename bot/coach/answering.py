"""Word a knowledge answer: verdict, one reason, one figure, one question; every claim with its mark.

Sentences come from the articles word for word. What was already said in this talk is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from bot.coach.draft import Draft
from bot.coach.facts import FatOutlook, Found, RunCost
from bot.coach.figuring import EXAMPLE_SESSIONS, LONGEST_HORIZON_DAYS, outlook_of, run_cost
from bot.coach.permissions import permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library, Passage, Role, Sentence
from bot.knowledge.retrieval import Retrieval
from bot.voice.numerals import mentions
from bot.voice.phrase import Phrase, phrase

WORDS_BEFORE_SOURCES: Final = 86
"""A first answer stays under this, marks counted; "More" opens the rest."""
WORDS_OF_A_PART: Final = 80
_SENTENCES: Final = 5
_FOCUS_MARGIN: Final = 0.08
"""How much better than the verdict a passage must fit before the answer begins with it."""
_ORDER_OF_MORE: Final[tuple[Role, ...]] = ("because", "evidence", "how_to", "caution", "body")
_LEAD: Final[dict[str | None, Role]] = {"how": "how_to", "which": "how_to", "why": "because"}
_USUAL: Final[tuple[Role, ...]] = ("verdict", "because")
_WORD: Final = re.compile(r"[a-z]{3,}")

Quotable = tuple[Passage, Sentence]


def answer(draft: Draft, found: Found, w: Workings, library: Library) -> None:
    """Word what a search brought back, by how far it can be trusted."""
    retrieval = found.retrieval
    if retrieval.zone == "decline" or not retrieval.hits:
        draft.kind = "decline"
        draft.say("coach.declined")
        return
    article = library.articles[retrieval.articles[0]]
    if retrieval.zone == "hedge":
        draft.kind = "clarify"
        draft.say("coach.hedged", title=phrase(article.title, "text:title"))
        draft.button("this_one", f"v1:article:{article.slug}")
        return
    allowed = permissions(w.runner)
    if article.figure == "fat_projection" and not allowed.quoted_numbers:
        draft.say(f"coach.withheld.{allowed.state}")
        return
    explain(draft, article, w, library, lead=_lead(article, retrieval, w))


def explain(draft: Draft, article: Article, w: Workings, library: Library, lead: Passage | None = None) -> None:
    """Answer from one article: what fits the question first, then why, one figure, one question back."""
    figure = scale(draft, article, w)
    ask = _question_back(draft, article, w)
    strength = Phrase() if article.strength == "strong" else draft.text(f"coach.strength.{article.strength}")
    room = WORDS_BEFORE_SOURCES - sum(len(part.text.split()) for part in (figure, ask, strength))
    quoted = list(_pick(draft, _reading_order(draft, article, w, lead), room))
    if not quoted:
        draft.say("coach.nothing_new")
        return
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))
    draft.add(strength)
    draft.new_paragraph()
    draft.add(figure)
    draft.new_paragraph()
    draft.add(ask)


def tell_parts(draft: Draft, article: Article, roles: Iterable[Role], library: Library) -> None:
    """Tell what these parts hold and was not said yet, in reading order, as much as fits."""
    passages = chain.from_iterable(article.part(role) for role in roles)
    order = ((passage, sentence) for passage in passages for sentence in passage.sentences)
    quoted = list(_pick(draft, order, WORDS_OF_A_PART))
    if not quoted:
        draft.say("coach.nothing_new")
    for passage, sentence in quoted:
        draft.add(draft.quote(passage, sentence, library))


def tell_more(draft: Draft, article: Article, library: Library) -> None:
    """Tell the next part of an article that was not said yet."""
    tell_parts(draft, article, _ORDER_OF_MORE, library)


def _pick(draft: Draft, order: Iterable[Quotable], room: int) -> Iterator[Quotable]:
    """Yield what was not said before, until the words or the sentences are used up; always at least one."""
    told = words = 0
    for passage, sentence in order:
        if any(sentence.text in text for text in draft.said_before):
            continue
        if not draft.quotes_numbers and mentions(sentence.text):
            continue
        words += len(sentence.text.split()) + bool(sentence.keys)
        if told and words > room:
            return
        yield passage, sentence
        told += 1
        if told == _SENTENCES:
            return


def _lead(article: Article, retrieval: Retrieval, w: Workings) -> Passage | None:
    """Return the passage the answer goes into besides the verdict: what to do, the reason, or what fits best."""
    scores = {hit.passage.passage_id: hit.score for hit in retrieval.hits if hit.passage.article == article.slug}

    def score(passage: Passage) -> float:
        return scores.get(passage.passage_id, 0.0)

    parts = article.part(_LEAD[w.frame.question]) if w.frame.question in _LEAD else ()
    if parts:
        best = max(parts, key=score)
        return best if score(best) - score(parts[0]) > _FOCUS_MARGIN else parts[0]
    best = max((hit.passage for hit in retrieval.hits if hit.passage.article == article.slug), key=score)
    usual = max((score(one) for role in _USUAL for one in article.part(role)), default=0.0)
    return best if score(best) - usual > _FOCUS_MARGIN else None


def _reading_order(draft: Draft, article: Article, w: Workings, lead: Passage | None) -> Iterator[Quotable]:
    """Yield sentences in the order they should be told: what to do first if that was asked, else the verdict."""
    asked_for = lead is not None and w.frame.question in _LEAD
    if lead is not None and asked_for:
        yield from ((lead, sentence) for sentence in lead.sentences[:2])
    wordings = article.part("verdict")
    fresh = [one for one in wordings if not any(one.sentences[0].text in text for text in draft.said_before)]
    if fresh:
        verdict = fresh[int(draft.seed[:8], 16) % len(fresh)]
        yield from ((verdict, sentence) for sentence in verdict.sentences)
    if lead is not None and not asked_for:
        yield from ((lead, sentence) for sentence in _from_nearest(lead, w.message.text)[:2])
    for passage in (*article.part("because"), *article.part("body")):
        if passage is not lead:
            yield from ((passage, sentence) for sentence in passage.sentences if sentence.keys)


def _from_nearest(passage: Passage, text: str) -> tuple[Sentence, ...]:
    """Return a passage's sentences from the one that shares most words with the question on."""
    asked = set(_WORD.findall(text.lower()))
    shared = [len(asked & set(_WORD.findall(sentence.text.lower()))) for sentence in passage.sentences]
    return passage.sentences[shared.index(max(shared)) :]


def scale(draft: Draft, article: Article, w: Workings) -> Phrase:
    """Return the one figure that makes the answer concrete: theirs if they told their body, else the example's."""
    if article.figure is None or permissions(w.runner).state is not None:
        return Phrase()
    suffix = "_imperial" if draft.units == "imperial" else ""
    if article.figure == "fat_projection":
        outlook = outlook_of(w.runner, EXAMPLE_SESSIONS, horizon_days=LONGEST_HORIZON_DAYS)
        if not isinstance(outlook, FatOutlook):
            return Phrase()
        shown = draft.figure(outlook.fat_loss, outlook.subject)
        return draft.text(f"coach.scale.{outlook.subject}{suffix}", figure=shown)
    cost = run_cost(w.runner, {"distance_m": EXAMPLE_SESSIONS.distance_m})
    if not isinstance(cost, RunCost):
        return Phrase()
    return draft.text(f"coach.scale.run_{cost.subject}{suffix}", figure=draft.figure(cost.net, cost.subject))


def _question_back(draft: Draft, article: Article, w: Workings) -> Phrase:
    """Offer the next steps as buttons and ask the one thing whose answer would change most."""
    shapes = (
        permissions(w.runner).goals
        and w.runner.goal is None
        and article.figure == "fat_projection"
        and bool(article.part("for_smaller"))
    )
    if shapes:
        for goal in ("smaller", "fuller", "fitter"):
            draft.button(goal, f"v1:goal:{goal}")
    is_example = any(figure.subject == "example" for figure in draft.figures)
    if is_example:
        draft.button("my_numbers", "v1:numbers")
    if draft.figures:
        draft.button("how", "v1:how")
    draft.button("more", "v1:more")
    advises = w.frame.question == "how" and not w.memory.reminders and w.message.channel == "telegram"
    for wanted, slot, name in (
        (shapes, "goal", "coach.ask_goal"),
        (is_example, "body", "coach.ask_body"),
        (advises and not draft.figures, "remind", "coach.ask_remind"),
    ):
        if wanted and not draft.was_asked(name):
            draft.pending = slot
            return draft.text(name)
    return Phrase()
