import unicodedata
from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult

from reader.ui.search_box import LONGEST_QUERY, SearchBox


class BoxApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.queries: list[str] = []
        self.told: list[Any] = []

    def compose(self) -> ComposeResult:
        yield SearchBox("Search")

    @property
    def box(self) -> SearchBox:
        return self.query_one(SearchBox)

    def burst(self, keys: str) -> None:
        """Hand in keys as they come from one read: all queued before the first is handled."""
        for key in keys:
            name = {"\x7f": "backspace", "\x08": "ctrl+h"}.get(key, key)
            self.post_message(events.Key(name, key))

    def on_search_box_query_changed(self, message: SearchBox.QueryChanged) -> None:
        self.queries.append(message.query)

    def on_search_box_accepted(self) -> None:
        self.told.append("accepted")

    def on_search_box_dismissed(self) -> None:
        self.told.append("dismissed")

    def on_search_box_move_requested(self, message: SearchBox.MoveRequested) -> None:
        self.told.append(message.delta)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("bursts", "word"),
    [
        (["han", "\x7f\x7fạn", "h"], "hạnh"),
        (["han", "\x08\x08ạn", "h"], "hạnh"),
        (["han", "\x7f\x7f" + decomposed("ạn"), "h"], "hạnh"),
        (["vie", "\x7fê", "t", "\x7f\x7fệt"], "việt"),
        # decomposed, backspaces counted in code points, whole letters retyped
        (["vie", "\x7fe\u0302", "t", "\x7f\x7f\x7fe\u0323\u0302t"], "việt"),
        # decomposed, backspaces counted in code points, only what differs retyped
        (["vie", "\u0302", "t", "\x7f\x7f\u0323\u0302t"], "việt"),
        # decomposed, backspaces counted in letters
        (["vie", "\x7fe\u0302", "t", "\x7f\x7fe\u0323\u0302t"], "việt"),
        (["nguoi", "\x7f\x7f\x7fươi", "\x7f\x7fời"], "người"),
        (["abc\x7f\x7fXYZ"], "aXYZ"),
        (["e", "\u0302", "\u0301"], "ế"),
        (["e\u0323\u0302"], "ệ"),
        (["dd", "\x7f\x7fđ", "a"], "đa"),
        (["\x7f\x7fa"], "a"),
    ],
)
async def test_what_keyboards_send_becomes_the_word_meant(bursts: list[str], word: str) -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        for burst in bursts:
            app.burst(burst)
            await pilot.pause()
        assert app.box.value == word
        assert app.box.cursor_position == len(word)
        assert app.queries[-1] == word


async def test_a_burst_tells_one_query() -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        app.burst("kishida")
        await pilot.pause()
        assert app.queries == ["kishida"]


async def test_editing_in_the_middle() -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        await pilot.press(*"nhat ban", "home", "right", "right", "right")
        app.burst("\x7fậ")
        await pilot.pause()
        assert (app.box.value, app.box.cursor_position) == ("nhật ban", 3)
        await pilot.press("delete", "end", "backspace", "ctrl+w")
        assert app.box.value == "nhậ "


async def test_typing_replaces_the_selection() -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        await pilot.press(*"tokyo", "shift+home", "S", "e")
        assert app.box.value == "Se"
        await pilot.press("shift+home", "backspace", "x")
        assert app.box.value == "x"


async def test_a_paste_becomes_one_clean_line() -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        await pilot.press("a", "space")
        app.post_message(events.Paste("Hàn\n\tQuốc\x1b[2J\u202e\r\n" + decomposed("ế")))
        await pilot.pause()
        assert app.box.value == "a Hàn Quốc␛[2J\ufffd ế"


async def test_a_huge_paste_is_cut() -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        app.post_message(events.Paste("x" * 1_000_000))
        await pilot.pause()
        await pilot.press("y")
        assert app.box.value == "x" * LONGEST_QUERY


async def test_an_empty_paste_is_no_error() -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        for pasted in ("", "\n", "\r\n\r\n"):
            app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert app.box.value == ""


async def test_keys_of_the_list_and_the_ends_of_a_search_are_told() -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        await pilot.press("down", "up", "ctrl+n", "pagedown", "pageup", "enter", "escape")
        assert app.told == [1, -1, 1, 10, -10, "accepted", "dismissed"]


async def test_enter_comes_after_the_letters_of_its_burst() -> None:
    app = BoxApp()
    order: list[str] = []
    async with app.run_test() as pilot:
        for key, character in (("a", "a"), ("b", "b"), ("enter", "\r")):
            app.post_message(events.Key(key, character))
        await pilot.pause()
        order = [*app.queries, *app.told]
    assert order == ["ab", "accepted"]


async def test_a_long_word_committed_over_the_kitty_protocol_is_read() -> None:
    app = BoxApp()
    word = "khuếch trương"
    async with app.run_test() as pilot:
        codes = ":".join(str(ord(c)) for c in word)
        await pilot.press(*"ab ")
        app.burst(f"^[0;;{codes}u")
        await pilot.pause()
        assert app.box.value == f"ab {word}"


async def test_a_value_set_by_the_program_is_cleaned_too() -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        app.box.value = decomposed("Đà\nNẵng\x07")
        await pilot.pause()
        assert app.box.value == "Đà Nẵng␇"
        assert app.queries == ["Đà Nẵng␇"]


async def test_holding_backspace_empties_the_box() -> None:
    app = BoxApp()
    async with app.run_test() as pilot:
        await pilot.press(*"kishida" * 5, *["backspace"] * 40)
        assert app.queries[-1] == ""
