"""Markdown as a reader sees it: no markup, nothing of the writing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, clean
from reader.ingest import IngestError
from reader.ingest.document import Document
from reader.ingest.draft import finish
from reader.ingest.formats import choose


def read(text: str, name: str = "a.md") -> Article:
    document = Document.of_bytes(name, text.encode())
    (draft,) = choose(document).read(document)
    return finish(draft, name, name)


def test_front_matter_gives_what_is_known_of_the_article() -> None:
    article = read(
        '---\ntitle: "Cảng mới: khởi công"\ndate: 2024-03-15T08:00:00+07:00\nsource: Báo Đà Nẵng\n'
        "author: Lê Hoa\nlang: vi-VN\nurl: https://example.org/a\ntags: [a, b]\n---\n\nMột đoạn.\n"
    )
    assert (article.title, article.title_source) == ("Cảng mới: khởi công", "document")
    assert (article.date, article.date_source) == ("2024-03-15", "document")
    assert (article.source, article.author, article.lang) == ("Đà Nẵng", "Lê Hoa", "vi")
    assert article.link == "https://example.org/a"
    assert article.text == "Cảng mới: khởi công\n\nMột đoạn."
    assert article.furniture[0].kind == "front matter"


def test_a_heading_that_repeats_the_title_is_said_once() -> None:
    article = read("---\ntitle: First talks\n---\n# First talks\n\nThey began.")
    assert article.text == "First talks\n\nThey began."


def test_front_matter_is_known_in_a_file_of_another_name() -> None:
    assert read("---\ntitle: First talks\n---\nThey **began**.", "a.txt").text.endswith("began.")


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert read("---\nFirst talks\n\nThey began.").title == "First talks"


def test_the_first_heading_is_the_title() -> None:
    article = read("![The port](port.jpg)\n\n# First talks\n\nThey *began*.\n\n## Later\n\nMore.")
    assert article.title == "First talks"
    assert article.text == "First talks\n\nThe port\n\nThey began.\n\nLater\n\nMore."


def test_an_underlined_heading_is_one() -> None:
    assert read("First talks\n===========\n\nThey began.").title == "First talks"


def test_a_date_below_the_heading_is_the_date() -> None:
    article = read("# First talks\n\nMay 08, 2023\n\nThey began.")
    assert (article.date, article.text) == ("2023-05-08", "First talks\n\nThey began.")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Seoul [South Korea], May 8", "Seoul [South Korea], May 8"),
        ("a [link](https://e.org/a_(b)) here", "a link (https://e.org/a_(b)) here"),
        ('a [link](https://e.org "title") here', "a link (https://e.org) here"),
        ("<https://e.org/a>", "https://e.org/a"),
        (
            "a [link][1] and [another]\n\n[1]: https://e.org\n",
            "a link (https://e.org) and [another]",
        ),
        ("**bold** and *slanted* and __both__ and _too_", "bold and slanted and both and too"),
        ("***all***, ~~gone~~, `co*d*e`", "all, gone, co*d*e"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        (r"\*kept\* and \[x\](y)", "*kept* and [x](y)"),
        ("AT&amp;T &lt;b&gt; a<br>b <span class='x'>c</span>", "AT&T <b> ab c"),
        ("before <!-- a\n\nnote --> after", "before after"),
        ("an <!-- open one", "an <!-- open one"),
        ("a&#27;[2J &#8238;", "a[2J �"),
    ],
)
def test_inline_markup_is_taken_off(markdown: str, text: str) -> None:
    assert read(f"# T\n\n{markdown}").text == f"T\n\n{text}"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("* one\n* **two**\n  goes on\n1. three", "- one\n- two goes on\n1. three"),
        ("> quoted\n> more\n\nnot", "> quoted\n> more\n\nnot"),
        ("```py\na = *b*\n\n# c\n```\nafter", "a = *b*\n\n# c\n\nafter"),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "| a | b |\n| 1 | 2 |"),
        ("one\n\n---\n\ntwo\n\n***\n", "one\n\ntwo"),
    ],
)
def test_blocks_keep_their_shape(markdown: str, text: str) -> None:
    assert read(f"# T\n\n{markdown}").text == f"T\n\n{text}"


MARKUP = st.lists(
    st.sampled_from([*"*_`[]()<>!#\\|-~&;=\"' \n", "ab", "http://e.org", "<!--", "-->", "é"])
)


@given(MARKUP.map("".join))
def test_no_markup_breaks_the_reader(markdown: str) -> None:
    try:
        article = read(f"word {markdown}")
    except IngestError:
        return
    assert article.text == clean(article.text)
    assert "\0" not in article.text
    assert article.text[slice(*article.headline)] == article.title
