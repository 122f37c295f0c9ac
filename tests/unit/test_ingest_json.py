"""Articles in JSON, however wrapped and under whatever names."""

import io
import json
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article
from reader.ingest import IngestError, json_records, read_articles
from reader.ingest.document import MAX_BYTES, Document
from reader.ingest.json_records import items
from reader.library import Library

BODY = "The talks began on Monday.\n\nThey will go on for a week."


def read(tmp_path: Path, value: object, name: str = "a.json") -> list[Article]:
    path = tmp_path / name
    path.write_text(value if isinstance(value, str) else json.dumps(value))
    return list(read_articles(path, name))


@pytest.mark.parametrize(
    "record",
    [
        {"title": "First talks", "text": BODY, "date": "2024-03-15", "url": "https://e.org/1"},
        {
            "headline": "First talks",
            "articleBody": BODY,
            "datePublished": "2024-03-15T09:00:00+07:00",
            "url": "https://e.org/1",
        },
        {
            "title": {"rendered": "First talks"},
            "content": {"rendered": "<p>The talks began on Monday.</p>They will go on for a week."},
            "date": "2024-03-15T09:00:00",
            "link": "https://e.org/1",
        },
        {
            "tieu_de": "First talks",
            "noi_dung": BODY,
            "ngay_dang": "15/3/2024",
            "url": "https://e.org/1",
        },
        {
            "_id": "x",
            "_source": {
                "title": "First talks",
                "body": BODY,
                "published": 1710490000,
                "url": "https://e.org/1",
            },
        },
        {
            "Title": "First talks",
            "Paragraphs": BODY.split("\n\n"),
            "Date": "20240315",
            "URL": "https://e.org/1",
        },
    ],
    ids=["plain", "schema.org", "WordPress", "Vietnamese", "Elasticsearch", "list of paragraphs"],
)
def test_one_record_is_one_article(record: object, tmp_path: Path) -> None:
    (article,) = read(tmp_path, record)
    assert article.text == f"First talks\n\n{BODY}"
    assert (article.title, article.title_source) == ("First talks", "document")
    assert (article.date, article.date_source) == ("2024-03-15", "document")
    assert (article.link, article.place) == ("https://e.org/1", "a.json")


def test_source_author_language_and_section_are_taken(tmp_path: Path) -> None:
    (article,) = read(
        tmp_path,
        {
            "title": "First talks",
            "content": BODY,
            "source": {"id": "nb", "name": "Northern Post"},
            "authors": [{"name": "Anna Berg"}, {"name": "Lê Hoa"}],
            "language": "vi-VN",
            "category": "World",
        },
    )
    assert (article.source, article.author, article.lang) == (
        "Northern Post",
        "Anna Berg, Lê Hoa",
        "vi",
    )
    assert ("section", "World") in article.furniture


def test_the_surest_name_of_a_field_wins(tmp_path: Path) -> None:
    (article,) = read(tmp_path, {"html": "<p>raw</p>", "text": BODY, "subject": "x", "title": "T"})
    assert article.text == f"T\n\n{BODY}"


def test_a_summary_leads_unless_the_text_begins_with_it(tmp_path: Path) -> None:
    summary = "What is at stake in the north"
    (article,) = read(tmp_path, {"title": "T", "description": summary, "body": BODY})
    assert article.text == f"T\n\n{summary}\n\n{BODY}"
    (article,) = read(tmp_path, {"title": "T", "description": "The talks began…", "body": BODY})
    assert article.text == f"T\n\n{BODY}"


def test_a_record_without_a_title_gets_a_derived_one(tmp_path: Path) -> None:
    (article,) = read(tmp_path, {"text": f"May 08, 2023\n\n{BODY}"})
    assert (article.title_source, article.date) == ("derived", "2023-05-08")


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda records: records,
        lambda records: {"status": "ok", "articles": records},
        lambda records: {"took": 3, "hits": {"total": 2, "hits": records}},
        lambda records: {"title": "Feed", "description": "All news", "items": records},
    ],
    ids=["list", "articles", "hits.hits", "feed"],
)
def test_a_list_is_found_however_wrapped(wrapped: object, tmp_path: Path) -> None:
    assert callable(wrapped)
    records = [{"title": "One", "text": BODY}, {"title": "Two", "text": BODY}]
    articles = read(tmp_path, wrapped(records))
    assert [(article.title, article.place) for article in articles] == [
        ("One", "a.json#1"),
        ("Two", "a.json#2"),
    ]


