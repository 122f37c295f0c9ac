"""The corrections while a collection is open: what was recognised is kept apart from what is shown.

recognised ─▶ correct ─▶ shown          a rule more or less: only the articles that hold
     └── kept ──▶ again ──▶ shown       what it is about are corrected again
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.article import Article
from reader.entities.corrections.book import Book, Places, append, undo
from reader.entities.corrections.rule import Rule
from reader.entities.mention import Mention
from reader.library import Library

if TYPE_CHECKING:
    from reader.entities.corrections.effect import Corrections


class Mending:
    """Applies the corrections of some files, and writes more of them.

    Without ``places`` they last as long as the reader is open.
    """

    def __init__(self, places: Places | None = None) -> None:
        self._places = places
        self._raw: dict[str, Sequence[Mention]] = {}
        self._take(places.read() if places else Book())

    def _take(self, book: Book) -> None:
        self.rules = book.rules
        self.problems = book.problems
        self._corrections: Corrections | None = None

    @property
    def is_beside_collection(self) -> bool:
        """Tell whether new corrections go beside the articles, where their places are known."""
        return self._places is not None and self._places.target != self._places.own

    def correct(self, article: Article, raw: Sequence[Mention]) -> list[Mention]:
        """Return the mentions of an article as the user has them, and remember them as they were.

        Raises nothing; whatever the rules say, the result is in order and without overlaps.
        """
        self._raw[article.id] = raw
        return self._applied(article, raw)

    def _applied(self, article: Article, raw: Sequence[Mention]) -> list[Mention]:
        if not self.rules:
            return list(raw)
        if self._corrections is None:
            from reader.entities.corrections.effect import Corrections

            self._corrections = Corrections(self.rules)
        return self._corrections.apply(article.text, raw, (article.id, article.place))

    def add(self, rule: Rule) -> bool:
        """Write a rule; tell whether nothing else changed in the files meanwhile.

        Raises: CorrectionsError; then it does not count.
        """
        wanted = (*self.rules, rule)
        if self._places is None:
            self.rules, self._corrections = wanted, None
        else:
            append(self._places.target, rule)
            self._take(self._places.read())
        return self.rules == wanted

    def undo(self) -> tuple[Rule | None, bool]:
        """Take back the last rule the program wrote, and return it; see ``add`` for the other."""
        before = self.rules
        if self._places is None:
            undone = before[-1] if before else None
            self.rules, self._corrections = before[:-1], None
            return undone, True
        undone = undo(self._places.target)
        self._take(self._places.read())
        without = list(before)
        if undone in without:
            del without[len(without) - 1 - without[::-1].index(undone)]
        return undone, self.rules == tuple(without)

    def concerned(
        self, rule: Rule, library: Library, shown: Mapping[str, Sequence[Mention]]
    ) -> list[str]:
        """Return the ids of the known articles in which a rule may change what is shown."""
        from reader.entities.corrections.audit import Known, affected

        def known() -> Iterator[Known]:
            for article_id, raw in self._raw.items():
                place, now = _place(library, article_id), shown.get(article_id, ())
                text = partial(_text, library, article_id)
                yield Known(article_id, (article_id, place), raw, now, text)

        return affected(rule, known())

    def again(
        self, library: Library, ids: Sequence[str] | None = None
    ) -> Iterator[tuple[Article, list[Mention]]]:
        """Correct articles again, all known ones if ``ids`` names none."""
        for article_id in list(self._raw) if ids is None else ids:
            try:
                article = library.article(article_id)
            except KeyError:
                continue
            yield article, self._applied(article, self._raw[article_id])


def _place(library: Library, article_id: str) -> str:
    try:
        return library.row(article_id).place
    except KeyError:  # it went away since it was read
        return ""


def _text(library: Library, article_id: str) -> str:
    try:
        return library.article(article_id).text
    except KeyError:
        return ""
