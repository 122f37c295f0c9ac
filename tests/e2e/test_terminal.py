import sys

import pytest

from tests.terminal import Terminal

ECHO = """
import os, shutil, signal, sys, tty
tty.setraw(0)
signal.signal(signal.SIGWINCH, lambda *_: print("size", *shutil.get_terminal_size(), flush=True))
print("ready", *shutil.get_terminal_size(), flush=True)
while (data := os.read(0, 100)) != b"q":
    print(data, end="\\r\\n", flush=True)
sys.exit(3)
"""


def test_a_program_gets_its_size_its_keys_and_a_new_size() -> None:
    with Terminal([sys.executable, "-c", ECHO], size=(60, 10)) as terminal:
        terminal.wait_for("ready 60 10")
        terminal.send("ạ\x7f")
        terminal.wait_for(r"b'\xe1\xba\xa1\x7f'")
        terminal.resize(40, 12)
        terminal.wait_for("size 40 12")
        terminal.send("q")
        assert terminal.wait_exit() == 3


def test_a_screen_that_never_comes_fails_with_what_is_there() -> None:
    with (
        Terminal([sys.executable, "-c", "print('other')"]) as terminal,
        pytest.raises(AssertionError, match="other"),
    ):
        terminal.wait_for("wanted")
