"""ZIP and tar archives, and packed files: each member is read as a document of its own.

Nothing is unpacked to disk. An archive can be made to explode (a few kilobytes of zeros, archives
in archives, a million members), so what is taken out of one is counted, and reading stops at a
limit. The fragment of an article is its member's path: ``news.zip#asia/visit.txt``.
"""

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple

from reader.ingest import formats
from reader.ingest.document import MAX_BYTES, Document, IngestError
from reader.ingest.draft import Draft, Refusal

MAX_MEMBERS = 200_000
"""Most members looked at. A larger collection is better kept as JSON Lines."""

MAX_TOTAL = 2**30
"""Most bytes taken out of one archive, archives in it counted. A year of a daily paper is 0.1 of
it; memory doesn't depend on it, time does."""

MAX_DEPTH = 2
"""How many archives deep a document may lie."""

TOO_LARGE = "the archive is too large (unpack it and open the folder)"

BROKEN = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises for archives that are damaged, locked or of unknown kinds."""


_PACKERS = {b"\x1f\x8b": "gzip", b"BZh": "bz2", b"\xfd7zXZ": "lzma"}


class _Member(NamedTuple):
    name: str
    raw: bytes


def read(document: Document, depth: int = 1) -> Iterator[Draft | Refusal]:
    """Yield the articles of an archive's members, in its order."""
    total = 0
    try:
        for number, member in enumerate(_members(document)):
            total += len(member.raw)
            if number >= MAX_MEMBERS or total > MAX_TOTAL:
                yield Refusal(member.name, TOO_LARGE)
                return
            yield from _of_member(member, depth)
    except BROKEN as error:
        raise IngestError(f"a damaged archive: {error} (make it again)") from error


def _members(document: Document) -> Iterator[_Member]:
    if document.head.startswith(b"PK"):
        members = _zip_members(document)
    elif _is_tar(document):
        members = _tar_members(document)
    else:
        members = _packed_file(document)
    for member in members:
        parts = PurePosixPath(member.name).parts
        if not any(part.startswith((".", "__MACOSX")) for part in parts):
            yield member


@contextmanager
def _unpacked(document: Document) -> Iterator[BinaryIO]:
    """Open what gzip, bzip2 or xz packed, or a document that is packed by none."""
    packers = (module for mark, module in _PACKERS.items() if document.head.startswith(mark))
    packer = next(packers, None)
    with document.open() as stream:
        if packer is None:
            yield stream
            return
        with import_module(packer).open(stream) as unpacked:
            yield unpacked


def _is_tar(document: Document) -> bool:
    with _unpacked(document) as stream:
        return stream.read(262)[257:] == b"ustar"


def _packed_file(document: Document) -> Iterator[_Member]:
    with _unpacked(document) as stream:
        yield _Member(PurePosixPath(document.name).stem, stream.read(MAX_BYTES + 1))


def _zip_members(document: Document) -> Iterator[_Member]:
    with document.open() as stream, zipfile.ZipFile(stream) as archive:
        if "[Content_Types].xml" in archive.namelist():
            raise IngestError("an office document (save it as text, HTML or PDF)")
        for info in archive.infolist():
            if info.flag_bits & 1:
                raise IngestError("locked with a password (unpack it and open the folder)")
            if not info.is_dir():
                with archive.open(info) as member:
                    yield _Member(info.filename, member.read(MAX_BYTES + 1))


def _tar_members(document: Document) -> Iterator[_Member]:
    with _unpacked(document) as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            member = archive.extractfile(info) if info.isreg() else None
            if member is not None:
                yield _Member(info.name.removeprefix("./"), member.read(MAX_BYTES + 1))


def _of_member(member: _Member, depth: int) -> Iterator[Draft | Refusal]:
    """Yield the articles of a member, or why there are none; a bad one stops nothing."""
    inner = Document.of_bytes(PurePosixPath(member.name).name, member.raw)
    try:
        for draft in _drafts(inner, depth):
            fragment = f"{member.name}#{draft.fragment}" if draft.fragment else member.name
            if isinstance(draft, Draft):
                yield replace(draft, fragment=fragment)
            else:
                yield draft._replace(fragment=fragment)
    except IngestError as error:
        yield Refusal(member.name, str(error))


def _drafts(document: Document, depth: int) -> Iterator[Draft | Refusal]:
    chosen = formats.choose(document)
    if chosen.module != "archive":
        return chosen.read(document)
    if depth >= MAX_DEPTH:
        raise IngestError("archives in archives in archives (unpack the outer ones)")
    return read(document, depth + 1)
