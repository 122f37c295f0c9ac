"""What the user corrected about entities: read, written, applied and checked.

entities.toml ─ layout ─▶ lines ─ rule ─▶ rules ─ effect ─▶ mentions as the user has them
     ▲ book                                  └── audit ─▶ dead and clashing rules
"""

from reader.entities.corrections.audit import Audit, Finding, Known, affected
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
from reader.entities.corrections.effect import Corrections
from reader.entities.corrections.rule import KINDS, Rule, RuleError, is_entity, surface_of

__all__ = [
    "FILE",
    "KINDS",
    "Audit",
    "Book",
    "Corrections",
    "CorrectionsError",
    "Entry",
    "Finding",
    "Known",
    "Places",
    "Problem",
    "Rule",
    "RuleError",
    "affected",
    "append",
    "is_entity",
    "places",
    "read_book",
    "read_books",
    "surface_of",
    "undo",
]
