"""A paragraph as rules see it: its tokens, and one class letter a token.

A rule is a regular expression over the class letters, so that a page of rules costs a few scans
in C and reads like the pattern it means:

    Theo  hãng  tin  Kyodo  ,  ngày  8  /  9  ,  Bộ  trưởng  Quốc  phòng  Nhật  Bản  Gen  Nakatani
     x     m     m     B    ,   x    9  /  9  ,   t    t      p      p     G     G    F      F

Lower-case letters stand for cue words (the lists say which) and `x` for any other word in lower
case; the shapes below and the gazetteer's kinds are capitals. Punctuation stands for itself,
a hyphen with no space around it is `~`.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.entities.cues import Cues, cues, word_set
from reader.entities.gazetteer import Match, gazetteer
from reader.entities.mention import Candidate
from reader.entities.tokens import Tokens, tokenise

KIND_CLASS = {"C": "G", "T": "Q", "A": "Q", "R": "Q", "O": "B", "P": "R", "E": "Y"}
"""Class letters of what the gazetteer knows: country, place, body, person, event."""

ONLY_FIRST = frozenset("nivqxhkm")
"""Cue classes whose words, with a capital inside a sentence, are a name's syllables."""

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"(?:[aăâeêioôơuưyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]{1,3})"
    r"(?:ng|nh|ch|[cmnpt])?$"
)
_ENDS_SENTENCE = frozenset(".!?…:;\n•●▪*")
_OPENS = frozenset("\"“‘«(['")
_PLAIN = {"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "‘": '"', "’": '"', "«": '"', "»": '"'}


@dataclass(slots=True)
class Passage:
    """One paragraph in one language, its tokens and what has been proposed for it.

    ``opens`` marks tokens that begin a sentence or a line, whose capital says nothing.
    ``found`` is the gazetteer's match that begins at a token.
    """

    text: str
    lang: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    opens: Sequence[bool]
    classes: str = ""
    found: dict[int, Match] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)

    def propose(self, first: int, behind: int, type_: str, weight: int, rule: str,
                hint: str | None = None) -> None:  # fmt: skip
        """Add a candidate for the tokens ``first`` up to ``behind``."""
        self.candidates.append(
            Candidate(self.starts[first], self.ends[behind - 1], type_, weight, rule, hint)
        )

    def behind(self, offset: int) -> int:
        """Return the first token that begins at or behind an offset."""
        return bisect_left(self.starts, offset)

    def surface(self, first: int, behind: int) -> str:
        """Return the text of the tokens ``first`` up to ``behind``."""
        return self.text[self.starts[first] : self.ends[behind - 1]]

    def touches(self, index: int) -> bool:
        """Tell whether a token stands against the one before it, with no space between."""
        return index > 0 and self.starts[index] == self.ends[index - 1]


def read_passage(text: str, start: int, end: int, lang: str) -> Passage:
    """Return the paragraph ``text[start:end]``, tokens classed by shape, cue and gazetteer."""
    tokens = tokenise(text, start, end)
    words, starts, ends = _unwrapped(tokens) if _is_wrapped(text[start:end]) else tokens
    opens = _openings(words, starts, ends)
    passage = Passage(text, lang, words, starts, ends, opens)
    letters = _shapes(passage)
    for index, length, letter in _known(passage, cues(lang)):
        letters[index : index + length] = letter * length
    passage.classes = "".join(letters)
    return passage


WRAPPED = range(50, 111)
"""Lengths of the lines of a text that was broken at a column: a newline in it parts no names."""


def _is_wrapped(paragraph: str) -> bool:
    lines = paragraph.split("\n")
    lengths = [len(line) for line in lines[:-1]]
    if len(lengths) < 2 or min(lengths) not in WRAPPED or max(lengths) not in WRAPPED:
        return False
    return max(lengths) - min(lengths) <= 20


def _unwrapped(tokens: Tokens) -> Tokens:
    kept = [row for row in zip(*tokens, strict=True) if row[0] != "\n"]
    return Tokens(*(list(column) for column in zip(*kept, strict=True)))


