"""The entities of the open article, by type, with how often each is mentioned."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.entities import TYPES, Mention
from reader.fold import terms
from reader.ui.legend import NAMES, STYLES


class Line(NamedTuple):
    """An entity as listed: every mention of it, and the name it bears here.

    A person is listed by the fullest name, anything else by the most frequent one; ``label`` is
    its name in English where that says something new.
    """

    key: str
    name: str
    label: str
    mentions: tuple[int, ...]


def by_type(mentions: Sequence[Mention]) -> dict[str, list[Line]]:
    """Group mentions into entities, the most mentioned first, type by type.

    ``Line.mentions`` are indices into ``mentions``. A mention that is linked to nothing stands
    for its own surface.
    """
    found: dict[str, dict[str, list[int]]] = {kind: {} for kind in TYPES}
    for index, mention in enumerate(mentions):
        found[mention.type].setdefault(_key(mention), []).append(index)
    return {
        kind: sorted(
            (_line(key, indices, mentions) for key, indices in entities.items()),
            key=lambda line: (-len(line.mentions), line.mentions[0]),
        )
        for kind, entities in found.items()
        if entities
    }


def _key(mention: Mention) -> str:
    return f"{mention.type} {mention.entity or mention.text}"


def _line(key: str, indices: list[int], mentions: Sequence[Mention]) -> Line:
    surfaces = Counter(" ".join(mentions[index].text.split()) for index in indices)
    if mentions[indices[0]].type == "PERSON":
        name = max(surfaces, key=lambda surface: (len(surface.split()), surfaces[surface]))
    else:
        name = max(surfaces, key=lambda surface: (surfaces[surface], len(surface)))
    label = mentions[indices[0]].label or ""
    return Line(key, name, "" if terms(label) == terms(name) else label, tuple(indices))


class EntityPane(OptionList):
    """Lists the entities; ``enter`` walks through the mentions of the chosen one."""

    BORDER_TITLE = "Entities"
    DEFAULT_CSS = "EntityPane { text-wrap: nowrap; text-overflow: ellipsis; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "next mention"),
        Binding("j", "cursor_down", "down", show=False),
        Binding("k", "cursor_up", "up", show=False),
        Binding("g", "first", "first", show=False),
        Binding("G", "last", "last", show=False),
        Binding("space", "page_down", "page down", show=False),
    ]

    class Chosen(Message):
        """An entity was chosen: the indices of its mentions in the article."""

        def __init__(self, mentions: tuple[int, ...]) -> None:
            super().__init__()
            self.mentions = mentions

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False)
        self._mentions: Sequence[Mention] = ()
        self._is_listed = True
        self._listed: dict[str, Line] = {}

    def show(self, mentions: Sequence[Mention]) -> None:
        """List the entities of ``mentions``, at the latest when the pane is seen."""
        if mentions == self._mentions:
            return
        self._mentions, self._is_listed = mentions, False
        if self.display:
            self._list()

    def on_show(self) -> None:
        """List what came while the pane was hidden."""
        self._list()

    def _list(self) -> None:
        if self._is_listed:
            return
        self._is_listed = True
        self.clear_options()
        self._listed = {}
        for kind, lines in by_type(self._mentions).items():
            if self._listed:
                self.add_option(Option("", disabled=True))
            heading = Content.assemble((NAMES[kind][0], STYLES[kind]), (f"  {len(lines)}", "dim"))
            self.add_option(Option(heading, disabled=True))
            self.add_options([self._option(line) for line in lines])
        self.border_subtitle = f"{len(self._listed)}" if self._listed else ""

    def _option(self, line: Line) -> Option:
        self._listed[line.key] = line
        return Option(
            Content.assemble(
                (f"{len(line.mentions):>4}  ", "dim"),
                line.name,
                (f"  {line.label}" if line.label else "", "dim"),
            ),
            id=line.key,
        )

    @property
    def pointed_at(self) -> int | None:
        """Index of the first mention of the entity under the cursor."""
        option = self.highlighted_option
        line = self._listed.get(option.id or "") if option else None
        return line.mentions[0] if line else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which mentions the chosen entity has."""
        event.stop()
        line = self._listed.get(event.option_id or "")
        if line is not None:
            self.post_message(self.Chosen(line.mentions))
