"""How Vietnamese says dates: ``sáng 8/9``, ``đầu tháng 8``, ``thứ Hai tuần trước``, ``năm tới``."""

import re
from datetime import date

from reader.entities.dates import calendar, tense
from reader.entities.dates.calendar import Lean
from reader.entities.dates.grammar import DASH, DAY, DAYS, MONTH, YEAR, Rule, Scene, rule
from reader.entities.dates.readings import Echo, Fixed, Grain, Interval, Mod, Partial, Reading

MONTH_WORDS = {"giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7,
               "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
               "chạp": 12}  # fmt: skip
WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
EDGES: dict[str, Mod] = {"đầu": "START", "nửa đầu": "START", "thượng tuần": "START",
                         "giữa": "MID", "trung tuần": "MID",
                         "cuối": "END", "nửa cuối": "END", "hạ tuần": "END"}  # fmt: skip
SHIFTS = {"này": 0, "nay": 0, "trước": -1, "ngoái": -1, "qua": -1, "rồi": -1, "vừa qua": -1,
          "vừa rồi": -1, "kia": -2, "tới": 1, "sau": 1, "tới đây": 1, "sắp tới": 1}  # fmt: skip
DAY_SHIFTS = {"nay": 0, "qua": -1, "kia": -2, "mai": 1, "kìa": -3, "mốt": 2}
SEASONS = {"xuân": 3, "hè": 6, "hạ": 6, "thu": 9, "đông": 12}

PART = (
    r"(?:rạng sáng|tờ mờ sáng|đầu giờ (?:sáng|chiều)|cuối giờ chiều|nửa đêm|"
    r"(?:sáng|trưa|chiều|tối|đêm|khuya)(?: (?:sớm|muộn|khuya|tối))?)"
)
EDGE = r"(?P<edge>nửa đầu|nửa cuối|đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)"
MONTH_WORD = r"(?:giêng|mười một|mười hai|mười|một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|chạp)(?!\w)"
WEEKDAY = r"(?:thứ (?P<wd>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<sunday>chủ nhật))(?!\w)"
STOP = (
    r"(?=\s*(?:[,.;:)!?…\"”\]]|$|\n|"
    r"(?:tại|ở|và|sẽ|nhằm|để|với|trong|là|do|theo|của|cho|khi|giữa)(?!\w)))"
)
COMING = rf"(?:sắp tới|tới đây|tới{STOP})"
GONE = r"(?:vừa qua|vừa rồi|mới đây|qua(?! (?:lại|đi|các)))"
YEAR_SHIFT = (
    r"(?:ngoái|nay|kia|vừa qua|vừa rồi|sắp tới|tới đây|"
    r"tới(?! (?:nay|giờ|khi|ngày|tháng|năm|cuối|đầu|hết|hôm|lúc|\d))|"
    r"qua(?! (?:đi|lại))|(?:trước|sau)(?! (?:đó|khi|ngày|năm|tết|nữa|này)))(?!\w)"
)
SHIFT = YEAR_SHIFT.replace("ngoái|nay|kia", "này|rồi")
TAIL = (
    rf"(?: năm (?:(?P<y2>{YEAR})|(?P<ys>{YEAR_SHIFT}))|(?:,? |\s?[/.-]\s?)(?P<y3>{YEAR})|"
    rf" (?P<lean>{GONE}|{COMING}|này)| (?P<same>cùng năm))?"
)
COUNTED = re.compile(
    r"(?:\d|(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|vài|nhiều|mấy|"
    r"những|các|mỗi|mọi|hàng|hằng|từng|dăm|suốt|nửa|rưỡi|bao))\s$"
)
"""What makes ``tháng tới`` or ``năm trước`` a length of time: ``ba tháng tới``."""

UNITS = (
    r"(?:người|đồng|tỷ|tỉ|triệu|nghìn|ngàn|usd|ca|xe|km|mét|m|tấn|kg|hộ|căn|chiếc|ha|lượt|vụ|lần|"
    r"giờ|phút|giây|tiếng|ngày|tuần|tháng|tuổi|điểm|bàn|trận|con|cái|bữa|cuộc|phần|trường|suất)"
)
COUNT_AFTER = re.compile(rf"\s{UNITS}(?!\w)")
"""A thing counted after a number, so that ``tháng 2 lần`` and ``năm 2000 người`` are no dates."""


