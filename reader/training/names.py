"""Names made up for training: of a kind and script, never those of the paragraph before.

The parts are in ``data/names.txt``. A name is made from a random source that the caller seeds,
so that the same data always gives the same model.
"""

import unicodedata
from functools import cache
from random import Random
from typing import NamedTuple

from reader.entities.passage import is_syllable
from reader.training.corpus import DATA


@cache
def parts() -> dict[str, list[str]]:
    """Return the lists of ``names.txt`` by section."""
    made: dict[str, list[str]] = {}
    section = ""
    for line in (DATA / "names.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            made.setdefault(section, []).extend(part.strip() for part in line.split(","))
    return made


@cache
def _held(section: str) -> frozenset[str]:
    return frozenset(parts()[section])


def pick(section: str, chance: Random) -> str:
    """Return one of a section."""
    return chance.choice(parts()[section])


def is_one_of(name: str, section: str) -> bool:
    """Tell whether ``name`` is in a section as it stands."""
    return name in _held(section)


class Person(NamedTuple):
    """A made-up person: the full name, and the one word that news calls them by after that."""

    name: str
    short: str


def vietnamese_person(chance: Random, length: int) -> Person:
    """Return a name of ``length`` words, 2 to 4; the last is what people are called by."""
    middles = [pick("middle", chance) for _ in range(length - 2)]
    given = pick("given", chance)
    return Person(" ".join([pick("surname", chance), *middles, given]), given)


def chinese_person(chance: Random) -> Person:
    """Return a Chinese name in its Vietnamese reading."""
    surname = pick("hanviet_surname", chance)
    return Person(f"{surname} {pick('hanviet_given', chance)}", surname)


def foreign_person(chance: Random) -> Person:
    """Return a name as the rest of the world's are written in Vietnamese and English news."""
    draw = chance.random()
    if draw < 0.2:
        name = pick("korean" if draw < 0.12 else "pinyin", chance)
        return Person(name, name.split()[0])
    middle = f" {chance.choice('ABCDEFGHJKLMNPRSTW')}." if draw > 0.95 else ""
    last = pick("west_last", chance)
    return Person(f"{pick('west_first', chance)}{middle} {last}", last)


def english_person(chance: Random) -> Person:
    """Return a name as English news write it: a known one, a Vietnamese one without marks."""
    draw = chance.random()
    if draw < 0.1:
        return known_person(chance)
    if draw < 0.17:
        name, short = vietnamese_person(chance, chance.choice((2, 3, 3, 4)))
        return Person(_without_marks(name), _without_marks(short))
    return foreign_person(chance)


def _without_marks(name: str) -> str:
    marked = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(each for each in marked if not unicodedata.combining(each))


@cache
def _known_people() -> list[str]:
    """Return the full names of the people in the gazetteer's sources."""
    source = DATA.parent / "gazetteer" / "sources" / "people.txt"
    rows = [line.split("|") for line in source.read_text("utf-8").splitlines() if line[:1] != "#"]
    named = (name.partition("~")[0].strip() for row in rows if len(row) > 2
             for name in row[2].split(";"))  # fmt: skip
    return [name for name in named if " " in name]


def known_person(chance: Random) -> Person:
    """Return someone whom the gazetteer knows."""
    name = chance.choice(_known_people())
    words = name.split()
    eastern = len(words) == 3 or all(is_syllable(word) for word in words)
    return Person(name, words[0] if eastern else words[-1])


def hamlet(chance: Random) -> str:
    """Return a Vietnamese commune or village of two syllables that no gazetteer need know."""
    first, second = chance.sample(parts()["place_syllable"], 2)
    return f"{first} {second}"
