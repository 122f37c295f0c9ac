"""Articles in the rows of a table."""

from pathlib import Path

import pytest

from reader.article import Article
from reader.ingest import IngestError, read_articles
from reader.library import Library


def read(tmp_path: Path, text: str, name: str = "a.csv") -> list[Article]:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return list(read_articles(path, name))


@pytest.mark.parametrize(
    "text",
    [
        "id,title,text,date\r\n7,First talks,"
        '"They began, we hear.\n\nThey ""go on"".",2024-03-15\r\n',
        'title;date;content\nFirst talks;15/3/2024;"They began, we hear.\n\nThey ""go on""."\n',
        '"Headline"\t"Body"\t"Published"\nFirst talks\t"They began, we hear.\n\nThey ""go on""."\t'
        "2024-03-15T08:00:00Z\n",
    ],
    ids=["commas", "semicolons", "tabs"],
)
@pytest.mark.parametrize("name", ["a.csv", "a.txt"])
def test_each_row_is_an_article(text: str, name: str, tmp_path: Path) -> None:
    (article,) = read(tmp_path, text, name)
    assert article.text == 'First talks\n\nThey began, we hear.\n\nThey "go on".'
    assert (article.date, article.date_source) == ("2024-03-15", "document")
    assert article.place == f"{name}#2"


def test_a_row_without_text_is_listed_and_empty_rows_are_not(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text\nOne,a\n,\nThree,\nFour,d\n")
    library = Library.open([str(path)])
    assert sorted(row.place for row in library.rows(0, 9)) == ["a.csv#2", "a.csv#5"]
    assert [Path(skipped.path).name for skipped in library.skipped] == ["a.csv#4"]


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="no column called title or text"):
        read(tmp_path, "name,price\napple,3\n")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"\xff\xfe", "^empty"),
        (b"\xef\xbb\xbf", "^empty"),
        (b"title,text\n", "^no rows"),
        (b"title,text", "^no rows"),
        (b"title,text\n,\n", "^no rows"),
    ],
)
def test_a_table_without_rows_says_so(raw: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(raw)
    with pytest.raises(IngestError, match=why):
        list(read_articles(path, "a.csv"))


def test_prose_with_commas_is_no_table(tmp_path: Path) -> None:
    (article,) = read(tmp_path, "Body, mind, text\n\nThree words, and what they mean.", "a.txt")
    assert article.title == "Body, mind, text"
