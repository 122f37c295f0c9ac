"""Two articles side by side, with what both name marked and nothing else."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.reactive import reactive
from textual.screen import Screen

from reader.article import Article
from reader.entities import Mention
from reader.ui.article_pane import ArticlePane
from reader.ui.key_hints import KeyHints
from reader.ui.page import Page
from reader.ui.status_line import StatusLine
from reader.ui.wording import SEPARATOR, article_line, count

STACKED = 100
"""Below so many cells the articles stand one above the other: side by side, each column would
have less than the 45 cells under which lines read badly."""


class Side(NamedTuple):
    """One of the two articles, with its mentions."""

    article: Article
    mentions: Sequence[Mention]


class Compare(Screen[None]):
    """Shows two articles; ``]`` walks what they share, and both sides follow."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right_square_bracket", "shared(1)", "Next shared", key_display="]"),
        Binding(
            "left_square_bracket", "shared(-1)", "Previous shared", key_display="[", show=False
        ),
        Binding("tab,l,right,shift+tab,h,left", "other_side", "Other side", key_display="tab"),
        Binding("t", "toggle_together", "Scroll together or apart"),
        Binding("escape,q", "dismiss", "Back"),
    ]
    DEFAULT_CSS = """
    Compare { background: $background; }
    Compare #sides { height: 1fr; }
    Compare.-stacked #sides { layout: vertical; }
    Compare ArticlePane {
        width: 1fr;
        height: 1fr;
        border: round $border-blurred;
        border-title-color: $quiet;
        &:focus { border: round $primary; border-title-color: $primary; }
    }
    """

    together: reactive[bool] = reactive(False)

    def __init__(self, left: Side, right: Side) -> None:
        super().__init__()
        self._sides = (left, right)
        self._panes = (ArticlePane(id="left"), ArticlePane(id="right"))
        self._status = StatusLine()
        both = _entities(left) & _entities(right)
        self._marked = [[m for m in side.mentions if m.entity in both] for side in self._sides]
        self._shared = list(dict.fromkeys(m.entity for m in self._marked[0]))
        self._at = -1
        self._is_aligned = False

    def compose(self) -> ComposeResult:
        """Lay the articles side by side over the status."""
        with Horizontal(id="sides"):
            yield from self._panes
        yield self._status
        yield KeyHints()

    def on_mount(self) -> None:
        """Show both from the top, what they share marked."""
        for pane, side, marked in zip(self._panes, self._sides, self._marked, strict=True):
            pane.border_title = Content(side.article.title)
            pane.show(Page(side.article, article_line(side.article)))
            pane.set_mentions(marked)
            self.watch(pane, "progress", self._follow, init=False)
        self._panes[0].focus()
        self._status.facts = (f"{count(len(self._shared), 'shared name')}",)

    def on_resize(self, event: Resize) -> None:
        """Put one above the other where the columns would be too narrow."""
        self.set_class(event.size.width < STACKED, "-stacked")

    def action_other_side(self) -> None:
        """Move to the other article."""
        left, right = self._panes
        (left if right.has_focus else right).focus()

    def action_toggle_together(self) -> None:
        """Scroll both with one key, or each by itself."""
        self.together = not self.together
        self._status.note = "Scrolling together" if self.together else "Scrolling apart"

    def action_shared(self, step: int) -> None:
        """Show the next or previous shared name at its first mention on both sides."""
        if not self._shared:
            return
        self._at = (max(self._at, 0 if step < 0 else -1) + step) % len(self._shared)
        entity, said = self._shared[self._at], []
        self._align(True)
        for pane, marked in zip(self._panes, self._marked, strict=True):
            first = next(index for index, m in enumerate(marked) if m.entity == entity)
            pane.current_mention = first
            pane.go_to(marked[first].start)
            said.append(marked[first].text)
        self.call_after_refresh(self._align, False)
        names = dict.fromkeys((*said, marked[first].label or ""))
        self._status.note = SEPARATOR.join(name for name in names if name)
        self._status.facts = (f"shared name {self._at + 1} of {len(self._shared)}",)

    def _align(self, is_aligned: bool) -> None:
        self._is_aligned = is_aligned

    @property
    def _leader(self) -> ArticlePane:
        left, right = self._panes
        return left if left.has_focus else right

    def _follow(self) -> None:
        """Scroll the other side as far, but leave both where they show the same name."""
        if not self.together or self._is_aligned:
            return
        leader = self._leader
        follower = self._panes[leader is self._panes[0]]
        if leader.max_scroll_y:
            share = leader.scroll_offset.y / leader.max_scroll_y
            follower.scroll_to(y=round(share * follower.max_scroll_y), animate=False)


def _entities(side: Side) -> set[str]:
    return {m.entity for m in side.mentions if m.entity and m.type != "DATE"}
