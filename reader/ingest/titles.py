"""What a headline looks like, and how one is made for a text that has none."""

import re

from reader.article import Span
from reader.fold import terms
from reader.ingest.credits import dateline_length

LONGEST_HEADLINE = 180
"""A longer line is a paragraph. Vietnamese headlines run to 150 characters."""

LONGEST_DERIVED = 90
"""Where a derived title is cut: about two lines of the list."""

SHORTEST_DERIVED = 20
"""A first sentence shorter than this ("It rained.") doesn't say what the article is about, nor
does what a dateline leaves."""

LEAST_CLAUSES = 70
"""A title that has to be cut is cut behind a clause that ends from here on, else behind a word.
Where clauses end sooner, the main one may be yet to come: "Chiều 5-1, trên sân Mỹ Đình,"."""

SHORTEST_CUT = 20
"""Fewest characters of a title cut by "…" that still tell it is the same."""

_SENTENCE_END = re.compile(r"(?:[.;:,]|\./\.)[”\"’'»)\]]*$")
_SENTENCE_BREAK = re.compile(r"[^\s.]{3,}[.!?][”\"]?\s+[“\"]?[^\W\d_a-z]")
_LETTER = re.compile(r"[^\W\d_]")
_ITEM = re.compile(r"[-–—•*+>|#@]|\d{1,2}[.)]\s|https?://|www\.")
_SITE = re.compile(
    r"^(?P<title>.{15,}?)(?:\s+\|\s+(?P<site>[^\W\d_a-z][^|]{1,40})"
    r"|\s+[-–—|]\s+(?P<outlet>(?:Báo|Tạp chí|Đài|Trang|Cổng)\s.{2,40}|[\w.-]+\.(?:vn|com|net|org)"
    r"|VnExpress|Reuters|BBC(?: News)?|CNN|AP News|TTXVN|VOV|VTV|Vietnam\+))$"
)
_CREDIT = re.compile(
    r"(?:\b(?:ảnh|photos?|hình)(?: minh họa| by)?|(?:^|[(\[])\s*(?:nguồn|source))\s*:\s*\S", re.I
)
_DERIVED_END = re.compile(
    r"(?=(?:(?<![\s.][^\W\d_a-z])(?<!\b(?:Mr|Ms|Dr|St|TP|Tp))\.|[!?…;])[”\"]?(?:\s|$))"
)
_CLAUSE_END = re.compile(r"(?=(?::|,(?!\s\d)|\s[–—-])[”\"]?\s)")
_POINTING = (
    "a an the of in on at to for from by with and or but as that which is are was were has"
    " của và với trong cho về tại từ đến là có được bị do vì mà khi các những một như để đã"
    " sẽ đang ở bởi nhưng hoặc theo"
)
_WEAK_ENDS = frozenset(_POINTING.split())


def is_headline(line: str) -> bool:
    """Tell whether a line may be a headline: short, no full stop, no list item or address."""
    if len(line) > LONGEST_HEADLINE or not _LETTER.search(line) or _ITEM.match(line):
        return False
    if _CREDIT.search(line):
        return False
    if _SENTENCE_END.search(line) and not line.endswith("..."):
        return False
    return len(line) <= 100 or not _SENTENCE_BREAK.search(line)


def is_same(one: str, other: str) -> bool:
    """Tell whether two lines are one headline, whatever their case, and be one of them cut."""
    one, other = part_site(one)[0], part_site(other)[0]
    if one == other:
        return True
    if abs(len(one) - len(other)) < 10 and terms(one) == terms(other) != []:
        return True
    short, long = sorted((one, other), key=len)
    cut = short.rstrip(".… ")
    return len(cut) >= SHORTEST_CUT and cut != short and long.startswith(cut)


def part_site(line: str) -> tuple[str, str | None]:
    """Return a page's title without the name of the site that pages put behind it, and the name."""
    found = _SITE.match(line)
    return (found["title"], found["site"] or found["outlet"]) if found else (line, None)


def derived(line: str) -> tuple[Span, bool]:
    """Return the part of a text's first line that makes its title, and whether it is cut there.

    All of it but the dateline, or its first sentence, if of a sensible length; otherwise as many
    clauses or whole words as fit, not ending on a word like ``of`` or ``của`` that points to what
    was cut.
    """
    start = dateline_length(line)
    if len(line) - start < SHORTEST_DERIVED:
        start = 0
    shown = line[start:]
    if len(shown) <= LONGEST_DERIVED:
        return Span(start, start + (len(shown.rstrip(" .,;:")) or len(shown))), False
    ends = [found.start() for found in _DERIVED_END.finditer(shown, 0, LONGEST_DERIVED + 2)]
    for end in ends:
        if SHORTEST_DERIVED <= end <= LONGEST_DERIVED:
            return Span(start, start + end), False
    return Span(start, start + _cut(shown)), True


def _cut(line: str) -> int:
    clauses = [found.start() for found in _CLAUSE_END.finditer(line, LEAST_CLAUSES)]
    if clauses and clauses[0] <= LONGEST_DERIVED:
        return max(end for end in clauses if end <= LONGEST_DERIVED)
    end = line.rfind(" ", 0, LONGEST_DERIVED + 1)
    if end < SHORTEST_DERIVED:
        return LONGEST_DERIVED
    cut = line[:end]
    while cut.rpartition(" ")[2].lower() in _WEAK_ENDS and len(cut) > SHORTEST_DERIVED:
        cut = cut.rpartition(" ")[0]
    return len(cut.rstrip(" ,;:–—-("))
