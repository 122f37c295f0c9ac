from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Span
from reader.ui.page import Layout, Page, paragraph_at, word_at

PROSE = "The ministers of both countries met in Tokyo on Monday to speak about trade and travel. "


def page(text: str, headline: int, source: Any, meta: str = "TTXVN · vi") -> Page:
    article = Article("a", "a", text, text[:headline], source, Span(0, headline), "en")
    return Page(article, meta)


pages = st.builds(
    lambda title, paragraphs, source, meta: page(
        "\n\n".join([title, *paragraphs]), len(title), source, meta
    ),
    st.text("ab c", min_size=1),
    st.lists(st.text("xy z-漢", min_size=1), max_size=5),
    st.sampled_from(["document", "derived"]),
    st.sampled_from(["", "short", "a meta line that needs more than one row"]),
)


@given(pages, st.integers(2, 20), st.data())
def test_an_offset_finds_its_row_and_a_row_its_offset(
    shown: Page, width: int, data: st.DataObject
) -> None:
    layout = Layout(shown, width)
    offset = data.draw(st.integers(0, len(shown.article.text)))
    row = layout.row_of(offset)
    assert layout[row].kind != "meta"
    assert layout[row].line.start <= offset
    assert layout.offset_of(row) == layout[row].line.start


@given(pages, st.integers(2, 20))
def test_rows_show_headline_meta_and_text_in_order(shown: Page, width: int) -> None:
    layout = Layout(shown, width)
    rows = [layout[row] for row in range(len(layout))]
    kinds = "".join(row.kind[0] for row in rows)
    is_derived = shown.article.title_source == "derived"
    assert kinds.replace("s", "b").startswith(("m" if shown.meta else "b") if is_derived else "t")
    drawn = [shown.article.text[slice(*row.line)] for row in rows if row.kind != "meta"]
    assert "".join("".join(drawn).split()) == "".join(shown.article.text.split())


@pytest.mark.parametrize(
    ("paragraph", "is_subheading"),
    [
        ("What comes next", True),
        ("Căng thẳng leo thang", True),
        ("He agreed.", False),
        ("Is it over?", False),
        ("“We will see”", False),
        ("(Reuters)", False),
        (PROSE + PROSE, False),
    ],
)
def test_sub_headings_are_short_paragraphs_without_a_stop(
    paragraph: str, is_subheading: bool
) -> None:
    text = "\n\n".join(["Headline", PROSE * 2, paragraph, PROSE * 2])
    layout = Layout(page(text, 8, "document"), 200)
    row = layout[layout.row_of(text.index(paragraph, 100))]
    assert (row.kind == "subheading") is is_subheading


def test_the_last_paragraph_is_no_sub_heading() -> None:
    text = "\n\n".join(["Headline", PROSE * 2, "Theo TTXVN"])
    layout = Layout(page(text, 8, "document"), 200)
    assert layout[len(layout) - 1].kind == "body"


def test_a_long_sub_heading_is_one_on_both_of_its_rows() -> None:
    subheading = "What the ministers may agree on when they meet again"
    text = "\n\n".join(["Headline", PROSE * 2, subheading, PROSE * 2])
    layout = Layout(page(text, 8, "document"), 30)
    row = layout.row_of(text.index(subheading))
    assert [layout[row + n].kind for n in range(3)] == ["subheading", "subheading", "body"]


@pytest.mark.parametrize(
    ("at", "word"),
    [("ol", "Yoon"), ("-y", "Suk-yeol"), ("ng", "không"), ("!", "!"), ("f", "f")],
)
def test_the_word_at_an_offset(at: str, word: str) -> None:
    text = "Yoon Suk-yeol\nnói không! f"
    offset = text.index(at) if at != "ol" else 1
    start, end = word_at(text, offset)
    assert text[start:end] == word


def test_the_paragraph_at_an_offset() -> None:
    text = "one\n\ntwo and\n\nlast"
    assert [text[slice(*paragraph_at(text, n))] for n in (1, 6, 16)] == ["one", "two and", "last"]
