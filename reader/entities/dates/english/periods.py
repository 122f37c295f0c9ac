"""English weeks, months, quarters, years and longer: ``last week``, ``in May``, ``the 1960s``."""

import re

from reader.entities.dates import calendar, tense
from reader.entities.dates.english import words
from reader.entities.dates.english.days import JOIN
from reader.entities.dates.english.words import AT_EDGE, DIRECTION, EDGE_WORDS, MONTH, SAID_YEAR
from reader.entities.dates.grammar import DAYS, YEAR, YEARS, Rule, Scene, rule
from reader.entities.dates.readings import Fixed, Grain, Interval, Partial, Reading

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
GRAINS: dict[str, Grain] = {"day": "day", "week": "week", "month": "month", "year": "year"}
ORDINALS = ("first", "second", "third", "fourth")
CENTURIES = {"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
             "nineteenth": 19, "twentieth": 20, "twenty-first": 21}  # fmt: skip

IN_BEFORE = re.compile(
    r"(?<!\w)(?:in|since|until|till|through|during|throughout|between|early|late|mid)[\s-]$"
)
LED_BEFORE = re.compile(r"(?<!\w)(?:by|of|before|after|from|for|to|as of|around)\s$")
WEEKEND_LED = re.compile(r"(?<!\w)(?:over|at|on|during|throughout|through|of|by)\s$")
PAIRED = re.compile(rf"\s(?:and|or|to|through|until)\s{MONTH}")
MONEY = re.compile(
    r"%|percent|per cent|profit|revenue|sales|earnings|gdp|growth|econom|billion|million|results"
)
MONEY_REACH = 120
"""Characters around a bare "third quarter" in which business must be talked of, not sport."""


def _month_alone(scene: Scene, found: re.Match[str]) -> Reading | None:
    name = found["m"]
    capital = scene.is_capital(found.start("m"))
    if not capital and (name in words.AMBIGUOUS or name.rstrip(".") in words.SHORT_MONTHS):
        return None
    year, relative = words.year_of(scene, found)
    sure = year or relative or found["dir"] or found["edge"] or found["m1"]
    if not sure and not _is_month(scene, found, name):
        return None
    if found["dir"]:
        year = words.directed_year(scene, found["dir"], words.month_number(name))
        relative = True
    month = Partial(year, words.month_number(name))
    if found["m1"]:
        first = Partial(None, words.month_number(found["m1"])).borrow(month)
        return Reading.of(found, Interval(first, month), relative)
    return Reading.of(found, month, relative, words.edge(found))


def _is_month(scene: Scene, found: re.Match[str], name: str) -> bool:
    """Tell the month from the name and the verb: ``in May``, not ``Theresa May``, ``March on``."""
    before = scene.before(found.start())
    if IN_BEFORE.search(before):
        return True
    if name.rstrip(".") in words.SHORT_MONTHS and name != "may":
        return False
    if scene.lower.startswith(" ", found.end()) and scene.is_capital(found.end() + 1):
        return False
    if name not in words.AMBIGUOUS or PAIRED.match(scene.lower, found.end()):
        return True
    led = LED_BEFORE.search(before) or JOIN.fullmatch(scene.gap_to_last(found.start()) or "")
    return led is not None and not scene.has_person(name.title())


def _near_period(scene: Scene, found: re.Match[str]) -> Reading | None:
    unit, direction = found["unit"], " ".join((found["dir"] or "").split())
    if not direction and not (found["edge"] or "").endswith("of"):
        return None
    shift, mod = words.SHIFTS[direction or "this"], words.edge(found)
    if unit == "year":
        return Reading.of(found, Partial(scene.year(shift)), True, mod)
    if unit == "month":
        value = calendar.spell_near_month(scene.anchor, shift)
        return Reading.of(found, Fixed(value, "month"), True, mod)
    day = calendar.shift_days(scene.today, 7 * shift)
    if unit == "weekend":
        return Reading.of(found, Fixed(calendar.spell_weekend(day), "interval"), True, mod)
    return Reading.of(found, Fixed(calendar.spell_week(day), "week"), True, mod)


