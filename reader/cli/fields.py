"""The user's own names for the fields of records: from the configuration to who reads files."""

from reader.cli.errors import CommandError
from reader.folders import folders

FILE = "config.toml"
"""Kept beside ``reader.config.FILE``, which costs 20 ms to import where there is no such file."""


def take_up() -> None:
    """Let files be read with the names that ``[fields]`` of the configuration gives."""
    folder = folders().config
    if not (folder / FILE).exists():
        return
    from reader.config import ConfigError, read_config
    from reader.ingest.metadata import name_fields

    try:
        name_fields(read_config(folder).fields)
    except ConfigError as error:
        raise CommandError(str(error)) from error
    except ValueError as error:
        raise CommandError(f"{folder / FILE}: {error}") from error
