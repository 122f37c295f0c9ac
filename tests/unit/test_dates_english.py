"""English dates, as a table: the text, when it was written, what is a date and which."""

import pytest

from reader.entities.dates import find_dates

Said = list[tuple[str, str | None]]

MONDAY = "2023-05-08"
WEDNESDAY = "2023-11-15"


def said(text: str, anchor: str | None, lang: str = "en") -> Said:
    return [(text[m.start : m.end], m.value) for m in find_dates(text, lang, anchor)]


DAYS: list[tuple[str, str | None, Said]] = [
    ("May 08, 2023", MONDAY, [("May 08, 2023", "2023-05-08")]),
    ("Seoul [South Korea], May 8: During", MONDAY, [("May 8", "2023-05-08")]),
    ("Yesterday (May 7), he came", MONDAY, [("Yesterday", "2023-05-07"), ("May 7", "2023-05-07")]),
    ("on 8 May 2023", MONDAY, [("8 May 2023", "2023-05-08")]),
    ("on the 8th of May", MONDAY, [("the 8th of May", "2023-05-08")]),
    ("landed on Nov. 3", MONDAY, [("Nov. 3", "2022-11-03")]),
    ("will open on Sept. 3", MONDAY, [("Sept. 3", "2023-09-03")]),
    ("on December 28 it was", "2024-01-05", [("December 28", "2023-12-28")]),
    ("May 1st", MONDAY, [("May 1st", "2023-05-01")]),
    ("MAY 8, 2023 SEOUL", MONDAY, [("MAY 8, 2023", "2023-05-08")]),
    ("Monday, May 8, 2023", None, [("Monday, May 8, 2023", "2023-05-08")]),
    ("Sun, 12 Nov 2023 10:00:00", None, [("Sun, 12 Nov 2023", "2023-11-12")]),
    ("2023-05-08T10:00Z", None, [("2023-05-08", "2023-05-08")]),
    ("2023-05-08 10:00", None, [("2023-05-08", "2023-05-08")]),
    ("published 05/08/2023", None, [("05/08/2023", "2023-05-08")]),
    ("published 28/05/2023", None, [("28/05/2023", "2023-05-28")]),
    ("on November 2", None, [("November 2", "XXXX-11-02")]),
    ("Thứ Hai, ngày 8/5", MONDAY, [("Thứ Hai, ngày 8/5", "2023-05-08")]),
    ("New Year's Day 2024", MONDAY, [("New Year's Day 2024", "2024-01-01")]),
    ("on Christmas Eve", "2024-01-05", [("Christmas Eve", "2023-12-24")]),
    ("the September 11 attacks", None, [("September 11", "XXXX-09-11")]),
    ("He goes on trial on Friday", WEDNESDAY, [("Friday", "2023-11-17")]),
    ("The season begins on Sunday", WEDNESDAY, [("Sunday", "2023-11-19")]),
    ("May 8 last year", MONDAY, [("May 8 last year", "2022-05-08")]),
]

DAYS_BY_DISTANCE: list[tuple[str, str | None, Said]] = [
    ("today, tomorrow", MONDAY, [("today", "2023-05-08"), ("tomorrow", "2023-05-09")]),
    ("Yesterday", None, [("Yesterday", None)]),
    ("the day before yesterday", MONDAY, [("the day before yesterday", "2023-05-06")]),
    ("tonight and last night", MONDAY, [("tonight", "2023-05-08"), ("last night", "2023-05-07")]),
    ("this morning", MONDAY, [("this morning", "2023-05-08")]),
    ("tomorrow night", MONDAY, [("tomorrow night", "2023-05-09")]),
    ("On the same day, May 7,", MONDAY,
     [("the same day", "2023-05-08"), ("May 7", "2023-05-07")]),
    ("On May 3 he left. On the same day", MONDAY,
     [("May 3", "2023-05-03"), ("the same day", "2023-05-03")]),
    ("On May 3 he left and the next day", MONDAY,
     [("May 3", "2023-05-03"), ("the next day", "2023-05-04")]),
    ("two days ago", MONDAY, [("two days ago", "2023-05-06")]),
    ("a week ago", MONDAY, [("a week ago", "2023-W18")]),
    ("three years ago", MONDAY, [("three years ago", "2020")]),
]  # fmt: skip

