"""PDFs become blocks: what is a heading, a paragraph, an item, and what stands at the edge of every page."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfWriter

from bot.knowledge import pdf as reader
from tests.knowledge.hand_made_pdf import pdf, pdf_of

PAGE = (
    (9, 50, 780, "Shoe Monthly"),
    (20, 50, 740, "Does Sand Help?"),
    (11, 50, 700, "Sand asks more of your calves than a firm"),
    (11, 50, 686, "road does, so begin with a short and easy after-"),
    (11, 50, 672, "noon run. Stop when it aches."),
    (11, 50, 640, "A second paragraph stands further below."),
    (11, 50, 610, "How to start"),
    (11, 50, 580, "Good places include:"),
    (11, 60, 560, "\u2022 wet beaches"),
    (11, 60, 546, "\u2022 low dunes"),
    (9, 300, 20, "1"),
)
"""What it reads like is the expected value of the first test."""


def bullets(lines: tuple[tuple[float, float, float, str], ...]) -> bytes:
    # In the Windows code that the font is set to, the bullet is 0x95.
    return pdf([(size, x, y, text.replace("\u2022", "\x95")) for size, x, y, text in lines])


def blocks(raw: bytes) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in reader.read_blocks(raw)]


def test_lines_become_title_headings_paragraphs_and_items() -> None:
    assert blocks(bullets(PAGE)) == [
        ("heading", "Does Sand Help?"),
        ("heading", "Shoe Monthly"),
        (
            "paragraph",
            "Sand asks more of your calves than a firm road does, so begin with a short and easy afternoon run. "
            "Stop when it aches.",
        ),
        ("paragraph", "A second paragraph stands further below."),
        ("heading", "How to start"),
        ("paragraph", "Good places include:"),
        ("item", "wet beaches"),
        ("item", "low dunes"),
    ]


def page(number: int, *lines: str) -> list[tuple[float, float, float, str]]:
    body = [(11.0, 50.0, 700.0 - 14 * row, line) for row, line in enumerate(lines)]
    return [(9, 50, 780, f"Shoe Monthly {number}/2026"), *body, (9, 300, 20, f"Page {number} of 2")]


def test_a_sentence_goes_on_over_the_page_and_running_heads_are_dropped() -> None:
    raw = pdf(page(1, "It begins here and it", "goes on and on", "over to"), page(2, "the next page.", "And ends."))
    assert blocks(raw) == [("paragraph", "It begins here and it goes on and on over to the next page. And ends.")]


def test_a_line_that_is_set_in_starts_a_paragraph() -> None:
    raw = pdf(
        [(11, 50, 700, "The first one ends here."), (11, 65, 686, "The second is set"), (11, 50, 672, "in by an em.")]
    )
    assert blocks(raw) == [("paragraph", "The first one ends here."), ("paragraph", "The second is set in by an em.")]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("Running on Sand", "Running on Sand"),
        ("Microsoft Word - sand.docx", "Does Sand Help?"),
        ("untitled", "Does Sand Help?"),
        ("sand_v3_final.indd", "Does Sand Help?"),
        ("", "Does Sand Help?"),
    ],
)
def test_the_title_is_the_one_of_the_document_unless_a_program_made_it_up(said: str, first: str) -> None:
    raw = pdf([(20, 50, 740, "Does Sand Help?"), (11, 50, 700, "It does help a good bit.")], title=said)
    assert blocks(raw)[0] == ("heading", first)


def test_type_too_small_to_read_is_not_read() -> None:
    raw = pdf([(11, 50, 700, "Run slowly at first."), (0.5, 50, 690, "Praise our shoes.")])
    assert blocks(raw) == [("paragraph", "Run slowly at first.")]


def encrypted() -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(bullets(PAGE)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"%PNG", "not a PDF"),
        (bullets(PAGE)[:300], "broken PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "broken PDF"),
        (encrypted(), "encrypted; save it without a password"),
        (pdf([]), "no text in it; a scan must go through text recognition first"),
        (pdf(*[[]] * 301), "too long: 301 pages, at most 300"),
        # 120 MB out of 120 kB.
        (pdf_of([b" " * 120_000_000], compress=True), "broken PDF: Limit reached while decompressing"),
    ],
    ids=["no PDF", "cut off", "noise", "encrypted", "scan", "too long", "bomb"],
)
def test_a_pdf_that_is_no_article_is_refused_with_the_reason(raw: bytes, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        blocks(raw)
