from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.entities import Catalogue, Mention
from reader.entities.related import related


def catalogue(named: Mapping[str, str]) -> Catalogue:
    """Enter articles, each with the entities whose letters are given."""
    found = Catalogue()
    for article, letters in named.items():
        found.add(article, "vi", [Mention(0, 1, c, "PERSON", f"person:{c}", c) for c in letters])
    return found


def undated(_article: str) -> None:
    return None


def test_rare_shared_names_count_more_than_common_ones() -> None:
    known = catalogue({"a": "xJ", "rare": "xK", "common": "JK", "b": "JL", "c": "JM", "d": "JN"})
    ranked = [one.article for one in related(known, "a", undated)]
    assert ranked[0] == "rare"
    assert "common" in ranked


def test_what_is_shared_is_named_the_rarest_first() -> None:
    known = catalogue({"a": "xyJ", "b": "xyJ", "c": "yJ", "d": "J"})
    assert related(known, "a", undated)[0].shared == ("person:x", "person:y", "person:J")


def test_of_two_alike_the_nearer_in_time_comes_first() -> None:
    known = catalogue({"a": "xy", "near": "xz", "far": "xz", "none": "q"})
    dates = {"a": "2023-05-08", "near": "2023-05-09", "far": "2023-03", "none": "2023"}
    assert [one.article for one in related(known, "a", dates.get)] == ["near", "far"]


def test_an_article_that_shares_nothing_is_not_related() -> None:
    assert related(catalogue({"a": "x", "b": "y"}), "a", undated) == []
    assert related(catalogue({}), "a", undated) == []


@given(st.dictionaries(st.sampled_from("abcdef"), st.text("xyzJKL", max_size=5), min_size=1))
def test_likeness_is_mutual_and_at_most_one(named: dict[str, str]) -> None:
    known = catalogue(named)
    for article in named:
        for one in related(known, article, undated):
            back = {each.article: each.score for each in related(known, one.article, undated)}
            assert back[article] == pytest.approx(one.score)
            assert 0 < one.score <= 1
