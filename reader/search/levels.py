"""Ever larger parts of a group of hits, so that the best are found without weighing all.

To add up the points of a third of a million articles takes longer than a keystroke may. So a
large group is asked for in levels. A level holds just those articles whose leading digits are
fuller than those of all articles outside it and outside the levels before:

    tong thong han qu                            articles with every word     300,000  asked last
      a word of them in the title                                              60,000
      a pair of them together                                                 100,000
      all pairs together                                                        5,000
        and a word in the title                                                 1,000
        and all of them in the title                                               40
        and the last as typed                                                     300  asked first

Of these the ones are left out that can't fill a page, or are hardly smaller than the next: they
would cost as much as it. In the last of a large group marks are not looked at: where the words
are scattered anyway, a fifth of the time buys the least of the digits.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from reader.index.condition import Condition, all_of, any_of, opt
from reader.search.digits import Fact

DIRECT = 10_000
"""Articles below which a group is asked for at once: to add up their points takes about as long
as to ask for the levels."""

FULL_PAGE = 20
"""Articles that a level must be able to hold to be worth asking for: half a page."""

MANY_EXACT = 200
"""The same for articles with the last word as typed, when nothing else asks for that level: a
word just begun stands exactly so in a few articles by chance."""

SMALLER = 2
"""How many times smaller than the next a level must be, by what is known beforehand."""

LOOK_UP = 6
"""Looking an article up in a posting list takes so many times as long as passing one in it; see
``condition.opt``."""

TOGETHER = 0.7
"""How far facts about one query are from going together always (0) or only by chance (1)."""

ALL_IN_TITLE = 16
"""How many times fewer articles have all words in the title than have the rarest of them there."""


class Kind(Enum):
    """Why a level is there: by which digit it differs from the next."""

    EXACT = auto()
    TITLE = auto()
    ADJACENT = auto()


class Level(NamedTuple):
    """Facts that must hold, facts of which one must, and how many articles probably hold."""

    kind: Kind
    must: tuple[Fact, ...]
    one_of: tuple[Fact, ...]
    held: float


def levels(
    wanted: Sequence[Condition], digits: Sequence[Sequence[Fact]], size: int
) -> Iterator[Condition]:
    """Yield ever larger parts of what ``wanted`` chooses, with their points; last, all of it.

    ``digits`` are adjacent, exact, title, marks, and whatever else only adds points; ``size`` is
    about how many articles are chosen.
    """
    facts = [fact for digit in digits for fact in digit]
    if size <= DIRECT:
        yield _scored(wanted, facts, size)
        return
    for level in _levels(digits, size):
        conditions = [*wanted, *(fact.condition for fact in level.must)]
        if level.one_of:
            conditions.append(any_of([fact.condition for fact in level.one_of]))
        rest = [fact for fact in facts if fact not in level.must and fact not in level.one_of]
        yield _scored(conditions, rest, level.held)
    marks = digits[3] if digits[0] else ()
    yield _scored(wanted, [fact for fact in facts if fact not in marks], size)


def _scored(wanted: Sequence[Condition], facts: Sequence[Fact], held: float) -> Condition:
    """Add what ``facts`` are worth to ``wanted``, which chooses about ``held`` articles."""
    few = held * len(facts) * LOOK_UP < sum(fact.reach for fact in facts)
    return opt(all_of(list(wanted)), [fact.condition for fact in facts], few=few)


def _levels(digits: Sequence[Sequence[Fact]], size: int) -> Iterator[Level]:
    """Yield the levels worth asking for, the most exacting first."""
    adjacent, exact, titles, _ = map(tuple, digits[:4])
    together = _held(adjacent, size)
    some = size * _share(sum(fact.reach for fact in adjacent), size)
    if adjacent and together <= size / SMALLER:
        yield from _worthwhile(_parts(adjacent, (), exact, titles, together), together)
        yield Level(Kind.ADJACENT, adjacent, (), together)
    if len(adjacent) > 1 and together * SMALLER <= some <= size / SMALLER:
        yield from _worthwhile(_parts((), adjacent, exact, (), some), some)
        yield Level(Kind.ADJACENT, (), adjacent, some)
    yield from _worthwhile(_parts((), (), exact, titles, size), size)


def _worthwhile(found: Iterable[Level], next_held: float) -> Iterator[Level]:
    """Return the levels that can fill a page and are much smaller than what comes next.

    Titles may only be asked for when the weightier exact words have been.
    """
    kept: list[Level] = []
    asks_titles = False
    for level in reversed(list(found)):
        is_exact = level.kind is Kind.EXACT
        enough = MANY_EXACT if is_exact else FULL_PAGE
        if (is_exact and asks_titles) or enough <= level.held <= next_held / SMALLER:
            kept.append(level)
            next_held = level.held
            asks_titles = level.kind is Kind.TITLE
    return reversed(kept)


def _parts(
    must: tuple[Fact, ...],
    one_of: tuple[Fact, ...],
    exact: tuple[Fact, ...],
    titles: tuple[Fact, ...],
    held: float,
) -> Iterator[Level]:
    """Yield the parts of a level with the last word as typed, and with words in the title.

    Where few have the last word as typed, they are asked for before any titles; where many do,
    titles are looked at among them.
    """
    stands = _held(exact, int(held))
    if exact and stands <= DIRECT:
        yield Level(Kind.EXACT, (*must, *exact), one_of, stands)
    elif exact:
        must, held = (*must, *exact), stands
    if titles and not one_of:
        every = _held(titles, int(held)) / ALL_IN_TITLE
        yield Level(Kind.TITLE, (*must, *titles), (), every)
        some = held * _share(sum(fact.reach for fact in titles), int(held))
        yield Level(Kind.TITLE, must, titles, some)
    if exact and stands > DIRECT:
        yield Level(Kind.EXACT, must, one_of, stands)


def _held(facts: Sequence[Fact], size: int) -> float:
    """Return how many of ``size`` articles probably have all ``facts``."""
    most = min([size, *(fact.reach for fact in facts)])
    return min(most, size * math.prod(_share(fact.reach, size) for fact in facts))


def _share(reach: int, size: int) -> float:
    """Return the probable share of articles with one fact among those with others.

    Facts about one query go together: the share lies between that of independent ones (the
    exponent 1) and 1 (the exponent 0).
    """
    return math.pow(min(1.0, reach / max(size, 1)), TOGETHER)
