"""Which article comes first: a table of (query, better, worse), and the searcher around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_library import MemoryCatalogue, article, library_of

from reader.article import Article
from reader.search import Searcher, parts

ORDERS = [
    # every word exact before a prefix before a typo
    ("korea", ("Visit", "to Korea"), ("Korean", "Korean visit")),
    ("kishid", ("Day", "of Kishida"), ("Kished", "Kished")),
    ("kisida ", ("Day", "of Kisida"), ("Kishida", "Kishida")),
    ("yoon kisida ", ("Day", "Yoon, then Kisida"), ("Yoon Kishida", "")),
    # side by side, in order, before scattered
    ("han quoc ", ("Tin", "Tổng thống Hàn Quốc"), ("Hàn và quốc", "Quốc hội Hàn")),
    ("nhat ban ", ("Tin", "Nhật Bản"), ("Bản tin Nhật", "")),
    ("tong thong han quoc", ("A", "Tổng thống Hàn Quốc"), ("Hàn Quốc: tổng thống", "")),
    # title before text
    ("seoul ", ("Seoul", "Tokyo"), ("Tokyo", "Seoul, Seoul, Seoul")),
    # marks as typed
    ("bán ", ("Tin", "bán"), ("Tin khác", "bàn, bàn, bản")),
    ("hàn quốc ", ("Tin", "Hàn Quốc"), ("Tin B", "han quoc han quoc")),
    # more often, and in a shorter text
    ("seoul ", ("Trip", "Seoul, then Seoul again"), ("Trip B", "Seoul, then Tokyo and again")),
    ("seoul ", ("Trip", "Seoul"), ("Trip B", "Seoul " + "and many other words " * 30)),
    # all words before all but one
    ("kishida yoon lavrov ", ("A", "lavrov. kishida. yoon"), ("Kishida Yoon", "")),
]


def found(query: str, *articles: Article) -> list[str]:
    results = Searcher(library_of(*articles)).search(query)
    titles = {one.id: one.title for one in articles}
    return [titles[id_] for id_ in results.ids]


@pytest.mark.parametrize(("query", "better", "worse"), ORDERS)
@pytest.mark.parametrize("better_first", [True, False])
def test_order(
    query: str, better: tuple[str, str], worse: tuple[str, str], better_first: bool
) -> None:
    pair = [article(*better), article(*worse)]
    assert found(query, *(pair if better_first else pair[::-1])) == [better[0], worse[0]]


def test_of_two_that_say_the_same_the_newer_comes_first() -> None:
    old = article("Seoul", "visit", place="a", date="2013-11-02")
    new = article("Seoul", "visit", place="b", date="2025-09-09")
    undated = article("Seoul", "visit", place="0")
    results = Searcher(library_of(undated, old, new)).search("seoul")
    assert results.ids == [new.id, old.id, undated.id]


def test_no_words_find_everything() -> None:
    assert len(found("", article("A"), article("B"))) == 2


KISHIDA = article("Kishida in Seoul", "The visit", lang="en", source="Thanh Niên",
                  date="2023-05-08")  # fmt: skip
NAKATANI = article("Nakatani thăm Hàn Quốc", "Theo Kyodo", lang="vi", source="AFP",
                   date="2025-09-09")  # fmt: skip
UNDATED = article("Onodera ở Tokyo", "Nhật Bản và Nga", lang="vi")
ALL = (KISHIDA, NAKATANI, UNDATED)


@pytest.mark.parametrize(
    ("query", "expected"),
    [("lang:en", {KISHIDA}), ("-lang:en", {NAKATANI, UNDATED}), ("source:thanhnien", {KISHIDA}),
     ("date:2025", {NAKATANI}), ("date:2025-09", {NAKATANI}), ("date:2025-10", set()),
     ("date:2023-05..2024", {KISHIDA}), ("before:2025", {KISHIDA}), ("after:2025-09", {NAKATANI}),
     ("after:2023-05-08", {KISHIDA, NAKATANI}), ("before:2023-05-08", set()),
     ("title:tokyo", {UNDATED}), ("title:nga ", set()), ('"nhật bản"', {UNDATED}),
     ('"bản nhật"', set()), ("-nga", {KISHIDA, NAKATANI}), ("tham -kyodo", set()),
     ("is:unread", set(ALL)), ("is:starred", set()), ("lang:en is:nonsense", {KISHIDA})],
)  # fmt: skip
def test_filters_choose_articles(query: str, expected: set[Article]) -> None:
    assert found(query, *ALL) == [one.title for one in ALL if one in expected] or set(
        found(query, *ALL)
    ) == {one.title for one in expected}


def test_a_word_excluded_with_marks_is_excluded_as_written() -> None:
    assert found("tin -bán", article("tin bán"), article("tin bạn")) == ["tin bạn"]
    assert found("tin -ban", article("tin bán"), article("tin bạn")) == []


def test_an_entity_is_found_by_any_of_its_names() -> None:
    catalogue = MemoryCatalogue(japan=("PLACE", {UNDATED.id}))
    results = Searcher(library_of(*ALL), catalogue).search("place:japan")
    assert results.ids == [UNDATED.id]
    assert results.notes == ()


def test_a_name_that_is_no_entity_is_searched_as_words_and_says_so() -> None:
    results = Searcher(library_of(*ALL), MemoryCatalogue()).search("person:nakatani")
    assert results.ids == [NAKATANI.id]
    assert "searched as words" in results.notes[0]


def test_a_name_that_is_no_entity_is_not_taken_for_one_like_it() -> None:
    library = library_of(article("Nào", "một ngày nato nào"), article("Natos", "nao"))
    for name in ("nata", "natoo"):
        results = Searcher(library, MemoryCatalogue()).search(f"org:{name}")
        assert results.total == 0
        assert results.notes == (f"org:{name} is no known name: searched as words",)


class Marked:
    """Marks of a reader who read one article and starred and tagged another."""

    def read_keys(self) -> set[str]:
        return {KISHIDA.key}

    def starred_keys(self) -> set[str]:
        return {NAKATANI.key}

    def tagged_keys(self, tag: str) -> set[str]:
        return {UNDATED.key} if tag == "asia" else set()


@pytest.mark.parametrize(
    ("query", "expected"),
    [("is:unread", {NAKATANI, UNDATED}), ("is:read", {KISHIDA}), ("is:starred", {NAKATANI}),
     ("tag:asia", {UNDATED}), ("tag:none", set()), ("-is:starred", {KISHIDA, UNDATED})],
)  # fmt: skip
def test_what_the_reader_marked_can_be_asked_for(query: str, expected: set[Article]) -> None:
    results = Searcher(library_of(*ALL), None, Marked()).search(query)
    assert set(results.ids) == {one.id for one in expected}


def test_few_hits_are_followed_by_those_that_lack_one_word_and_it_is_said() -> None:
    results = Searcher(library_of(*ALL)).search("seoul visit kyodo")
    assert results.total == 1
    assert [hit.tier for hit in results.hits(0, 9)] == [1]
    assert "all but one" in results.notes[0]


def test_enough_hits_are_not_followed_by_others() -> None:
    full = [article(f"Seoul visit {n}") for n in range(5)]
    assert "Seoul" not in found("seoul visit ", *full, article("Seoul"))


def test_a_word_that_stands_everywhere_is_not_left_alone() -> None:
    many = [article(f"Seoul {n}", "and") for n in range(200)]
    results = Searcher(library_of(*many, article("Lavrov and"))).search("lavrov seoul")
    assert results.total == 1


def test_nothing_found_suggests_the_nearest_words() -> None:
    results = Searcher(library_of(*ALL)).search("nakitamo ")
    assert results.total == 0
    assert results.suggestions == ("nakatani",)
    assert results.notes[-1] == "did you mean nakatani?"


def test_for_a_title_words_of_titles_are_suggested() -> None:
    library = library_of(article("Visits"), article("Tokyo", "visitor"))
    assert Searcher(library).search("title:visitor ").suggestions == ("title:visits",)


def test_a_misspelling_of_a_word_that_many_have_is_not_looked_for() -> None:
    many = [article(f"Korea {n}") for n in range(400)]
    assert "Koren" not in found("korea ", *many, article("Koren"))


def test_hits_are_sliced_like_a_list() -> None:
    results = Searcher(library_of(*ALL)).search("")
    assert [hit.id for hit in results.hits(1, 3)] == results.ids[1:3]
    assert results.hits(3, 9) == []
    assert results.total == 3


def test_a_score_is_taken_apart_into_what_it_is_made_of() -> None:
    better, worse = article("Hàn Quốc", "tin"), article("Tin", "hàn và quốc")
    hits = Searcher(library_of(worse, better)).search("hàn quốc ").hits(0, 2)
    (first, second) = ({part.name: part.value for part in parts(hit.score, 2)} for hit in hits)
    assert sum(first.values()) == pytest.approx(hits[0].score)
    assert first["words"] == second["words"]
    assert (first["adjacent"], second["adjacent"]) == (3584, 0)
    assert (first["title"], second["title"]) == (56, 0)
    assert first["marks"] == 7


def test_the_score_of_an_article_that_lacks_words_is_one_part() -> None:
    results = Searcher(library_of(article("Seoul"), article("Tokyo"))).search("seoul visit ")
    (hit,) = results.hits(0, 9)
    assert [part.value for part in parts(hit.score, 2)] == [0, pytest.approx(hit.score)]


def test_a_hit_knows_its_rank_once_it_was_looked_at() -> None:
    many = [article(f"Seoul {n}", "words " * n) for n in range(200)]
    results = Searcher(library_of(*many)).search("seoul")
    ids = list(results.ids)
    assert len(ids) == len(set(ids)) == 200
    assert [results.ids.index(id_) for id_ in ids] == list(range(200))
    with pytest.raises(ValueError, match="f00"):
        results.ids.index("f00")


def test_hits_stand_in_the_same_order_however_they_are_asked_for() -> None:
    many = [article(f"Seoul {n}", "visit " * (n % 7)) for n in range(500)]
    searcher = Searcher(library_of(*many))
    at_once = searcher.search("seoul visit").hits(0, 500)
    bit_by_bit = searcher.search("seoul visit")
    assert [hit for at in range(0, 500, 30) for hit in bit_by_bit.hits(at, at + 30)] == at_once


ANYTHING = Searcher(library_of(KISHIDA), MemoryCatalogue(kishida=("PERSON", {KISHIDA.id})))
PIECES = st.sampled_from(
    ["date:", "before:", "after:", "is:", "tag:", "title:", "org:", "person:", "source:", "lang:",
     "kishida", "2025", "0000", "0001", "9999", "-13", "-12", "-00", "-02-30", "-", "..", ":", "/",
     '"', " ", "\udcff"]
)  # fmt: skip


@given(st.lists(PIECES | st.text() | st.characters()).map("".join))
def test_any_text_can_be_searched(text: str) -> None:
    results = ANYTHING.search(text)
    assert results.total == len(results.ids)


@pytest.mark.parametrize(
    "date", ["9999-12", "9999", "9999-12-31", "0001", "0001-01-01", "2025..2024"]
)
@pytest.mark.parametrize("field", ["date", "before", "after"])
def test_the_calendar_has_a_first_and_a_last_day(field: str, date: str) -> None:
    results = ANYTHING.search(f"{field}:{date}")
    assert results.total == len(results.ids)
