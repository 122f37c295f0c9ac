"""People, bodies, places, dates and events of a text, linked across texts and languages.

    text -> passages (paragraph, language, tokens)      passage
         -> dates, names of the gazetteer, cue rules    dates, gazetteer, vietnamese, english
         -> the best of what overlaps                   resolve
         -> the document's own names                    document
         -> what stands beside a name tells             neighbours
         -> ids and labels                              linking

Each stage only proposes candidates, so that another (a tagger) can stand among them; an engine by
others can stand in the tagger's place (``engines``).
"""

from typing import TYPE_CHECKING

from reader.entities.catalogue import Catalogue, Entity
from reader.entities.mention import TYPES, Mention

if TYPE_CHECKING:
    from reader.entities.engines import Engine

__all__ = ["LANGUAGES", "TYPES", "Catalogue", "Entity", "Mention", "annotate"]


LANGUAGES = ("vi", "en")
"""The languages that names are recognised in."""


def annotate(
    text: str,
    *,
    date: str | None = None,
    lang: str | None = None,
    engine: "Engine | None" = None,
) -> list[Mention]:
    """Return the mentions of ``text``, sorted, none overlapping another.

    ``date`` is when the text was written (ISO day, month or year), which relative dates count
    from. ``lang`` is ``vi`` or ``en``; with another or none each paragraph is guessed. The text
    may be decomposed: offsets are of the text as given. ``engine`` (``engines.load``) recognises in
    place of our tagger. The first call loads the rules and names.
    """
    from reader.entities.annotation import mentions

    return mentions(text, date, lang if lang in LANGUAGES else None, engine)
