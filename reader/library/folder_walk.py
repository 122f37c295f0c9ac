"""Which files a collection's paths stand for, and what each is called in it.

A folder is walked with its subfolders, in the order of names, without what is hidden or ignored
and without corrections of entities; a link to a folder already on the way down is a loop and not
followed. A file's place is its path below the path that was named, so that it stays the same on
another machine:

    asia/                named        place
      visit.txt                       visit.txt
      2023/talks.txt                  2023/talks.txt
    notes/visit.txt      named too    asia/visit.txt, notes/visit.txt (they would clash)
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.library.ignored import Ignored

CORRECTIONS = "entities.toml"
"""Kept beside ``reader.entities.corrections.FILE``, which is a layer further up."""


class Found(NamedTuple):
    """A file of the collection, or with ``why`` one that can't be looked into."""

    place: str
    path: str
    why: str = ""


def walk(roots: Sequence[str]) -> Iterator[Found]:
    """Yield the files under ``roots``, each once, with places that no two share."""
    if len(roots) == 1:
        yield from _below(roots[0])
        return
    files = [(root, found) for root in roots for found in _below(root)]
    uses = Counter({place: len(set(paths)) for place, paths in _paths(files).items()})
    clashing = {root for root, found in files if uses[found.place] > 1}
    names = _root_names(sorted(clashing))
    seen = set()
    for root, found in files:
        real = os.path.realpath(found.path)
        if real in seen:
            continue
        seen.add(real)
        yield found._replace(place=_join(names.get(root, ""), found.place, root))


def _paths(files: list[tuple[str, Found]]) -> dict[str, list[str]]:
    paths: dict[str, list[str]] = {}
    for _, found in files:
        paths.setdefault(found.place, []).append(os.path.realpath(found.path))
    return paths


def _join(name: str, place: str, root: str) -> str:
    if not name:
        return place
    return f"{name}/{place}" if os.path.isdir(root) else name


def _root_names(roots: list[str]) -> dict[str, str]:
    """Return for each root the shortest end of its path that no other root has."""
    parts = {root: Path(os.path.abspath(root)).parts for root in roots}
    names = {}
    for root, own in parts.items():
        others = [other for other in roots if parts[other] != own]
        length = 2 if os.path.isfile(root) else 1
        while length < len(own) and any(parts[o][-length:] == own[-length:] for o in others):
            length += 1
        names[root] = _printable("/".join(own[-length:]).lstrip("/"))
    return names


def _below(root: str) -> Iterator[Found]:
    if os.path.isdir(root):
        yield from _in_folder(root, "", (os.path.realpath(root),), Ignored())
    else:
        yield Found(_printable(os.path.basename(root)), root)


def _in_folder(
    folder: str, place: str, above: tuple[str, ...], ignored: Ignored
) -> Iterator[Found]:
    """Yield the files below a folder; ``above`` are the real paths of it and its parents."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Found(place or ".", folder, f"folder can't be opened: {error.strerror}")
        return
    ignored = ignored.inside(folder, place, {entry.name for entry in entries})
    for entry in entries:
        if entry.name.startswith(".") or entry.name == CORRECTIONS:
            continue
        below = place + _printable(entry.name)
        is_folder = _is_folder(entry)
        if ignored.holds(below + "/" * is_folder):
            continue
        if not is_folder:
            yield Found(below, entry.path)
            continue
        real = os.path.realpath(entry.path)
        if real not in above:
            yield from _in_folder(entry.path, below + "/", (*above, real), ignored)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _printable(name: str) -> str:
    """Return a file's name without the surrogates that stand for undecodable bytes."""
    return name.encode("utf-8", "replace").decode("utf-8")
