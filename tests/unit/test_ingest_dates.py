"""The forms in which a page writes its date on a line of its own."""

import pytest

from reader.ingest import dates


@pytest.mark.parametrize(
    "line",
    [
        "May 08, 2023",
        "May 8, 2023 10:30 AM",
        "Monday, May 8th, 2023",
        "8 May 2023",
        "Mon 8 May 2023 14.30 BST".replace("14.30", "14:30"),
        "08-May-2023",
        "Published: 8 May 2023",
        "Posted on May 8, 2023 at 9:15 pm",
        "Last updated May 8, 2023",
        "Thứ Hai, 8/5/2023",
        "Thứ hai, ngày 8/5/2023",
        "08/05/2023 14:30 GMT+7",
        "08/05/2023 - 14:30 (GMT+7)",
        "14:30 | 08/05/2023",
        "14h30 ngày 08/05/2023",
        "Ngày 8 tháng 5 năm 2023",
        "Thứ Hai, ngày 08 tháng 05 năm 2023",
        "Tháng Năm 8, 2023",
        "8 Tháng Năm, 2023",
        "Đăng lúc: 08-05-2023 06:01:22",
        "Cập nhật lúc 8.5.2023, 14:30",
        "CN, 08/05/2023 | 08:00 SA",
        "2023-05-08",
        "2023-05-08T14:30:00+07:00",
        "2023-05-08 14:30:00",
        "2023/05/08",
        "Date: 2023-05-08",
    ],
)
def test_a_line_that_only_says_when_is_a_stamp(line: str) -> None:
    found = dates.stamp(line)
    assert found is not None
    assert found.value == "2023-05-08"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("May 2023", "2023-05"),
        ("Tháng 5/2023", "2023-05"),
        ("Tháng 5 năm 2023", "2023-05"),
        ("Tháng mười hai 2023", "2023-12"),
        ("2023-05", "2023-05"),
        ("12/25/2023", "2023-12-25"),
        ("Ngày 1 tháng Giêng năm 2023", "2023-01-01"),
    ],
)
def test_a_stamp_has_the_grain_that_is_said(line: str, value: str) -> None:
    found = dates.stamp(line)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2023",
        "Kishida visits Seoul on May 8, 2023",
        "World Cup 2022",
        "31/02/2023",
        "45/45/2023",
        "Q1 2023 results",
        "Thứ Hai",
        "14:30",
        "Ngày 8 tháng 5",
        "Since 1945",
        "1" * 90 + " 8 May 2023",
        "May 8, 2023 " * 7,
    ],
)
def test_other_lines_are_no_stamp(line: str) -> None:
    assert dates.stamp(line) is None


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2023-05-08T14:30:00Z", "2023-05-08"),
        ("Mon, 08 May 2023 14:30:00 +0700", "2023-05-08"),
        ("2023", "2023"),
        ("2023-05", "2023-05"),
        ("soon", None),
        ("", None),
    ],
)
def test_a_metadata_value_names_its_date(value: str, date: str | None) -> None:
    assert dates.parse(value) == date
