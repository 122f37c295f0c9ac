"""Vietnamese weeks, months, quarters, years and longer: ``đầu tháng 8``, ``quý III/2024``."""

import re

from reader.entities.dates import calendar
from reader.entities.dates.grammar import DASH, DAYS, MONTH, YEAR, Rule, Scene, rule
from reader.entities.dates.readings import Echo, Fixed, Interval, Mod, Partial, Reading
from reader.entities.dates.vietnamese import words
from reader.entities.dates.vietnamese.words import (
    AT_EDGE,
    EDGE,
    EDGE_WORDS,
    MONTH_WORD,
    ONE_TO_TEN,
    SHIFT,
    STOP,
    YEAR_SHIFT,
)

SEASONS = {"xuân": 3, "hè": 6, "hạ": 6, "thu": 9, "đông": 12}
PERIOD_LED = re.compile(
    r"(?<!\w)(?:hồi|vào|từ|đến|tới|trước|sau|kể từ|hết|so với|trong|dịp|khoảng)\s$"
)
MONTH_LED = re.compile(r"(?:hồi|vào|trong)\s$")


def _week(scene: Scene, found: re.Match[str]) -> Reading | None:
    if words.is_counted(scene, found.start()):
        return None
    day = calendar.shift_days(scene.today, 7 * words.shift_of(found["shift"]))
    edge = words.edge(found)
    if edge == "END":
        return Reading.of(found, Fixed(calendar.spell_weekend(day), "interval"), True)
    return Reading.of(found, Fixed(calendar.spell_week(day), "week"), True, edge)


def _near_month(scene: Scene, found: re.Match[str]) -> Reading | None:
    if words.is_counted(scene, found.start()):
        return None
    value = calendar.spell_near_month(scene.anchor, words.shift_of(found["shift"]))
    return Reading.of(found, Fixed(value, "month"), True, words.edge(found))


def _named_month(scene: Scene, found: re.Match[str]) -> Reading | None:
    year, relative, lean = words.year_of(scene, found)
    if not (year or relative) and words.COUNT_AFTER.match(scene.lower, found.end()):
        return None
    name = " ".join(found["mw"].split())
    if not _is_month(scene, found, name):
        return None
    month = Partial(year, words.month_number(name))
    if found["m1"]:
        first = Partial(None, int(found["m1"])).borrow(month)
        return Reading.of(found, Interval(first, month), relative, lean=lean)
    if words.LUNAR.match(scene.lower, found.end()) or (name == "chạp" and (relative or not year)):
        return Reading.of(found, Fixed(None, "month"))
    return Reading.of(found, month, relative, words.edge(found), lean)


def _is_month(scene: Scene, found: re.Match[str], name: str) -> bool:
    """Tell ``tháng Năm`` from ``ngày tháng năm sinh`` and ``hai tháng hai lần``."""
    if name[0].isdigit() or scene.is_capital(found.start("mw")):
        return True
    if words.is_counted(scene, found.start()):
        return False
    return name != "năm" or MONTH_LED.search(scene.before(found.start())) is not None


