"""Archives: what is in them is read, and none of them can explode."""

import gzip
import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from reader.ingest import IngestError, archive, read_articles

FILES = {
    "asia/visit.txt": b"First talks\n\nThey began.",
    "asia/dump.jsonl": b'{"title": "One", "text": "a"}\n{"title": \n'
    b'{"title": "Three", "text": "c"}\n',
    "asia/.hidden.txt": b"hidden",
    "__MACOSX/._visit.txt": b"hidden",
    "film.mp4": bytes(range(256)) * 20,
    "empty.txt": b"",
}


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, raw in files.items():
            file.writestr(name, raw)
    return out.getvalue()


def tarred(files: dict[str, bytes], mode: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=f"w:{mode}") as file:
        folder = tarfile.TarInfo("./asia")
        folder.type = tarfile.DIRTYPE
        file.addfile(folder)
        link = tarfile.TarInfo("./link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        file.addfile(link)
        for name, raw in files.items():
            info = tarfile.TarInfo(f"./{name}")
            info.size = len(raw)
            file.addfile(info, io.BytesIO(raw))
    return out.getvalue()


def read(tmp_path: Path, raw: bytes, name: str = "news.zip") -> tuple[list[str], dict[str, str]]:
    path = tmp_path / name
    path.write_bytes(raw)
    refused: dict[str, str] = {}
    places = [article.place for article in read_articles(path, name, refused.__setitem__)]
    return places, refused


@pytest.mark.parametrize("mode", ["zip", "", "gz", "bz2", "xz"])
def test_each_member_is_read_as_a_document(mode: str, tmp_path: Path) -> None:
    raw = zipped(FILES) if mode == "zip" else tarred(FILES, mode)
    places, refused = read(tmp_path, raw)
    assert places == [
        "news.zip#asia/visit.txt",
        "news.zip#asia/dump.jsonl#1",
        "news.zip#asia/dump.jsonl#3",
    ]
    assert set(refused) == {"asia/dump.jsonl#2", "film.mp4", "empty.txt"}


def test_a_packed_file_is_unpacked(tmp_path: Path) -> None:
    places, _ = read(tmp_path, gzip.compress(FILES["asia/dump.jsonl"]), "dump.jsonl.gz")
    assert places == ["dump.jsonl.gz#dump.jsonl#1", "dump.jsonl.gz#dump.jsonl#3"]


def test_an_archive_in_an_archive_is_read_and_a_third_is_not(tmp_path: Path) -> None:
    inner = zipped({"a.txt": b"First talks\n\nThey began."})
    places, _ = read(tmp_path, zipped({"in.zip": inner}))
    assert places == ["news.zip#in.zip#a.txt"]
    places, refused = read(tmp_path, zipped({"out.zip": zipped({"in.zip": inner})}))
    assert places == []
    assert refused["out.zip#in.zip"].startswith("archives in archives in archives")


def test_an_exploding_member_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 2**20)
    monkeypatch.setattr("reader.ingest.document.MAX_BYTES", 2**20)
    places, refused = read(
        tmp_path, zipped({"bomb.txt": b"a" * 2**23, "a.txt": b"First talks\n\nThey began."})
    )
    assert places == ["news.zip#a.txt"]
    assert refused == {"bomb.txt": "larger than 1 MB (split it into articles)"}


@pytest.mark.parametrize(("limit", "value"), [("MAX_TOTAL", 2000), ("MAX_MEMBERS", 3)])
def test_reading_stops_at_a_limit(
    limit: str, value: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, limit, value)
    files = {f"{n}.txt": b"Talks\n\n" + b"They began. " * 50 for n in range(9)}
    places, refused = read(tmp_path, zipped(files))
    assert len(places) == 3
    assert refused == {"3.txt": "the archive is too large (unpack it and open the folder)"}


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"PK\x03\x04" + os.urandom(200), "a damaged archive"),
        (gzip.compress(b"a" * 999)[:-9], "a damaged archive"),
        (tarred(FILES, "gz")[:-200], "a damaged archive"),
        (zipped({"[Content_Types].xml": b"<x/>"}), "an office document"),
    ],
    ids=["zip", "gzip", "tar", "office"],
)
def test_what_can_not_be_unpacked_is_refused(raw: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=why):
        read(tmp_path, raw)
