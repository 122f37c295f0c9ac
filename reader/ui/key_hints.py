"""The footer: the keys of the focused pane, as far as they fit."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from reader.ui.one_line import OneLine, Part


class KeyHints(OneLine):
    """Shows the bindings that want to be shown, those of the focused pane first."""

    DEFAULT_CSS = "KeyHints { color: $quiet; padding: 0 1; background: $surface; }"

    _shown: Sequence[Part] = ()

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._show_again)

    def _show_again(self, _screen: Screen[object]) -> None:
        parts = self.parts()
        if parts != self._shown:
            self._shown = parts
            self.refresh()

    def parts(self) -> list[Part]:
        """Return a part for each binding, keys of one action together."""
        keys: dict[str, list[Binding]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            if binding.show and enabled:
                keys.setdefault(binding.action, []).append(binding)
        return [self._part(bindings) for bindings in keys.values()]

    def _part(self, bindings: list[Binding]) -> Part:
        binding = bindings[0]
        key = binding.key_display or self.app.get_key_display(binding)
        content = Content.assemble((key, "$footer-key-foreground"), f" {binding.description}")
        return Part(content, f"app.simulate_key({binding.key!r})")
