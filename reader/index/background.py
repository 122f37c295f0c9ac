"""Refreshing in another process, so that no keystroke waits for the interpreter.

The process is this program's own ``index`` command; it says how far it is, one JSON object a
line. When who started it ends without stopping it, it finishes its work alone.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from reader.index.refresh import Progress


class Refresher:
    """A refresh under way in another process."""

    def __init__(self, paths: Sequence[str]) -> None:
        command = [sys.executable, "-m", "reader", "index", "--json", "--", *paths]
        self._process = subprocess.Popen(
            ["nice", *command] if shutil.which("nice") else command,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert self._process.stdout is not None
        os.set_blocking(self._process.stdout.fileno(), False)
        self._unread = b""

    def poll(self) -> Progress | None:
        """Return the latest progress since the last call, None if there was none."""
        assert self._process.stdout is not None
        *lines, self._unread = (self._unread + (self._process.stdout.read() or b"")).split(b"\n")
        if not lines:
            return None
        said = json.loads(lines[-1])
        return Progress(**{name: said[name] for name in Progress._fields})

    @property
    def is_running(self) -> bool:
        """Tell whether the process is still at work."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End the process; the index keeps its last commit."""
        self._process.terminate()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
