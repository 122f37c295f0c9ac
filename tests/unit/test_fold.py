import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.fold import MARK, compose, fold, is_marked, terms, tokens

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))
VIETNAMESE = st.text("aăâeêioôơuưyđAĂÂĐƠƯạảãáàệểễếềộổỗốồựửữứừ -'.\u0301\u0323\u0309")


@given(TEXTS)
def test_fold_keeps_one_character_for_each(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(VIETNAMESE)
def test_fold_of_composed_text_equals_stripping_marks(text: str) -> None:
    composed = compose(text)
    decomposed = unicodedata.normalize("NFD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    assert fold(composed).replace(MARK, "") == plain.lower().replace("đ", "d")


@given(TEXTS)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_tokens_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for term, start, stop in tokens(text):
        assert end <= start < stop <= len(text)
        assert term
        assert fold(text)[start:stop].replace(MARK, "") == term
        end = stop


@given(VIETNAMESE)
def test_composed_and_decomposed_text_have_the_same_terms(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert terms(compose(text)) == terms(compose(decomposed))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hàn Quốc", ["han", "quoc"]),
        ("Đà Nẵng", ["da", "nang"]),
        ("Yoon Suk-yeol's", ["yoon", "suk", "yeol", "s"]),
        ("G7, 2-11 và 8/9", ["g7", "2", "11", "va", "8", "9"]),
        ("x\u0302y", ["xy"]),
        ("snake_case", ["snake", "case"]),
        ("İstanbul Straße", ["istanbul", "strase"]),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_is_marked() -> None:
    assert is_marked("Hàn")
    assert is_marked("đ")
    assert is_marked(unicodedata.normalize("NFD", "hàn"))
    assert not is_marked("Han")
