"""``show``: one article's text, and what is mentioned in it."""

import os
import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.article import Article, clean_line
from reader.cli import collection, recognition
from reader.cli.commands import annotate
from reader.cli.commands.list import ID_SHOWN, date_shown
from reader.cli.errors import FAILED, FOUND, NOTHING, CommandError
from reader.cli.output import Output
from reader.cli.table import Record
from reader.entities import TYPES, Mention
from reader.library import AmbiguousArticle, Library, UnknownArticle


def run(options: Namespace, output: Output) -> int:
    """Show the article."""
    article = find(options.article, options.paths)
    mentions = recogniser(options).mentions(article)
    if output.as_json:
        output.json(record(article, mentions))
    else:
        for line in page(article, mentions, output):
            output.line(line)
    return FOUND


def recogniser(options: Namespace) -> recognition.Recogniser:
    """Return what recognises an article of the collection, or of a file beside it."""
    is_file = options.article and os.path.exists(options.article)
    return recognition.Recogniser.of([*options.paths, *([options.article] if is_file else ())])


def find(reference: str, paths: Sequence[str]) -> Article:
    """Return the article of the collection, or else of the file, that ``reference`` names."""
    with collection.opened(paths) as library:
        try:
            return find_in(library, reference)
        except CommandError:
            if not os.path.exists(reference):
                raise
    with collection.opened([reference]) as library:
        return find_in(library, reference)


def find_in(library: Library, reference: str) -> Article:
    """Return the article of the collection that ``reference`` names.

    Raises:
        CommandError: when there is none, or there are several.
    """
    try:
        return library.article(library.find(reference).id)
    except UnknownArticle as error:
        is_id = re.fullmatch("[0-9a-fA-F]+", reference)
        raise CommandError(str(error), NOTHING if is_id else FAILED) from error
    except AmbiguousArticle as error:
        raise CommandError(str(error)) from error


def record(article: Article, mentions: Sequence[Mention]) -> Record:
    """Return the article's record with its text, what was set apart from it, and mentions."""
    keys = ("id", "path", "title", "title_source", "date", "date_source", "lang", "source", "text")
    found = {key: getattr(article, key) for key in keys}
    found["furniture"] = [piece._asdict() for piece in article.furniture]
    return {**found, "mentions": [annotate.record(mention) for mention in mentions]}


def page(article: Article, mentions: Sequence[Mention], output: Output) -> Iterator[str]:
    """Yield the lines that show the article to people: a header, the text, what it names."""
    head = {"date": article.date, "date_source": article.date_source}
    facts = (date_shown(head), article.source, article.lang, f"{article.words} words")
    yield output.paint(article.title, "strong")
    yield output.paint(" · ".join(fact for fact in facts if fact), "faint")
    yield output.paint(f"{article.id[:ID_SHOWN]}  {clean_line(article.path)}", "faint")
    yield ""
    yield marked(article.text, mentions, output)
    if mentions:
        yield ""
        yield from summary(mentions, output)
    apart = [shown for piece in article.furniture if (shown := clean_line(piece.text))]
    if apart := [piece for piece in dict.fromkeys(apart) if piece != article.title]:
        yield ""
        yield output.paint(f"Set apart: {' · '.join(apart)}", "faint")


def marked(text: str, mentions: Sequence[Mention], output: Output) -> str:
    """Return the text with each mention in the colour of its type."""
    parts, at = [], 0
    for mention in mentions:
        parts.append(text[at : mention.start])
        parts.append(output.paint(text[mention.start : mention.end], mention.type))
        at = mention.end
    return "".join(parts) + text[at:]


def summary(mentions: Sequence[Mention], output: Output) -> Iterator[str]:
    """Yield a line for each type with its entities, most mentioned first."""
    for type_ in TYPES:
        names = Counter(
            mention.label or mention.value or mention.text
            for mention in mentions
            if mention.type == type_
        )
        if names:
            told = ", ".join(
                f"{name} ×{count}" if count > 1 else name for name, count in names.most_common()
            )
            yield f"{output.paint(f'{type_:<7}', type_)} {told}"
