"""What the program does not load before its first screen is painted."""

import subprocess
import sys
from pathlib import Path

PROBE = """
import sys
from pathlib import Path

from reader.entities import Catalogue
from reader.library import Library
from reader.state import State
from reader.ui import app
from reader.ui.app import SeedsReader
from reader.ui.desk import Desk

LATER = (
    "reader.search", "reader.index", "tantivy", "rapidfuzz", "pycrfsuite", "tomllib",
    "reader.entities.gazetteer", "reader.entities.tagger",
    "reader.ui.visits", "reader.ui.help", "reader.ui.compare",
)


class Probe(SeedsReader):
    CSS_PATH = Path(app.__file__).with_name("reader.tcss")

    def on_ready(self):
        self.loaded = [name for name in LATER if name in sys.modules]
        self.exit()


def no_searcher():
    raise AssertionError("nobody has searched")


with State.open(Path(sys.argv[1])) as state:
    probe = Probe(Desk(Library.open([]), state, Catalogue(), no_searcher))
    probe.run(headless=True)
print(*probe.loaded)
"""


def test_nothing_that_the_first_screen_does_not_need_is_loaded_for_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROBE, str(tmp_path / "state.sqlite")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
