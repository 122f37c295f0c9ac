"""Dates written in digits alone: ``2025-09-08``, ``8/9/2025``, ``8-12/9``, ``1965-2025``.

Most numbers are no dates: scores, fractions, laws, telephones, counts. So a form that could be
one of those counts only where the words before it lead to a time. In English ``05/08/2023`` is
the month first, in Vietnamese the day.
"""

import re

from reader.entities.dates.grammar import DAY, DAYS, END, GAP, MONTH, YEAR, YEARS, Rule, Scene, rule
from reader.entities.dates.readings import Interval, Partial, Reading
from reader.entities.dates.vietnamese import COUNT_AFTER, FIRST, NUMERIC, _calendar_day, full_year

ATTACHED = "/.:_@#$€£+=\\-–—"
"""A character that binds a number to what stands before it, so that it is no date of its own."""

LAW_BEFORE = re.compile(
    r"(?:số|nghị quyết|nghị định|thông tư|quyết định|luật|chỉ thị|công văn|công điện|kế hoạch|"
    r"pháp lệnh|hướng dẫn|văn bản|no\.|resolution|decree|điều|khoản|phiên bản|version|v|bản|"
    r"hotline|tổng đài|điện thoại|tel|phone|call|mã|tỉ số|tỷ số|score)[\s:.]{1,2}$"
)
LED = re.compile(
    r"(?<!\w)(?:từ|đến|tới|vào|hồi|trước|sau|kể từ|đến hết|hết|lễ|dịp|lúc|ngày|khoảng|giờ|nhật)\s$"
)
YEAR_LED = re.compile(
    r"(?<!\w)(?:từ|đến|tới|hồi|trước|sau|kể từ|hết|giữa|giai đoạn|nhiệm kỳ|khóa|mùa|mùa giải|"
    r"in|since|from|until|till|to|before|after|by|during|of|through|between|late|early|mid|"
    r"around|about|circa|year|for|fiscal|vào|khoảng)\s$"
)
FRACTION_AFTER = re.compile(
    r"\s(?:số|dân|diện|tổng|trong|của|thành|sản|quân|ngân|chặng|lượng|thị|vốn|doanh|thời|cổ|quãng|"
    r"đại|nghị|phiếu|tài|lãnh|đất|of|the)(?!\w)"
)
JOIN = re.compile(r"\s?(?:[-–—,;]|và|đến|tới|đến hết|hoặc|hay|and|to|or|until|through)\s$")
COUNT_AFTER_EN = re.compile(
    r"\s(?:people|soldiers|troops|men|women|children|homes|houses|units|tons|tonnes|km|kilomet\w+|"
    r"miles|met(?:re|er)s|feet|dollars|euros|pounds|workers|jobs|students|police|officers|cases|"
    r"deaths|hours|years|days|votes|seats|points|pages|words|employees|passengers|\w+ people)(?!\w)"
)


def _stands_alone(scene: Scene, start: int) -> bool:
    previous = scene.text[start - 1] if start else " "
    if previous in ATTACHED or previous.isalnum():
        return False
    if previous == "," and scene.text[start - 2 : start - 1].isdigit():
        return False
    return not LAW_BEFORE.search(scene.before(start))


def _is_counted(scene: Scene, end: int) -> bool:
    lower = scene.lower
    return bool(COUNT_AFTER.match(lower, end) or COUNT_AFTER_EN.match(lower, end))


def _follows_date(scene: Scene, start: int) -> bool:
    gap = scene.gap_to_last(start)
    return gap is not None and JOIN.fullmatch(gap) is not None


def _iso_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    if not _stands_alone(scene, found.start()):
        return None
    when = Partial(int(found["y"]), int(found["m"]), int(found["d"]))
    return Reading(found.start(), found.end(), when) if when.is_possible else None


def _year_pair(scene: Scene, found: re.Match[str]) -> Reading | None:
    start, end = found.span()
    if not _stands_alone(scene, start) or _is_counted(scene, end):
        return None
    first, digits, separator = int(found["y"]), found["y2"], found["s"].strip()
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    if len(digits) == 2 and separator == "-" and 1 <= int(digits) <= 12 and last != first + 1:
        return Reading(start, end, Partial(first, int(digits)))
    if last <= first or (separator == "/" and last != first + 1):
        return None
    return Reading(start, end, Interval(Partial(first), Partial(last)))


