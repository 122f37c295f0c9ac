"""Vietnamese as it was written before Unicode: windows-1258, TCVN3 (ABC) and VNI.

Python has a codec for the first; the others are fonts that gave Latin letters other shapes, so no
library tells them. TCVN3 has a code for each letter; VNI writes a letter and then its mark:

    Nhật Bản     TCVN3  NhËt B¶n     VNI  Nhaät Baûn      (seen as windows-1252)

An encoding is believed when nearly all marked words it gives are Vietnamese syllables, which the
wrong one's never are: their shape is an initial consonant, a vowel group with at most one tone,
and a final consonant.
"""

import re
import unicodedata
from collections.abc import Callable

from reader.fold import fold

FEWEST_WORDS = 4
"""Marked words needed to believe anything; fewer may fit by accident."""

BELIEVED = 0.9
"""Share of marked words that must be syllables. Right readings have 0.97 and more (the rest are
foreign names), wrong ones below 0.5."""

SAMPLE = 20_000
"""Bytes looked at."""

_TCVN3 = dict(
    zip(
        [*range(0xA1, 0xAF), *range(0xB5, 0xBA), *range(0xBB, 0xBF), *range(0xC6, 0xCD),
         *range(0xCE, 0xD9), *range(0xDC, 0xE0), *range(0xE1, 0xF0), *range(0xF1, 0xFF)],
        "ĂÂÊÔƠƯĐăâêôơưđ" "àảãáạ" "ằẳẵắ" "ặầẩẫấậè" "ẻẽéẹềểễếệìỉ" "ĩíịò"
        "ỏõóọồổỗốộờởỡớợù" "ủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)  # fmt: skip

_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_VNI_MARKS = {
    "ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "à": _CIRCUMFLEX + _GRAVE, "á": _CIRCUMFLEX + _ACUTE,
    "å": _CIRCUMFLEX + _HOOK, "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE,
    "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE, "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_LETTERS = dict(zip("ôöñìíæóòî", "ơưđìíỉĩịỵ", strict=True))
_VNI = re.compile(
    f"([aeouyôö])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_LETTERS)}])", re.IGNORECASE
)

_WORD = re.compile(r"[^\W\d_]+")
_TONES = re.compile(f"[{_GRAVE}{_ACUTE}{_HOOK}{_TILDE}{_DOT}]")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|gh?|gi|kh?|ph?|qu|th?|tr|ch?|[bdhlmnrsvx])?"
    r"(?:a[iouy]?|e[ou]?|i(?:eu?|a|u)?|o(?:a[ioy]?|eo?|i|o)?|u(?:a[iy]?|e|i|o[iu]?|u|y(?:a|eu?|u)?)?"
    r"|y(?:eu?|a)?)"
    r"(?:ch|ng|nh|[cmnpt])?"
)


def guess(raw: bytes) -> tuple[str, str] | None:
    """Return the text of Vietnamese bytes and their encoding's name, or None if it isn't sure."""
    sample = raw[:SAMPLE]
    scores = {name: _score(decode(sample)) for name, decode in _DECODERS.items()}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] < BELIEVED:
        return None
    return _DECODERS[best](raw), best


def _score(text: str) -> float:
    """Return the share of marked words that are Vietnamese syllables."""
    marked = [word for word in _WORD.findall(text.lower()) if not word.isascii()]
    if len(marked) < FEWEST_WORDS:
        return 0.0
    strange = sum(not sign.isascii() and not sign.isalpha() for sign in text)
    return sum(map(_is_syllable, marked)) / (len(marked) + strange)


def _is_syllable(word: str) -> bool:
    tones = len(_TONES.findall(unicodedata.normalize("NFD", word)))
    return tones <= 1 and bool(_SYLLABLE.fullmatch(fold(word)))


def _windows_1258(raw: bytes) -> str:
    return unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))


def _tcvn3(raw: bytes) -> str:
    return raw.decode("cp1252", "replace").translate(_TCVN3)


def _vni(raw: bytes) -> str:
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, raw.decode("cp1252", "replace")))


def _vni_letter(found: re.Match[str]) -> str:
    alone = found[3]
    if alone:
        return _cased(_VNI_LETTERS[alone.lower()], alone)
    base = _cased(_VNI_LETTERS.get(found[1].lower(), found[1].lower()), found[1])
    return base + _VNI_MARKS[found[2].lower()]


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter


_DECODERS: dict[str, Callable[[bytes], str]] = {
    "windows-1258": _windows_1258,
    "TCVN3": _tcvn3,
    "VNI": _vni,
}
