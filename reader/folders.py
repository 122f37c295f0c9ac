"""Where the program keeps its files: the index, the reader's own data, the configuration.

The three are apart so that rebuilding one cannot touch another. ``SEEDS_READER_HOME`` puts all of
them under one folder, for tests, portable sticks and shared machines.
"""

import os
from pathlib import Path
from typing import NamedTuple

APP = "seeds-reader"


class Folders(NamedTuple):
    """The folders of one user. They need not exist yet."""

    cache: Path
    data: Path
    config: Path


def folders() -> Folders:
    """Return the folders the environment names, by the platform's conventions."""
    home = os.environ.get("SEEDS_READER_HOME")
    if home:
        root = Path(home).expanduser()
        return Folders(root / "cache", root / "data", root / "config")
    import platformdirs

    return Folders(
        platformdirs.user_cache_path(APP),
        platformdirs.user_data_path(APP),
        platformdirs.user_config_path(APP),
    )
