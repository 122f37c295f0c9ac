"""The pass over a whole document: what is known from one place in it holds in the others.

… President Yoon Suk Yeol …                  a full name, found by its title
… Yoon said …  Moon's policies …             a part of a full name is that person
… Tập đoàn Vĩnh Hưng …  Vĩnh Hưng …          the same surface is the same thing
… Japan Meteorological Agency (JMA) …  JMA   an acronym is what it is put behind
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reader.entities.linking import body, unwrapped
from reader.entities.mention import Candidate
from reader.entities.passage import Passage
from reader.entities.people import People
from reader.entities.resolve import resolve
from reader.entities.tokens import words

_ACRONYM = re.compile(r"\s?\(([A-Z][A-Z&-]{1,7})\)")
_SURE = 200


def settle(text: str, passages: Sequence[Passage]) -> list[Candidate]:
    """Return the mentions of the document, after one round of finding and one of recalling."""
    proposed = [each for passage in passages for each in passage.candidates]
    standing = _of_one_type(text, resolve(proposed))
    people, bodies = People(text, standing), _Bodies(text, standing)
    recalled = [
        each for passage in passages for each in (*people.recall(passage), *bodies.recall(passage))
    ]
    if recalled:
        standing = resolve([*(_raised(each) for each in standing), *recalled])
    return [people.complete(text, each) for each in standing]


def _raised(candidate: Candidate) -> Candidate:
    """Put what stood in the first round above what is recalled."""
    return candidate._replace(weight=candidate.weight + 100)


def _of_one_type(text: str, standing: Sequence[Candidate]) -> list[Candidate]:
    """Give guesses the type that the same surface has where it is sure."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for each in standing:
        if each.weight >= _SURE:
            votes[text[each.start : each.end]][each.type] += 1
    return [
        each
        if each.weight >= _SURE or not (counts := votes.get(text[each.start : each.end]))
        else each._replace(type=counts.most_common(1)[0][0])
        for each in standing
    ]


class _Bodies:
    """The bodies and places of a document by the further names that it gives them."""

    def __init__(self, text: str, standing: Iterable[Candidate]) -> None:
        self._by_first: dict[str, list[tuple[list[str], Candidate]]] = defaultdict(list)
        known = set()
        for each in standing:
            surface = text[each.start : each.end]
            if each.type not in ("ORG", "PLACE") or each.weight < _SURE or surface in known:
                continue
            known.add(surface)
            self._enter(surface, each)
            if each.type == "ORG":
                entity, label = (each.hint, each.label) if each.hint else body(surface, "")
                named = each._replace(hint=entity, label=label)
                acronym = _ACRONYM.match(text, each.end)
                if acronym:
                    self._enter(acronym.group(1), named)
                self._enter(unwrapped(surface), named)

    def _enter(self, name: str, as_: Candidate) -> None:
        tokens = words(name)
        if len(tokens) > 1 or name.isupper() or as_.rule == "lower head":
            self._by_first[tokens[0]].append((tokens, as_))

    def recall(self, passage: Passage) -> list[Candidate]:
        """Return the mentions under those names."""
        found = []
        for index, word in enumerate(passage.words):
            for tokens, as_ in self._by_first.get(word, ()):
                behind = index + len(tokens)
                if passage.words[index:behind] == tokens:
                    span = passage.starts[index], passage.ends[behind - 1]
                    found.append(
                        Candidate(*span, as_.type, 230, "named before", as_.hint, label=as_.label)
                    )
        return found
