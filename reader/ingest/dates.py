"""How dates are written: on a line of their own, in metadata, and in a text that dates itself.

All patterns run on folded text (``reader.fold``), so that marks and case don't matter: ``Ngày 8
tháng 5 năm 2023`` is ``ngay 8 thang 5 nam 2023``. Values are ISO 8601 at the grain that is said:
``2023-05-08``, ``2023-05`` or ``2023``. In ``8/5/2023`` the day comes first, as Vietnam and most
of the world write it, unless that gives no date.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from reader.fold import fold

LONGEST_DATE_LINE = 100
"""A longer line says more than when: it is a paragraph that mentions a date."""

WORDS_BESIDE = 5
"""How many words may stand beside the date of a byline: "By Anna Berg, Northern Post"."""

AROUND = 32
"""How far from its year a date may begin or end: "ngày 8 tháng mười hai, năm 2023" needs 27."""

INFERRED_FROM = 20_000
"""Characters in which a text may show its date. A book mentions so many that none tells."""

OLDEST_INFERRED = 1990
"""A year before this that a text mentions is history, not the time of writing."""

LEAD_REACH = 30
"""How far into the first paragraph a full date still opens it ("Theo Kyodo, ngày 8/5/2023").
Farther in, it is more often the date of something the news only refers to."""

_ENGLISH = "january february march april may june july august september october november december"
_VIETNAMESE = "mot hai ba tu nam sau bay tam chin muoi muoi_mot muoi_hai"
_MONTHS = {
    **{name: number for number, name in enumerate(_ENGLISH.split(), 1)},
    **{name[:3]: number for number, name in enumerate(_ENGLISH.split(), 1)},
    "sept": 9,
}
_VIETNAMESE_MONTHS = {
    **{name.replace("_", " "): number for number, name in enumerate(_VIETNAMESE.split(), 1)},
    "gieng": 1,
    "chap": 12,
}

_M = r"(?P<month>[a-z]{3,9})\.?"
_T = r"thang\s+(?P<thang>\d\d?|muoi\s+(?:mot|hai)|[a-z]{2,5})"
_D = r"(?P<day>[0-3]?\d)"
_Y = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_FULL = tuple(
    re.compile(rf"(?<![\w/.-]){core}(?![\d/])")
    for core in (
        rf"{_Y}([-/.])(?P<month>\d\d?)\2{_D}(?=t\d|\b)",
        rf"{_D}\s?[-/.]\s?(?P<month>\d\d?)\s?[-/.]\s?{_Y}",
        rf"{_M}\s+{_D}(?:st|nd|rd|th)?,?\s+{_Y}",
        rf"{_D}(?:st|nd|rd|th)?[\s-](?:of\s+)?{_M},?[\s-]{_Y}",
        rf"{_D}\s*,?\s+{_T}\s*(?:nam\s+|[,/.-]\s*|\s){_Y}",
        rf"{_T}\s+{_D},?\s+{_Y}",
    )
)
_MONTH_ONLY = tuple(
    re.compile(rf"(?<![\w/.-]){core}(?![\d/])")
    for core in (
        rf"{_M},?\s+{_Y}",
        rf"{_T}\s*(?:nam\s+|[,/.-]\s*|\s){_Y}",
        rf"{_Y}-(?P<month>\d\d)(?!-)",
    )
)
_HAS_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_CLOCK = re.compile(
    r"t?\d\d?\s*(?::|h|g|gio)\s*(?:\d\d)?(?::\d\d(?:\.\d+)?)?(?:\s*(?:phut|z)\b)?"
    r"|(?:gmt|utc|(?<=[\s:\d]))\s*[+-]\s*\d\d?(?::?\d\d)?\b"
)
_WORDS = re.compile(r"[^\W_]+")
_BESIDE = """
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday
    sunday published posted update updated last modified created issued released date dated on at
    time a m p am pm gmt utc ict jst kst sgt edt est pdt pst bst cet hour hours hrs z
    thu hai ba tu nam sau bay chu nhat cn t2 t3 t4 t5 t6 t7 2 3 4 5 6 7
    ngay dang tai luc vao hoi xuat ban cap nhat thoi gian gio phut sang trua chieu toi sa ch
