"""English days: ``May 8, 2023``, ``the 8th of May``, ``next Tuesday``, ``the same day``."""

import re
from datetime import date

from reader.entities.dates import calendar, tense
from reader.entities.dates.english import words
from reader.entities.dates.english.words import DAY, MONTH, PART, SAID_YEAR
from reader.entities.dates.grammar import DASH, DAYS, YEAR, Rule, Scene, rule
from reader.entities.dates.readings import Echo, EchoGrain, Interval, Partial, Reading

NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "this": 0, "last": -1,
        "the day before yesterday": -2, "the day after tomorrow": 2}  # fmt: skip
HOLIDAYS = {"new year's day": (1, 1), "new year's eve": (12, 31), "christmas day": (12, 25),
            "christmas eve": (12, 24), "boxing day": (12, 26),
            "valentine's day": (2, 14)}  # fmt: skip

ECHOED: dict[str, EchoGrain] = {"month": "month", "year": "year"}

JOIN = re.compile(r"(?:,|,? and|,? or| to| until| through) ")
LIST_LED = re.compile(r"(?<!\w)(?:from|between|on|and|,)\s$|\d,\s$")
NAME_BEFORE = re.compile(
    r"(?:black|good|ash|super|palm|easter|bloody|cyber|shrove|every|each|maundy|sheffield|holy|"
    r"casual|ruby|fat|first|second|third|fourth|fifth)\s$"
)
"""What makes a weekday a feast, a name or a habit: ``Black Friday``, ``every Monday``."""
NAME_AFTER = re.compile(
    r"\s(?:times|telegraph|mirror|express|mail|post|herald|star|sun|independent|night live|"
    r"night football|night raw|school|league|best|prayers?|sermons?|blues|market)(?!\w)"
)


def _month_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    name = found["m"]
    if not _is_written_as_month(scene, found) or _is_counted(scene, found):
        return None
    if scene.lang == "vi" and name == "may" and not found["y"]:
        return None
    month = words.month_number(name)
    last_month = words.month_number(found["m2"]) if found["m2"] else month
    return _day_or_days(scene, found, month, last_month)


def _day_month(scene: Scene, found: re.Match[str]) -> Reading | None:
    if not _is_written_as_month(scene, found) or not scene.stands_alone(found.start()):
        return None
    month = words.month_number(found["m"])
    first_month = words.month_number(found["m1"]) if found["m1"] else month
    return _day_or_days(scene, found, first_month, month)


def _day_or_days(
    scene: Scene, found: re.Match[str], first_month: int, month: int
) -> Reading | None:
    year, relative = words.year_of(scene, found)
    last = Partial(year, month, words.number(found["d"]))
    if not last.is_possible:
        return None
    if not found["d1"]:
        return Reading.of(found, last, relative)
    first = Partial(None, first_month, words.number(found["d1"])).borrow(last)
    return Reading.of(found, Interval(first, last), relative) if first.is_before(last) else None


def _is_written_as_month(scene: Scene, found: re.Match[str]) -> bool:
    return found["m"] not in words.AMBIGUOUS or scene.is_capital(found.start("m"))


def _is_counted(scene: Scene, found: re.Match[str]) -> bool:
    return not found["y"] and COUNTED.match(scene.lower, found.end()) is not None


COUNTED = re.compile(r"\s(?:percent|per cent|people|million|billion|thousand|points|miles)(?!\w)")


