"""Web pages become blocks: what a reader of the article sees, and nothing else."""

from __future__ import annotations

import pytest

from bot.knowledge import web_page

PAGE = """\
<!doctype html>
<html><head><title>Does sand help? - Shoe Monthly</title><style>p { color: red }</style></head>
<body>
<header><a href="/">Shoe Monthly</a> All about shoes.</header>
<nav><ul><li>Shoes <li>Socks</ul></nav>
<article>
  <header><h1>Does <em>sand</em> help?</h1></header>
  <p>It does.<sup><a href="#1">[1]</a></sup> It asks
     more of your cal<wbr>ves &amp; feet.</p>
  <div>Bare text<br>over two lines<br><br>and a new paragraph<p>with one inside</p>and a tail</div>
  <h2>Good places</h2>
  <ul><li>Wet <b>beaches</b><li><p>Low dunes</p></ul>
  <p><a href="/more">Read more about shoes</a></p>
  <table><tr><th>Pace<td>6:30</tr><tr><td>A table may lay out a whole page.</tr></table>
  <pre>rm -rf /</pre><figure><figcaption>A photo</figcaption></figure>
  <!-- a note --><script>alert(1)</script><template><p>later</p></template>
</article>
<aside>Buy shoes.</aside><footer>All rights reserved.</footer>
</body></html>
"""


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in web_page.read_blocks(text)]


def test_the_article_stays_and_everything_around_it_goes() -> None:
    assert blocks(PAGE) == [
        ("heading", "Does sand help?"),
        ("paragraph", "It does. It asks more of your calves & feet."),
        ("paragraph", "Bare text over two lines"),
        ("paragraph", "and a new paragraph"),
        ("paragraph", "with one inside"),
        ("paragraph", "and a tail"),
        ("heading", "Good places"),
        ("item", "Wet beaches"),
        ("item", "Low dunes"),
        ("paragraph", "A table may lay out a whole page."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        '<p style="color: red; DISPLAY : none !important">{}</p>',
        '<div style="visibility:hidden"><p>{}</p></div>',
        '<span style="font-size:0px">{}</span>',
        '<p style="opacity: 0">{}</p>',
        '<p aria-hidden="true">{}</p>',
        '<div role="navigation">{}</div>',
        "<nav>{}</nav>",
        "<footer>{}</footer>",
        "<button>{}</button>",
        "<noscript>{}</noscript>",
        "<script>{}</script>",
        "<style>{}</style>",
        "<svg><text>{}</text></svg>",
        "<textarea>{}</textarea>",
        "<iframe>{}</iframe>",
        "<!-- {} -->",
    ],
)
def test_what_no_reader_of_the_article_sees_is_dropped(hidden: str) -> None:
    page = "<h1>Sand</h1><p>Before.</p>" + hidden.format("Buy our shoes.") + "<p>After.</p>"
    assert blocks(page) == [("heading", "Sand"), ("paragraph", "Before."), ("paragraph", "After.")]


@pytest.mark.parametrize("style", ["opacity:0.9", "font-size:0.9em", "display:block", "visibility:visible", "zoom:1"])
def test_a_style_that_hides_nothing_drops_nothing(style: str) -> None:
    assert blocks(f'<p style="{style}">Seen.</p>') == [("paragraph", "Seen.")]


@pytest.mark.parametrize(
    ("page", "first"),
    [
        ("<title>Sand &amp; sea</title><p>It helps.", ("heading", "Sand & sea")),
        ("<title>Site</title><h1>Sand</h1><p>It helps.", ("heading", "Sand")),
        ("<title>Site</title><h1> </h1><p>It helps.", ("heading", "Site")),
        ("<p>It helps.", ("paragraph", "It helps.")),
    ],
)
def test_the_title_is_the_headline_else_what_the_browser_shows(page: str, first: tuple[str, str]) -> None:
    assert blocks(page)[0] == first


def test_a_page_whose_marked_article_is_empty_is_read_whole() -> None:
    assert blocks("<article><h2>Teaser</h2></article><p>It helps.") == [
        ("heading", "Teaser"),
        ("paragraph", "It helps."),
    ]


def test_a_page_nested_five_thousand_deep_is_read() -> None:
    assert blocks("<div>" * 5000 + "Deep down.") == [("paragraph", "Deep down.")]


@pytest.mark.parametrize("page", ["", "<html></html>", "<p", "</p></p>", "<title>", "<body><nav>Shoes</nav>"])
def test_a_page_without_text_has_no_blocks(page: str) -> None:
    assert blocks(page) == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>mañana".encode(), "<p>mañana"),
        ("\ufeff<meta charset=latin1><p>mañana".encode(), "<meta charset=latin1><p>mañana"),
        (b'<meta charset="ISO-8859-1"><p>ma\xf1ana \x93so\x94', '<meta charset="ISO-8859-1"><p>mañana “so”'),
        (
            b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>\x80",
            "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>€",
        ),
    ],
)
def test_a_page_is_read_in_the_character_set_it_names(raw: bytes, text: str) -> None:
    assert web_page.decode(raw) == text


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"PK\3\4\0\0", "binary data"),
        (b"<p>ma\xf1ana", "not utf-8"),
        (b"<meta charset=koi8-r><p>x", "character set koi8-r is not read"),
        (b"<meta charset=unicode_escape><p>x", "character set unicode_escape is not read"),
    ],
)
def test_bytes_that_are_no_page_are_refused_with_the_reason(raw: bytes, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        web_page.decode(raw)
