"""Near-duplicates: which articles are copies of one, and of which."""

import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Article, Span
from reader.cli import main
from reader.fold import terms
from reader.library.duplicates import (
    KEPT,
    PHRASE,
    are_copies,
    copies,
    originals,
    resemblance,
    sketch,
)

WORDS = st.sampled_from(["an", "binh", "chau", "dung", "giang", "ha", "lan", "minh", "nam", "oanh"])
TEXTS = st.lists(WORDS, min_size=1, max_size=300).map(" ".join)


def phrases(text: str) -> set[tuple[str, ...]]:
    words = terms(text)
    if len(words) < PHRASE:
        return {tuple(words)}
    return set(zip(*(words[at:] for at in range(PHRASE)), strict=False))


@given(TEXTS, TEXTS)
def test_the_estimate_is_near_the_share_of_phrases(one: str, other: str) -> None:
    first, second = phrases(one), phrases(other)
    share = len(first & second) / len(first | second)
    estimate = resemblance(sketch(one), sketch(other))
    assert abs(share - estimate) <= (0 if len(first | second) <= KEPT else 0.3)


@given(TEXTS, TEXTS)
def test_likeness_is_mutual_and_with_oneself_whole(one: str, other: str) -> None:
    assert resemblance(sketch(one), sketch(one)) == 1
    assert are_copies(sketch(one), sketch(other)) == are_copies(sketch(other), sketch(one))


@given(st.text(max_size=80))
def test_any_text_has_a_sketch(text: str) -> None:
    assert are_copies(sketch(text), sketch(text))
    assert sketch(text) == sketch(text.upper()) or not text.isascii()


def article(name: str, text: str, date: str | None = None, link: str | None = None) -> Article:
    return Article(
        place=name, path=name, text=text, title=text[:20], title_source="derived",
        headline=Span(0, 20), lang="en", date=date, link=link,
    )  # fmt: skip


@given(st.lists(st.tuples(TEXTS, st.sampled_from(["2024-01-01", "2024-01-02", None])), max_size=8))
def test_an_original_is_no_copy_and_every_copy_is_like_it(
    given_texts: list[tuple[str, str | None]],
) -> None:
    articles = [article(str(n), text, date) for n, (text, date) in enumerate(given_texts)]
    by_id = {one.id: one for one in articles}
    found = originals(articles)
    for copy, original in found.items():
        assert original not in found
        assert are_copies(sketch(by_id[copy].text), sketch(by_id[original].text))
        assert (by_id[original].date or "9") <= (by_id[copy].date or "9")
    for order in itertools.islice(itertools.permutations(articles), 3):
        assert originals(order) == found


REPORT = (
    "The two ministers met in the capital on Monday and spoke for three hours about the port, the "
    "railway that is to reach it by the end of the decade, and the fees that ships will pay. They "
    "agreed to meet again in spring, after their parliaments have voted on the treaty, which both "
    "expect to pass. Fishermen on the coast said that nobody had asked them, and that they would "
    "come to the city with their boats if the works began before the season ends in October."
)
OTHER = (
    "Rain fell all night over the hills, and by morning the river stood a metre above its banks. "
    "Schools were closed in four districts, and the army brought sand and food to the villages "
    "that the road no longer reaches. It was the third flood of the year, people said, and they "
    "had stopped counting what it cost them."
)


def test_a_copy_with_another_headline_or_end_is_found() -> None:
    report = article("a", REPORT, "2024-03-15")
    edited = article("b", "Ministers meet\n\n" + REPORT.replace("Monday", "Tuesday"), "2024-03-16")
    cut = article("c", REPORT[:280])
    other = article("d", OTHER, "2024-03-15")
    found = originals([other, cut, edited, report])
    assert found == {edited.id: report.id, cut.id: report.id}
    assert copies(found) == {report.id: [edited.id, cut.id]}


def test_a_page_in_two_feeds_is_one() -> None:
    one = article("a", "Bridge opened today\n\nIt was opened.", link="https://x.example/b?utm_s=1")
    same = article("b", "Bridge opened today\n\nThe mayor came.", link="http://x.example/b/")
    titled = article("c", "Rain in the north\n\nIt fell.", link="https://x.example/b")
    assert originals([one, same, titled]) == {same.id: one.id}


def test_list_says_which_articles_are_duplicates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in (("a", REPORT), ("b", REPORT + "\n\nSource: Post"), ("c", OTHER)):
        (folder / f"{name}.txt").write_text(f"Report {name}\n\n{text}")
    assert main(["list", str(folder), "--json"]) == 0
    rows = {}
    for line in capsys.readouterr().out.splitlines():
        row = json.loads(line)
        rows[Path(row["path"]).stem] = row
    assert rows["a"]["duplicates"] == [rows["b"]["id"]]
    assert rows["b"]["duplicate_of"] == rows["a"]["id"]
    assert (rows["c"]["duplicates"], rows["c"]["duplicate_of"]) == ([], None)
