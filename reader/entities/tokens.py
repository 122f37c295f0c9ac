r"""What a word is: the one tokeniser that rules, gazetteer and tagger share.

    U.S.   TP.   HCM   Suk  -  yeol   Kishida  's   8/9 is three tokens   \n

Hyphens part words, since `Nhật-Hàn` is two names; an apostrophe inside a word does not, but a
possessive `'s` stands by itself. Each punctuation mark is a token, and so is a line break.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_ABBREVIATIONS = (
    "TP|Tp|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Gov|Rep|St|Lt|Col|Sgt|Capt|Maj|Adm|Jr|Sr|Mt|Rev|Hon|Fr"
    "|GS|TS|PGS|ThS|BS|KS|LS|NSND|NSƯT|Q|P|H|TX|TT"
)
"""Words whose full stop belongs to them: it ends no sentence."""

TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"
    rf"|(?:{_ABBREVIATIONS})\.(?=\s?[^\W_])"
    rf"|[^\W\d_](?:[^\W_]|[\u0300-\u036f])*(?:['’](?!s\b)[^\W\d_]+)*"
    rf"|\d+(?:[.,]\d+)*(?:[^\W\d_]\w*)?"
    rf"|['’]s\b|\n|[^\w\s]|_"
)


class Tokens(NamedTuple):
    """The tokens of a stretch of text, as parallel sequences; offsets are of the whole text."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the tokens of ``text[start:end]``."""
    found = list(TOKEN.finditer(text, start, len(text) if end is None else end))
    return Tokens([each.group() for each in found], [each.start() for each in found],
                  [each.end() for each in found])  # fmt: skip


def words(name: str) -> list[str]:
    """Return the tokens of a name, as the gazetteer stores them."""
    return TOKEN.findall(name)
