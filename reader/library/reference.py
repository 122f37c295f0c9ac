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

    An id or place goes before the start of an id, and that before a path. Raises UnknownArticle or
    AmbiguousArticle, whose text is "what: why (what to do)".
    """
    if not reference.strip():
        raise UnknownArticle("no article named (give an id or a file)")
    for candidates in (
        [row for row in rows if row.id == reference],
        [row for row in rows if row.place == reference],
        [row for row in rows if row.id.startswith(reference.lower())],
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
    found = _at(reference, rows)
    if found or not mark:
        return found
    return [row for row in _at(path, rows) if row.place.endswith(f"#{fragment}")]


def _at(path: str, rows: Sequence[Row]) -> list[Row]:
    """Return the articles of the file at a path; only files of that name are looked up."""
    name, real = os.path.basename(path), os.path.realpath(path)
    return [row for row in rows if row.path.endswith(name) and os.path.realpath(row.path) == real]
