"""Runs the command line for as long as the process that started it lives.

A process that works for another hears of its end only when it next reads or writes; the text it
has in hand, which may take minutes, would be worked through for nobody:

    python -m reader.cli.tied annotate --jsonl -
"""

import os
import sys
import threading
import time

from reader.cli import main

TICK_SECONDS = 1.0
"""How long the work goes on without anyone to do it for. Shorter would wake an idle machine."""


def tie() -> None:
    """End this process soon after its parent has ended, in whatever way."""
    threading.Thread(target=_follow, args=(os.getppid(),), daemon=True).start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(TICK_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    tie()
    sys.exit(main())
