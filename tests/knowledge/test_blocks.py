"""Markdown and plain text become the same blocks, then sections."""

from __future__ import annotations

from bot.knowledge import markdown, plain_text
from bot.knowledge.blocks import Block, Section, sections


def kinds(blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


def test_markdown_keeps_the_words_and_loses_markup_tables_code_and_scripts() -> None:
    text = """\
# A *title*

A [link](http://example.org/x) and `code` and <b>bold</b>
over two lines. [@kohrt-1992]

- one
- **two**

| a | b |
|---|---|
| c | d |

```
rm -rf /
```

<script>alert(1)</script>

> A quote &amp; more. <script>alert(2)</script> ![picture](x.png)
"""
    assert kinds(list(markdown.read_blocks(text))) == [
        ("heading", "A title"),
        ("paragraph", "A link and code and bold over two lines. [@kohrt-1992]"),
        ("item", "one"),
        ("item", "two"),
        ("paragraph", "A quote & more."),
    ]


def test_plain_text_knows_headings_bullets_and_hard_wrapped_lines() -> None:
    text = """\
Does It Work?

It works. It is
wrapped by hand.

What If You Don’t?
 \t
Good ones include:

  • lunges
  • squats
1. one more
"""
    assert kinds(list(plain_text.read_blocks(text))) == [
        ("heading", "Does It Work?"),
        ("paragraph", "It works. It is wrapped by hand."),
        ("heading", "What If You Don’t?"),
        ("paragraph", "Good ones include:"),
        ("item", "lunges"),
        ("item", "squats"),
        ("item", "one more"),
    ]


def test_tags_in_plain_text_go_and_comparisons_stay() -> None:
    text = 'Run. <script src="x">steal()</script><b>Slowly</b> if 3 < 5 and x > 2. <!-- hidden -->Done now.'
    (block,) = plain_text.read_blocks(text)
    assert " ".join(block.text.split()) == "Run. Slowly if 3 < 5 and x > 2. Done now."


def test_items_that_complete_a_sentence_join_it_and_others_stand_alone() -> None:
    blocks = [
        Block(kind="paragraph", text="Good ones include:"),
        Block(kind="item", text="lunges,"),
        Block(kind="item", text="squats;"),
        Block(kind="item", text="bridges"),
        Block(kind="heading", text="More"),
        Block(kind="paragraph", text="There is one:"),
        Block(kind="item", text="rest"),
        Block(kind="item", text="Sleep well."),
        Block(kind="heading", text="Empty"),
    ]
    assert sections(blocks) == (
        Section(heading="", paragraphs=("Good ones include: lunges, squats and bridges.",)),
        Section(heading="More", paragraphs=("There is one: rest.", "Sleep well.")),
    )


def test_a_script_or_comment_that_is_never_closed_takes_the_rest_with_it() -> None:
    assert [block.text.strip() for block in plain_text.read_blocks("Run now. <SCRIPT>steal()\n\nmore")] == ["Run now."]
    assert [block.text.strip() for block in plain_text.read_blocks("Run now. <!-- note\n\nmore")] == ["Run now."]
