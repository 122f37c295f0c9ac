"""The index and the planner agree with search spelt out plainly."""

import search_reference
from hypothesis import given, settings
from hypothesis import strategies as st
from search_library import article, library_of

from reader.search import Searcher, parse

WORDS = ("hàn", "hán", "han", "quốc", "quoc", "korea", "korean", "koreas", "kishida", "kisida",
         "kishidas", "president", "presidnt", "presidents", "an", "ninh", "ní")  # fmt: skip
TEXT = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
ARTICLES = st.lists(st.tuples(TEXT, TEXT), max_size=9)
TYPED = st.sampled_from((*WORDS, "kis", "k", "p", "hà", "title:han", "title:kor", "-an", "-hàn",
                         '"han quoc"', '"an nin', "presdient", "xyzzy", "kishdia"))  # fmt: skip
QUERIES = st.builds(
    lambda words, end: " ".join(words) + end, st.lists(TYPED, min_size=1, max_size=4),
    st.sampled_from(("", " ")),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(ARTICLES, QUERIES)
def test_the_index_finds_and_ranks_what_a_look_at_each_article_does(
    texts: list[tuple[str, str]], typed: str
) -> None:
    articles = [article(a or "-", b, place=f"{n}") for n, (a, b) in enumerate(texts)]
    expected = {e.id: e for e in search_reference.search(articles, parse(typed))}
    results = Searcher(library_of(*articles)).search(typed)
    hits = results.hits(0, 99)
    assert {hit.id: hit.tier == 0 for hit in hits} == {e.id: e.has_all for e in expected.values()}
    assert results.total == len(hits) == len(results.ids)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    if not parse(typed).phrases:
        for hit in hits:
            if not hit.tier:
                assert 0 <= hit.score - expected[hit.id].leading < 1
