"""The application: themes, the palette, and a clean end whatever ends it."""

import asyncio
import gc
import signal
from collections.abc import Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from reader.config import Config
from reader.entities.engines import OWN
from reader.ui.desk import Desk
from reader.ui.reading import ReadingScreen
from reader.ui.terminal import TerminalDriver
from reader.ui.themes import DARK, LIGHT, THEMES, variable_defaults

if TYPE_CHECKING:
    from reader.index.background import Refresher

DEFAULTS = Config()

INTERRUPTED = 130
"""Exit status after ctrl+c: 128 and the number of SIGINT."""


class SeedsReader(App[int]):
    """Shows the reading screen over a desk."""

    TITLE = "seeds-reader"
    CSS_PATH = "reader.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "switch_theme", "Theme", show=False, id="theme"),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, id="suspend"),
        Binding("ctrl+q", "quit", "Quit", show=False, id="quit-now"),
        Binding("ctrl+c", "interrupt", "Quit", show=False, id="interrupt"),
    ]

    theme: Reactive[str] = Reactive(DARK)  # another, set later, would make all styles anew

    def __init__(
        self,
        desk: Desk,
        config: Config = DEFAULTS,
        *,
        refresher: "Refresher | None" = None,
        recognise: bool = True,
    ) -> None:
        super().__init__(driver_class=TerminalDriver)
        if config.theme in self.available_themes:
            self.theme = config.theme
        self.set_keymap(dict(config.keys))
        engine = config.engine or OWN
        self._reading = ReadingScreen(
            desk, width=config.width, refresher=refresher, engine=engine if recognise else None
        )

    @cached_property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and ours; asked for with each line that is drawn."""
        return {theme.name: theme for theme in (*BUILTIN_THEMES.values(), *THEMES)}

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give entities and matches colours in themes that are not ours."""
        return variable_defaults(dark=self.current_theme.dark)

    def get_default_screen(self) -> Screen[None]:
        """Return the reading screen."""
        return self._reading

    def on_mount(self) -> None:
        """End cleanly when the terminal or the system asks for it."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            if hasattr(signal, name):
                number = getattr(signal, name)
                loop.add_signal_handler(number, self._end, 128 + number)

    def on_ready(self) -> None:
        """Collect garbage again, now that the first screen is painted.

        What was made on the way there lives as long as the program; each look through it for
        garbage would hold up a keystroke for some 30 ms.
        """
        gc.freeze()
        gc.enable()

    def _end(self, status: int) -> None:
        self.exit(return_code=status)

    def action_interrupt(self) -> None:
        """Leave as any program does that ctrl+c interrupts."""
        self.exit(return_code=INTERRUPTED)

    def action_switch_theme(self) -> None:
        """Change between the light and the dark theme."""
        self.theme = LIGHT if self.current_theme.dark else DARK

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer everything that has a key on ``screen``, and the themes."""
        offered: dict[str, SystemCommand] = {}
        for bindings in screen._bindings.key_to_bindings.values():
            for binding in bindings:
                run = partial(screen.run_action, binding.action)
                says = f"Key {self.get_key_display(binding)}"
                offered.setdefault(
                    binding.description, SystemCommand(binding.description, says, run)
                )
        yield from offered.values()
        yield SystemCommand("Light or dark", "Key ctrl+t", self.action_switch_theme)
        yield SystemCommand("Theme", "Choose among all themes", self.action_change_theme)
