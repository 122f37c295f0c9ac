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
from functools import cached_property

from reader.entities.dates.calendar import Anchor
from reader.entities.dates.readings import Reading

GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
YEAR = r"(?:1\d{3}|20\d\d|21\d\d)(?!\d)"
DASH = r"\s?(?:--|[-–—])\s?"
ATTACHED = "/.:_@#$€£+=\\-–—"
"""A character that binds a number to what stands before it, so that it is no date of its own."""

NAME_END = re.compile(r"\w $")
"""A word right before: a capital that opens no sentence."""

TITLE = r"\b(?:Theresa|Brian|Miss|Minister|President|(?:Mrs|Ms|Mr|Dr|Sen|Rep)\.?)"
"""What stands before a surname that is also a month. First names can't all be listed here."""

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
    persons: dict[str, bool] = field(default_factory=dict)

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

    def stands_alone(self, start: int) -> bool:
        """Tell whether the number at ``start`` is no tail of a longer number, path or sum."""
        previous = self.text[start - 1] if start else " "
        if previous in ATTACHED or previous.isalnum():
            return False
        return not (previous == "," and self.text[start - 2 : start - 1].isdigit())

    def is_capital(self, at: int) -> bool:
        """Tell whether the character at ``at`` is a capital letter."""
        return self.text[at : at + 1].isupper()

    def is_shouted(self, found: re.Match[str]) -> bool:
        """Tell whether all the words matched are in capitals."""
        return self.text[found.start() : found.end()].isupper()

    def is_named(self, found: re.Match[str]) -> bool:
        """Tell whether a capital inside a sentence makes a name of the words: ``USA Today``."""
        if not self.is_capital(found.start()) or self.is_shouted(found):
            return False
        return NAME_END.search(self.text[max(0, found.start() - 24) : found.start()]) is not None

    def has_person(self, surname: str) -> bool:
        """Tell whether the text names a person so, as in ``Theresa May``; looks once a name."""
        if surname not in self.persons:
            named = re.search(rf"{TITLE} {surname}\b", self.text)
            self.persons[surname] = named is not None
        return self.persons[surname]


Build = Callable[[Scene, "re.Match[str]"], Reading | None]


@dataclass
class Rule:
    """A pattern and what to make of its match; the maker answers None for a false alarm.

    ``triggers`` are the words (or numbers) that the pattern may begin with.
    """

    triggers: tuple[str, ...]
    source: str
    build: Build

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compile at first use: all the patterns take longer than a short text does."""
        return re.compile(self.source)


def rule(triggers: str | Iterable[str], pattern: str, build: Build) -> Rule:
    """Return the rule for a pattern written as the module describes."""
    words = tuple(triggers.split() if isinstance(triggers, str) else triggers)
    return Rule(words, pattern.replace(" ", GAP) + END, build)


DAYS = tuple(str(n) for n in range(1, 32)) + tuple(f"0{n}" for n in range(1, 10))
YEARS = tuple(str(n) for n in range(1000, 2200))
