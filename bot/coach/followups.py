"""Taps and follow-ups that lean on what was said before; no new search is made."""

from __future__ import annotations

import re
from typing import Final, get_args

from bot.coach import picking, receipts
from bot.coach.answering import explain, tell_more, tell_parts
from bot.coach.asides import wants_to_bring_runs
from bot.coach.draft import Draft
from bot.coach.leaning_runs import again
from bot.coach.permissions import permissions
from bot.coach.scale import scale
from bot.coach.shielding import is_closed_article
from bot.coach.subject_named import article_meant
from bot.coach.thread import wants_figure
from bot.coach.turn import SaveRunner
from bot.coach.wording_keeping import profile_facts
from bot.coach.wording_logs import details
from bot.coach.wording_reminders import schedule_in_words
from bot.coach.workings import Workings
from bot.knowledge.article import Article, Library, Role
from bot.nlu.pattern import Pattern
from bot.runner import Goal
from bot.voice.phrase import Phrase, join, phrase

_FILE: Final = Pattern(
    r"\b(?:csv|json|excel|spreadsheet|file|xlsx?|gpx|download|dump|export\w*"
    r"|back ?up)\b",
    re.IGNORECASE,
)
_AGREES: Final = Pattern(r"\b(?:yes|yeah|yea|yep|yup|correct|exactly|please do|of course)\b", re.IGNORECASE)
_NO_ADULT: Final = Pattern(r"\b(?:1[0-7]|lied|not right)\b", re.IGNORECASE)
"""Beside these a yes to an adult age is none."""
_WANTS_THE_WAY: Final = Pattern(r"\bhow\b.{0,16}\b(?:exactly|precisely|in (?:practice|real life))\W*$", re.IGNORECASE)
"""Asks how a thing is done, and not for a reason."""
_PARTS_OF_WHY: Final[tuple[Role, ...]] = ("because", "evidence", "body")


def more(draft: Draft, w: Workings, library: Library) -> None:
    """Tell the next part of the article the talk is about."""
    article = w.thread.article(library)
    if article is None:
        nothing_to_follow(draft, w)
        return
    tell_more(draft, article, library)
    draft.button("more", "v1:more")


def why(draft: Draft, w: Workings, library: Library) -> None:
    """Tell what stands behind the newest answer: of a figure its method and range, of an article its reasons."""
    about, figured = w.frame.about, w.thread.figured
    if about == "inputs":
        receipts.receipt(draft, w) if figured is not None else receipts.sources(draft, w, library)
        return
    named = article_meant(w, library) is not w.thread.article(library)
    of_figure = (
        figured is not None and not named and (w.thread.topic == "figure" or about in {"net_gross", "size", "equation"})
    )
    if figured is not None and of_figure:
        doubts = w.frame.question == "is_it_true"
        receipts.explain(draft, w, figured, about or ("certainty" if doubts else "size"))
        return
    article = article_meant(w, library)
    if article is None:
        _why_withheld(draft, w)
    elif about == "certainty" or w.frame.question == "is_it_true":
        _how_sure(draft, article, library)
    elif _WANTS_THE_WAY.search(w.message.text) and _has_more_to_do(draft, article):
        advise(draft, w, library)
    else:
        tell_parts(draft, article, _PARTS_OF_WHY, library)
        _go_deeper(draft, article)


def _has_more_to_do(draft: Draft, article: Article) -> bool:
    """Whether an article's advice was not all told yet."""
    return bool(picking.within(draft, picking.told_in(article, "how_to"), room=picking.WORDS_OF_A_PART, most=1))


def _why_withheld(draft: Draft, w: Workings) -> None:
    """Say why numbers are held back, if that is what the talk is about."""
    state = permissions(w.runner).state
    name = f"follow.why_withheld.{state}"
    if state is not None and draft.texts.has(name):
        draft.say(name)
    else:
        nothing_to_follow(draft, w)


def _how_sure(draft: Draft, article: Article, library: Library) -> None:
    """Say how strong the evidence is and what is open, then what it rests on."""
    draft.say(f"follow.strength.{article.strength}")
    doubt = picking.dissent(article)
    order = ([doubt] if doubt else []) + picking.of_part(article, "evidence")
    for passage, sentence in picking.within(draft, order, room=picking.WORDS_OF_A_PART, most=2):
        draft.add(draft.quote(passage, sentence, library))
    _go_deeper(draft, article)


def _go_deeper(draft: Draft, article: Article) -> None:
    draft.button("sources", "v1:sources")
    if article.part("how_to"):
        draft.button("do", "v1:do")


