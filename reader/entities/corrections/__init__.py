"""What the user corrected about entities: read, written, applied and checked.

    entities.toml ─ layout ─▶ lines ─ rule ─▶ rules ─ effect ─▶ mentions as the user has them
         ▲ book                                  └── audit ─▶ dead and clashing rules

Here are the rules and their files; ``effect`` and ``audit`` load the rules of names, and are
imported where there is something to apply.
"""

from reader.entities.corrections.book import (
    FILE,
    Book,
    CorrectionsError,
    Entry,
    Places,
    Problem,
    append,
    places,
    read_book,
    read_books,
    undo,
)
from reader.entities.corrections.rule import (
    KINDS,
    Rule,
    RuleError,
    is_entity,
    surface_of,
    type_of,
)

__all__ = [
    "FILE",
    "KINDS",
    "Book",
    "CorrectionsError",
    "Entry",
    "Places",
    "Problem",
    "Rule",
    "RuleError",
    "append",
    "is_entity",
    "places",
    "read_book",
    "read_books",
    "surface_of",
    "type_of",
    "undo",
]
