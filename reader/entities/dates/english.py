"""How English says dates: ``May 8, 2023``, ``last Monday``, ``the late 1990s``, ``early 2023``."""

import re
from datetime import date

from reader.entities.dates import calendar, tense
from reader.entities.dates.grammar import DASH, DAYS, YEAR, YEARS, Rule, Scene, rule
from reader.entities.dates.readings import Echo, Fixed, Grain, Interval, Mod, Partial, Reading

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
AMBIGUOUS = ("march", "may", "april", "june", "august")
"""Months that are also words or names, so that they need a preposition or a number."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
EDGES: dict[str, Mod | None] = {
    "early": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID",
    "late": "END", "end": "END", "earlier": None, "later": None}  # fmt: skip
SHIFTS = {"this": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "the": 0,
          "this past": -1, "this coming": 1}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
          "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip
ORDINALS = ("first", "second", "third", "fourth")
CENTURIES = {"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
             "nineteenth": 19, "twentieth": 20, "twenty-first": 21}  # fmt: skip
HOLIDAYS = {"new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25),
            "christmas eve": (12, 24), "boxing day": (12, 26), "valentine's day": (2, 14),
            "halloween": (10, 31)}  # fmt: skip

MONTH = rf"(?:(?:{'|'.join(MONTHS)})(?!\w)|(?:{'|'.join((*SHORT_MONTHS, 'sept'))})(?:\.|(?!\w)))"
WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)})(?!\w)|(?:{'|'.join(SHORT_WEEKDAYS)})\.?(?=,? \w))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d\w]|[.,:]\d{2})"
EDGE = (
    r"(?P<edge>early|late|mid|earlier|later|(?:the )?(?:very )?(?:end|start|beginning|middle) of)"
    r"(?: in| on)?(?: the)?"
)
PART = r"(?:morning|afternoon|evening|night|midday|noon)"
SAID_YEAR = rf"(?:,? (?:of )?(?P<y>{YEAR})|,? (?:of )?(?P<ry>last|this|next) year)?"
COUNT = rf"(?:\d{{1,3}}|{'|'.join(COUNTS)})"
STOP = r"(?=\s*(?:[,.;:)!?…\"”’\]]|$|\n)|\s(?:in|at|for|to|of|and|with|when|as|by|but|the|after)\s)"


def _month(words: str) -> int:
    return SHORT_MONTHS[words[:3]]


def _span(found: re.Match[str], when: Partial | Interval | Fixed | Echo, **more: object) -> Reading:
    return Reading(found.start(), found.end(), when, **more)  # type: ignore[arg-type]


def _edge(found: re.Match[str]) -> Mod | None:
    words = found.groupdict().get("edge")
    return EDGES[words.removesuffix(" of").split()[-1]] if words else None


def _year(scene: Scene, found: re.Match[str]) -> tuple[int | None, bool]:
    if found["y"]:
        return int(found["y"]), False
    if found["ry"]:
        return scene.year(SHIFTS[found["ry"]]), True
    return None, False


# Days and months ------------------------------------------------------------------------------


def _capital(scene: Scene, found: re.Match[str], group: str) -> bool:
    return scene.text[found.start(group)].isupper()


def _month_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    name = found["m"]
    if name in AMBIGUOUS and not _capital(scene, found, "m"):
        return None
    if scene.lang == "vi" and name == "may" and not found["y"]:
        return None
    year, relative = _year(scene, found)
    month = _month(name)
    last = Partial(year, _month(found["m2"]) if found["m2"] else month, _number(found["d"]))
    if not last.is_possible:
        return None
    if found["d1"]:
        first = Partial(None, month, _number(found["d1"])).borrow(last)
        return _span(found, Interval(first, last), relative=relative)
    return _span(found, last, relative=relative)


def _day_month(scene: Scene, found: re.Match[str]) -> Reading | None:
    previous = scene.text[found.start() - 1 : found.start()]
    if previous and (previous in "/.:-$€£#" or previous.isalnum()):
        return None
    if found["m"] in AMBIGUOUS and not _capital(scene, found, "m"):
        return None
    year, relative = _year(scene, found)
    last = Partial(year, _month(found["m"]), _number(found["d"]))
    if not last.is_possible:
        return None
    if found["d1"]:
        month = _month(found["m1"]) if found["m1"] else last.month
        first = Partial(None, month, _number(found["d1"])).borrow(last)
        return _span(found, Interval(first, last), relative=relative)
    return _span(found, last, relative=relative)


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


IN_BEFORE = re.compile(
    r"(?<!\w)(?:in|since|until|till|through|during|throughout|between|early|late|mid)[\s-]$"
)
JOIN = re.compile(r"(?:,|,? and|,? or| to| until| through) ")
LED_BEFORE = re.compile(r"(?<!\w)(?:by|of|before|after|from|for|to|and|or|as of|around)\s$")


def _month_alone(scene: Scene, found: re.Match[str]) -> Reading | None:
    name = found["m"]
    if not _capital(scene, found, "m") and (name in AMBIGUOUS or name[:4] == name[:3]):
        return None
    year, relative = _year(scene, found)
    sure = year or relative or found["dir"] or found["edge"] or found["m1"]
    if not sure and not _is_month(scene, found, name):
        return None
    when = Partial(year, _month(name))
    if found["dir"] and scene.anchor and scene.anchor.month:
        when = Partial(_directed_year(scene, found["dir"], _month(name)), _month(name))
        relative = True
    if found["m1"]:
        first = Partial(None, _month(found["m1"])).borrow(when)
        return _span(found, Interval(first, when), relative=relative)
    return _span(found, when, relative=relative, mod=_edge(found))


def _directed_year(scene: Scene, direction: str, month: int) -> int:
    assert scene.anchor is not None
    now = scene.anchor.month or 1
    if SHIFTS[direction] < 0:
        return scene.anchor.year - (month >= now)
    return scene.anchor.year + (SHIFTS[direction] > 0 and month <= now)


def _is_month(scene: Scene, found: re.Match[str], name: str) -> bool:
    """Tell the month from the name and the verb: ``in May``, not ``Theresa May``, ``March on``."""
    before = scene.before(found.start())
    if name.rstrip(".") in SHORT_MONTHS and name != "may":
        return IN_BEFORE.search(before) is not None
    if IN_BEFORE.search(before):
        return True
    following = scene.text[found.end() : found.end() + 2]
    if len(following) == 2 and following[0] == " " and following[1].isupper():
        return False
    if name not in AMBIGUOUS:
        return True
    if _is_paired(scene, found):
        return True
    led = LED_BEFORE.search(before) or JOIN.fullmatch(scene.gap_to_last(found.start()) or "")
    return led is not None and not _is_surname(scene, name)


def _is_paired(scene: Scene, found: re.Match[str]) -> bool:
    """Tell ``May`` of ``May and June``."""
    after = re.match(rf" (?:and|or|to|through|until) {MONTH}", scene.lower[found.end() :][:24])
    return after is not None


def _is_surname(scene: Scene, name: str) -> bool:
    title = r"(?:Theresa|Brian|Miss|Minister|(?:Mrs|Ms|Mr|Dr|Sen|Rep)\.?)"
    return re.search(rf"{title} {name.title()}\b", scene.text) is not None


def _listed_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read the ``9`` of ``May 7 and 9`` and of ``from May 7 to 9``."""
    last = scene.readings[-1].when if scene.readings else None
    gap = scene.gap_to_last(found.start())
    if not isinstance(last, Partial) or last.day is None or not last.month or gap is None:
        return None
    if not JOIN.fullmatch(gap):
        return None
    words = scene.lower[scene.readings[-1].start : scene.readings[-1].end]
    if not re.match(MONTH, words):
        return None
    when = Partial(last.year, last.month, _number(found["d"]))
    if found["y"]:
        when = Partial(int(found["y"]), last.month, when.day)
        scene.readings[-1].when = Partial(when.year, last.month, last.day)
    return _span(found, when) if when.is_possible else None


