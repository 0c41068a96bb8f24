"""Front matter: what is accepted, and how a mistake is named."""

from __future__ import annotations

from datetime import date

import pytest

from bot.knowledge.front_matter import split_front_matter
from tests.knowledge.written_articles import FRONT_MATTER, article


def test_front_matter_and_body_come_apart() -> None:
    matter, body = split_front_matter(article(body="## verdict\nYes.\n\n---\n\nMore."))
    assert matter is not None
    assert (matter.slug, matter.strength, matter.date) == ("butt-smaller", "strong", date(2026, 11, 22))
    assert matter.asked_as == ("will running shrink my bum", "does jogging slim your backside")
    assert body.strip() == "## verdict\nYes.\n\n---\n\nMore."


def test_a_text_without_front_matter_is_all_body() -> None:
    assert split_front_matter("# Title\n\nText.") == (None, "# Title\n\nText.")


@pytest.mark.parametrize(
    ("line", "replacement", "complaint"),
    [
        ("strength: strong", "strength: sure", "strength: Input should be 'strong', 'mixed', 'thin' or 'unknown'"),
        ("strength: strong", "", "strength: missing"),
        ("strength: strong", "strength: strong\nauthor: me", "author: unknown key"),
        ("slug: butt-smaller", "slug: Butt Smaller", "slug: String should match"),
        ("date: 2026-11-22", "date: soon", "date: Input should be a valid date"),
        ("figure: fat_projection", "figure: waist", "figure: Input should be"),
        ("slug: butt-smaller", "slug: butt-smaller\nslug: other", "key 'slug' stands there twice"),
        ("slug: butt-smaller", "slug: &a butt-smaller\nquestion: *a", "aliases"),
        ("slug: butt-smaller", "slug: [unclosed", "not proper YAML"),
        ("slug: butt-smaller", "slug: !!python/object/apply:os.getcwd []", "not proper YAML"),
        ("slug: butt-smaller", "slug: " + "[" * 5000, "not proper YAML"),
    ],
)
def test_a_mistake_names_its_key(line: str, replacement: str, complaint: str) -> None:
    with pytest.raises(ValueError, match="front matter") as caught:
        split_front_matter(article(FRONT_MATTER.replace(line, replacement)))
    assert complaint in str(caught.value)


@pytest.mark.parametrize("text", ["---\ntitle: x\n\nNo end.", "---\n- a\n- list\n---\nBody."])
def test_front_matter_that_is_not_closed_or_no_mapping_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="front matter"):
        split_front_matter(text)
