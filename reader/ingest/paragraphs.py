"""Which line ends of a plain text end a paragraph.

Three habits are met: a blank line between paragraphs, a paragraph a line, and lines broken at a
column. The last is told by every broken line's being unable to take the first word of the next.
A caption broken over two lines is mended in any of them: the second begins in lower case.

    Foreign Minister Kishida                one paragraph: "and" goes on
    and Defence Minister Onodera            from a line without a stop
    Talks were held on Saturday.            another: the line before ended
"""

import re
from itertools import pairwise

WIDEST_COLUMN = 100
"""Longest line of a text that was broken at a column. E-mail and typescripts use 60 to 80."""

CAPTION_LINE = 160
"""Longest line that a credit on the next line ("Ảnh: REUTERS") still belongs to."""

_STOPS = tuple('.!?:;…”"»)]|')
_CREDIT = re.compile(
    r"^[(\[]?\s*(?:Ảnh|Ảnh minh h[oọ]a|Hình|Nguồn ảnh|Photos?|Image|Picture|File photo)\s*:", re.I
)
_ITEM = re.compile(r"^(?:[-–—•*+>|]|\d+[.)]\s)")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a cleaned plain text, each one line, white space collapsed."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return join_lines(lines, column_of(lines))


def join_lines(lines: list[str], column: int | None) -> list[str]:
    """Return paragraphs of stripped lines that were broken at ``column``, if at any."""
    found: list[list[str]] = []
    previous = ""
    for line in lines:
        if line and previous and _joins(previous, line, column):
            found[-1].append(line)
        elif line:
            found.append([line])
        previous = line
    return [" ".join(parts) for parts in found]


def is_photo_credit(line: str) -> bool:
    """Tell whether a line opens with the credit of a picture."""
    return bool(_CREDIT.match(line))


def _joins(line: str, following: str, column: int | None) -> bool:
    if column and _is_full(line, following, column) and not _ITEM.match(following):
        return True
    if line.endswith(_STOPS) or len(line) > CAPTION_LINE:
        return False
    return following[0].islower() or is_photo_credit(following)


def column_of(lines: list[str]) -> int | None:
    """Return the width at which the lines of a text were broken, if they were."""
    widest = max(map(len, lines), default=0)
    if not 40 <= widest <= WIDEST_COLUMN:
        return None
    pairs = [(line, following) for line, following in pairwise(lines) if line and following]
    full = sum(_is_full(line, following, widest) for line, following in pairs)
    return widest if full >= 2 and full >= 0.8 * len(pairs) else None


def _is_full(line: str, following: str, column: int) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > column
