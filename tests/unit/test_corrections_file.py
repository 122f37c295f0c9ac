"""The file of corrections: read a line at a time, changed by whole lines, never lost."""

import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.entities.corrections import (
    Book,
    CorrectionsError,
    Rule,
    append,
    places,
    read_book,
    undo,
)
from reader.entities.corrections.layout import lay_out, with_line

RULE = Rule("retype", "Hudson", "ORG")

BY_HAND = """\
# Ours; ask Lan before changing it.
version = 3

rules = [
  # Names
  { reject = "May", in = "a ] # b.txt" }, # not the month
  { merge = "person:kisida", into = "person:kishida", why = "a slip" }   # no comma
]

[ours]
note = "kept"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "entities.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def problems(file: Path) -> list[str]:
    return [str(each).removeprefix(f"{file}:") for each in read_book(file).problems]


def test_a_file_that_is_not_there_is_empty(file: Path) -> None:
    assert read_book(file) == Book()
    assert undo(file) is None
    assert not file.parent.exists()


def test_a_rule_is_one_line_more_in_a_file_that_is_made_if_need_be(file: Path) -> None:
    append(file, RULE)
    first = file.read_text(encoding="utf-8").splitlines()
    append(file, Rule("reject", 'a "b"\\'))
    second = file.read_text(encoding="utf-8").splitlines()
    assert [line for line in first if line not in second] == []
    (added,) = [line for line in second if line not in first]
    assert added.startswith('  { reject = "a \\"b\\"\\\\" },  # 20')
    assert read_book(file).rules == (RULE, Rule("reject", 'a "b"\\'))
    assert tomllib.loads("\n".join(second))["rules"][1] == {"reject": 'a "b"\\'}
    assert os.listdir(file.parent) == ["entities.toml"]


def test_what_was_written_by_hand_stays_but_for_a_missing_comma(file: Path) -> None:
    written(file, BY_HAND)
    append(file, RULE)
    now = file.read_text(encoding="utf-8")
    kept = [line for line in now.splitlines() if "Hudson" not in line]
    assert "\n".join(kept) + "\n" == BY_HAND.replace('slip" } ', 'slip" }, ')
    assert [rule.kind for rule in read_book(file).rules] == ["reject", "merge", "retype"]
    assert not problems(file)
    assert tomllib.loads(now)["ours"] == {"note": "kept"}


def test_undo_takes_the_last_line_of_the_program_and_no_other(file: Path) -> None:
    written(file, BY_HAND)
    append(file, RULE)
    append(file, Rule("reject", "May"))
    assert undo(file) == Rule("reject", "May")
    assert undo(file) == RULE
    assert undo(file) is None
    assert file.read_text(encoding="utf-8") == BY_HAND.replace('slip" } ', 'slip" }, ')


def test_a_line_that_the_user_changed_is_the_users(file: Path) -> None:
    append(file, RULE)
    text = (
        file.read_text(encoding="utf-8")
        .replace(" }", ', why = "sure" }')
        .replace("why = ", "why =")
    )
    written(file, text)
    assert undo(file) is None
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment",
        "rules = []\n",
        "rules = [ ] # none\n",
        'rules = [{ reject = "a" }]',
        'rules = [{ reject = "a" }, { reject = "b" }]\n',
        'rules = [\n{ reject = "a" }]\n',
        'rules = [\n  { reject = "a" },\n  { reject = "b" } # ] },\n  ]\n',
        '\ufeffrules = [\r\n  { reject = "a" }\r\n]\r\n',
        'rules = [ # }\n]\nx = 1',
        'x = 1\n[table]\ny = 2\n',
        '[table]\ny = 2\n',
        'rules = [\n  { reject = "a" }\n',
    ],
)  # fmt: skip
def test_a_line_can_be_added_to_every_shape_of_file(file: Path, text: str) -> None:
    before = read_book(written(file, text)).rules
    append(file, RULE)
    assert read_book(file).rules == (*before, RULE)
    assert not problems(file)
    now = file.read_bytes().decode()
    assert len(tomllib.loads(now.removeprefix("\ufeff"))["rules"]) == len(before) + 1
    assert now.count("\n") == now.count("\r\n") or "\r" not in now
    assert undo(file) == RULE
    assert read_book(file).rules == before


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{ retype = "Hudson" },', "2: retype does not say to what"),
        ('{ reject = "a", },,', "2: no rule can be read"),
        ('{ reject = "a },', "2: no rule can be read"),
        ("reject May", "2: no rule can be read"),
        ('"a",', "2: it is no rule"),
        ('{ reject = "a" }', "2: a comma is missing before line 3"),
    ],
)
def test_a_wrong_line_is_told_and_stops_no_other(file: Path, line: str, why: str) -> None:
    written(file, f'rules = [\n{line}\n  {{ reject = "May" }},\n]\n')
    (told,) = problems(file)
    assert told.startswith(why)
    assert Rule("reject", "May") in read_book(file).rules


def test_rules_outside_the_array_or_without_end_are_told(file: Path) -> None:
    written(file, '{ reject = "a" }\n[[rules]]\nreject = "b"\n')
    assert [each[:2] for each in problems(file)] == ["1:", "2:"]
    written(file, 'rules = [\n  { reject = "a" },\n')
    assert "is not closed" in problems(file)[0]


def test_a_file_that_cannot_be_read_is_not_written_over(file: Path) -> None:
    written(file, "")
    file.write_bytes(b"rules = [\xff]")
    with pytest.raises(CorrectionsError, match="UTF-8"):
        append(file, RULE)
    assert file.read_bytes() == b"rules = [\xff]"


def test_a_pipe_in_its_place_keeps_nobody_waiting(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    with pytest.raises(CorrectionsError, match="no file"):
        read_book(file)
    with pytest.raises(CorrectionsError, match="no file"):
        append(file, RULE)
    assert undo(file) is None


def test_a_link_stays_one_and_permissions_stay(file: Path, tmp_path: Path) -> None:
    real = written(tmp_path / "dotfiles" / "entities.toml", "")
    real.chmod(0o640)
    file.parent.mkdir()
    file.symlink_to(real)
    append(file, RULE)
    assert file.is_symlink()
    assert read_book(real).rules == (RULE,)
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_collection_has_its_own_file_only_if_the_user_put_one_there(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    found = places([folder, folder / "one.txt"], tmp_path / "config")
    assert found.target == tmp_path / "config" / "entities.toml"
    written(folder / "entities.toml", "")
    assert found.target == folder / "entities.toml"
    append(found.own, RULE)
    append(found.target, Rule("reject", "Hudson"))
    assert found.read().rules == (RULE, Rule("reject", "Hudson"))
    assert found.beside == (folder / "entities.toml",)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(st.lists(TEXTS, max_size=5), TEXTS)
def test_whatever_is_written_is_read_back(surfaces: list[str], last: str) -> None:
    text = ""
    for surface in (*surfaces, last):
        text = with_line(text, str(Rule("reject", surface)), "2025-09-09 14:03")
    layout = lay_out(text)
    assert [piece.tables for piece in layout.pieces] == [
        [{"reject": surface}] for surface in (*surfaces, last)
    ]
    assert not layout.wrong


WRITER = """
import sys
from pathlib import Path
from reader.entities.corrections import Rule, append
for number in range(10_000):
    append(Path(sys.argv[1]), Rule("reject", f"{sys.argv[2]} {number}"))
    print(number, flush=True)
"""


def start_writer(file: Path, name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), name], stdout=subprocess.PIPE, text=True
    )


def test_a_writer_killed_at_any_time_loses_nothing_and_two_do_not_mix(file: Path) -> None:
    written(file, BY_HAND)
    told = {}
    for killed in ("first", "second"):
        writers = {
            killed: start_writer(file, killed),
            f"{killed} too": start_writer(file, f"{killed} too"),
        }
        for name, writer in writers.items():
            assert writer.stdout is not None
            for _ in range(8):
                told[name] = int(writer.stdout.readline())
        for writer in writers.values():
            writer.send_signal(signal.SIGKILL)
            writer.communicate()
        book = read_book(file)
        assert not book.problems
        for name, number in told.items():
            assert {Rule("reject", f"{name} {at}") for at in range(number + 1)} <= set(book.rules)
    assert file.read_text(encoding="utf-8").startswith("# Ours; ask Lan")
    append(file, RULE)
    assert undo(file) == RULE
    assert os.listdir(file.parent) == ["entities.toml"]
