"""The commands on a terminal: colours, widths, and nothing that a terminal obeys."""

from pathlib import Path

import pytest

from reader.cli.cells import width
from tests.terminal import Terminal


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"SEEDS_READER_HOME": str(tmp_path / "home")}


def ended(terminal: Terminal) -> str:
    with terminal:
        assert terminal.wait_exit() == 0
        return terminal.text


def test_lines_are_cut_to_the_width_of_the_terminal(
    program: list[str], home: dict[str, str]
) -> None:
    shown = ended(Terminal([*program, "list"], env=home, size=(60, 24)))
    lines = [line for line in shown.splitlines() if line]
    assert len(lines) == 6
    assert lines[0].split()[:2] == ["ID", "DATE"]
    assert any(line.endswith("…") for line in lines)
    assert max(map(width, lines)) <= 60


def test_a_terminal_that_cannot_draw_gets_one_line(
    program: list[str], home: dict[str, str]
) -> None:
    with Terminal(program, env={**home, "TERM": "dumb"}, size=(160, 24)) as terminal:
        assert terminal.wait_exit() == 2
        assert b"\x1b" not in terminal.written
        assert terminal.text.strip() == (
            "seeds-reader: reader: this terminal (TERM=dumb) cannot draw the reader "
            "(use seeds-reader list, search or show)"
        )


def test_colours_come_on_a_terminal_unless_they_are_not_wanted(
    program: list[str], home: dict[str, str]
) -> None:
    coloured = Terminal([*program, "search", "seoul"], env=home)
    ended(coloured)
    plain = Terminal([*program, "search", "seoul"], env={**home, "NO_COLOR": "1"})
    ended(plain)
    assert b"\x1b[1;33m" in coloured.written
    assert b"\x1b" not in plain.written


def test_no_text_of_an_article_drives_the_terminal(
    program: list[str], home: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    file = folder / "evil\x1b]0;name\x07.txt"
    file.write_text(
        "Seoul \x1b[2J\x1b]52;c;aGk=\x07 visit\u202e\x9b31m\n\nJapan\x1b[1;1H speaks.\n"
    )
    for command in (["list"], ["show", str(file)], ["search", "japan"], ["doctor"], ["entities"]):
        arguments = [*command, str(folder)]
        terminal = Terminal([*program, *arguments], env={**home, "NO_COLOR": "1"}, size=(120, 50))
        ended(terminal)
        assert b"\x1b" not in terminal.written
        assert b"\x07" not in terminal.written
        assert "\x9b" not in terminal.written.decode()
