"""The terminal: survives bytes that are not text, and ends when the terminal is gone.

Textual's own driver decodes input strictly, so that one stray byte ends the program with a
traceback, and it waits for ever on a terminal that was closed.
"""

import io
import os
import selectors
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

CHUNK = 4096
"""Bytes read at once. A burst that an input method sends must arrive in one read, and is short."""

TICK_SECONDS = 0.1
"""How long to wait for input before an unfinished escape sequence is given up."""

HANGUP = 129
"""Exit status of a program whose terminal was closed: 128 and the number of SIGHUP."""


class _LastingOutput(io.FileIO):
    """A descriptor whose loss is no error.

    Textual's writing thread would end with it, and the program wait for that thread for ever.
    """

    def write(self, data: "ReadableBuffer") -> int:
        """Write ``data``, or nowhere if there is no terminal any more."""
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, sturdier where the terminal is not.

    It draws on standard error, as Textual's does, so that standard output may be redirected; where
    standard error is what was redirected (``2>log``) it draws on standard output.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        descriptor = next((fd for fd in (2, 1) if os.isatty(fd)), 2)
        raw = io.BufferedWriter(_LastingOutput(descriptor, "wb", closefd=False))
        self._file = io.TextIOWrapper(raw, encoding="utf-8", errors="replace")

    def run_input_thread(self) -> None:
        """Turn input into events until the driver stops or the terminal goes away."""
        parser = XTermParser(self._debug)
        decoder = getincrementaldecoder("utf-8")("replace")
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(TICK_SECONDS):
                    data = self._read()
                    if not data:
                        self._app.call_later(self._app.exit, return_code=HANGUP)
                        return
                    for event in parser.feed(decoder.decode(data)):
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)
        try:
            for event in parser.feed(""):
                self.process_message(event)
        except (EOFError, ParseError):
            return  # the end of input inside an escape sequence: nothing is lost by leaving it

    def _read(self) -> bytes:
        """Return what was typed, empty if there is no terminal any more."""
        try:
            return os.read(self.fileno, CHUNK)
        except OSError:
            return b""
