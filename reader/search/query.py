"""What the reader typed, as data: the one place that knows the query language.

    kisida "nhật bản" -nga title:visit place:seoul lang:vi before:2025-09 tha
    word   phrase     excl word        filters                            word, still being typed

Parsing never raises. What makes no sense is searched as words where that is possible, and
otherwise left out; either way ``Query.ignored`` says so in a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reader import fold

FILTERS = ("person", "org", "place", "event", "lang", "source", "date", "before", "after",
           "is", "tag")  # fmt: skip
"""Fields whose value is compared with something other than the words of the text."""

STATES = ("read", "unread", "starred")
"""What ``is:`` may ask."""

MAX_WORDS = 24
"""Words of a query that are searched; a pasted page would otherwise cost seconds a keystroke."""

_PIECE = re.compile(
    r"""(?P<minus>-)?
        (?:(?P<field>[^\W\d_]+):)?
        (?:"(?P<quoted>[^"]*)(?P<close>"?)|(?P<bare>[^\s"]+))?""",
    re.VERBOSE,
)
_QUOTES = str.maketrans("“”„«»", '"""""')
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_DAY_FIRST = re.compile(r"(?:(\d\d?)/)?(\d\d?)/(\d{4})")


@dataclass(frozen=True)
class Word:
    """A typed word. ``text`` is as written, ``term`` folded; an open word is still being typed."""

    term: str
    text: str
    is_open: bool = False
    in_title: bool = False
    allows_typos: bool = True

    @property
    def is_marked(self) -> bool:
        """Tell whether it was typed with marks, so that texts with those marks come first."""
        return fold.is_marked(self.text)


@dataclass(frozen=True)
class Phrase:
    """Words that must stand side by side, in order, spelt as typed."""

    words: tuple[Word, ...]
    in_title: bool = False


class Filter(NamedTuple):
    """A condition on the article rather than on its words."""

    field: str
    value: str
    is_negated: bool = False


@dataclass(frozen=True)
class Query:
    """A parsed query. ``words`` keep the typed order, which ranking looks at."""

    text: str
    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    filters: tuple[Filter, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was asked, so that every article is an answer."""
        return not (self.words or self.phrases or self.excluded or self.filters)


class _Piece(NamedTuple):
    """A stretch of the query between spaces, taken apart."""

    field: str
    value: str
    is_quoted: bool
    is_negated: bool
    is_open: bool


class _Draft:
    """A query being put together, piece by piece."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.phrases: list[Phrase] = []
        self.excluded: list[Phrase] = []
        self.filters: list[Filter] = []
        self.ignored: list[str] = []

    def add(self, piece: _Piece) -> None:
        """File ``piece`` under what it asks."""
        if piece.field in FILTERS:
            self._add_filter(piece)
            return
        words = tuple(_words(piece))
        if not words:
            if piece.field:
                self.ignored.append(f"{piece.field}: has no value yet")
        elif piece.is_negated:
            self.excluded.append(Phrase(words, piece.field == "title"))
        elif piece.is_quoted:
            self.phrases.append(Phrase(words, piece.field == "title"))
        else:
            self.words.extend(words)

    def _add_filter(self, piece: _Piece) -> None:
        value = piece.value.strip()
        if not value:
            self.ignored.append(f"{piece.field}: has no value yet")
            return
        if piece.field in ("date", "before", "after"):
            value = _date_value(value)
        elif piece.field == "is":
            value = value.lower()
        if why := _nonsense(piece.field, value):
            self.ignored.append(f"{piece.field}:{piece.value} {why}")
        else:
            self.filters.append(Filter(piece.field, value, piece.is_negated))


def parse(text: str) -> Query:
    """Read ``text`` as a query. Never raises; ``Query.ignored`` says what was left out."""
    draft = _Draft()
    sound = text.encode("utf-8", "replace").decode("utf-8")  # the index takes no lone surrogates
    for piece in _pieces(fold.compose(sound).translate(_QUOTES)):
        draft.add(piece)
    if len(draft.words) > MAX_WORDS:
        draft.ignored.append(f"words after the {MAX_WORDS}th were left out")
        del draft.words[MAX_WORDS:]
    return Query(text, tuple(draft.words), tuple(draft.phrases), tuple(draft.excluded),
                 tuple(draft.filters), tuple(draft.ignored))  # fmt: skip


def _pieces(text: str) -> Iterator[_Piece]:
    for found in _PIECE.finditer(text):
        field, quoted = (found["field"] or "").lower(), found["quoted"]
        value = quoted if quoted is not None else found["bare"] or ""
        if field and field != "title" and field not in FILTERS:
            value, field = f"{found['field']} {value}", ""
        if not field and not value.strip():
            continue
        is_last = found.end() == len(text) and not found["close"]
        yield _Piece(field, value, quoted is not None, bool(found["minus"]), is_last)


def _words(piece: _Piece) -> Iterator[Word]:
    tokens = list(fold.tokens(piece.value))
    for number, token in enumerate(tokens):
        ends_piece = number == len(tokens) - 1 and token.end == len(piece.value)
        yield Word(
            token.term,
            piece.value[token.start : token.end],
            is_open=piece.is_open and ends_piece and not piece.is_negated,
            in_title=piece.field == "title",
            allows_typos=not (piece.is_quoted or piece.is_negated),
        )


def _date_value(value: str) -> str:
    """Return ``value`` as ISO 8601 where it is a date written with the day or month first."""
    if found := _DAY_FIRST.fullmatch(value):
        day, month, year = found.groups()
        return f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")
    return value.replace("/", "-").rstrip("-")


def _nonsense(field: str, value: str) -> str | None:
    """Say why ``value`` cannot be compared with ``field``, or return None."""
    if field == "is" and value not in STATES:
        return f"was ignored: it knows {', '.join(STATES)}"
    bounds = value.split("..", 1) if field == "date" else [value]
    if field in ("date", "before", "after") and not all(map(_is_date_bound, bounds)):
        return "was ignored: a date looks like 2025, 2025-09 or 2025-09-09"
    return None


def _is_date_bound(value: str) -> bool:
    """Tell a day, month or year that is in the calendar."""
    if not _DATE.fullmatch(value):
        return False
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
