"""Which thing a mention names: its id and label.

What the gazetteer knows has its id there. A ministry is its field and country, a person the key
of the name, an event what it is without the wording around it; anything else is its own name.
"""

import re
from functools import cache

from reader.entities import bodies
from reader.entities.gazetteer import gazetteer
from reader.entities.mention import Candidate
from reader.entities.names import person_key, slug

_IN_BRACKETS = re.compile(r"\(([A-Z][\w+-]{1,9})\)$")
_WRAPPING = re.compile(
    r"^(?:Tập đoàn|Công ty|Ngân hàng|Hãng(?: xe| tin)?|Báo|Đài|CLB|Câu lạc bộ) |"
    r" (?:Group|Inc\.?|Corp\.?|Corporation|Ltd\.?|Holdings|FC|F\.C\.)$"
)
"""What is put around a company's name and taken off again: `Tập đoàn Sun Group`, `Apple Inc.`."""
_NUMBER = re.compile(r"(?: lần thứ)? (\d{4}|\d{1,2}|[IVX]+)$|^(\d{4}|\d{1,2})(?:st|nd|rd|th)? ")
"""A year or count of an event that comes back: `World Cup 2022`, `46th ASEAN Summit`."""
HOSTED = frozenset({"event:olympic-games", "event:summer-olympics", "event:winter-olympics",
                    "event:paralympics"})  # fmt: skip
"""Events that are called by the town that holds them: `Paris Olympics`, `Olympic Paris`."""
_SUMMIT = re.compile(r"(?i)^(?:hội nghị |cuộc gặp )?(?:thượng đỉnh|cấp cao) (.+)$|^(.+) summit$")


def link(candidate: Candidate, surface: str, lang: str, home: str) -> tuple[str | None, str | None]:
    """Return the id and label of a mention; ``home`` is the country its document is about."""
    surface = " ".join(surface.split())
    if candidate.type == "DATE":
        return (f"date:{candidate.hint}" if candidate.hint else None), candidate.hint
    if candidate.hint:
        return candidate.hint, gazetteer().label(candidate.hint) or candidate.label or surface
    known = gazetteer().find(surface, lang)
    if known and candidate.type == _TYPES.get(known.known.kind) and "p" not in known.flags:
        return known.known.entity, known.known.label
    return _LINKERS[candidate.type](surface, home)


def person(surface: str, home: str = "") -> tuple[str, str]:
    """Return the id and label of a person by name."""
    key = person_key(surface)
    entity = _leaders().get(key)
    if entity:
        return entity, gazetteer().label(entity) or surface
    return f"person:{key}", surface


def body(surface: str, home: str) -> tuple[str, str]:
    """Return the id and label of a body: by what it does and its country, or by its name."""
    found = bodies.identify(surface)
    if found is None:
        name = unwrapped(surface)
        match = gazetteer().find(name, "vi")
        if match and match.known.kind == "O":
            return match.known.entity, match.known.label
        return f"org:{slug(name)}", surface
    key, label, country = found
    country = country or home
    if not country:
        return f"org:{key}", label
    known = bodies.known(key, country)
    if known:
        return known, gazetteer().label(known) or surface
    name = gazetteer().label(country) or country
    return f"org:{key}-{slug(name)}", f"{label} ({name})"


def unwrapped(surface: str) -> str:
    """Return a company's name without the word for what it is."""
    name = _WRAPPING.sub("", surface)
    return name if name[:1].isupper() else surface


def event(surface: str, home: str = "") -> tuple[str, str]:
    """Return the id and label of an event: a summit by who meets, others by name."""
    numbered = _NUMBER.search(surface)
    if numbered:
        name = _NUMBER.sub("", surface).strip()
        known = _series(_without_host(name)[0])
        if known:
            number = next(filter(None, numbered.groups()))
            return f"{known[0]}-{number.lower()}", f"{known[1]} {number}"
    name, host = _without_host(surface)
    known = _series(name)
    if known and host:
        return f"{known[0]}-{slug(host)}", f"{known[1]} {host}"
    return known or (f"event:{slug(surface)}", surface)


def is_town(name: str) -> bool:
    """Tell whether a name is a town's."""
    match = gazetteer().find(name) or gazetteer().find(name, "vi")
    return match is not None and match.known.kind == "T"


def _without_host(name: str) -> tuple[str, str]:
    """Return an event's name without the town that holds it, and the town or nothing."""
    tokens = name.split(" ")
    for cut in range(1, len(tokens)):
        first, last = " ".join(tokens[:cut]), " ".join(tokens[cut:])
        for series, host in ((first, last), (last, first)):
            match = gazetteer().find(series) or gazetteer().find(series, "vi")
            if match and match.known.entity in HOSTED and is_town(host):
                return series, _in_english(host)
    return name, ""


def _series(surface: str) -> tuple[str, str] | None:
    """Return an event of the gazetteer, or a summit of whom it names."""
    acronym = _IN_BRACKETS.search(surface)
    name = acronym.group(1) if acronym else surface
    match = gazetteer().find(name, "vi") or gazetteer().find(name, "en")
    if match and match.known.kind == "E":
        return match.known.entity, match.known.label
    if acronym:
        return _summit(name) if re.search(r"(?i)thượng đỉnh|cấp cao|summit", surface) else None
    summit = _SUMMIT.match(surface)
    return _summit(summit.group(1) or summit.group(2)) if summit else None


def _summit(of: str) -> tuple[str, str]:
    """Return the summit of a group, or of countries in either language: `Nga - châu Phi`."""
    match = gazetteer().find(f"{of} summit")
    if match:
        return match.known.entity, match.known.label
    sides = [_in_english(side) for side in re.split(r"\s*[-–—]\s*", of)]
    return f"event:{slug(' '.join(sides))}-summit", f"{'–'.join(sides)} summit"


def _in_english(name: str) -> str:
    match = gazetteer().find(name, "vi") or gazetteer().find(name, "en")
    return match.known.label if match else name


def place(surface: str, home: str = "") -> tuple[str, str]:
    """Return the id and label of a place that the gazetteer has not."""
    return f"place:{slug(surface)}", surface


@cache
def _leaders() -> dict[str, str]:
    """Return the gazetteer's people by name key."""
    return {person_key(known.label): known.entity for known in gazetteer().people()}


_TYPES = {"C": "PLACE", "T": "PLACE", "A": "PLACE", "R": "PLACE", "O": "ORG", "P": "PERSON",
          "E": "EVENT"}  # fmt: skip
_LINKERS = {"PERSON": person, "ORG": body, "EVENT": event, "PLACE": place}
