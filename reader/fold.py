"""How text is folded for search: one character in, one character out.

Search must not care about marks (``han quoc`` finds ``Hàn Quốc``), about case, or about
whether a letter was stored composed or decomposed, and every match must be shown in the
original text. So the fold keeps length: character ``i`` of the folded text stands for
character ``i`` of the text, and offsets need no table.

    text    H  à  n     Q  u  ố  c     Đ  ô  n  g
    fold    h  a  n     q  u  o  c     d  o  n  g
    term    han         quoc           dong

A combining mark that has no composed form (``x̂``) cannot vanish without moving what follows,
so it becomes ``MARK``, which is part of no term. All offsets count code points.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

MARK = "\u0301"
"""What a combining mark that stands alone folds to. Any combining mark would do."""

NAMED = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l",
         "ħ": "h", "Ħ": "h", "ŧ": "t", "Ŧ": "t", "ı": "i", "ß": "s", "ẞ": "s", "æ": "a", "Æ": "a",
         "œ": "o", "Œ": "o", "þ": "t", "Þ": "t"}  # fmt: skip
"""Letters with no Unicode decomposition, so that stripping marks would leave them as they are."""

WORD = re.compile(rf"[^\W_][^\W_{MARK}]*(?:{MARK}+[^\W_]*)*")


class Token(NamedTuple):
    """A word of a text: its folded form, and where it stands (half open, code points)."""

    term: str
    start: int
    end: int


class _FoldTable(dict[int, str]):
    """Fills itself with the fold of each character asked for, so that translate runs in C."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in NAMED:
        return NAMED[character]
    if unicodedata.combining(character):
        return MARK
    base = unicodedata.normalize("NFKD", character)[0]
    lower = base.lower()[0]
    return NAMED.get(lower, lower)


_TABLE = _FoldTable()


def fold(text: str) -> str:
    """Map each character to its search form: no marks, ``đ`` as ``d``, lower case.

    The result has one character for each character of ``text``, so offsets carry over. Fold
    composed text (``article.clean`` composes): in decomposed text the marks become ``MARK``.
    """
    if text.isascii():
        return text.lower()
    return text.translate(_TABLE)


def compose(text: str) -> str:
    """Return ``text`` in the composed form (NFC) that all texts and queries are compared in."""
    return unicodedata.normalize("NFC", text)


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of ``text`` in order: runs of letters and digits, folded.

    Hyphens and apostrophes part words, so ``Suk-yeol`` is two. The span of a word covers the
    marks inside it; its term does not.
    """
    for found in WORD.finditer(fold(text)):
        yield Token(found.group().replace(MARK, ""), found.start(), found.end())


def terms(text: str) -> list[str]:
    """Return the folded words of ``text`` in order."""
    return [token.term for token in tokens(text)]


def is_marked(word: str) -> bool:
    """Tell whether ``word`` was written with marks, so that its exact form is worth preferring."""
    return fold(compose(word)) != compose(word).lower()
