"""What lies on the desk: which articles are listed, which one is open, where its matches are.

The desk knows nothing of the terminal, so every rule of reading and walking is tested here in
milliseconds. The screen turns keys into calls of it and shows what it holds.

    library ──▶ listing (all, or the hits of a query) ──▶ article ──▶ matches
                   ▲ order, query                           ▲ take      ▲ step_match
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from reader.article import Article, Span
from reader.entities import Catalogue, Mention
from reader.library import ORDERS, Library, Row
from reader.state import State

if TYPE_CHECKING:
    from reader.entities.corrections import Rule
    from reader.entities.corrections.session import Mending
    from reader.search import Results, Searcher


class Step(NamedTuple):
    """Where a step to another match led: the match, and whether a boundary was crossed."""

    match: Span
    moved: bool
    wrapped: bool


@dataclass
class Desk:
    """The open collection from the reader's point of view."""

    library: Library
    state: State
    catalogue: Catalogue
    make_searcher: Callable[[], "Searcher"]
    order: str = ORDERS[0]
    results: "Results | None" = None
    article: Article | None = None
    matches: Sequence[Span] = ()
    stops: Sequence[int] = ()
    current: int | None = None
    mentions: dict[str, list[Mention]] = field(default_factory=dict, repr=False)
    make_mending: "Callable[[], Mending] | None" = field(default=None, repr=False)
    originals: Mapping[str, str] = field(default_factory=dict, repr=False)
    copies: Mapping[str, int] = field(default_factory=dict, repr=False)
    is_folded: bool = True
    _ids: Sequence[str] | None = field(default=None, repr=False)
    _version: int = 0

    @cached_property
    def searcher(self) -> "Searcher":
        """Return the search engine, made when it is first needed."""
        return self.make_searcher()

    @cached_property
    def mending(self) -> "Mending":
        """Return the corrections of entities, read when there is something to correct."""
        if self.make_mending is not None:
            return self.make_mending()
        from reader.entities.corrections.session import Mending

        return Mending()

    @property
    def count(self) -> int:
        """Return how many articles are listed."""
        if self.results is not None:
            return self.results.total
        return len(self.ids if self._folds else self.library)

    @property
    def _folds(self) -> bool:
        """Tell whether copies stand under their originals. What is found is never left out."""
        return self.is_folded and bool(self.originals) and self.results is None

    @property
    def ids(self) -> Sequence[str]:
        """Return the ids listed, in order."""
        if self.results is not None:
            return self.results.ids
        if self._ids is None:
            ids = self.library.ids(self.order)
            self._ids = [one for one in ids if one not in self.originals] if self._folds else ids
        return self._ids

    def rows(self, start: int, stop: int) -> list[Row]:
        """Return the listed rows from ``start`` up to ``stop``, fewer at the end."""
        if self._folds:
            return [self.row(one) for one in self.ids[start:stop]]
        if self.results is None:
            return self.library.rows(start, stop, self.order)
        return [self.row(hit.id) for hit in self.results.hits(start, stop)]

    def row(self, article_id: str) -> Row:
        """Return a row; of an article that went away since it was found, one that says so."""
        try:
            return self.library.row(article_id)
        except KeyError:
            gone = "(no longer in the collection)"
            return Row(article_id, "", "", "", gone, "derived", None, None, "", None, 0)

    def index_of(self, article_id: str) -> int | None:
        """Return where an article, or what it copies, is listed; None if it is not."""
        if self._folds:
            article_id = self.originals.get(article_id, article_id)
        try:
            return self.ids.index(article_id)
        except ValueError:
            return None

    def know(self, article: Article, mentions: list[Mention]) -> None:
        """Remember what was recognised in an article, as the user corrected it."""
        self._show(article, self.mending.correct(article, mentions))

    def _show(self, article: Article, mentions: list[Mention]) -> None:
        self.mentions[article.id] = mentions
        self.catalogue.add(article.id, article.lang, mentions)

    def concerned(self, rule: "Rule") -> list[str]:
        """Return the articles in which a correction may change something."""
        return self.mending.concerned(rule, self.library, self.mentions)

    def mend(self, rule: "Rule") -> int:
        """Make a correction, and return how many articles it concerns.

        Raises: CorrectionsError when it cannot be written; then it does not count.
        """
        return self._again(rule, self.mending.add(rule))

    def undo_mending(self) -> "Rule | None":
        """Take back the last correction that the program wrote, and return it, if there is one.

        Raises: CorrectionsError when it cannot be written.
        """
        rule, alone = self.mending.undo()
        if rule is not None or not alone:
            self._again(rule, alone)
        return rule

    def _again(self, rule: "Rule | None", alone: bool) -> int:
        """Correct again what a rule concerns, or where the files have other rules too, all."""
        concerned = self.concerned(rule) if rule else []
        for article, mentions in self.mending.again(self.library, concerned if alone else None):
            self._show(article, mentions)
        return len(concerned)

    def label_of(self, entity_id: str) -> str:
        """Return the name of an entity of the collection."""
        return self.catalogue.entity(entity_id).label

    def refresh(self) -> bool:
        """Take up what another process has changed in the library; tell whether it has."""
        version = self.library.version
        if version == self._version:
            return False
        self._version = version
        self._ids = None
        if "searcher" in self.__dict__:  # made already, on an older commit of the index
            self.searcher.refresh()
        self.search_again()
        return True

    def search_again(self) -> None:
        """Look for the same once more, where what is known has changed."""
        if self.results is not None:
            self.results = self.searcher.search(self.results.query.text)

    def fold(self, originals: Mapping[str, str], *, is_folded: bool = True) -> None:
        """List copies under what they copy, or each by itself."""
        self.originals, self.copies = originals, Counter(originals.values())
        self.is_folded, self._ids = is_folded, None

    def sort(self, order: str) -> None:
        """List the articles in another order."""
        self.order, self._ids = order, None

    def look_for(self, query: str) -> None:
        """List what ``query`` finds, best first; an empty query lists everything again."""
        self.results = self.searcher.search(query) if query.strip() else None
        self._forget_matches()  # those of the best hit come when it is taken

    def warm_up(self) -> None:
        """Do all that the first search has to do besides searching. May run in a thread."""
        self.searcher.search("a")

    @property
    def marks_words(self) -> bool:
        """Tell whether the query has words to mark, and not conditions alone (``is:unread``)."""
        query = self.results.query if self.results is not None else None
        return query is not None and bool(query.words or query.phrases)

    def title_matches(self, title: str) -> tuple[Span, ...]:
        """Return where the query matches in a title of the list."""
        if self.results is None:
            return ()
        from reader.search import title_matches

        return tuple(title_matches(title, self.results.query))

    def take(self, article_id: str) -> Article:
        """Lay an article on the desk; its first match becomes the current one."""
        if self.article is None or self.article.id != article_id:
            self.article = self.library.article(article_id)
        self._mark()
        return self.article

    def step_match(self, step: int) -> Step | None:
        """Go to the next match (``step`` 1) or the one before (-1), through the listed articles.

        Behind the last match of an article comes the first of the next listed article that
        matches; behind the last article, the first again. None if nothing matches anywhere.
        """
        if self.article is None or not self.marks_words:
            return None
        at = bisect_left(self.stops, self.current if self.current is not None else -1) + step
        if self.current is not None and 0 <= at < len(self.stops):
            self.current = self.stops[at]
            return Step(self.matches[self.current], moved=False, wrapped=False)
        return self._step_article(step)

    def _step_article(self, step: int) -> Step | None:
        assert self.article is not None
        here = self.index_of(self.article.id)
        start = here if here is not None else (-1 if step > 0 else 0)
        for distance in range(1, self.count + 1):
            index = start + step * distance
            try:
                self.take(self.ids[index % self.count])
            except (KeyError, OSError):  # it went away since it was found
                continue
            if self.stops:
                self.current = self.stops[0 if step > 0 else -1]
                wrapped = not 0 <= index < self.count
                return Step(self.matches[self.current], moved=True, wrapped=wrapped)
        return None

    def _mark(self) -> None:
        """Find the matches of the query in the article on the desk.

        Words of the query that stand side by side are one match. Where all of them do, only those
        matches are walked: ``han quoc`` stops at each Hàn Quốc and not at every other Quốc.
        """
        self._forget_matches()
        if self.results is None or self.article is None:
            return
        from reader.search import matches

        query, text = self.results.query, self.article.text
        groups = list(_side_by_side(matches(self.article, query), text, len(query.words)))
        self.matches = [Span(group[0].start, group[-1].end) for group in groups]
        whole = [at for at, group in enumerate(groups) if len(group) == len(query.words)]
        self.stops = whole or range(len(groups))
        self.current = self.stops[0] if self.stops else None

    def _forget_matches(self) -> None:
        self.matches, self.stops, self.current = (), (), None


def _side_by_side(spans: Sequence[Span], text: str, most: int) -> Iterator[list[Span]]:
    """Part ``spans`` into runs of at most ``most`` that only a space or a hyphen parts."""
    group: list[Span] = []
    for span in spans:
        near = bool(group) and text[group[-1].end : span.start] in (" ", "-")
        if group and not (near and len(group) < most):
            yield group
            group = []
        group.append(span)
    if group:
        yield group
