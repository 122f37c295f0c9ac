"""The one line an error is told in: ``seeds-reader: what: why (what to do)``."""

import sys

FOUND, NOTHING, FAILED, INTERRUPTED = 0, 1, 2, 130
"""How a run ends: something found, nothing found, bad usage or unreadable input, ctrl+c."""


class CommandError(Exception):
    """What ends a command early; its text is ``what: why (what to do)``."""

    def __init__(self, message: str, status: int = FAILED) -> None:
        super().__init__(message)
        self.status = status


def tell(message: str) -> None:
    """Say what went wrong on standard error, on one line and with nothing a terminal obeys."""
    from reader.article import clean_line

    if sys.stderr is not None:
        print(f"seeds-reader: {clean_line(message)}", file=sys.stderr)
