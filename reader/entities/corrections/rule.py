"""What one correction says, and how it is written as one line of TOML.

    { retype = "Hudson Institute", to = "ORG" }            a surface or an entity is of that type
    { reject = "May", in = "visit.txt" }                   a surface or an entity is none
    { reject = "Georgia", of = "country:GE" }              … where it was taken for that entity
    { merge = "person:kisida", into = "person:kishida" }   two entities are one
    { split = "Yoon", to = "person:yoon-2" }               a surface is another entity, or its own
    { alias = "ông Chính", to = "person:phạm-minh-chính" } the same, and it is marked everywhere
    { label = "person:kishida", to = "Kishida Fumio" }     an entity is called so

An alias or split may say what the entity is ``called`` there. Each rule may hold only ``in`` one
article (id, the beginning of one, or place in the collection), and say ``why`` for other readers.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reader.entities.mention import TYPES
from reader.fold import compose

KINDS = ("retype", "reject", "merge", "split", "alias", "label")

_KEYS = {
    "retype": {"to"},
    "reject": {"of"},
    "merge": {"into"},
    "split": {"to", "type", "called"},
    "alias": {"to", "type", "called"},
    "label": {"to"},
}
_NEEDED = {"retype": "to", "merge": "into", "alias": "to", "label": "to"}
_ANYWHERE = {"in", "why"}

_ID = re.compile(r"[a-z]+:\S+")
_TYPE_OF = {
    "person": "PERSON",
    "org": "ORG",
    "place": "PLACE",
    "country": "PLACE",
    "geonames": "PLACE",
    "date": "DATE",
    "event": "EVENT",
}

_PART_OF_ID = re.compile("[0-9a-f]{8,}")
"""The beginning of an article's id that names it: a shorter one may name two in a collection."""


class RuleError(Exception):
    """A line that is no correction: ``why (what to do)``."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One correction: what it is about, what becomes of it, and where it holds."""

    kind: str
    what: str
    to: str | None = None
    of: str | None = None
    type: str | None = None
    within: str | None = None
    called: str | None = None
    why: str | None = None

    @property
    def is_about_entity(self) -> bool:
        """Tell whether it is about an entity's id, else about a surface."""
        return self.kind in ("merge", "label") or is_entity(self.what)

    def holds_in(self, names: Collection[str]) -> bool:
        """Tell whether it holds in the article that has these ``names`` (its id and place)."""
        wanted = self.within
        if wanted is None or compose(wanted) in map(compose, names):
            return True
        is_part = _PART_OF_ID.fullmatch(wanted) is not None
        return is_part and any(name.startswith(wanted) for name in names)

    def __str__(self) -> str:
        """Return the rule as its line of TOML, without the comma behind it."""
        target = "into" if self.kind == "merge" else "to"
        fields = ((self.kind, self.what), (target, self.to), ("of", self.of), ("type", self.type),
                  ("called", self.called), ("in", self.within), ("why", self.why))  # fmt: skip
        return "{ " + ", ".join(f"{key} = {_quoted(text)}" for key, text in fields if text) + " }"


def is_entity(text: str) -> bool:
    """Tell whether ``text`` is an entity's id, not a surface: ``org:nato``, ``country:JP``."""
    return _ID.fullmatch(text) is not None


def type_of(entity: str) -> str | None:
    """Return the type that an entity's id speaks of."""
    return _TYPE_OF.get(entity.partition(":")[0])


def surface_of(text: str) -> str:
    """Return the surface as rules compare it: composed, on one line, case and marks kept."""
    return compose(" ".join(text.split()))


def read_rule(table: Mapping[str, Any]) -> Rule:
    """Read a rule from a table. Raises RuleError for one that is wrong in any way."""
    kind = _kind(table)
    unknown = set(table) - {kind} - _KEYS[kind] - _ANYWHERE
    if unknown:
        known = ", ".join([kind, *sorted(_KEYS[kind] | _ANYWHERE)])
        raise RuleError(f"{kind} has no key {sorted(unknown)[0]} (there are {known})")
    for key, value in table.items():
        if not isinstance(value, str) or not value.strip():
            raise RuleError(f'{key} is {value!r} (write a text in quotes: {key} = "…")')
    if (needed := _NEEDED.get(kind)) and needed not in table:
        raise RuleError(f'{kind} does not say {needed} what (add {needed} = "…")')
    keys = ("to", "of", "type", "in", "called", "why")
    rule = Rule(kind, surface_of(table[kind]), *(_field(table, key) for key in keys))
    if kind == "merge":
        rule = replace(rule, to=_field(table, "into"))
    _check(rule)
    return rule


def _kind(table: Mapping[str, Any]) -> str:
    kinds = [key for key in table if key in KINDS]
    if len(kinds) != 1:
        found = " and ".join(kinds) or "nothing to do"
        raise RuleError(f"it says {found} (give one of {', '.join(KINDS)})")
    return kinds[0]


def _field(table: Mapping[str, Any], key: str) -> str | None:
    if key == "in":  # the name of a file may hold two spaces
        return table.get(key)
    return surface_of(table[key]) if key in table else None


def _check(rule: Rule) -> None:
    if rule.kind == "retype":
        _check_type(rule.to or "")
        if rule.to == "DATE" and rule.is_about_entity:
            raise RuleError("an entity is no date (retype the words that name it)")
    if rule.type is not None:
        _check_type(rule.type)
    if rule.of is not None and (rule.is_about_entity or not is_entity(rule.of)):
        raise RuleError('of names the entity that a surface was taken for (of = "country:GE")')
    ids = {"merge": (rule.what, rule.to), "label": (rule.what,), "alias": (rule.to,),
           "split": (rule.to,)}.get(rule.kind, ())  # fmt: skip
    for entity in ids:
        _check_entity(rule, entity)


def _check_type(type_: str) -> None:
    if type_ not in TYPES:
        raise RuleError(f"{type_} is no type (there are {', '.join(TYPES)})")


def _check_entity(rule: Rule, entity: str | None) -> None:
    if entity is None:
        return
    if not is_entity(entity):
        hint = "seeds-reader entities lists the ids"
        raise RuleError(f"{entity} is no entity's id, such as person:fumio-kishida ({hint})")
    if type_of(entity) == "DATE":
        raise RuleError(f"{entity} is a date, which its words alone decide (retype or reject them)")
    if rule.kind in ("alias", "split") and not (rule.type or type_of(entity)):
        raise RuleError(f'the type of {entity} is not known (add type = "ORG")')


def _quoted(text: str) -> str:
    """Return ``text`` as a TOML string: JSON's escapes are TOML's, but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
