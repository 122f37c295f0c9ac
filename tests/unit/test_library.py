"""A collection: which files are in it, in which order, and how one is named."""

import os
from pathlib import Path

import pytest

from reader.library import (
    ORDERS,
    AmbiguousArticle,
    Library,
    LibraryError,
    UnknownArticle,
)


@pytest.fixture
def asia(tmp_path: Path) -> Path:
    folder = tmp_path / "asia"
    write(
        folder / "b.txt", "date 2024-03-15 Zebra crossing opened\n\nIt was opened.\n\nSource: Post"
    )
    write(folder / "a.txt", "“Ánh sáng” trở lại\n\nThành phố có điện sau ba ngày mất điện.")
    write(
        folder / "sub" / "c.md", "---\ntitle: Bridge closed\ndate: 2024-05-01\n---\nIt was closed."
    )
    return folder


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def places(library: Library, order: str = "newest") -> list[str]:
    return [row.place for row in library.rows(0, len(library), order)]


def test_without_a_path_the_bundled_articles_open() -> None:
    library = Library.open([])
    assert len(library) == 5
    assert not library.skipped


def test_a_folder_is_read_with_its_subfolders(asia: Path) -> None:
    assert sorted(places(Library.open([str(asia)]))) == ["a.txt", "b.txt", "sub/c.md"]


def test_the_newest_come_first_and_the_undated_last(asia: Path) -> None:
    library = Library.open([str(asia)])
    assert places(library) == ["sub/c.md", "b.txt", "a.txt"]
    assert places(library, "oldest") == ["b.txt", "sub/c.md", "a.txt"]


def test_titles_sort_without_marks_and_quotes(asia: Path) -> None:
    assert places(Library.open([str(asia)]), "title") == ["a.txt", "sub/c.md", "b.txt"]


def test_articles_without_a_source_sort_last(asia: Path) -> None:
    assert places(Library.open([str(asia)]), "source") == ["b.txt", "sub/c.md", "a.txt"]


def test_rows_come_in_ranges(asia: Path) -> None:
    library = Library.open([str(asia)])
    for order in ORDERS:
        assert library.rows(1, 2, order) == library.rows(0, 3, order)[1:2]
        assert library.ids(order) == [row.id for row in library.rows(0, 99, order)]
    with pytest.raises(ValueError, match="no order 'size'"):
        library.rows(0, 1, "size")


def test_an_id_is_the_same_wherever_the_folder_lies(asia: Path, tmp_path: Path) -> None:
    before = Library.open([str(asia)]).ids()
    os.rename(asia, tmp_path / "elsewhere")
    assert Library.open([str(tmp_path / "elsewhere")]).ids() == before


def test_hidden_files_are_left_out(asia: Path) -> None:
    write(asia / ".git" / "x.txt", "hidden")
    write(asia / ".hidden.txt", "hidden")
    assert len(Library.open([str(asia)])) == 3


def test_links_that_loop_are_not_followed(asia: Path) -> None:
    (asia / "sub" / "up").symlink_to(asia)
    (asia / "loop").symlink_to(asia / "loop")
    library = Library.open([str(asia)])
    assert len(library) == 3
    assert [Path(skipped.path).name for skipped in library.skipped] == ["loop"]


def test_one_bad_file_stops_nothing(asia: Path) -> None:
    write(asia / "film.mp4", bytes(range(256)) * 20)
    write(asia / "nothing.txt", "")
    os.mkfifo(asia / "pipe")
    library = Library.open([str(asia)])
    assert len(library) == 3
    assert {Path(path).name: why for path, why in library.skipped} == {
        "film.mp4": "not text (convert it to text first)",
        "nothing.txt": "empty (nothing to read in it)",
        "pipe": "is a FIFO (name a file)",
    }


def test_a_file_given_directly_is_called_by_its_name(asia: Path) -> None:
    assert places(Library.open([str(asia / "sub" / "c.md")])) == ["c.md"]


def test_a_file_reached_twice_is_one_article(asia: Path) -> None:
    assert len(Library.open([str(asia), str(asia / "b.txt")])) == 3