def month_number(words: str) -> int:
    """Read a month said in digits or by its word."""
    words = " ".join(words.split())
    return MONTH_WORDS[words] if words in MONTH_WORDS else int(words)


def shift_of(words: str) -> int:
    """Read how far away ``tới``, ``vừa qua`` and the like point, in units."""
    return SHIFTS[" ".join(words.split())]


def _is_counted(scene: Scene, start: int) -> bool:
    return COUNTED.search(scene.before(start)) is not None


def _edge(found: re.Match[str]) -> Mod | None:
    words = found["edge"]
    return EDGES[" ".join(words.split())] if words else None


def _year(scene: Scene, found: re.Match[str]) -> tuple[int | None, bool, Lean]:
    """Read the tail of a day or month: its year, whether that is relative, which way it leans."""
    if said := found["y2"] or found["y3"]:
        return int(said), False, None
    if found["ys"]:
        return scene.year(shift_of(found["ys"])), True, None
    if found["same"]:
        return _last_year(scene), True, None
    if not found["lean"]:
        return None, False, None
    words = " ".join(found["lean"].split())
    if words == "này":
        return scene.year(), True, None
    return None, True, "ahead" if "tới" in words else "gone"


def _last_year(scene: Scene) -> int | None:
    for reading in reversed(scene.readings):
        if isinstance(reading.when, Partial) and reading.when.year:
            return reading.when.year
    return scene.year()


def _possible(reading: Reading) -> Reading | None:
    when = reading.when
    dates = (when.first, when.last) if isinstance(when, Interval) else (when,)
    return reading if all(d.is_possible for d in dates if isinstance(d, Partial)) else None


# Days of the month -------------------------------------------------------------------------


NUMERIC = (
    rf"(?P<d>{DAY})(?:(?P<s>\s?/\s?|[.-])(?P<m>{MONTH})(?:(?P=s)(?P<y>{YEAR}|\d\d(?!\d)))?|"
    rf" tháng (?P<mw>{MONTH}|{MONTH_WORD})){TAIL}"
)
FIRST = rf"(?P<d1>{DAY})(?:\s?[/.]\s?(?P<m1>{MONTH})(?:[/.](?P<y1>{YEAR}))?)?{DASH}(?:ngày )?"


def _calendar_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    last, relative, lean = _day_of(scene, found)
    if last is None:
        return None
    when: Partial | Interval = last
    if found["d1"]:
        month, year = found["m1"], found["y1"]
        first = Partial(int(year) if year else None, int(month) if month else None,
                        int(found["d1"]))  # fmt: skip
        when = Interval(first.borrow(last) if first.month or last.year else
                        Partial(None, last.month, first.day), last)  # fmt: skip
    reading = Reading(found.start(), found.end(), when, relative, lean=lean)
    return _possible(_lunar(scene, reading))


def _day_of(scene: Scene, found: re.Match[str]) -> tuple[Partial | None, bool, Lean]:
    year, relative, lean = _year(scene, found)
    day, month = int(found["d"]), month_number(found["m"] or found["mw"])
    if found["y"]:
        year = full_year(found["y"], scene)
    return Partial(year, month, day), relative, lean


def full_year(digits: str, scene: Scene) -> int:
    """Read a year of two or four digits; two stand for the century that ends near the anchor."""
    year = int(digits)
    if len(digits) == 4:
        return year
    now = scene.anchor.year if scene.anchor else 2040
    return now // 100 * 100 + year - (100 if now // 100 * 100 + year > now + 15 else 0)


LUNAR = re.compile(r"\s(?:\(?(?:âm lịch|al)\)?|tết)(?!\w)")


def _lunar(scene: Scene, reading: Reading) -> Reading:
    found = LUNAR.match(scene.lower, reading.end)
    if found is None:
        return reading
    return Reading(reading.start, found.end(), Fixed(None, "day"))


