"""Where a character of the composed text stood in the text as it was given.

Recognition works on composed text (NFC); callers hold the text they gave, which may be
decomposed or mixed, and want offsets into that.

    given      H  a  ̀  n     2-11        0 1 2 3 4 …
    composed   H  à  n     2-11          0 1 2 3 …
    starts     0  1  3  4 …              composed offset -> given offset
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_CHUNK = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


def compose(text: str) -> tuple[str, Sequence[int]]:
    """Return ``text`` in NFC, and for each composed offset (the end too) the offset as given."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    pieces: list[str] = []
    starts: list[int] = []
    done = 0
    for found in _CHUNK.finditer(text):
        pieces.append(text[done : found.start()])
        starts.extend(range(done, found.start()))
        for start, end in _clusters(text, found.start(), found.end()):
            composed = unicodedata.normalize("NFC", text[start:end])
            pieces.append(composed)
            starts.extend(range(start, end) if composed == text[start:end] else
                          [start] * len(composed))  # fmt: skip
        done = found.end()
    pieces.append(text[done:])
    starts.extend(range(done, len(text) + 1))
    return "".join(pieces), starts


def _clusters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part a run into pieces that no composition joins: a base and the marks behind it."""
    bounds = [start]
    bounds.extend(at for at in range(start + 1, end) if not _joins(text[at]))
    bounds.append(end)
    return list(pairwise(bounds))


def _joins(character: str) -> bool:
    """Tell whether ``character`` may compose with the one before it (marks, Hangul vowels)."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
