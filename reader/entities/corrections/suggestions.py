"""Which entities may be one: told by how alike their names are, decided by the user alone.

Names are compared folded and with their words sorted, so that marks, hyphens and the order of
names say nothing; tones do where both names carry them, since Hùng is not Hưng.
"""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.entities.catalogue import Catalogue, Entity
from reader.entities.mention import TYPES
from reader.fold import compose, is_marked, terms

LIKENESS = 88
"""Least likeness of two names in percent, by rapidfuzz. At 80 every second Vietnamese name is like
another; at 95 a letter too many in a short name is missed."""

PART = 80
"""The score of a family name that one person of the collection has: likely, but no likeness."""

COMPARED = 3000
"""Entities that are compared, the most mentioned first. All of 30,000 would take minutes,
and those mentioned once matter least."""


class Suggestion(NamedTuple):
    """Two entities that may be one: the first would become the other. The score is in percent."""

    one: Entity
    other: Entity
    score: int
    why: str


def suggest_merges(catalogue: Catalogue, type: str | None = None) -> list[Suggestion]:  # noqa: A002
    """Return pairs of entities of a type that may be one, the likeliest first."""
    types = [type] if type else [each for each in TYPES if each != "DATE"]
    found: dict[tuple[str, str], Suggestion] = {}
    for each in types:
        entities = catalogue.entities(each)[:COMPARED]
        for suggestion in (*_alike(entities), *(_parts(entities) if each == "PERSON" else ())):
            key = suggestion.one.id, suggestion.other.id
            if key not in found or suggestion.score > found[key].score:
                found[key] = suggestion
    return sorted(found.values(), key=lambda each: (-each.score, each.one.id, each.other.id))


def likest(entity: Entity, entities: Sequence[Entity], limit: int) -> list[Entity]:
    """Return the entities of the same type whose names are most like an entity's, best first."""
    from rapidfuzz import fuzz

    name = _key(entity.label)
    scored = [
        (fuzz.token_set_ratio(name, _key(other.label)), other)
        for other in entities[:COMPARED]
        if other.type == entity.type and other.id != entity.id
    ]
    scored.sort(key=lambda each: (-each[0], -each[1].mentions, each[1].id))
    return [other for score, other in scored[:limit] if score >= LIKENESS]


def _alike(entities: Sequence[Entity]) -> Iterator[Suggestion]:
    from rapidfuzz import fuzz, process

    keys = [_key(entity.label) for entity in entities]
    for at, entity in enumerate(entities):
        for _, score, place in process.extract(
            keys[at], keys[:at], scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=5
        ):
            other = entities[place]
            if _may_be_one(entity.label, other.label):
                why = _why(entity.label, other.label)
                yield Suggestion(entity, other, round(score), why)


def _why(one: str, other: str) -> str:
    if compose(one).lower() == compose(other).lower():
        return "the same name"
    if terms(one) == terms(other):
        return "the same but for marks and hyphens"
    if sorted(terms(one)) == sorted(terms(other)):
        return "the same words in another order"
    return "nearly the same letters"


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether names that are the same without their tones may be one with them."""
    if not (is_marked(one) and is_marked(other)):
        return True
    if sorted(terms(one)) != sorted(terms(other)):
        return True
    return Counter(_letters(one)) == Counter(_letters(other))


def _letters(name: str) -> str:
    """Return letters and marks apart, so that Hoà and Hòa hold the same."""
    return "".join(unicodedata.normalize("NFD", name.lower()).split())


def _parts(entities: Sequence[Entity]) -> Iterator[Suggestion]:
    """Yield people known by one word that is part of just one other's name."""
    holders: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        words = compose(entity.label).lower().replace("-", " ").split()
        for word in set(words) if len(words) > 1 else ():
            holders[word].append(entity)
    for entity in entities:
        name = compose(entity.label).lower()
        if len(found := holders.get(name, [])) == 1:
            yield Suggestion(entity, found[0], PART, f"part of the name of {found[0].label} alone")


def _key(name: str) -> str:
    return " ".join(sorted(terms(compose(name))))
