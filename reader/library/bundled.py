"""Where the articles that come with the program are."""

from pathlib import Path

import reader


def bundled_seeds() -> Path:
    """Return the folder of the bundled collection: in the package, or beside it in a checkout."""
    package = Path(reader.__file__).parent
    installed = package / "seeds"
    return installed if installed.is_dir() else package.parent / "seeds"
