"""The statistical tagger: which tokens a conditional random field takes for names.

A model a language, learnt by ``reader.training`` from labelled text. It sees the words and also
what the gazetteer and the rules answered, so it corrects them rather than starting anew. Models
are read when first asked for; a language without one has no tagger, and the rules stand.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from importlib import resources

import pycrfsuite

from reader.entities.gazetteer import gazetteer
from reader.entities.mention import Candidate
from reader.entities.passage import Passage
from reader.entities.resolve import resolve
from reader.entities.tagger.features import describe
from reader.entities.tagger.labels import Found, labels, read_labels


def _closed(passage: Passage, found: Found) -> Found:
    """Return a name with the bracket that closes one in it: `Group of Seven (G7)`."""
    words = passage.words[found.first : found.behind + 1]
    opened = "(" in words[:-1] and ")" not in words[:-1]
    return found._replace(behind=found.behind + 1) if opened and words[-1] == ")" else found


class Tagger:
    """A model, ready to label tokens."""

    def __init__(self, model: bytes) -> None:
        self._model = pycrfsuite.Tagger()
        self._model.open_inmemory(model)
        # The tagger reads from these bytes for as long as it lives, and does not hold them.
        self._bytes = model

    def tag(self, passage: Passage) -> Iterator[Found]:
        """Yield the names in a passage that the rules have proposed candidates for, in order."""
        rules = rules_answers(passage)
        for start, end in lines(passage.words):
            seen = describe(passage.words[start:end], passage.classes[start:end], rules[start:end])
            for first, behind, kind in read_labels(self._model.tag(seen)):
                yield _closed(passage, Found(start + first, start + behind, kind))


LEARNT = {"vi": ("PERSON", "ORG", "PLACE", "EVENT"), "en": ("PERSON", "ORG", "PLACE")}
"""The types that each model has learnt; English texts with events that may be shipped are none."""

AGREED = 290
"""What a name weighs that the rules saw too (see ``resolve``): more than any rule alone."""

ALONE = 120
"""What a name weighs that only the tagger saw: likely, so that what the document says of the same
words elsewhere goes before it."""

LONGEST = 1000
"""Tokens that are tagged at once. The features of a token take about 1 kB, so that a book in one
line would take gigabytes; a part much shorter cuts more names in two."""

FILLING = 110
"""What an answer of the rules weighs that only counts where the tagger finds no name."""

KEPT = {"event in brackets": AGREED + 1, "storm": AGREED + 1, "demonym": FILLING}
"""Rules that the tagger does not overrule, and what their answers weigh beside its own. It has met
too few storms and events with an acronym, and its sources do not label demonyms (`Japanese`),
which link an article to a country."""


def corrected(passage: Passage) -> None:
    """Put in place of what the rules proposed what the tagger makes of it.

    Types that the tagger has not learnt stay with the rules.
    """
    model = tagger(passage.lang)
    if model is None:
        return
    starts, ends = passage.starts, passage.ends
    found = [each for each in model.tag(passage) if not _is_word(passage, each)]
    spans = ((starts[first], ends[behind - 1], type_) for first, behind, type_ in found)
    combined(passage, spans, frozenset(LEARNT[passage.lang]), "tagger")


def combined(
    passage: Passage, found: Iterable[tuple[int, int, str]], learnt: Set[str], rule: str
) -> None:
    """Put the spans ``found`` in place of what the rules proposed of the types ``learnt``.

    A name that both see alike keeps what the rules know about it.
    """
    hinted_last = sorted(passage.candidates, key=lambda each: each.hint is not None)
    seen = {(each.start, each.end, each.type): each for each in hinted_last}
    kept = list(_kept(passage, learnt))
    for span in found:
        known = seen.get(span) or Candidate(*span, ALONE, rule)
        kept.append(known if known.weight == ALONE else known._replace(weight=AGREED))
    passage.candidates = kept


def _is_word(passage: Passage, found: Found) -> bool:
    """Tell whether a place is a common word, and nothing else says otherwise (`nice`, `reading`).

    The gazetteer knows which towns are words, and the rules would have proposed one in its place.
    """
    first, behind, type_ = found
    if type_ != "PLACE" or behind - first > 1 or passage.classes[first] not in "WX":
        return False
    match = gazetteer().at(passage.words, first, passage.lang)
    return match is not None and "i" in match.flags


def _kept(passage: Passage, learnt: Set[str]) -> Iterator[Candidate]:
    """Yield of what the rules proposed what the tagger has no say in."""
    for each in passage.candidates:
        if each.rule in KEPT:
            yield each._replace(weight=KEPT[each.rule])
        elif each.type not in learnt:
            yield each
        elif each.type == "EVENT":
            yield each._replace(weight=FILLING)


def rules_answers(passage: Passage) -> list[str]:
    """Return what the rules say of each token, as the features want it."""
    standing = [(each.start, each.end, f"{each.type} {each.rule}")
                for each in resolve(passage.candidates)]  # fmt: skip
    return labels(passage.starts, passage.ends, standing, outside="")


def lines(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield (first token, token behind the last) of each line that has tokens.

    A line of more than ``LONGEST`` tokens comes in parts, cut behind a full stop where there is
    one.
    """
    start = 0
    for end in [*(at for at, word in enumerate(words) if word == "\n"), len(words)]:
        while end - start > LONGEST:
            stops = (at for at in range(start + LONGEST - 1, start, -1) if words[at] == ".")
            cut = next(stops, start + LONGEST - 1) + 1
            yield start, cut
            start = cut
        if end > start:
            yield start, end
        start = end + 1


@cache
def tagger(lang: str) -> Tagger | None:
    """Return the tagger of a language, or None where there is no model."""
    model = resources.files("reader.entities") / "data" / f"{lang}.crfsuite"
    return Tagger(model.read_bytes()) if model.is_file() else None