BARE_DAY_AFTER = re.compile(
    r"\s?(?:,|và|đến|tới|-|–)\s(?:(?:hết )?ngày |hết |rạng sáng |sáng |tối |đêm )?"
    r"(?:[0-3]?\d\s?(?:,|và|-)\s?)*[0-3]?\d(?:\s?[/.-]\s?[01]?\d(?!\d)|\stháng)"
)
BARE_DAY_BEFORE = re.compile(r"(?<!\w)(?:từ|đến|tới|vào|trước|sau|hết|trong|hồi|qua)\s$")


def _bare_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``ngày 8`` alone, where a month follows (``đến 12/9``) or a preposition leads it."""
    listed = BARE_DAY_AFTER.match(scene.lower, found.end())
    led: object = found["word"] == "hôm" or BARE_DAY_BEFORE.search(scene.before(found.start()))
    led = led and re.match(STOP, scene.lower[found.end() : found.end() + 9])
    if not (listed or led or found["shift"]):
        return None
    when = Partial(None, None, int(found["d"]))
    if tail := found["shift"]:
        if scene.anchor is None or scene.anchor.month is None:
            return Reading(found.start(), found.end(), Fixed(None, "day"), True)
        at = calendar.shift_month(scene.anchor.year, scene.anchor.month, shift_of(tail))
        return _possible(Reading(found.start(), found.end(), Partial(*at, when.day), True))
    return Reading(found.start(), found.end(), when)


# Days by their distance and by their name ----------------------------------------------------


def _near_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    words = found["near"]
    words = words or "nay"
    if words == "qua" and re.search(r"(?:ánh|chiếu|soi|phát|thắp)\s$", scene.before(found.start())):
        return None
    if words == "mai" and scene.text[found.start("near")] == "M" and not _is_shouted(scene, found):
        return None
    return _fixed_day(found, calendar.shift_days(scene.today, DAY_SHIFTS[words]))


def _echoed_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    if scene.before(found.start()).endswith("cuối "):
        return None
    shift = {"sau": 1, "trước": -1}.get(found["echo"] or found["echo2"], 0)
    return Reading(found.start(), found.end(), Echo("day", shift), True)


ORDINAL_BEFORE = re.compile(
    r"(?:lần|giới|chiến|người|hạng|trí|đứng|xếp|hàng|tầng|bậc|nhóm|con|ngôi|kỳ|năm|tháng|"
    r"tuần|thế|đời|thứ|lớn|đợt|quốc|nước|gia|ông|dân|bàn|phút)\s$"
)
SURE_BEFORE = re.compile(r"(?:hôm|sáng|trưa|chiều|tối|đêm|vào|khuya|sớm|muộn)\s$")


def _weekday(scene: Scene, found: re.Match[str]) -> Reading | None:
    if not _is_weekday(scene, found):
        return None
    name = found["wd"]
    weekday = 6 if name is None else WEEKDAYS[name] if name in WEEKDAYS else int(name) - 2
    if found["d"]:
        return _calendar_day(scene, found)
    day = scene.today
    if day is None:
        return _fixed_day(found, None)
    if found["week"]:
        away = 7 * shift_of(found["week"]) - day.weekday() + weekday
        return _fixed_day(found, calendar.shift_days(day, away))
    if words := found["dir"]:
        weeks = -1 if words in ("vừa qua", "vừa rồi", "trước", "rồi", "qua") else 1
        return _fixed_day(found, calendar.weekday_beyond(day, weekday, weeks))
    lean = tense.lean(scene.lower, found.start(), found.end())
    return _fixed_day(found, calendar.weekday_near(day, weekday, lean))


def _fixed_day(found: re.Match[str], day: date | None) -> Reading:
    return Reading(found.start(), found.end(), Fixed(str(day) if day else None, "day"), True)


def _is_weekday(scene: Scene, found: re.Match[str]) -> bool:
    """Tell a day of the week from an ordinal: ``thứ Hai`` from ``thứ hai thế giới``."""
    before = scene.before(found.start())
    if found["sunday"]:
        return not re.search(r"(?:ông|gia|nước|dân|nhà)\s$", before)
    if found["week"] or found["d"]:
        return True
    if ORDINAL_BEFORE.search(before):
        return False
    if found["part"] or found["hom"] or SURE_BEFORE.search(before):
        return True
    if found["wd"].isdigit():
        return scene.lower[found.end() : found.end() + 2] == " ("
    name = scene.text[found.start("wd") : found.end("wd")]
    return name.istitle() and not _is_shouted(scene, found)


def _is_shouted(scene: Scene, found: re.Match[str]) -> bool:
    return scene.text[found.start() : found.end()].isupper()


# Weeks, months, quarters, years ---------------------------------------------------------------


def _week(scene: Scene, found: re.Match[str]) -> Reading | None:
    if _is_counted(scene, found.start()):
        return None
    day = calendar.shift_days(scene.today, 7 * shift_of(found["shift"]))
    edge = _edge(found)
    if edge == "END":
        weekend = calendar.spell_weekend(day)
        return Reading(found.start(), found.end(), Fixed(weekend, "interval"), True)
    when = Fixed(calendar.spell_week(day), "week")
    return Reading(found.start(), found.end(), when, True, edge)


def _near_month(scene: Scene, found: re.Match[str]) -> Reading | None:
    if _is_counted(scene, found.start()):
        return None
    value = None
    if scene.anchor and scene.anchor.month:
        shift = shift_of(found["shift"])
        value = calendar.spell(*calendar.shift_month(scene.anchor.year, scene.anchor.month, shift))
    return Reading(found.start(), found.end(), Fixed(value, "month"), True, _edge(found))


def _named_month(scene: Scene, found: re.Match[str]) -> Reading | None:
    start, end = found.span()
    year, relative, lean = _year(scene, found)
    if not (year or relative) and COUNT_AFTER.match(scene.lower, end):
        return None
    words = " ".join(found["mw"].split())
    if not _is_month_word(scene, found, words):
        return None
    last = Partial(year, month_number(words))
    if found["m1"]:
        first = Partial(None, int(found["m1"])).borrow(last)
        return Reading(start, end, Interval(first, last), relative, lean=lean)
    reading = Reading(start, end, last, relative, _edge(found), lean)
    if LUNAR.match(scene.lower, end) or (words == "chạp" and not year):
        reading.when = Fixed(None, "month")
    return reading


def _is_month_word(scene: Scene, found: re.Match[str], words: str) -> bool:
    """Tell ``tháng Năm`` from ``ngày tháng năm sinh`` and ``hai tháng hai lần``."""
    if words[0].isdigit() or scene.text[found.start("mw")].isupper():
        return True
    before = scene.before(found.start())
    if _is_counted(scene, found.start()):
        return False
    return words != "năm" or re.search(r"(?:hồi|vào|trong)\s$", before) is not None


PERIOD_BEFORE = re.compile(
    r"(?<!\w)(?:hồi|vào|từ|đến|tới|trước|sau|kể từ|hết|so với|trong|dịp|khoảng)\s$"
)


def _bare_edge(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``cuối năm`` and ``đầu tháng`` where a preposition makes them a time."""
    start, end = found.span()
    if not PERIOD_BEFORE.search(scene.before(start)) or scene.anchor is None:
        return None
    anchor, edge = scene.anchor, _edge(found)
    if found["unit"] == "năm":
        return Reading(start, end, Partial(anchor.year), True, edge)
    if found["unit"] == "tháng":
        value = anchor.month and calendar.spell(anchor.year, anchor.month)
        return Reading(start, end, Fixed(value or None, "month"), True, edge)
    if edge == "END":
        return Reading(
            start, end, Fixed(calendar.spell_weekend(anchor.known_day), "interval"), True
        )
    return Reading(start, end, Fixed(calendar.spell_week(anchor.known_day), "week"), True, edge)


