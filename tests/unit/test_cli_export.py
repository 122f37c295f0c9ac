import html as html_escapes
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Span
from reader.cli.export import html, markdown
from reader.cli.export.page import Page
from reader.entities import Mention
from reader.state import Highlight

TEXT = "Kishida in Seoul\n\nSeoul [South Korea]: he met <b>Yoon</b>.\n\n# 1. Talks & more"


def article(text: str = TEXT, title: str = "Kishida in Seoul") -> Article:
    headline = Span(0, len(title))
    return Article("a.txt", "a.txt", text, title, "document", headline, "en", date="2023-05-08")


def mention(of: str, kind: str) -> Mention:
    start = TEXT.rindex(of)
    return Mention(start, start + len(of), of, kind, None, of, None, None)


def highlight(quote: str, note: str = "") -> Highlight:
    start = TEXT.index(quote)
    return Highlight(1, "key", start, start + len(quote), quote, note)


def test_markdown_says_what_the_article_says_and_nothing_of_it_is_markup() -> None:
    (written,) = markdown.parts([Page(article(), [], [highlight("he met", "where?")])])
    assert written.startswith("# Kishida in Seoul\n\n*2023-05-08*\n\n")
    assert r"Seoul \[South Korea\]: he met \<b\>Yoon\</b\>." in written
    assert r"\# 1. Talks \& more" in written
    assert "> he met\n\nwhere?" in written


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. one", r"1\. one"),
        ("- one", r"\- one"),
        ("+1", "+1"),
        ("a_b*", r"a\_b\*"),
        ("#x", "#x"),
        ("  ## x", r"\## x"),
        ("    code", "code"),
        ("--", r"\--"),
    ],
)
def test_markdown_escapes_only_what_would_be_read_as_markup(text: str, escaped: str) -> None:
    assert markdown.escape(text) == escaped


def test_html_marks_entities_and_highlights_where_they_stand() -> None:
    page = Page(
        article(),
        [mention("Seoul", "PLACE"), mention("Yoon", "PERSON")],
        [highlight("he met <b>Yo")],
    )
    written = "".join(html.parts([page]))
    assert '<span class="entity place" title="PLACE: Seoul">Seoul</span> [South Korea]' in written
    assert '<mark>he met &lt;b&gt;</mark><mark><span class="entity person"' in written
    assert "<b>" not in written


@given(st.text("ab<&>\n\"' "), st.lists(st.integers(0, 30), max_size=6), st.integers(0, 30))
def test_html_keeps_every_character_of_the_body(text: str, edges: list[int], at: int) -> None:
    body = f"x{text}y"
    cuts = sorted({min(edge, len(body)) for edge in edges})
    mentions = [
        Mention(a, b, body[a:b], "ORG", None, None, None, None)
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    at = min(at, len(body) - 1)
    highlights = [Highlight(1, "k", at, len(body), body[at:], "n<")]
    whole = Article("a", "a", body, body[:1], "derived", Span(0, 1), "en")
    written = "".join(html.parts([Page(whole, mentions, highlights)]))
    paragraphs = re.findall("<p>(.*?)</p>", written.partition("<h2>")[0], re.DOTALL)
    shown = [html_escapes.unescape(re.sub("<.*?>", "", one, flags=re.DOTALL)) for one in paragraphs]
    assert shown == [one for one in body.split("\n\n") if one.strip()]
