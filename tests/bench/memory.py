"""How much memory search takes, besides mapped files: run in a process of its own.

python -m tests.bench.memory INDEX      prints bytes: before, after every keystroke
"""

import sys
from pathlib import Path


def anonymous_bytes() -> int:
    """Return the memory of this process that no file backs."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024
    return 0


def main(folder: str) -> None:
    """Answer every keystroke, and print the memory before and after."""
    before = anonymous_bytes()
    from reader.index import Index
    from tests.bench.engines import reader
    from tests.bench.keystrokes import keystrokes

    answer = reader(Index.open(Path(folder)))
    for text in keystrokes():
        answer(text)
    print(before, anonymous_bytes())


if __name__ == "__main__":
    main(sys.argv[1])
