"""Libraries that only some formats need, and what to say where one is missing."""

from importlib import import_module
from typing import Any

from reader.ingest.document import IngestError


def extra(module: str, name: str, what: str) -> Any:
    """Import a library of the extra ``name``. Raises IngestError with the command that adds it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise IngestError(
            f"{what} need {module} (run: pip install 'seeds-reader[{name}]')"
        ) from error
