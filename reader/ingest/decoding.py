"""Which characters a document's bytes stand for.

A byte order mark decides; then UTF-8, which random bytes almost never satisfy; then UTF-16 told
by its zero bytes. What is left is read as UTF-8 with its undecodable bytes replaced and a note.
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
        return _decode_as(raw, declared if _is_encoding(declared) else "utf-8")
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
