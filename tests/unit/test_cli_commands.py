import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main

VISIT = """\
World
Japan and Korea tighten ties

Japan and Korea tighten ties

May 08, 2023

Seoul [South Korea], May 8: Prime Minister Fumio Kishida arrived in Seoul on May 7.

He met President Yoon Suk Yeol.

Source: Reuters
"""
DRILL = """\
date 2025-09-09 Bộ trưởng Quốc phòng Nhật Bản thăm Hàn Quốc

Ngày 8/9, Bộ trưởng Quốc phòng Nhật Bản Gen Nakatani tới Seoul. Hàn Quốc và Nhật Bản nhất trí.
"""
UNDATED = "A short note about nothing in particular\n\nIt rained all day, and nobody came.\n"


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))


@pytest.fixture
def articles(tmp_path: Path) -> str:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("visit", VISIT), ("drill", DRILL), ("note", UNDATED)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(folder)


class Run:
    """One run of the command line: how it ended and what it wrote."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def run_with(*arguments: str) -> Run:
        capsys.readouterr()
        status = main(arguments)
        return Run(status, *capsys.readouterr())

    return run_with


def test_list_shows_the_newest_first_and_the_undated_last(run: Any, articles: str) -> None:
    listed = run("list", articles, "--json")
    assert listed.status == 0
    assert [Path(record["path"]).stem for record in listed.records] == ["drill", "visit", "note"]
    first = listed.records[0]
    assert set(first) >= {
        "id", "path", "title", "title_source", "date", "date_source", "lang", "source", "words",
    }  # fmt: skip
    assert (first["date"], first["lang"]) == ("2025-09-09", "vi")


def test_list_for_people_has_a_line_an_article(run: Any, articles: str) -> None:
    listed = run("list", articles)
    assert len(listed.out.splitlines()) == 3
    assert "Japan and Korea tighten ties" in listed.out
    assert "\x1b" not in listed.out


def test_limit_takes_the_first(run: Any, articles: str) -> None:
    everything = run("list", articles, "--json").records
    assert run("list", articles, "--json", "--limit", "1").records == everything[:1]


def test_the_articles_that_come_with_the_program_are_the_default(run: Any) -> None:
    assert len(run("list", "--json").records) == 5


def test_a_path_that_is_not_there_is_one_line_and_status_2(run: Any, tmp_path: Path) -> None:
    missing = run("list", str(tmp_path / "missing"))
    assert missing.status == 2
    assert missing.out == ""
    assert missing.err.startswith("seeds-reader: ")
    assert missing.err.count("\n") == 1


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_listed(run: Any, articles: str) -> None:
    Path(articles, "binary.txt").write_bytes(bytes(range(256)) * 20)
    listed = run("list", articles, "--json")
    assert listed.status == 0
    assert len(listed.records) == 3
    assert listed.err.startswith("seeds-reader: ")
    assert "binary.txt" in listed.err
    assert listed.err.count("\n") == 1


def test_search_needs_no_marks(run: Any, articles: str) -> None:
    hits = run("search", "han quoc", articles, "--json").records
    assert Path(hits[0]["path"]).stem == "drill"


def test_search_for_people_shows_title_and_snippet(run: Any, articles: str) -> None:
    shown = run("search", "nakatani", articles).out.splitlines()
    assert "2025-09-09" in shown[0]
    assert "Gen Nakatani" in shown[1]


def test_a_search_that_finds_nothing_is_status_1(run: Any, articles: str) -> None:
    nothing = run("search", "zzzzqqqq", articles, "--json")
    assert (nothing.status, nothing.out) == (1, "")


def test_doctor_tells_versions_folders_and_skipped_files(run: Any, articles: str) -> None:
    Path(articles, "binary.txt").write_bytes(bytes(range(256)) * 20)
    findings = run("doctor", articles, "--json").records
    assert {finding["part"] for finding in findings} == {
        "versions", "folders", "terminal", "collection",
    }  # fmt: skip
    assert any("binary.txt" in finding["value"] for finding in findings)


def test_the_reader_needs_a_terminal(run: Any, articles: str) -> None:
    failed = run(articles)
    assert failed.status == 2
    assert "not a terminal" in failed.err