def _near_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    if _is_counted(scene, found.start()):
        return None
    year = Partial(scene.year(shift_of(found["ys"])))
    return Reading(found.start(), found.end(), year, True, _edge(found))


def _named_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    start, end = found.span()
    if found["bc"]:
        year = int(found["b"])
        value = f"-{year - 1:04}" if year > 1 else "0000"
        return Reading(start, end, Fixed(value, "year"))
    year = int(found["y"])
    if len(found["y"]) < 4 and _is_counted(scene, start):
        return None
    if COUNT_AFTER.match(scene.lower, end):
        return None
    if found["yl"]:
        last = int(found["yl"])
        when = Interval(Partial(year), Partial(last))
        return Reading(start, end, when) if last > year else None
    return Reading(start, end, Partial(year), mod=_edge(found))


def _quarter(scene: Scene, found: re.Match[str]) -> Reading | None:
    number = found["q"]
    quarter = calendar.roman(number) or int(number)
    year, relative, _lean = _year(scene, found)
    if year is None and scene.anchor:
        year = calendar.nearest_year(scene.anchor, quarter * 3 - 1, None, None)
    value = calendar.spell_months(year, quarter * 3 - 2, quarter * 3) if year else None
    return Reading(found.start(), found.end(), Fixed(value, "interval"), relative, _edge(found))


