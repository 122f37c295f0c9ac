"""What is found in a text: a mention, and the candidates that stages propose for it."""

from dataclasses import dataclass
from typing import NamedTuple

TYPES = ("PERSON", "ORG", "PLACE", "DATE", "EVENT")


@dataclass(frozen=True, slots=True)
class Mention:
    """A named thing in a text: ``text == article[start:end]``, half open, in code points.

    ``entity`` is the id that mentions of the same thing share, in any language and article;
    ``label`` is its name in English, or as written where no English name is known. ``value`` is
    the ISO 8601 value of a DATE at the grain ``grain``; None where unknown.
    """

    start: int
    end: int
    text: str
    type: str
    entity: str | None = None
    label: str | None = None
    value: str | None = None
    grain: str | None = None


class Candidate(NamedTuple):
    """A mention that one stage proposes: offsets in the composed text, and how sure it is.

    Candidates overlap freely; ``resolve`` keeps the best of those that do. ``weight`` orders
    them: see the constants of ``resolve``. ``rule`` names the proposer, for tests and for a
    tagger that learns from the rules' answers. ``hint`` is what linking needs besides the
    surface: an entity id where the gazetteer or the document gave one (``label`` is the name it
    has there), the ISO value for a DATE.
    """

    start: int
    end: int
    type: str
    weight: int
    rule: str
    hint: str | None = None
    grain: str | None = None
    label: str | None = None
