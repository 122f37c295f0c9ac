"""Which lines are part of a page and not of its text, by their words alone.

Section names, comment counts, buttons and tags, in both languages. All patterns run on folded
text, and take a whole line: a sentence that mentions sharing or comments is text.
"""

import re

from reader.fold import fold

LONGEST_BUTTON = 60
"""Longest line that may be a button; the longest met is "Follow us on Google News"."""

_SECTION_WORDS = """
    world|asia|politics|business|economy|sport|sports|culture|society|opinion|technology|science
    |health|travel|entertainment|education|environment|national|international|news|top news
    |latest news|breaking news|home|lifestyle|law|defence|defense|security|diplomacy|features
    |analysis|world news|asia pacific|asia-pacific|east asia|middle east|europe|americas|africa
    |us|us news|uk|editorial|commentary|markets|finance|tech|video|photos|vietnam|military
    |the gioi|thoi su|chinh tri|kinh te|kinh doanh|xa hoi|phap luat|giao duc|suc khoe|the thao
    |van hoa|giai tri|cong nghe|khoa hoc|du lich|doi song|quoc te|quoc phong|quan su|bien dong
    |trong nuoc|tin tuc|tin nong|tin moi|goc nhin|binh luan|phan tich|tai chinh|bat dong san|xe
    |doi ngoai|ho so|ngoai giao|trang chu|su kien|asean|chau a|chau au|chau my|chau phi|phong su
    |tin the gioi|tin quoc te|the gioi 24h|thoi su quoc te|tin trong nuoc|chinh tri - xa hoi
    |quoc phong - an ninh|an ninh|thi truong|doanh nghiep|moi truong|phan tich - binh luan
"""
_SECTIONS = frozenset(" ".join(word.split()) for word in _SECTION_WORDS.split("|"))
_BREADCRUMB = re.compile(r"\s*[>»/|›•→]\s*")
_COMMENTS = re.compile(
    r"(?:binh luan|y kien(?: ban doc)?|comments?|phan hoi|luot xem|views?|luot doc)"
    r"\s*(?:\(\s*[\d.,]+\s*\)|:\s*[\d.,]+)"
    r"|[\d.,]+k?\s+(?:binh luan|comments?|y kien|phan hoi|luot xem|views?|shares?|luot chia se)"
    r"|(?:no comments?(?: yet)?|chua co binh luan(?: nao)?|be the first to comment|leave a comment)"
)
_BUTTONS = re.compile(
    r"(?:chia se|share|tweet|facebook|twitter|zalo|print|in bai(?: viet)?|in trang|email|gui email"
    r"|luu(?: bai)?|save|copy link|sao chep lien ket|like|thich|follow us.*|linkedin|whatsapp"
    r"|theo doi.{0,40}tren google news|google news|share on (?:facebook|twitter|x|linkedin)"
    r"|\[?\s*(?:quang cao|advertisement)\s*\]?|share this(?: article| story)?|doc tiep|read more"
    r"|len dau trang|back to top|nghe (?:doc bai|bai viet|audio)"
    r"|listen(?: to this (?:article|story))?"
    r"|\d+\s*-?\s*(?:min(?:ute)?s?|phut)\s+(?:read|doc)|\d\d?:\d\d(?:\s*/\s*\d\d?:\d\d)?"
    r"|xem tren (?:mobile|di dong)|dang ky|subscribe|sign up|log ?in|dang nhap|co chu|a[-+]|aa)\W*"
)
_TAGS = re.compile(r"(?:tags?|tu khoa|keywords?|chu de|topics?|filed under)\s*:\s*\S.*")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright\b|ban quyen (?:thuoc|©)|all rights reserved).{0,120}"
)


def button(line: str) -> str | None:
    """Return what kind of furniture a line of any place is (comments, button), or None."""
    if len(line) > LONGEST_BUTTON:
        return None
    folded = fold(line)
    if _COMMENTS.fullmatch(folded):
        return "comments"
    return "button" if _BUTTONS.fullmatch(folded) else None


def ending(line: str) -> str | None:
    """Return what kind of furniture a line at the end is (tags, copyright), or None."""
    folded = fold(line[:300])
    if _TAGS.fullmatch(folded):
        return "tags"
    return "copyright" if _COPYRIGHT.fullmatch(folded) else None


def is_section(line: str) -> bool:
    """Tell whether a line is the name of a section, or a path of them (``Home > World``)."""
    if len(line) > LONGEST_BUTTON:
        return False
    parts = [part.strip(" .:") for part in _BREADCRUMB.split(fold(line))]
    named = [part in _SECTIONS for part in parts if part]
    is_path = len(named) > 1 and named[0] and any(sign in line for sign in ">»›→")
    return is_path or (bool(named) and all(named))
