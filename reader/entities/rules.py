"""How a rule is written and run: a pattern over class letters, and what its `m` group names."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from reader.entities.passage import Passage

Check = Callable[[Passage, int, int], tuple[int, int] | None]
"""Looks at the words a pattern found; returns the tokens to keep, or None for none."""


class Rule(NamedTuple):
    """A pattern whose group `m` covers a mention of a type, with its weight (see ``resolve``)."""

    name: str
    pattern: re.Pattern[str]
    type: str
    weight: int
    check: Check | None = None


def rule(name: str, pattern: str, type_: str, weight: int, check: Check | None = None) -> Rule:
    """Return a rule; ``pattern`` is verbose regular expression syntax."""
    return Rule(name, re.compile(pattern), type_, weight, check)


def run(rules: Iterable[Rule], passage: Passage) -> None:
    """Propose what the rules find; a rule goes on behind what it kept of a find."""
    for each in rules:
        at = 0
        while found := each.pattern.search(passage.classes, at):
            first, at = found.span("m")
            kept = each.check(passage, first, at) if each.check else (first, at)
            if kept and kept[0] < kept[1]:
                passage.propose(*kept, each.type, each.weight, each.name)
                at = kept[1]
            at = max(at, found.start() + 1)
