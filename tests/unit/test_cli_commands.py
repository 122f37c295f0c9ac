import io
import json
import sys
import unicodedata
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


def test_search_marks_what_matched_in_the_text_that_show_prints(run: Any, articles: str) -> None:
    hits = run("search", "kisida", articles, "--json").records
    (hit,) = [hit for hit in hits if Path(hit["path"]).stem == "visit"]
    text = run("show", hit["id"], articles, "--json").records[0]["text"]
    assert {text[match["start"] : match["end"]] for match in hit["matches"]} == {"Kishida"}
    start = hit["snippet_start"]
    assert text[start : start + len(hit["snippet"])] == hit["snippet"]
    assert set(hit) >= {"id", "path", "title", "date", "lang", "score", "snippet", "matches"}


def test_search_needs_no_marks(run: Any, articles: str) -> None:
    hits = run("search", "han quoc", articles, "--json").records
    assert Path(hits[0]["path"]).stem == "drill"


def test_search_by_entity_crosses_languages(run: Any, articles: str) -> None:
    hits = run("search", "place:japan", articles, "--json").records
    assert {Path(hit["path"]).stem for hit in hits} == {"visit", "drill"}


def test_search_for_people_shows_title_and_snippet(run: Any, articles: str) -> None:
    shown = run("search", "nakatani", articles).out.splitlines()
    assert "2025-09-09" in shown[0]
    assert "Gen Nakatani" in shown[1]


def test_a_search_that_finds_nothing_is_status_1(run: Any, articles: str) -> None:
    nothing = run("search", "zzzzqqqq", articles, "--json")
    assert (nothing.status, nothing.out) == (1, "")


def test_show_takes_an_id_its_beginning_or_a_path(run: Any, articles: str) -> None:
    path = str(Path(articles, "visit.txt"))
    (article,) = run("show", path, articles, "--json").records
    for reference in (article["id"], article["id"][:6]):
        assert run("show", reference, articles, "--json").records == [article]
    assert set(article) >= {
        "id", "path", "title", "date", "date_source", "lang", "source", "text", "mentions",
    }  # fmt: skip


def test_show_reads_a_file_that_is_in_no_collection(run: Any, articles: str) -> None:
    (article,) = run("show", str(Path(articles, "visit.txt")), "--json").records
    assert article["date"] == "2023-05-08"


def test_the_mentions_of_an_article_lie_in_its_text(run: Any, articles: str) -> None:
    (article,) = run("show", str(Path(articles, "drill.txt")), "--json").records
    mentions = article["mentions"]
    assert {mention["type"] for mention in mentions} >= {"PLACE", "DATE"}
    for mention in mentions:
        assert article["text"][mention["start"] : mention["end"]] == mention["text"]
        assert set(mention) >= {"start", "end", "text", "type", "entity", "label", "value"}


def test_show_for_people_prints_the_text_as_it_is(run: Any, articles: str) -> None:
    path = str(Path(articles, "visit.txt"))
    (article,) = run("show", path, "--json").records
    shown = run("show", path).out
    assert article["text"] in shown
    assert "Seoul [South Korea], May 8" in shown
    assert "\x1b" not in shown


def test_what_was_set_apart_from_the_text_is_shown(run: Any, articles: str) -> None:
    path = str(Path(articles, "visit.txt"))
    (article,) = run("show", path, "--json").records
    assert article["furniture"] == [
        {"kind": "section", "text": "World"},
        {"kind": "repeated title", "text": "Japan and Korea tighten ties"},
        {"kind": "dateline", "text": "May 08, 2023"},
    ]
    assert run("export", path, "--json").records == [{**article, "highlights": []}]
    assert run("show", path).out.endswith("\n\nSet apart: World · May 08, 2023\n")
    assert "Set apart" not in run("show", str(Path(articles, "note.txt"))).out


def test_an_article_that_is_not_there_is_status_1(run: Any, articles: str) -> None:
    missing = run("show", "ffffffffffffffff", articles)
    assert missing.status == 1
    assert missing.err.count("\n") == 1


def test_a_path_to_show_that_is_not_there_or_no_file_is_status_2(
    run: Any, articles: str, tmp_path: Path
) -> None:
    assert run("show", f"{articles}/missing.txt", articles).status == 2
    assert run("show", "/dev/null", articles).status == 2


