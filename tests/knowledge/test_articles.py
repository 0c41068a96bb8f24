"""Every article on file keeps the house rules of docs/writing-articles.md."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bot.evaluation.claims import states_a_fact
from bot.knowledge.article import Article, Library, Sentence, Work
from bot.knowledge.ingest import read_library
from tests.knowledge.house_rules import (
    BANNED,
    DANGLING,
    FIGURE,
    NOTHING_FOUND,
    STUDY_WORD,
    folded,
    shingles,
    unpaired_amounts,
)
from tests.knowledge.reading_grade import reading_grade

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
SLUGS = sorted(path.stem for path in KNOWLEDGE.glob("*.md"))
KEYS = [work["key"] for work in json.loads((KNOWLEDGE / "bibliography.json").read_text(encoding="utf-8"))]
ROLES = ("verdict", "because", "evidence", "how_to", "caution", "for_smaller", "for_fuller")
SOURCE_ARTICLES = {
    "does-running-burn-buttocks-fat": "Does Running Burn Buttocks Fat",
    "does-running-make-your-butt-smaller": "Does Running Make Your Butt Smaller?",
}


@cache
def library() -> Library:
    articles, _ = read_library((KNOWLEDGE,))
    return articles


@pytest.fixture(params=SLUGS)
def article(request: pytest.FixtureRequest) -> Article:
    return library().articles[request.param]


@pytest.fixture
def flagship() -> Article:
    return library().articles["butt-smaller"]


def sentences(article: Article) -> list[Sentence]:
    return [sentence for passage in article.passages for sentence in passage.sentences]


def text(article: Article) -> str:
    return "\n".join(passage.text for passage in article.passages)


def papers(sentence: Sentence) -> list[Work]:
    return [library().works[key] for key in sentence.keys if key not in SOURCE_ARTICLES]


def names(work: Work) -> tuple[str, str]:
    """Return what a sentence may call a work: its first author, or the first three words of its title."""
    return folded(re.split("[ ,]", work.authors or "")[0]), folded(" ".join(work.title.split()[:3]))


def test_every_file_is_taken_in() -> None:
    articles, errors = read_library((KNOWLEDGE,))
    assert errors == ()
    assert sorted(articles.articles) == SLUGS
    assert {"butt-smaller", "burn-butt-fat"} <= set(SLUGS)


def test_front_matter_asks_one_question_in_many_voices(article: Article) -> None:
    assert article.question.endswith("?")
    assert article.title.endswith("?")
    assert article.written is not None
    assert 5 <= len(article.asked_as) <= 40
    assert list(article.sources) == sorted(set(article.sources))


def test_no_question_is_asked_in_two_articles() -> None:
    asked = Counter(
        folded(voice).strip("?")
        for article in library().articles.values()
        for voice in {question for question, _ in article.own_questions}
    )
    assert [voice for voice, count in asked.items() if count > 1] == []


def test_all_seven_parts_stand_in_order(article: Article) -> None:
    parts = tuple(dict.fromkeys(passage.role for passage in article.passages if passage.role != "answers"))
    assert parts == ROLES


def test_its_answers_meet_questions_of_their_own(article: Article) -> None:
    assert 4 <= len(article.part("answers")) <= 12
    for answer in article.part("answers"):
        assert 4 <= len(answer.asked) <= 6, answer.asked
        assert 1 <= len(answer.sentences) <= 5
        assert 18 <= len(answer.text.split()) <= 65, answer.text


def test_the_verdict_has_three_wordings_with_sources(article: Article) -> None:
    wordings = article.part("verdict")
    assert len({wording.text for wording in wordings}) == len(wordings) == 3
    for wording in wordings:
        assert 1 <= len(wording.sentences) <= 2
        assert all(sentence.keys for sentence in wording.sentences), wording.text
        assert 8 <= len(wording.text.split()) <= 45, wording.text


def test_the_bibliography_is_sorted_and_cited_whole() -> None:
    assert sorted(set(KEYS)) == KEYS
    assert set(KEYS) == library().works.keys()


@pytest.mark.parametrize("key", KEYS)
def test_every_work_can_be_looked_up(key: str) -> None:
    work = library().works[key]
    assert "unconfirmed" not in repr(work)
    if work.kind == "article":
        assert work.title == SOURCE_ARTICLES[key]
        return
    assert work.authors
    assert work.title
    assert work.journal
    assert work.year
    assert work.doi or (work.url or "").startswith("https://")
    assert work.doi is None or re.fullmatch(r"10\.\d{4,9}/[^\s\"<>]+", work.doi)


def test_a_thirteen_year_old_can_read_it(article: Article) -> None:
    assert reading_grade([sentence.text for sentence in sentences(article)]) <= 8


def test_article_paragraphs_and_sentences_have_a_quotable_length(article: Article) -> None:
    assert 250 <= len(text(article).split()) <= 900
    for passage in article.passages:
        if passage.role not in {"verdict", "answers"}:
            assert 40 <= len(passage.text.split()) <= 110, passage.text
    words = {sentence.text: len(sentence.text.split()) for sentence in sentences(article)}
    assert 8 <= sum(words.values()) / len(words) <= 18.5
    assert [sentence for sentence, count in words.items() if count > 34] == []


def test_distances_and_masses_stand_in_both_systems(article: Article) -> None:
    assert list(unpaired_amounts(text(article))) == []


def test_nothing_is_lifted_from_the_source_articles(article: Article) -> None:
    on_file = json.loads((Path(__file__).parent / "source_shingles.json").read_text(encoding="utf-8"))
    assert len(on_file["shingles"]) > 1_000
    assert shingles(text(article)).isdisjoint(on_file["shingles"])


def test_no_shame_no_promise_no_order(article: Article) -> None:
    assert BANNED.findall(text(article)) == []


def test_a_sentence_that_looks_like_a_finding_has_a_mark(article: Article) -> None:
    bare = [
        sentence.text
        for passage in article.passages
        for sentence in passage.sentences
        if not sentence.keys
        and not NOTHING_FOUND.search(sentence.text)
        # In advice a figure is a setting ("4 to 6% for 15 minutes"), not a finding.
        and (STUDY_WORD.search(sentence.text) or (passage.role != "how_to" and FIGURE.search(sentence.text)))
    ]
    assert bare == []


def test_a_fact_in_an_answer_has_a_mark(article: Article) -> None:
    bare = [
        sentence.text
        for answer in article.part("answers")
        for sentence in answer.sentences
        if not sentence.keys and states_a_fact(sentence.text)
    ]
    assert bare == []


def test_a_figure_names_its_study_in_the_same_sentence(article: Article) -> None:
    nameless = [
        sentence.text
        for sentence in sentences(article)
        if FIGURE.search(sentence.text)
        and (cited := papers(sentence))
        and not any(name in folded(sentence.text) for work in cited for name in names(work))
    ]
    assert nameless == []


def test_quotable_sentences_lean_on_nothing_outside(article: Article) -> None:
    first = {passage.sentences[0].text for passage in article.passages}
    cited = {sentence.text for sentence in sentences(article) if sentence.keys}
    assert [sentence for sentence in first | cited if DANGLING.match(sentence)] == []


@pytest.mark.parametrize("number", range(3))
def test_each_wording_of_the_flagship_verdict_opens_the_flagship_answer(flagship: Article, number: int) -> None:
    opening = flagship.part("verdict")[number].sentences[0]
    assert "fat" in opening.text
    assert re.search(r"\b(?:only|when|if|as long as)\b", opening.text)
    assert re.search(r"\b(?:can't|nobody can)\b", opening.text)
    assert set(opening.keys) == set(SOURCE_ARTICLES)


def test_the_flagship_reason_names_the_muscle_in_a_short_sentence(flagship: Article) -> None:
    short = [
        sentence.text
        for passage in flagship.part("because")
        for sentence in passage.sentences
        if sentence.keys and len(sentence.text.split()) <= 16
    ]
    assert any("glutes" in sentence and "muscle" in sentence for sentence in short)


def test_moves_that_one_source_calls_aerobic_are_told_as_strength_work() -> None:
    moves = re.compile(r"\b(?:squat|lunge|deadlift|bridge)", re.IGNORECASE)
    told = [
        sentence.text.lower()
        for article in library().articles.values()
        for sentence in sentences(article)
        if moves.search(sentence.text) and "aerobic" in sentence.text.lower()
    ]
    assert told
    assert all("strength" in sentence for sentence in told)
