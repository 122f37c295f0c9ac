import pytest

from reader.ui.arrangement import PANES, Arrangement, arrange


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("width", [1, 40, 79])
def test_a_narrow_terminal_shows_the_pane_in_use_alone(width: int, pane: str) -> None:
    shown = arrange(width, pane, reading_only=False, entities=None)
    assert [name for name in PANES if getattr(shown, name)] == [pane]


def test_a_usual_terminal_shows_list_and_article() -> None:
    assert arrange(100, "list", reading_only=False, entities=None) == Arrangement(
        list=True, article=True, entities=False
    )


def test_a_wide_terminal_shows_all_three() -> None:
    assert all(arrange(140, "list", reading_only=False, entities=None))


def test_the_reader_may_close_the_entity_pane_on_a_wide_terminal() -> None:
    assert not arrange(200, "article", reading_only=False, entities=False).entities


def test_entities_take_the_place_of_the_list_where_the_text_would_be_squeezed() -> None:
    shown = arrange(90, "entities", reading_only=False, entities=True)
    assert (shown.list, shown.article, shown.entities) == (False, True, True)


def test_the_list_comes_back_in_the_place_of_the_entities_when_it_is_gone_to() -> None:
    shown = arrange(90, "list", reading_only=False, entities=True)
    assert (shown.list, shown.article, shown.entities) == (True, True, False)


def test_reading_only_shows_nothing_but_the_text() -> None:
    shown = arrange(200, "article", reading_only=True, entities=True)
    assert shown == Arrangement(list=False, article=True, entities=False)
