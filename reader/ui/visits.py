"""The screens that one visits from the reading screen, made from what lies on the desk.

Each shows places of the collection. The reading screen opens one and goes where it leads.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reader.article import Article, Span
from reader.entities import Mention
from reader.entities.portrait import portrait
from reader.entities.related import related
from reader.ui import entity_view, related_view
from reader.ui.compare import Compare, Side
from reader.ui.desk import Desk
from reader.ui.places import Places, View
from reader.ui.timeline_view import dated
from reader.ui.timeline_view import view as timeline_view

if TYPE_CHECKING:
    from reader.search.concordance import Line

MOST_LINES = 5_000
"""Lines of a concordance. More take seconds to gather and nobody reads them; the title says so."""


def timeline(desk: Desk) -> Places:
    """Return the timeline of the articles that are listed."""
    articles = list(_known(desk))
    dates = [date for article, mentions in articles for date in dated(article, mentions)]
    undated = {article.id: article.title for article, _ in articles if not article.date}
    written = Counter(article.date[:4] for article, _ in articles if article.date)
    return Places(lambda wanted, _order: timeline_view(dates, undated, written, wanted))


def concordance(desk: Desk, mention: Mention | None) -> Places | None:
    """Return every match of the query, or every mention of an entity, in its context."""
    from reader.search.concordance import ORDERS
    from reader.ui.concordance_view import view

    if mention is not None and mention.entity:
        what, found = mention.label or mention.text, _mention_lines(desk, mention.entity)
    elif desk.results is not None and desk.marks_words:
        what, found = desk.results.query.text, _match_lines(desk)
    else:
        return None
    lines = list(islice(found, MOST_LINES))
    what = f"{what} (the first {MOST_LINES:,})" if len(lines) == MOST_LINES else what
    return Places(lambda wanted, order: view(what, lines, wanted, order), list(ORDERS))


def entity(desk: Desk, entity_id: str) -> Places:
    """Return the page of an entity."""
    named, ids = desk.catalogue.articles(entity_id), desk.catalogue.ids(entity_id)
    found = portrait(ids, _known(desk, [each for each in desk.mentions if each in named]))
    if found.places:
        found.label = desk.label_of(entity_id)
    return Places(lambda wanted, _order: entity_view.page(found, wanted))


def collection(desk: Desk) -> Places:
    """Return the entities of the collection, the most mentioned first, type by type."""
    from reader.ui.legend import NAMES

    entities = desk.catalogue.entities()
    kinds = {"all types": "", **{NAMES[kind][0]: kind for kind in NAMES if kind != "DATE"}}
    return Places(
        lambda wanted, order: entity_view.collection(entities, wanted, kinds[order]), list(kinds)
    )


def same_story(desk: Desk, article: Article) -> Places:
    """Return the articles on the story of ``article``."""
    alike = related(desk.catalogue, article.id, lambda each: desk.row(each).date)
    found = [one for one in alike if desk.row(one.article).path]

    def show(wanted: str, _order: str) -> View:
        label = desk.label_of
        return related_view.view(article.title, found, desk.row, label, wanted)

    return Places(show)


def comparison(desk: Desk, left: str, right: str) -> Compare:
    """Return two articles side by side."""
    sides = [
        Side(desk.library.article(each), desk.mentions.get(each, ())) for each in (left, right)
    ]
    return Compare(*sides)


def _known(
    desk: Desk, ids: Sequence[str] | None = None
) -> Iterator[tuple[Article, Sequence[Mention]]]:
    """Yield the listed articles (or those given) whose entities are known, with their mentions."""
    if ids is None:
        # Of a collection kept on disk few are known: they are looked at, and not all listed ones.
        all_of_many = desk.results is None and desk.library.index_folder is not None
        ids = list(desk.mentions) if all_of_many else desk.ids
    for article_id in ids:
        if article_id in desk.mentions and (article := _there(desk, article_id)) is not None:
            yield article, desk.mentions[article_id]


def _there(desk: Desk, article_id: str) -> Article | None:
    """Return an article, None if it went away since it was found or recognised."""
    try:
        return desk.library.article(article_id)
    except (KeyError, OSError):
        return None


def _mention_lines(desk: Desk, entity_id: str) -> Iterator["Line"]:
    from reader.search.concordance import lines

    ids = desk.catalogue.ids(entity_id)
    for article, mentions in _known(desk, sorted(desk.catalogue.articles(entity_id))):
        spans = [Span(m.start, m.end) for m in mentions if m.entity in ids]
        yield from lines(article, spans)


def _match_lines(desk: Desk) -> Iterator["Line"]:
    from reader.search import matches
    from reader.search.concordance import lines

    assert desk.results is not None
    for article_id in desk.results.ids:
        if (article := _there(desk, article_id)) is not None:
            yield from lines(article, matches(article, desk.results.query))
