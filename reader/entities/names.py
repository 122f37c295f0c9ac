"""When two spellings are one name.

A person's key ignores what writers vary: case, hyphens and spaces between the same words
(`Suk-yeol`, `Suk Yeol`), and which of family and given name comes first (`Kihara Minoru`). It
keeps tones, since Hùng and Hưng are two people, and initials, since George W. is not George H. W.
A Vietnamese name is never turned round, so its order is kept.
"""

import re
from collections.abc import Sequence

from reader.entities.passage import is_syllable

_PART = re.compile(r"[^\W\d_]+|\d+")
_MARKED = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I)


def parts(name: str) -> list[str]:
    """Return the words of a name in lower case, hyphens parting them too."""
    return [part.lower() for part in _PART.findall(name)]


def slug(name: str) -> str:
    """Return a name as an id writes it: lower case with hyphens, marks kept."""
    return "-".join(parts(name.replace("'s", "").replace("’s", "")))


def person_key(name: str) -> str:
    """Return what spellings of one person's name share."""
    words = parts(name)
    return "-".join(words if is_vietnamese(words) else sorted(words))


def is_vietnamese(words: Sequence[str]) -> bool:
    """Tell whether a name is spelt as Vietnamese, tones and all."""
    return all(is_syllable(word) for word in words) and any(_MARKED.search(word) for word in words)
