import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from reader.state import SavedSearch, State, StateError
from reader.state.schema import MIGRATIONS


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "state.sqlite"


def test_marks_are_there_after_reopening(file: Path) -> None:
    with State.open(file) as state:
        state.mark_read("a")
        state.mark_read("b")
        state.mark_read("b", read=False)
        state.star("b")
        state.tag("b", "asia")
        state.tag("b", "visit")
        state.untag("b", "visit")
        state.save_position("a", 120)
        state.save_position("a", 240)
        state.save_search("visits", "thăm place:japan")
    with State.open(file) as state:
        assert state.read_keys() == {"a"}
        assert (state.is_read("a"), state.is_read("b")) == (True, False)
        assert (state.is_starred("a"), state.is_starred("b")) == (False, True)
        assert state.starred_keys() == {"b"}
        assert state.tags("b") == ["asia"]
        assert state.tagged_keys("asia") == {"b"}
        assert state.tag_counts() == {"asia": 1}
        assert state.position("a") == 240
        assert state.position("b") is None
        assert state.saved_searches() == [SavedSearch("visits", "thăm place:japan")]
        assert state.notices == ()


def test_highlights_keep_their_passage_and_note_in_the_order_of_the_text(file: Path) -> None:
    with State.open(file) as state:
        later = state.highlight("a", 50, 60, "the second", "why?")
        first = state.highlight("a", 5, 9, "this")
        state.note(first, "see 004")
        assert [(h.start, h.quote, h.note) for h in state.highlights("a")] == [
            (5, "this", "see 004"),
            (50, "the second", "why?"),
        ]
        state.remove_highlight(later)
        assert [h.id for h in state.all_highlights()] == [first]


def test_doing_a_thing_twice_or_undoing_nothing_is_fine(file: Path) -> None:
    with State.open(file) as state:
        for _ in range(2):
            state.mark_read("a")
            state.star("a")
            state.tag("a", "x")
        state.star("b", starred=False)
        state.untag("b", "x")
        state.forget_search("none")
        assert state.tags("a") == ["x"]


WRITER = """
import sys
from pathlib import Path
from reader.state import State
state = State.open(Path(sys.argv[1]))
for number in range(1_000_000):
    state.mark_read(f"k{number}")
    state.tag(f"k{number}", "seen")
    print(number, flush=True)
"""


def test_a_killed_reader_loses_nothing_it_had_written(file: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        written = [int(run.stdout.readline()) for _ in range(200)]
        run.send_signal(signal.SIGKILL)
    with State.open(file) as state:
        assert {f"k{number}" for number in written} <= state.read_keys() & state.tagged_keys("seen")
        assert state.notices == ()


def test_two_readers_write_at_once(file: Path) -> None:
    def write(name: str) -> None:
        with State.open(file) as state:
            for number in range(50):
                state.mark_read(f"{name}{number}")

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with State.open(file) as state:
        assert len(state.read_keys()) == 200


def test_one_state_serves_many_threads(file: Path) -> None:
    with State.open(file) as state:
        threads = [threading.Thread(target=state.mark_read, args=(str(n),)) for n in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(state.read_keys()) == 20


def test_a_file_that_is_no_database_is_set_aside_and_said_so(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"this is a letter to my aunt" * 100)
    with State.open(file) as state:
        state.mark_read("a")
        assert state.is_read("a")
        (notice,) = state.notices
    (aside,) = file.parent.glob("state-damaged-*.sqlite")
    assert aside.name in notice
    assert aside.read_bytes().startswith(b"this is a letter")
    with State.open(file) as state:
        assert state.is_read("a")
        assert state.notices == ()


def test_a_database_damaged_in_the_middle_gives_up_what_can_still_be_read(file: Path) -> None:
    with State.open(file) as state:
        for number in range(2000):
            state.mark_read(f"{number:016}")
        state.star("precious")
    damage_table(file, "read")
    with State.open(file) as state:
        state.mark_read("new")
        assert state.is_starred("precious")
        assert "new" in state.read_keys()
        assert "damaged" in state.notices[0]


def damage_table(file: Path, table: str) -> None:
    """Overwrite a table's root page in the file."""
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as raw:
        raw.seek((page - 1) * size)
        raw.write(b"\xff" * size)


def test_an_older_layout_is_brought_up_to_date_with_its_data(file: Path) -> None:
    for version in range(1, len(MIGRATIONS)):
        old = file.with_name(f"v{version}.sqlite")
        old.parent.mkdir(exist_ok=True)
        with closing(sqlite3.connect(old)) as connection:
            for statement in sum(MIGRATIONS[:version], ()):
                connection.execute(statement)
            connection.execute("INSERT INTO star (article) VALUES ('kept')")
            connection.execute(f"PRAGMA user_version = {version}")
            connection.commit()
        with State.open(old) as state:
            state.highlight("kept", 0, 3, "abc")
            assert state.is_starred("kept")


def test_a_newer_layout_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    with State.open(file) as state:
        state.mark_read("a")
        assert "newer" in state.notices[0]
    assert file.read_bytes() == before


def test_where_nothing_can_be_written_marks_last_for_the_run(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("")
    with State.open(blocker / "state.sqlite") as state:
        state.mark_read("a")
        assert state.is_read("a")
        assert "this run only" in state.notices[0]


def test_a_write_that_fails_says_why(file: Path) -> None:
    with State.open(file) as state, closing(sqlite3.connect(file)) as other:
        other.execute("DROP TABLE star")
        with pytest.raises(StateError, match="no such table"):
            state.star("a")


def test_what_is_noted_in_passing_fails_with_a_notice_and_once(file: Path) -> None:
    with State.open(file) as state, closing(sqlite3.connect(file)) as other:
        other.execute("DROP TABLE read")
        other.execute("DROP TABLE position")
        state.mark_read("a")
        state.mark_read("b")
        state.save_position("a", 7)
        assert len(state.notices) == 2
