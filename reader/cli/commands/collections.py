"""``collections``: the names that stand for several paths, kept in the configuration."""

import os
from argparse import Namespace

from reader.cli.errors import FOUND, NOTHING, CommandError, tell
from reader.cli.last import lasting
from reader.cli.output import Output
from reader.cli.table import Column
from reader.config import ConfigError, read_config, save_collection
from reader.folders import folders


def run(options: Namespace, output: Output) -> int:
    """Save, remove or list collections."""
    folder = folders().config
    name = (options.remove or options.name or "").removeprefix("@")
    try:
        if options.remove:
            return _remove(name)
        if options.members:
            save_collection(folder, name, [_member(path) for path in options.members])
        saved = read_config(folder).collections
    except ConfigError as error:
        raise CommandError(str(error)) from error
    shown = {key: saved[key] for key in sorted(saved) if not name or key == name}
    if not shown:
        tell(f"collections: {_nothing(name)}")
    records = ({"name": key, "paths": list(paths)} for key, paths in shown.items())
    return FOUND if output.table(records, COLUMNS) else NOTHING


def _remove(name: str) -> int:
    folder = folders().config
    if name not in read_config(folder).collections:
        raise CommandError(f"collections: {_nothing(name)}", NOTHING)
    save_collection(folder, name, [])
    return FOUND


def _member(path: str) -> str:
    member = lasting(path)
    if member == "-":
        raise CommandError("-: not a path (name what is to be saved)")
    if not os.path.isabs(member) or os.path.lexists(member):
        return member
    raise CommandError(f"{path}: no such file or folder (check the path)")


def _nothing(name: str) -> str:
    what = f"nothing is saved as {name}" if name else "nothing is saved yet"
    return f"{what} (seeds-reader collections NAME PATH … saves it)"


COLUMNS = (
    Column("NAME", lambda record: f"@{record['name']}", style="strong"),
    Column("PATHS", lambda record: "  ".join(record["paths"])),
)
