"""The pass over a whole document: what is known from one place in it holds in the others.

… President Yoon Suk Yeol …            a full name, found by its title
… Yoon said …  Moon's policies …       a part of a full name is that person
… Tập đoàn Vĩnh Hưng …  Vĩnh Hưng …    the same surface is the same thing
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.entities.cues import named_set
from reader.entities.mention import Candidate
from reader.entities.names import is_vietnamese, parts
from reader.entities.passage import Passage
from reader.entities.resolve import resolve

_HONORED = frozenset("thjv")


def settle(text: str, passages: Sequence[Passage], dates: Sequence[Candidate]) -> list[Candidate]:
    """Return the mentions of the document, after one round of finding and one of recalling."""
    proposed = [each for passage in passages for each in passage.candidates]
    standing = resolve([*proposed, *dates])
    names = _People(text, standing)
    recalled = [each for passage in passages for each in _recall(passage, names, standing)]
    if recalled:
        standing = resolve([*(_sure(each) for each in standing), *recalled])
    return [names.complete(text, each) for each in standing]


def _sure(candidate: Candidate) -> Candidate:
    return candidate._replace(weight=candidate.weight + 100)


class _People:
    """The full names of a document, and which person a part of one means."""

    def __init__(self, text: str, standing: Sequence[Candidate]) -> None:
        self.full: Counter[str] = Counter()
        self.hints: dict[str, str] = {}
        self.surfaces: dict[str, Candidate] = {}
        for each in standing:
            surface = text[each.start : each.end]
            if each.type == "PERSON" and len(parts(surface)) > 1:
                self.full[surface] += 1
                if each.hint:
                    self.hints[surface] = each.hint
            elif each.type in ("ORG", "PLACE") and each.weight >= 230 and " " in surface:
                self.surfaces.setdefault(surface, each)
        self.by_part: dict[str, list[str]] = defaultdict(list)
        for name in self.full:
            for part in self._forms(name):
                self.by_part[part].append(name)

    def _forms(self, name: str) -> set[str]:
        """Return the parts of a name that stand for it: one word, or given names together."""
        pieces = name.replace("-", " - ").split()
        words = name.split()
        forms = {words[0], words[-1]} if not is_vietnamese(parts(name)) else {words[-1]}
        if len(words) > 2:
            forms |= {" ".join(words[1:]), " ".join(words[-2:])}
        return {form for form in forms if form != name and len(form) > 1 and pieces}

    def person(self, surface: str) -> str | None:
        """Return the full name that a part means, if the document leaves no doubt."""
        names = {self.hints.get(name) or " ".join(sorted(parts(name))): name
                 for name in self.by_part.get(surface, ())}  # fmt: skip
        return next(iter(names.values())) if len(names) == 1 else None

    def complete(self, text: str, each: Candidate) -> Candidate:
        """Give a mention by part of a name the entity of the whole."""
        if each.type != "PERSON" or each.hint:
            return each
        surface = text[each.start : each.end]
        full = self.person(surface)
        if full is None:
            return each
        return each._replace(hint=self.hints.get(full) or _person_id(full))


def _person_id(name: str) -> str:
    from reader.entities.linking import person

    return person(name)[0]


def _recall(passage: Passage, names: _People, standing: Sequence[Candidate]) -> list[Candidate]:
    """Return further mentions of what the document named elsewhere."""
    found = []
    for index, word in enumerate(passage.words):
        if not word[0].isupper():
            continue
        if word in names.by_part and _is_person_here(passage, index, names):
            found.append(_mention(passage, index, index + 1, "PERSON", "part of a name"))
    return found


def _is_person_here(passage: Passage, index: int, names: _People) -> bool:
    """Tell whether a word that is part of a known name means the person here."""
    word, classes = passage.words[index], passage.classes
    if names.person(word) is None:
        return False
    before = classes[index - 1] if index else ""
    after = classes[index + 1 : index + 2]
    if classes[index] == "F" or (passage.lang == "en" and classes[index] in "CA"):
        return before not in ("F", "C", "A", "D", "~") and after not in ("F", "C", "~", "L")
    if before in _HONORED and before:
        return after not in ("S", "V", "F")
    if word.lower() in named_set("vi", "seldom alone") or classes[index] not in "VSW":
        return False
    if classes[index] == "W" and passage.opens[index]:
        return after in ("s", "v")
    return before not in ("S", "V", "F", "O", "G", "Q") and after not in ("S", "V", "F", "O", "U")


def _mention(passage: Passage, first: int, behind: int, type_: str, rule: str) -> Candidate:
    return Candidate(passage.starts[first], passage.ends[behind - 1], type_, 255, rule)
