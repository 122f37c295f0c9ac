"""What corrections make of the mentions of an article.

Rules about a surface are more special than rules about an entity and are asked first; among those
about the same thing the last one counts.

    mention ──▶ rules on its surface ──▶ merges of its entity ──▶ rejections ──▶ labels
                retype split alias       a ─▶ b ─▶ c, all c
                       │
    text ──▶ longest aliases on word boundaries, which win over what they overlap,
             unless they lie inside a longer mention: "Yoon" in "Yoon Suk Yeol"

Applying rules to what they made changes nothing more.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from operator import attrgetter
from typing import NamedTuple

from reader.entities.corrections.rule import Rule, surface_of, type_of
from reader.entities.gazetteer import gazetteer
from reader.entities.mention import Candidate, Mention
from reader.entities.offsets import compose

_MARKS = "\u0300-\u036f"
_PREFIX = {"PERSON": "person", "ORG": "org", "PLACE": "place", "EVENT": "event"}


class Corrections:
    """Rules ready to be applied to article after article."""

    def __init__(self, rules: Sequence[Rule] = ()) -> None:
        self._rules = tuple(rules)
        self._of_one_article = [each for each in self._rules if each.within is not None]

    @cached_property
    def _everywhere(self) -> "_Effect":
        return _Effect.of(each for each in self._rules if each.within is None)

    def apply(
        self, text: str, mentions: Sequence[Mention], names: Collection[str] = ()
    ) -> list[Mention]:
        """Return the mentions of ``text`` as the rules have them: sorted, no two overlapping.

        ``names`` are what rules may call the article: its id and place. ``mentions`` are as
        recognised; the text may be decomposed, and offsets are those of the text as given.
        """
        if not self._rules:
            return list(mentions)
        effect = self._everywhere
        if any(each.holds_in(names) for each in self._of_one_article):
            effect = _Effect.of(each for each in self._rules if each.holds_in(names))
        return _merged([one for each in mentions if (one := effect.decide(each))],
                       sorted(effect.aliased(text), key=attrgetter("start")))  # fmt: skip


def _merged(mentions: list[Mention], aliases: list[Mention]) -> list[Mention]:
    """Return both without overlaps: an alias wins, unless a longer mention holds all of it."""
    if not aliases:
        return mentions
    over = _Row(aliases)
    kept = [each for each in mentions if all(_covers(each, alias) for alias in over.touching(each))]
    below = _Row(kept)
    return sorted(
        [*kept, *(each for each in aliases if next(below.touching(each), None) is None)],
        key=attrgetter("start"),
    )


class _Row:
    """Mentions in order, none overlapping another, found by where they stand."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._ends = [each.end for each in mentions]

    def touching(self, other: Mention) -> Iterator[Mention]:
        """Yield those that share a character with ``other``."""
        for at in range(bisect_right(self._ends, other.start), len(self._mentions)):
            if self._mentions[at].start >= other.end:
                return
            yield self._mentions[at]


def _covers(mention: Mention, alias: Mention) -> bool:
    """Tell whether an alias is but a part of a mention."""
    longer = mention.end - mention.start > alias.end - alias.start
    return longer and mention.start <= alias.start and alias.end <= mention.end


class _Verdict(NamedTuple):
    """The rule that counts for something, and how late it came."""

    at: int
    rule: Rule


_NONE = _Verdict(-1, Rule("", ""))


