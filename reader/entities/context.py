"""When a name of the gazetteer is not what it seems.

`Mỹ` is a country, and half of the singer `Mỹ Linh`; `Anh` begins sentences as `he`; `Washington`
is a city and a general; `Nice` a city and a word. The flags of a surface say what it is prone to,
the class letters around it what it is here.
"""

import re

from reader.entities.cues import cues, named_set, word_set
from reader.entities.gazetteer import Match
from reader.entities.passage import SHAPES, Passage, is_syllable

_FOLLOWS = re.compile("[-~][GQ]")
_LEADS = re.compile("[GQ][-~]$")
_FAMILY = re.compile("S[SV]{0,2}$")
"""A family name and middle names that a place's name goes on: `Đặng Thanh Hạ Long`."""
_NAME = "SVFA"
"""Shapes of capitals that may be parts of a name."""


def judge(passage: Passage) -> None:
    """Take back the matches that are part of another name or another word."""
    stands = _stands_in_vietnamese if passage.lang == "vi" else _stands_in_english
    for index, match in list(passage.found.items()):
        if _is_torn(passage, index, match) or not stands(passage, index, match):
            del passage.found[index]
            behind = index + match.length
            shapes = "".join(_otherwise(passage, at) for at in range(index, behind))
            passage.classes = passage.classes[:index] + shapes + passage.classes[behind:]


def _otherwise(passage: Passage, index: int) -> str:
    """Return the class of a token that names nothing known: `Anh` at a sentence's start is `he`."""
    word = passage.words[index]
    cue = cues(passage.lang).at([word], [word.lower()], 0)
    if cue and (passage.opens[index] or cue[1] in "OL"):
        return cue[1]
    return SHAPES[passage.lang][word]


def _is_torn(passage: Passage, index: int, match: Match) -> bool:
    """Tell whether a short name is the beginning of something else: `VN-Index`, `US$150`."""
    behind = index + match.length
    if not passage.words[behind - 1].isupper():
        return False
    after = passage.classes[behind : behind + 2]
    return after[:1] == "$" or (after[:1] == "~" and after[1:] in ("F", "C", "W", "9", "A"))


def _stands_in_vietnamese(passage: Passage, index: int, match: Match) -> bool:
    before, _ = _around(passage, index, match)
    if before == "q" and match.known.kind == "C":
        return False
    if "p" in match.flags:
        leader = passage.words[index - 1].lower() if index else ""
        return _paired(passage, index, match) or leader in named_set("vi", "before people")
    if "i" in match.flags:
        return _placed(passage, index, match)
    if "a" in match.flags or match.length == 1:
        return _short_stands(passage, index, match)
    return _long_stands(passage, index, match)


def _long_stands(passage: Passage, index: int, match: Match) -> bool:
    """Tell whether a name of several words is no part of a person's name."""
    before, after = _around(passage, index, match)
    if match.known.kind in "TAR" and _FAMILY.search(passage.classes[max(0, index - 3) : index]):
        return False
    if before == "h" and after in ("S", "V"):
        return False
    return not ("w" in match.flags and (before in ("S", "V", "h") or after in ("S", "V")))


def _short_stands(passage: Passage, index: int, match: Match) -> bool:
    """Tell whether a name of one word is no part of a person's name or of another word."""
    before, after = _around(passage, index, match)
    word, behind = passage.words[index], index + match.length
    follower = passage.words[behind] if behind < len(passage.words) else ""
    if f"{word}+{follower}" in named_set("vi", "compounds"):
        return False
    named = before in ("S", "V") and not passage.opens[index]
    if match.known.kind in "TA" and before != "t" and (before in ("h", "F", "D") or after == "F"):
        return False
    if match.known.kind in "TA" and is_syllable(word):
        return _placed(passage, index, match)
    if set(match.flags) & {"s", "w"}:
        return before not in ("F", "D") and after != "F" and not ("w" in match.flags and named)
    if match.known.kind == "C" or "a" in match.flags:
        return not named and _country_stands(passage, index, match, before, after)
    return True


def _country_stands(passage: Passage, index: int, match: Match, before: str, after: str) -> bool:
    if "a" in match.flags and before == "h":
        return False
    if after == "G" and index + 1 in passage.found and passage.found[index + 1].length == 1:
        return False
    if "a" in match.flags and after in ("S", "V"):
        return before in ("t", "p")
    if passage.opens[index] and passage.words[index] in named_set("vi", "seldom first"):
        return _paired(passage, index, match) or after == ","
    return True


def _stands_in_english(passage: Passage, index: int, match: Match) -> bool:
    before, after = _around(passage, index, match)
    flags = match.flags
    if "p" in flags:
        return _paired(passage, index, match)
    if "i" in flags:
        return _placed(passage, index, match)
    if "s" in flags:
        return before not in ("A", "C", "D") and after not in ("A", "C", "O", "L")
    if "d" in flags and before == "~" and passage.classes[index - 2] not in "GQ":
        return False
    if match.known.kind == "O":
        return not _goes_before(passage, index, match)
    return match.length > 1 or _word_stands(passage, index, match, before, after)


def _word_stands(passage: Passage, index: int, match: Match, before: str, after: str) -> bool:
    """Tell whether a place of one word is no part of a person's name."""
    given = passage.words[index] in word_set("given_names.txt")
    town = index + 1 in passage.found and passage.found[index + 1].known.kind in "TA"
    if given and (after in ("A", "C", "D") or (after == "Q" and town)):
        return False
    if set(match.flags) & {"w", "a"}:
        named = before in ("A", "D", "h") or (before == "C" and "w" in match.flags)
        return not named and (after not in ("C", "D") or "d" in match.flags)
    return not (match.known.kind in "TA" and before in ("A", "C", "D", "h"))


def _goes_before(passage: Passage, index: int, match: Match) -> bool:
    """Tell whether a body's name is the end of a longer one: `Constitutional Democratic Party`."""
    if not index or match.length < 2 or passage.classes[index - 1] not in "WC":
        return False
    last = passage.words[index + match.length - 1]
    return not passage.opens[index - 1] and cues("en").at([last], [last.lower()], 0) == (1, "O")


def _around(passage: Passage, index: int, match: Match) -> tuple[str, str]:
    classes, behind = passage.classes, index + match.length
    before = classes[index - 1] if index else ""
    return before, classes[behind] if behind < len(classes) else ""


def _paired(passage: Passage, index: int, match: Match) -> bool:
    """Tell whether a hyphen ties the match to another place: `Mỹ - Trung`."""
    behind = index + match.length
    follows = _FOLLOWS.match(passage.classes, behind)
    return bool(follows or _LEADS.search(passage.classes[max(0, index - 2) : index]))


def _placed(passage: Passage, index: int, match: Match) -> bool:
    """Tell whether a word of place leads to the match, or a known place follows its comma."""
    before, after = _around(passage, index, match)
    if before in ("l", "i", "L"):
        return after not in ("S", "V", "F", "C", "A") or before == "l"
    classes, behind = passage.classes, index + match.length
    if after == "," and classes[behind + 1 : behind + 2] in ("l", "G", "Q"):
        return before not in tuple(_NAME)
    return index > 1 and before == "," and classes[index - 2] in "Q"
