"""The names known beforehand: which stretches of tokens are one, and what they name.

The data file holds the entities, one a line, then every surface, grouped by its first token so
that a lookup is one dictionary access and a line is parsed when its token is first met:

    country:JP <tab> C <tab> Japan <tab>
    geonames:1850147 <tab> T <tab> Tokyo <tab> JP
    …
    Nhật <tab> =117,v <tab> Bản=117,         surface "Nhật" (Vietnamese only) and "Nhật Bản"

Flags behind the entity's number say how far a surface may be trusted:

    v e  in Vietnamese, in English only       a  also an ordinary word or a name: look around it
    d    adjective of a country               p  only in a pair: `Mỹ - Trung`
    w    also a person's name                 i  only behind a word of place: `at`, `tỉnh`
    s    one name that is enough in news: `Putin`   h  begins with a head that stays outside
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from reader.entities.tokens import words


class Known(NamedTuple):
    """An entity of the gazetteer.

    ``kind`` is C country, T town, A division, R region, O body, P person or E event; ``country``
    is the ISO code of where a town or division lies, else empty.
    """

    entity: str
    kind: str
    label: str
    country: str


class Match(NamedTuple):
    """What stands at a token: so many tokens, this entity, under these flags."""

    length: int
    known: Known
    flags: str


TYPE_OF = {"C": "PLACE", "T": "PLACE", "A": "PLACE", "R": "PLACE", "O": "ORG", "P": "PERSON",
           "E": "EVENT"}  # fmt: skip
_OTHER = {"vi": "e", "en": "v"}

_Entry = tuple[list[str], tuple[tuple[int, str], ...]]


class Gazetteer:
    """All names, looked up by token."""

    def __init__(self, data: str) -> None:
        entities, _, surfaces = data.partition("\n\n")
        self._entities: list[str] = entities.split("\n")
        self._lines: dict[str, str] = dict(line.split("\t", 1) for line in surfaces.splitlines())
        self._parsed: dict[str, list[_Entry]] = {}

    def __contains__(self, first: str) -> bool:
        return first in self._lines

    def at(self, tokens: Sequence[str], index: int, lang: str) -> Match | None:
        """Return the longest name that begins with token ``index``."""
        first = tokens[index]
        entries = self._parsed.get(first)
        if entries is None:
            line = self._lines.get(first)
            if line is None:
                return None
            entries = self._parsed[first] = _parse(line)
        for rest, values in entries:
            if rest and tokens[index + 1 : index + 1 + len(rest)] != rest:
                continue
            for number, flags in values:
                if _OTHER[lang] not in flags:
                    return Match(len(rest) + 1, self.known(number), flags)
        return None

    def known(self, number: int) -> Known:
        """Return the entity of a number."""
        return Known(*self._entities[number].split("\t"))

    def find(self, name: str, lang: str = "en") -> Match | None:
        """Return what the whole of ``name`` names, or None."""
        tokens = words(name)
        found = self.at(tokens, 0, lang) if tokens else None
        return found if found and found.length == len(tokens) else None

    def label(self, entity: str) -> str | None:
        """Return the label of an entity id, or None for one that is not in the gazetteer."""
        known = self._by_id().get(entity)
        return known.label if known else None

    def country(self, entity: str) -> str:
        """Return the id of the country that a place is or lies in, or nothing."""
        known = self._by_id().get(entity)
        if known is None:
            return ""
        return entity if known.kind == "C" else f"country:{known.country}" if known.country else ""

    @cache  # noqa: B019 - one gazetteer lives as long as the process
    def _by_id(self) -> dict[str, Known]:
        rows = (Known(*line.split("\t")) for line in self._entities)
        return {known.entity: known for known in rows}

    @cache  # noqa: B019
    def by_capitals(self) -> dict[str, str]:
        """Return, for a first token in capitals, the token as names are written."""
        return {first.upper(): first for first in self._lines if not first.isupper()}

    def people(self) -> list[Known]:
        """Return the people of the gazetteer."""
        return [known for known in self._by_id().values() if known.kind == "P"]


def _parse(line: str) -> list[_Entry]:
    entries: list[_Entry] = []
    for entry in line.split("\t"):
        rest, _, values = entry.rpartition("=")
        pairs = (value.partition(",") for value in values.split(";"))
        entries.append((rest.split(" ") if rest else [],
                        tuple((int(number), flags) for number, _, flags in pairs)))  # fmt: skip
    entries.sort(key=lambda entry: -len(entry[0]))
    return entries


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, read when first asked for."""
    file = resources.files("reader.entities") / "data" / "gazetteer.tsv"
    return Gazetteer(file.read_text(encoding="utf-8"))
