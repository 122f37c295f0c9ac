"""Which files a folder's own ``.gitignore`` and ``.ignore`` leave out of the collection.

The patterns are those of git; ``.ignore`` goes before ``.gitignore``, and a folder's files before
those of the folders above it. pathspec reads them: the rules of slashes, ``**`` and ``!`` are more
than a few lines. It is imported only where there is such a file.
"""

import re
from pathlib import Path
from typing import Any, NamedTuple

from reader.ingest import IngestError
from reader.ingest.document import Document

FILES = (".ignore", ".gitignore")
"""The first decides."""


class Ignored(NamedTuple):
    """The patterns in force in a folder, the nearest first, each with the place it counts from."""

    patterns: tuple[tuple[str, Any], ...] = ()

    def inside(self, folder: str, place: str, names: set[str]) -> "Ignored":
        """Return what is in force in a folder at ``place`` that holds files of these names."""
        own = [_read(Path(folder, name)) for name in FILES if name in names]
        if not own:
            return self
        return Ignored((*((place, spec) for spec in own), *self.patterns))

    def holds(self, place: str) -> bool:
        """Tell whether what stands at ``place`` is left out; a folder's place ends with ``/``."""
        for start, spec in self.patterns:
            decision = spec.check_file(place[len(start) :]).include
            if decision is not None:
                return bool(decision)
        return False


def _read(path: Path) -> Any:
    from pathspec import GitIgnoreSpec

    try:
        lines = Document.of_file(path).text().text.splitlines()
    except IngestError:
        lines = []
    specs = (spec for line in lines if (spec := _pattern(line)) is not None)
    return GitIgnoreSpec([pattern for spec in specs for pattern in spec.patterns])


def _pattern(line: str) -> Any:
    """Return a line's pattern; None for one that is none, which git passes over too."""
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return None
