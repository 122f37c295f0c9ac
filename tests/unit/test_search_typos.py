"""What counts as the same word misspelt."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.search import typos

WORDS = st.text("abc", max_size=10)


def osa(a: str, b: str) -> int:
    """The textbook table of optimal string alignment."""
    d = [[max(i, j) if not i or not j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            differs = a[i - 1] != b[j - 1]
            d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + differs)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
    return d[-1][-1]


@pytest.mark.parametrize(
    ("typed", "meant", "count"),
    [("kisida", "kishida", 1), ("presidnt", "president", 1), ("jpaan", "japan", 1),
     ("nakatnai", "nakatani", 1), ("kihsda", "kishida", None), ("ngu", "nga", None),
     ("onodrea", "onodera", 1), ("minsitre", "minister", 2), ("2023", "2024", None)],
)  # fmt: skip
def test_typos_are_forgiven_by_length(typed: str, meant: str, count: int | None) -> None:
    assert typos.mistakes(typed, meant) == count


@example("abcabca", "bacabca")
@given(WORDS, WORDS)
def test_mistakes_are_counted_as_the_plain_table_counts_them(word: str, term: str) -> None:
    count = osa(word, term)
    limit = 0 if len(word) <= 3 else 1 if len(word) <= 7 else 2
    assert typos.mistakes(word, term) == (count if count <= limit else None)


@given(WORDS, st.sets(WORDS, max_size=20))
def test_near_terms_are_all_that_are_forgiven_fewest_mistakes_first(
    word: str, terms: set[str]
) -> None:
    found = typos.near(word, terms)
    assert dict(found) == {term: n for term in terms if (n := typos.mistakes(word, term))}
    assert [count for _, count in found] == sorted(count for _, count in found)
