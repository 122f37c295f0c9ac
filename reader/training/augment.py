"""More of the same: each paragraph of our own used again with other names of the same kind.

    Ông [P:Nguyễn Hữu Đạt], Giám đốc [O:Sở Y tế Đà Nẵng], …  Theo ông [P:Đạt], …
    Ông [P:Trịnh Văn Khôi], Giám đốc [O:Sở Y tế Cà Mau], …   Theo ông [P:Khôi], …

A few hundred paragraphs hold a few hundred names; with other names in the same places the
tagger learns the places rather than the names. Within a paragraph a name is replaced by the
same other name throughout, and so are its parts.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from reader.entities.gazetteer import gazetteer
from reader.entities.passage import is_syllable
from reader.training import names
from reader.training.corpus import Example

KEPT = 0.15
"""Share of names that a copy keeps: real pairs of place and body, and names such as 'Hội An'
that are told from the words alone, are still to be learnt."""

ENGLISH = ("country_en", "state", "foreign_town")
VIETNAMESE = ("country", "short_country", "province", "foreign_town")
"""Sections of places in which a name is looked for, and replaced by another of the same."""

KNOWN = 0.3
"""Share of foreign people replaced by one whom the gazetteer knows, as about as many are in
the news: without them the tagger learnt that whoever is known is a street."""

BRIEF = 0.12
"""Share of foreign people that a copy calls by the one word from the start (`Ngoại trưởng Nga
Lavrov`), as headlines and captions do."""

_COMPANY = re.compile(
    r"((?:Công ty|Tập đoàn|Tổng công ty|Doanh nghiệp|Hợp tác xã|HTX|Quỹ|Nhà xuất bản|Ngân hàng"
    r"|Trường (?:THPT|THCS|Tiểu học|tiểu học)|Khách sạn|Nhà hàng)"
    r"(?: (?:CP|TNHH|MTV|Cổ phần|cổ phần|TMCP|Thương mại|Dịch vụ|Xây dựng|Đầu tư|và))*) "
    r"((?:[A-ZĐ]\w*)(?: [A-ZĐ]\w*){0,2})$"
)
_HEADS = ("Biển", "Vịnh", "Sông", "Hồ", "Núi", "Đảo", "Cầu", "Chợ", "Đèo", "Suối", "Bãi", "Miền")
_STREET = re.compile(r"(?:đường|phố|Đường|Phố) $")


def copies(example: Example, number: int, chance: Random) -> Iterator[Example]:
    """Yield ``number`` copies of ``example`` with other names."""
    for _ in range(number):
        yield _with_names(example, _Renaming(example, chance).others)


class _Renaming:
    """The other name of each name of one paragraph."""

    def __init__(self, example: Example, chance: Random) -> None:
        self.chance = chance
        self.english = example.source.startswith("en_")
        self.people: dict[str, names.Person] = {}
        self.others: dict[tuple[str, str], str] = {}
        found = {(example.text[start:end], kind): example.text[:start]
                 for start, end, kind in reversed(example.spans)}  # fmt: skip
        # Whole names before their parts, and places before the bodies that are named for them.
        order = sorted(found, key=lambda key: (key[1] == "ORG", -len(key[0]), key))
        for name, kind in order:
            self.others[name, kind] = self._other(name, kind, found[name, kind])

    def _other(self, name: str, kind: str, before: str) -> str:
        if kind == "ORG":
            return self._organisation(name)
        if kind == "PERSON":
            return self._part(name) or self._person(name)
        if self.chance.random() < KEPT:
            return name
        return self._place(name, before) if kind == "PLACE" else name

    def _part(self, name: str) -> str | None:
        """Return the same part of the other name, where ``name`` is a part of a longer one."""
        for whole, person in self.people.items():
            is_part = whole.startswith(name + " ") or whole.endswith(" " + name)
            if is_part and person.name == whole:
                return name
            if is_part:
                return " ".join(person.name.split()[-2:]) if " " in name else person.short
        return None

    def _person(self, name: str) -> str:
        words = name.split()
        vietnamese = all(is_syllable(word.lower()) for word in words)
        if self.chance.random() < KEPT:
            self.people[name] = names.Person(name, words[-1])
            return name
        if self.english:
            person = self.people[name] = names.english_person(self.chance)
            return person.name if len(words) > 1 else person.short
        if len(words) == 1:
            return names.pick("given" if vietnamese else "west_last", self.chance)
        if vietnamese and not names.is_one_of(words[0], "surname"):
            return f"{names.pick('middle', self.chance)} {names.pick('given', self.chance)}"
        if self.chance.random() < (KNOWN / 3 if vietnamese else KNOWN):
            person = names.known_person(self.chance)
        elif not vietnamese:
            person = names.foreign_person(self.chance)
        elif self.chance.random() < 0.2:
            person = names.chinese_person(self.chance)
        else:
            person = names.vietnamese_person(self.chance, min(len(words), 4))
        self.people[name] = person
        return person.short if not vietnamese and self.chance.random() < BRIEF else person.name

    def _place(self, name: str, before: str) -> str:
        for section in ENGLISH if self.english else VIETNAMESE:
            if names.is_one_of(name, section):
                return names.pick(section, self.chance)
        if self.english:
            return name
        if _STREET.search(before):
            return names.pick("street", self.chance)
        words = name.split()
        known = gazetteer().find(name, "vi")
        if (
            (known and known.known.kind in "RT")
            or words[0] in _HEADS
            or len(words) > 2
            or not all(word[0].isupper() and word.isalpha() for word in words)
        ):
            return name
        if all(is_syllable(word.lower()) for word in words):
            draw = self.chance.random()
            return names.hamlet(self.chance) if draw < 0.6 else names.pick("district", self.chance)
        return names.pick("foreign_town", self.chance)

    def _organisation(self, name: str) -> str:
        for section in ("company", "media", "club"):
            if names.is_one_of(name, section) and self.chance.random() > KEPT:
                return names.pick(section, self.chance)
        for section in ("province", "country", "district"):
            for place in names.parts()[section]:
                if name.endswith(" " + place):
                    other = self.others.get((place, "PLACE")) or names.pick(section, self.chance)
                    return name.removesuffix(place) + other
        company = _COMPANY.fullmatch(name)
        if company:
            return f"{company[1]} {names.pick('brand', self.chance)}"
        return name


def _with_names(example: Example, others: dict[tuple[str, str], str]) -> Example:
    pieces: list[str] = []
    spans: list[tuple[int, int, str]] = []
    length = done = 0
    for start, end, kind in example.spans:
        name = others.get((example.text[start:end], kind), example.text[start:end])
        pieces += [example.text[done:start], name]
        length += start - done
        spans.append((length, length + len(name), kind))
        length += len(name)
        done = end
    pieces.append(example.text[done:])
    return replace(example, text="".join(pieces), spans=tuple(spans))
