"""What the user set: ``config.toml`` in the configuration folder.

    theme = "seeds-light"      # any theme that the palette lists
    width = 84                 # cells of the text column

    [keys]                     # action = key, or several keys parted by commas
    next-match = "ctrl+n"

Nothing here is needed; a missing file is an empty one.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FILE = "config.toml"


class ConfigError(Exception):
    """The file cannot be understood; says which file, why, and what to do."""


@dataclass(frozen=True)
class Config:
    """The settings; None leaves a choice to the program. ``width`` is in cells."""

    theme: str | None = None
    width: int | None = None
    keys: Mapping[str, str] = field(default_factory=dict)


def read_config(folder: Path) -> Config:
    """Read the settings in ``folder``.

    Raises: ConfigError for a file that is no TOML, or holds an unknown or ill-typed setting.
    """
    file = folder / FILE
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{file}: {error} (mend or move the file)") from error
    for name, value in settings.items():
        _check(file, name, value)
    return Config(**settings)


def _check(file: Path, name: str, value: Any) -> None:
    wanted = {"theme": str, "width": int, "keys": dict}.get(name)
    if wanted is None:
        raise ConfigError(f"{file}: no setting is called {name} (there are theme, width and keys)")
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise ConfigError(f"{file}: {name} is {value!r} (give it a {wanted.__name__})")
    if isinstance(value, dict) and not all(isinstance(key, str) for key in value.values()):
        raise ConfigError(f'{file}: a key is no text (write it as next-match = "ctrl+n")')
