"""The entities of a collection: who is named in how many articles, and under which names.

A Vietnamese name without its marks (`Nguyen Van Toan`) may be anyone who bears it with marks. If
only one person of the collection does, that is who it counts for; with two it stays by itself.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from reader.entities.mention import Mention
from reader.fold import compose, fold, terms


@dataclass(slots=True)
class Entity:
    """One thing that articles name, its aliases and languages with the most frequent first."""

    id: str
    type: str
    label: str
    aliases: dict[str, int] = field(default_factory=dict)
    articles: int = 0
    mentions: int = 0
    languages: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Tally:
    """What is counted of one entity."""

    type: str
    labels: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)


_Name = tuple[str, str, str, str]
"""Entity, type, label, alias: one way to name one thing."""


class Catalogue:
    """Counts the entities of many articles; an article may be entered again when it changes.

    An article is kept as the names in it, which articles share, and how often each stands there.
    """

    def __init__(self) -> None:
        self._entered: dict[str, tuple[str, tuple[_Name, ...], array[int]]] = {}
        self._names: dict[_Name, _Name] = {}
        self._tallies: dict[str, _Tally] = {}
        self._called: dict[str, Counter[str]] = defaultdict(Counter)
        self._marked: dict[str, set[str]] = defaultdict(set)

    def add(self, article_id: str, lang: str, mentions: Sequence[Mention]) -> None:
        """Enter the mentions of an article in place of what it had. Dates are no entities."""
        self.remove(article_id)
        counts = Counter(
            (each.entity, each.type, each.label or each.text, _line(each.text))
            for each in mentions
            if each.entity and each.type != "DATE"
        )
        names = tuple(self._names.setdefault(name, name) for name in counts)
        self._entered[article_id] = lang, names, array("L", counts.values())
        for name, times in counts.items():
            self._count(article_id, lang, name, times)

    def remove(self, article_id: str) -> None:
        """Forget an article, if it was entered."""
        lang, names, counts = self._entered.pop(article_id, ("", (), ()))
        for name, times in zip(names, counts, strict=True):
            self._count(article_id, lang, name, -times)

    def _count(self, article_id: str, lang: str, name: _Name, times: int) -> None:
        entity, type_, label, alias = name
        tally = self._tallies.get(entity)
        if tally is None:
            tally = self._tallies[entity] = _Tally(type_)
            if type_ == "PERSON":
                self._marked[_unmarked(entity)].add(entity)
        _adjust(tally.labels, label, times)
        _adjust(tally.aliases, alias, times)
        _adjust(tally.languages, lang, times)
        _adjust(self._called[_key(label)], entity, times)
        _adjust(self._called[_key(alias)], entity, times)
        if times > 0:
            tally.articles.add(article_id)
            return
        tally.articles.discard(article_id)
        if not tally.aliases:
            del self._tallies[entity]
            self._marked[_unmarked(entity)].discard(entity)

    def entities(self, type: str | None = None) -> list[Entity]:  # noqa: A002 - the contract's word
        """Return the entities, those with most mentions first; ties by id."""
        found = [
            self.entity(entity)
            for entity, tally in self._tallies.items()
            if (type is None or tally.type == type) and self.canonical(entity) == entity
        ]
        return sorted(found, key=lambda each: (-each.mentions, each.id))

    def canonical(self, entity_id: str) -> str:
        """Return the id that a mention's id counts under in this collection."""
        others = self._marked.get(_unmarked(entity_id), ())
        if len(others) == 2 and entity_id == _unmarked(entity_id):
            return max(others, key=lambda other: other != entity_id)
        return entity_id

    def ids(self, entity_id: str) -> list[str]:
        """Return the ids that count as one with an id: the canonical, the name without marks."""
        canonical = self.canonical(entity_id)
        plain = _unmarked(canonical)
        same = [canonical, plain] if self.canonical(plain) == canonical else [canonical]
        return list(dict.fromkeys(same))

    def _counted(self, entity_id: str) -> list[_Tally]:
        """Return the tallies that an id counts."""
        return [self._tallies[each] for each in self.ids(entity_id) if each in self._tallies]

    def __len__(self) -> int:
        """Return how many articles were entered."""
        return len(self._entered)

    def named_in(self, article_id: str) -> Set[str]:
        """Return the entities that an article names."""
        names = self._entered[article_id][1] if article_id in self._entered else ()
        return {self.canonical(name[0]) for name in names}

    def entity(self, entity_id: str) -> Entity:
        """Return one entity. Raises KeyError for an id that no article names."""
        canonical = self.canonical(entity_id)
        tallies = self._counted(canonical)
        if not tallies:
            raise KeyError(entity_id)
        return _entity(canonical, tallies)

    def articles(self, entity_id: str) -> Set[str]:
        """Return the articles that name an entity."""
        tallies = self._counted(self.canonical(entity_id))
        if len(tallies) == 1:
            return tallies[0].articles
        return frozenset().union(*(tally.articles for tally in tallies))

    def resolve(self, type: str | None, name: str) -> set[str]:  # noqa: A002
        """Return the entities so called, in any language, marks and case aside.

        A name that is nobody's whole name is looked for as words inside the names there are.
        """
        from reader.entities.gazetteer import gazetteer

        key = _key(name)
        if not key:
            return set()
        found = set(+self._called.get(key, Counter()))
        for lang in ("vi", "en"):
            match = gazetteer().find(name, lang)
            if match and match.known.entity in self._tallies:
                found.add(match.known.entity)
        found = found or {
            entity
            for other, entities in self._called.items()
            if f" {key} " in f" {other} "
            for entity in +entities
        }
        return {
            self.canonical(each)
            for each in found
            if type is None or self._tallies[each].type == type
        }


def _line(name: str) -> str:
    """Return a name composed and on one line."""
    return name if name.isascii() and "\n" not in name else compose(" ".join(name.split()))


def _adjust(counter: Counter[str], key: str, by: int) -> None:
    total = counter[key] + by
    if total > 0:
        counter[key] = total
    else:
        del counter[key]


def _entity(entity: str, tallies: Sequence[_Tally]) -> Entity:
    labels, aliases, languages = (
        sum((getattr(tally, field_) for tally in tallies), Counter[str]())
        for field_ in ("labels", "aliases", "languages")
    )
    articles = set().union(*(tally.articles for tally in tallies))
    label = max(labels.items(), key=lambda item: (item[1], len(item[0]), item[0]))[0]
    spoken = [lang for lang, _ in languages.most_common()]
    named = dict(aliases.most_common())
    return Entity(entity, tallies[0].type, label, named, len(articles), aliases.total(), spoken)


@lru_cache(1 << 16)
def _unmarked(entity: str) -> str:
    """Return a person's id without marks, in the order that names without marks are keyed."""
    kind, _, key = entity.partition(":")
    return f"{kind}:{'-'.join(sorted(fold(key).split('-')))}" if kind == "person" else entity


@lru_cache(1 << 16)
def _key(name: str) -> str:
    return " ".join(terms(compose(name)))
