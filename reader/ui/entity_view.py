"""The page of an entity: its names, titles, company and articles, and each mention in context.

Fumio Kishida · person · 2 articles, 18 mentions · 8 May 2023
  vi   Fumio Kishida 3  Kishida 4
  en   Kishida 10  Fumio Kishida 1
Titles
  2023   Prime Minister
…
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from reader.article import Article, Span
from reader.entities import Entity, Mention
from reader.entities.portrait import Portrait
from reader.fold import fold
from reader.search import concordance
from reader.ui.concordance_view import entry_of
from reader.ui.legend import NAMES, STYLES
from reader.ui.line_list import Entry, fixed, heading
from reader.ui.places import Place, View
from reader.ui.wording import SEPARATOR, count, date_for_people

COMPANIONS = 12
"""Entities listed as company. More are seldom read, and push the contexts off the screen."""


class EntityPage(NamedTuple):
    """The page of an entity to go to."""

    entity: str


def page(found: Portrait, wanted: str) -> View:
    """Return the page of an entity; ``wanted`` narrows the contexts to lines with its words."""
    title = SEPARATOR.join((found.label, found.type.lower(), _extent(found)))
    if not found.places:
        return View("Nobody", [], "No article names it any more.")
    words = fold(wanted).split()
    entries = list(_contexts(found, words))
    if not words:
        entries = [*_names(found), *_titles(found), *_company(found), *_articles(found), *entries]
    return View(title, entries, "No context holds that.")


def collection(entities: Iterable[Entity], wanted: str, kind: str) -> View:
    """Return the entities of a collection of a type (empty for all), narrowed by a name."""
    words = fold(wanted).split()
    chosen = [
        entity
        for entity in entities
        if kind in ("", entity.type) and all(word in fold(_searched(entity)) for word in words)
    ]
    what = NAMES[kind][0] if kind else "Entities"
    return View(f"{what} · {len(chosen):,}", [_line(each) for each in chosen], "No such entity.")


def _searched(entity: Entity) -> str:
    return " ".join((entity.label, *entity.aliases))


def _line(entity: Entity) -> Entry:
    others = [alias for alias in entity.aliases if fold(alias) != fold(entity.label)]
    content = Content.assemble(
        (f"{entity.mentions:>6} ", "dim"),
        (f"{entity.articles:>5} ", "dim"),
        (f"  {entity.label}", STYLES[entity.type]),
        (f"   {', '.join(others)}", "$quiet"),
    )
    return fixed(content, EntityPage(entity.id))


def _extent(found: Portrait) -> str:
    articles = len({article.id for article, _ in found.places})
    parts = [count(articles, "article"), count(len(found.places), "mention")]
    days = dict.fromkeys(date_for_people(day) for day in (found.first, found.last) if day)
    return ", ".join(parts) + (SEPARATOR + " – ".join(days) if days else "")


def _section(name: str) -> Iterator[Entry]:
    yield heading(Content(""))
    yield heading(Content.styled(name, "bold $primary"))


def _names(found: Portrait) -> Iterator[Entry]:
    for lang, names in sorted(found.names.items()):
        said = SEPARATOR.join(f"{name} {times}" for name, times in names.most_common())
        yield heading(Content.assemble((f"{lang:<6}", "$quiet"), said))


def _titles(found: Portrait) -> Iterator[Entry]:
    if found.titles:
        yield from _section("Titles")
    for title, year in sorted(found.titles, key=lambda titled: (titled.year, titled.title)):
        yield heading(Content.assemble((f"  {year or '?':<6}", "$quiet"), title))


def _company(found: Portrait) -> Iterator[Entry]:
    if found.company:
        yield from _section("Named together with")
    for entity, articles in found.company.most_common(COMPANIONS):
        content = Content.assemble((f"  {articles:<6}", "$quiet"), found.labels[entity])
        yield fixed(content, EntityPage(entity))


def _articles(found: Portrait) -> Iterator[Entry]:
    yield from _section("Articles")
    first: dict[str, tuple[Article, Mention]] = {}
    for article, mention in found.places:
        first.setdefault(article.id, (article, mention))
    for article, mention in sorted(first.values(), key=lambda pair: pair[0].date or ""):
        day = date_for_people(article.date, inferred=article.date_source == "inferred")
        content = Content.assemble((f"  {day or 'undated':<14}", "$quiet"), article.title)
        target = Place(article.id, Span(mention.start, mention.end))
        yield fixed(content, target)


def _contexts(found: Portrait, words: Sequence[str]) -> Iterator[Entry]:
    yield from _section("In context")
    for article, mention in found.places:
        for line in concordance.lines(article, [Span(mention.start, mention.end)]):
            if all(word in fold(line.left + line.match + line.right) for word in words):
                yield entry_of(line)