def test_json_lines_are_told_by_content_and_counted_by_line(tmp_path: Path) -> None:
    lines = '{"title": "One", "text": "a b"}\n\n{"title": "Two", "text": "c d"}\n'
    for name in ("dump.jsonl", "dump.txt", "dump.json"):
        assert [a.place for a in read(tmp_path, lines, name)] == [f"{name}#1", f"{name}#3"]


def test_a_bad_line_stops_nothing(tmp_path: Path) -> None:
    lines = '{"title": "One", "text": "a"}\n{"title": \n[1]\n{"text": " "}\n{"a": "b"}\n'
    path = tmp_path / "dump.jsonl"
    path.write_text(lines + '{"title": "Six", "text": "f"}')
    library = Library.open([str(path)])
    assert sorted(row.place for row in library.rows(0, 9)) == ["dump.jsonl#1", "dump.jsonl#6"]
    assert [(Path(path).name, why.partition(" (")[0]) for path, why in library.skipped] == [
        ("dump.jsonl#2", "not valid JSON: Expecting value"),
        ("dump.jsonl#3", "no article in it"),
        ("dump.jsonl#4", "no article in it"),
        ("dump.jsonl#5", "no article in it"),
    ]


def test_json_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "dump.jsonl"
    path.write_text('{"title": "T", "text": "a"}\n' * 100_000)
    streams: list[BinaryIO] = []

    def opened() -> BinaryIO:
        streams.append(path.open("rb"))
        return streams[-1]

    drafts = json_records.read(Document("dump.jsonl", opened))
    next(drafts)
    assert streams[-1].tell() < 10_000
    drafts.close()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"title": ', "not valid JSON: Expecting value"),
        ('{"a": ' * 100_000, "not valid JSON: nested too deep"),
        ('{"name": "package", "description": "a thing", "version": "1"}', "no article in it"),
        ("[1, 2, 3]", "no article in it"),
        ("{}", "no article in it"),
    ],
    ids=["cut", "deep", "package", "numbers", "nothing"],
)
def test_json_without_articles_is_refused(text: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(IngestError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(why)
    assert str(caught.value).endswith(")")


def test_text_that_only_looks_like_json_is_text(tmp_path: Path) -> None:
    (article,) = read(tmp_path, '{"x": that is how it begins.\n\nAnd goes on.', "a.txt")
    assert article.text.startswith('{"x": that')


def test_escapes_and_surrogates_in_json_are_made_safe(tmp_path: Path) -> None:
    (article,) = read(tmp_path, r'{"title": "A\u001b[2J \ud800", "text": "b\u202e"}')
    assert article.text == "A␛[2J �\n\nb�"


VALUES = st.recursive(
    st.text(max_size=9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
)


@given(st.lists(VALUES, max_size=6), st.integers(1, 40), st.sampled_from([None, 1]))
def test_a_list_read_in_pieces_is_the_list(
    values: list[object], chunk: int, indent: int | None
) -> None:
    text = json.dumps(values, ensure_ascii=False, indent=indent)
    assert list(items(io.StringIO(text), chunk)) == values


def test_a_list_larger_than_may_be_read_at_once_is_read_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    records = [json.dumps({"title": f"Title {n}", "text": f"Text {n} of it."}) for n in range(2)]
    with path.open("w") as file:
        file.write("[" + records[0] + "," + " " * MAX_BYTES + records[1] + "]")
    articles = list(read_articles(path, "dump.json"))
    assert [(one.title, one.place) for one in articles] == [
        ("Title 0", "dump.json#1"),
        ("Title 1", "dump.json#2"),
    ]
    with path.open("r+") as file:
        file.truncate(MAX_BYTES + 60)
    found = read_articles(path, "dump.json")
    assert next(found).title == "Title 0"
    with pytest.raises(IngestError, match="not valid JSON"):
        next(found)
