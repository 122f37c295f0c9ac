"""Who published a text or wrote it, as credit lines, datelines and bylines say.

    Theo TTXVN                        the last line
    Source: ThanhNien Newspaper       its generic word (Newspaper) is no part of the name
    … cho biết./. (Theo Reuters)      the end of the last paragraph
    SEOUL, May 8 (Kyodo) -- …         the start of the first

The credit of a picture (``Ảnh: REUTERS``) says nothing of the text.
"""

import re

from reader.fold import fold

LAST = 4
"""How many paragraphs from the end may hold the credit: an e-mail address, tags and a comment
count may follow it."""

LONGEST_NAME = 60
"""A longer credit is a sentence that begins like one."""

_LINE = re.compile(r"^[(\[*_]*\s*(?P<cue>theo|nguon tin|nguon|sources?|via)\b\s*(?P<colon>:?)\s*")
_ENDING = re.compile(
    r"\((?:(?:Theo|Nguồn|Source)\b\s*:?\s*(?P<cued>[^()]{2,60})"
    r"|(?P<agency>TTXVN|VNA|VOV|VTV|Reuters|AFP|AP|UPI|TASS|Sputnik|Xinhua|Yonhap|Kyodo|Bloomberg"
    r"|CNN|BBC|CNA|NHK|DPA|EFE|ANI|PTI|IANS))\)\W*$",
    re.I,
)
_DATELINE = re.compile(
    r"^(?P<place>[^\n.()]{0,60})\((?P<name>[^\W\d][^()\d]{1,30})\)\s*(?:[-–—]+|:)\s"
)
_BYLINE = re.compile(r"^(?:by|written by|author|tac gia|phong vien|pv)(?::\s*|\s+)")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,4}")
_GENERIC_BEFORE = re.compile(
    r"^(?:the\s+)?(?:bao dien tu|bao|tap chi|trang tin|trang"
    r"|hang thong tan|hang tin)\s+(?=\S+\s+\S)"
)
_GENERIC_AFTER = re.compile(r"\s+(?:newspaper|magazine|website|online newspaper)$")
_NOT_NAMES = frozenset({"ảnh", "hình", "photo", "photos", "image", "video", "internet"})


def find_source(paragraphs: list[str]) -> str | None:
    """Return the publisher that the credits of a text name, or None."""
    for paragraph in reversed(paragraphs[-LAST:]):
        name = _of_line(paragraph)
        if name:
            return name
    if not paragraphs:
        return None
    ending = _ENDING.search(paragraphs[-1], max(0, len(paragraphs[-1]) - LONGEST_NAME - 20))
    if ending:
        return clean_source(ending["cued"] or ending["agency"])
    return next(filter(None, map(_of_dateline, paragraphs[:2])), None)


def find_author(lines: list[str]) -> str | None:
    """Return the author that a byline among the first lines names, or None."""
    for line in lines:
        cue = _BYLINE.match(fold(line[:LONGEST_NAME]))
        if cue and len(line) <= LONGEST_NAME and _NAME.fullmatch(line[cue.end() :].strip()):
            name = line[cue.end() :].strip()
            if all(word[0].isupper() for word in name.split()):
                return name
    return None


def clean_source(name: str) -> str | None:
    """Return a publisher's name without the words that only say what it is."""
    name = " ".join(name.split()).strip(" .,;:()[]*_-–—")
    folded = fold(name)
    before = _GENERIC_BEFORE.match(folded)
    if before:
        name, folded = name[before.end() :], folded[before.end() :]
    after = _GENERIC_AFTER.search(folded)
    if after:
        name = name[: after.start()]
    return name or None


def _of_line(line: str) -> str | None:
    if len(line) > LONGEST_NAME + 20:
        return None
    cue = _LINE.match(fold(line))
    if cue is None:
        return None
    name = clean_source(line[cue.end() :].strip(" )].*_"))
    return name if name and _is_name(name, bool(cue["colon"]), line) else None


def _is_name(name: str, has_colon: bool, line: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 8 or len(name) > LONGEST_NAME or words[0].lower() in _NOT_NAMES:
        return False
    if has_colon or line.startswith("("):
        return True
    return name[0].isupper() and len(words) <= 6 and not line.endswith((".", ",", ":", "?"))


def _of_dateline(paragraph: str) -> str | None:
    found = _DATELINE.match(paragraph[: LONGEST_NAME * 2])
    if found is None or not found["name"][0].isupper() or not _is_place(found["place"]):
        return None
    return clean_source(found["name"])


def _is_place(text: str) -> bool:
    """Tell whether what stands before the name is a dateline's place and day, or nothing."""
    words = text.partition(",")[0].split()
    return len(words) <= 4 and not any(word[0].islower() for word in words)
