import pytest

from reader.ui.wording import count, date_for_people, reading_time


@pytest.mark.parametrize(
    ("date", "inferred", "expected"),
    [
        ("2025-09-09", False, "9 Sep 2025"),
        ("2025-09", False, "Sep 2025"),
        ("2023", True, "~2023"),
        (None, False, ""),
        ("2025-W46", False, "week 46, 2025"),
        ("1965/2025", False, "1965 – 2025"),
        ("2025-11-22/2025-11-23", False, "22 Nov 2025 – 23 Nov 2025"),
        ("XXXX-11-02", False, "2 Nov"),
        ("XXXX", False, ""),
        ("XXXX-W03", False, "week 3"),
        ("../2024", False, "… – 2024"),
        ("2024/..", False, "2024 – …"),
        ("-0178", False, "179 BC"),
        ("-0043-03-15", False, "15 Mar 44 BC"),
    ],
)
def test_dates_read_naturally(date: str | None, inferred: bool, expected: str) -> None:
    assert date_for_people(date, inferred=inferred) == expected


def test_reading_time_is_never_nothing() -> None:
    assert reading_time(0) == "1 min"
    assert reading_time(2300) == "10 min"


def test_counts_part_thousands_and_agree_in_number() -> None:
    assert count(1, "article") == "1 article"
    assert count(1284, "article") == "1,284 articles"
