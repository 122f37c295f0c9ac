"""Texts from before Unicode: told with confidence, or shown with what could not be read."""

import unicodedata

import pytest

from reader.ingest import vietnamese_encodings
from reader.ingest.decoding import decode

TEXT = (
    "Thành phố Đà Nẵng khởi công cảng biển mới ở phía bắc vịnh. Ông Trần Văn Bình, người đứng đầu"
    " ban quản lý, nói rằng những chuyến tàu đầu tiên sẽ cập bến sau ba năm nữa; các hộ dân được"
    " đền bù thỏa đáng. Ưu tiên hàng đầu là việc làm, ý kiến này được Ủy ban ủng hộ. Mỹ, Ý và Úc"
    " góp vốn. Hội nghị diễn ra lúc 8 giờ, kết thúc muộn, đại biểu ra về trong mưa lũ và gió rít."
)
TCVN3 = {letter: code for code, letter in vietnamese_encodings._TCVN3.items()}
VNI_MARKS = {marks: sign for sign, marks in vietnamese_encodings._VNI_MARKS.items()}
VNI_LETTERS = {letter: sign for sign, letter in vietnamese_encodings._VNI_LETTERS.items()}


def tcvn3(text: str) -> bytes:
    lowered = "".join(
        sign if sign in TCVN3 else sign.lower() if sign > "~" else sign for sign in text
    )
    return b"".join(bytes([TCVN3[s]]) if s in TCVN3 else s.encode("ascii") for s in lowered)


def vni(text: str) -> bytes:
    return "".join(map(vni_letter, text)).encode("cp1252")


def vni_letter(letter: str) -> str:
    lower = letter.lower()
    if letter.isascii():
        return letter
    if lower in VNI_LETTERS:
        shown = VNI_LETTERS[lower]
    else:
        base, *marks = unicodedata.normalize("NFD", lower)
        if "\u031b" in marks:
            base = VNI_LETTERS[unicodedata.normalize("NFC", base + "\u031b")]
            marks.remove("\u031b")
        marks.sort(key=lambda mark: mark not in "\u0302\u0306")
        shown = base + VNI_MARKS["".join(marks)]
    return shown.upper() if letter.isupper() else shown


def windows_1258(text: str) -> bytes:
    return b"".join(map(windows_1258_letter, text))


def windows_1258_letter(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = next(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        rest = unicodedata.normalize("NFC", parts.replace(tone, ""))
        return (rest + tone).encode("cp1258")


@pytest.mark.parametrize(
    ("encode", "name"), [(windows_1258, "windows-1258"), (vni, "VNI"), (tcvn3, "TCVN3")]
)
def test_old_vietnamese_encodings_are_told_by_the_words_they_give(
    encode: object, name: str
) -> None:
    assert callable(encode)
    expected = lower_marked(TEXT) if name == "TCVN3" else TEXT
    text, notes = decode(encode(TEXT))
    assert text == expected
    assert notes == (f"read as {name}, an encoding that was guessed",)


def lower_marked(text: str) -> str:
    """TCVN3 has no codes for most capitals: a font with capitals showed them."""
    return "".join(s if s in TCVN3 or s.isascii() else s.lower() for s in text)


@pytest.mark.parametrize("encode", [windows_1258, vni, tcvn3])
def test_a_few_words_are_not_believed(encode: object) -> None:
    assert callable(encode)
    assert vietnamese_encodings.guess(encode("Đà Nẵng and Huế")) is None


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "Les députés se sont réunis à Genève pour une première séance, où l’été a commencé.",
            "cp1252",
        ),
        ("Für die Anwohner der Straße bedeutet das längere Wege und größere Mühe.", "cp1252"),
        ("Лидеры двух стран встретились в Сеуле и обсудили новые предложения.", "cp1251"),
        ("Zażółć gęślą jaźń, powiedział minister spraw zagranicznych w Łodzi.", "cp1250"),
        ("日本と韓国の首脳がソウルで会談した。両国の関係は改善している。", "shift_jis"),
        ("两国领导人在首尔举行会谈，讨论安全合作问题。", "gbk"),
    ],
)
def test_other_encodings_are_guessed_and_said(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.notes[0].endswith("an encoding that was guessed")


def test_what_a_document_declares_goes_before_guesses() -> None:
    assert decode("Ça a été vu à Orléans".encode("cp1252"), "windows-1252").notes == ()


@pytest.mark.parametrize("declared", ["klingon", "", "utf-16", "base64", "\0"])
def test_an_unknown_declaration_does_not_count(declared: str) -> None:
    assert decode(b"caf\xe9 au lait", declared).text == "caf� au lait"


def test_utf_8_with_a_few_bad_bytes_stays_utf_8() -> None:
    raw = TEXT.encode()
    text, notes = decode(raw[:50] + b"\xff\xfe\xf0\xf1\xf2" + raw[50:])
    assert text.replace("�", "") == raw[:50].decode(errors="ignore") + raw[50:].decode(
        errors="ignore"
    )
    assert "that are not UTF-8" in notes[0]