WEEKDAYS: list[tuple[str, str | None, Said]] = [
    ("said on Monday", WEDNESDAY, [("Monday", "2023-11-13")]),
    ("said on Wednesday", WEDNESDAY, [("Wednesday", "2023-11-15")]),
    ("said Monday night", WEDNESDAY, [("Monday night", "2023-11-13")]),
    ("They will meet on Friday", WEDNESDAY, [("Friday", "2023-11-17")]),
    ("must leave by Friday", WEDNESDAY, [("Friday", "2023-11-17")]),
    ("The vote, to be held Sunday, is", WEDNESDAY, [("Sunday", "2023-11-19")]),
    ("He said on Monday that they will meet on Friday", WEDNESDAY,
     [("Monday", "2023-11-13"), ("Friday", "2023-11-17")]),
    ("last Monday", WEDNESDAY, [("last Monday", "2023-11-13")]),
    ("next Tuesday", WEDNESDAY, [("next Tuesday", "2023-11-21")]),
    ("next Tuesday", MONDAY, [("next Tuesday", "2023-05-16")]),
    ("this Friday", WEDNESDAY, [("this Friday", "2023-11-17")]),
    ("Monday last week", WEDNESDAY, [("Monday last week", "2023-11-06")]),
    ("early Monday", WEDNESDAY, [("early Monday", "2023-11-13")]),
    ("on Monday (Nov. 13)", WEDNESDAY, [("Monday", "2023-11-13"), ("Nov. 13", "2023-11-13")]),
    ("on Monday", None, [("Monday", None)]),
]  # fmt: skip

PERIODS: list[tuple[str, str | None, Said]] = [
    ("this week and last week", MONDAY, [("this week", "2023-W19"), ("last week", "2023-W18")]),
    ("this weekend", MONDAY, [("this weekend", "2023-05-13/2023-05-14")]),
    ("last month, next month", MONDAY, [("last month", "2023-04"), ("next month", "2023-06")]),
    ("late last month", MONDAY, [("late last month", "2023-04")]),
    ("earlier this month", MONDAY, [("earlier this month", "2023-05")]),
    ("was only lifted in March when", MONDAY, [("March", "2023-03")]),
    ("the G7 summit in May in Japan", MONDAY, [("May", "2023-05")]),
    ("Theresa May said in May", MONDAY, [("May", "2023-05")]),
    ("was launched in October", MONDAY, [("October", "2022-10")]),
    ("will be launched in October", MONDAY, [("October", "2023-10")]),
    ("since January", MONDAY, [("January", "2023-01")]),
    ("in May 2019", MONDAY, [("May 2019", "2019-05")]),
    ("in Sept. 2019", MONDAY, [("Sept. 2019", "2019-09")]),
    ("mid-June", MONDAY, [("mid-June", "2023-06")]),
    ("early April", MONDAY, [("early April", "2023-04")]),
    ("the end of May", MONDAY, [("the end of May", "2023-05")]),
    ("last March", MONDAY, [("last March", "2023-03")]),
    ("next March", MONDAY, [("next March", "2024-03")]),
    ("in March", None, [("March", "XXXX-03")]),
    ("in April and May", MONDAY, [("April", "2023-04"), ("May", "2023-05")]),
    ("Q3 2024", MONDAY, [("Q3 2024", "2024-07-01/2024-09-30")]),
    ("third quarter of 2024", MONDAY, [("third quarter of 2024", "2024-07-01/2024-09-30")]),
    ("profit rose in the first quarter", MONDAY,
     [("the first quarter", "2023-01-01/2023-03-31")]),
    ("the first half of 2024", MONDAY, [("the first half of 2024", "2024-01-01/2024-06-30")]),
    ("the summer of 2023", MONDAY, [("the summer of 2023", "2023-06-01/2023-08-31")]),
    ("last summer", MONDAY, [("last summer", "2022-06-01/2022-08-31")]),
    ("In 2019, after Seoul took", MONDAY, [("2019", "2019")]),
    ("the 2019 election", MONDAY, [("2019", "2019")]),
    ("(born 1949) in (Paris, 2003)", MONDAY, [("1949", "1949"), ("2003", "2003")]),
    ("2023 was hot.", None, [("2023", "2023")]),
    ("until at least 2025", None, [("2025", "2025")]),
    ("over the weekend", MONDAY, [("the weekend", "2023-05-06/2023-05-07")]),
    ("over the weekend", "2023-05-07", [("the weekend", "2023-05-06/2023-05-07")]),
    ("early 2023", MONDAY, [("early 2023", "2023")]),
    ("by the end of 2023", MONDAY, [("the end of 2023", "2023")]),
    ("by the end of the year", MONDAY, [("the end of the year", "2023")]),
    ("last year, next year", MONDAY, [("last year", "2022"), ("next year", "2024")]),
    ("last year", None, [("last year", "XXXX")]),
    ("earlier this year", MONDAY, [("earlier this year", "2023")]),
    ("the late 1990s", MONDAY, [("the late 1990s", "1990/1999")]),
    ("the 1960s", MONDAY, [("the 1960s", "1960/1969")]),
    ("in the mid-1980s", MONDAY, [("the mid-1980s", "1980/1989")]),
    ("the late ’90s", MONDAY, [("the late ’90s", "1990/1999")]),
    ("the 19th century", MONDAY, [("the 19th century", "1801/1900")]),
    ("the twentieth century", MONDAY, [("the twentieth century", "1901/2000")]),
]  # fmt: skip

