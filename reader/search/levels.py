"""Ever larger parts of a group of hits, so that the best are found without weighing all.

To add up the points of a third of a million articles takes longer than a keystroke may. So a
large group is asked for in levels. A level holds just those articles whose leading digits are
full, or not empty, so no article outside it can score more than one inside:

    every word                                       300,000 articles
      … and a word of them in the title               60,000        asked last
      … and the last as typed, and all in the title    2,000
      … and a neighbouring pair together             100,000
      … and each pair                                  5,000
        … and the last word as typed                   3,000
          … and each word in the title                   100
            … and each with its marks                     40        asked first
"""

from collections.abc import Iterator, Sequence

from reader.index.condition import Condition, all_of, any_of, opt
from reader.search.digits import Fact

DIRECT = 4000
"""Articles below which a group is asked for at once: to add up their points takes about as long
as to ask for the levels."""

FULL_PAGE = 32
"""Articles that a level must be able to hold to be worth asking for: half a page."""

LOOK_UP = 6
"""Looking an article up in a posting list takes so many times as long as passing one in it; see
``condition.opt``."""


def levels(
    wanted: Sequence[Condition], digits: Sequence[Sequence[Fact]], full: Sequence[int], size: int
) -> Iterator[Condition]:
    """Yield ever larger parts of what ``wanted`` chooses, with their points; last, all of it.

    ``digits`` are those of ``ranking``, weightiest first, and whatever else only adds points;
    ``full`` how many facts fill each digit; ``size`` is about how many articles are chosen.
    """
    facts = [fact for digit in digits for fact in digit]
    for must, some in _steps(digits, full) if size > DIRECT else ():
        held = min([size, *(fact.reach for fact in must), *_sum(some)])
        if held >= FULL_PAGE:
            conditions = [*wanted, *(fact.condition for fact in must)]
            if some:
                conditions.append(any_of([fact.condition for fact in some]))
            rest = [fact for fact in facts if fact not in must and fact not in some]
            yield _scored(conditions, rest, held)
    yield _scored(wanted, facts, size)


def _scored(wanted: Sequence[Condition], facts: Sequence[Fact], held: int) -> Condition:
    """Add what ``facts`` are worth to ``wanted``, which chooses about ``held`` articles."""
    few = held * len(facts) * LOOK_UP < sum(fact.reach for fact in facts)
    return opt(all_of(list(wanted)), [fact.condition for fact in facts], few=few)


def _steps(
    digits: Sequence[Sequence[Fact]], full: Sequence[int]
) -> Iterator[tuple[list[Fact], list[Fact]]]:
    """Yield the facts that must all hold, and those of which one must, level by level."""
    filled = [list(digit) for digit in digits[: len(full)]]
    for depth in range(len(full), 0, -1):
        if filled[0] and filled[depth - 1] and _is_full(filled[:depth], full):
            yield [fact for digit in filled[:depth] for fact in digit], []
    if filled[0] and full[0] > 1:
        yield [], filled[0]
    yield from _without_adjacency(filled[1:], full[1:])


def _without_adjacency(
    digits: Sequence[list[Fact]], full: Sequence[int]
) -> Iterator[tuple[list[Fact], list[Fact]]]:
    """Yield the levels of articles where no two words stand together."""
    for depth in range(len(full), 0, -1):
        if _is_full(digits[:depth], full) and digits[depth - 1]:
            yield [fact for digit in digits[:depth] for fact in digit], []
    for digit in digits[:2]:
        if len(digit) > 1:
            yield [], digit


def _is_full(digits: Sequence[list[Fact]], full: Sequence[int]) -> bool:
    return all(len(digit) == count for digit, count in zip(digits, full, strict=False))


def _sum(facts: Sequence[Fact]) -> list[int]:
    return [sum(fact.reach for fact in facts)] if facts else []