def test_the_same_name_in_two_folders_is_told_apart(asia: Path, tmp_path: Path) -> None:
    write(tmp_path / "europe" / "a.txt", "Another text\n\nIt has a body.")
    library = Library.open([str(asia), str(tmp_path / "europe")])
    assert sorted(places(library)) == ["asia/a.txt", "asia/b.txt", "asia/sub/c.md", "europe/a.txt"]


def test_equal_folder_names_are_told_apart_by_their_parents(tmp_path: Path) -> None:
    for parent in ("one", "two"):
        write(tmp_path / parent / "news" / "a.txt", f"Text {parent}\n\nIt has a body.")
    library = Library.open([str(tmp_path / "one/news"), str(tmp_path / "two/news")])
    assert sorted(places(library)) == ["one/news/a.txt", "two/news/a.txt"]


def test_a_missing_path_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"gone: no such file or folder \(check the path\)$"):
        Library.open([str(tmp_path / "gone")])


def test_a_folder_without_articles_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r": no articles in it \(.*\)$"):
        Library.open([str(tmp_path)])


def test_an_article_is_found_by_id_prefix_place_and_path(
    asia: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library.open([str(asia)])
    row = library.rows(0, 1)[0]
    monkeypatch.chdir(asia)
    for reference in (row.id, row.id[:8], row.id[:8].upper(), "sub/c.md", "./sub/c.md", row.path):
        assert library.find(reference) == row
    assert library.article(row.id).title == "Bridge closed"


def test_an_unknown_or_ambiguous_reference_says_so(asia: Path) -> None:
    library = Library.open([str(asia)])
    with pytest.raises(UnknownArticle, match="zzz: no such article"):
        library.find("zzz")
    with pytest.raises(UnknownArticle):
        library.find("")
    with pytest.raises(KeyError):
        library.article("zzz")


def test_a_prefix_of_several_ids_is_ambiguous(tmp_path: Path) -> None:
    for number in range(40):
        write(tmp_path / f"{number}.txt", f"Text {number}\n\nIt has a body.")
    library = Library.open([str(tmp_path)])
    shared = next(first for first in "0123456789abcdef" if starts(library, first) > 1)
    with pytest.raises(AmbiguousArticle, match=rf"{shared}: names \d+ articles \(say which: "):
        library.find(shared)


def starts(library: Library, prefix: str) -> int:
    return sum(row_id.startswith(prefix) for row_id in library.ids())


def test_a_file_whose_name_is_no_unicode_is_read(tmp_path: Path) -> None:
    write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xff.txt")), "A text\n\nIt has a body.")
    library = Library.open([str(tmp_path)])
    assert places(library) == ["b?.txt"]
    assert library.ids()[0].encode()


def test_the_corrections_beside_a_collection_are_no_article(tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text("A visit\n\nThe ministers met.", encoding="utf-8")
    (tmp_path / "entities.toml").write_text("rules = [\n]\n", encoding="utf-8")
    library = Library.open([str(tmp_path)])
    assert [row.place for row in library.rows(0, 9)] == ["visit.txt"]
    assert not library.skipped


def test_what_a_folder_ignores_is_left_out(asia: Path) -> None:
    write(asia / ".gitignore", "# drafts\n*.draft.txt\n/old/\n!kept.draft.txt\n[z-a]\n!\n")
    write(asia / "sub" / ".ignore", "!in.draft.txt\n")
    for name in ("x.draft.txt", "kept.draft.txt", "old/d.txt", "sub/in.draft.txt", "sub/old/e.txt"):
        write(asia / name, f"About {name}\n\nIt is here.")
    found = set(places(Library.open([str(asia)])))
    assert found == {
        "a.txt", "b.txt", "sub/c.md", "kept.draft.txt", "sub/in.draft.txt", "sub/old/e.txt",
    }  # fmt: skip


def test_a_file_that_is_named_is_read_though_its_folder_ignores_it(asia: Path) -> None:
    write(asia / ".gitignore", "*\n")
    assert places(Library.open([str(asia / "a.txt")])) == ["a.txt"]


def test_an_unreadable_list_of_ignored_files_ignores_nothing(asia: Path) -> None:
    (asia / ".ignore").mkdir()
    write(asia / ".gitignore", b"\xff\xfe\x00\xd8 *?\n")
    assert len(Library.open([str(asia)])) == 3
