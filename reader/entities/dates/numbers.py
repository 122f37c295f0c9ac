"""Dates written in digits alone: ``2025-09-08``, ``8/9/2025``, ``8-12/9``, ``1965-2025``.

Most numbers are no dates: scores, fractions, laws, telephones, counts. So a form that could be
one of those counts only where the words before it lead to a time. In English ``05/08/2023`` is
the month first, in Vietnamese the day.
"""

import re

from reader.entities.dates.grammar import (
    DASH,
    DAY,
    DAYS,
    END,
    GAP,
    MONTH,
    YEAR,
    YEARS,
    Rule,
    Scene,
    rule,
)
from reader.entities.dates.readings import Interval, Partial, Reading
from reader.entities.dates.vietnamese.days import FIRST, NUMERIC, calendar_day, full_year
from reader.entities.dates.vietnamese.words import UNITS

LAW_BEFORE = re.compile(
    r"(?:số|nghị quyết|nghị định|thông tư|quyết định|luật|chỉ thị|công văn|công điện|kế hoạch|"
    r"pháp lệnh|hướng dẫn|văn bản|no\.|resolution|decree|điều|khoản|phiên bản|version|v|bản|"
    r"hotline|tổng đài|điện thoại|tel|phone|call|mã|tỉ số|tỷ số|score|"
    r"hẻm|ngõ|ngách|kiệt|lớp|tầng|lô|thửa|tổ)[\s:.]{1,2}$"
)
DAY_LED = re.compile(
    r"(?:(?<!\w)(?:từ|đến|tới|vào|hồi|trước|sau|kể từ|hết|lúc|khoảng|giờ|nhật|và|phiên|hạn|"
    r"khai giảng|rạng|nghỉ|kỷ niệm|lao động|phụ nữ|nhà giáo|thiếu nhi|liệt sĩ|miền nam)|"
    r"\dh\d{0,2}[’']?)\s$"
)
"""What leads to a day said as ``8/9``."""
FEAST_LED = re.compile(r"(?<!\w)(?:lễ|dịp|khánh|ngày)\s$")
"""What leads to a day surely enough for ``2-9``, which is a score elsewhere."""
YEAR_LED = re.compile(
    r"(?<!\w)(?:từ|đến|tới|hồi|trước|sau|kể từ|hết|giữa|giai đoạn|nhiệm kỳ|khóa|khoá|mùa|mùa giải|"
    r"năm|so với|vào|khoảng|in|since|from|until|till|to|before|after|by|during|of|through|between|"
    r"around|about|circa|year|for|fiscal|throughout|early|late|mid|born|b\.|d\.|c\.|ca\.|than|years|"
    r"both|recently as|sn)\s(?:at least |early |late |about |around |khoảng )?$"
)
ADJECTIVE_LED = re.compile(r"(?:(?<!\w)(?:the|an?|its|his|her|their|our|this|that)|[’']s)\s$")
PLURAL_AFTER = re.compile(r"\s[a-z]+s(?!\w)")
OPENING = re.compile(r"(?:^|[.!?”\"]\s|\n)$")
SAYS = re.compile(r"\s(?:was|is|has|had|will|saw|marks|marked|brought|began|ended|là năm)(?!\w)")
"""What follows a year that opens a sentence: ``2023 was the hottest year``."""
FRACTION_AFTER = re.compile(
    r"\s(?:số|dân|diện|tổng|trong|của|thành|sản|quân|ngân|chặng|lượng|thị|vốn|doanh|thời|cổ|quãng|"
    r"đại|nghị|phiếu|tài|lãnh|đất|chỉ tiêu|tiêu chí|of|the)(?!\w)"
)
JOIN = re.compile(r"\s?(?:[-–—,;]|và|đến|tới|đến hết|hoặc|hay|and|to|or|until|through)\s$")
LIST_LED = re.compile(r"(?:(?<!\w)(?:từ|ngày|và)|\d,)\s$")
DURATION_BEFORE = re.compile(r"(?:trong|sau|hơn|gần|suốt|được|khoảng|mỗi|qua|tù|phạt)\s$")
COUNT_AFTER = re.compile(
    rf"(?:\s?(?:đến|tới|to|-|–)\s?\d[\d.,]*)?\s(?:{UNITS}|(?:\w+ )?people|soldiers|troops|men|"
    r"women|children|homes|houses|units|tons|tonnes|kilomet\w+|miles|met(?:re|er)s|feet|dollars|euros|"
    r"pounds|workers|jobs|students|police|officers|cases|deaths|hours|years|days|votes|seats|"
    r"points|pages|words|employees|passengers|votes|residents)(?!\w)"
)
"""A thing counted, also behind the second of two numbers: ``1900 đến 2000 USD``."""
FRACTIONS = ("24/7", "16/9")
"""Numbers with a day that no fraction has, and that are still no dates."""


LONGEST = 500
"""Years that an interval of two years lasts at most; two numbers further apart are a count."""


