"""Whatever happens to a file, reading it gives sound articles or one line that says why not."""

import io
import tarfile
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article, clean
from reader.ingest import IngestError
from reader.ingest.document import Document
from reader.ingest.draft import Draft, finish
from reader.ingest.formats import choose

TALKS = b"First talks\n\nThey began on May 8, 2023 in Oslo [Norway].\n\nTheo TTXVN\n"


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a/talks.txt", TALKS)
    return out.getvalue()


def tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as file:
        info = tarfile.TarInfo("talks.txt")
        info.size = len(TALKS)
        file.addfile(info, io.BytesIO(TALKS))
    return out.getvalue()


SAMPLES = {
    "a.txt": b"World\nFirst talks\nFirst talks\nMay 08, 2023\n" + TALKS,
    "head.txt": b"Title: First talks\nDate: 2023-05-08\nSource: Post\n\nThey began.",
    "a.md": b"---\ntitle: T\n---\n# T\n\n*a* [b](c) `d`\n\n- x\n> y\n| a | b |\n|--|--|\n"
    b"```\nc\n\n\nd\n```\n",
    "a.json": b'{"articles":[{"title":{"rendered":"x"},"content":"<p>a<b>c","authors":[{"n":1}]}]}',
    "a.jsonl": b'{"title":"x","text":"abc","date":[1,{"a":2}]}\n' * 3,
    "a.csv": b'title,text,date\r\nx,"a b c",2024-01-01\r\ny,"d",\n',
    "a.eml": b"From: =?utf-8?q?A?= <a@b.c>\nTo: d@e.f\nSubject: S\nDate: Mon, 8 May 2023 1:00\n"
    b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
    b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    b"PHA+YQ==\n--x--\n",
    "mbox": b"From a@b Mon May  8 08:30:00 2023\nSubject: S\n\nThey began.\n\n" * 2,
    "a.zip": zipped(),
    "a.tgz": tarred(),
}
DAMAGE = [
    b"\0",
    b"\xff\xfe",
    b"<",
    b'"',
    b"{",
    b"[",
    b"\n\n",
    b"&#0;",
    b"\xed\xa0\x80",
    b"\xcc\x81",
]
DAMAGE += [b"\x1b[2J", b"9" * 30, b"2023-02-31", b"---\n", b"\xe2\x80\xae"]

EDIT = st.tuples(
    st.floats(0, 1), st.integers(0, 40), st.sampled_from(DAMAGE) | st.binary(max_size=6)
)


def damaged(raw: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for place, gone, put in edits:
        start = int(place * len(raw))
        raw = raw[:start] + put + raw[start + gone :]
    return raw


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=40, deadline=None)
@given(edits=st.lists(EDIT, min_size=1, max_size=8))
def test_damage_is_answered(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    check(Document.of_bytes(name, damaged(SAMPLES[name], edits)))


@pytest.mark.parametrize("name", ["a.html", "a.xml", "a.pdf", "a.epub", "a"])
@settings(max_examples=40, deadline=None)
@given(raw=st.binary(max_size=200))
def test_any_bytes_of_any_name_are_answered(name: str, raw: bytes) -> None:
    check(Document.of_bytes(name, raw))


def check(document: Document) -> None:
    try:
        for draft in choose(document).read(document):
            if isinstance(draft, Draft):
                check_article(finish(draft, "p", "p"))
    except IngestError as error:
        check_refusal(str(error))


def check_refusal(why: str) -> None:
    assert why.endswith(")")
    assert "\n" not in why


def check_article(article: Article) -> None:
    assert article.text == clean(article.text) == article.text.strip() != ""
    assert "\n\n\n" not in article.text
    assert article.text[slice(*article.headline)] == article.title.removesuffix("…") != ""
    for said in (article.author, article.source, article.link, article.lang, article.date):
        assert said is None or said == " ".join(clean(said).split()) != ""
