import subprocess
import sys

import pytest

from reader import __version__
from reader.cli import main
from reader.cli.arguments import COMMANDS, parse
from reader.cli.dates import is_date

HEAVY = ("textual", "rich", "rapidfuzz", "sqlite3", "dateutil", "platformdirs", "reader.entities")


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(argument: str) -> None:
    script = (
        "import sys; from reader.cli import main; status = main(sys.argv[1:]); "
        f"print([name for name in {HEAVY} if name in sys.modules]); sys.exit(status)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, argument], capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_that_fits_80_columns(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: seeds-reader {name}")
    assert max(map(len, shown.splitlines())) <= 80


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"seeds-reader {__version__}\n"


def test_a_first_word_that_names_a_command_is_the_command() -> None:
    assert parse(["list", "folder"]).command == "list"
    assert parse(["./list", "list"]).paths == ["./list", "list"]
    assert parse(["--", "list"]).paths == ["list"]
    assert parse([]).command == "read"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-such-option"],
        ["list", "--limit", "0"],
        ["list", "--limit", "-1"],
        ["list", "--limit", "many"],
        ["search"],
        ["show"],
        ["annotate"],
        ["annotate", "a.txt", "--jsonl", "b.jsonl"],
        ["annotate", "a.txt", "--date", "2025-02-30"],
        ["annotate", "a.txt", "--date", "yesterday"],
        ["annotate", "a.txt", "--lang", "fr"],
        ["entities", "--type", "THING"],
        ["entities", "--type", "a\nb\x1b[2J"],
    ],
)
def test_bad_usage_is_one_line_and_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("seeds-reader: ")
    assert told.err.endswith(" --help tells more)\n")
    assert told.err.count("\n") == 1
    assert "\x1b" not in told.err


def test_a_type_may_be_given_in_lower_case() -> None:
    assert parse(["entities", "--type", "person"]).type == "PERSON"


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("2025-09-09", True), ("2024-02-29", True), ("2025-09", True), ("2025", True),
        ("2025-02-29", False), ("2025-13-01", False), ("0000-01-01", False), ("20250909", False),
        ("2025-W37", False), ("2025-9-9", False), ("٢٠٢٥-٠٩-٠٩", False), ("", False),
        ("2025-09-09\n", False),
    ],
)  # fmt: skip
def test_dates(text: str, good: bool) -> None:
    assert is_date(text) is good


@pytest.mark.parametrize(
    "line",
    [
        "search --json --limit 2 kishida a b",
        "search kishida --json a --limit 2 b",
        "search kishida a b --limit 2 --json",
    ],
)
def test_options_may_stand_anywhere_among_the_arguments(line: str) -> None:
    options = parse(line.split())
    assert (options.query, options.paths) == ("kishida", ["a", "b"])
    assert (options.json, options.limit) == (True, 2)
