"""What to say where the part that was asked for was told already: what else the article holds, or what is near it."""

from __future__ import annotations

from typing import Final

from bot.coach import picking
from bot.coach.draft import Draft
from bot.coach.shielding import is_closed_article
from bot.knowledge.article import Article, Library, Passage

_OFFERED: Final = 3


def say_nothing_new(draft: Draft, article: Article, library: Library) -> None:
    """Offer the answers of the article that were not told; only where none is left, say so, and name what is near."""
    if left := [one for one in article.part("answers") if one.asked and _is_untold(draft, one)]:
        draft.say("coach.more_of_it")
        for one in left[:_OFFERED]:
            slug, _, digest = one.passage_id.split(":")
            draft.choice(one.asked[0], f"v1:answer:{slug}:{digest}")
        return
    draft.say("coach.nothing_new")
    for near in _neighbours(draft, article, library)[:_OFFERED]:
        draft.choice(near.title, f"v1:article:{near.slug}")


def _is_untold(draft: Draft, passage: Passage) -> bool:
    return picking.whole(draft, passage) == [(passage, one) for one in passage.sentences]


def _neighbours(draft: Draft, article: Article, library: Library) -> list[Article]:
    """Return the articles for everybody that rest on the same works, those that share most first."""
    own = set(article.sources)
    others = [one for one in library.articles.values() if one is not article and own & set(one.sources)]
    open_to = [one for one in others if one.circle is None and (draft.quotes_bodies or not is_closed_article(one))]
    open_to = [one for one in open_to if draft.quotes_numbers or one.figure is None]
    return sorted(open_to, key=lambda one: -len(own & set(one.sources)))
