import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Span, clean, clean_line


def article(text: str, place: str = "a.txt") -> Article:
    return Article(place, place, text, text[:4], "derived", Span(0, 4), "vi")


@given(st.text(st.characters()))
def test_cleaned_text_holds_nothing_a_terminal_would_obey(raw: str) -> None:
    text = clean(raw)
    assert not [c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"]
    assert not set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(text)
    assert unicodedata.is_normalized("NFC", text)


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


def test_control_characters_are_shown_not_sent() -> None:
    assert clean("a\x1b[2Jb\x07\x7f\x9b") == "a␛[2Jb␇␡\ufffd"


def test_line_ends_become_newlines() -> None:
    assert clean("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert clean_line(" a\r\n b\t c ") == "a b c"


def test_key_follows_content_and_id_follows_place_too() -> None:
    here, there = article("same text", "a.txt"), article("same text", "b.txt")
    assert here.key == there.key
    assert here.id != there.id
    assert article("same text", "a.txt").id == here.id