def _weekend(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``over the weekend``: the one just over, from Friday on or if to come this week's."""
    if not WEEKEND_LED.search(scene.before(found.start())):
        return None
    day = scene.today
    ahead = tense.lean(scene.lower, *found.span()) == "future"
    if day and day.weekday() < 4 and not ahead:
        day = calendar.shift_days(day, -7)
    return Reading.of(found, Fixed(calendar.spell_weekend(day), "interval"), True)


def _edged_year(_scene: Scene, found: re.Match[str]) -> Reading:
    return Reading.of(found, Partial(int(found["y"])), mod=words.edge(found))


def _decade(_scene: Scene, found: re.Match[str]) -> Reading:
    digits = found["decade"]
    year = words.number(digits) + (0 if len(digits) == 4 else 1900)
    return Reading.of(found, Interval(Partial(year), Partial(year + 9)), mod=words.edge(found))


def _century(_scene: Scene, found: re.Match[str]) -> Reading:
    name = found["c"]
    last = 100 * (CENTURIES[name] if name in CENTURIES else words.number(name))
    if found["bc"]:
        return Reading.of(found, Fixed(f"-{last - 1:04}/-{last - 100:04}", "interval"))
    return Reading.of(found, Interval(Partial(last - 99), Partial(last)), mod=words.edge(found))


def _part_of_year(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read ``Q3 2024``, ``the third quarter``, ``the first half of 2024``."""
    number = int(found["q"] or found["h"] or ORDINALS.index(found["nth"]) + 1)
    months = 6 if found["h"] or found["unit"] == "half" else 3
    last = number * months
    year, relative = words.year_of(scene, found)
    dated = year or relative or found["of"]
    if last > 12 or not (dated or (months == 3 and _is_about_money(scene, found))):
        return None
    if year is None and scene.anchor:
        near = calendar.nearest_year(scene.anchor, last - months // 2, None, None)
        year = scene.anchor.year if found["of"] else near
    value = calendar.spell_months(year, last - months + 1, last) if year else None
    return Reading.of(found, Fixed(value, "interval"), relative or bool(found["of"]))


def _is_about_money(scene: Scene, found: re.Match[str]) -> bool:
    start, end = max(0, found.start() - MONEY_REACH), found.end() + MONEY_REACH
    return bool(found["q"]) or MONEY.search(scene.lower, start, end) is not None


def _season(scene: Scene, found: re.Match[str]) -> Reading:
    first = SEASONS[found["season"] or found["season2"]]
    if found["y"]:
        year: int | None = int(found["y"])
    else:
        year = words.directed_year(scene, found["dir"], first)
    value = calendar.spell_months(year, first, first + 2) if year else None
    return Reading.of(found, Fixed(value, "interval"), not found["y"], words.edge(found))


def _ago(scene: Scene, found: re.Match[str]) -> Reading:
    count = words.COUNTS.get(found["n"]) or int(found["n"])
    grain = GRAINS[found["unit"]]
    return Reading.of(found, Fixed(calendar.count_back(scene.anchor, grain, count), grain), True)


_SEASON = f"(?:{'|'.join(SEASONS)})"

RULES: tuple[Rule, ...] = (
    rule(
        (*words.MONTH_WORDS, *EDGE_WORDS, "last", "next", "this"),
        rf"{AT_EDGE}(?:{DIRECTION} )?(?:(?P<m1>{MONTH})\s?[-–]\s?)?(?P<m>{MONTH}){SAID_YEAR}",
        _month_alone,
    ),
    rule(
        (*EDGE_WORDS, "this", "last", "next"),
        rf"{AT_EDGE}(?:{DIRECTION} )?(?P<unit>weekend|week|month|year)",
        _near_period,
    ),
    rule("the", r"the weekend", _weekend),
    rule(
        (*EDGE_WORDS, *YEARS),
        rf"(?:the )?{AT_EDGE}(?P<decade>(?:1\d|20)\d0|(?:['’‘])?[2-9]0)s",
        _decade,
    ),
    rule(EDGE_WORDS, rf"(?:the )?{words.EDGE}(?: |-)(?P<y>{YEAR})", _edged_year),
    rule(
        (*EDGE_WORDS, *CENTURIES, *DAYS, "twenty"),
        rf"(?:the )?{AT_EDGE}(?P<c>[1-9]\d?(?:st|nd|rd|th)|{'|'.join(CENTURIES)})(?: |-)century"
        r"(?: (?P<bc>bc))?",
        _century,
    ),
    rule(
        ("the", *ORDINALS, "q", "h"),
        r"(?:(?:q(?P<q>[1-4])|h(?P<h>[12]))|"
        rf"(?:the )?(?P<nth>{'|'.join(ORDINALS)})(?: |-)(?P<unit>quarter|half))"
        rf"(?:/?(?P<of> of the year)|{SAID_YEAR})",
        _part_of_year,
    ),
    rule(
        (*SEASONS, *EDGE_WORDS, "last", "next", "this"),
        rf"(?:the )?{AT_EDGE}(?:{DIRECTION} (?P<season>{_SEASON})|"
        rf"(?P<season2>{_SEASON}) (?:of )?(?P<y>{YEAR}))",
        _season,
    ),
    rule(
        (*words.COUNTS, *DAYS), rf"(?P<n>{words.COUNT}) (?P<unit>day|week|month|year)s? ago", _ago
    ),
)
