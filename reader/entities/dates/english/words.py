"""The English words that dates are made of, and what stands beside them.

The patterns are pieces of rules (see ``grammar``): lower case, a space for a gap. Whether
``may`` and ``march`` were written with a capital is for the rules to ask.
"""

import re

from reader.entities.dates.grammar import YEAR, Scene
from reader.entities.dates.readings import Mod

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
          "october", "november", "december")  # fmt: skip
SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
MONTH_WORDS = (*MONTHS, *SHORT_MONTHS)
AMBIGUOUS = ("march", "may", "april", "june", "august")
"""Months that are also words or names, so that alone they need a preposition."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")

EDGES: dict[str, Mod | None] = {
    "early": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID",
    "late": "END", "end": "END", "earlier": None, "later": None}  # fmt: skip
EDGE_WORDS = ("early", "late", "mid", "earlier", "later", "the", "very", "end", "start",
              "beginning", "middle")  # fmt: skip
"""The words that a part of a period may begin with."""

SHIFTS = {"this": 0, "last": -1, "next": 1, "this past": -1, "this coming": 1}
COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
          "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip

_SHORT = "|".join(sorted(SHORT_MONTHS, key=len, reverse=True))
MONTH = rf"(?:(?:{'|'.join(MONTHS)})(?!\w)|(?:{_SHORT})(?:\.|(?!\w)))"
WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)})(?!\w)|(?:{'|'.join(SHORT_WEEKDAYS)})\.?(?=,? \w))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d\w]|[.,:]\d{2})"
PART = r"(?:morning|afternoon|evening|night|midday|noon)"
DIRECTION = r"(?P<dir>this past|this coming|this|last|next)"
EDGE = (
    r"(?P<edge>early|late|mid|earlier|later|(?:the )?(?:very )?(?:end|start|beginning|middle) of)"
    r"(?: in| on)?(?: the)?"
)
AT_EDGE = rf"(?:{EDGE}(?: |-))?"
SAID_YEAR = rf"(?:,? (?:of )?(?P<y>{YEAR})|,? (?:of )?(?P<ry>last|this|next) year)?"
COUNT = rf"(?:\d{{1,3}}|{'|'.join(COUNTS)})"
STOP = (
    r"(?=\s*(?:[,.;:)!?…\"”’\]]|$|\n)|"
    r"\s(?:in|at|for|to|of|and|with|when|as|by|but|the|after|before|on|from)\s)"
)
"""What follows a number that counts nothing: not ``12 people``."""


def month_number(name: str) -> int:
    """Read the name of a month, long or short."""
    return SHORT_MONTHS[name[:3]]


def number(words: str) -> int:
    """Read digits, whatever ordinal ending they have."""
    return int(re.sub(r"\D", "", words))


def edge(found: re.Match[str]) -> Mod | None:
    """Read which part of the period is meant."""
    said = found["edge"]
    return EDGES[said.removesuffix(" of").split()[-1]] if said else None


def year_of(scene: Scene, found: re.Match[str]) -> tuple[int | None, bool]:
    """Read a ``SAID_YEAR``: the year, and whether it is relative."""
    if found["y"]:
        return int(found["y"]), False
    if found["ry"]:
        return scene.year(SHIFTS[found["ry"]]), True
    return None, False


def directed_year(scene: Scene, direction: str, month: int) -> int | None:
    """Return the year of "last", "this" or "next" March, seen from the anchor."""
    if scene.anchor is None or scene.anchor.month is None:
        return None
    now, shift = scene.anchor.month, SHIFTS[direction]
    if shift < 0:
        return scene.anchor.year - (month >= now)
    return scene.anchor.year + (shift > 0 and month <= now)
