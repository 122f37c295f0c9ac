"""How the timeline groups dates under years and months."""

from reader.article import Span
from reader.ui.timeline_view import Dated, view

VALUES = (
    *("-0178", "1990/1999", "../2024", "2024", "2024-05", "2024-12-31", "2025-W01", "2025-01-01"),
    *("2025/2026", "2025-01-02", "XXXX-11-02", "XXXX-02", "XXXX-11-03"),
)


def lines(*values: str) -> list[str]:
    dates = [
        Dated(value, "a", Span(at, at + 1), "", "x", "", "") for at, value in enumerate(values)
    ]
    return [entry.draw(100).plain for entry in view(dates, {}, {}, "").entries]


def test_each_year_and_each_month_of_it_has_one_heading_with_its_count() -> None:
    said = [" ".join(line.replace("━", "").split()) for line in lines(*VALUES) if "━" in line]
    assert said == [
        *("179 BC 1", "1990 1", "2024 5", "May 1", "Dec 2", "2025 3", "Jan 2"),
        *("Year not known 3", "Feb 1", "Nov 2"),
    ]


def test_years_before_the_common_era_run_backwards() -> None:
    said = [line.split()[0] for line in lines("-0043", "-0178", "0014") if "━" in line]
    assert said == ["179", "44", "0014"]
