"""Lines set all in capitals, written as a sentence would be, so that capitals mean names again.

    THỦ TƯỚNG NHẬT BẢN THĂM HÀ NỘI   ->   Thủ tướng Nhật Bản thăm Hà Nội

A word keeps its capital if it stands in a name of the gazetteer, or in a run of capitals of the
text's other lines; anything else becomes lower case. The result has the length of the text, so
offsets carry over.
"""

import re
from collections.abc import Iterator, Sequence

from reader.entities.cues import cues, named_set, word_set
from reader.entities.gazetteer import gazetteer
from reader.entities.passage import is_syllable
from reader.entities.tokens import tokenise

_UPPER = "".join(map(chr, filter(lambda code: chr(code).isupper(), range(0x1EFA))))
_WORD = rf"[{_UPPER}][{_UPPER}\d’'-]*"
_SHOUTED = re.compile(rf"(?<!\w){_WORD}(?:[^\w\n]+(?:{_WORD}|\d+)){{2,}}(?!\w)")
"""Three words or more, none with a lower-case letter."""

_DATELINE = re.compile(rf"^{_WORD}(?: {_WORD})?(?=,| \(| [-–—] )", re.M)
"""The town a report begins with: `KYIV, Ukraine (AP) —`."""

LEAST_LETTERS = 12
"""Fewer capitals than this may be acronyms or a name: `EU, NATO, WHO`."""


def recase(text: str, lang: str) -> str:
    """Return ``text`` with its lines in capitals rewritten, each character in its place."""
    lines = [found.span() for found in _SHOUTED.finditer(text) if _is_sentence(found.group())]
    towns = (found.span() for found in _DATELINE.finditer(text))
    lines += [town for town in towns if not any(a <= town[0] < b for a, b in lines)]
    lines.sort()
    if not lines:
        return text
    pieces: list[str] = []
    done = 0
    names = _Names(_without(text, lines), lang)
    for start, end in lines:
        pieces.extend((text[done:start], names.rewrite(text[start:end])))
        done = end
    return "".join((*pieces, text[done:]))


def _is_sentence(shouted: str) -> bool:
    """Tell whether words in capitals say something, and are not acronyms in a row."""
    words = [word for word in tokenise(shouted).words if word.isalpha()]
    letters = sum(map(len, words))
    known = sum(word in gazetteer() for word in words)
    return letters >= LEAST_LETTERS and len(words) >= 3 and known * 2 <= len(words)


def _without(text: str, lines: Sequence[tuple[int, int]]) -> str:
    kept, done = [], 0
    for start, end in lines:
        kept.append(text[done:start])
        done = end
    return "".join((*kept, text[done:]))


class _Names:
    """The names that the other lines of a text write with capitals."""

    def __init__(self, rest: str, lang: str) -> None:
        self.lang = lang
        self.known: dict[str, list[list[str]]] = {}
        self.lower: set[str] = set()
        tokens = tokenise(rest).words
        run: list[str] = []
        for word in [*tokens, "."]:
            if word[0].isupper() and not (word.isupper() and len(word) == 1):
                run.append(word)
                continue
            if word[0].islower():
                self.lower.add(word)
            self._enter(run)
            run = []

    def _enter(self, run: Sequence[str]) -> None:
        for first in range(len(run)):
            part = list(run[first:])
            self.known.setdefault(part[0].upper(), []).append(part)

    def rewrite(self, line: str) -> str:
        """Return one line in sentence case."""
        tokens = tokenise(line)
        result: list[str] = []
        done = 0
        for index, word in enumerate(self._cased(tokens.words)):
            start, end = tokens.starts[index], tokens.ends[index]
            result.extend((line[done:start], word if len(word) == end - start else line[start:end]))
            done = end
        return "".join((*result, line[done:]))

    def _cased(self, words: Sequence[str]) -> Iterator[str]:
        index = 0
        titled = False
        while index < len(words):
            name = self._name(words, index) or self._titled(words, index, titled)
            if name:
                yield from name
                index += len(name)
                titled = False
                continue
            cue = cues(self.lang).at(words, [word.lower() for word in words], index)
            length = cue[0] if cue else 1
            titled = bool(cue and cue[1] in "tjh")
            for at in range(index, index + length):
                lower = words[at].lower()
                yield lower.capitalize() if at == 0 else self._unknown(words[at], bool(cue))
            index += length

    def _name(self, words: Sequence[str], index: int) -> list[str] | None:
        """Return the longest name, of the gazetteer or the other lines, that begins here."""
        known = [
            part
            for part in self.known.get(words[index], ())
            if [word.upper() for word in part] == list(words[index : index + len(part)])
        ]
        single = words[index].lower() in self.lower
        best = max((part for part in known if len(part) > 1 or not single), key=len, default=None)
        gazetted = self._gazetted(words, index)
        if gazetted and (best is None or len(gazetted) > len(best)):
            return gazetted
        return best

    def _gazetted(self, words: Sequence[str], index: int) -> list[str] | None:
        names = gazetteer()
        first = names.by_capitals().get(words[index], words[index])
        longest = None
        for size in range(1, 7):
            part = [first, *(_capital(word) for word in words[index + 1 : index + size])]
            match = names.at(part, 0, self.lang)
            if match and match.length == size == len(part):
                weak = set(match.flags) & {"p", "i", "d"} or part[0] in named_set(
                    "vi", "seldom first"
                )
                if size > 1 or not weak:
                    longest = part
        return longest

    def _titled(self, words: Sequence[str], index: int, titled: bool) -> list[str] | None:
        """Return the name behind a title that only capitals give: a family name and two more."""
        if not titled or words[index].capitalize() not in word_set("surnames.vi.txt"):
            return None
        part = [words[index].capitalize()]
        for word in words[index + 1 : index + 3]:
            if word.lower() in named_set("vi", "function words") | named_set("vi", "verbs") \
                    or not word.isalpha():  # fmt: skip
                break
            part.append(word.capitalize())
        return part if len(part) > 1 else None

    def _unknown(self, word: str, is_cue: bool) -> str:
        lower = word.lower()
        if is_cue or lower in self.lower or not word.isalpha():
            return lower
        common = is_syllable(word) if self.lang == "vi" else lower in word_set("words.en.txt")
        return lower if common else _capital(word)


def _capital(word: str) -> str:
    return word[0] + word[1:].lower()
