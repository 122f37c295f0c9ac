"""A terminal for tests: a program in a pseudo-terminal, and the screen it drew.

    with Terminal([sys.executable, "-m", "reader", "seeds"], size=(120, 40)) as terminal:
        terminal.wait_for("Japan")
        terminal.send("/kishida")
        terminal.wait_for(lambda screen: "4 of 14" in screen.text)

Nothing sleeps: ``wait_for`` reads what the program writes until the condition holds on the
screen, and fails with the screen in the message once the deadline has passed.
"""

import contextlib
import errno
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

DEADLINE_SECONDS = 20.0
"""How long a screen may take to come. Shorter would fail on a machine that is busy."""

TAKE_THE_TERMINAL = (
    "import fcntl, os, sys, termios; "
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execvp(sys.argv[1], sys.argv[1:])"
)
"""Run in the child: without a controlling terminal it would never hear of a new size."""


class Terminal:
    """A program running in a pseudo-terminal of ``size`` columns and rows."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
        cwd: Path | None = None,
    ) -> None:
        """Start ``argv``; ``env`` is added to the environment, an empty value removes a name."""
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        """All that the program has written, escape sequences included."""
        self._master, slave = pty.openpty()
        self._set_size(*size)
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", TAKE_THE_TERMINAL, *argv],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=_environment(env or {}),
            cwd=cwd,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.hang_up()

    @property
    def lines(self) -> list[str]:
        """The screen, one string a row, trailing spaces removed."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.lines)

    @property
    def screen(self) -> pyte.Screen:
        """The screen with the style of each cell: ``screen.buffer[row][column]``."""
        return self._screen

    def send(self, data: str | bytes) -> None:
        """Type ``data``: all of it arrives in one write."""
        os.write(self._master, data.encode() if isinstance(data, str) else data)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window a new size; the program gets SIGWINCH."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does. The program gets SIGHUP."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def wait_for(
        self, condition: "str | Callable[[Terminal], bool]", *, seconds: float = DEADLINE_SECONDS
    ) -> None:
        """Read until ``condition`` holds; a string must stand somewhere on the screen.

        Raises: AssertionError with the screen, when the deadline passes or the program ends.
        """
        holds = condition if callable(condition) else _shows(condition)
        deadline = time.monotonic() + seconds
        while not holds(self):
            if not self._read(deadline - time.monotonic()):
                raise AssertionError(f"waited for {condition!r} and got:\n{self.text}")

    def wait_exit(self, *, seconds: float = DEADLINE_SECONDS) -> int:
        """Read until the program has ended; return its exit status, negative for a signal."""
        deadline = time.monotonic() + seconds
        while self._read(deadline - time.monotonic()):
            pass
        return self.process.wait(max(0.1, deadline - time.monotonic()))

    def _read(self, seconds: float) -> bool:
        """Take what is there, waiting at most ``seconds``; tell whether there was anything."""
        if seconds <= 0 or not select.select([self._master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError as error:
            if error.errno != errno.EIO:  # Linux says so when the last writer has gone
                raise
            return False
        self.written += data
        self._stream.feed(data)
        return bool(data)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _shows(wanted: str) -> Callable[[Terminal], bool]:
    return lambda terminal: wanted in terminal.text


def _environment(changes: Mapping[str, str]) -> dict[str, str]:
    usual = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    unset = {"NO_COLOR": "", "COLUMNS": "", "LINES": ""}
    merged = {**os.environ, **usual, **unset, **changes}
    return {name: value for name, value in merged.items() if value}
