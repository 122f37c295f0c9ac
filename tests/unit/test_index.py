"""The index: what is committed is found, and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_library import article

from reader import fold
from reader.index import Index, IndexVersionError, common_words
from reader.index.schema import first_day, fold_words
from reader.index.store import SAMPLE

SEOUL, TOKYO = article("Seoul visit", "hàn quốc"), article("Tokyo", "nhật bản")


def found(index: Index, term: str) -> set[str]:
    postings = index.postings()
    return {one.id for one in postings.best(postings.term("text", term), 99)}


def test_what_is_committed_is_found_when_the_index_is_opened_again(tmp_path: Path) -> None:
    with Index.create(tmp_path / "index").writer() as writer:
        writer.add(SEOUL)
        writer.add(TOKYO)
        writer.commit()
    index = Index.open(tmp_path / "index")
    assert found(index, "quoc") == {SEOUL.id}
    assert index.postings().near("seol", 1) == ["seoul"]


def test_what_is_not_committed_is_not_found(tmp_path: Path) -> None:
    index = Index.create(tmp_path)
    with index.writer() as writer:
        writer.add(SEOUL)
        writer.commit()
        writer.add(TOKYO)
    assert found(index, "tokyo") == set()
    assert found(index, "seoul") == {SEOUL.id}


def test_an_article_added_twice_is_there_once() -> None:
    index = Index.in_memory()
    with index.writer() as writer:
        writer.add(SEOUL)
        writer.add(SEOUL)
        writer.commit()
        writer.add(SEOUL)
        writer.commit()
    assert len(index.postings()) == 1


def test_a_removed_article_is_gone_and_frequencies_are_known_to_be_off() -> None:
    index = Index.in_memory()
    with index.writer() as writer:
        writer.add(SEOUL)
        writer.add(TOKYO)
        writer.commit()
        assert not index.postings().has_removed
        writer.remove(TOKYO.id)
        writer.commit()
    assert found(index, "tokyo") == set()
    assert index.postings().has_removed


def test_a_process_killed_while_indexing_leaves_the_last_commit(tmp_path: Path) -> None:
    script = f"""
import os, sys
sys.path[:0] = {sys.path!r}
from pathlib import Path
from search_library import article
from reader.index import Index
writer = Index.create(Path({str(tmp_path / "index")!r})).writer()
writer.add(article("Seoul visit", "hàn quốc"))
writer.commit()
for number in range(500):
    writer.add(article(f"Lost {{number}}"))
os.kill(os.getpid(), 9)
"""
    subprocess.run([sys.executable, "-c", script], check=False, timeout=60)
    index = Index.open(tmp_path / "index")
    assert found(index, "seoul") == {SEOUL.id}
    assert found(index, "lost") == set()
    with index.writer() as writer:
        writer.add(TOKYO)
        writer.commit()
    assert found(index, "tokyo") == {TOKYO.id}


@pytest.mark.parametrize("meta", ['{"version": 0, "common": []}', "{", "[]", ""])
def test_an_index_of_another_version_or_damaged_is_to_be_built_again(
    tmp_path: Path, meta: str
) -> None:
    Index.create(tmp_path)
    (tmp_path / "meta.json").write_text(meta)
    with pytest.raises(IndexVersionError):
        Index.open(tmp_path)


def test_a_damaged_engine_file_is_to_be_built_again(tmp_path: Path) -> None:
    Index.create(tmp_path)
    (tmp_path / "articles" / "meta.json").write_text("{")
    with pytest.raises(IndexVersionError):
        Index.open(tmp_path)


def test_an_index_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Index.open(tmp_path / "none")


def test_pairs_of_common_words_are_kept(tmp_path: Path) -> None:
    index = Index.create(tmp_path, {"han", "quoc"})
    assert json.loads((tmp_path / "meta.json").read_text())["common"] == ["han", "quoc"]
    with index.writer() as writer:
        writer.add(SEOUL)
        writer.commit()
    postings = index.postings()
    assert postings.frequency("pairs", "han_quoc") == 1
    assert postings.frequency("pairs", "seoul_visit") == 0


def test_common_words_are_those_of_one_article_in_fifty() -> None:
    sample = [article("often" if n % 10 == 0 else f"seldom{n}") for n in range(SAMPLE)]
    assert common_words(sample) == {"often"}
    assert common_words(sample[:-1]) == set()


def test_days_are_known_at_any_grain() -> None:
    assert first_day("2025-09-09") - first_day("2025-09") == 8
    assert first_day("2025-01-01") == first_day("2025")
    assert first_day(None) == 0


@given(st.text())
def test_words_of_folded_text_are_the_terms_of_the_text(text: str) -> None:
    assert fold_words(fold.fold(text)) == fold.terms(text)
