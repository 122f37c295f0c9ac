"""The keys of the reading screen, in the order of the help. Each may be remapped by its id."""

from textual.binding import Binding

from reader.entities import TYPES
from reader.ui.legend import NAMES


def _key(name: str, keys: str, action: str, says: str, *, hint: bool = False) -> Binding:
    """Return the binding of ``keys`` (parted by commas), in the footer if it is a ``hint``."""
    display = DISPLAY.get(keys)
    # A search may follow its slash in one burst of input: only a priority key runs before the rest.
    first = name == "search"
    return Binding(keys, action, says, show=hint, key_display=display, id=name, priority=first)


DISPLAY = {
    "slash": "/",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "asterisk": "*",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "question_mark": "?",
}
"""Keys that Textual knows by a word and people by a character."""

READING_KEYS = (
    _key("help", "question_mark", "help", "Keys", hint=True),
    _key("search", "slash", "search", "Search", hint=True),
    _key("next-match", "n", "match(1)", "Next match", hint=True),
    _key("previous-match", "N", "match(-1)", "Previous match"),
    _key("next-mention", "right_square_bracket", "mention(1)", "Next entity", hint=True),
    _key("previous-mention", "left_square_bracket", "mention(-1)", "Previous entity"),
    _key("entities", "e", "entities", "Entities", hint=True),
    _key("all-entities", "E", "all_entities", "Entities of the collection"),
    _key("filter", "f", "filter", "List only what names this entity"),
    _key("mend", "m", "mend", "Mend this entity"),
    _key("undo", "U", "undo", "Undo the last mending"),
    _key("same-story", "r", "same_story", "The same story"),
    _key("compare", "c", "compare", "Compare side by side"),
    _key("timeline", "T", "timeline", "Timeline"),
    _key("concordance", "K", "concordance", "Keyword in context"),
    *(
        _key(
            f"mark-{kind.lower()}", str(number), f"toggle_type('{kind}')", f"Mark {NAMES[kind][0]}"
        )
        for number, kind in enumerate(TYPES, 1)
    ),
    _key("read-on", "space", "read_on", "Read on"),
    _key("next-pane", "tab,l,right", "pane(1)", "Next pane"),
    _key("previous-pane", "shift+tab,h,left", "pane(-1)", "Previous pane"),
    _key("escape", "escape", "escape", "Leave the search, or back to the list"),
    _key("sort", "s", "sort", "Sort otherwise"),
    _key("copies", "d", "copies", "Fold or unfold copies"),
    _key("read", "u", "toggle_read", "Read or unread"),
    _key("star", "asterisk", "star", "Star or take the star away"),
    _key("tag", "t", "tag", "Tags"),
    _key("reading-only", "z", "reading_only", "Nothing but the text"),
    _key("wider", "plus", "measure(1)", "Wider text"),
    _key("narrower", "minus", "measure(-1)", "Narrower text"),
    _key("usual-width", "equals_sign", "measure(0)", "Usual text width"),
    _key("open-link", "o", "open_link", "Open the original"),
    _key("back", "ctrl+o,alt+left", "trail(-1)", "Back to where one was"),
    _key("forward", "alt+right", "trail(1)", "Forward again"),
    _key("quit", "q", "app.quit", "Quit", hint=True),
)
