"""The query language: what is typed, and what it is taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.query import MAX_WORDS, Filter, parse


def words(text: str) -> list[str]:
    return [word.term for word in parse(text).words]


def test_words_are_folded_and_kept_as_typed() -> None:
    query = parse("Hàn quoc ")
    assert [(word.term, word.text, word.is_marked) for word in query.words] == [
        ("han", "Hàn", True), ("quoc", "quoc", False),
    ]  # fmt: skip


def test_composed_and_decomposed_input_are_the_same_query() -> None:
    assert parse("Đà Nẵng").words == parse("Đa\u0300 Na\u0306\u0303ng").words


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("kishi", [True]), ("kishi ", [False]), ("fumio kishi", [False, True]), ('"fumio"', []),
     ("suk-yeol", [False, True]), ("title:kis", [True]), ("kishi.", [False]), ("", [])],
)  # fmt: skip
def test_the_last_word_is_open_until_something_follows(text: str, is_open: list[bool]) -> None:
    assert [word.is_open for word in parse(text).words] == is_open


def test_a_quoted_phrase_is_taken_whole_and_spelt_as_typed() -> None:
    (phrase,) = parse('"Nhật Bản" kishida').phrases
    assert [word.term for word in phrase.words] == ["nhat", "ban"]
    assert not any(word.allows_typos or word.is_open for word in phrase.words)
    assert words('"Nhật Bản" kishida') == ["kishida"]


def test_typographic_quotes_are_quotes() -> None:
    assert parse("“nhật bản”").phrases == parse('"nhật bản"').phrases


def test_an_open_quote_is_a_phrase_being_typed() -> None:
    (phrase,) = parse('"nhat ba').phrases
    assert [(word.term, word.is_open) for word in phrase.words] == [("nhat", False), ("ba", True)]


def test_a_minus_excludes_a_word_or_a_phrase() -> None:
    query = parse('kishida -nga -"an ninh"')
    assert [[word.term for word in phrase.words] for phrase in query.excluded] == [
        ["nga"], ["an", "ninh"],
    ]  # fmt: skip
    assert words("kishida -nga") == ["kishida"]


def test_title_keeps_its_words_to_the_title() -> None:
    query = parse('title:visit title:"nhật bản" seoul')
    assert [(word.term, word.in_title) for word in query.words] == [
        ("visit", True), ("seoul", False),
    ]  # fmt: skip
    assert query.phrases[0].in_title


@pytest.mark.parametrize(
    ("text", "expected"),
    [("lang:vi", Filter("lang", "vi")),
     ('person:"Fumio Kishida"', Filter("person", "Fumio Kishida")),
     ("place:japan", Filter("place", "japan")),
     ("-source:AFP", Filter("source", "AFP", True)),
     ("date:2025-09", Filter("date", "2025-09")),
     ("before:9/9/2025", Filter("before", "2025-09-09")),
     ("after:09/2025", Filter("after", "2025-09")),
     ("date:2025-09..2025-11", Filter("date", "2025-09..2025-11")),
     ("IS:Unread", Filter("is", "unread")), ("tag:asia", Filter("tag", "asia"))],
)  # fmt: skip
def test_filters(text: str, expected: Filter) -> None:
    query = parse(text)
    assert query.filters == (expected,)
    assert query.ignored == ()


@pytest.mark.parametrize("text", ["date:last", "before:20", "is:blue", "lang:", 'person:"'])
def test_a_half_typed_filter_is_left_out_and_says_so(text: str) -> None:
    query = parse(f"kishida {text}")
    assert query.filters == ()
    assert words(f"kishida {text}") == ["kishida"]
    assert text.split(":", maxsplit=1)[0] in query.ignored[0]


@pytest.mark.parametrize("field", ["date", "before", "after"])
@pytest.mark.parametrize("value", ["2025-13", "2025-00", "2025-02-30", "0000", "0000-01-01"])
def test_a_day_that_is_in_no_calendar_is_left_out_and_says_so(field: str, value: str) -> None:
    query = parse(f"{field}:{value}")
    assert query.filters == ()
    assert f"{field}:{value} was ignored" in query.ignored[0]


def test_what_only_looks_like_a_field_is_searched_as_words() -> None:
    assert words("ratio:equal 10:30 ") == ["ratio", "equal", "10", "30"]


@pytest.mark.parametrize("text", ["", " ", '"', '""', "-", "--", '-"', ":", "title:", "…", "-:"])
def test_nothing_to_search_is_an_empty_query(text: str) -> None:
    assert parse(text).is_empty


def test_a_pasted_page_is_cut_and_says_so() -> None:
    query = parse("word " * 1000)
    assert len(query.words) == MAX_WORDS
    assert "left out" in query.ignored[0]


@given(
    st.text(
        alphabet=st.sampled_from('ab đĐệ "“”-:.|/()[]*?\\\u0301\u200b\n\ttitle') | st.characters()
    )
)
def test_any_text_can_be_typed(text: str) -> None:
    query = parse(text)
    assert query.text == text
    assert all(word.term for word in query.words)


@given(st.lists(st.sampled_from(["date", "before", "is", "title", ":", "-", '"', "2025", " "])))
def test_any_run_of_the_language_s_own_pieces_can_be_typed(pieces: list[str]) -> None:
    parse("".join(pieces))
