"""What is said of an engine that cannot be used."""

from importlib import import_module
from types import ModuleType


class EngineError(Exception):
    """An engine cannot be used; its text is ``what: why (what to do)``."""


def imported(package: str) -> ModuleType:
    """Import the package of an engine, which is also the name of the extra that brings it.

    Raises: EngineError where it is not installed, or breaks off.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        if error.name != package:
            raise EngineError(f"engine {package}: {error} ({_HINT.format(package)})") from error
        why = "the package is not installed"
        raise EngineError(f"engine {package}: {why} ({_HINT.format(package)})") from error
    except Exception as error:  # of others' code any may come, and none is to end in a traceback
        raise EngineError(f"engine {package}: {error} ({_HINT.format(package)})") from error


_HINT = "pip install 'seeds-reader[{}]'"
