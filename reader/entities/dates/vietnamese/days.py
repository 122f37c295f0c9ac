"""Vietnamese days: ``ngày 8/9``, ``rạng sáng nay``, ``thứ Hai tuần trước``, ``mùng 2 Tết``."""

import re
from datetime import date

from reader.entities.dates import calendar, tense
from reader.entities.dates.calendar import Lean
from reader.entities.dates.grammar import DASH, DAY, DAYS, MONTH, YEAR, Rule, Scene, rule
from reader.entities.dates.readings import Echo, Fixed, Interval, Partial, Reading
from reader.entities.dates.vietnamese import words
from reader.entities.dates.vietnamese.words import AT_PART, MONTH_WORD, PART, PARTS, SHIFT

DAY_SHIFTS = {"nay": 0, "qua": -1, "kia": -2, "mai": 1}

NUMERIC = (
    rf"(?P<d>{DAY})(?:(?P<s>\s?/\s?|[.-])(?P<m>{MONTH})(?:(?P=s)(?P<y>{YEAR}|\d\d(?!\d)))?|"
    rf" tháng (?P<mw>{MONTH}|{MONTH_WORD})){words.TAIL}"
)
FIRST = rf"(?P<d1>{DAY})(?:\s?[/.]\s?(?P<m1>{MONTH})(?:[/.](?P<y1>{YEAR}))?)?{DASH}(?:ngày )?"
"""The beginning of an interval whose end is ``NUMERIC``: the ``8-`` of ``8-12/9``."""

LIST_AFTER = re.compile(
    r"\s?(?:,|và|đến|tới|-|–|(?=rạng))\s?(?:(?:hết )?ngày |hết |rạng (?:sáng )?|sáng |tối |đêm )?"
    r"(?:[0-3]?\d\s?(?:,|và|-)\s?){0,9}[0-3]?\d(?:\s?[/.-]\s?[01]?\d(?!\d)|\stháng)"
)
"""A date after a bare day that has the month for both: ``đến 12/9`` after ``ngày 8``."""
DAY_LED = re.compile(r"(?<!\w)(?:từ|đến|tới|vào|trước|sau|hết|hồi|qua)\s$")

LIGHT_BEFORE = re.compile(r"(?:ánh|chiếu|soi|phát|thắp)\s$")
HOST_BEFORE = re.compile(r"(?:ông|gia|nước|dân|nhà)\s$")
ORDINAL_BEFORE = re.compile(
    r"(?:lần|giới|chiến|người|hạng|trí|đứng|xếp|hàng|tầng|bậc|nhóm|con|ngôi|kỳ|năm|tháng|"
    r"tuần|thế|đời|thứ|lớn|đợt|quốc|nước|bàn|phút)\s$"
)
"""What makes ``thứ Hai`` "the second": ``lần thứ hai``, ``Chiến tranh thế giới thứ Hai``."""
HABIT_BEFORE = re.compile(
    r"(?:mỗi|các|hằng|hàng|những|mọi)\s(?:(?:sáng|trưa|chiều|tối|đêm|ngày)\s)?"
    r"(?:(?:thứ \w+|chủ nhật)(?:,| và| hoặc)\s){0,3}$"
)
HABIT_AFTER = re.compile(r"(?:\s(?:và|đến|hoặc)\s(?:thứ \w+|chủ nhật))?\s(?:hàng|hằng|mỗi) tuần")
WEEKDAY_BEFORE = re.compile(r"(?:hôm|sáng|trưa|chiều|tối|đêm|vào|khuya|sớm|muộn)\s$")


