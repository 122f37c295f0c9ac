"""The terminal's input: survives bytes that are not text, and ends when the terminal is gone.

Textual's own driver decodes input strictly, so that one stray byte ends the program with a
traceback, and it waits for ever on a terminal that was closed.
"""

import os
import selectors
from codecs import getincrementaldecoder

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

CHUNK = 4096
"""Bytes read at once. A burst that an input method sends must arrive in one read, and is short."""

TICK_SECONDS = 0.1
"""How long to wait for input before an unfinished escape sequence is given up."""

HANGUP = 129
"""Exit status of a program whose terminal was closed: 128 and the number of SIGHUP."""


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS with a sturdier input thread."""

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