def advise(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer "what should I do?" from the article the talk is about; return whether it could be answered."""
    article = w.thread.article(library)
    if article is None or not article.part("how_to"):
        return False
    tell_parts(draft, article, ("how_to",), library)
    draft.button("why", "v1:why")
    if w.message.channel == "telegram" and not w.memory.reminders:
        draft.button("remind_me", "v1:remind")
    return True


def goal(draft: Draft, w: Workings, library: Library, wanted: Goal) -> None:
    """Keep the goal and tell what it means for the question at hand."""
    allowed = permissions(w.runner)
    if not allowed.goals:
        draft.say(f"coach.withheld.{allowed.state}")
        return
    after = w.runner.model_copy(update={"goal": wanted})
    w.staged.append(SaveRunner(runner=after))
    w.runner = after
    article = w.thread.article(library)
    if article is None:
        draft.say("coach.goal_noted", goal=draft.texts.say(f"coach.goal.{wanted}"))
        return
    parts: dict[Goal, tuple[Role, ...]] = {"smaller": ("for_smaller", "how_to"), "fuller": ("for_fuller", "how_to")}
    tell_parts(draft, article, parts.get(wanted, ("how_to",)), library)
    draft.button("more", "v1:more")


def one_article(draft: Draft, w: Workings, library: Library, slug: str) -> None:
    """Answer from the article that was offered."""
    article = library.articles.get(slug)
    if article is None:
        nothing_to_follow(draft, w)
        return
    allowed = permissions(w.runner)
    closed = not allowed.quoted_bodies and is_closed_article(article)
    if closed or (article.figure == "fat_projection" and not allowed.quoted_numbers):
        draft.say(f"coach.withheld.{allowed.state}")
        return
    explain(draft, article, w, library)


def one_answer(draft: Draft, w: Workings, library: Library, value: str) -> None:
    """Tell the answer that was offered."""
    slug, _, digest = value.partition(":")
    passage = library.passage(f"{slug}:answers:{digest}")
    if passage is None:
        nothing_to_follow(draft, w)
        return
    explain(draft, library.articles[slug], w, library, focus=passage)


def in_other_units(draft: Draft, w: Workings, library: Library) -> bool:
    """Do the newest sum again in other units; without one, take the wish for what comes; return whether it is said."""
    figured, article = w.thread.figured, w.thread.article(library)
    if figured is not None and wants_figure(figured):
        w.frame = again(w.frame, figured, units_pref=w.frame.entities["units_pref"])
        return False
    told = set(w.last.entities.get("run_ids", ())) if w.last is not None else set()
    runs = [run for run in reversed(w.memory.runs) if run.run_id in told]
    if runs:
        for run in runs:
            draft.say("log.item", run=join(details(draft, run, w), ", "))
            draft.new_paragraph()
        return True
    figure = scale(draft, article, w) if figured is not None and article is not None else Phrase()
    draft.add(figure or draft.text(f"follow.units.{w.units}"))
    return True


def known(draft: Draft, w: Workings) -> None:
    """Say what is known about the person."""
    if wants_to_bring_runs(w.message.text):
        draft.say("talk.paste_runs")
        return
    as_file = _FILE.search(w.message.text) is not None
    if as_file:
        draft.say("coach.known.no_file")
        draft.new_paragraph()
    _known_of_person(draft, w)
    if w.memory.runs:
        draft.say("coach.known.runs", count=phrase(str(len(w.memory.runs)), "record:runs"))
    for run in w.memory.runs if as_file else ():
        draft.new_paragraph()
        draft.say("log.item", run=join(details(draft, run, w, dated=True), ", "))


def _known_of_person(draft: Draft, w: Workings) -> None:
    facts = profile_facts(draft, w.memory.runner)
    flags = [draft.texts.say(f"coach.flag.{flag}") for flag in sorted(w.memory.runner.flags)]
    flags += [draft.texts.say(f"coach.limit.{limit}") for limit in sorted(w.memory.runner.limits)]
    reminders = [schedule_in_words(draft, reminder.schedule) for reminder in w.memory.reminders]
    if not facts and not flags and not reminders and not w.memory.runs:
        draft.say("coach.known.nothing")
    if facts:
        draft.say("coach.known.list", facts=join(facts, ", "))
    if flags:
        draft.say("coach.known.flags", flags=join(flags, "; "))
    if reminders:
        draft.say("coach.known.reminders", reminders=join(reminders, "; "))


def on_top(draft: Draft, w: Workings, *, agreed: bool) -> None:
    """Take the answer to whether planned running comes on top; if not, ask what is run now and do the sum again."""
    request = w.thread.request
    if agreed or request is None:
        draft.say("coach.on_top_agreed")
        return
    w.frame = again(w.frame, request, replaces=True)
    draft.pending = "runs_now_m_per_week"
    draft.say("coach.ask_runs_now")


def adult_in_words(draft: Draft, w: Workings) -> bool:
    """Take a yes within a sentence, or the same age once more, for a yes to the adult age; return whether it was."""
    if w.thread.pending != "adult" or w.frame.intent in {"yes", "no"} or w.message.action is not None:
        return False
    told = [one.entities["age_years"] for one in (w.frame, *w.frame.also) if "age_years" in one.entities]
    asked = w.last.entities.get("age_years") if w.last is not None else None
    again = asked is not None and told == [asked]
    if not again and (told or _NO_ADULT.search(w.message.text) or not _AGREES.search(w.message.text)):
        return False
    adult(draft, w, confirmed=True)
    return True


def adult(draft: Draft, w: Workings, *, confirmed: bool) -> None:
    """Take the answer of somebody who had said they are under 18 and then named an adult age."""
    told = (one.entities.get("age_years") for one in reversed(w.memory.exchanges) if one.pending == "adult")
    age = next((one for one in told if one is not None), None)
    if not confirmed or age is None:
        draft.say("coach.withheld.under_18")
        return
    after = w.runner.model_copy(update={"age_years": float(age), "flags": w.runner.flags - {"minor"}})
    w.staged.append(SaveRunner(runner=after))
    w.runner = after
    draft.kind = "confirm"
    draft.say("coach.noted.facts", facts=join(profile_facts(draft, after, only=frozenset({"age_years"})), ", "))
    w.reopened = permissions(after).state is None


def goal_named(name: str) -> Goal | None:
    """Return the goal of this name, if there is one."""
    return next((one for one in get_args(Goal) if one == name), None)


def nothing_to_follow(draft: Draft, w: Workings) -> None:
    """Say that there is nothing to explain: nothing was claimed, or it is not clear what is meant."""
    draft.kind = "clarify"
    draft.say("talk.no_claim" if w.thread.walls else "coach.nothing_to_follow")
