"""The status line: where one is, and the last thing that was done, in words."""

from textual.content import Content
from textual.reactive import reactive

from reader.ui.one_line import OneLine, Part


class StatusLine(OneLine):
    """Shows standing facts, and a passing note before them until the next key."""

    DEFAULT_CSS = "StatusLine { color: $quiet; padding: 0 1; background: $surface; }"

    facts: reactive[tuple[str, ...]] = reactive(())
    note: reactive[str] = reactive("")

    def parts(self) -> list[Part]:
        """Return the note, then the facts."""
        note = [Part(Content.styled(self.note, "$accent"))] if self.note else []
        return note + [Part(Content(fact)) for fact in self.facts if fact]
