"""Which characters a document's bytes stand for.

A byte order mark decides; then UTF-8, which random bytes almost never satisfy; then UTF-16 told
by its zero bytes; then what the document declares. Old Vietnamese encodings are told by the words
they give, others by charset-normalizer. What is left is read as UTF-8 with its undecodable bytes
replaced and a note.
"""

import codecs
from typing import NamedTuple

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks. UTF-32 comes before UTF-16, whose mark begins its own."""

SAMPLE = 8192
"""How many bytes are looked at to tell text from the bytes of a program or a picture."""

MAX_CONTROLS = 0.05
"""Share of control bytes above which a sample is no text. Random bytes have 0.10; terminal
recordings, the most control-ridden texts, up to 0.04."""

FEW_CONTROLS = 8
"""So many control bytes are forgiven a note of a few words, where each weighs a lot."""

GUESSED = 20_000
"""Bytes from which an encoding is guessed; 5 kB tell as much, more only takes time."""

MAX_CHAOS = 0.1
"""Mess, by charset-normalizer's measure, above which a guess is worse than marked gaps. Right
guesses have 0.00 to 0.05."""

SAME_CHAOS = 0.06
"""Difference in mess that says nothing. French in windows-1252 has 0.06 in short texts, where the
Baltic encoding next to it has 0.00."""

COMMON = ("cp1252", "cp1250", "cp1251", "iso8859_2", "koi8_r")
"""Encodings preferred among equals, the most used first."""

FEWEST_BYTES = 4
"""Fewer bytes outside ASCII than this are strays, from which no encoding can be told."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b")) + b"\x7f"


class Decoded(NamedTuple):
    """The characters of a document, and what the reader should know of how they were found."""

    text: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Return the text of ``raw``. Bytes that can't be decoded become ``�``, with a note.

    ``declared`` is the encoding that the document names; it counts where the bytes are neither
    marked nor UTF-8.
    """
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _decode_as(raw[len(mark) :], encoding)
    try:
        if not _looks_wide(raw):
            return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_as(raw, declared) if _is_encoding(declared) else _guessed(raw)
    return _decode_as(raw, _wide_encoding(raw))


def is_binary(head: bytes) -> bool:
    """Tell whether the start of a document is that of a program, a picture or a database."""
    sample = head[:SAMPLE]
    if not sample or sample.startswith(tuple(mark for mark, _ in MARKS)) or _looks_wide(sample):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(FEW_CONTROLS, MAX_CONTROLS * len(sample))


def _decode_as(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding))
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
    lost = text.count("\ufffd")
    places = "place holds" if lost == 1 else "places hold"
    return Decoded(text, (f"{lost} {places} bytes that are not {encoding.upper()}, shown as �",))


def _guessed(raw: bytes) -> Decoded:
    """Return the text of bytes in an encoding that has to be guessed, with a note of the guess."""
    from reader.ingest import vietnamese_encodings

    guess = vietnamese_encodings.guess(raw)
    if guess is None and not _is_damaged(raw):
        guess = _by_statistics(raw)
    if guess is None:
        return _decode_as(raw, "utf-8")
    text, encoding = guess
    return Decoded(text, (f"read as {encoding}, an encoding that was guessed",))


def _is_damaged(raw: bytes) -> bool:
    """Tell UTF-8 with a few bad bytes, or ASCII with stray ones, from another encoding."""
    text = raw[:GUESSED].decode("utf-8", "replace")
    lost = text.count("\ufffd")
    kept = sum(not sign.isascii() for sign in text) - lost
    return lost < FEWEST_BYTES or lost <= kept


def _by_statistics(raw: bytes) -> tuple[str, str] | None:
    """Return what charset-normalizer makes of the bytes, the commonest of its near equals."""
    from charset_normalizer import from_bytes

    chaos = {match.encoding: match.chaos for match in from_bytes(raw[:GUESSED])}
    least = min(chaos.values(), default=1.0)
    if least > MAX_CHAOS:
        return None
    near = [encoding for encoding in chaos if chaos[encoding] <= least + SAME_CHAOS]
    encoding = next((common for common in COMMON if common in near), near[0])
    try:
        return raw.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _is_encoding(name: str) -> bool:
    try:
        return "a".encode(name) == b"a"
    except (LookupError, UnicodeError, ValueError, TypeError):
        return False


def _looks_wide(raw: bytes) -> bool:
    """Tell UTF-16 without a mark by its spaces and line ends: every other byte of them is zero."""
    sample = raw[:SAMPLE]
    if len(sample) < 8 or sample.count(0) * 20 < len(sample):
        return False
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    return min(even, odd) * 20 <= max(even, odd)


def _wide_encoding(raw: bytes) -> str:
    sample = raw[:SAMPLE]
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
