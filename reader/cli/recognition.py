"""How a command gets the mentions of an article, and the entities of a collection.

What the user corrected about them counts in all commands that show them.
"""

from collections.abc import Iterator, Sequence

from reader.article import Article
from reader.cli.errors import CommandError, tell
from reader.cli.fields import FILE as CONFIG
from reader.entities import Catalogue, Mention, annotate
from reader.entities.corrections import Book, places
from reader.entities.corrections.audit import Known
from reader.entities.corrections.effect import Corrections
from reader.entities.engines import OWN, Engine, EngineError, load
from reader.entities.memory import FILE as MEMORY
from reader.entities.memory import Memory
from reader.folders import folders
from reader.library import Library
from reader.library.bundled import bundled_seeds


class Recogniser:
    """Recognises entities as the user has them."""

    def __init__(self, book: Book) -> None:
        named = _configured()
        self._engine = engine(named)
        self._corrections = Corrections(book.rules)
        self._memory = Memory(folders().cache / MEMORY, named)

    @classmethod
    def of(cls, paths: Sequence[str]) -> "Recogniser":
        """Read the corrections of a collection, and say which of them cannot be read."""
        book = corrections(paths)
        for problem in book.problems:
            tell(str(problem))
        return cls(book)

    def mentions(self, article: Article) -> list[Mention]:
        """Return what the article mentions."""
        return list(self.known(article).shown)

    def known(self, article: Article) -> Known:
        """Return what the article mentions, before and behind the corrections."""
        raw, names = self._recalled(article), (article.id, article.place)
        shown = self._corrections.apply(article.text, raw, names)
        return Known(article.id, names, raw, shown, lambda: article.text)

    def _recalled(self, article: Article) -> list[Mention]:
        """Return what was recognised before, or recognise and remember it."""
        mentions = self._memory.recall(article.id)
        if mentions is None:
            mentions = recognised(article, self._engine)
            self._memory.keep(article.id, mentions)
        return mentions

    def catalogue(self, library: Library) -> Catalogue:
        """Recognise and link the mentions of the whole collection."""
        entities = Catalogue()
        for article in library.articles():
            entities.add(article.id, article.lang, self.mentions(article))
        self._memory.write()
        return entities

    def all_known(self, library: Library) -> Iterator[Known]:
        """Recognise article after article."""
        return map(self.known, library.articles())


def recognised(article: Article, engine: Engine | None) -> list[Mention]:
    """Return what the article mentions without corrections, dates relative to its own."""
    return annotate(article.text, date=article.date, lang=article.lang, engine=engine)


def engine(name: str) -> Engine | None:
    """Return the engine of a name, as ``engines.load`` does; what is missing ends the command."""
    try:
        return load(name)
    except EngineError as error:
        raise CommandError(str(error)) from error


def _configured() -> str:
    """Return the name of the engine that the configuration asks for."""
    folder = folders().config
    if not (folder / CONFIG).exists():
        return OWN
    from reader.config import ConfigError, read_config

    try:
        return read_config(folder).engine or OWN
    except ConfigError as error:
        raise CommandError(str(error)) from error


def corrections(paths: Sequence[str]) -> Book:
    """Read the corrections in the folder of the configuration and beside the collection."""
    return places(list(paths) or [str(bundled_seeds())], folders().config).read()
