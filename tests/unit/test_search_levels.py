"""Asking for many hits level by level gives what weighing all of them at once does."""

import random

import pytest
from search_library import article, library_of

from reader.index import Index
from reader.search import Searcher, levels, results

WORDS = [
    "an", "anh", "ban", "bang", "han", "hang", "nhat", "nha", "quoc", "quan", "tong", "thong",
    "thu", "tin", "viet", "vien",
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    rng = random.Random(3)
    made = Index.create(tmp_path_factory.mktemp("index"), WORDS[:12])
    with made.writer() as writer:
        for number in range(400):
            title, body = rng.choices(WORDS, k=3), rng.choices(WORDS, k=rng.randrange(3, 30))
            writer.add(article(" ".join(title), " ".join(body), place=f"{number}"))
        writer.commit()
    return made


def ranked(index: Index, query: str) -> list[tuple[str, float]]:
    """Return all hits with their scores, by id."""
    searcher = Searcher(library_of(), index=index)
    found = searcher.search(query)
    hits = found.hits(0, 1000)
    assert found.total == len(hits)
    return sorted((hit.id, hit.score) for hit in hits)


@pytest.mark.parametrize(
    "query",
    ["an", "an ", "nhat ban", "nhat ban ", "tong thong han quoc ", "tong thong han qu", "ha",
     "thu nh", "title:an ban", "tong -thong", '"nhat ban" ha', '"nhat b', "an ban han nhat q",
     "viet vien ", "viet v", "quoc quan tin ", "hàn quốc tin "],
)  # fmt: skip
def test_levels_find_and_rank_what_one_look_at_all_does(
    index: Index, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = ranked(index, query)
    assert at_once
    monkeypatch.setattr(levels, "DIRECT", 0)
    monkeypatch.setattr(levels, "FULL_PAGE", 1)
    monkeypatch.setattr(levels, "MANY_EXACT", 1)
    monkeypatch.setattr(levels, "SMALLER", 1)
    monkeypatch.setattr(results, "PAGE", 3)
    by_levels = ranked(index, query)
    assert [hit for hit, _ in by_levels] == [hit for hit, _ in at_once]
    assert [score for _, score in by_levels] == pytest.approx([score for _, score in at_once])


def test_the_levels_of_many_hits_come_best_first(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(levels, "DIRECT", 0)
    monkeypatch.setattr(levels, "FULL_PAGE", 1)
    monkeypatch.setattr(levels, "MANY_EXACT", 1)
    monkeypatch.setattr(results, "PAGE", 5)
    hits = Searcher(library_of(), index=index).search("tong thong han qu").hits(0, 400)
    digits = [round(hit.score) for hit in hits]
    assert digits == sorted(digits, reverse=True)
