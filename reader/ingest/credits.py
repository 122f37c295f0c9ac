"""Who published a text or wrote it, as credit lines, datelines and bylines say.

    Theo TTXVN                        the last line
    Source: ThanhNien Newspaper       its generic word (Newspaper) is no part of the name
    Minh Anh/VOV                      a signature: the author, and the publisher
    … cho biết./. (Theo Reuters)      the end of the last paragraph
    SEOUL, May 8 (Kyodo) -- …         the start of the first
    VOV.VN - …

The credit of a picture (``Ảnh: REUTERS``) says nothing of the text. Nothing is taken off the text:
a credit is a mention too.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from reader.fold import fold

LAST = 4
"""How many paragraphs from the end may hold the credit: an e-mail address and a note may follow."""

LONGEST_NAME = 60
"""A longer credit is a sentence that begins like one."""

_AGENCIES = (
    "TTXVN VNA VOV VTV VNEXPRESS VIETNAMPLUS REUTERS AFP AP UPI TASS SPUTNIK XINHUA YONHAP KYODO"
    " BLOOMBERG CNN BBC CNA NHK DPA EFE ANI PTI IANS RIA"
)
_DESKS = "TTO TPO NDO SKĐS SKDS PLO PLVN ANTD ANTĐ QĐND NLĐO SGGP SGGPO CAND BNEWS ĐCSVN HNMO"
"""Short names that open the articles of Vietnamese papers on the web ("TTO - …"). Any capitals
would not do: "ASEAN - Nhật Bản thống nhất…"."""

_LINE = re.compile(
    r"^[(\[*_]*\s*(?P<cue>theo|nguon tin|nguon|sources?|via|link goc)\b\s*(?P<colon>:?)\s*"
)
_ENDING = re.compile(
    r"\((?:(?:Theo|Nguồn|Source)\b\s*:?\s*(?P<cued>[^()]{2,60})"
    rf"|(?P<agency>{_AGENCIES.replace(' ', '|')}))\)\W*$",
    re.I,
)
_DATELINE = re.compile(
    r"^(?P<place>[^\n.()]{0,60})\((?P<name>[^\W\d][^()\d,]{1,30}?)"
    r"(?:[,\s]+(?:ngày\s+)?(?:\d[\d/.-]*|[A-Z][a-z]{2,8}\.?\s+\d{1,2}))?\)\s*(?:[-–—]+|:)\s"
)
_DESK = re.compile(
    rf"^(?P<name>{_DESKS.replace(' ', '|')}|[\w.]{{2,30}}\.(?:vn|VN|com))\s*[-–—]\s*\S"
)
_DASH = r"(?:[–—]|--?)"
_TOWN = re.compile(
    r"^(?:[^\W\d_a-z][^\W_a-z]{2,}(?:[ .'’-]+[^\W\d_a-z][^\W_a-z]+)*(?:,[^\n.;:–—()]{2,40})?"
    rf"\s{_DASH}|[^\n.;:,–—()]{{3,40}},\s[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:,\s\d{{4}})?"
    rf"\s?(?:{_DASH}|:))\s"
)
"""A town in capitals or with a day, and no agency: ``GENEVA —``, ``Seoul [South Korea], May 8:``.
A second dash makes it the subject of a sentence: ``FIFA — the sport's body — said``."""

_SIGNATURE = re.compile(
    r"^(?P<author>[^\W\d_][^\n()/.:,]{2,40}?)\s*(?:\((?:theo\s+)?(?P<inside>[^()\n]{2,40})\)"
    r"|/\s?(?P<behind>[^\n/()]{2,40}))$",
    re.I,
)
_GATHERED = frozenset({"tong hop", "t/h", "th", "tong thuat", "bien dich", "luoc dich", "ghi"})
"""What stands in a signature's brackets instead of a publisher: gathered, translated."""

