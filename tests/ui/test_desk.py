"""Rules of reading and walking, without a screen."""

from pathlib import Path

from conftest import make_desk

from reader.state import State
from reader.ui.desk import Desk


def test_everything_is_listed_until_something_is_looked_for(desk: Desk) -> None:
    assert desk.count == 5
    assert [row.id for row in desk.rows(0, 9)] == list(desk.ids)
    desk.look_for("hudson")
    assert desk.count == 1
    desk.look_for("  ")
    assert desk.count == 5


def test_taking_an_article_finds_its_matches(desk: Desk) -> None:
    desk.look_for("shoigu")
    article = desk.take(desk.ids[0])
    assert desk.current == 0
    assert [article.text[start:end] for start, end in desk.matches] == ["Shoigu"] * 4


def test_words_that_stand_side_by_side_are_one_match_and_come_first(desk: Desk) -> None:
    desk.look_for("han quoc")
    article = desk.take(desk.ids[0])
    stops = [article.text[slice(*desk.matches[at])] for at in desk.stops]
    assert set(stops) == {"Hàn Quốc"}
    assert desk.current == desk.stops[0]
    assert len(desk.matches) > len(desk.stops)
    desk.look_for("lavrov nhat ban")
    article = desk.take(desk.ids[0])
    assert {article.text[slice(*match)] for match in desk.matches} > {"Lavrov", "Nhật Bản"}


def test_walking_all_matches_goes_round_once_through_every_article(desk: Desk) -> None:
    desk.look_for("kishida")
    desk.take(desk.ids[0])
    total = 0
    for article_id in desk.ids:
        desk.take(article_id)
        total += len(desk.stops)
    desk.take(desk.ids[0])
    walk = []
    for _ in range(total):
        step = desk.step_match(1)
        assert step is not None
        assert desk.article is not None
        walk.append((desk.article.id, step.match))
    assert len(set(walk)) == total
    assert step is not None
    assert step.wrapped
    assert (desk.article.id, desk.current) == (desk.ids[0], 0)


def test_walking_back_undoes_walking_on(desk: Desk) -> None:
    desk.look_for("kishida")
    desk.take(desk.ids[0])
    places = []
    for _ in range(12):
        places.append((desk.article, desk.current))
        desk.step_match(1)
    for place in reversed(places):
        desk.step_match(-1)
        assert (desk.article, desk.current) == place


def test_there_is_nothing_to_walk_without_a_search(desk: Desk) -> None:
    desk.take(desk.ids[0])
    assert desk.step_match(1) is None
    desk.look_for("zzzzqqqq")
    assert desk.step_match(1) is None


def test_titles_in_the_list_are_marked_by_the_query(desk: Desk) -> None:
    assert desk.title_matches("Nhật Bản") == ()
    desk.look_for("nhat")
    title = "Quan hệ Nhật - Nga"
    assert [title[start:end] for start, end in desk.title_matches(title)] == ["Nhật"]


def test_sorting_lists_the_same_articles_otherwise(state: State, tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Title {name}\n\nBody of {name}.", encoding="utf-8")
    desk = make_desk(state, tmp_path)
    desk.sort("title")
    assert [row.title for row in desk.rows(0, 3)] == ["Title a", "Title b", "Title c"]
    assert desk.index_of(desk.ids[2]) == 2
    assert desk.index_of("nowhere") is None
