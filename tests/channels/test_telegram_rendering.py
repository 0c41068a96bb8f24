"""A reply as Telegram shows it: TDLib, the parser behind Telegram, is the judge."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.channels.telegram.rendering import SOURCE_LIMIT, STYLE_LIMIT, TEXT_LIMIT, render
from bot.reply import Citation, Reply
from tests.telegram_bench import tdparse

# What Telegram keeps as it is: no control, format or private characters, no halves of pairs. U+030A, U+0333 and
# U+033F are removed by its cleaning.
_LEFT_OUT = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_KEPT = st.characters(exclude_categories=_LEFT_OUT, exclude_characters="\u030a\u0333\u033f")
_PIECES = st.one_of(
    st.text(_KEPT | st.just("\n"), max_size=40),
    st.sampled_from(
        ["<b>", "</i>", "&amp;", "&", "<", ">", '"', "5 < 6 > 4", "[1]", "🏃", "\n\n", " ", "_*`", "/start"]
    ),
)
_TEXTS = st.lists(_PIECES, max_size=30).map("".join)
_NAMES = st.text(_KEPT, min_size=1, max_size=60).filter(str.strip)


def citation(n: int, source: str, url_or_doi: str | None) -> Citation:
    return Citation(
        n=n, passage_id="p", article="a", title="t", source=source, url_or_doi=url_or_doi, strength="strong", quote="q"
    )


def reply(text: str, *citations: Citation) -> Reply:
    return Reply(text=text, kind="answer", mode="embedded", turn_id="t", citations=citations)


@st.composite
def replies(draw: st.DrawFn) -> Reply:
    """Replies whose works are named in the text and in a last line, as the coach writes them, or anyhow."""
    addresses = [None, "10.1038/sj.ijo.0803720", "https://example.org/a?b=1&c='\"<2>", "nonsense", "10.1/x"]
    count = draw(st.integers(0, 4))
    cited = [citation(n, draw(_NAMES), draw(st.sampled_from(addresses))) for n in range(1, count + 1)]
    items = [f"[{one.n}] {one.source}" for one in cited]
    body = draw(_TEXTS) + " ".join(draw(st.permutations(items))) + draw(_TEXTS)
    text = body + "\n" + draw(st.sampled_from(["Sources: ", ""])) + " · ".join(items)
    return reply(text * draw(st.sampled_from([1, 1, 1, 40])), *cited)


def words(text: str) -> str:
    """Return a text without white space, which Telegram trims at the ends of each message."""
    return "".join(text.split())


@settings(max_examples=200)
@given(replies())
@example(reply("x" * 10_000))
@example(reply("<" * 9_000))
@example(reply("🏃" * 4_097))
def test_telegram_takes_every_part_and_nothing_is_lost(given_reply: Reply) -> None:
    parts = render(given_reply)
    seen = []
    for part in parts:
        text, entities = tdparse.parse(part.html, "HTML")
        assert len(text) <= TEXT_LIMIT
        assert len(entities) <= STYLE_LIMIT
        assert len(part.html.encode()) <= SOURCE_LIMIT
        assert words(text) == words(part.text)
        assert words(text)
        seen.append(text)
    assert words("".join(seen)) == words(given_reply.text)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_telegram_takes_whatever_a_text_is_made_of(text: str) -> None:
    for part in render(reply(text)):
        tdparse.parse(part.html, "HTML")
        part.html.encode("utf-8")


def test_works_are_links_and_the_line_of_sources_is_light() -> None:
    kohrt = citation(1, "Kohrt 1992", "10.1152/jappl.1992.73.1.167")
    article = citation(2, "Does <Running> Burn Fat?", "https://example.org/a?b=1&c=2")
    plain = citation(3, "A Book", None)
    (part,) = render(
        reply(
            "You can't choose the place. [1][2]\nSources: [1] Kohrt 1992 · [2] Does <Running> Burn Fat? · [3] A Book",
            kohrt,
            article,
            plain,
        )
    )
    text, entities = tdparse.parse(part.html, "HTML")
    shown = [(one["type"], tdparse.slice16(text, one["offset"], one["length"]), one.get("url")) for one in entities]
    assert shown == [
        ("italic", "Sources: [1] Kohrt 1992 · [2] Does <Running> Burn Fat? · [3] A Book", None),
        ("text_link", "Kohrt 1992", "https://doi.org/10.1152/jappl.1992.73.1.167"),
        ("text_link", "Does <Running> Burn Fat?", "https://example.org/a?b=1&c=2"),
    ]


def test_a_doi_that_is_written_out_is_a_link_too() -> None:
    works = [citation(1, "Johns 2014", "10.1016/j.jand.2014.07.005"), citation(2, "A Page", "https://example.org/a")]
    text = '[1] Johns 2014: "Food." 10.1016/j.jand.2014.07.005\n[2] A Page: "Run." https://example.org/a'
    (part,) = render(reply(text, *works))
    shown, entities = tdparse.parse(part.html, "HTML")
    assert shown == text
    assert [tdparse.slice16(text, one["offset"], one["length"]) for one in entities] == [
        "Johns 2014",
        "10.1016/j.jand.2014.07.005",
        "A Page",
    ]


def test_an_answer_without_sources_has_no_markup() -> None:
    (part,) = render(reply("5 < 6 & that's it"))
    assert part.html == "5 &lt; 6 &amp; that's it"


def test_a_last_line_that_merely_mentions_a_mark_is_not_light() -> None:
    (part,) = render(reply("Fat comes off everywhere. [1]", citation(1, "Kohrt 1992", None)))
    assert "<i>" not in part.html


@pytest.mark.parametrize(
    ("text", "first_ends"),
    [
        (("a" * 3000 + "\n\n") + "b" * 3000, 3002),
        (("a" * 3000 + "\n") + "b" * 3000, 3001),
        (("a" * 3000 + ". ") + "b" * 3000, 3002),
        (("a" * 3000 + " ") + "b" * 3000, 3001),
        ("a" * 5000, 4096),
        ("a\n" + "b" * 5000, 4096),
    ],
    ids=["paragraph", "line", "sentence", "word", "nowhere", "too early"],
)
def test_a_long_text_is_cut_where_people_would_pause(text: str, first_ends: int) -> None:
    assert [part.text for part in render(reply(text))] == [text[:first_ends], text[first_ends:]]


def test_more_links_than_telegram_shows_make_more_parts() -> None:
    work = citation(1, "Kohrt 1992", "https://example.org/")
    parts = render(reply("\n".join(["[1] Kohrt 1992"] * 150), work))
    counts = [len(tdparse.parse(part.html, "HTML")[1]) for part in parts]
    assert sum(counts) >= 150
    assert max(counts) <= STYLE_LIMIT


@pytest.mark.parametrize("text", ["", "  \n\t ", "\u200b\u200d", "\x00\x1f"])
def test_nothing_to_be_seen_makes_no_message(text: str) -> None:
    assert render(reply(text)) == ()