_BYLINE = re.compile(r"^(?:by|written by|author|tac gia|phong vien|pv)(?::\s*|\s+)")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,4}")
_GENERIC_BEFORE = re.compile(
    r"^(?:the\s+)?(?:bao dien tu|bao|tap chi|trang tin|trang"
    r"|hang thong tan|hang tin)\s+(?=\S+\s+\S)"
)
_GENERIC_AFTER = re.compile(r"\s+(?:newspaper|magazine|website|online newspaper)$")
_NOT_NAMES = frozenset({"ảnh", "hình", "photo", "photos", "image", "video", "internet"})
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


class Credit(NamedTuple):
    """What the credits of a text say."""

    source: str | None = None
    author: str | None = None
    link: str | None = None


def find_credit(paragraphs: list[str]) -> Credit:
    """Return the publisher that the credits of a text name, and what they say beside it."""
    for paragraph in reversed(paragraphs[-LAST:]):
        for credit in _of_line(paragraph):
            return credit
    if not paragraphs:
        return Credit()
    last = paragraphs[-1]
    ending = _ENDING.search(last, max(0, len(last) - LONGEST_NAME - 20))
    if ending:
        return Credit(clean_source(ending["cued"] or ending["agency"]))
    return Credit(next(filter(None, map(_of_opening, paragraphs[:2])), None))


def find_author(lines: list[str]) -> str | None:
    """Return the author that a byline among the first lines names, or None."""
    for line in lines:
        cue = _BYLINE.match(fold(line[:LONGEST_NAME]))
        if cue and len(line) <= LONGEST_NAME and _is_person(line[cue.end() :].strip()):
            return line[cue.end() :].strip()
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


def _of_line(line: str) -> Iterator[Credit]:
    if len(line) > LONGEST_NAME * 3:
        return
    cue = _LINE.match(fold(line))
    if cue is None:
        yield from _of_signature(line)
        return
    said = line[cue.end() :].strip(" )].*_")
    address = _ADDRESS.match(said)
    if address:
        yield Credit(_host(address[0]), link=address[0])
        return
    name = clean_source(said)
    if name and _is_name(name, bool(cue["colon"]), line):
        yield Credit(name)


def _of_signature(line: str) -> Iterator[Credit]:
    found = _SIGNATURE.match(line)
    if found is None or not _is_person(found["author"]):
        return
    said = (found["inside"] or found["behind"]).removeprefix("theo ")
    if fold(said).strip(" .") in _GATHERED:
        yield Credit(author=found["author"])
    elif said[0].isupper() and len(said.split()) <= 4:
        yield Credit(clean_source(said), found["author"])


def _host(address: str) -> str | None:
    host = urlsplit(address if "//" in address else f"//{address}").netloc
    return host.removeprefix("www.") or None


def _is_person(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and all(word[0].isupper() for word in name.split())


def _is_name(name: str, has_colon: bool, line: str) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 8 or len(name) > LONGEST_NAME or words[0].lower() in _NOT_NAMES:
        return False
    if has_colon or line.startswith("("):
        return True
    return name[0].isupper() and len(words) <= 6 and not line.endswith((".", ",", ":", "?"))


def _of_opening(paragraph: str) -> str | None:
    desk = _DESK.match(paragraph)
    if desk:
        return desk["name"]
    found = _DATELINE.match(paragraph[: LONGEST_NAME * 2])
    if found is None or not found["name"][0].isupper() or not _is_place(found["place"]):
        return None
    return clean_source(found["name"])


def dateline_length(paragraph: str) -> int:
    """Return how many characters at a paragraph's start say only where, when and who reports."""
    opening = paragraph[: LONGEST_NAME * 2]
    found = _DATELINE.match(opening)
    if found and found["name"][0].isupper() and _is_place(found["place"]):
        return found.end()
    desk = _DESK.match(opening)
    if desk:
        return desk.end() - 1
    town = _TOWN.match(opening)
    if town is None or re.search(rf"\s{_DASH}\s", opening[town.end() :]):
        return 0
    return town.end()


def _is_place(text: str) -> bool:
    """Tell whether what stands before the name is a dateline's place and day, or nothing."""
    words = text.partition(",")[0].split()
    return len(words) <= 4 and not any(word[0].islower() for word in words)