def test_an_empty_folder_is_status_1(run: Any, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    listed = run("list", str(empty), "--json")
    assert (listed.status, listed.out) == (1, "")
    assert listed.err.count("\n") == 1


def test_the_beginning_of_several_ids_is_bad_usage(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(17):
        (folder / f"{number}.txt").write_text(
            f"Note {number}\n\nNothing but the number {number}.\n"
        )
    ids = [record["id"][0] for record in run("list", str(folder), "--json").records]
    shared = next(first for first in ids if ids.count(first) > 1)
    assert run("show", shared, str(folder)).status == 2


def test_annotate_offsets_are_those_of_the_text_as_given(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "raw.txt"
    text = "\ufeff  \r\n" + unicodedata.normalize("NFD", "Ngày 8/9, Hàn Quốc và Nhật Bản nhất trí.")
    file.write_bytes(text.encode())
    mentions = run("annotate", str(file), "--date", "2025-09-09", "--json").records
    assert len(mentions) >= 3
    for mention in mentions:
        assert text[mention["start"] : mention["end"]] == mention["text"]
    assert "2025-09-08" in [mention["value"] for mention in mentions]


def feed(monkeypatch: pytest.MonkeyPatch, raw: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))


def test_annotate_reads_standard_input(
    run: Any, articles: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, DRILL.encode())
    from_input = run("annotate", "-", "--json")
    assert from_input.records == run("annotate", f"{articles}/drill.txt", "--json").records


def test_annotate_takes_the_date_a_text_begins_with(run: Any, articles: str) -> None:
    mentions = run("annotate", f"{articles}/drill.txt", "--json").records
    assert "2025-09-08" in [mention["value"] for mention in mentions]


def test_annotate_says_where_a_text_is_not_utf8_and_goes_on(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "latin.txt"
    file.write_bytes(b"caf\xe9 in Tokyo, Japan")
    annotated = run("annotate", str(file), "--json")
    assert annotated.status == 0
    assert "byte 3" in annotated.err


def test_annotate_of_a_text_without_names_is_status_1(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    file.write_text("it rained and nobody came")
    assert run("annotate", str(file)).status == 1


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_annotated_is_one_line_and_status_2(
    name: str, run: Any, tmp_path: Path
) -> None:
    failed = run("annotate", str(tmp_path / name))
    assert (failed.status, failed.out) == (2, "")
    assert failed.err.startswith("seeds-reader: ")
    assert failed.err.count("\n") == 1


def test_jsonl_answers_line_by_line_and_tells_the_bad_ones(run: Any, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": "Ngày 8/9 tại Seoul", "date": "2025-09-09", "lang": "vi"}),
        "",
        "not json",
        json.dumps(["no", "object"]),
        json.dumps({"id": "b"}),
        json.dumps({"id": "c", "text": "Seoul", "date": "soon"}),
        json.dumps({"id": "d", "text": "Seoul", "lang": 5}),
        json.dumps({"id": 7, "text": "nothing \ud800 here", "lang": None, "date": None}),
    ]
    file = tmp_path / "texts.jsonl"
    file.write_text("\n".join(lines))
    answered = run("annotate", "--jsonl", str(file))
    assert answered.status == 2
    assert [record["id"] for record in answered.records] == ["a", 7]
    assert [mention["text"] for mention in answered.records[0]["mentions"]] == ["Ngày 8/9", "Seoul"]
    assert answered.records[1]["mentions"] == []
    assert [line.split(":")[2] for line in answered.err.splitlines()] == ["3", "4", "5", "6", "7"]


def test_entities_are_counted_over_the_collection(run: Any, articles: str) -> None:
    found = run("entities", articles, "--json").records
    japan = next(entity for entity in found if "Nhật Bản" in entity["aliases"])
    assert japan["articles"] == 2
    assert sorted(japan["languages"]) == ["en", "vi"]
    assert japan["mentions"] == sum(japan["aliases"].values())
    assert [e["mentions"] for e in found] == sorted((e["mentions"] for e in found), reverse=True)


def test_entities_of_one_type(run: Any, articles: str) -> None:
    found = run("entities", articles, "--type", "person", "--json").records
    assert {entity["type"] for entity in found} == {"PERSON"}
    assert "Kishida" in run("entities", articles, "--type", "PERSON").out


def test_timeline_is_in_the_order_of_the_dates(run: Any, articles: str) -> None:
    dates = run("timeline", articles, "--json").records
    assert [date["value"] for date in dates] == sorted(date["value"] for date in dates)
    assert "2023-05-07" in [date["value"] for date in dates]
    for date in dates:
        text = run("show", date["article"], articles, "--json").records[0]["text"]
        assert text[date["start"] : date["end"]] == date["text"]


def test_related_articles_share_entities_in_every_language(run: Any, articles: str) -> None:
    (visit,) = run("show", f"{articles}/visit.txt", articles, "--json").records
    found = run("related", visit["id"], articles, "--json").records
    assert [Path(one["path"]).stem for one in found] == ["drill"]
    assert set(found[0]) >= {"id", "title", "date", "lang", "score", "shared"}
    assert "country:JP" in found[0]["shared"]
    assert "Japan" in run("related", visit["id"], articles).out


def test_an_article_that_shares_nothing_has_nothing_related(run: Any, articles: str) -> None:
    assert run("related", f"{articles}/note.txt", articles).status == 1


def test_doctor_says_what_is_wrong_with_the_settings(
    run: Any, articles: str, tmp_path: Path
) -> None:
    config = tmp_path / "home" / "config"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("colour = 1")
    wrong = [one for one in run("doctor", articles, "--json").records if not one["ok"]]
    assert any("no setting is called colour" in one["value"] for one in wrong)


def test_doctor_fails_over_a_collection_that_cannot_be_opened(run: Any, tmp_path: Path) -> None:
    missing = run("doctor", str(tmp_path / "none"), "--json")
    assert missing.status == 2
    assert "no such file or folder" in missing.records[-1]["value"]
    assert run("doctor", str(tmp_path)).status == 1


def test_doctor_tells_versions_folders_and_skipped_files(run: Any, articles: str) -> None:
    Path(articles, "binary.txt").write_bytes(bytes(range(256)) * 20)
    findings = run("doctor", articles, "--json").records
    assert {finding["part"] for finding in findings} == {
        "versions", "optional", "folders", "terminal", "collection",
    }  # fmt: skip
    assert any("binary.txt" in finding["value"] for finding in findings)


def test_the_reader_needs_a_terminal(run: Any, articles: str) -> None:
    failed = run(articles)
    assert failed.status == 2
    assert "not a terminal" in failed.err
