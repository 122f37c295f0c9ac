"""Books, mail and PDF files as articles."""

import io
import mailbox
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.article import Article
from reader.ingest import IngestError, read_articles
from reader.ingest.pdf import join
from reader.library import Library

SENTENCES = "They talked for two days and nobody outside knew what was said in the room. " * 4
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Talks</dc:title><dc:creator>Anna
 Berg</dc:creator><dc:language>en-GB</dc:language><dc:date>2019-03-01</dc:date></metadata>
<manifest><item id="c" href="cover.xhtml"/><item id="a" href="text/one%20a.xhtml"/>
<item id="b" href="text/two.xhtml"/></manifest>
<spine><itemref idref="c"/><itemref idref="b"/><itemref idref="a"/></spine></package>"""
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"""


def articles(path: Path) -> list[Article]:
    return list(read_articles(path, path.name))


def book(path: Path, **replaced: str) -> Path:
    chapter = "<html><head><title>x</title></head><body><h1>{}</h1><p>{}</p></body></html>"
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE,
        "OEBPS/cover.xhtml": "<html><body><img alt='Cover'/></body></html>",
        "OEBPS/text/one a.xhtml": chapter.format("Last words", SENTENCES),
        "OEBPS/text/two.xhtml": chapter.format("First words", SENTENCES),
        **replaced,
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def test_the_chapters_of_a_book_are_articles_in_reading_order(tmp_path: Path) -> None:
    first, last = articles(book(tmp_path / "book.epub"))
    assert [first.title, last.title] == ["First words", "Last words"]
    assert [first.place, last.place] == ["book.epub#2", "book.epub#3"]
    assert (first.source, first.author, first.lang) == ("Talks", "Anna Berg", "en")
    assert (first.date, first.date_source) == ("2019-03-01", "document")


@pytest.mark.parametrize(
    "broken", [{"META-INF/container.xml": "<x"}, {"OEBPS/book.opf": PACKAGE.replace("two.", "no.")}]
)
def test_a_damaged_book_is_refused(broken: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="a damaged book"):
        articles(book(tmp_path / "book.epub", **broken))


def letter() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Lê Hoa <hoa@example.org>"
    message["To"] = "readers@example.org"
    message["Subject"] = "Bản tin tuần: cảng mới"
    message["Date"] = "Fri, 15 Mar 2024 08:30:00 +0700"
    message["List-Id"] = "Bản tin Bình Minh <tin.example.org>"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("Open this in a browser.")
    message.add_alternative(
        "<html><body><p>Sáng nay lễ khởi công diễn ra ở phía bắc.</p></body></html>", "html"
    )
    message.add_attachment(b"x" * 999, "application", "pdf", filename="a.pdf")
    return message


def test_a_newsletter_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(letter().as_bytes())
    (article,) = articles(path)
    assert article.text == ("Bản tin tuần: cảng mới\n\nSáng nay lễ khởi công diễn ra ở phía bắc.")
    assert (article.date, article.source, article.author) == (
        "2024-03-15",
        "Bản tin Bình Minh",
        "Lê Hoa",
    )
    assert article.place == "a.eml"


def test_a_mailbox_holds_an_article_a_message(tmp_path: Path) -> None:
    path = tmp_path / "news"
    box = mailbox.mbox(path)
    plain = EmailMessage()
    plain["From"] = "x@example.org"
    plain["Subject"] = "Second"
    plain["Date"] = "Sat, 16 Mar 2024 08:30:00 +0000"
    plain.set_content("From here on it is quiet.\n\nFrom there too.\n")
    for message in (letter(), plain):
        box.add(message)
    box.close()
    first, second = articles(path)
    assert [first.place, second.place] == ["news#1", "news#2"]
    assert second.text == "Second\n\nFrom here on it is quiet.\n\nFrom there too."
    assert second.author == "x@example.org"


def test_a_letter_that_lies_about_its_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(
        b"From: a@b.c\nTo: d@e.f\nSubject: =?utf-9?q?bad?= one\nDate: never\n"
        b"Content-Type: text/plain; charset=klingon\n\nThey beg\xffan.\n"
    )
    (article,) = articles(path)
    assert article.text.endswith("They beg�an.")
    assert article.date is None


def pdf(*pages: list[str], info: str = "") -> bytes:
    """Return a PDF with the lines of each page, set in a fixed font."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 10 Tf 40 780 Td {shown} ET".encode("latin-1")
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    objects.append(f"<<{info}>>".encode())
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(
        b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, len(objects), table)
    )
    return out.getvalue()


def test_the_text_layer_of_a_pdf_is_an_article(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    pages = [
        [
            "Talks on the northern harbour",
            "The harbour will be widened so that larger vessels can call, and the rail-",
            "way will be mended, the mayor of the largest town on the coast has told us",
            "this week.",
            "Nobody asked the fishermen, who will lose two quays and a fish hall in all",
        ],
        ["of this, and who meet every Thursday.", "They have a boat."],
        ["It is old."],
    ]
    path = tmp_path / "a.pdf"
    path.write_bytes(
        pdf(
            *[[f"NORTHERN POST No. {n}", *page, f"Page {n}"] for n, page in enumerate(pages, 1)],
            info="/Title(Microsoft Word - x.doc)/Author(Anna Berg)/CreationDate(D:20240315083000Z)",
        )
    )
    (article,) = articles(path)
    paragraphs = article.text.split("\n\n")
    assert paragraphs[0] == article.title == "Talks on the northern harbour"
    assert paragraphs[1].startswith("The harbour will be widened")
    assert "and the railway will be mended" in paragraphs[1]
    assert paragraphs[1].endswith("told us this week.")
    assert paragraphs[2].endswith("who meet every Thursday.")
    assert "NORTHERN POST" not in article.text
    assert "Page" not in article.text
    assert article.furniture[0] == ("page", "NORTHERN POST No. 3")
    assert (article.date, article.date_source, article.author) == (
        "2024-03-15",
        "file",
        "Anna Berg",
    )


def test_vietnamese_compounds_keep_their_hyphen() -> None:
    assert join([["Hợp tác Nhật-", "Hàn và khoa học-", "công nghệ được nói tới nhiều lần."]]) == [
        "Hợp tác Nhật-Hàn và khoa học-công nghệ được nói tới nhiều lần."
    ]


@pytest.mark.parametrize(
    ("raw", "why"),
    [(pdf([]), "no text layer"), (b"%PDF-1.4\nnot really", "a damaged PDF")],
    ids=["picture", "damaged"],
)
def test_a_pdf_without_text_is_refused(raw: bytes, why: str, tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    (tmp_path / "a.pdf").write_bytes(raw)
    with pytest.raises(IngestError, match=why):
        articles(tmp_path / "a.pdf")


def test_a_folder_of_formats_is_one_collection(tmp_path: Path) -> None:
    book(tmp_path / "book.epub")
    (tmp_path / "a.eml").write_bytes(letter().as_bytes())
    (tmp_path / "b.jsonl").write_text('{"title": "T", "text": "x"}\n')
    library = Library.open([str(tmp_path)])
    assert sorted(row.place for row in library.rows(0, 9)) == [
        "a.eml",
        "b.jsonl#1",
        "book.epub#2",
        "book.epub#3",
    ]
