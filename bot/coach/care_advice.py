"""What the articles may tell somebody in a protected state on a subject of care, and which parts of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.coach import picking
from bot.coach.birth_told import is_early, since_the_birth
from bot.coach.care_subjects import Subject
from bot.coach.draft import Draft
from bot.coach.workings import Workings
from bot.knowledge.article import Library, Role
from bot.nlu.pattern import Pattern

_ADVICE: Final[Mapping[tuple[str, Subject], tuple[str, tuple[Role, ...]]]] = {
    ("birth", "start"): ("running-after-birth", ("how_to",)),
    ("birth", "how_often"): ("running-after-birth", ("how_to",)),
    ("birth", "overdoing"): ("running-after-birth", ("caution",)),
    ("pregnant", "start"): ("running-while-pregnant", ("how_to",)),
    ("pregnant", "how_often"): ("running-while-pregnant", ("how_to",)),
    ("food", "start"): ("start-running", ()),
    ("teen", "start"): ("teenagers-and-running", ("how_to",)),
    ("teen", "how_often"): ("teenagers-and-running", ("how_to",)),
    ("teen", "faster"): ("teenagers-and-running", ()),
    ("any", "year_on"): ("a-year-after-birth", ("how_to",)),
    ("any", "kilos_stayed"): ("a-year-after-birth", ("for_smaller",)),
    ("any", "leaks"): ("leaking-urine", ("how_to",)),
    ("any", "leaks_better"): ("leaking-urine", ("because", "how_to")),
    ("any", "childs_run"): ("teenagers-and-running", ("how_to",)),
    ("any", "dared"): ("how-fast-to-increase", ("because",)),
    ("any", "dare_bad"): ("how-fast-to-increase", ("because",)),
    ("any", "dare_no"): ("how-fast-to-increase", ("because",)),
    ("any", "dare_less"): ("how-fast-to-increase", ("verdict",)),
    ("birth", "milk"): ("running-after-birth", ("evidence",)),
    ("any", "too_fast"): ("start-running", ("verdict", "because")),
    ("pregnant", "hurts_baby"): ("running-while-pregnant", ("because",)),
    ("teen", "safe_for_age"): ("teenagers-and-running", ("because",)),
    ("teen", "stunts_growth"): ("teenagers-and-running", ("evidence",)),
    ("reds", "start"): ("under-fuelling", ()),
    ("reds", "how_often"): ("under-fuelling", ()),
    ("reds", "faster"): ("under-fuelling", ()),
}
"""Which article knows the way: its verdict, then these parts."""
_LONGER_THAN_USUAL: Final = Pattern(r"much longer than usual")
_ONLY: Final[Mapping[Subject, Pattern]] = {
    "kilos_stayed": Pattern(r"."),
    "milk": Pattern(r"\bmilk\b|33 breastfeeding"),
    "too_fast": Pattern(r"\b(?:can talk|can still talk|full sentences)\b"),
    "hurts_baby": Pattern(r"\bmiscarriage\b"),
    "dared": _LONGER_THAN_USUAL,
    "dare_bad": _LONGER_THAN_USUAL,
    "dare_no": _LONGER_THAN_USUAL,
    "dare_less": Pattern(r"a bit more than your longest"),
    "leaks_better": Pattern(r"far more likely|three months|softer ground"),
    "stunts_growth": Pattern(r"\bstunt"),
    "safe_for_age": Pattern(r"."),
}
"""Sentences that speak to the question; the others of those parts, and the verdict, are left out."""
_CALENDAR: Final = Pattern(r"\b(?:three weeks|three months|After your check|Begin with short)\b")
_FIRST_DAYS: Final = Pattern(r"\b(?:three weeks|Begin with short)\b")
"""Advice for the first days, for those who are past them."""
_WORDS: Final = 75
_SENTENCES: Final = 5
_BEGINNING: Final[frozenset[Subject]] = frozenset({"start", "how_often"})


def advised(draft: Draft, w: Workings, library: Library, group: str | None, topic: Subject) -> bool | None:
    """Tell an article's verdict and its steps, as far as new and open; False with none left, None without article."""
    slug, roles = _ADVICE.get((group or "any", topic)) or _ADVICE.get(("any", topic)) or (None, ())
    article = library.articles.get(slug) if slug is not None else None
    if article is None:
        return None
    only = _ONLY.get(topic)
    order = [*picking.verdict(draft, article, w.message.text), *picking.told_in(article, *roles)]
    most = _SENTENCES
    if only is not None:
        order = [one for one in picking.of_part(article, *roles) if only.search(one[1].text)]
    elif group == "birth" and since_the_birth(w) is not None:
        past = _FIRST_DAYS if is_early(w) else _CALENDAR
        reasons = [*picking.of_part(article, "verdict"), *picking.of_part(article, "because")[:1]]
        claims = [one for one in reasons if not past.search(one[1].text)]
        steps = [one for one in picking.told_in(article, *roles) if not past.search(one[1].text)]
        steps = [] if topic in _BEGINNING else steps
        claim = list(picking.fresh(draft, claims))[:1]
        # How to begin is told in words of our own, by the weeks: one claim behind them is enough.
        order, most = ([*claim, *steps], 1 if topic in _BEGINNING else _SENTENCES)
    told = picking.within(draft, order, room=_WORDS, most=most)
    draft.new_paragraph()
    for passage, sentence in told:
        draft.add(draft.quote(passage, sentence, library))
    return bool(told)
