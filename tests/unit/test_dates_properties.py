"""What holds for the dates of any text at all."""

import re
from calendar import day_name, month_name
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities.dates import DateMention, find_dates
from reader.fold import compose

untimed = settings(deadline=None)  # the first example of a rule compiles its pattern

WORDS = [
    "ngày", "hôm", "tháng", "năm", "tuần", "quý", "thứ", "Hai", "Chủ nhật", "sáng", "tối", "nay",
    "qua", "tới", "trước", "này", "đầu", "cuối", "cùng", "từ", "đến", "và", "8/9", "8-12/9", "2-1",
    "2/9/1945", "2023", "1965-2025", "2023-05-08", "31", "12", "những", "thế kỷ", "XX", "Tết",
    "mùng", "May", "March", "in", "on", "the", "last", "next", "Monday", "weekend", "of", "8th",
    "early", "today", "1990s", "Q3", "ago", "two", "(", ")", ",", ".", "-", "–", "/", "\n", "\n\n",
    "người",
    "years", "İ", "ẞ", "🎉", "TCN", "00", "0", "9999", "century", "19th", "Dec.", "Sept", "29/2",
]  # fmt: skip
ANCHORS = st.one_of(
    st.none(),
    st.dates().map(str),
    st.sampled_from(["2025-09", "2023", "0001-01-01", "9999-12-31", "2024-02-29", "", "soon"]),
)
LANGS = st.sampled_from(["vi", "en"])
TEXTS = st.one_of(
    st.text(max_size=60).map(compose),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=10).map("".join),
)

DAY = r"(?:\d{4}|XXXX)-\d\d-\d\d"
MONTH = r"(?:\d{4}|XXXX)-\d\d"
YEAR = r"(?:-?\d{4,}|XXXX)"
SHAPES = {
    "day": DAY,
    "week": r"\d{4}-W\d\d",
    "month": MONTH,
    "year": YEAR,
    "interval": rf"{DAY}/{DAY}|{MONTH}/{MONTH}|{YEAR}/{YEAR}",
}


@untimed
@given(TEXTS, LANGS, ANCHORS)
def test_mentions_lie_in_the_text_in_order_without_overlap(
    text: str, lang: str, anchor: str | None
) -> None:
    end = 0
    for mention in find_dates(text, lang, anchor):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        end = mention.end


@untimed
@given(TEXTS, LANGS, ANCHORS)
def test_values_have_the_shape_of_their_grain(text: str, lang: str, anchor: str | None) -> None:
    for mention in find_dates(text, lang, anchor):
        if mention.value is not None:
            assert re.fullmatch(SHAPES[mention.grain], mention.value), mention
            for day in re.findall(r"\b\d{4}-\d\d-\d\d\b", mention.value):
                date.fromisoformat(day)


@untimed
@given(TEXTS, LANGS)
def test_without_a_day_of_writing_no_year_is_made_up(text: str, lang: str) -> None:
    said = set(re.findall(r"\d{4}", text))
    for mention in find_dates(text, lang, None):
        if mention.grain in ("day", "month", "week", "year") and mention.value:
            year = mention.value[:4]
            assert year in said or not year.isdigit() or _is_short(mention, text)


def _is_short(mention: DateMention, text: str) -> bool:
    """Tell a year of two or three digits, such as ``8/5/23`` and ``năm 938``."""
    return re.search(r"(?<!\d)\d{2,3}(?!\d)", text[mention.start : mention.end]) is not None


@untimed
@given(TEXTS, LANGS, ANCHORS)
def test_the_same_text_always_gives_the_same_dates(
    text: str, lang: str, anchor: str | None
) -> None:
    assert find_dates(text, lang, anchor) == find_dates(text, lang, anchor)


@untimed
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_full_date_means_itself_however_it_is_written(day: date, anchor: date) -> None:
    written = [
        (f"ngày {day.day}/{day.month}/{day.year}", "vi"),
        (f"ngày {day.day:02}-{day.month:02}-{day.year}", "vi"),
        (f"ngày {day.day} tháng {day.month} năm {day.year}", "vi"),
        (f"{month_name[day.month]} {day.day}, {day.year}", "en"),
        (f"{day.day} {month_name[day.month]} {day.year}", "en"),
        (str(day), "en"),
    ]
    for text, lang in written:
        mentions = find_dates(f"x {text}, y", lang, str(anchor))
        assert [(m.start, m.end, m.value) for m in mentions] == [(2, 2 + len(text), str(day))]


@untimed
@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(-100, 60))
def test_a_day_without_its_year_is_the_one_close_by(anchor: date, away: int) -> None:
    day = anchor + timedelta(days=away)
    if (day.month, day.day) == (2, 29):
        return
    (mention,) = find_dates(f"ngày {day.day}/{day.month}", "vi", str(anchor))
    assert mention.value == str(day)


@untimed
@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_last_one_of_that_name(anchor: date, weekday: int) -> None:
    (mention,) = find_dates(f"on {day_name[weekday]}", "en", str(anchor))
    said = date.fromisoformat(mention.value or "")
    assert said.weekday() == weekday
    assert 0 <= (anchor - said).days < 7


@pytest.mark.parametrize("unit", [
    "1", "1 ", "1/", "1/1/", "2023", "2023-", "2023 ", "ngày ", "ngày 8 ", "8, ", "the ", "May ",
    "by May ", "Theresa May ", "(", "1-", "tháng 3 cùng năm ", "cùng ngày ", "hôm qua ", "8 và ",
    "thứ hai ", "first ", "early ", "last ", "đầu ", "năm ", "a" , "a ", "\n", "Monday ",
])  # fmt: skip
def test_a_long_text_of_anything_is_read_to_its_end(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    mentions = find_dates(text, "vi", "2025-09-09")
    assert all(mention.end <= len(text) for mention in mentions)
