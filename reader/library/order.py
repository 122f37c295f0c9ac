"""In which order a list of articles stands."""

from collections.abc import Callable, Iterable

from reader.fold import fold
from reader.library.row import Row

ORDERS = ("newest", "oldest", "title", "source")

QUOTES = "\"'“”‘’«»([{…—–- "


def ordered(rows: Iterable[Row], order: str) -> list[Row]:
    """Return rows in one of ``ORDERS``. Ties stand by place. Raises ValueError for another."""
    if order not in _ARRANGE:
        raise ValueError(f"no order {order!r} (one of {', '.join(ORDERS)})")
    return _ARRANGE[order](sorted(rows, key=lambda row: row.place))


def _by_date(rows: list[Row], reverse: bool) -> list[Row]:
    dated = [row for row in rows if row.date]
    dated.sort(key=lambda row: row.date or "", reverse=reverse)
    return dated + [row for row in rows if not row.date]


def _by_source(rows: list[Row]) -> list[Row]:
    """Return rows by source, those of one source newest first, those without one last."""
    return sorted(_by_date(rows, True), key=lambda row: (not row.source, fold(row.source or "")))


_ARRANGE: dict[str, Callable[[list[Row]], list[Row]]] = {
    "newest": lambda rows: _by_date(rows, True),
    "oldest": lambda rows: _by_date(rows, False),
    "title": lambda rows: sorted(rows, key=lambda row: fold(row.title).lstrip(QUOTES)),
    "source": _by_source,
}