def _half(scene: Scene, found: re.Match[str]) -> Reading | None:
    year = int(found["y"]) if found["y"] else scene.year()
    if found["ys"] and year:
        year += shift_of(found["ys"])
    months = int(found["n"] or 6)
    first, last = (13 - months, 12) if found["side"] == "cuối" else (1, months)
    value = calendar.spell_months(year, first, last) if year and 1 <= months <= 11 else None
    return Reading(found.start(), found.end(), Fixed(value, "interval"), not found["y"])


def _season(scene: Scene, found: re.Match[str]) -> Reading | None:
    year = int(found["y"]) if found["y"] else scene.year()
    if found["ys"] and year:
        year += shift_of(found["ys"].removeprefix("năm "))
    first = SEASONS[found["season"]]
    value = calendar.spell_months(year, first, first + 2) if year else None
    return Reading(found.start(), found.end(), Fixed(value, "interval"), not found["y"])


def _decade(_scene: Scene, found: re.Match[str]) -> Reading | None:
    digits = found["decade"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    when = Interval(Partial(year), Partial(year + 9))
    return Reading(found.start(), found.end(), when, mod=_edge(found))


def _century(_scene: Scene, found: re.Match[str]) -> Reading | None:
    number = calendar.roman(found["c"]) or int(found["c"])
    when = Interval(Partial(number * 100 - 99), Partial(number * 100))
    return Reading(found.start(), found.end(), when, mod=_edge(found))


def _lunar_day(_scene: Scene, found: re.Match[str]) -> Reading:
    return Reading(found.start(), found.end(), Fixed(None, "day"))


NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
           "chín": 9, "mười": 10}  # fmt: skip


def _ago(scene: Scene, found: re.Match[str]) -> Reading:
    number = found["n"]
    count = NUMBERS[number] if number in NUMBERS else int(number)
    grain = GRAINS[found["unit"]]
    when = calendar.count_back(scene.anchor, grain, count)
    return Reading(found.start(), found.end(), Fixed(when, grain), True)


GRAINS: dict[str, Grain] = {"ngày": "day", "tuần": "week", "tháng": "month", "năm": "year"}

PARTS = "rạng tờ sáng trưa chiều tối đêm khuya nửa đầu cuối"
EDGE_WORDS = "nửa đầu giữa cuối thượng trung hạ"
ONE_TO_TEN = "(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
AT_EDGE = rf"(?:{EDGE} )?"
AT_PART = rf"(?:{PART} )?"

