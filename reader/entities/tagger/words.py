"""What the tagger sees of one word, worked out once for each different word.

A feature is a short string; the model knows some of them. Those that depend on the word alone
are kept, ready made for the place they are used at, since a word is looked at from its own
token and from its four neighbours:

    … họp   với   ông   Nakatani   tại …
            -2    -1      own      +1
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reader.entities.cues import word_set
from reader.entities.passage import is_syllable

REMEMBERED = 20_000
"""Words whose features are kept, about 1.5 kB each. News has some 20,000 frequent words; with half
as many the rarer ones are made again and again, more cost memory and save little."""

LISTS = (("given", "given_names.txt"), ("family", "surnames.vi.txt"))


class Word(NamedTuple):
    """The features of one word, by where it stands from the token that is looked at."""

    own: list[bytes]
    back1: list[bytes]
    back2: list[bytes]
    next1: list[bytes]
    next2: list[bytes]
    kind: str


@lru_cache(maxsize=REMEMBERED)
def look(word: str) -> Word:
    """Return the features of ``word``, which is composed and one token."""
    lower = word.lower()
    kind = case_of(word)
    syllable = kind in "AaUI" and is_syllable(word)
    own = [f"l={lower}", f"k={kind}{syllable:d}", f"s={shape(word)}"]
    if kind not in ".#":
        own += [f"p3={lower[:3]}", f"z2={lower[-2:]}", f"z3={lower[-3:]}"]
        own += [f"z4={lower[-4:]}"] if len(lower) > 4 else []
        own += _listed(word, lower)
    near = f"{kind}{syllable:d}"
    return Word(
        encoded(own),
        encoded([f"-1l={lower}", f"-1k={near}"]),
        encoded([f"-2l={lower}", f"-2k={kind}"]),
        encoded([f"+1l={lower}", f"+1k={near}"]),
        encoded([f"+2l={lower}", f"+2k={kind}"]),
        kind,
    )


def encoded(features: Iterable[str]) -> list[bytes]:
    """Return features as CRFsuite takes them; half a surrogate pair counts as `?`."""
    return [feature.encode(errors="replace") for feature in features]


def _listed(word: str, lower: str) -> list[str]:
    """Return which word lists a word is in; those of names hold names as they are written."""
    named = word.title() if word.isupper() else word
    held = [name for name, file in LISTS if named in word_set(file)]
    return [f"in {name}" for name in held] + ["common"] * (lower in word_set("words.en.txt"))


def case_of(word: str) -> str:
    """Return the kind of a word in one letter.

    ``A`` capitalised, ``U`` all capitals, ``M`` capitals inside, ``a`` lower case, ``x`` letters
    and digits, ``I`` one capital letter or initials, ``#`` number, ``.`` anything else.
    """
    if not word.isalpha():
        return _case_of_mixed(word)
    if word.islower():
        return "a"
    if word.isupper():
        return "I" if len(word) == 1 else "U"
    return "A" if word[1:].islower() else "M"


def _case_of_mixed(word: str) -> str:
    if word[0].isdigit():
        return "x" if word[-1].isalpha() else "#"
    if not word[0].isalpha():
        return "."
    if word[-1] == ".":
        return "I" if "." in word[:-1] else "A"
    return "x" if word[-1].isdigit() else "a" if word.islower() else "A"


def shape(word: str) -> str:
    """Return the outline of a word, runs shortened: ``Kishida`` Xxx, ``U23`` X99, ``3,5`` 9,9."""
    outline = ["X" if c.isupper() else "x" if c.isalpha() else "9" if c.isdigit() else c
               for c in word]  # fmt: skip
    return "".join(c for at, c in enumerate(outline) if outline[max(0, at - 2) : at] != [c, c])
