"""Which of the two languages a paragraph is in."""

import re

_MARKED = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")
_VIETNAMESE = re.compile(
    r"\b(?:là|của|và|được|các|những|trong|không|với|cho|người|đã|có|một|này|ở|tại|ngày|năm|tới|về"
    r"|từ|đến|khi|sẽ|theo|bị|ông|bà|sau|nói|để|vào)\b"
)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|is|was|for|that|with|said|by|she|it|his|her|has|have|from|are|were|after"
    r"|who|will|not|on)\b"
)
"""Small words of each language that are no syllable of the other (`an` and `to` are)."""

SAMPLE = 500
"""Characters of a paragraph that are looked at; its language does not change further on."""
MARKED_SHARE = 0.06
"""Share of a Vietnamese paragraph's characters that carry marks it alone has: running text has
0.15 to 0.25, English with a few Vietnamese names under 0.05."""


def guess(paragraph: str, otherwise: str = "en") -> str:
    """Return ``vi`` or ``en``; ``otherwise`` when the paragraph is too short to tell.

    The small words tell, since a headline may hold more foreign names than words; where there
    are none, the marks.
    """
    sample = paragraph[:SAMPLE].lower()
    vietnamese, english = len(_VIETNAMESE.findall(sample)), len(_ENGLISH.findall(sample))
    if vietnamese != english:
        return "vi" if vietnamese > english else "en"
    marked = len(_MARKED.findall(sample))
    if marked >= 2 and marked >= MARKED_SHARE * len(sample):
        return "vi"
    return "en" if len(paragraph) > 80 and not marked else otherwise
