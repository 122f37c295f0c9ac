"""How a command gets the mentions of an article, and the entities of a collection."""

from reader.article import Article
from reader.entities import Catalogue, Mention, annotate
from reader.library import Library


def mentions(article: Article) -> list[Mention]:
    """Recognise what the article mentions, its dates relative to its own."""
    return annotate(article.text, date=article.date, lang=article.lang)


def catalogue(library: Library) -> Catalogue:
    """Recognise and link the mentions of the whole collection."""
    entities = Catalogue()
    for article in library.articles():
        entities.add(article.id, article.lang, mentions(article))
    return entities
