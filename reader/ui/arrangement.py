"""Which panes are on the screen, from its width and what the reader is at.

  under 80 cells      80 to 140              over 140
┌──────────────┐  ┌─────┬──────────┐  ┌─────┬──────────┬──────┐
│ one pane     │  │list │ article  │  │list │ article  │entity│
└──────────────┘  └─────┴──────────┘  └─────┴──────────┴──────┘
"""

from typing import Literal, NamedTuple

Pane = Literal["list", "article", "entities"]
PANES: tuple[Pane, ...] = ("list", "article", "entities")

NARROW = 80
"""Below so many cells one pane is shown at a time: a list beside it would leave the text less than
the 45 cells under which lines read badly."""

WIDE = 140
"""From so many cells the entity pane stands beside the text without taking from its measure."""

ENTITIES_BESIDE_TEXT = 110
"""Below so many cells the entity pane takes the place of the list, but while that is in use."""


class Arrangement(NamedTuple):
    """Whether each pane is shown."""

    list: bool
    article: bool
    entities: bool


def arrange(width: int, pane: Pane, *, reading_only: bool, entities: bool | None) -> Arrangement:
    """Return what to show on ``width`` cells while ``pane`` is in use.

    ``entities`` is the reader's wish for the entity pane; None leaves it to the width. In
    reading-only mode just the pane in use is there.
    """
    alone = reading_only or width < NARROW
    if alone:
        return Arrangement(*(pane == name for name in PANES))
    wanted = width >= WIDE if entities is None else entities
    if width >= ENTITIES_BESIDE_TEXT or not wanted:
        return Arrangement(list=True, article=True, entities=wanted)
    return Arrangement(list=pane == "list", article=True, entities=pane != "list")
