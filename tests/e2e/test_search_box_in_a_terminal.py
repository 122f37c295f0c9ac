import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]
PROGRAM = """
from textual.app import App
from textual.binding import Binding
from textual.widgets import Input, Static
from reader.ui.article_list import ArticleList
from reader.ui.search_box import SearchBox
from reader.ui.themes import variable_defaults

class Box(App):
    BINDINGS = [Binding("slash", "search", priority=True)]
    def get_theme_variable_defaults(self):
        return variable_defaults(dark=True)
    def compose(self):
        yield SearchBox()
        yield Static(id="said", markup=False)
        yield ArticleList()
    def check_action(self, action, parameters):
        return action != "search" or not isinstance(self.focused, Input)
    def action_search(self):
        self.query_one(SearchBox).take_focus()
    def on_search_box_dismissed(self):
        self.query_one(ArticleList).focus()
        self.say("dismissed")
    def on_search_box_query_changed(self, message):
        self.say(f"<{message.query}> {len(message.query)}")
    def on_search_box_accepted(self):
        self.exit()
    def on_ready(self):
        self.say("ready")
    def say(self, text):
        self.query_one("#said").update(text)

Box().run()
"""


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with Terminal([sys.executable, "-c", PROGRAM], size=(100, 5), cwd=ROOT) as started:
        started.wait_for("ready")
        yield started


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def shows(terminal: Terminal, query: str) -> None:
    terminal.wait_for(f"<{query}> {len(query)}")


def test_bursts_of_recomposing_keyboards_give_the_word_meant(terminal: Terminal) -> None:
    for typed, meant in [
        ("han", "han"),
        ("\x7f\x7fạn", "hạn"),
        ("h q", "hạnh q"),
        ("uoc", "hạnh quoc"),
        ("\x08\x08ốc", "hạnh quốc"),
        (" viê", "hạnh quốc viê"),
        ("t\x7f\x7fệt", "hạnh quốc việt"),
        ("\x15", ""),
        ("abc\x7f\x7fXYZ", "aXYZ"),
    ]:
        terminal.send(typed)
        shows(terminal, meant)


def test_decomposed_bursts_give_the_same(terminal: Terminal) -> None:
    for typed, meant in [
        ("vie", "vie"),
        ("\x7f" + decomposed("ê"), "viê"),
        ("t", "viêt"),
        ("\x7f\x7f\x7f" + decomposed("ệt"), "việt"),
        (" nam\x7f\x7f" + decomposed("ám"), "việt nám"),
    ]:
        terminal.send(typed)
        shows(terminal, meant)


def test_a_paste_of_lines_is_one_line(terminal: Terminal) -> None:
    terminal.send("\x1b[200~Hàn Quốc\nvà \x07 Nhật\x1b[201~!")
    shows(terminal, "Hàn Quốc và ␇ Nhật!")


def test_a_commit_over_the_kitty_protocol_is_read(terminal: Terminal) -> None:
    for word in ("hạnh", "khuếch trương"):
        terminal.send("\x15" + f"\x1b[0;;{':'.join(str(ord(c)) for c in word)}u")
        shows(terminal, word)


def test_text_and_enter_in_one_write(terminal: Terminal) -> None:
    terminal.send("kishida\r")
    assert terminal.wait_exit() == 0


def test_a_query_may_follow_the_key_that_opens_the_box(terminal: Terminal) -> None:
    terminal.send("\x1b")
    terminal.wait_for("dismissed")
    terminal.send("/kishida/fumio")
    shows(terminal, "kishida/fumio")
    terminal.send("\x1b")
    terminal.wait_for("dismissed")
    terminal.send("/seoul")
    shows(terminal, "seoul")
