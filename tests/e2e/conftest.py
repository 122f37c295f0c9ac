import sys
from pathlib import Path

import pytest


@pytest.fixture
def program() -> list[str]:
    """The program as a person starts it; as a module where it isn't installed."""
    installed = Path(sys.executable).with_name("seeds-reader")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "reader"]