# Weekdays and days by their distance ----------------------------------------------------------


NAMES_BEFORE = re.compile(
    r"(?:black|good|ash|super|palm|easter|bloody|cyber|shrove|every|each|maundy|sheffield|holy|"
    r"casual|ruby|fat|the)\s$"
)


def _weekday(scene: Scene, found: re.Match[str]) -> Reading | None:
    if found["m"] or found["mb"]:
        return _dated_weekday(scene, found)
    name = found["wd"]
    if not _capital(scene, found, "wd") or len(name.rstrip(".")) < 6:
        return None
    if not found["dir"] and NAMES_BEFORE.search(scene.before(found.start())):
        return None
    weekday = WEEKDAYS.index(name)
    day = scene.today
    return _fixed_day(found, day and _day_of_week(scene, found, day, weekday))


def _day_of_week(scene: Scene, found: re.Match[str], day: date, weekday: int) -> date | None:
    if found["week"] or found["dir"] == "this":
        weeks = SHIFTS[found["week"] or "this"]
        return calendar.shift_days(day, 7 * weeks - day.weekday() + weekday)
    if found["dir"]:
        return calendar.weekday_beyond(day, weekday, SHIFTS[found["dir"]])
    lean = tense.lean(scene.lower, found.start(), found.end())
    return calendar.weekday_near(day, weekday, lean)