def _listed_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read the ``9`` of ``May 7 and 9`` and of ``from May 7 to 9``."""
    gap = scene.gap_to_last(found.start())
    if gap is None or not JOIN.fullmatch(gap):
        return None
    before = scene.readings[-1]
    last = before.when
    if not isinstance(last, Partial) or last.grain != "day" or not last.month:
        return None
    if not STARTS_WITH_MONTH.match(scene.lower, before.start):
        return None
    when = Partial(int(found["y"]) if found["y"] else last.year, last.month,
                   words.number(found["d"]))  # fmt: skip
    return Reading.of(found, when) if when.is_possible else None


STARTS_WITH_MONTH = re.compile(MONTH)


def _day_of_list(scene: Scene, found: re.Match[str]) -> Reading | None:
    """Read the ``7`` of ``from 7 to 9 May``."""
    if not LIST_LED.search(scene.before(found.start())):
        return None
    return Reading.of(found, Partial(None, None, words.number(found["d"])))


def _weekday(scene: Scene, found: re.Match[str]) -> Reading | None:
    if month := found["m"] or found["mb"]:
        year, relative = words.year_of(scene, found)
        day = words.number(found["d"] or found["db"])
        when = Partial(year, words.month_number(month), day)
        return Reading.of(found, when, relative) if when.is_possible else None
    name = found["wd"]
    if name not in words.WEEKDAYS or not scene.is_capital(found.start("wd")):
        return None
    if NAME_BEFORE.search(scene.before(found.start())):
        return None
    if NAME_AFTER.match(scene.lower, found.end("wd")) and scene.is_capital(found.end("wd") + 1):
        return None
    return Reading.of_day(found, _day_of_week(scene, found, words.WEEKDAYS.index(name)))


def _day_of_week(scene: Scene, found: re.Match[str], weekday: int) -> date | None:
    day, direction = scene.today, found["dir"]
    if day is None:
        return None
    if found["week"] or direction == "this":
        weeks = words.SHIFTS[found["week"] or "this"]
        return calendar.shift_days(day, 7 * weeks - day.weekday() + weekday)
    if direction:
        return calendar.weekday_beyond(day, weekday, words.SHIFTS[direction])
    return calendar.weekday_near(day, weekday, tense.lean(scene.lower, *found.span()))


def _near_day(scene: Scene, found: re.Match[str]) -> Reading | None:
    if scene.is_named(found):
        return None
    said = " ".join((found["near"] or found["night"]).split())
    return Reading.of_day(found, calendar.shift_days(scene.today, NEAR[said]))


def _echo(_scene: Scene, found: re.Match[str]) -> Reading:
    shift = {"previous": -1, "next": 1, "following": 1}.get(found["which"], 0)
    grain = ECHOED.get(found["unit"], "day")
    return Reading.of(found, Echo(grain, shift), True)


def _holiday(_scene: Scene, found: re.Match[str]) -> Reading:
    month, day = HOLIDAYS[" ".join(found["h"].replace("’", "'").split())]
    return Reading.of(found, Partial(int(found["y"]) if found["y"] else None, month, day))


RULES: tuple[Rule, ...] = (
    rule(
        (*words.WEEKDAYS, *words.SHORT_WEEKDAYS, "early", "late", "last", "next", "this"),
        rf"(?:early |late )?(?:{words.DIRECTION} )?(?P<wd>{words.WEEKDAY})(?: {PART})?"
        rf"(?:,? (?:the )?(?:(?P<m>{MONTH}) (?P<d>{DAY})|(?P<db>{DAY}) (?:of )?(?P<mb>{MONTH}))"
        rf"{SAID_YEAR}|,? (?:of )?(?P<week>last|this|next) week)?",
        _weekday,
    ),
    rule(
        words.MONTH_WORDS,
        rf"(?P<m>{MONTH}) (?:(?P<d1>{DAY}){DASH}(?:(?P<m2>{MONTH}) )?)?(?P<d>{DAY}){SAID_YEAR}",
        _month_day,
    ),
    rule(
        (*DAYS, "the"),
        rf"(?:the )?(?:(?P<d1>{DAY})(?: (?P<m1>{MONTH}))?{DASH})?"
        rf"(?P<d>{DAY})(?: |-)(?:of )?(?P<m>{MONTH})(?:(?=-\d)-(?P<yd>{YEAR}))?{SAID_YEAR}",
        _day_month,
    ),
    rule(DAYS, rf"(?P<d>{DAY})(?:,? (?P<y>{YEAR})|{words.STOP})", _listed_day),
    rule(
        DAYS,
        rf"(?P<d>{DAY})(?=(?:,| to| and| or) (?:\d\d?(?:,| and| or) ){{0,3}}{DAY} {MONTH})",
        _day_of_list,
    ),
    rule(
        "yesterday today tomorrow tonight the this last",
        r"(?:(?P<near>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|"
        rf"tonight)(?: {PART})?|"
        rf"(?P<night>this(?= morn| after| even)|last(?= night| even)) {PART})",
        _near_day,
    ),
    rule(
        "the that",
        r"(?:the (?P<which>same|previous|next|following)|that(?: same)?) "
        r"(?P<unit>day|morning|evening|month|year)",
        _echo,
    ),
    rule(
        "new christmas boxing valentine",
        r"(?P<h>new year[’']s (?:day|eve)|christmas (?:day|eve)|boxing day|valentine[’']s day)"
        rf"(?:,? (?P<y>{YEAR}))?",
        _holiday,
    ),
)
