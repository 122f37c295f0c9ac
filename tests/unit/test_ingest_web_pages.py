"""The article of a web page, as a reader would copy it: nothing of the page, all of the text."""

import sys
from pathlib import Path

import pytest

from reader.article import Article
from reader.ingest import IngestError, read_articles
from reader.ingest.html_text import html_paragraphs

PAGES = Path(__file__).parent.parent / "data" / "pages"

PAGE_FURNITURE = [
    "Chia sẻ", "Tin liên quan", "Cảng cũ quá tải", "Nguyễn A", "Đọc nhiều", "Giấy phép", "cookies",
    "Click to share", "Older", "never on time", "Recent Posts", "Lịch tiếp dân", "Bản quyền",
    "Advertisement", "inbox", "Terms of use", "Bridge closed", "Đừng đọc",
]  # fmt: skip


def read(name: str) -> Article:
    pytest.importorskip("trafilatura")
    (article,) = read_articles(PAGES / name, name)
    return article


@pytest.mark.parametrize(
    ("page", "title", "date", "source", "author", "lang"),
    [
        (
            "vn_portal.html",
            "Đà Nẵng khởi công cảng biển mới sau mười năm chờ đợi",
            "2024-03-15",
            "Bình Minh",
            "Lê Hoa",
            "vi",
        ),
        (
            "en_blog.html",
            "Harbour towns look north for new trade",
            "2024-05-02",
            "Northern Post",
            "Anna Berg",
            "en",
        ),
        (
            "gov_tables.html",
            "Phú Hải: Họp bàn phương án phòng chống bão số 5",
            "2023-09-20",
            "Văn phòng tỉnh",
            None,
            "vi",
        ),
        (
            "en_wire.html",
            "Ferry talks resume after a year of silence",
            "2022-11-08",
            "Coastline",
            None,
            "en",
        ),
    ],
)
def test_a_page_says_what_its_article_is(
    page: str, title: str, date: str, source: str, author: str | None, lang: str
) -> None:
    article = read(page)
    assert (article.title, article.title_source) == (title, "document")
    assert (article.date, article.source, article.lang) == (date, source, lang)
    assert article.author == author


@pytest.mark.parametrize(
    ("page", "passages"),
    [
        (
            "vn_portal.html",
            [
                "gấp ba lần cảng cũ",
                "\n\nNối với đường sắt\n\n",
                "dài 750 m sẽ",
                "\n\n- Giai đoạn một: hai bến và đê chắn sóng.\n- Giai đoạn hai:",
                "\n\n> Chúng tôi đã đợi",
                "\nSố 1 | 400 m\n",
                "\n\nTheo TTXVN",
            ],
        ),
        (
            "en_blog.html",
            [
                "“We can’t wait for another winter,” Lund said.",
                "\n\nA costly plan\n\n",
                "\n\n1. Widen the basin.\n2. Repair the line.\n\n",
                "A decision is expected in the autumn.",
            ],
        ),
        ("gov_tables.html", ["Chiều 20/9", "200 đến 300 mm", "\n\nNguồn: Văn phòng tỉnh"]),
        ("en_wire.html", ["Seoul [South Korea] and other cities", "Talks begin on Nov. 21"]),
    ],
)
def test_the_article_is_whole_and_the_page_is_left_out(page: str, passages: list[str]) -> None:
    article = read(page)
    for passage in passages:
        assert passage in article.text
    assert not [piece for piece in PAGE_FURNITURE if piece in article.text]
    assert article.text.count(article.title) == 1


def test_the_declared_encoding_of_a_page_counts(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    sentences = [f"La {n}e séance des députés réunis à Genève a été très brève." for n in range(9)]
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    page = (
        f'<html><head><meta charset="windows-1252"></head><body><h1>Café</h1>{body}</body></html>'
    )
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("cp1252"))
    (article,) = read_articles(path, "a.html")
    assert article.text.split("\n\n") == ["Café", *sentences]


def test_a_page_is_known_by_its_content(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.txt"
    path.write_bytes((PAGES / "en_blog.html").read_bytes())
    (article,) = read_articles(path, "a.txt")
    assert article.title == "Harbour towns look north for new trade"


def test_text_that_is_only_called_a_page_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("First talks\n\nThey began, and 3 < 4.")
    (article,) = read_articles(path, "a.html")
    assert article.text == "First talks\n\nThey began, and 3 < 4."


def test_a_missing_library_is_named_with_the_command_that_adds_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(IngestError) as caught:
        list(read_articles(PAGES / "en_blog.html", "en_blog.html"))
    assert str(caught.value) == (
        "web pages need trafilatura (run: pip install 'seeds-reader[html]')"
    )


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("<p>one<p>two", ["one", "two"]),
        ("one<br>two<br><br>three", ["one", "two", "three"]),
        ("<ul><li><p>a</p></li><li>b<ol><li>c</ol></ul>", ["- a\n- b\n1. c"]),
        ("<blockquote>a<br>b</blockquote>c", ["> a\n> b", "c"]),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", ["a | b\n1 | 2"]),
        ("<pre>a\n  b\n</pre>", ["a\n  b"]),
        ("a<script>b</script><style>c</style>d &amp; &lt;e&gt; &nbsp;f", ["ad & <e> f"]),
        ("<p>Seoul [South Korea]</p>", ["Seoul [South Korea]"]),
        ("a &#27;[2J &#8238;b", ["a [2J �b"]),
        ("</li></ul></blockquote></pre>x", ["x"]),
        ("<p>a <", ["a <"]),
        ("", []),
    ],
)
def test_html_keeps_the_shape_of_its_text(html: str, paragraphs: list[str]) -> None:
    assert html_paragraphs(html) == paragraphs
