"""Matches and snippets: offsets in the article's own text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_library import article

from reader import fold
from reader.article import Span
from reader.search import matches, parse, snippet, title_matches
from reader.search.typos import mistakes

SEOUL = article(
    "Seoul [South Korea]: Kishida thăm Hàn Quốc",
    "Ngoại trưởng Nhật Bản Fumio Kishida và Tổng thống Yoon Suk-yeol gặp nhau tại Đà Nẵng.",
)


def marked(query: str) -> list[str]:
    return [SEOUL.text[start:end] for start, end in matches(SEOUL, parse(query))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [("han quoc ", ["Hàn", "Quốc"]), ("da nang", ["Đà", "Nẵng"]), ("kis", ["Kis", "Kis"]),
     ("kis ", []), ("kisida", ["Kishida", "Kishida"]), ("hàn ", ["Hàn"]),
     ('"nhat ban"', ["Nhật Bản"]), ('"nhat b', ["Nhật B"]), ('"ban nhat"', []),
     ("suk-yeol", ["Suk", "yeol"]), ('"suk yeol"', ["Suk-yeol"]), ("[south", ["South"]),
     ("title:kishida ", ["Kishida"]), ("seoul -nga", ["Seoul"]), ("lang:vi", []), ("", []),
     ('"fumio kishida" kishida ', ["Kishida", "Fumio Kishida"])],
)  # fmt: skip
def test_matches_are_marked_in_the_original_text(query: str, expected: list[str]) -> None:
    assert marked(query) == expected


def test_a_dateline_is_no_part_of_the_title() -> None:
    found = replace(article("OSLO (AP) — Dahl won"), title="Dahl won", headline=Span(12, 20))
    assert matches(found, parse("title:dahl ")) == [Span(12, 16)]
    assert matches(found, parse("title:oslo ")) == []


def test_a_misspelling_is_looked_for_only_where_the_word_is_not() -> None:
    both = article("Korea and Koreas")
    assert matches(both, parse("korea ")) == [Span(0, 5)]
    assert matches(article("Two Koreas"), parse("korea ")) == [Span(4, 10)]


def test_a_decomposed_letter_without_a_composed_form_is_marked_whole() -> None:
    text = article("an x\u0302y-ray b")
    assert [text.text[a:b] for a, b in matches(text, parse("xy"))] == ["x\u0302y"]


TEXTS = st.lists(st.sampled_from(["Nhật", "nhat", "Kishida", "kisida", "an", "ăn", "-", "ký", "x"]))


@given(TEXTS, st.sampled_from(["nhat ", "nha", "kishida", "kisida ", "an an ", "kyy", "k"]))
def test_matches_are_what_a_look_at_each_word_finds(pieces: list[str], typed: str) -> None:
    text = article(" ".join(pieces) or "-")
    expected = set()
    for word in parse(typed).words:
        tokens = list(fold.tokens(text.text))
        exact = {t for t in tokens if t.term == word.term}
        begun = {t for t in tokens if word.is_open and t.term.startswith(word.term)} - exact
        wrong = {t for t in tokens if mistakes(word.term, t.term)} if not exact | begun else set()
        expected |= {Span(t.start, t.end) for t in exact | wrong}
        expected |= {Span(t.start, t.start + len(word.term)) for t in begun}
    found = matches(text, parse(typed))
    assert found == sorted(expected)


@given(st.text(), st.text())
def test_matches_lie_in_the_text_sorted_and_disjoint(body: str, query: str) -> None:
    text = article("A title", body)
    ends = [0]
    for start, end in matches(text, parse(query)):
        assert ends[-1] <= start < end <= len(text.text)
        ends.append(end)


LONG = article("Title", " ".join(f"word{n}" for n in range(200)) + " Kishida met Yoon. The end.")


def test_a_snippet_shows_the_densest_window_at_whole_words() -> None:
    spans = matches(LONG, parse("word3 kishida yoon"))
    shown = snippet(LONG, spans, 40)
    assert "Kishida met Yoon." in shown.text
    assert [shown.text[a:b] for a, b in shown.matches] == ["Kishida", "Yoon"]


def test_a_snippet_without_matches_is_the_beginning_of_the_body() -> None:
    assert snippet(LONG, [], 20).text == "word0 word1 word2"


@given(
    st.text(st.sampled_from("ab đ\n"), max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 9))),
    st.integers(0, 50),
)
def test_a_snippet_is_a_stretch_of_the_text(
    body: str, raw: list[tuple[int, int]], width: int
) -> None:
    text = article("T", body)
    spans: list[Span] = []
    for start, size in sorted(raw):
        if start + size <= len(text.text) and (not spans or spans[-1].end <= start):
            spans.append(Span(start, start + size))
    shown = snippet(text, spans, width)
    assert len(shown.text) <= max(width, 1)
    assert text.text[shown.start : shown.start + len(shown.text)] == shown.text
    assert shown.text == shown.text.strip()
    for start, end in shown.matches:
        assert 0 <= start < end <= len(shown.text)
    if any(not text.text[a:b].isspace() for a, b in spans) and width > 10:
        assert shown.matches


def test_a_title_alone_is_marked_as_in_its_article() -> None:
    title = "Hàn Quốc: Kishida tới Seoul"
    found = title_matches(title, parse('han title:kisida "toi se'))
    assert [title[start:end] for start, end in found] == ["Hàn", "Kishida", "tới Se"]