def _stands_alone(scene: Scene, start: int) -> bool:
    return scene.stands_alone(start) and not LAW_BEFORE.search(scene.before(start))


def _follows_date(scene: Scene, start: int) -> bool:
    gap = scene.gap_to_last(start)
    return gap is not None and JOIN.fullmatch(gap) is not None


def _iso_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    if not _stands_alone(scene, found.start()):
        return None
    when = Partial(int(found["y"]), int(found["m"]), int(found["d"]))
    return Reading.of(found, when) if when.is_possible else None


def _year_pair(scene: Scene, found: re.Match[str]) -> Reading | None:
    start, end = found.span()
    if not _stands_alone(scene, start) or COUNT_AFTER.match(scene.lower, end):
        return None
    first, digits, separator = int(found["y"]), found["y2"], found["s"].strip()
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    if len(digits) == 2 and separator == "-" and 1 <= int(digits) <= 12 and last != first + 1:
        return Reading.of(found, Partial(first, int(digits)))
    if not 0 < last - first <= LONGEST or (separator == "/" and last != first + 1):
        return None
    return Reading.of(found, Interval(Partial(first), Partial(last)))


def _bare_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    start, end = found.span()
    if not _stands_alone(scene, start) or COUNT_AFTER.match(scene.lower, end):
        return None
    return Reading.of(found, Partial(int(found["y"]))) if _is_year(scene, found) else None


def _is_year(scene: Scene, found: re.Match[str]) -> bool:
    start, end = found.span()
    before = scene.before(start)
    if YEAR_LED.search(before) or _follows_date(scene, start):
        return True
    says = SAYS.match(scene.lower, end)
    if says and (says[0].endswith("năm") or OPENING.search(before)):
        return True
    return _is_in_bracket(scene, found) or _is_adjective(scene, found)


def _is_in_bracket(scene: Scene, found: re.Match[str]) -> bool:
    """Tell whether a year ends a bracket: ``(2019)``, ``(Paris, 2019)``."""
    start = found.start()
    return scene.text.startswith(")", found.end()) and scene.text[
        max(0, start - 2) : start
    ].endswith(("(", ", "))


def _is_adjective(scene: Scene, found: re.Match[str]) -> bool:
    """Tell ``the 2019 election`` from ``the 2000 voters``."""
    start, end = found.span()
    if found["y"] < "1900" or not ADJECTIVE_LED.search(scene.before(start)):
        return False
    if found["y"].endswith("00") and PLURAL_AFTER.match(scene.text, end):
        return False
    return scene.lower.startswith(" ", end) and scene.lower[end + 1 : end + 2].isalpha()


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
            return Reading.of(found, when)
    return None


def _day_and_month(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``8/9`` and ``8-12/9`` where the words before lead to a time."""
    start, end = found.span()
    if scene.lang == "en" or not _stands_alone(scene, start):
        return None
    if COUNT_AFTER.match(scene.lower, end) or FRACTION_AFTER.match(scene.lower, end):
        return None
    if found["mw"]:
        length = DURATION_BEFORE.search(scene.before(start)) or found["mw"] == "năm"
        return None if length else calendar_day(scene, found)
    return calendar_day(scene, found) if _is_day(scene, found) else None


def _is_day(scene: Scene, found: re.Match[str]) -> bool:
    start = found.start()
    before = scene.before(start)
    if FEAST_LED.search(before):
        return True
    led = DAY_LED.search(before) is not None or _follows_date(scene, start)
    if found["s"].strip() != "/":
        falling = int(found["d"]) > int(found["m"] or 31)
        return led and bool(found["y3"] or found["d1"] or falling or _follows_date(scene, start))
    if led or found["d1"]:
        return True
    if _is_bracketed(scene, found):
        return int(found["d"]) > int(found["m"]) or scene.gap_to_last(start) == " ("
    return int(found["d"]) > 12 and found[0] not in FRACTIONS


def _is_bracketed(scene: Scene, found: re.Match[str]) -> bool:
    start, end = found.span()
    return start > 0 and scene.text[start - 1] == "(" and scene.text[end : end + 1] == ")"


def _month_of_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    if not _stands_alone(scene, found.start()) or scene.lang == "en":
        return None
    return Reading.of(found, Partial(int(found["y"]), int(found["m"])))


def _listed_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read the ``8`` of ``từ 8 đến 12/9``."""
    start = found.start()
    if not LIST_LED.search(scene.before(start)):
        return None
    return Reading.of(found, Partial(None, None, int(found["d"])))


_ISO = rf"(?P<y>{YEAR})(?P<s>[-/.])(?P<m>{MONTH})(?P=s)(?P<d>{DAY})(?:(?=t\d\d)|{END})"

RULES: tuple[Rule, ...] = (
    Rule(YEARS, _ISO, _iso_day),
    rule(YEARS, rf"(?P<y>{YEAR})(?P<s>{DASH}|/)(?P<y2>{YEAR}|\d\d(?!\d))", _year_pair),
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
