"""What the user set: ``config.toml`` in the configuration folder.

    theme = "seeds-light"      # any theme that the palette lists
    width = 84                 # cells of the text column
    engine = "underthesea"     # recognises entities: own, underthesea, spacy:MODEL

    [keys]                     # action = key, or several keys parted by commas
    next-match = "ctrl+n"

    [fields]                   # a field = the name it has in your JSON and CSV files
    title = "hed"              # title, text, summary, date, source, author, link, lang, section
    text = "content.plain"     # inside another; several names are parted by commas

    [collections]              # name = the paths and addresses that @name stands for
    asia = ["~/news/asia", "https://example.org/asia.xml"]

Nothing here is needed; a missing file is an empty one.
"""

import json
import os
import re
from collections.abc import Mapping, Sequence
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
    fields: Mapping[str, str] = field(default_factory=dict)
    collections: Mapping[str, Sequence[str]] = field(default_factory=dict)
    engine: str | None = None


def read_config(folder: Path) -> Config:
    """Read the settings in ``folder``.

    Raises: ConfigError for a file that is no TOML, or holds an unknown or ill-typed setting.
    """
    file = folder / FILE
    settings = _parsed(file, _text(file))
    for name, value in settings.items():
        _check(file, name, value)
    return Config(**settings)


def save_collection(folder: Path, name: str, paths: Sequence[str]) -> None:
    """Write into the file what ``name`` stands for; of no paths, remove it.

    The file is the user's: all else in it stays as it is, comments too. Raises ConfigError where
    that can't be made sure of, with the line to write.
    """
    file = folder / FILE
    text = _text(file)
    wanted = _parsed(file, text)
    others = {key: value for key, value in wanted.get("collections", {}).items() if key != name}
    wanted["collections"] = {**others, name: list(paths)} if paths else others
    line = f"{_quoted(name)} = [{', '.join(map(_quoted, paths))}]"
    edited = _edited(text, name, line if paths else "")
    try:
        if {"collections": {}, **_parsed(file, edited)} != wanted:
            raise ConfigError("it means something else then")
        folder.mkdir(parents=True, exist_ok=True)
        _replace(Path(os.path.realpath(file)), edited)
    except (OSError, UnicodeEncodeError, ConfigError) as error:
        raise ConfigError(f"{file}: can't be changed (write in [collections]: {line})") from error


def _edited(text: str, name: str, line: str) -> str:
    """Return the file's text with a line in place of a collection's, or at the end of them all."""
    key = f"(?:{re.escape(name)}|{re.escape(_quoted(name))})"
    entry = re.compile(rf"^[ \t]*{key}[ \t]*=[ \t]*\[{_ITEMS}\][^\n]*\n?", re.M)
    header = re.search(r"^[ \t]*\[collections\][^\n]*\n?", text, re.M)
    if header is None:
        gap = "\n" if text and not text.endswith("\n") else ""
        return f"{text}{gap}\n[collections]\n{line}\n".lstrip("\n") if line else text
    before, section = text[: header.end()], text[header.end() :]
    start = "" if before.endswith("\n") else "\n"
    found = entry.search(section)
    if found is None:
        return f"{before}{start}{line}\n{section}"
    return before + section[: found.start()] + f"{line}\n" * bool(line) + section[found.end() :]


_ITEMS = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^"'\]])*"""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _replace(file: Path, text: str) -> None:
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: {error} (mend or move the file)") from error


def _parsed(file: Path, text: str) -> dict[str, Any]:
    if not text:
        return {}
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: {error} (mend or move the file)") from error


def _check(file: Path, name: str, value: Any) -> None:
    wanted = _KINDS.get(name)
    if wanted is None:
        there_are = "theme, width, engine, keys, fields and collections"
        raise ConfigError(f"{file}: no setting is called {name} (there are {there_are})")
    if not isinstance(value, wanted) or isinstance(value, bool):
        raise ConfigError(f"{file}: {name} is {value!r} (give it a {wanted.__name__})")
    if not all(map(_MEMBERS.get(name, bool), value.values() if isinstance(value, dict) else ())):
        raise ConfigError(f"{file}: {_HINTS[name]}")


def _is_list_of_paths(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(path, str) and path for path in value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_KINDS: dict[str, type] = {
    "theme": str, "width": int, "engine": str, "keys": dict, "fields": dict, "collections": dict,
}  # fmt: skip
_MEMBERS = {"keys": _is_text, "fields": _is_text, "collections": _is_list_of_paths}
_HINTS = {
    "keys": 'a key is no text (write it as next-match = "ctrl+n")',
    "fields": 'a field is no text (write it as title = "hed")',
    "collections": 'a collection is no list of paths (write it as asia = ["~/asia"])',
}