def _bare_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    start, end = found.span()
    if not _stands_alone(scene, start) or _is_counted(scene, end):
        return None
    led = YEAR_LED.search(scene.before(start)) or _follows_date(scene, start)
    if led or _is_bracketed(scene, found):
        return Reading(start, end, Partial(int(found["y"])))
    return None


def _full_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    if not _stands_alone(scene, found.start()):
        return None
    first, second = int(found["a"]), int(found["b"])
    if len(found["y"]) == 2 and (found["s"] != "/" or len(found["a"] + found["b"]) < 4):
        return None
    year = full_year(found["y"], scene)
    order = [(first, second), (second, first)]
    for day, month in reversed(order) if scene.lang == "en" and found["s"] != "." else order:
        when = Partial(year, month, day)
        if when.is_possible:
            return Reading(found.start(), found.end(), when)
    return None


def _day_and_month(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``8/9`` and ``8-12/9`` where the words before lead to a time."""
    start = found.start()
    if scene.lang == "en" or not _stands_alone(scene, start) or _is_counted(scene, found.end()):
        return None
    if found["mw"]:
        return None if DURATION_BEFORE.search(scene.before(start)) else _calendar_day(scene, found)
    led = bool(LED.search(scene.before(start))) or _follows_date(scene, start)
    if found["s"].strip() != "/":
        return _calendar_day(scene, found) if led and (found["y3"] or found["d1"]) else None
    if _is_bracketed(scene, found):
        led = int(found["d"]) > int(found["m"]) or scene.gap_to_last(start) == " ("
    if not (led or found["d1"]) or FRACTION_AFTER.match(scene.lower, found.end()):
        return None
    return _calendar_day(scene, found)


def _is_bracketed(scene: Scene, found: re.Match[str]) -> bool:
    start, end = found.span()
    return start > 0 and scene.text[start - 1] == "(" and scene.text[end : end + 1] == ")"


DURATION_BEFORE = re.compile(r"(?:trong|sau|hơn|gần|suốt|được|khoảng|mỗi|qua|tù|phạt)\s$")


def _month_of_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    if not _stands_alone(scene, found.start()) or scene.lang == "en":
        return None
    return Reading(found.start(), found.end(), Partial(int(found["y"]), int(found["m"])))


def _listed_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read the ``8`` of ``từ 8 đến 12/9``."""
    start = found.start()
    if not re.search(r"(?:(?<!\w)(?:từ|ngày|và)|\d,)\s$", scene.before(start)):
        return None
    return Reading(start, found.end("d"), Partial(None, None, int(found["d"])))


_ISO = re.compile(rf"(?P<y>{YEAR})(?P<s>[-/.])(?P<m>{MONTH})(?P=s)(?P<d>{DAY})(?:(?=t\d\d)|{END})")

RULES: tuple[Rule, ...] = (
    Rule(YEARS, _ISO, _iso_day),
    rule(YEARS, rf"(?P<y>{YEAR})(?P<s>\s?[-–—]\s?|/)(?P<y2>{YEAR}|\d\d(?!\d))", _year_pair),
    rule(YEARS, rf"(?P<y>{YEAR})", _bare_year),
    rule(DAYS, rf"(?P<a>{DAY})(?P<s>[/.-])(?P<b>{DAY})(?P=s)(?P<y>{YEAR}|\d\d(?!\d))", _full_day),
    rule(DAYS, rf"(?:{FIRST})?{NUMERIC}", _day_and_month),
    rule(DAYS, rf"(?P<m>{MONTH})[/-](?P<y>{YEAR})", _month_of_year),
    rule(
        DAYS,
        rf"(?P<d>{DAY})(?=(?:,| (?:đến|tới|và)) (?:ngày )?"
        rf"(?:\d\d?(?:,| và) ){{0,3}}\d\d?(?:[/-]\d|{GAP}tháng))",
        _listed_day,
    ),
)