@dataclass
class _Effect:
    """Rules sorted by what they are about."""

    surfaces: dict[str, _Verdict] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    rejected: dict[tuple[str | None, str], int] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> "_Effect":
        """Return what ``rules`` do together."""
        effect = cls()
        for at, rule in enumerate(rules):
            effect.take(at, rule)
        effect.settle()
        return effect

    def take(self, at: int, rule: Rule) -> None:
        """Let a rule count over those before it."""
        if rule.kind == "label":
            self.labels[self.final(rule.what)] = rule.to or ""
        elif rule.kind == "merge":
            self._merge(rule.what, rule.to or "")
        elif rule.is_about_entity and rule.kind == "retype":
            if type_of(rule.what) != rule.to:
                self._merge(rule.what, _as_type(rule.what, rule.to or ""))
        elif rule.is_about_entity and rule.kind == "reject":
            self.rejected[None, self.final(rule.what)] = at
        elif rule.of:
            self.rejected[rule.what, self.final(rule.of)] = at
        else:
            self.surfaces[rule.what] = _Verdict(at, rule)

    def _merge(self, one: str, other: str) -> None:
        """Make one entity another; where that goes round in a circle, the last merge counts."""
        if one == other:
            return
        if one in self._way(other):
            del self.merged[other]
        self.merged[one] = other
        self.rejected.pop((None, one), None)
        self.labels.pop(one, None)

    def _way(self, entity: str) -> Iterator[str]:
        """Yield what an entity was merged into, one after the other."""
        while entity in self.merged:
            entity = self.merged[entity]
            yield entity

    def final(self, entity: str) -> str:
        """Return what an entity was merged into, at last."""
        while entity in self.merged:
            entity = self.merged[entity]
        return entity

    def settle(self) -> None:
        """Let rejections of a surface at an entity follow the entity into its merges."""
        for (surface, entity), at in list(self.rejected.items()):
            if surface is not None and entity in self.merged:
                key = surface, self.final(entity)
                self.rejected[key] = max(at, self.rejected.get(key, -1))

    # -- mentions ----------------------------------------------------------------------------

    def decide(self, mention: Mention) -> Mention | None:
        """Return what becomes of a mention, None if it is none."""
        surface = surface_of(mention.text)
        at, rule = self.surfaces.get(surface, _NONE)
        if rule.kind == "reject":
            return None
        type_, entity = self._identity(rule, mention, surface)
        if entity and self._is_rejected(surface, entity, at):
            return None
        stays_date = type_ == mention.type == "DATE"
        made = replace(
            mention,
            type=type_,
            entity=entity,
            label=self._label(entity, rule.called, mention, surface),
            value=mention.value if stays_date else None,
            grain=mention.grain if stays_date else None,
        )
        return mention if made == mention else made  # most stay, and are held twice

    def _identity(self, rule: Rule, mention: Mention, surface: str) -> tuple[str, str | None]:
        """Return the type and entity of a mention, under the rule on its surface."""
        if rule.kind in ("split", "alias") and rule.to:
            entity = self.final(rule.to)
            return rule.type or type_of(entity) or type_of(rule.to) or mention.type, entity
        if rule.kind == "retype":
            return self._retyped(rule.to or "", mention.type, mention.entity, surface)
        if rule.kind == "split":
            return self._retyped(mention.type, "", None, surface)
        if mention.entity is None:
            return mention.type, None
        entity = self.final(mention.entity)
        moved = entity != mention.entity
        return (type_of(entity) if moved else None) or mention.type, entity

    def _retyped(
        self, type_: str, was: str, entity: str | None, surface: str
    ) -> tuple[str, str | None]:
        """Return ``type_`` and the entity of it: the one there was, or one by the surface."""
        if type_ == "DATE":
            return type_, entity if was == "DATE" else None
        final = self.final(entity) if entity else None
        if final and (type_of(final) == type_ or (final == entity and was == type_)):
            return type_, final
        own = named(type_, surface)[0]
        final = self.final(own)
        return type_, final if type_of(final) == type_ else own

    def _is_rejected(self, surface: str, entity: str, since: int) -> bool:
        """Tell whether an entity is none, by a rule later than the one on its surface."""
        return since < max(
            self.rejected.get((None, entity), -1), self.rejected.get((surface, entity), -1)
        )

    def _label(
        self, entity: str | None, called: str | None, mention: Mention, surface: str
    ) -> str | None:
        if entity is None:
            return None
        if entity in self.labels or called:
            return self.labels.get(entity, called)
        if entity == mention.entity:
            return mention.label
        return gazetteer().label(entity) or surface

    # -- aliases -----------------------------------------------------------------------------

    def aliased(self, text: str) -> Iterator[Mention]:
        """Yield the mentions that aliases find in ``text``, longest first where two overlap."""
        words = [name for name, verdict in self.surfaces.items() if verdict.rule.kind == "alias"]
        if not words:
            return
        composed, starts = compose(text)
        found = [
            match.span()
            for name in words
            if _may_stand_in(name, composed)
            for match in alias_pattern(name).finditer(composed)
        ]
        taken: set[int] = set()
        for start, end in sorted(set(found), key=lambda span: (span[0] - span[1], span)):
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                first, last = starts[start], starts[end]
                decided = self.decide(Mention(first, last, text[first:last], "", None))
                if decided:
                    yield decided


@cache
def alias_pattern(surface: str) -> re.Pattern[str]:
    """Return what finds a surface in composed text: whole words, also over the end of a line."""
    words = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)".join(map(re.escape, surface.split(" ")))
    before = rf"(?<![\w{_MARKS}])" if surface[0].isalnum() else ""
    after = rf"(?![\w{_MARKS}])" if surface[-1].isalnum() else rf"(?![{_MARKS}])"
    return re.compile(before + words + after)


def stands_in(surface: str, composed: str) -> bool:
    """Tell whether an alias would be found in a composed text."""
    return _may_stand_in(surface, composed) and alias_pattern(surface).search(composed) is not None


def _may_stand_in(surface: str, composed: str) -> bool:
    """Tell whether the first word is there, which takes a tenth of the time of the pattern."""
    return surface.split(" ", 1)[0] in composed


def _as_type(entity: str, type_: str) -> str:
    """Return the id of an entity as one of another type."""
    label = gazetteer().label(entity)
    if label:
        return named(type_, label)[0]
    return f"{_PREFIX[type_]}:{entity.partition(':')[2]}"


@cache
def named(type_: str, surface: str) -> tuple[str, str]:
    """Return the id and label of what is called ``surface`` in either language."""
    from reader.entities.linking import link

    found = ("", "")
    for lang in ("vi", "en"):
        entity, label = link(Candidate(0, 0, type_, 0, "correction"), surface, lang, "")
        found = entity or "", label or surface
        if gazetteer().label(found[0]):
            break
    return found
