from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Span
from reader.search.concordance import CONTEXT, Line, by_left, by_right, lines, ordered


def article(text: str) -> Article:
    return Article("a.txt", "a.txt", text, text[:5], "derived", Span(0, 5), "en")


@given(st.text(min_size=3), st.data())
def test_the_parts_of_a_line_are_the_text_around_the_match(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    (line,) = lines(article(text), [span])
    flat = text.replace("\n", " ")
    assert line.left == flat[max(0, start - CONTEXT) : start]
    assert line.match == flat[start : span.end]
    assert flat[span.end :].startswith(line.right)
    assert "\n" not in line.left + line.match + line.right


TEXT = "the big cat sat. a small cat ran. one big cat barked. Änd cat"


def found(text: str) -> list[Line]:
    here = article(text)
    starts = [at for at in range(len(text)) if text.startswith("cat", at)]
    return list(lines(here, [Span(at, at + 3) for at in starts]))


def test_lines_are_sorted_by_the_words_behind_the_match() -> None:
    after = [by_right(line)[:1] for line in ordered(found(TEXT), "by what follows")]
    assert after == [[], ["barked"], ["ran"], ["sat"]]


def test_lines_are_sorted_by_the_words_before_the_match_nearest_first() -> None:
    before = [by_left(line)[:2] for line in ordered(found(TEXT), "by what precedes")]
    assert before == [["and", "barked"], ["big", "one"], ["big", "the"], ["small", "a"]]


def test_as_found_keeps_the_order() -> None:
    assert ordered(found(TEXT), "as found") == found(TEXT)
