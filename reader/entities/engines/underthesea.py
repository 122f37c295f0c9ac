"""underthesea: its tags a word, and where in the text those words stand.

It gives words, not offsets, and may have composed them or changed their spaces:

    ('Nguyễn Văn A', 'Np', 'B-NP', 'B-PER'), ('và', 'C', 'O', 'O'), ('Hà Nội', …, 'B-LOC')
"""

import contextlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator

from reader.entities.engines.missing import imported

LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}

Words = Iterable[tuple[str, ...]]


def load() -> Callable[[str], Iterator[tuple[int, int, str]]]:
    """Return what finds the names of a Vietnamese text. Raises: EngineError."""
    with contextlib.redirect_stdout(sys.stderr):  # our output is read by programs
        recognise = imported("underthesea").ner
    return lambda text: names(text, recognise(text))


def names(text: str, words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of the names that tagged words make up.

    A word that isn't found in the text ends a name, and is passed over.
    """
    name: tuple[int, int, str] | None = None
    for start, end, tag in _placed(text, words):
        begins, _, label = tag.partition("-")
        if name and (begins != "I" or label != name[2] or start < 0):
            yield from _typed(name)
            name = None
        if label and start >= 0:
            name = (name[0] if name else start, end, label)
    if name:
        yield from _typed(name)


def _typed(name: tuple[int, int, str]) -> Iterator[tuple[int, int, str]]:
    if name[2] in LABELS:
        yield name[0], name[1], LABELS[name[2]]


def _placed(text: str, words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and tag of each word; (-1, -1, tag) where the text doesn't have it."""
    at = 0
    for word, *_, tag in words:
        found = re.compile(r"\s*".join(map(re.escape, word.replace("_", " ").split()))).search(
            text, at, at + len(word) + REACH
        )
        if found and found.end() > found.start():
            at = found.end()
            yield *found.span(), tag
        else:
            yield -1, -1, tag


REACH = 60
"""Characters behind the last word found in which the next one is sought. Less would lose all words
behind a longer one that was changed; more could place a word at another of the same letters."""
