"""Which articles a rule concerns, and which rules do nothing.

A rule concerns an article that holds what it is about: its surface, or its entity as recognised or
as other rules made it. One that concerns no article is dead; one that a later rule takes back, or
that says what another says, clashes.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from reader.entities.corrections.book import Entry
from reader.entities.corrections.effect import stands_in
from reader.entities.corrections.rule import Rule, surface_of
from reader.entities.gazetteer import gazetteer
from reader.entities.mention import Mention
from reader.fold import compose


class Known(NamedTuple):
    """An article and what is known of its mentions: as recognised, and as they are shown."""

    id: str
    names: Collection[str]
    raw: Sequence[Mention]
    shown: Sequence[Mention]
    text: Callable[[], str]
    """Gives the text, which is asked for only where an alias may stand in it."""


def affected(rule: Rule, articles: Iterable[Known]) -> list[str]:
    """Return the ids of the articles in which a rule that comes or goes may change something."""
    return [each.id for each in articles if concerns(rule, each)]


def concerns(rule: Rule, article: Known) -> bool:
    """Tell whether an article holds what a rule is about."""
    if not rule.holds_in(article.names):
        return False
    mentions = (*article.raw, *article.shown)
    if rule.is_about_entity:
        return any(each.entity == rule.what for each in mentions)
    if any(
        surface_of(each.text) == rule.what and rule.of in (None, each.entity) for each in mentions
    ):
        return True
    return rule.kind == "alias" and stands_in(rule.what, compose(article.text()))


def _held(article: Known) -> set[str | None]:
    """Return the surfaces and entities of an article: few rules are about any of them."""
    mentions = (*article.raw, *article.shown)
    return {each.entity for each in mentions} | {surface_of(each.text) for each in mentions}


class Finding(NamedTuple):
    """What is odd about a rule: ``dead`` or ``clash``, and why."""

    kind: str
    entry: Entry
    why: str


@dataclass
class Audit:
    """Looks at article after article, then tells which rules are dead or clash."""

    entries: Sequence[Entry]
    _alive: set[int] = field(default_factory=set)
    _reached: set[int] = field(default_factory=set)
    _entities: set[str] = field(default_factory=set)

    def look(self, article: Known) -> None:
        """Note which rules concern an article."""
        self._entities.update(each.entity for each in article.raw if each.entity)
        held, text = _held(article), ""
        for at, entry in enumerate(self.entries):
            rule = entry.rule
            if at not in self._reached and rule.holds_in(article.names):
                self._reached.add(at)
            if at in self._alive:
                continue
            if rule.kind == "alias":
                text = text or compose(article.text())
                is_alive = rule.holds_in(article.names) and stands_in(rule.what, text)
            else:
                is_alive = rule.what in held and concerns(rule, article)
            if is_alive:
                self._alive.add(at)

    def findings(self) -> list[Finding]:
        """Return what was found, in the order of the rules."""
        made = {rule.to for rule in self._rules if rule.to and rule.kind in ("alias", "split")}
        found = list(clashes(self.entries))
        clashing = {finding.entry for finding in found}
        for at, entry in enumerate(self.entries):
            if at not in self._alive and entry not in clashing and entry.rule.what not in made:
                found.append(Finding("dead", entry, self._why_dead(at, entry.rule)))
            elif entry.rule.kind == "merge" and not self._is_known(entry.rule.to or "", made):
                why = f"no article names {entry.rule.to}, which it merges into (check the id)"
                found.append(Finding("dead", entry, why))
        order = {entry: at for at, entry in enumerate(self.entries)}
        return sorted(found, key=lambda finding: order[finding.entry])

    @property
    def _rules(self) -> Iterator[Rule]:
        return (entry.rule for entry in self.entries)

    def _is_known(self, entity: str, made: Collection[str]) -> bool:
        return entity in self._entities or entity in made or gazetteer().label(entity) is not None

    def _why_dead(self, at: int, rule: Rule) -> str:
        if at not in self._reached:
            return f"no article is {rule.within} (give the id that list shows, or the place)"
        where = f" in {rule.within}" if rule.within else ""
        if rule.is_about_entity:
            return f"no article names {rule.what}{where} (check the id, or take the line out)"
        of = f" as {rule.of}" if rule.of else ""
        what = "holds" if rule.kind == "alias" else "has a mention"
        return f"no article {what} “{rule.what}”{of}{where} (check it, or take the line out)"


def clashes(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield the rules that a later one makes void, and those that say what another says."""
    for at, entry in enumerate(entries):
        later = next((each for each in entries[at + 1 :] if _voids(each.rule, entry.rule)), None)
        if later is None:
            continue
        where = _place(later, entry.file)
        if _outcome(later.rule) == _outcome(entry.rule):
            yield Finding("clash", entry, f"{where} says the same (take one out)")
        else:
            yield Finding("clash", entry, f"{where} takes it back: {later.rule} (take one out)")


def _voids(later: Rule, rule: Rule) -> bool:
    """Tell whether nothing of ``rule`` counts any more where ``later`` holds too."""
    if later.within not in (None, rule.within):
        return False
    turned = later.kind == rule.kind == "merge" and (later.what, later.to) == (rule.to, rule.what)
    return turned or _subject(later) == _subject(rule)


def _subject(rule: Rule) -> tuple[str, str, str | None]:
    aspect = "label" if rule.kind == "label" else "entity" if rule.is_about_entity else "surface"
    return aspect, rule.what, rule.of


def _outcome(rule: Rule) -> tuple[str, str, str | None, str | None]:
    return rule.kind, rule.what, rule.to, rule.type


def _place(entry: Entry, seen_from: Path) -> str:
    return f"line {entry.line}" if entry.file == seen_from else f"{entry.file}:{entry.line}"