def _listed_month(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read the ``8`` of ``tháng 7 và 8``."""
    gap = scene.gap_to_last(found.start())
    last = scene.readings[-1].when if scene.readings else None
    if gap not in (", ", " và ", " đến ", " tới ") or not isinstance(last, Partial):
        return None
    return Reading.of(found, Partial(last.year, int(found["m"]))) if last.grain == "month" else None


def _bare_edge(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``cuối năm`` and ``đầu tháng`` where a preposition makes them a time."""
    if not PERIOD_LED.search(scene.before(found.start())) or scene.anchor is None:
        return None
    edge, unit = words.edge(found), found["unit"]
    if unit == "năm":
        return Reading.of(found, Partial(scene.year()), True, edge)
    if unit == "tháng":
        value = calendar.spell_near_month(scene.anchor, 0)
        return Reading.of(found, Fixed(value, "month"), True, edge)
    if edge == "END":
        return Reading.of(found, Fixed(calendar.spell_weekend(scene.today), "interval"), True)
    return Reading.of(found, Fixed(calendar.spell_week(scene.today), "week"), True, edge)


def _echoed_period(_scene: Scene, found: re.Match[str]) -> Reading:
    return Reading.of(found, Echo("month" if "tháng" in found[0] else "year"), True)


def _near_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    if words.is_counted(scene, found.start()):
        return None
    when = Partial(scene.year(words.shift_of(found["ys"])))
    return Reading.of(found, when, True, words.edge(found))


def _named_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    if found["bc"]:
        return Reading.of(found, Fixed(f"{'-' if found['b'] != '1' else ''}"
                                       f"{int(found['b']) - 1:04}", "year"))  # fmt: skip
    if LENGTH_BEFORE.search(scene.before(found.start())):
        return None
    if words.COUNT_AFTER.match(scene.lower, found.end()):
        return None
    first = Partial(int(found["y"]))
    if found["yl"]:
        last = Partial(int(found["yl"]))
        return Reading.of(found, Interval(first, last)) if first.is_before(last) else None
    return Reading.of(found, first, mod=words.edge(found))


def _edged_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``đầu 2027``; ``giữa 2000 người`` is a crowd."""
    if words.COUNT_AFTER.match(scene.lower, found.end()):
        return None
    between = found["edge"] == "giữa" and scene.lower.startswith(" và ", found.end())
    return None if between else Reading.of(found, Partial(int(found["y"])), mod=words.edge(found))


LENGTH_BEFORE = re.compile(rf"(?:\d|(?<!\w){ONE_TO_TEN})\s$")
"""A number of years: the period of ``kế hoạch 5 năm 2021-2025`` begins after ``năm``."""


def _quarter(scene: Scene, found: re.Match[str]) -> Reading | None:
    quarter = calendar.roman(found["q"]) or int(found["q"])
    year, relative, _lean = words.year_of(scene, found)
    if year is None and scene.anchor:
        year = calendar.nearest_year(scene.anchor, quarter * 3 - 1, None, None)
    value = calendar.spell_months(year, quarter * 3 - 2, quarter * 3) if year else None
    return Reading.of(found, Fixed(value, "interval"), relative, words.edge(found))


def _part_of_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``nửa đầu năm 2024`` and ``9 tháng đầu năm``."""
    months, year = words.number(found["n"] or "6"), _said_or_near_year(scene, found)
    first, last = (13 - months, 12) if found["side"] == "cuối" else (1, months)
    value = calendar.spell_months(year, first, last) if year else None
    return Reading.of(found, Fixed(value, "interval"), not found["y"])


def _season(scene: Scene, found: re.Match[str]) -> Reading | None:
    year, first = _said_or_near_year(scene, found), SEASONS[found["season"]]
    value = calendar.spell_months(year, first, first + 2) if year else None
    return Reading.of(found, Fixed(value, "interval"), not found["y"])


def _said_or_near_year(scene: Scene, found: re.Match[str]) -> int | None:
    if found["y"]:
        return int(found["y"])
    return scene.year(words.shift_of(found["ys"]) if found["ys"] else 0)


def _decade(_scene: Scene, found: re.Match[str]) -> Reading | None:
    year = int(found["decade"]) + (1900 if len(found["decade"]) == 2 else 0)
    return Reading.of(found, Interval(Partial(year), Partial(year + 9)), mod=words.edge(found))


def _century(_scene: Scene, found: re.Match[str]) -> Reading | None:
    last = (calendar.roman(found["c"]) or int(found["c"])) * 100
    return Reading.of(found, Interval(Partial(last - 99), Partial(last)), mod=words.edge(found))


def _ago(scene: Scene, found: re.Match[str]) -> Reading:
    grain = words.GRAINS[found["unit"]]
    value = calendar.count_back(scene.anchor, grain, words.number(found["n"]))
    about: Mod | None = "APPROX" if found["about"] else None
    return Reading.of(found, Fixed(value, grain), True, about)


RULES: tuple[Rule, ...] = (
    rule(f"{EDGE_WORDS} tuần", rf"{AT_EDGE}tuần (?P<shift>{SHIFT})", _week),
    rule(f"{EDGE_WORDS} tháng", rf"{AT_EDGE}tháng (?P<shift>{SHIFT})", _near_month),
    rule(
        f"{EDGE_WORDS} tháng",
        rf"{AT_EDGE}tháng (?:(?P<m1>{MONTH}){DASH}(?:tháng )?)?"
        rf"(?P<mw>{MONTH}|{MONTH_WORD}){words.TAIL}",
        _named_month,
    ),
    rule(DAYS, rf"(?P<m>{MONTH}){STOP}", _listed_month),
    rule("tháng năm", rf"(?:tháng|năm) (?:đó|ấy){STOP}", _echoed_period),
    rule("cùng", r"cùng (?:tháng|năm)(?=[,.;)]|$)", _echoed_period),
    rule(
        ("nửa", *DAYS, *words.NUMBERS),
        rf"(?:nửa|(?P<n>[1-9]|1[01]|{ONE_TO_TEN}) tháng) (?P<side>đầu|cuối) (?:của )?năm"
        rf"(?: (?:(?P<y>{YEAR})|(?P<ys>{YEAR_SHIFT})))?",
        _part_of_year,
    ),
    rule(f"{EDGE_WORDS} năm", rf"{AT_EDGE}năm (?P<ys>{YEAR_SHIFT})", _near_year),
    rule(
        f"{EDGE_WORDS} năm",
        rf"{AT_EDGE}năm (?:(?P<b>[1-9]\d{{0,3}}) (?P<bc>trước công nguyên|tcn)|"
        rf"(?P<y>{YEAR}|[1-9]\d\d)(?:{DASH}(?:năm )?(?P<yl>{YEAR}))?)",
        _named_year,
    ),
    rule(EDGE_WORDS, rf"{EDGE} (?P<y>{YEAR})", _edged_year),
    rule(
        EDGE_WORDS,
        rf"{EDGE} (?P<unit>năm|tháng|tuần)(?:{STOP}|(?= (?:đến|tới) (?:nay|giờ)))",
        _bare_edge,
    ),
    rule(
        f"{EDGE_WORDS} quý quí",
        rf"{AT_EDGE}qu[ýí] (?P<q>iv|i{{1,3}}|[1-4]){words.TAIL}",
        _quarter,
    ),
    rule(
        "mùa",
        rf"mùa (?P<season>xuân|hè|hạ|thu|đông) (?:(?:năm )?(?P<y>{YEAR})|này|"
        rf"năm (?P<ys>{YEAR_SHIFT}))",
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
        rf"{AT_EDGE}thế k[ỷỉ] (?:thứ )?(?P<c>[ivx]{{1,5}}|[1-9]\d?)",
        _century,
    ),
    rule(
        "cách",
        rf"cách đây (?:đúng )?(?P<about>(?:khoảng|hơn|gần|chừng) )?(?P<n>\d{{1,3}}|{ONE_TO_TEN}) "
        r"(?P<unit>ngày|tuần|tháng|năm)",
        _ago,
    ),
    rule(
        (*DAYS, *words.NUMBERS),
        rf"(?P<about>(?!))?(?P<n>\d{{1,2}}|{ONE_TO_TEN}) (?P<unit>ngày|tuần|tháng|năm) trước"
        rf"(?! (?:đó|khi)){STOP}",
        _ago,
    ),
)
