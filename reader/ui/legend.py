"""The legend under the text: the five types, how often each occurs, which are marked."""

from collections.abc import Mapping

from textual.content import Content
from textual.reactive import reactive

from reader.entities import TYPES
from reader.ui.one_line import OneLine, Part

NAMES = {
    "PERSON": ("People", "People", "Ppl"),
    "ORG": ("Organisations", "Orgs", "Org"),
    "PLACE": ("Places", "Places", "Plc"),
    "DATE": ("Dates", "Dates", "Dat"),
    "EVENT": ("Events", "Events", "Evt"),
}
"""What a type is called: in full, where the line is narrower, and where it is narrow."""

STYLES = {
    "PERSON": "bold $entity-person",
    "ORG": "underline $entity-org",
    "PLACE": "italic $entity-place",
    "DATE": "italic underline $entity-date",
    "EVENT": "bold underline $entity-event",
}


class TypeLegend(OneLine):
    """Teaches the keys 1 to 5: each type with its key, its style and its count."""

    DEFAULT_CSS = "TypeLegend { color: $quiet; padding: 0 1; }"

    counts: reactive[Mapping[str, int]] = reactive(dict)
    marked: reactive[frozenset[str]] = reactive(frozenset(TYPES))

    def parts(self) -> list[Part]:
        """Return a part a type, with names in full where the line is wide enough."""
        for parts in map(self._parts, range(3)):
            width = sum(part.content.cell_length + self.GAP for part in parts) - self.GAP
            if width <= self.content_size.width:
                return parts
        return self._parts(2, counted=False)

    def _parts(self, form: int, *, counted: bool = True) -> list[Part]:
        counted = counted and any(self.counts.values())  # else not recognised yet, or nothing there
        return [
            Part(
                Content.assemble(
                    (f"{number} ", "dim"),
                    (NAMES[kind][form], STYLES[kind] if kind in self.marked else "dim strike"),
                    (f" {self.counts.get(kind, 0)}" if counted else "", "dim"),
                ),
                f"toggle_type('{kind}')",
            )
            for number, kind in enumerate(TYPES, 1)
        ]