"""
_NOISE = frozenset(_BESIDE.split())
"""Words that may stand beside a date on its line: weekdays, "published", time zones."""

_COMPACT = re.compile(r"(?:19|20)\d\d[01]\d[0-3]\d(?:t?\d{4,6}z?)?")
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d+)?")
_UPDATED = re.compile(r"\b(?:updated?|modified|cap\s+nhat)\b")

_PINNED_YEAR = re.compile(
    r"\b(?:tu|ke tu)\s+(?:hoi\s+)?dau\s+nam\s+(\d{4})\s*,?\s+(?:toi|den)\s+(?:nay|gio)"
    r"|\bsince\s+(?:the\s+)?(?:beginning|start)\s+of\s+(?:the\s+year\s+)?(\d{4})"
    r"|\b(?:so\s+far\s+)?(?:this\s+year|nam\s+nay)\s*[(,]\s*(?:nam\s+)?(\d{4})"
    r"|\bso\s+far\s+in\s+(\d{4})"
)
_LEAD = re.compile(
    rf"(?:[^\n]{{0,{LEAD_REACH}}}(?:,|\b(?:ngay|hom|sang|trua|chieu|toi|dem|on))\s*)?[(\[]?"
)
_PINNED_DAY = re.compile(
    r"\b(?:(?P<today>(?:hom|sang|trua|chieu|toi)\s+nay|today)|hom\s+qua|yesterday)"
    r"\s*[,(]?\s*(?:ngay\s+)?$"
)


class Stamp(NamedTuple):
    """The date that a line of its own gives, and whether it is only that of a later change."""

    value: str
    is_update: bool


class Found(NamedTuple):
    """A date found inside a folded text, and where it stands there."""

    value: str
    start: int
    end: int


def stamp(line: str) -> Stamp | None:
    """Return the date of a line that says nothing but when, or None."""
    if len(line) > LONGEST_DATE_LINE or not _HAS_YEAR.search(line):
        return None
    folded = fold(line)
    found = find(folded)
    if found is None:
        return None
    rest = _CLOCK.sub(" ", folded[: found.start] + " " + folded[found.end :])
    if not _NOISE.issuperset(_WORDS.findall(rest)):
        return None
    return Stamp(found.value, bool(_UPDATED.search(folded)))


def beside(line: str) -> str | None:
    """Return the full date in a short line of a few words more, such as a byline, or None."""
    if len(line) > LONGEST_DATE_LINE or not _HAS_YEAR.search(line):
        return None
    folded = fold(line)
    for found in _all(folded, _FULL):
        rest = _CLOCK.sub(" ", folded[: found.start] + " " + folded[found.end :])
        words = set(_WORDS.findall(rest)) - _NOISE
        return found.value if len(words) <= WORDS_BESIDE else None
    return None


def parse(value: str) -> str | None:
    """Return the date that a metadata value (``date: …``) names, or None."""
    folded = fold(value.strip())
    found = find(folded)
    if found:
        return found.value
    if _COMPACT.fullmatch(folded):
        return parse(f"{folded[:4]}-{folded[4:6]}-{folded[6:8]}")
    if _SECONDS.fullmatch(folded):
        return datetime.fromtimestamp(int(folded[:10]), UTC).date().isoformat()
    return folded if re.fullmatch(_Y, folded) else None


def find(folded: str) -> Found | None:
    """Return the first date in a folded text, one with a day before one without."""
    for found in _all(folded, _FULL):
        return found
    for found in _all(folded, _MONTH_ONLY):
        return found
    return None


def infer(paragraphs: list[str]) -> str | None:
    """Return the date at which a text shows itself to be written, or None.

    Only words that tie a year or day to the time of writing count ("since the beginning of
    2023", "today (8/5/2023)"), or a full date that opens the first paragraph. A later full date
    anywhere contradicts them.
    """
    text = fold("\n".join(paragraphs)[:INFERRED_FROM])
    if not _HAS_YEAR.search(text):
        return None
    days = list(_all(text, _FULL))
    lead = [found.value for found in days if _LEAD.fullmatch(text, 0, found.start)]
    candidates = [*_pinned_days(text, days), *lead, *_pinned_years(text)]
    for value in candidates:
        is_recent = int(value[:4]) >= OLDEST_INFERRED
        if is_recent and all(found.value[: len(value)] <= value for found in days):
            return value
    return None


def _pinned_days(text: str, days: list[Found]) -> Iterator[str]:
    """Yield the days that words before them ("today", "hôm qua, ngày") tie to the writing."""
    for found in days:
        cue = _PINNED_DAY.search(text, max(0, found.start - AROUND), found.start)
        if cue:
            later = timedelta(0 if cue["today"] else 1)
            yield (date.fromisoformat(found.value) + later).isoformat()


def _pinned_years(text: str) -> list[str]:
    """Return the years that words around them tie to the writing, the latest first."""
    cues = (
        cue
        for year in _HAS_YEAR.finditer(text)
        for cue in _PINNED_YEAR.finditer(text, max(0, year.start() - AROUND), year.end() + AROUND)
    )
    return sorted({next(filter(None, cue.groups())) for cue in cues}, reverse=True)


def _all(folded: str, patterns: tuple[re.Pattern[str], ...]) -> Iterator[Found]:
    """Yield the dates in order; patterns run only around the years, which are rare."""
    matches = {
        match.span(): match
        for year in _HAS_YEAR.finditer(folded)
        for pattern in patterns
        for match in pattern.finditer(folded, max(0, year.start() - AROUND), year.end() + AROUND)
    }
    for span in sorted(matches, key=lambda span: (span[0], -span[1])):
        value = _value(matches[span])
        if value:
            yield Found(value, *span)


def _value(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if "thang" in parts:
        month = _number(" ".join(parts["thang"].split()), _VIETNAMESE_MONTHS)
    else:
        month = _number(parts["month"], _MONTHS)
    year = int(parts["year"])
    if "day" not in parts:
        return f"{year:04}-{month:02}" if 1 <= month <= 12 else None
    day = int(parts["day"])
    for first, second in ((month, day), (day, month)):
        try:
            return date(year, first, second).isoformat()
        except ValueError:
            continue
    return None


def _number(month: str, names: Mapping[str, int]) -> int:
    """Return the number of a month, or 0, which is none."""
    return int(month) if month.isdecimal() else names.get(month, 0)
