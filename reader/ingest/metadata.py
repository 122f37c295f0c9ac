"""Under which names records, headers and front matter say what an article is.

Names are compared folded and without punctuation, so ``datePublished``, ``date_published`` and
``Date Published`` are one. Fields list their names from the surest to the vaguest: a record with
``title`` and ``name`` means the first.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from reader.fold import fold

FIELD_NAMES = {
    "title": "title headline tieude tenbai articletitle posttitle subject",
    "text": "text body content articlebody maintext fulltext articletext contenttext bodytext"
    " noidung plaintext cleantext rawtext articlecontent contenthtml bodyhtml html paragraphs"
    " article story document",
    "summary": "summary description lead sapo abstract excerpt standfirst tomtat mota deck",
    "date": "date published publishedat publisheddate datepublished datepublish publishdate"
    " publicationdate publishtime publishedtime pubdate ngaydang ngay ngayxuatban datetime"
    " timestamp time createdat datecreated created updatedat datemodified updated crawldate",
    "source": "source publisher sourcename sitename site outlet publication newspaper nguon bao"
    " provider feedtitle feed sourcedomain domain website",
    "author": "author authors byline creator tacgia writer dccreator by",
    "link": "url link permalink canonicalurl canonical weburl articleurl sourceurl href uri guid",
    "lang": "lang language ngonngu languagecode locale inlanguage",
    "section": "section category chuyenmuc articlesection topic",
}

_NAMES = {field: names.split() for field, names in FIELD_NAMES.items()}
_FIELD_OF = {name: (field, rank) for field in _NAMES for rank, name in enumerate(_NAMES[field])}
_PUNCTUATION = re.compile(r"[\W_]+")
_ADDRESS = re.compile(r"https?://\S+")


_own: dict[str, tuple[str, ...]] = {}
"""The user's own names for fields. They are set once, as a run begins: who reads a file would
otherwise have to hand them down through every format."""


def name_fields(names: Mapping[str, str]) -> None:
    """Look for fields under the user's own names first; ``lead.text`` is ``text`` in ``lead``.

    A field's names are parted by commas. Raises ValueError for a field there is none of.
    """
    for field in names:
        if field not in FIELD_NAMES:
            raise ValueError(f"no field is called {field} (there are {', '.join(FIELD_NAMES)})")
    _own.clear()
    _own.update({field: tuple(map(str.strip, said.split(","))) for field, said in names.items()})
    field_of.cache_clear()


def own_names() -> str:
    """Return the user's own names as one text: what was read under others is to be read again."""
    return "\n".join(f"{field}={','.join(names)}" for field, names in sorted(_own.items()))


@lru_cache(maxsize=4096)
def field_of(name: str) -> tuple[str, int] | None:
    """Return the field that a name stands for and how vague it is (0 the surest), or None."""
    for field, names in _own.items():
        if name.strip() in names:
            return field, -1
    return _FIELD_OF.get(_PUNCTUATION.sub("", fold(name)))


def fields(record: Mapping[str, Any]) -> dict[str, str]:
    """Return what a record says under the names that are known, as text, blank values left out."""
    ranked: dict[str, tuple[int, str]] = {}
    for name, value in record.items():
        known = field_of(name) if isinstance(name, str) else None
        text = as_text(value).strip() if known else ""
        if known is None or not text or (known[0] == "link" and not _ADDRESS.match(text)):
            continue
        field, rank = known
        if field not in ranked or rank < ranked[field][0]:
            ranked[field] = rank, text
    return {field: text for field, (_, text) in ranked.items()} | _own_fields(record)


def _own_fields(record: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, names in _own.items():
        texts = (as_text(_dug(record, name)).strip() for name in names)
        if text := next(filter(None, texts), ""):
            found[field] = text
    return found


def _dug(record: Mapping[str, Any], name: str) -> Any:
    """Return what stands under a name, or under one inside another: ``lead.text``."""
    if name in record:
        return record[name]
    value: Any = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def as_text(value: Any) -> str:
    """Return a value of a record as text: of a list its items, of an object its name or text."""
    return "\n\n".join(_texts(value, 0))


def _texts(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bool) or value is None or depth > 4:
        return
    elif isinstance(value, int | float):
        yield str(value)
    elif isinstance(value, Mapping):
        for name in ("rendered", "name", "text", "#text", "value", "title", "content", "html"):
            if name in value:
                yield from _texts(value[name], depth + 1)
                return
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, depth + 1)
