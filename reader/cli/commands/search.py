"""``search``: the articles that match a query, best first, each with a snippet."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article, Span
from reader.cli import collection, marks
from reader.cli.cells import ELLIPSIS, cut, pad, width
from reader.cli.commands.list import ID_SHOWN, date_shown
from reader.cli.errors import FOUND, NOTHING, tell
from reader.cli.output import Output
from reader.cli.table import Record
from reader.library import Library
from reader.search import Hit, Results, Searcher, Snippet, matches, parse, parts, snippet

if TYPE_CHECKING:
    from reader.entities import Catalogue

SNIPPET_LENGTH = 200
"""Characters of a snippet where no terminal's width limits it: a long sentence. More would make
the output of a search as long as the articles."""

PAGE = 100
"""Hits asked for at once. Fewer would ask more often; more would keep the first line waiting."""

INDENT = "    "


class Found(NamedTuple):
    """A hit with the article it is in and where the query matches there."""

    article: Article
    score: float
    matches: list[Span]
    snippet: Snippet


def run(options: Namespace, output: Output) -> int:
    """Search the collection."""
    length = SNIPPET_LENGTH
    if output.columns is not None:
        length = max(20, output.columns - len(INDENT) - 2 * len(ELLIPSIS))
    with collection.opened(options.paths) as library:
        results = search(library, options.query, options.paths)
        for note in results.notes:
            tell(f"search: {note}")
        hits = found(library, results, options.limit, length)
        explain, words = options.explain, len(results.query.words)
        count = output.each(
            hits,
            lambda hit: {**record(hit), **(explained(hit, words) if explain else {})},
            lambda hit: (*lines(hit, output), *(explanation(hit, words) if explain else ())),
        )
    return FOUND if count else NOTHING


def search(library: Library, text: str, paths: Sequence[str]) -> Results:
    """Search with what the query needs: entities are recognised only if it asks for one."""
    asked = {condition.field for condition in parse(text).filters}
    entities = _entities(library, paths) if asked & {"person", "org", "place", "event"} else None
    if not asked & {"is", "tag"}:
        return Searcher(library, entities).search(text)
    with marks.opened() as state:
        return Searcher(library, entities, state).search(text)


def _entities(library: Library, paths: Sequence[str]) -> "Catalogue":
    from reader.cli.recognition import Recogniser  # loads the gazetteers

    return Recogniser.of(paths).catalogue(library)


def found(library: Library, results: Results, limit: int | None, length: int) -> Iterator[Found]:
    """Yield the hits, at most ``limit``, with snippets of at most ``length`` characters."""
    for hit, article in islice(_articles(library, results), limit):
        spans = matches(article, results.query)
        yield Found(article, hit.score, spans, snippet(article, spans, length))


def _articles(library: Library, results: Results) -> Iterator[tuple[Hit, Article]]:
    """Yield the hits with their articles, but those that another process removed meanwhile."""
    for hit in _hits(results):
        try:
            article = library.article(hit.id)
        except KeyError:
            continue
        yield hit, article


def _hits(results: Results) -> Iterator[Hit]:
    """Yield the hits page by page: they are worked out as they are asked for."""
    start = 0
    while page := results.hits(start, start + PAGE):
        yield from page
        start += len(page)


def record(hit: Found) -> Record:
    """Return a hit's record; its snippet is the article's text from ``snippet_start`` on."""
    keys = ("id", "path", "title", "date", "date_source", "lang")
    return {
        **{key: getattr(hit.article, key) for key in keys},
        "score": hit.score,
        "snippet": hit.snippet.text,
        "snippet_start": hit.snippet.start,
        "matches": [span._asdict() for span in hit.matches],
    }


def explained(hit: Found, words: int) -> Record:
    """Return what the hit's score is made of."""
    return {"explain": {part.name: round(part.value, 4) for part in parts(hit.score, words)}}


def explanation(hit: Found, words: int) -> Iterator[str]:
    """Yield the line that tells people what the score is made of."""
    addends = " + ".join(f"{part.value:.4g} {part.name}" for part in parts(hit.score, words))
    yield f"{INDENT}{hit.score:.4f} = {addends}"


def lines(hit: Found, output: Output) -> Iterator[str]:
    """Yield the two lines that tell a hit to people."""
    article = hit.article
    date = date_shown({"date": article.date, "date_source": article.date_source})
    head = f"{article.id[:ID_SHOWN]}  {pad(date, 10)}  {pad(article.lang, 2)}  "
    title = article.title
    if output.columns is not None:
        title = cut(title, max(8, output.columns - width(head)))
    yield output.paint(head, "faint") + output.paint(title, "strong")
    yield INDENT + snippet_shown(hit, output)


def snippet_shown(hit: Found, output: Output) -> str:
    """Return the snippet on one line, its matches in colour, an ellipsis where the text goes on."""
    part, at = hit.snippet, 0
    text = part.text.replace("\n", " ")
    pieces = [ELLIPSIS if part.start else ""]
    for start, end in part.matches:
        pieces += (text[at:start], output.paint(text[start:end], "match"))
        at = end
    ends = part.start + len(text) >= len(hit.article.text)
    return "".join(pieces) + text[at:] + ("" if ends else ELLIPSIS)