def _dated_weekday(scene: Scene, found: re.Match[str]) -> Reading | None:
    month, day = (found["m"], found["d"]) if found["m"] else (found["mb"], found["db"])
    year, relative = _year(scene, found)
    when = Partial(year, _month(month), _number(day))
    return _span(found, when, relative=relative) if when.is_possible else None


def _fixed_day(found: re.Match[str], day: date | None) -> Reading:
    return _span(found, Fixed(str(day) if day else None, "day"), relative=True)


NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "this": 0, "last": -1,
        "the day before yesterday": -2, "the day after tomorrow": 2}  # fmt: skip


def _near_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    words = " ".join((found["near"] or found["night"]).split())
    return _fixed_day(found, calendar.shift_days(scene.today, NEAR[words]))


def _echo(_scene: Scene, found: re.Match[str]) -> Reading | None:
    shift = {"previous": -1, "next": 1, "following": 1}.get(found["which"], 0)
    grain = found["unit"]
    return _span(found, Echo(grain if grain in ("month", "year") else "day", shift), relative=True)  # type: ignore[arg-type]


# Weeks, months, quarters, years ---------------------------------------------------------------


def _near_period(scene: Scene, found: re.Match[str]) -> Reading | None:
    unit, which = found["unit"], " ".join((found["dir"] or "the").split())
    if which == "the" and not (found["edge"] or "").endswith("of"):
        return None
    shift, mod = SHIFTS[which], _edge(found)
    anchor = scene.anchor
    if unit == "year":
        return _span(found, Partial(scene.year(shift)), relative=True, mod=mod)
    if unit == "month":
        near = anchor and anchor.month and calendar.shift_month(anchor.year, anchor.month, shift)
        value = calendar.spell(*near) if near else None
        return _span(found, Fixed(value, "month"), relative=True, mod=mod)
    day = calendar.shift_days(anchor.known_day, 7 * shift) if anchor else None
    if unit == "weekend":
        return _span(found, Fixed(calendar.spell_weekend(day), "interval"), relative=True, mod=mod)
    return _span(found, Fixed(calendar.spell_week(day), "week"), relative=True, mod=mod)


def _edged_year(_scene: Scene, found: re.Match[str]) -> Reading | None:
    return _span(found, Partial(int(found["y"])), mod=_edge(found))