def calendar_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read a match of ``NUMERIC``, or of ``FIRST`` and ``NUMERIC``."""
    year, relative, lean = words.year_of(scene, found)
    if found["y"]:
        year = full_year(found["y"], scene)
    if found["s"] == "." and not year and words.COUNT_AFTER.match(scene.lower, found.end()):
        return None
    last = Partial(year, words.month_number(found["m"] or found["mw"]), int(found["d"]))
    first = _first(found, last)
    if not last.is_possible or not (first is None or first.is_before(last)):
        return None
    lean = lean or ("gone" if "hôm" in found[0] else None)
    reading = Reading.of(found, Interval(first, last) if first else last, relative, lean=lean)
    return _as_lunar(scene, reading)


def _first(found: re.Match[str], last: Partial) -> Partial | None:
    if not found["d1"]:
        return None
    year, month = found["y1"], found["m1"]
    first = Partial(int(year) if year else None, int(month) if month else last.month,
                    int(found["d1"]))  # fmt: skip
    return first.borrow(last)


def full_year(digits: str, scene: Scene) -> int:
    """Read a year of two or four digits; of two, it lies at most 15 years after the anchor."""
    year = int(digits)
    if len(digits) == 4:
        return year
    now = scene.year() or 2040
    year += now // 100 * 100
    return year - 100 if year > now + 15 else year


def _as_lunar(scene: Scene, reading: Reading) -> Reading:
    found = words.LUNAR.match(scene.lower, reading.end)
    if found is None and not LUNAR_WORDS.search(scene.lower, reading.start, reading.end):
        return reading
    return Reading(reading.start, found.end() if found else reading.end, Fixed(None, "day"))


LUNAR_WORDS = re.compile(r"m[ùồ]ng \d+ tháng giêng$|chạp$")
"""A day that is of the lunar calendar, unless its year was said."""


def _bare_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``ngày 8`` alone, where a month follows (``đến 12/9``) or a preposition leads it."""
    day = int(found["d"])
    if found["shift"]:
        return _day_of_near_month(scene, found, day)
    listed = LIST_AFTER.match(scene.lower, found.end())
    led = found["word"] == "hôm" or DAY_LED.search(scene.before(found.start())) is not None
    if not listed and not (led and _stands_as_day(scene, found)):
        return None
    return Reading.of(found, Partial(None, None, day))


STOP = re.compile(words.STOP)


def _stands_as_day(scene: Scene, found: re.Match[str]) -> bool:
    """Tell ``từ đêm 19`` and ``đến ngày 15.`` from ``ngày 2 lần`` and ``tối 3 người``."""
    if found["part"]:
        return not words.COUNT_AFTER.match(scene.lower, found.end())
    return STOP.match(scene.lower, found.end()) is not None


def _day_of_near_month(scene: Scene, found: re.Match[str], day: int) -> Reading | None:
    anchor = scene.anchor
    if anchor is None or anchor.month is None:
        return Reading.of(found, Fixed(None, "day"), True)
    year, month = calendar.shift_month(anchor.year, anchor.month, words.shift_of(found["shift"]))
    when = Partial(year, month, day)
    return Reading.of(found, when, True) if when.is_possible else None


def _near_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    near = found["near"]
    if near == "qua" and LIGHT_BEFORE.search(scene.before(found.start())):
        return None
    if near == "mai" and scene.is_capital(found.start("near")) and not scene.is_shouted(found):
        return None
    return Reading.of_day(found, calendar.shift_days(scene.today, DAY_SHIFTS[near]))


def _echoed_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    counted = "hôm" in found[0] and words.is_counted(scene, found.start())
    if counted or scene.before(found.start()).endswith("cuối "):
        return None
    shift = {"sau": 1, "trước": -1}.get(found["echo"] or found["before"], 0)
    return Reading.of(found, Echo("day", shift), True)


def _weekday(scene: Scene, found: re.Match[str]) -> Reading | None:
    if not _is_weekday(scene, found):
        return None
    if found["d"]:
        return calendar_day(scene, found)
    name = found["wd"]
    weekday = 6 if name is None else words.WEEKDAYS[name] if name.isalpha() else int(name) - 2
    return Reading.of_day(found, _day_of_week(scene, found, weekday))


def _day_of_week(scene: Scene, found: re.Match[str], weekday: int) -> date | None:
    day = scene.today
    if day is None:
        return None
    if found["week"]:
        weeks = words.shift_of(found["week"])
        return calendar.shift_days(day, 7 * weeks - day.weekday() + weekday)
    if direction := found["dir"]:
        gone = direction.endswith(("qua", "rồi", "đây")) and "tới" not in direction
        return calendar.weekday_beyond(day, weekday, -1 if gone else 1)
    lean: Lean = "gone" if found["hom"] else tense.lean(scene.lower, *found.span())
    return calendar.weekday_near(day, weekday, lean)


