"""How well names are found: exact spans, F1 by type.

A mention counts when both its ends and its type are those of the labelled one; half a name or
a name of the wrong type is one mistake of each sort, one too many and one missed.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

NAMED = ("PERSON", "ORG", "PLACE")
"""The types that are counted together, as published figures do."""

Span = tuple[int, int, str]


@dataclass
class Score:
    """Counts by type: found rightly, found, and labelled."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    def add(self, found: Iterable[Span], wanted: Iterable[Span]) -> None:
        """Count one text."""
        have, want = set(found), set(wanted)
        self.right.update(kind for *_, kind in have & want)
        self.found.update(kind for *_, kind in have)
        self.wanted.update(kind for *_, kind in want)

    def f1(self, *types: str) -> float:
        """Return F1 over ``types`` together, 0 to 1; 0 where there is nothing to find."""
        right = sum(self.right[kind] for kind in types)
        both = sum(self.found[kind] + self.wanted[kind] for kind in types)
        return 2 * right / both if both else 0.0

    def line(self) -> str:
        """Return the figures in per cent, for people."""
        types = (*NAMED, "EVENT") if self.wanted["EVENT"] else NAMED
        parts = [f"{kind} {100 * self.f1(kind):.1f}" for kind in types]
        return f"{100 * self.f1(*NAMED):.1f}  ({', '.join(parts)})"