def _decade(_scene: Scene, found: re.Match[str]) -> Reading | None:
    digits = found["decade"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return _span(found, Interval(Partial(year), Partial(year + 9)), mod=_edge(found))


def _century(_scene: Scene, found: re.Match[str]) -> Reading | None:
    words = found["c"]
    number = CENTURIES[words] if words in CENTURIES else _number(words)
    if found["bc"]:
        return _span(found, Fixed(f"-{number * 100 - 1:04}/-{number * 100 - 100:04}", "interval"))
    when = Interval(Partial(number * 100 - 99), Partial(number * 100))
    return _span(found, when, mod=_edge(found))


def _portion(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read a quarter or a half of a year."""
    number = found["q"] or found["h"] or str(ORDINALS.index(found["nth"]) + 1)
    months = 6 if (found["unit"] or "").startswith("half") or (found["h"]) else 3
    if months == 6 and not (found["y"] or found["ry"]):
        return None
    year, relative = _year(scene, found)
    relative = relative or found["of"] is not None
    if year is None and scene.anchor:
        month = int(number) * months - months // 2
        near = calendar.nearest_year(scene.anchor, month, None, None)
        year = scene.anchor.year if found["of"] else near
    last = int(number) * months
    value = calendar.spell_months(year, last - months + 1, last) if year and last <= 12 else None
    return _span(found, Fixed(value, "interval"), relative=relative)


def _season(scene: Scene, found: re.Match[str]) -> Reading | None:
    first = SEASONS[found["season"] or found["season2"]]
    year = int(found["y"]) if found["y"] else None
    if year is None and scene.anchor:
        year = _directed_year(scene, found["dir"], first)
    value = calendar.spell_months(year, first, first + 2) if year else None
    return _span(found, Fixed(value, "interval"), relative=not found["y"], mod=_edge(found))


def _holiday(_scene: Scene, found: re.Match[str]) -> Reading | None:
    month, day = HOLIDAYS[" ".join(found["h"].replace("’", "'").split())]
    return _span(found, Partial(int(found["y"]) if found["y"] else None, month, day))


def _ago(scene: Scene, found: re.Match[str]) -> Reading | None:
    count = COUNTS[found["n"]] if found["n"] in COUNTS else int(found["n"])
    grain: Grain = found["unit"]  # type: ignore[assignment]
    value = calendar.count_back(scene.anchor, grain, count)
    return _span(found, Fixed(value, grain), relative=True)


EDGE_WORDS = ("early", "late", "mid", "earlier", "later", "the", "end", "start", "beginning",
              "middle", "very")  # fmt: skip
MONTH_TRIGGERS = (*MONTHS, *SHORT_MONTHS)
AT_EDGE = rf"(?:{EDGE}(?: |-))?"
MD = rf"(?P<m>{MONTH}) (?:(?P<d1>{DAY}){DASH}(?:(?P<m2>{MONTH}) )?)?(?P<d>{DAY}){SAID_YEAR}"
DM = (
    rf"(?:(?P<d1>{DAY})(?: (?P<m1>{MONTH}))?{DASH})?(?:the )?"
    rf"(?P<d>{DAY})(?: |-)(?:of )?(?P<m>{MONTH})(?:-(?P<yd>{YEAR}))?{SAID_YEAR}"
)

RULES: tuple[Rule, ...] = (
    rule(
        (*WEEKDAYS, *SHORT_WEEKDAYS, "early", "late", "last", "next", "this"),
        rf"(?:early |late )?(?:(?P<dir>this past|this coming|last|next|this) )?(?P<wd>{WEEKDAY})"
        rf"(?: {PART})?(?:,? (?:the )?"
        rf"(?:(?P<m>{MONTH}) (?P<d>{DAY})|(?P<db>{DAY}) (?:of )?(?P<mb>{MONTH}))"
        rf"{SAID_YEAR}|,? (?:of )?(?P<week>last|this|next) week)?",
        _weekday,
    ),
    rule(MONTH_TRIGGERS, MD, _month_day),
    rule((*DAYS, "the"), DM, _day_month),
    rule(
        (*MONTH_TRIGGERS, *EDGE_WORDS, "last", "next", "this"),
        rf"{AT_EDGE}(?:(?P<dir>last|next|this) )?(?:(?P<m1>{MONTH})\s?[-–]\s?)?"
        rf"(?P<m>{MONTH}){SAID_YEAR}",
        _month_alone,
    ),
    rule(DAYS, rf"(?P<d>{DAY})(?:,? (?P<y>{YEAR})|{STOP})", _listed_day),
    rule(
        "yesterday today tomorrow tonight the this last",
        rf"(?:(?P<near>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|"
        rf"tonight)(?: {PART})?|(?P<night>this(?= morn| after| even)|last(?= night)) {PART})",
        _near_day,
    ),
    rule(
        "the that",
        r"(?:the (?P<which>same|previous|next|following)|that(?: same)?) "
        r"(?P<unit>day|morning|evening|month|year)",
        _echo,
    ),
    rule(
        (*EDGE_WORDS, "this", "last", "next"),
        rf"{AT_EDGE}(?:(?P<dir>this past|this coming|this|last|next) )?"
        r"(?P<unit>weekend|week|month|year)",
        _near_period,
    ),
    rule(
        (*EDGE_WORDS, *YEARS),
        rf"(?:the )?{AT_EDGE}(?P<decade>(?:1\d|20)\d0|['’‘]?[2-9]0)s",
        _decade,
    ),
    rule(EDGE_WORDS, rf"(?:the )?{EDGE}(?: |-)(?P<y>{YEAR})", _edged_year),
    rule(
        (*EDGE_WORDS, *CENTURIES, *DAYS, "twenty"),
        rf"(?:the )?{AT_EDGE}(?P<c>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(CENTURIES)})(?: |-)century"
        r"(?: (?P<bc>bc))?",
        _century,
    ),
    rule(
        ("the", *ORDINALS, "q1", "q2", "q3", "q4", "h1", "h2", "q", "h"),
        r"(?:(?:q(?P<q>[1-4])|h(?P<h>[12]))|"
        r"(?:the )?(?P<nth>first|second|third|fourth)(?: |-)(?P<unit>quarter|half))"
        rf"(?:/?(?P<of> of the year)|{SAID_YEAR})",
        _portion,
    ),
    rule(
        (*SEASONS, *EDGE_WORDS, "last", "next", "this"),
        rf"(?:the )?{AT_EDGE}(?:(?P<dir>last|next|this) (?P<season>{'|'.join(SEASONS)})|"
        rf"(?P<season2>{'|'.join(SEASONS)}) (?:of )?(?P<y>{YEAR}))",
        _season,
    ),
    rule(
        "new christmas boxing valentine halloween",
        rf"(?P<h>new year[’']s (?:day|eve)|christmas (?:day|eve)|boxing day|valentine[’']s day)"
        rf"(?:,? (?P<y>{YEAR}))?",
        _holiday,
    ),
    rule((*COUNTS, *DAYS), rf"(?P<n>{COUNT}) (?P<unit>day|week|month|year)s? ago", _ago),
)