def _openings(words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> list[bool]:
    opens = [True] * len(words)
    for index in range(1, len(words)):
        before = words[index - 1]
        if before in _ENDS_SENTENCE:
            opens[index] = True
        elif before in _OPENS:
            opens[index] = starts[index - 1] == starts[index] - 1
        elif before in "-–—":
            opens[index] = opens[index - 1]
        else:
            opens[index] = False
    return opens


def _shapes(passage: Passage) -> list[str]:
    shapes = SHAPES[passage.lang]
    letters = [shapes[word] for word in passage.words]
    for index, letter in enumerate(letters):
        if letter == "-" and passage.touches(index) and index + 1 < len(letters) \
                and passage.touches(index + 1):  # fmt: skip
            letters[index] = "~"
        elif letter == "W" and passage.opens[index]:
            letters[index] = "X"
    return letters


def _known(passage: Passage, table: Cues) -> Iterator[tuple[int, int, str]]:
    """Yield the cues and names of the gazetteer from left to right, the longer where both begin."""
    names, tokens, lang = gazetteer(), passage.words, passage.lang
    lower = [token.lower() for token in tokens]
    index = done = 0
    last = ""
    count = len(tokens)
    while index < count:
        token = tokens[index]
        cue = table.at(tokens, lower, index, passage.opens[index])
        name = names.at(tokens, index, lang) if token in names else None
        if cue and token[0].isupper() and _in_name(passage, index, cue, done, last):
            cue = None
        if name and (not cue or name.length >= cue[0]) and _unbroken(passage, index, name.length):
            passage.found[index] = name
            yield index, name.length, KIND_CLASS[name.known.kind]
            last = ""
            index = done = index + name.length
        elif cue:
            yield index, cue[0], cue[1]
            last = cue[1]
            index = done = index + cue[0]
        else:
            index += 1


def _in_name(passage: Passage, index: int, cue: tuple[int, str], done: int, last: str) -> bool:
    """Tell whether a cue word with a capital is part of a name instead (`Nguyễn Anh Quân`).

    ``last`` is the class of the cue that ends at token ``done``, where the walk stands.
    """
    length, letter = cue
    if passage.opens[index]:
        return False
    if passage.lang == "vi" and length == 1 and letter in ONLY_FIRST:
        return True
    if index == done and (
        last + letter in ("oj", "ot", "oh") or (last + letter == "ht" and length == 1)
    ):
        return passage.lang == "vi"
    if length > 1 and letter not in "cpk":
        return False
    behind_name = SHAPES[passage.lang][passage.words[index - 1]] in "SV"
    return index > done and behind_name and not passage.opens[index - 1]


def _unbroken(passage: Passage, index: int, length: int) -> bool:
    """Tell whether a name of several tokens stands as words do, and is no end of a longer word."""
    if passage.touches(index) and passage.words[index - 1][-1].isdigit():
        return False
    span = passage.ends[index + length - 1] - passage.starts[index]
    return span <= sum(map(len, passage.words[index : index + length])) + 2 * length


class _Shapes(dict[str, str]):
    """Remembers the class letter of each word by its shape alone."""

    LIMIT = 200_000

    def __init__(self, capital: object) -> None:
        super().__init__()
        self._capital = capital

    def __missing__(self, word: str) -> str:
        if len(self) > self.LIMIT:
            self.clear()
        letter = self[word] = self._shape(word)
        return letter

    def _shape(self, word: str) -> str:
        first = word[0]
        if first.isdigit():
            return "9"
        if not first.isalpha():
            return _PLAIN.get(word, word) if len(word) == 1 else "s"
        if not first.isupper():
            return "x"
        if len(word) == 1 or word.endswith("."):
            return "D"
        if word.isupper() and len(word) >= 2:
            return "U"
        return self._capital(word)  # type: ignore[operator, no-any-return]


def is_syllable(word: str) -> bool:
    """Tell whether a word is spelt as one Vietnamese syllable."""
    return _SYLLABLE.match(word.lower()) is not None


def _vietnamese(word: str) -> str:
    if word in word_set("surnames.vi.txt"):
        return "S"
    return "V" if is_syllable(word) else "F"


def _english(word: str) -> str:
    if word in word_set("given_names.txt"):
        return "A"
    return "W" if word.lower() in word_set("words.en.txt") else "C"


SHAPES = {"vi": _Shapes(_vietnamese), "en": _Shapes(_english)}
