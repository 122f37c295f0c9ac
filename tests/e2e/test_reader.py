"""The reader as a person meets it: the program in a terminal, keys in, a screen out."""

import re
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.state import FILE, State
from tests.terminal import Terminal

HEADLINE = "Facing new challenges"
LEFT = b"\x1b[?1049l"
MOUSE_OFF = b"\x1b[?1000l"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"SEEDS_READER_HOME": str(tmp_path / "home")}


def opened(
    program: list[str], env: Mapping[str, str], size: tuple[int, int] = (120, 34)
) -> Terminal:
    terminal = Terminal(program, env=env, size=size)
    terminal.wait_for(HEADLINE)
    return terminal


def test_it_opens_the_articles_searches_as_one_types_and_quits(
    program: list[str], home: dict[str, str]
) -> None:
    with opened(program, home) as terminal:
        terminal.wait_for("5 articles")
        terminal.send("/kisida")
        terminal.wait_for("2 of 5")
        terminal.wait_for(lambda screen: "Kishida" in screen.text)
        terminal.send("\x1b")
        terminal.wait_for("5 articles")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        assert LEFT in terminal.written
        assert MOUSE_OFF in terminal.written


def test_what_was_read_is_remembered(program: list[str], home: dict[str, str]) -> None:
    with opened(program, home) as terminal:
        terminal.send("\r")
        terminal.wait_for("Read on")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    with State.open(Path(home["SEEDS_READER_HOME"], "data", FILE)) as state:
        assert len(state.read_keys()) == 1
        assert state.notices == ()


def test_a_damaged_file_of_marks_is_said_and_opens_all_the_same(
    program: list[str], home: dict[str, str]
) -> None:
    file = Path(home["SEEDS_READER_HOME"], "data", FILE)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"this is no database" * 100)
    with opened(program, home) as terminal:
        terminal.wait_for("was damaged")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        assert b"seeds-reader: state.sqlite was damaged" in terminal.written


def test_without_colour_all_is_grey_and_nothing_is_missing(
    program: list[str], home: dict[str, str]
) -> None:
    with opened(program, {**home, "NO_COLOR": "1"}) as terminal:
        terminal.wait_for("People")
        colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.written)
        assert all(len(set(colour)) == 1 for colour in colours)
        assert not re.findall(rb"\x1b\[(?:\d+;)*[349][1-7]m", terminal.written)


def test_forty_columns_show_one_pane_at_a_time(program: list[str], home: dict[str, str]) -> None:
    with Terminal(program, env=home, size=(40, 20)) as terminal:
        terminal.wait_for("5 articles")
        assert "title derived" not in terminal.text
        terminal.send("\r")
        terminal.wait_for(lambda screen: "5 articles" not in screen.text)
        assert "Koizumi khẳng" in terminal.text


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_to_end_leaves_the_terminal_as_it_was(
    name: str, program: list[str], home: dict[str, str]
) -> None:
    number = signal.Signals[name]
    with opened(program, home) as terminal:
        terminal.process.send_signal(number)
        assert terminal.wait_exit() in (128 + number, -number)
        tail = terminal.written[terminal.written.rindex(LEFT) - 200 :]
        assert MOUSE_OFF in tail


def test_it_draws_where_standard_error_goes_elsewhere(
    program: list[str], home: dict[str, str]
) -> None:
    with Terminal(["sh", "-c", 'exec "$@" 2>/dev/null', "sh", *program], env=home) as terminal:
        terminal.wait_for("5 articles")


def test_bytes_that_are_no_text_do_not_end_it(program: list[str], home: dict[str, str]) -> None:
    with opened(program, home) as terminal:
        terminal.send(b"/\xff\xc3kisida\xf0")
        terminal.wait_for("2 of 5")
        terminal.send(b"\x1b")
        terminal.wait_for("5 articles")
        terminal.send("q")
        assert terminal.wait_exit() == 0


def test_it_ends_when_its_terminal_is_closed(program: list[str], home: dict[str, str]) -> None:
    with opened(program, home) as terminal:
        terminal.hang_up()
        assert terminal.process.wait(timeout=20) in (129, -1)


def test_a_mended_name_is_written_down_and_stays_mended(
    program: list[str], home: dict[str, str]
) -> None:
    def dates(terminal: Terminal) -> int:
        """Wait until the dates of the article are marked, and return how many there are."""
        terminal.wait_for(lambda screen: re.search(r"4 Dates [1-9]", screen.text))
        return int(re.findall(r"4 Dates (\d+)", terminal.text)[0])

    with opened(program, home) as terminal:
        before = dates(terminal)
        terminal.send("l]")
        terminal.wait_for("Ngày 18/11 · ")
        terminal.send("m")
        terminal.wait_for("Not an entity")
        terminal.send("x\r")
        terminal.wait_for("U undoes it")
        assert dates(terminal) == before - 1
        terminal.send("q")
        assert terminal.wait_exit() == 0
    with opened(program, home) as terminal:
        assert dates(terminal) == before - 1
    written = Path(home["SEEDS_READER_HOME"], "config", "entities.toml").read_text("utf-8")
    assert written.count('{ reject = "Ngày 18/11" },') == 1
