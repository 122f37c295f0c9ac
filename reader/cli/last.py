"""Which collection the reader opened last: ``-`` on the command line stands for it."""

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from reader.folders import folders

FILE = "last-collection.json"


def remember(paths: Sequence[str]) -> None:
    """Note what was opened, unless it was opened as the last one or nothing was named.

    Where the note can't be written the reader opens all the same.
    """
    if not paths or list(paths) == ["-"]:
        return
    file = _file()
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(json.dumps([lasting(path) for path in paths]), encoding="utf-8")
        new.replace(file)


def remembered() -> list[str]:
    """Return the paths of the collection opened last; none where there is no such note."""
    try:
        paths = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    is_sound = isinstance(paths, list) and all(isinstance(path, str) for path in paths)
    return [path for path in paths if path != "-"] if is_sound else []


def lasting(path: str) -> str:
    """Return a path so that it means the same from every folder."""
    if "://" in path or path == "-" or path.startswith("@"):
        return path
    return os.path.abspath(os.path.expanduser(path))


def _file() -> Path:
    return folders().data / FILE