def _is_weekday(scene: Scene, found: re.Match[str]) -> bool:
    """Tell a day of the week from a habit (``mỗi thứ Hai``) and from an ordinal."""
    start, end = found.span()
    if found["week"] or found["d"]:
        return True
    if HABIT_BEFORE.search(scene.before(start, 48)) or HABIT_AFTER.match(scene.lower, end):
        return False
    if found["sunday"]:
        return not HOST_BEFORE.search(scene.before(start))
    return _is_no_ordinal(scene, found)


def _is_no_ordinal(scene: Scene, found: re.Match[str]) -> bool:
    """Tell ``thứ Hai`` from ``thứ hai thế giới``."""
    before = scene.before(found.start())
    if ORDINAL_BEFORE.search(before):
        return False
    if found["part"] or found["hom"] or WEEKDAY_BEFORE.search(before):
        return True
    if found["wd"].isdigit():
        return scene.lower.startswith(" (", found.end())
    name = scene.text[found.start("wd") : found.end("wd")]
    return name.istitle() and not scene.is_shouted(found)


def _lunar_day(_scene: Scene, found: re.Match[str]) -> Reading:
    return Reading.of(found, Fixed(None, "day"))


RULES: tuple[Rule, ...] = (
    rule(
        f"{PARTS} hôm ngày thứ chủ",
        rf"(?:(?P<part>{PART}) )?(?:(?:(?P<hom>hôm)|ngày) )?{words.WEEKDAY}(?:"
        rf" (?:của )?tuần (?P<week>{SHIFT})|"
        rf" (?P<dir>{words.COMING}|{words.GONE}|này|rồi)(?!\w)|"
        rf",? (?:ngày )?(?:{FIRST})?{NUMERIC})?",
        _weekday,
    ),
    rule(
        f"{PARTS} hôm ngày mùng mồng",
        rf"{AT_PART}(?:ngày |hôm )?(?:mùng |mồng )?(?:{FIRST})?{NUMERIC}",
        calendar_day,
    ),
    rule(
        f"{PARTS} hôm ngày",
        rf"(?:(?P<part>{PART}) )?(?:(?P<word>ngày|hôm) )?(?P<d>{DAY})"
        rf"(?: tháng (?P<shift>{SHIFT}))?",
        _bare_day,
    ),
    rule(f"{PARTS} hôm ngày", rf"{AT_PART}(?:ngày )?hôm (?P<near>qua|kia|nay)", _near_day),
    rule(PARTS, rf"{PART} (?:ngày )?(?P<near>nay|qua|mai)", _near_day),
    rule("ngày", r"ngày (?P<near>mai)", _near_day),
    rule("bữa", r"bữa (?P<near>nay|qua)", _near_day),
    rule(
        f"{PARTS} cùng ngày hôm",
        rf"(?:{AT_PART}cùng ngày(?! (?:sinh|tháng|cùng|\d))|"
        rf"{AT_PART}(?:ngày )?hôm (?P<echo>sau|đó|ấy)|ngày hôm (?P<before>trước))",
        _echoed_day,
    ),
    rule(
        f"{PARTS} ngày hôm mùng mồng",
        rf"{AT_PART}(?:ngày |hôm )?m[ùồ]ng (?:\d{{1,2}}|{words.ONE_TO_TEN})"
        rf"(?: (?:tết|tháng (?:{MONTH_WORD}|{MONTH})))?(?: âm lịch)?",
        _lunar_day,
    ),
    rule(
        f"{PARTS} ngày hôm rằm",
        rf"{AT_PART}(?:ngày |hôm )?rằm tháng (?:{MONTH_WORD}|{MONTH})(?: âm lịch)?",
        _lunar_day,
    ),
    rule(
        (*PARTS.split(), "ngày", "hôm", *DAYS),
        rf"{AT_PART}(?:ngày |hôm )?(?:[1-9]|2[3-9]|30) tết",
        _lunar_day,
    ),
)
