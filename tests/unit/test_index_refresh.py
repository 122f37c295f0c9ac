"""A large collection on disk: listed as if it were in memory, and kept up to date."""

import json
import os
import time
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli.commands.search import found
from reader.index import Index
from reader.index.background import Refresher
from reader.index.refresh import IndexBusyError, Progress, is_current, refresh
from reader.library import ORDERS, AmbiguousArticle, Library, UnknownArticle, collection
from reader.library.ledger import Ledger
from reader.library.shelf import FILE, Shelf
from reader.search import Searcher

TEXTS = {
    "asia/visit.txt": "date 2025-09-09 Bộ trưởng thăm Hàn Quốc\n\nÔng Nakatani tới Seoul.\n",
    "asia/talks.md": "# Talks in Tokyo\n\nMay 08, 2023\n\nKishida met Yoon.\n",
    "notes.txt": "Ghi chép\n\nKhông có ngày tháng nào ở đây.\n",
    "dump.jsonl": "".join(
        json.dumps({"title": f"Item {n}", "text": f"Body {n} of the dump.", "date": "2024-01-02"})
        + "\n"
        for n in range(5)
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))
    for name, text in TEXTS.items():
        file = tmp_path / "news" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "news"


def refreshed(folder: Path) -> tuple[Shelf, Progress]:
    shelf = Shelf([str(folder)])
    return shelf, refresh(shelf.folder, [str(folder)])


def test_names_that_are_not_utf_8_are_listed_found_and_read(folder: Path) -> None:
    odd = os.fsdecode(b"bad\xff\xfe")
    inner = folder / odd
    inner.mkdir()
    (inner / f"{odd}.txt").write_text("Chuyến thăm\n\nÔng tới Incheon.\n", encoding="utf-8")
    (inner / f"{odd}.json").write_text("{", encoding="utf-8")
    broken = json.dumps([{"title": "A", "text": "text"}, {"note": "no text"}])
    (inner / f"{odd}.parts.json").write_text(broken, encoding="utf-8")
    shelf, _ = refreshed(folder)
    (id_,) = Searcher(shelf).search("incheon").ids
    assert shelf.row(id_).path == str(inner / f"{odd}.txt")
    assert shelf.row(id_) == Library.open([str(folder)]).row(id_)
    assert "Incheon" in shelf.article(id_).text
    assert shelf.find(shelf.row(id_).path).id == id_
    left_out = sorted(one.path for one in shelf.skipped)
    assert left_out == [str(inner / f"{odd}.json"), str(inner / f"{odd}.parts.json#2")]
    assert is_current(shelf.folder, [str(folder)])
    refresh(shelf.folder, [str(folder)])
    assert sorted(one.path for one in shelf.skipped) == left_out
    (inner / f"{odd}.txt").unlink()
    refresh(shelf.folder, [str(folder)])
    assert Searcher(shelf).search("incheon ").total == 0


def hits(shelf: Shelf, query: str) -> set[str]:
    return {shelf.row(hit.id).place for hit in Searcher(shelf).search(query).hits(0, 99)}


def test_a_shelf_lists_what_a_library_in_memory_does(folder: Path) -> None:
    memory = Library.open([str(folder)])
    shelf, _ = refreshed(folder)
    assert len(shelf) == len(memory) == 8
    for order in ORDERS:
        rows = memory.rows(0, 99, order)
        for start in range(9):
            for stop in range(10):
                assert shelf.rows(start, stop, order) == rows[start:stop]
        assert list(shelf.ids(order)) == memory.ids(order)
        assert [shelf.ids(order).index(row.id) for row in rows] == list(range(8))
    for row in memory.rows(0, 99):
        assert shelf.article(row.id) == memory.article(row.id)
        assert shelf.find(row.id[:12]) == shelf.row(row.id) == row
        assert shelf.find(row.place) == row
    assert sorted(one.id for one in shelf.articles()) == sorted(memory.ids())