INTERVALS: list[tuple[str, str | None, Said]] = [
    ("from 1910 to 1945. ,", MONDAY, [("1910", "1910"), ("1945", "1945")]),
    ("(1965-2025)", MONDAY, [("1965-2025", "1965/2025")]),
    ("2020–2025", MONDAY, [("2020–2025", "2020/2025")]),
    ("the 2018-19 season", MONDAY, [("2018-19", "2018/2019")]),
    ("May 7-9", MONDAY, [("May 7-9", "2023-05-07/2023-05-09")]),
    ("7–9 May 2023", MONDAY, [("7–9 May 2023", "2023-05-07/2023-05-09")]),
    ("April 28 – May 3, 2023", MONDAY, [("April 28 – May 3, 2023", "2023-04-28/2023-05-03")]),
    ("28 April – 3 May", MONDAY, [("28 April – 3 May", "2023-04-28/2023-05-03")]),
    ("from May 7 to 9", MONDAY, [("May 7", "2023-05-07"), ("9", "2023-05-09")]),
    ("from 7 to 9 May", MONDAY, [("7", "2023-05-07"), ("9 May", "2023-05-09")]),
    ("on May 3 and 5, 2021", MONDAY, [("May 3", "2021-05-03"), ("5, 2021", "2021-05-05")]),
    ("between March and May 2021", MONDAY, [("March", "2021-03"), ("May 2021", "2021-05")]),
    ("from December to March 2023", MONDAY,
     [("December", "2022-12"), ("March 2023", "2023-03")]),
    ("January–March 2023", MONDAY, [("January–March 2023", "2023-01/2023-03")]),
    ("June 2022 – May 2023", MONDAY, [("June 2022 – May 2023", "2022-06/2023-05")]),
]  # fmt: skip

NO_DATES = [
    "for 2 days; in 12 years; 60 years; recently; a few weeks later; for months; years ago",
    "2000 people; 1945 soldiers; in 2000 homes; 50 percent; version 2.0.1; flight 2023",
    "May I ask; it may rain; they march on; the march of time; will march; March on Washington",
    "Theresa May; Prime Minister May said; April Smith; August Wilson; June Carter sang",
    "The Sun newspaper; the Sunday Times; Black Friday; Good Friday; every Monday; Mondays",
    "won 2-1; 1/3 of voters; 24/7; a 3-5-2 formation; 9/11; the first half; the second quarter",
    "https://news.com/2023/05/08/x-2023.html; Route 66; Boeing 747-8; +1 202-555-2019; $2023",
    "mon ami; sat down; the sun; a wed couple; decided; marched; maybe; mayor; augustus",
    "USA Today reported; told the Today programme; Russia Today; women only 1380-2075",
    "the fourth Saturday of; the fifth Friday",
    "one may be; he is 23; at 10:30; page 12 of 20",
]


@pytest.mark.parametrize(
    ("text", "anchor", "dates"),
    DAYS + DAYS_BY_DISTANCE + WEEKDAYS + PERIODS + INTERVALS,
)
def test_dates_are_found_with_their_values(text: str, anchor: str | None, dates: Said) -> None:
    assert said(text, anchor) == dates


@pytest.mark.parametrize("text", [part for line in NO_DATES for part in line.split("; ")])
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert said(text, MONDAY) == []
    assert said(text, None) == []


def test_a_surname_that_is_a_month_stays_a_name_in_the_whole_text() -> None:
    text = "Theresa May resigned. A plan by May failed. In May, after May 24, it was over."
    assert said(text, "2019-06-01") == [("May", "2019-05"), ("May 24", "2019-05-24")]


def test_day_and_month_in_digits_follow_the_language() -> None:
    assert said("05/08/2023", None, "en") == [("05/08/2023", "2023-05-08")]
    assert said("05/08/2023", None, "vi") == [("05/08/2023", "2023-08-05")]


def test_an_early_or_late_part_keeps_the_grain_and_is_told_apart() -> None:
    mentions = find_dates("early 2023, mid-June, the late 1990s", "en", MONDAY)
    assert [(m.grain, m.mod) for m in mentions] == [
        ("year", "START"),
        ("month", "MID"),
        ("interval", "END"),
    ]
