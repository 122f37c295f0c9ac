"""Recognisers by others, which may stand in the place of our tagger.

    text -> passages -> dates, gazetteer, cue rules -> tagger OR engine -> document -> linking

An engine gives spans and types; dates, ids and labels stay ours. Nothing is imported before an
engine is asked for by name, and nothing is downloaded: what is missing is told with the command
that installs it.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from reader.entities.engines.missing import EngineError

__all__ = ["OWN", "Engine", "EngineError", "Span", "identity", "load"]

OWN = "own"
"""The name of our tagger, which is no engine."""

Span = tuple[int, int, str]
"""Start, end and one of our types."""


class Engine(NamedTuple):
    """A recogniser that is ready: its language (None: any), and what finds the names of a text.

    One that ``overrules`` stands against what the rules are sure of, as our tagger does; another
    adds to it.
    """

    lang: str | None
    find: Callable[[str], Iterable[Span]]
    overrules: bool


def load(name: str) -> Engine | None:
    """Return the engine of a name: ``spacy:MODEL`` or ``underthesea``; of ``own``, None.

    Raises: EngineError for another name, and where the package or the model is not installed.
    """
    kind, _, model = name.partition(":")
    if name == OWN:
        return None
    if kind == "spacy":
        from reader.entities.engines import spacy

        return Engine(*spacy.load(model), overrules=True)
    if name == "underthesea":
        from reader.entities.engines import underthesea

        return Engine("vi", underthesea.load(), overrules=False)
    raise EngineError(f"engine {name}: there is none (use own, spacy:MODEL or underthesea)")


def identity(name: str) -> str:
    """Return the name with the versions that are installed, since others recognise otherwise."""
    if name == OWN:
        return name
    from importlib import metadata

    versions = []
    for part in name.split(":"):
        try:
            versions.append(metadata.version(part))
        except (metadata.PackageNotFoundError, ValueError):
            versions.append("-")
    return " ".join((name, *versions))
