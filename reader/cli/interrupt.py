"""Ctrl+c while the program is still starting: it leaves without a word.

There is nothing to clean up yet, and an exception out of an import, or out of ``argparse``, would
be told as a traceback, or as another error altogether.
"""

import os
import signal


def _leave(number: int, frame: object) -> None:
    os._exit(128 + number)


class _AtOnce:
    """Lets ctrl+c end the process within the block, where it would have raised an exception."""

    def __enter__(self) -> None:
        self._is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        try:
            self._take(_leave)
        except ValueError:  # not the main thread, which alone hears of it
            self._is_ours = False

    def __exit__(self, *raised: object) -> None:
        self._take(signal.default_int_handler)

    def _take(self, handler: "signal._HANDLER") -> None:
        if self._is_ours:
            signal.signal(signal.SIGINT, handler)


leaving_at_once = _AtOnce()
