"""Which way the sentence around a date leans: to what has been or to what is to come.

The nearest word of tense before the date decides, else the first one after it, inside the
sentence: ``He said on Monday the talks will open on Friday``.
"""

import re

from reader.entities.dates.calendar import Lean

REACH = 120
"""Characters looked at on either side. A longer reach would find the tense of another clause."""

_PASSIVE = r"(?:(?: \w+)? be(?: \w+)?)?"
_FUTURE = (
    r"sẽ|sắp|dự kiến|chuẩn bị|lên lịch|lên kế hoạch|"
    rf"(?:will|would|shall|going to|due to|set to|expected to|is to|are to|scheduled to){_PASSIVE}|"
    r"to be(?: \w+)?|due|scheduled|planned|plans to|expected|expects|upcoming|aims? to|set for|"
    r"hopes? to|ahead of|goes? (?:on trial|to trial|on sale|to the polls|into effect)|begins|opens|"
    r"starts|resumes|convenes|takes place|take place|kicks off|gets under ?way|heads? to the polls"
)
_PAST = (
    r"đã|từng|vừa|trước đó|từ khi|did|was|were|had|has|have|ago|said|told|took|met|came|won|began|"
    r"held|made|went|saw|fell|rose|left|gave|got|\w{2,}ed"
)
_CUE = re.compile(rf"(?<!\w)(?:(?P<future>{_FUTURE})|{_PAST})(?!\w)")
_GONE = re.compile(r"(?<!\w)(?:hồi|kể từ|since)\s(?:the\s|đầu\s|cuối\s|giữa\s)?$")
_DEADLINE = re.compile(
    r"(?<!\w)(?:by|until|till|before|no later than|trước|chậm nhất|muộn nhất|đến hết)\s$"
)
_SENTENCE_END = re.compile(r"[.!?…;]\s|\n")


def lean(lower: str, start: int, end: int) -> Lean:
    """Tell which way the sentence leans around ``lower[start:end]``, None if it does not say."""
    before = lower[max(0, start - REACH) : start]
    if _GONE.search(before[-16:]):
        return "gone"
    if _DEADLINE.search(before[-16:]):
        return "future"
    cues = list(_CUE.finditer(_SENTENCE_END.split(before)[-1]))
    if cues:
        return "future" if cues[-1]["future"] else "past"
    after = _SENTENCE_END.split(lower[end : end + REACH], maxsplit=1)[0]
    cue = _CUE.search(after)
    if cue is None:
        return None
    return "future" if cue["future"] else "past"
