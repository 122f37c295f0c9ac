"""The order of dates that are known in part: by the first day each can mean, the longest first.

    1910/1945 < 2025 < 2025-01 < 2025-01-01 < 2025-W02 < 2025-03 < XXXX-11-02

Values are ISO 8601 as ``Mention.value`` has them, and as EDTF spells what is not known. A date
whose year is not known comes after all others.
"""

import re
from datetime import date

_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_MISSING = {4: "-01-01", 7: "-01"}
"""What a year or a month lacks to be its first day, by its length."""


def position(value: str) -> tuple[str, str]:
    """Return a key that sorts ``value`` among others."""
    first, _, last = value.partition("/")
    known = first if first.strip(".") else last  # "../2024": all that is known is the end
    return _first_day(known), value


def _first_day(value: str) -> str:
    week = _WEEK.fullmatch(value)
    if week is None:
        return value + _MISSING.get(len(value), "")
    year, number = map(int, week.groups())
    try:
        return date.fromisocalendar(year, number, 1).isoformat()
    except ValueError:  # a year without week 53
        return f"{year:04}-12-31"
