"""Which way the sentence around a date leans: to what has been or to what is to come.

The nearest word of tense before the date decides, else the first one after it, inside the
sentence: ``He said on Monday the talks will open on Friday``.
"""

import re

from reader.entities.dates.calendar import Lean

REACH = 120
"""Characters looked at on either side. A longer reach would find the tense of another clause."""

_FUTURE = (
    r"sẽ|sắp|dự kiến|chuẩn bị|kế hoạch|chậm nhất|hạn chót|thời hạn|lên lịch|đến hết|trước ngày|"
    r"will|due|scheduled|plans?|planned|planning|expected|expects|upcoming|going to|coming|to be|"
    r"is to|are to|aims?|by|until|till|ahead of|deadline|set to|set for|hopes? to|next"
)
_PAST = (
    r"đã|từng|vừa|trước đó|kể từ|từ khi|was|were|had|has|have|since|ago|said|told|took|met|came|"
    r"won|began|held|made|went|saw|fell|rose|left|gave|got|\w{2,}ed"
)
_CUE = re.compile(rf"(?<!\w)(?:(?P<future>{_FUTURE})|(?:{_PAST}))(?!\w)")
_GONE = re.compile(r"(?<!\w)(?:hồi|kể từ|since)\s(?:the\s|đầu\s|cuối\s|giữa\s)?$")
_SENTENCE_END = re.compile(r"[.!?…;]\s|\n")


def lean(lower: str, start: int, end: int) -> Lean:
    """Tell which way the sentence leans around ``lower[start:end]``, None if it does not say."""
    before = lower[max(0, start - REACH) : start]
    if _GONE.search(before[-16:]):
        return "gone"
    cues = list(_CUE.finditer(_SENTENCE_END.split(before)[-1]))
    if cues:
        return "future" if cues[-1]["future"] else "past"
    after = _SENTENCE_END.split(lower[end : end + REACH], maxsplit=1)[0]
    cue = _CUE.search(after)
    return cue and ("future" if cue["future"] else "past")
