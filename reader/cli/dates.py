"""Which dates may be given to a command: those of the calendar, written as ISO 8601 does."""

import re
from datetime import date


def is_date(text: str) -> bool:
    """Tell whether ``text`` is a day, ``YYYY-MM-DD``, or a month or year alone."""
    parts = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if not parts:
        return False
    year, month, day = (int(part or 1) for part in parts.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
