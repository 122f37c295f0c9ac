from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reader.entities.timeline import position


def test_dates_of_every_grain_stand_in_order() -> None:
    ordered = [
        "1910/1945", "2024-12-31", "../2025", "2025", "2025-01", "2025-01-01",
        "2025-01-01/2025-03-31", "2025-W02", "2025-01-07", "2025-03", "XXXX-11-02",
    ]  # fmt: skip
    assert sorted({*ordered}, key=position) == ordered


@given(st.lists(st.dates(min_value=date(1000, 1, 1))))
def test_days_stand_in_the_order_of_the_calendar(days: list[date]) -> None:
    assert sorted((day.isoformat() for day in days), key=position) == [
        day.isoformat() for day in sorted(days)
    ]


def test_a_week_that_its_year_does_not_have_comes_at_its_end() -> None:
    assert position("2025-W53")[0] == "2025-12-31"
