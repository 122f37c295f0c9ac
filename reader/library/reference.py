"""How a person names an article: its id, the start of its id, or a file."""

import os
from collections.abc import Sequence

from reader.library.row import Row


class UnknownArticle(LookupError):  # noqa: N818  says what was met, not that it is an error
    """No article goes by that name."""


class AmbiguousArticle(LookupError):  # noqa: N818  as above
    """Several articles do."""


def resolve(reference: str, rows: Sequence[Row]) -> Row:
    """Return the article that ``reference`` names among ``rows``.

    An id goes before the start of one, and both before a place or path. Raises UnknownArticle or
    AmbiguousArticle, whose text is "what: why (what to do)".
    """
    if not reference.strip():
        raise UnknownArticle("no article named (give an id or a file)")
    for candidates in (
        [row for row in rows if row.id == reference],
        [row for row in rows if row.id.startswith(reference.lower())],
        [row for row in rows if row.place == reference],
        _of_file(reference, rows),
    ):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            ids = ", ".join(row.id for row in candidates[:3])
            more = ", …" if len(candidates) > 3 else ""
            raise AmbiguousArticle(
                f"{reference}: names {len(candidates)} articles (say which: {ids}{more})"
            )
    raise UnknownArticle(f"{reference}: no such article (see seeds-reader list)")


def _of_file(reference: str, rows: Sequence[Row]) -> list[Row]:
    """Return the articles of a file; ``dump.jsonl#2`` names one of several."""
    path, mark, fragment = reference.rpartition("#")
    exact = os.path.realpath(reference)
    parent = os.path.realpath(path) if mark else None
    return [
        row
        for row in rows
        if (real := os.path.realpath(row.path)) == exact
        or (real == parent and row.place.endswith(f"#{fragment}"))
    ]
