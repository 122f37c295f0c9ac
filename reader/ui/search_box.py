"""The search box: what keyboards send becomes the word that was meant.

A Vietnamese keyboard rewrites what was typed: after `han` the key `j` sends two backspaces and
`ạn`, in one burst. Textual runs printable keys at once and every other key later, when the key
has bubbled up to its binding, so in the stock input the letters overtake the backspaces. Here
each key that the box binds runs at once too, in the order of the burst.

    typed      h a n ⌫ ⌫ ạ n h
    stock      hạnhan → two deleted → hạnh minus what came last
    here       han → h → hạnh

The query is always composed (NFC), but a keyboard that types decomposed letters also counts
its backspaces in code points: three for `ệ`. So the code points last typed are kept as they
came (the tail), and a backspace takes back one of those.

    tail       v i e ◌̂ t          query   viêt
    ⌫ ⌫        v i e                      vie
    ◌̣ ◌̂ t      v i e ◌̣ ◌̂ t                việt
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from reader.article import clean, clean_line
from reader.fold import compose

LONGEST_QUERY = 400
"""Characters. A longer paste is cut: no query means more with more, and each keystroke costs."""

PAGE_ROWS = 10
"""Rows of the list that page up and page down move by while the box has the focus."""

BURST_SECONDS = 0.02
"""Keys closer than this come from a keyboard program; no hand is so fast."""

_COMMIT = re.compile(r"\^\[\d*;\d*;(\d{1,7}(?::\d{1,7})*)u\Z")
"""What is left of a kitty-protocol commit of more letters than Textual's parser takes: the
escape as a caret, then the code points in decimal."""


class SearchBox(Input):
    """One line to type a query in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "To the text"),
        Binding("escape", "dismiss", "Back"),
        Binding("backspace,ctrl+h", "delete_left", show=False),
        Binding("ctrl+backspace,alt+backspace,ctrl+w", "delete_left_word", show=False),
        Binding("down,ctrl+n", "request_move(1)", "Next article", show=False),
        Binding("up,ctrl+p", "request_move(-1)", "Previous article", show=False),
        Binding("pagedown", f"request_move({PAGE_ROWS})", "Page down", show=False),
        Binding("pageup", f"request_move(-{PAGE_ROWS})", "Page up", show=False),
    ]

    @dataclass
    class QueryChanged(Message):
        """The query is another one."""

        query: str

        def can_replace(self, message: Message) -> bool:
            """Let only the last query of a burst be told."""
            return isinstance(message, SearchBox.QueryChanged)

    @dataclass
    class Accepted(Message):
        """Enter was pressed."""

    @dataclass
    class Dismissed(Message):
        """Escape was pressed."""

    @dataclass
    class MoveRequested(Message):
        """The cursor of the list should move by ``delta`` rows."""

        delta: int

    def __init__(
        self,
        placeholder: str = "",
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """Start empty, on one line without a border."""
        super().__init__(placeholder=placeholder, compact=True, id=id, classes=classes)
        self.cursor_blink = False
        self.disable_messages(Input.Changed)  # it would part the queries that replace each other
        self._tail = ""
        self._tail_is_for = ("", 0)
        self._mark_deleted_at = float("-inf")

    def validate_value(self, value: str) -> str:
        """Keep the query on one line, composed, and free of controls."""
        return clean(value).replace("\n", " ")[:LONGEST_QUERY]

    def _watch_value(self, value: str) -> None:
        """Tell the new query.

        The stock input lays the whole screen out for every letter, since it might take more room.
        """
        self.set_reactive(Widget.virtual_size, Size(self.content_width, 1))
        self._initial_value = False
        self.post_message(self.QueryChanged(value))
        self.selection = self.selection  # which may lie behind the end of the new value

    # Keys

    def take_focus(self) -> None:
        """Take the focus now, so that the keys read together with `/` come here.

        ``focus`` would wait its turn behind them. Call it from a binding with ``priority``, which
        runs before the next key is handed to the widget that still has the focus.
        """
        self.screen.set_focus(self)

    async def _on_key(self, event: events.Key) -> None:
        """Run every key of the box now, so that none overtakes another."""
        if event.is_printable and event.character:
            self._restart_blink()
            self._type(event.character, event.time)
        elif event.key in ("backspace", "ctrl+h"):
            self._rub_out(event.time)
        elif not await self._run_binding(event.key):
            return
        event.stop()
        event.prevent_default()

    async def _run_binding(self, key: str) -> bool:
        bindings = self._bindings.key_to_bindings.get(key, [])
        return any([await self.app.run_action(binding.action, self) for binding in bindings[:1]])

    def _type(self, character: str, now: float) -> None:
        """Insert one code point; a mark joins the letter before the cursor."""
        self._drop_selection()
        tail = self._typed_tail()
        is_mark = bool(unicodedata.combining(character))
        if not is_mark and now - self._mark_deleted_at < BURST_SECONDS:
            tail = _without_last_letter(tail)
        self._mark_deleted_at = float("-inf")
        self._retype(tail + character)
        if character == "u" and (found := _COMMIT.search(self.value[: self.cursor_position])):
            letters = "".join(_characters(found.group(1)))
            self.replace(letters, found.start(), self.cursor_position)

    def _rub_out(self, now: float) -> None:
        """Take back the last code point, as the keyboard that sent it counts them."""
        if not self.selection.is_empty:
            self.delete_selection()
            return
        tail = self._typed_tail()
        took_mark = bool(tail) and bool(unicodedata.combining(tail[-1]))
        self._mark_deleted_at = now if took_mark else float("-inf")
        self._retype(tail[:-1])

    def _typed_tail(self) -> str:
        """Return the code points last typed before the cursor, or the one letter that is there."""
        if self._tail and self._tail_is_for == (self.value, self.cursor_position):
            return self._tail
        self._tail = self.value[: self.cursor_position][-1:]
        return self._tail

    def _retype(self, tail: str) -> None:
        """Put ``tail`` in the place of the tail before the cursor."""
        at = self.cursor_position
        before = self.value[: at - len(compose(self._tail))] + compose(tail)
        if len(before) + len(self.value) - at > LONGEST_QUERY:
            self.restricted()
            return
        self.value = before + self.value[at:]
        self.cursor_position = len(before)
        self._tail, self._tail_is_for = tail, (self.value, self.cursor_position)

    def _drop_selection(self) -> None:
        if not self.selection.is_empty:
            self.delete_selection()

    def _on_paste(self, event: events.Paste) -> None:
        """Insert what was pasted as one line."""
        event.stop()
        event.prevent_default()
        self._insert_line(event.text)

    def action_paste(self) -> None:
        """Insert what was copied inside the program."""
        self._insert_line(self.app.clipboard)

    def _insert_line(self, text: str) -> None:
        start, end = sorted(self.selection)
        room = LONGEST_QUERY - len(self.value) + end - start
        self.replace(clean_line(text)[: max(0, room)], start, end)

    # What the box asks for

    def action_accept(self) -> None:
        """Tell that the query is meant."""
        self.post_message(self.Accepted())

    def action_dismiss(self) -> None:
        """Tell that the search is over."""
        self.post_message(self.Dismissed())

    def action_request_move(self, delta: int) -> None:
        """Ask for the list's cursor to move."""
        self.post_message(self.MoveRequested(delta))


def _without_last_letter(tail: str) -> str:
    """Remove the last letter and its marks.

    A keyboard program that counts letters, but types decomposed ones, means a whole letter where
    the backspace took a mark; it shows by going on with a letter. One that counts code points
    either types a mark there or has deleted the letter too.
    """
    stripped = tail.rstrip("".join(filter(unicodedata.combining, tail)))
    return stripped[:-1]


def _characters(codes: str) -> list[str]:
    return [chr(int(code)) for code in codes.split(":") if 0x20 <= int(code) < 0x110000]