RULES: tuple[Rule, ...] = (
    rule(
        f"{PARTS} hôm ngày thứ chủ",
        rf"(?:(?P<part>{PART}) )?(?:(?:(?P<hom>hôm)|ngày) )?{WEEKDAY}(?:"
        rf" (?:của )?tuần (?P<week>{SHIFT})| (?P<dir>{COMING}|{GONE}|này|rồi)|"
        rf",? (?:ngày )?(?:{FIRST})?{NUMERIC})?",
        _weekday,
    ),
    rule(
        f"{PARTS} hôm ngày mùng mồng",
        rf"{AT_PART}(?:ngày |hôm )?(?:mùng |mồng )?(?:{FIRST})?{NUMERIC}",
        _calendar_day,
    ),
    rule(
        f"{PARTS} hôm ngày",
        rf"{AT_PART}(?:(?P<word>ngày|hôm) )?(?P<d>{DAY})(?: tháng (?P<shift>{SHIFT}))?",
        _bare_day,
    ),
    rule(f"{PARTS} hôm ngày", rf"{AT_PART}(?:ngày )?hôm (?P<near>qua|kia|kìa|nay)", _near_day),
    rule(PARTS, rf"{PART} (?:ngày )?(?P<near>nay|qua|mai)", _near_day),
    rule("ngày bữa", r"(?:ngày|bữa) (?P<near>mai|nay|qua)", _near_day),
    rule(
        f"{PARTS} cùng ngày hôm",
        rf"(?:{AT_PART}cùng ngày(?! (?:sinh|tháng|cùng|\d))|"
        rf"{AT_PART}(?:ngày )?hôm (?P<echo>sau|đó|ấy)|ngày hôm (?P<echo2>trước))",
        _echoed_day,
    ),
    rule(f"{EDGE_WORDS} tuần", rf"{AT_EDGE}tuần (?P<shift>{SHIFT})", _week),
    rule(f"{EDGE_WORDS} tháng", rf"{AT_EDGE}tháng (?P<shift>{SHIFT})", _near_month),
    rule(
        f"{EDGE_WORDS} tháng",
        rf"{AT_EDGE}tháng (?:(?P<m1>{MONTH}){DASH}(?:tháng )?)?(?P<mw>{MONTH}|{MONTH_WORD}){TAIL}",
        _named_month,
    ),
    rule(
        ("nửa", *DAYS),
        rf"(?:nửa|(?P<n>[1-9]|1[01]) tháng) (?P<side>đầu|cuối) (?:của )?năm"
        rf"(?: (?:(?P<y>{YEAR})|(?P<ys>{YEAR_SHIFT})))?",
        _half,
    ),
    rule(f"{EDGE_WORDS} năm", rf"{AT_EDGE}năm (?P<ys>{YEAR_SHIFT})", _near_year),
    rule(
        f"{EDGE_WORDS} năm",
        rf"{AT_EDGE}năm (?:(?P<b>\d{{1,4}}) (?P<bc>trước công nguyên|tcn)|"
        rf"(?P<y>{YEAR}|\d{{3}})(?:{DASH}(?:năm )?(?P<yl>{YEAR}))?)",
        _named_year,
    ),
    rule(
        EDGE_WORDS,
        rf"{EDGE} (?P<unit>năm|tháng|tuần)(?:{STOP}|(?= (?:đến|tới) (?:nay|giờ)))",
        _bare_edge,
    ),
    rule(
        f"{EDGE_WORDS} quý quí",
        rf"{AT_EDGE}qu[ýí] (?P<q>iv|i{{1,3}}|[1-4]){TAIL}",
        _quarter,
    ),
    rule(
        "mùa",
        rf"mùa (?P<season>xuân|hè|hạ|thu|đông) (?:(?:năm )?(?P<y>{YEAR})|"
        rf"(?P<ys>này|năm {YEAR_SHIFT}))",
        _season,
    ),
    rule(
        f"{EDGE_WORDS} những thập",
        rf"{AT_EDGE}(?:những năm|thập niên|thập k[ỷỉ])(?: những năm)? "
        r"(?P<decade>(?:1\d|20)\d0|[1-9]0)",
        _decade,
    ),
    rule(
        f"{EDGE_WORDS} thế",
        rf"{AT_EDGE}thế k[ỷỉ] (?:thứ )?(?P<c>[ivx]{{1,5}}|\d{{1,2}})",
        _century,
    ),
    rule(
        f"{PARTS} ngày mùng mồng rằm",
        rf"{AT_PART}(?:ngày )?(?:(?:mùng|mồng) (?:\d{{1,2}}|{ONE_TO_TEN})|rằm)"
        rf"(?: (?:tết|tháng (?:{MONTH_WORD}|{MONTH})))?(?: âm lịch)?",
        _lunar_day,
    ),
    rule(
        (*PARTS.split(), "ngày", *DAYS),
        rf"{AT_PART}(?:ngày )?(?:[1-9]|2[3-9]|30) tết",
        _lunar_day,
    ),
    rule(
        "cách",
        rf"cách đây (?:khoảng |hơn |gần |đúng )?(?P<n>\d{{1,3}}|{ONE_TO_TEN}) "
        r"(?P<unit>ngày|tuần|tháng|năm)",
        _ago,
    ),
    rule(
        (*DAYS, *NUMBERS),
        rf"(?P<n>\d{{1,2}}|{ONE_TO_TEN}) (?P<unit>ngày|tuần|tháng|năm) trước{STOP}",
        _ago,
    ),
)
