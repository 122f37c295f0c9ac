"""What a path may hold instead of an article, and in which bytes an article may be written."""

import os
from pathlib import Path

import pytest

from reader.article import Article
from reader.ingest import IngestError, document, read_articles
from reader.ingest.language import detect

TEXT = "Đường phía bắc\n\nCác bên gặp nhau ở Đà Nẵng trong hai ngày và bàn nhiều việc.\n"


def write(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path


def read(path: Path, raw: bytes) -> Article:
    (article,) = read_articles(write(path / "a.txt", raw), "a.txt")
    return article


def refusal(path: Path) -> str:
    with pytest.raises(IngestError) as caught:
        list(read_articles(path, path.name))
    assert caught.value.path == str(path)
    return str(caught.value)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_encodings_are_told(encoding: str, tmp_path: Path) -> None:
    article = read(tmp_path, TEXT.encode(encoding))
    assert article.text == TEXT.strip()
    assert article.notes == ()


def test_undecodable_bytes_are_shown_and_said(tmp_path: Path) -> None:
    article = read(tmp_path, b"First talks\n\nThey beg\xffan in \xc3(Oslo).")
    assert article.text == "First talks\n\nThey beg�an in �(Oslo)."
    assert article.notes == ("2 places hold bytes that are not UTF-8, shown as �",)


def test_lone_surrogates_are_shown(tmp_path: Path) -> None:
    article = read(tmp_path, b"\xff\xfe" + "ab".encode("utf-16-le") + b"\x00\xd8" + b"c\0 \0d\0")
    assert "�" in article.text
    assert article.text.encode()


def test_a_decomposed_text_is_composed(tmp_path: Path) -> None:
    import unicodedata

    assert read(tmp_path, unicodedata.normalize("NFD", TEXT).encode()).text == TEXT.strip()


def test_mixed_line_ends_are_line_ends(tmp_path: Path) -> None:
    article = read(tmp_path, "Title\r\rOne.\r\nTwo.\n\u2028Three.\x85Four.".encode())
    assert article.text.split("\n\n") == ["Title", "One.", "Two.", "Three.", "Four."]


def test_escapes_and_bidi_overrides_never_reach_the_title(tmp_path: Path) -> None:
    article = read(tmp_path, "A \x1b[2J\u202etitle\x00\n\nText\x07.".encode())
    assert article.title == "A ␛[2J�title␀"


@pytest.mark.parametrize(
    "raw", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b" " * 10_000, b"\xff\xfe"], ids=len
)
def test_an_empty_file_is_refused(raw: bytes, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", raw)
    assert refusal(path) == "empty (nothing to read in it)"


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)) * 40,
        b"\x7fELF\x02\x01\x01" + bytes(100),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\0\0\0\2\0\x08\6\0\0\0" + os.urandom(600),
        bytes(5000),
    ],
    ids=["all bytes", "program", "picture", "zeros"],
)
def test_a_binary_file_is_refused_whatever_its_name(raw: bytes, tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a"):
        assert refusal(write(tmp_path / name, raw)) == "not text (convert it to text first)"


def test_a_fifo_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "is a FIFO (name a file)"


def test_devices_folders_and_missing_files_are_refused(tmp_path: Path) -> None:
    assert refusal(Path("/dev/zero")) == "is a device (name a file)"
    assert refusal(tmp_path) == "is a folder (name a file)"
    assert refusal(tmp_path / "gone.txt") == "no longer there (check the path)"
    assert refusal(tmp_path / "nul\0.txt").endswith("(check the disk and the path)")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read anything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"text")
    path.chmod(0)
    assert refusal(path) == "may not be read (check its permissions)"


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_BYTES", 2**20)
    path = write(tmp_path / "a.txt", b"a" * (2**20 + 1))
    assert refusal(path) == "larger than 1 MB (split it into articles)"


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "a",
        "Line of text\n",
        "**a ",
        "[a](b ",
        "<!-- ",
        "<a b=",
        "1/2/2023 ",
        "(",
        "\n",
        "`a ",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_long_run_of_anything_is_read(unit: str, name: str, tmp_path: Path) -> None:
    """A reader that is quadratic anywhere would not come back from these."""
    path = write(tmp_path / name, ("Title\n\n" + unit * (400_000 // len(unit)) + "\nend.").encode())
    (article,) = read_articles(path, name)
    assert article.text.endswith("end.")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Các bên gặp nhau ở Đà Nẵng và bàn nhiều việc.", "vi"),
        ("Cac ben gap nhau o Da Nang va ban nhieu viec cua nguoi dan trong ngay.", "vi"),
        ("The parties met in Đà Nẵng and talked of many things for two days.", "en"),
        ("Thủ tướng nói “the rules of the game and the name of it” trong cuộc họp.", "vi"),
        ("Les parties se sont réunies à Hanoï pour discuter avec les voisins.", "fr"),
        ("Die Parteien trafen sich in Hanoi und sprachen über das neue Gesetz.", "de"),
        ("日本と韓国の首脳がソウルで会談した。", "ja"),
        ("两国领导人在首尔举行会谈。", "zh"),
        ("한일 정상이 서울에서 만났다.", "ko"),
        ("Лидеры двух стран встретились в Сеуле.", "ru"),
        ("12345 !!!", "und"),
        ("", "und"),
        ("Zxcv qwrt plmk", "und"),
    ],
)
def test_the_language_is_told(text: str, lang: str) -> None:
    assert detect(text) == lang
