"""How rules are written: a trigger word, a pattern from there on, and what it means.

Patterns are matched against the text in lower case, at a trigger word, never searched for: so a
text costs a dictionary look-up a word, and no pattern can run away. A space in a pattern is a
gap in the text (spaces, or one line break, never a blank line), and a pattern ends where its
words end.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from reader.entities.dates.calendar import Anchor
from reader.entities.dates.readings import Reading

GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
YEAR = r"(?:1\d{3}|20\d\d|21\d\d)(?!\d)"
DASH = r"\s?[-–—]\s?"
END = r"(?!\w|[./:]\d|[,.]\d{3}|/\w|-\d|\s?%)"
"""What must not follow a date: then it was a longer number, a path, a law's number, a share."""


@dataclass(slots=True)
class Scene:
    """The text a rule looks at. ``lower`` has the same length as ``text``."""

    text: str
    lower: str
    lang: str
    anchor: Anchor | None
    readings: list[Reading] = field(default_factory=list)

    @property
    def today(self) -> date | None:
        """The day of writing, if it is known."""
        return self.anchor.known_day if self.anchor else None

    def year(self, shift: int = 0) -> int | None:
        """Return the year of writing or so many later, if it is known."""
        return self.anchor.year + shift if self.anchor else None

    def before(self, start: int, reach: int = 24) -> str:
        """Return the few characters before ``start``, in lower case."""
        return self.lower[max(0, start - reach) : start]

    def gap_to_last(self, start: int) -> str | None:
        """Return what stands between the reading before and ``start``, if it is near."""
        if not self.readings or start - self.readings[-1].end > 12:
            return None
        return self.lower[self.readings[-1].end : start]


Build = Callable[[Scene, "re.Match[str]"], Reading | None]


class Rule(NamedTuple):
    """A pattern and what to make of its match; the maker answers None for a false alarm."""

    triggers: tuple[str, ...]
    pattern: re.Pattern[str]
    build: Build


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern written as the module describes."""
    return re.compile(pattern.replace(" ", GAP) + END)


def rule(triggers: str | Iterable[str], pattern: str, build: Build) -> Rule:
    """Return the rule; ``triggers`` are the words (or numbers) its pattern may begin with."""
    words = tuple(triggers.split() if isinstance(triggers, str) else triggers)
    return Rule(words, compile_pattern(pattern), build)


DAYS = tuple(str(n) for n in range(1, 32)) + tuple(f"0{n}" for n in range(1, 10))
YEARS = tuple(str(n) for n in range(1000, 2200))
