"""The cue words of a language, and the class letter each gives to the tokens it covers.

The lists are text files, so that a word is added without touching code:

    [t] offices: a country, a body or a portfolio may follow, then the name
    tổng thống; thủ tướng; …

A phrase is met with any capitals (`Chánh Văn phòng`); in a class marked ``=`` only as written,
and one marked ``!`` with no capital but its first letter (`Trưởng ban`: a capital `Ban` is a body).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from reader.entities.tokens import words

_Table = dict[str, list[tuple[list[str], str]]]
"""First token -> (the tokens behind it, class letter), longest first."""


class Cues(NamedTuple):
    """The phrases met only as written, and those met in any case (kept in lower case)."""

    exact: _Table
    any_case: _Table

    def at(
        self, tokens: Sequence[str], lower: Sequence[str], index: int, opens: bool = False
    ) -> tuple[int, str] | None:
        """Return the length and class of the longest cue that begins with token ``index``.

        Where the token ``opens`` a sentence its capital says nothing, and a phrase met in any
        case goes before one met as written.
        """
        exact, loose = self.exact.get(tokens[index]), self.any_case.get(lower[index])
        best = _longest(exact, tokens, index) if exact else None
        other = _longest(loose, lower, index) if loose else None
        if best and other:
            tied = other[0] == best[0] and opens and best[1] in "ck"
            return other if other[0] > best[0] or tied else best
        return best or other


@cache
def cues(lang: str) -> Cues:
    """Return the cue phrases of a language."""
    exact: dict[str, dict[tuple[str, ...], str]] = {}
    any_case: dict[str, dict[tuple[str, ...], str]] = {}
    for phrase, letter, fixed in _phrases(lang):
        first, *rest = _tokens(phrase if fixed else phrase.lower())
        (exact if fixed else any_case).setdefault(first, {}).setdefault(tuple(rest), letter)
    return Cues(_by_length(exact), _by_length(any_case))


def _tokens(phrase: str) -> list[str]:
    """Return the tokens of a phrase as they are inside a sentence, where `Mr.` is one."""
    capitals = words(f"{phrase[0].upper()}{phrase[1:]} X")[:-1]
    return words(f"{phrase} X")[:-1] if len(capitals) > 1 else [phrase]


def _by_length(table: dict[str, dict[tuple[str, ...], str]]) -> _Table:
    return {
        first: sorted(((list(rest), letter) for rest, letter in rests.items()),
                      key=lambda entry: -len(entry[0]))
        for first, rests in table.items()
    }  # fmt: skip


def _longest(
    entries: list[tuple[list[str], str]], tokens: Sequence[str], index: int
) -> tuple[int, str] | None:
    for rest, letter in entries:
        if not rest or tokens[index + 1 : index + 1 + len(rest)] == rest:
            return len(rest) + 1, letter
    return None


def _phrases(lang: str) -> Iterator[tuple[str, str, bool]]:
    letter, fixed = "", False
    for line in read(f"cues.{lang}.txt"):
        if line.startswith("["):
            letter, fixed = line[1], line[3:4] == "="
            continue
        for phrase in filter(None, (each.strip() for each in line.split(";"))):
            if phrase.endswith("!"):
                yield phrase[:-1], letter, True
                yield phrase[0].upper() + phrase[1:-1], letter, True
            else:
                yield phrase, letter, fixed or phrase.isupper()


def read(name: str) -> list[str]:
    """Return the lines of a data file that say something."""
    file = resources.files("reader.entities") / "data" / name
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def named_set(lang: str, name: str) -> frozenset[str]:
    """Return a set of the language's ``sets`` file."""
    lines = read(f"sets.{lang}.txt")
    start = next(at for at, line in enumerate(lines) if line.startswith(f"[{name}]"))
    return frozenset(lines[start + 1].split())


@cache
def word_set(name: str) -> frozenset[str]:
    """Return a data file that lists words, one a line, as a set."""
    return frozenset(read(name))
