"""Which person a part of a name means in one document: `Kishida`, `ông Lộc`, `Thanh Mẫn`."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from reader.entities.cues import named_set
from reader.entities.linking import person
from reader.entities.mention import Candidate
from reader.entities.names import is_vietnamese, parts
from reader.entities.passage import Passage
from reader.entities.tokens import words

_HONORED = ("t", "h", "j", "v")
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
OVER_ALL = 500
"""Weight of a mention that takes the place of what stood before."""
_CAPITALS = ("S", "V", "F", "C", "A", "D", "~")


class People:
    """The full names of a document."""

    def __init__(self, text: str, standing: Iterable[Candidate]) -> None:
        self._ids: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._first: dict[str, int] = {}
        self._places: Counter[str] = Counter()
        for each in standing:
            name = text[each.start : each.end]
            if each.type == "PLACE":
                self._places[name] += 1
            if each.type == "PERSON":
                self._first.setdefault(name, each.start)
                if len(parts(name)) > 1:
                    entity = self._ids.setdefault(name, each.hint or person(name)[0])
                    self._names.setdefault(entity, name)
        self._by_part: dict[str, set[str]] = defaultdict(set)
        self._by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name, entity in self._ids.items():
            for part in (*_forms(name), name):
                self._by_part[part].add(entity)
                tokens = tuple(words(part))
                self._by_first[tokens[0]].add(tokens)

    def meant(self, part: str) -> str | None:
        """Return the id of the person a part of a name means, if only one bears it."""
        entities = self._by_part.get(part, ())
        return next(iter(entities)) if len(entities) == 1 else None

    def complete(self, text: str, each: Candidate) -> Candidate:
        """Give a mention by part of a name the id of the person named in full.

        The document knows better than the gazetteer: where it first names Yuko Kishida,
        `Kishida` is not the prime minister. But `Obama's wife Michelle Obama` leaves him as he is.
        """
        if each.type != "PERSON":
            return each
        name = text[each.start : each.end]
        meant = self.meant(name)
        if meant is None:
            return each
        full = self._names[meant]
        if each.hint and self._first.get(name, each.start) < self._first.get(full, 0):
            return each
        return each._replace(hint=meant, label=full)

    def recall(self, passage: Passage) -> list[Candidate]:
        """Return the mentions of people by part of a name, wherever nothing speaks against it."""
        found = []
        for index, word in enumerate(passage.words):
            for tokens in self._by_first.get(word, ()):
                length = len(tokens)
                if tuple(passage.words[index : index + length]) != tokens:
                    continue
                if index in passage.found and length == 1:
                    if self._outweighs_country(passage, index):
                        found.append(_mention(passage, index, length, OVER_ALL))
                elif self._is_here(passage, index, length):
                    found.append(_mention(passage, index, length))
        return found

    def _is_here(self, passage: Passage, index: int, length: int) -> bool:
        word, classes = passage.words[index], passage.classes
        before = classes[index - 1] if index else ""
        after = classes[index + length : index + length + 1]
        if before in _HONORED and after not in _CAPITALS:
            return True
        if before in _CAPITALS or after in _CAPITALS or after in ("L", "O"):
            return False
        if length > 1 or classes[index] in "FCA":
            return True
        if word.lower() in named_set("vi", "seldom alone") or classes[index] not in "SVWX":
            return False
        if passage.lang == "en" and passage.opens[index]:
            return after in ("s", "v")
        return before not in ("o", "G", "Q") and after not in ("o", "U")

    def _outweighs_country(self, passage: Passage, index: int) -> bool:
        """Tell whether a short country name is rather a person here: `Long và Anh thừa nhận`."""
        match, before = passage.found[index], passage.classes[index - 1 : index]
        word = passage.words[index]
        if "a" not in match.flags or self._places[word] > 1 or self.meant(word) is None:
            return False
        if before in ("t", "p", "n", "i", "l", "-", "~", "e", "o"):
            return False
        return passage.classes[index + 1 : index + 2] not in ("-", "~", ",", "F")


def _forms(name: str) -> set[str]:
    """Return the parts of a name that stand for it: its last word, a foreign one's first too."""
    pieces = _SUFFIX.sub("", name).split()
    forms = {pieces[-1]} if is_vietnamese(parts(name)) else {pieces[0], pieces[-1]}
    if len(pieces) > 2:
        forms |= {" ".join(pieces[1:]), " ".join(pieces[-2:])}
    return {form for form in forms if form != name and len(form) > 1 and form[0].isupper()}


def _mention(passage: Passage, index: int, length: int, weight: int = 255) -> Candidate:
    start, end = passage.starts[index], passage.ends[index + length - 1]
    return Candidate(start, end, "PERSON", weight, "part of a name")