def test_a_file_names_its_article_and_what_is_unknown_is_said(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    assert shelf.find(str(folder / "notes.txt")).place == "notes.txt"
    with pytest.raises(AmbiguousArticle):
        shelf.find(str(folder / "dump.jsonl"))
    with pytest.raises(UnknownArticle):
        shelf.find("nowhere.txt")
    with pytest.raises(KeyError):
        shelf.row("0" * 16)
    with pytest.raises(ValueError, match="0000"):
        shelf.ids().index("0" * 16)


def test_the_articles_of_a_shelf_can_be_searched(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    assert hits(shelf, "nakatnai") == {"asia/visit.txt"}
    assert hits(shelf, "han quoc") == {"asia/visit.txt"}
    assert len(hits(shelf, "dump")) == 5


def test_a_shelf_that_is_not_indexed_yet_finds_nothing(folder: Path) -> None:
    shelf = Shelf([str(folder)])
    assert len(shelf) == 0
    assert not shelf.is_complete
    assert hits(shelf, "seoul") == set()


def test_only_what_changed_is_read_again(folder: Path) -> None:
    shelf, first = refreshed(folder)
    assert (first.articles, first.is_done) == (8, True)
    (folder / "new.txt").write_text("A new article\n\nAbout Lavrov.\n")
    (folder / "notes.txt").write_text("Ghi chép khác\n\nVề ông Shoigu, dài hơn.\n")
    (folder / "asia/talks.md").unlink()
    _, second = refreshed(folder)
    assert second.articles == 2
    assert hits(shelf, "lavrov") == {"new.txt"}
    assert hits(shelf, "shoigu") == {"notes.txt"}
    assert hits(shelf, '"không có ngày"') == set()
    assert hits(shelf, '"kishida met"') == set()
    assert len(shelf) == 8
    assert refreshed(folder)[1].articles == 0


def test_a_refresh_that_was_cut_short_is_taken_up_again(folder: Path) -> None:
    shelf = Shelf([str(folder)])
    writer = Ledger(shelf.folder)
    index = Index.create(shelf.index_folder)
    memory = Library.open([str(folder)])
    with index.writer() as lost:  # the index was committed, the ledger was not
        for one in memory.articles():
            lost.add(one)
        lost.commit()
    writer.close()
    _, progress = refreshed(folder)
    assert progress.articles == 8
    assert len(Index.open(shelf.index_folder).postings()) == len(shelf) == 8


def test_an_index_of_another_version_is_built_again_while_the_list_works(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    (shelf.index_folder / "meta.json").write_text('{"version": -1, "common": []}')
    assert len(shelf) == 8
    assert hits(shelf, "seoul") == set()
    assert refreshed(folder)[1].articles == 8
    assert hits(shelf, "seoul") == {"asia/visit.txt"}


def test_a_file_that_cannot_be_read_is_skipped_and_tried_again(folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    shelf, _ = refreshed(folder)
    assert [skipped.path for skipped in shelf.skipped] == [str(folder / "empty.txt")]
    (folder / "empty.txt").write_text("No more\n\nempty than others")
    assert refreshed(folder)[1].articles == 1
    assert shelf.skipped == []


def test_a_part_that_was_left_out_stays_told_while_its_file_is_the_same(folder: Path) -> None:
    with (folder / "dump.jsonl").open("a") as dump:
        dump.write("{broken\n")
    shelf, _ = refreshed(folder)
    told = shelf.skipped
    assert len(told) == 1
    refreshed(folder)
    assert shelf.skipped == told


def test_a_file_that_vanished_since_shows_what_is_known_of_it(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    row = shelf.find("notes.txt")
    (folder / "notes.txt").unlink()
    article = shelf.article(row.id)
    assert article.title == row.title
    assert article.notes


def test_two_refreshes_at_once_do_not_mix(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    with Index.open(shelf.index_folder).writer(), pytest.raises(IndexBusyError):
        refresh(shelf.folder, [str(folder)])


def test_a_refresh_can_end_at_its_first_articles(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.index.refresh.FIRST_COMMIT_SECONDS", 0.0)
    shelf = Shelf([str(folder)])
    progress = refresh(shelf.folder, [str(folder)], until=lambda now: now.articles > 0)
    assert not progress.is_done
    assert not shelf.is_complete
    assert 0 < len(shelf) < 8
    refresh(shelf.folder, [str(folder)])
    assert shelf.is_complete
    assert len(shelf) == 8


def test_a_new_or_lost_file_is_noticed_without_a_walk(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    assert is_current(shelf.folder, shelf.roots)
    (folder / "asia" / "new.txt").write_text("One more\n\narticle")
    assert not is_current(shelf.folder, shelf.roots)
    refreshed(folder)
    assert is_current(shelf.folder, shelf.roots)


def test_a_file_that_was_named_is_noticed_when_it_changes(folder: Path) -> None:
    dump = folder / "dump.jsonl"
    shelf = Shelf([str(dump)])
    refresh(shelf.folder, [str(dump)])
    assert is_current(shelf.folder, shelf.roots)
    os.utime(dump, ns=(1, 1))
    assert not is_current(shelf.folder, shelf.roots)


def test_a_large_collection_is_opened_without_being_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not isinstance(Library.open([str(folder)]), Shelf)
    monkeypatch.setattr(collection, "MANY_FILES", 3)
    assert isinstance(Library.open([str(folder)]), Shelf)
    monkeypatch.undo()


def test_a_database_of_another_version_is_made_anew(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    shelf._rows_db.execute("PRAGMA user_version = 99")
    assert len(Shelf([str(folder)])) == 0


def test_a_damaged_database_is_made_anew(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    file = shelf.folder / FILE
    for tail in ("-wal", "-shm"):
        Path(f"{file}{tail}").unlink(missing_ok=True)
    file.write_bytes(b"this is no database" * 100)
    shelf, _ = refreshed(folder)
    assert len(shelf) == 8


def test_a_refresh_in_another_process_tells_how_far_it_is(folder: Path) -> None:
    shelf = Shelf([str(folder)])
    shelf.version  # noqa: B018 - the shelf is there, so that the collection counts as large
    refresher = Refresher([str(folder)])
    progress = None
    while progress is None or not progress.is_done:
        progress = refresher.poll() or progress
        assert refresher.is_running or progress
        time.sleep(0.01)
    refresher.stop()
    assert progress == Progress(files=4, of_files=4, articles=8, is_done=True)
    assert len(shelf) == 8


def test_the_cache_itself_is_no_part_of_a_collection_that_holds_it(folder: Path) -> None:
    root = folder.parent  # which holds the home too
    shelf = Shelf([str(root)])
    for _ in range(2):
        refresh(shelf.folder, [str(root)])
    assert len(shelf) == 8
    assert shelf.skipped == []


def counts_while_refreshed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[int], Progress]:
    """Refresh with a commit after each article; return what another process would count."""
    monkeypatch.setattr("reader.index.refresh.FIRST_COMMIT_SECONDS", 0.0)
    monkeypatch.setattr("reader.index.refresh.COMMIT_SECONDS", 0.0)
    shelf = Shelf([str(folder)])
    counts = [len(shelf)]
    progress = refresh(shelf.folder, [str(folder)], until=lambda _: bool(counts.append(len(shelf))))
    return [*counts, len(shelf)], progress


def cut_short(folder: Path, monkeypatch: pytest.MonkeyPatch, after: int = 3) -> Shelf:
    """Refresh until so many articles are there, in the midst of the dump."""
    with monkeypatch.context() as patch:
        patch.setattr("reader.index.refresh.FIRST_COMMIT_SECONDS", 0.0)
        patch.setattr("reader.index.refresh.COMMIT_SECONDS", 0.0)
        shelf = Shelf([str(folder)])
        refresh(shelf.folder, [str(folder)], until=lambda now: now.articles == after)
    return shelf


def test_taking_up_a_refresh_that_was_cut_short_never_lists_fewer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(cut_short(folder, monkeypatch, after=5)) == 5
    counts, _ = counts_while_refreshed(folder, monkeypatch)
    assert counts[0] == 5
    assert counts == sorted(counts)
    assert counts[-1] == 8


def test_a_dump_that_changed_stays_listed_while_it_is_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refreshed(folder)
    lines = TEXTS["dump.jsonl"].splitlines(keepends=True)
    changed = json.dumps({"title": "Item 2", "text": "Body 2 of the dump.", "date": "2025-07-07"})
    (folder / "dump.jsonl").write_text("".join([*lines[:2], changed + "\n", lines[3]]))
    counts, _ = counts_while_refreshed(folder, monkeypatch)
    assert set(counts) == {8, 7}
    shelf, _ = refreshed(folder)
    assert len(shelf) == len(hits(shelf, "lang:vi")) + len(hits(shelf, "lang:en")) == 7
    assert shelf.find("dump.jsonl#3").date == "2025-07-07"


def test_an_index_built_again_leaves_the_list_as_it_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf, _ = refreshed(folder)
    (shelf.index_folder / "meta.json").write_text('{"version": -1, "common": []}')
    (folder / "notes.txt").unlink()
    counts, progress = counts_while_refreshed(folder, monkeypatch)
    assert progress.articles == 7
    assert set(counts[:-1]) <= {7, 8}
    assert counts[-1] == 7


def test_a_file_that_went_while_it_was_half_read_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = cut_short(folder, monkeypatch)
    assert hits(shelf, "dump")
    (folder / "dump.jsonl").unlink()
    refreshed(folder)
    assert len(shelf) == 3
    assert hits(shelf, "dump") == set()


def test_a_file_that_changed_while_it_was_half_read_leaves_nothing_old(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = cut_short(folder, monkeypatch)
    (folder / "dump.jsonl").write_text(json.dumps({"title": "One", "text": "Another."}))
    refreshed(folder)
    assert len(shelf) == 4
    assert hits(shelf, "dump") == set()


def test_an_index_that_has_to_be_built_again_is_not_current(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    meta = shelf.index_folder / "meta.json"
    kept = meta.read_text()
    meta.write_text('{"version": -1, "common": []}')
    assert not is_current(shelf.folder, shelf.roots)
    meta.write_text(kept)
    assert is_current(shelf.folder, shelf.roots)
    (shelf.index_folder / "articles" / "meta.json").write_text("{broken")
    assert not is_current(shelf.folder, shelf.roots)


def test_an_index_whose_rows_were_lost_keeps_nothing_that_is_gone(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    for file in shelf.folder.glob(f"{FILE}*"):
        file.unlink()
    (folder / "notes.txt").unlink()
    shelf, _ = refreshed(folder)
    assert len(shelf) == len(Index.open(shelf.index_folder).postings()) == 7
    assert hits(shelf, "ghi chép") == set()


def test_an_article_that_went_since_it_was_found_is_passed_over(folder: Path) -> None:
    shelf, _ = refreshed(folder)
    results = Searcher(shelf).search("dump")
    lost = results.hits(0, 1)[0].id
    with closing(Ledger(shelf.folder)) as ledger:
        ledger.remove(lost)
        ledger.commit()
    shown = [hit.article.id for hit in found(shelf, results, 3, 80)]
    assert len(shown) == 3
    assert lost not in shown


def test_two_refreshes_of_a_new_collection_do_not_meet(tmp_path: Path) -> None:
    folder, articles = tmp_path / "cache", tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("Title\n\nBody.", encoding="utf-8")

    def meanwhile(_progress: Progress) -> None:
        with pytest.raises(IndexBusyError):
            refresh(folder, [str(articles)])

    refresh(folder, [str(articles)], tell=meanwhile)
    refresh(folder, [str(articles)])
