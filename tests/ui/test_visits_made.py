"""What the screens one visits say of a collection, made without a terminal."""

from pathlib import Path

import pytest
from conftest import make_desk

from reader.entities import annotate
from reader.state import State
from reader.ui import visits
from reader.ui.desk import Desk
from reader.ui.places import Places

TOAN_MARKED = "Thăm Hà Nội\n\nÔng Nguyễn Văn Toàn nói ở Hà Nội. Ông Nguyễn Văn Toàn vui."
TOAN_PLAIN = "A visit to Hanoi\n\nMinister Nguyen Van Toan spoke in Hanoi on Monday of the trade."


@pytest.fixture
def desk(state: State, tmp_path: Path) -> Desk:
    (tmp_path / "marked.txt").write_text(TOAN_MARKED, encoding="utf-8")
    (tmp_path / "plain.txt").write_text(TOAN_PLAIN, encoding="utf-8")
    made = make_desk(state, tmp_path)
    for article in made.library.articles():
        made.know(article, annotate(article.text, lang=article.lang))
    return made


def title(screen: Places | None) -> str:
    assert screen is not None
    return screen._show("", "as found").title


def test_a_name_with_and_without_its_marks_is_one_entity_on_every_screen(desk: Desk) -> None:
    (toan,) = desk.catalogue.entities("PERSON")
    assert toan.mentions == 3
    for mention in (m for mentions in desk.mentions.values() for m in mentions):
        if mention.type == "PERSON":
            assert mention.entity is not None
            assert "Nguyễn Văn Toàn · person · 2 articles, 3 mentions" in title(
                visits.entity(desk, mention.entity)
            )
            assert "3 lines" in title(visits.concordance(desk, mention))


def test_articles_that_went_away_are_on_no_screen(desk: Desk) -> None:
    desk.look_for("toan")
    stays, gone = (desk.library.article(each) for each in desk.ids[:2])
    (toan,) = desk.catalogue.entities("PERSON")
    del desk.library._articles[gone.id], desk.library._rows[gone.id]
    desk.take(stays.id)
    step = desk.step_match(-1)
    assert step is None or desk.article is stays
    assert "1 article," in title(visits.entity(desk, toan.id))
    assert not visits.same_story(desk, stays)._show("", "").entries
    title(visits.timeline(desk))
    title(visits.concordance(desk, None))


def test_a_query_of_conditions_alone_has_no_matches_to_walk_or_list(desk: Desk) -> None:
    desk.look_for("lang:en")
    here = desk.take(desk.ids[0])
    desk.library.article = None  # type: ignore[assignment,method-assign]  # no text is looked at
    assert desk.step_match(1) is None
    assert desk.article is here
    assert visits.concordance(desk, None) is None
