"""The Vietnamese words that dates are made of, and what stands beside them.

The patterns are pieces of rules (see ``grammar``): lower case, a space for a gap.
"""

import re

from reader.entities.dates.calendar import Lean
from reader.entities.dates.grammar import YEAR, Scene
from reader.entities.dates.readings import Grain, Mod, Partial

MONTHS = {"giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7,
          "bẩy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
          "chạp": 12}  # fmt: skip
WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
EDGES: dict[str, Mod] = {"đầu": "START", "nửa đầu": "START", "thượng tuần": "START",
                         "giữa": "MID", "trung tuần": "MID",
                         "cuối": "END", "nửa cuối": "END", "hạ tuần": "END"}  # fmt: skip
SHIFTS = {"này": 0, "nay": 0, "trước": -1, "ngoái": -1, "qua": -1, "rồi": -1, "vừa qua": -1,
          "vừa rồi": -1, "kia": -2, "tới": 1, "sau": 1, "tới đây": 1, "sắp tới": 1}  # fmt: skip
NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
           "chín": 9, "mười": 10}  # fmt: skip
GRAINS: dict[str, Grain] = {"ngày": "day", "tuần": "week", "tháng": "month", "năm": "year"}

PARTS = "rạng tờ sáng trưa chiều tối đêm khuya nửa đầu cuối"
"""The words that a part of the day may begin with."""
EDGE_WORDS = "nửa đầu giữa cuối thượng trung hạ"
"""The words that a part of a longer period may begin with."""

PART = (
    r"(?:rạng(?: sáng)?|tờ mờ sáng|đầu giờ (?:sáng|chiều)|cuối giờ (?:sáng|chiều)|nửa đêm|"
    r"(?:sáng|trưa|chiều|tối|đêm|khuya)(?: (?:sớm|muộn|khuya|tối))?)"
)
AT_PART = rf"(?:{PART} )?"
EDGE = r"(?P<edge>nửa đầu|nửa cuối|đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)"
AT_EDGE = rf"(?:{EDGE} )?"
MONTH_WORD = r"(?:giêng|mười một|mười hai|mười|một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|chạp)(?!\w)"
WEEKDAY = r"(?:thứ (?P<wd>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<sunday>chủ nhật))(?!\w)"
ONE_TO_TEN = rf"(?:{'|'.join(NUMBERS)})"

STOP = (
    r"(?=\s*(?:[,.;:)!?…\"”\]-]|$|\n|(?:tại|ở|và|sẽ|nhằm|để|với|trong|là|do|theo|của|cho|khi|giữa|"
    r"đã|vẫn|bởi|sau|trước|nhưng|mà|nếu|vì|thì|cùng|được|bị|đến|từ)(?!\w)))"
)
"""What follows words that are complete. ``ngày 8/9 tới tại Seoul`` tells of the coming 8/9, while
in ``ngày 8/9 tới Seoul`` somebody arrives; ``cuối năm học`` is not the end of a year."""

COMING = rf"(?:sắp tới|tới đây|tới{STOP})"
GONE = r"(?:vừa qua|vừa rồi|mới đây|qua(?! (?:lại|đi|các)))"
_NEXT = r"(?:sắp tới|tới đây|tới(?! (?:nay|giờ|khi|ngày|tháng|năm|cuối|đầu|hết|hôm|lúc|tận|\d)))"
_LAST = r"(?:vừa qua|vừa rồi|qua(?! (?:đi|lại)))"
_BESIDE = r"(?:trước|sau)(?! (?:đó|khi|ngày|năm|tết|nữa|này|công))"
SHIFT = rf"(?:này|rồi|{_NEXT}|{_LAST}|{_BESIDE})(?!\w)"
YEAR_SHIFT = rf"(?:ngoái|nay|kia|{_NEXT}|{_LAST}|{_BESIDE})(?!\w)"

UNITS = (
    r"(?:người|đồng|tỷ|tỉ|triệu|nghìn|ngàn|trăm|usd|ca|xe|km|mét|m|m2|m²|m3|tấn|kg|hộ|căn|chiếc|"
    r"ha|lượt|vụ|lần|giờ|phút|giây|tiếng|ngày|tuần|tháng|tuổi|điểm|bàn|trận|con|cái|bữa|cuộc|phần|"
    r"trường|suất|cổ phiếu|học sinh|sinh viên|lao động|doanh nghiệp|hành khách|khách|độ|đô la)"
)
COUNT_AFTER = re.compile(rf"\s{UNITS}(?!\w)")
"""A thing counted after a number, so that ``tháng 2 lần`` and ``năm 2000 người`` are no dates."""

TAIL = (
    rf"(?: năm (?:(?P<y2>{YEAR})|(?P<ys>{YEAR_SHIFT}))|"
    rf"(?:,? |\s?[/.-]\s?)(?P<y3>{YEAR})(?! {UNITS})|"
    rf" (?P<lean>{GONE}|{COMING}|này)(?!\w)| (?P<same>cùng năm))?"
)
"""The year after a day, month or quarter: ``năm 2023``, ``/2023``, ``năm ngoái``, ``vừa qua``."""

COUNTED = re.compile(
    r"(?:\d|(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|chục|trăm|nghìn|vài|nhiều|mấy|"
    r"những|các|mỗi|mọi|hàng|hằng|từng|dăm|suốt|nửa|rưỡi|bao))\s$"
)
"""What makes ``tháng tới`` or ``năm trước`` a length of time: ``ba tháng tới``."""

LUNAR = re.compile(
    r"\s(?:\(?(?:âm lịch|al)(?!\w)\)?|tết(?!\w)|"
    r"năm (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) \w+)"
)
"""What says that the day or month before it is of the lunar calendar, which has no value here."""

LOOK_BACK = 50
"""Readings looked at for the year that ``cùng năm`` means. Without a bound a text of nothing
but such words would take quadratic time."""


def month_number(words: str) -> int:
    """Read a month said in digits or by its word."""
    words = " ".join(words.split())
    return MONTHS[words] if words in MONTHS else int(words)


def shift_of(words: str) -> int:
    """Read how far away ``tới``, ``vừa qua`` and the like point, in units."""
    return SHIFTS[" ".join(words.split())]


def number(words: str) -> int:
    """Read a number said in digits or by its word."""
    return NUMBERS[words] if words in NUMBERS else int(words)


def is_counted(scene: Scene, start: int) -> bool:
    """Tell whether a number or quantity stands before ``start``."""
    return COUNTED.search(scene.before(start)) is not None


def edge(found: re.Match[str]) -> Mod | None:
    """Read which part of the period is meant."""
    words = found["edge"]
    return EDGES[" ".join(words.split())] if words else None


def year_of(scene: Scene, found: re.Match[str]) -> tuple[int | None, bool, Lean]:
    """Read a ``TAIL``: the year, whether it is relative, and which way the words lean."""
    if said := found["y2"] or found["y3"]:
        return int(said), False, None
    if found["ys"]:
        return scene.year(shift_of(found["ys"])), True, None
    if found["same"]:
        return _year_said_last(scene), True, None
    if not found["lean"]:
        return None, False, None
    if found["lean"] == "này":
        return scene.year(), True, None
    return None, True, "ahead" if "tới" in found["lean"] else "gone"


def _year_said_last(scene: Scene) -> int | None:
    for reading in reversed(scene.readings[-LOOK_BACK:]):
        if isinstance(reading.when, Partial) and reading.when.year:
            return reading.when.year
    return scene.year()
