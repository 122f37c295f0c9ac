import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.wrap import ODD, Line, wrap

NARROW = "ab c ế-đ  \n"
ANY = NARROW + "漢字、（）한글\u3000🇻🇳👩\u200d👧❤\ufe0fx\u0323\u0300\u200d"
texts = st.text(NARROW) | st.text(ANY) | st.text(st.characters(exclude_categories=["Cs", "Cc"]))
widths = st.integers(2, 30)


def drawn(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def greedy(text: str, width: int) -> list[str]:
    """The plain definition, for texts without joined characters."""
    lines = []
    for paragraph in text.split("\n"):
        start = 0
        while True:
            ends = range(start + 1, len(paragraph) + 1)
            fitting = [end for end in ends if cell_len(paragraph[start:end].rstrip(" ")) <= width]
            filling = [end for end in ends if cell_len(paragraph[start:end]) <= width]
            good = [end for end in fitting if may_break(paragraph, end)]
            end = max(good or filling, default=start)
            lines.append(paragraph[start:end].rstrip(" "))
            start = len(paragraph) - len(paragraph[end:].lstrip(" "))
            if start >= len(paragraph):
                break
    return lines


def may_break(paragraph: str, at: int) -> bool:
    before, after = paragraph[at - 1], paragraph[at : at + 1]
    if not after or (after == " " and before != " "):
        return True
    if before == "-" and at > 1 and paragraph[at - 2].isalpha() and after.isalpha():
        return True
    return bool({before, after} & set("漢字、（）")) and before != "（" and after not in "、） "


@given(st.text(NARROW) | st.text(NARROW + "漢字、（）"), widths)
def test_lines_are_those_of_the_plain_greedy_definition(text: str, width: int) -> None:
    assert drawn(text, width) == greedy(text, width)


@given(st.text(NARROW), widths)
def test_measuring_each_character_gives_the_lines_of_the_fast_path(text: str, width: int) -> None:
    marked = text.replace("ế", "ê\u0301")  # not known to be narrow, as many cells
    expected = [line.replace("ế", "ê\u0301") for line in drawn(text, width)]
    assert drawn(marked, width) == expected


@given(texts, widths)
def test_every_line_fits(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in drawn(text, width))


@given(texts, widths)
def test_nothing_but_spaces_and_line_ends_is_left_out(text: str, width: int) -> None:
    lines = wrap(text, width)
    ends = [0, *(end for _, end in lines)]
    starts = [*(start for start, _ in lines), len(text)]
    left_out = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    assert not "".join(left_out).strip(" \n")
    assert ends == sorted(ends)
    assert starts == sorted(starts)


@given(texts, widths)
def test_a_line_never_begins_inside_a_letter(text: str, width: int) -> None:
    for start, end in wrap(text, width):
        if start and end > start and text[start - 1] not in " \n":
            assert not unicodedata.combining(text[start])


@given(texts, widths, st.data())
def test_an_offset_finds_its_line(text: str, width: int, data: st.DataObject) -> None:
    lines = wrap(text, width)
    offset = data.draw(st.integers(0, len(text)))
    at = lines.at(offset)
    assert lines[at].start <= offset or at == 0
    assert at + 1 == len(lines) or offset < lines[at + 1].start


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one\n\ntwo\n", 10, ["one", "", "two", ""]),
        ("Tokyo and Seoul agree", 12, ["Tokyo and", "Seoul agree"]),
        ("Tổng thống Yoon Suk-yeol", 20, ["Tổng thống Yoon Suk-", "yeol"]),
        ("on 2-11 the F-16s", 4, ["on", "2-11", "the", "F-16", "s"]),
        ("https://example.com/a", 8, ["https://", "example.", "com/a"]),
        ("日本と韓国、協力へ。", 10, ["日本と韓", "国、協力", "へ。"]),
        ("trailing      ", 8, ["trailing"]),
        ("🇻🇳 cờ đỏ", 4, ["🇻🇳", "cờ", "đỏ"]),
    ],
)
def test_breaks_come_where_a_reader_expects_them(
    text: str, width: int, expected: list[str]
) -> None:
    assert drawn(text, width) == expected


def test_characters_taken_for_narrow_are_narrow() -> None:
    known = [chr(code) for code in range(0x110000) if not ODD.match(chr(code))]
    assert [c for c in known if cell_len(c) != 1 and c != "\n"] == []


def test_lines_can_be_sliced() -> None:
    assert wrap("a b c", 2)[1:] == [Line(2, 3), Line(4, 5)]
