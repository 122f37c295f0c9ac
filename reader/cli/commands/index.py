"""``index``: reads what is new or changed in a large collection, and says how far it is."""

import sys
import time
from argparse import Namespace
from collections.abc import Callable, Sequence

from reader.cli.errors import FOUND, CommandError, tell
from reader.cli.output import Output
from reader.index.refresh import IndexBusyError, Progress, is_current, refresh
from reader.library import Library, LibraryError
from reader.library.shelf import Shelf

BAR = 24
"""Cells of the progress bar: it and the figures beside it fit into any terminal."""

REDRAW_SECONDS = 0.1


def run(options: Namespace, output: Output) -> int:
    """Refresh the index; with ``--json``, one object for each step forward."""
    try:
        library = Library.open(options.paths)
    except LibraryError as error:
        raise CommandError(str(error)) from error
    if not isinstance(library, Shelf):
        progress = Progress(len(library), len(library), len(library), is_done=True)
    else:
        step = _json_step(output) if output.as_json else _bar()
        progress = _refreshed(library, options.paths, step)
    if output.as_json:
        output.json(progress._asdict())
    else:
        output.line(f"{len(library):,} articles, {progress.articles:,} of them read now")
    return FOUND


def bring_up_to_date(library: Library, paths: Sequence[str], *, whole: bool) -> None:
    """Refresh a large collection before it is used, if it changed since it was last read."""
    if not isinstance(library, Shelf):
        return
    if whole and not (library.is_complete and is_current(library.folder, library.roots)):
        _refreshed(library, paths, _bar())
    elif not whole and not len(library):
        _refreshed(library, paths, _bar(), until=lambda progress: progress.articles > 0)


def _refreshed(
    library: Shelf,
    paths: Sequence[str],
    step: Callable[[Progress], None],
    until: Callable[[Progress], bool] = lambda progress: False,
) -> Progress:
    try:
        return refresh(library.folder, paths, step, until)
    except IndexBusyError:
        tell("index: another process is at work on it; showing what is there")
        return Progress(0, 0, 0, is_done=True)


def _json_step(output: Output) -> Callable[[Progress], None]:
    told = 0.0

    def step(progress: Progress) -> None:
        nonlocal told
        if time.monotonic() - told >= REDRAW_SECONDS:
            told = time.monotonic()
            output.json(progress._asdict())
            output.stream.flush()

    return step


def _bar() -> Callable[[Progress], None]:
    """Return what draws a bar on a terminal's last line, and elsewhere nothing."""
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda progress: None
    drawn = 0.0

    def step(progress: Progress) -> None:
        nonlocal drawn
        now = time.monotonic()
        if now - drawn < REDRAW_SECONDS and not progress.is_done:
            return
        drawn = now
        sys.stderr.write("\r\x1b[K" if progress.is_done else f"\r{_drawn(progress)}")
        sys.stderr.flush()

    return step


def _drawn(progress: Progress) -> str:
    share = progress.files / max(progress.of_files, 1)
    full = round(share * BAR)
    bar = "█" * full + "░" * (BAR - full)
    return f"{bar} {share:4.0%}  {progress.articles:,} articles"
