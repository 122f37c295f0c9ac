"""``export``: articles as Markdown, HTML or JSON, with what the user marked in them."""

from argparse import Namespace
from collections.abc import Iterator

from reader.article import Article
from reader.cli import collection, marks, recognition
from reader.cli.commands import show
from reader.cli.errors import FOUND, NOTHING
from reader.cli.export import html, markdown
from reader.cli.export.page import Page
from reader.cli.output import Output
from reader.cli.table import Record
from reader.state import State


def run(options: Namespace, output: Output) -> int:
    """Write the articles to standard output."""
    with marks.opened() as state:
        recogniser = show.recogniser(options)
        pages = (page(article, state, recogniser) for article in _articles(options))
        if options.format == "json":
            return FOUND if output.each(pages, record, lambda _: ()) else NOTHING
        for part in (html if options.format == "html" else markdown).parts(pages):
            output.stream.write(part)
    return FOUND


def page(article: Article, state: State, recogniser: recognition.Recogniser) -> Page:
    """Return the article with its mentions, highlights and notes."""
    return Page(article, recogniser.mentions(article), state.highlights(article.key))


def record(page: Page) -> Record:
    """Return the record that ``show`` gives, with the highlights."""
    keys = ("start", "end", "quote", "note")
    marked = [{key: getattr(one, key) for key in keys} for one in page.highlights]
    return {**show.record(page.article, page.mentions), "highlights": marked}


def _articles(options: Namespace) -> Iterator[Article]:
    if not options.all:
        yield show.find(options.article, options.paths)
        return
    # With --all there is no ARTICLE: what stands in its place is the first path.
    paths = [options.article, *options.paths] if options.article else options.paths
    with collection.opened(paths) as library:
        for article_id in library.ids():
            yield library.article(article_id)
