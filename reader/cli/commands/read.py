"""The reader itself: opened where there is a terminal to draw on and keys to hear."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.cli import collection
from reader.cli.errors import CommandError, tell
from reader.cli.last import remember
from reader.cli.output import Output
from reader.config import ConfigError, read_config
from reader.folders import folders
from reader.library.bundled import bundled_seeds
from reader.state import FILE, State

if TYPE_CHECKING:
    from reader.entities.corrections.session import Mending


def run(options: Namespace, output: Output) -> int:
    """Open the reader and return its exit status."""
    for name, stream in (("input", sys.stdin), ("output", sys.stdout)):
        if stream is None or not stream.isatty():
            hint = "run it in a terminal, or use seeds-reader list, search or show"
            raise CommandError(f"reader: standard {name} is not a terminal ({hint})")
    if os.environ.get("TERM") == "dumb":
        hint = "use seeds-reader list, search or show"
        raise CommandError(f"reader: this terminal (TERM=dumb) cannot draw the reader ({hint})")
    from reader.ui import run as run_reader

    try:
        config = read_config(folders().config)
    except ConfigError as error:
        raise CommandError(str(error)) from error
    with (
        collection.opened(options.paths, whole=False) as library,
        collection.refreshed_behind(library, options.paths) as refresher,
        State.open(folders().data / FILE) as state,
    ):
        remember(getattr(options, "named", options.paths))
        status = run_reader(library, state, config, partial(_mending, options.paths), refresher)
        for notice in state.notices:  # the screen is gone, and with it what it said
            tell(notice)
    return status


def _mending(paths: Sequence[str]) -> "Mending":
    from reader.entities.corrections import places
    from reader.entities.corrections.session import Mending

    return Mending(places(paths or [bundled_seeds()], folders().config))
