"""The help: every key there is, found by typing."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.fold import fold


class Key(NamedTuple):
    """A line of the help: where, which keys, what they do, and their name in the configuration."""

    place: str
    keys: str
    does: str
    name: str


def list_keys(where: Mapping[str, Sequence[DOMNode]]) -> list[Key]:
    """Return the bindings of each place as they are mapped now.

    Keys that do the same in the same place stand together.
    """
    found: dict[tuple[str, str, str], list[str]] = {}
    for place, nodes in where.items():
        for binding in (binding for node in nodes for _, binding in node._bindings):
            if binding.description:
                key = nodes[0].app.get_key_display(binding)
                same = (place, binding.description, binding.id or "")
                found.setdefault(same, []).append(key)
    return [
        Key(place, " ".join(dict.fromkeys(keys)), does, name)
        for (place, does, name), keys in found.items()
    ]


class Help(ModalScreen[None]):
    """A searchable list of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "close"),
        Binding("down", "scroll(1)", "down", show=False),
        Binding("up", "scroll(-1)", "up", show=False),
        Binding("pagedown", "scroll(10)", "page down", show=False),
        Binding("pageup", "scroll(-10)", "page up", show=False),
    ]

    def __init__(self, keys: Sequence[Key]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Lay out the search box over the list."""
        with Vertical(id="help") as box:
            box.border_title = "Keys"
            box.border_subtitle = "escape closes"
            yield Input(placeholder="Type to find a key", id="help-search", compact=True)
            yield OptionList(id="help-keys", markup=False)
            yield Static("No key does that.", id="help-nothing")

    def on_mount(self) -> None:
        """Show every key."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what was typed."""
        self._show(event.value)

    def action_scroll(self, lines: int) -> None:
        """Scroll the list while the focus stays in the box."""
        self.query_one("#help-keys", OptionList).scroll_relative(y=lines, animate=False)

    def _show(self, wanted: str) -> None:
        words = fold(wanted).split()
        listed = self.query_one("#help-keys", OptionList)
        listed.clear_options()
        found = [key for key in self._keys if all(word in fold(" ".join(key)) for word in words)]
        group = ""
        for key in found:
            if key.place != group:
                group = key.place
                listed.add_option(Option(Content.styled(group, "bold $accent"), disabled=True))
            line = Content.assemble(
                (f"  {key.keys:<18}", "$footer-key-foreground"),
                key.does,
                (f"  {key.name}", "$quiet"),
            )
            listed.add_option(Option(line, disabled=True))
        self.query_one("#help-nothing").display = not found
        listed.display = bool(found)
