import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))


def test_json_is_utf8_whatever_the_locale(program: list[str]) -> None:
    env = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    run = subprocess.run([*program, "list", "--json"], env=env, capture_output=True, check=True)
    titles = [json.loads(line)["title"] for line in run.stdout.decode("utf-8").splitlines()]
    assert any("Nhật Bản" in title for title in titles)


def test_a_reader_of_the_pipe_that_leaves_is_no_error(program: list[str], tmp_path: Path) -> None:
    texts = [{"title": f"Headline {number}", "text": f"Body {number}."} for number in range(2000)]
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(map(json.dumps, texts)))
    with subprocess.Popen(
        [*program, "list", str(many), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 0


def test_a_full_disk_is_one_line(program: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [*program, "list"], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert run.returncode == 2
    assert run.stderr == "seeds-reader: output: no space left on device\n"


STARTING = """
import builtins, signal
imported = builtins.__import__
def importing(name, *rest):
    if name == {name!r}:
        signal.raise_signal(signal.SIGINT)
    return imported(name, *rest)
builtins.__import__ = importing
from reader.cli import main
raise SystemExit(main(["list"]))
"""


@pytest.mark.parametrize("name", ["contextlib", "argparse", "reader.article", "reader.library"])
def test_ctrl_c_while_the_program_starts_ends_without_a_traceback(name: str) -> None:
    command = [sys.executable, "-c", STARTING.format(name=name)]
    run = subprocess.run(command, capture_output=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, b"", b"")


def test_ctrl_c_ends_without_a_traceback(program: list[str]) -> None:
    with subprocess.Popen(
        [*program, "annotate", "--jsonl", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdin is not None
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdin.write(b'{"id": 1, "text": "Seoul"}\n')
        run.stdin.flush()
        assert json.loads(run.stdout.readline())["id"] == 1  # answered before the input ends
        run.send_signal(signal.SIGINT)
        assert run.stderr.read() == b""
        assert run.wait() == 130


def test_a_closed_output_is_told(program: list[str]) -> None:
    run = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", *program, "list"], capture_output=True, check=False
    )
    assert run.returncode == 2
    assert run.stderr.startswith(b"seeds-reader: output")
    assert run.stderr.count(b"\n") == 1


def test_without_a_terminal_the_reader_says_so_and_ends(program: list[str]) -> None:
    run = subprocess.run(
        program, stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True
    )
    assert run.returncode == 2
    assert run.stderr.startswith("seeds-reader: reader: standard input is not a terminal")


def test_python_m_reader_is_the_same_program(program: list[str]) -> None:
    module = [sys.executable, "-m", "reader"]
    for command in (program, module):
        run = subprocess.run([*command, "--version"], capture_output=True, check=True, text=True)
        assert run.stdout.startswith("seeds-reader ")


WORKING_FOR_ANOTHER = """
import subprocess, sys
subprocess.run([sys.executable, "-m", "reader.cli.tied", "annotate", "--jsonl", "-"])
"""


def test_what_works_for_a_process_that_was_killed_ends() -> None:
    asked, ask = os.pipe()  # its other end stays open: the worker isn't told by its input
    with subprocess.Popen(
        [sys.executable, "-c", WORKING_FOR_ANOTHER], stdin=asked, stdout=subprocess.PIPE
    ) as parent:
        os.close(asked)
        assert parent.stdout is not None
        os.write(ask, b'{"id": 1, "text": "Seoul"}\n')
        assert json.loads(parent.stdout.readline())["id"] == 1
        parent.kill()
        assert parent.stdout.read() == b""
    os.close(ask)
