"""What the commands make of entities.toml."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main

VISIT = """\
Kishida in Seoul

Prime Minister Fumio Kishida met President Yoon Suk Yeol in Seoul on May 7, 2023.

The Green Bench wrote to him. Later the Green Bench wrote again.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))
    found = tmp_path / "articles"
    found.mkdir()
    (found / "visit.txt").write_text(VISIT, encoding="utf-8")
    return found


def mend(folder: Path, *lines: str) -> Path:
    file = folder / "entities.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        "rules = [\n" + "".join(f"  {line},\n" for line in lines) + "]\n", encoding="utf-8"
    )
    return file


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*arguments: str | Path) -> tuple[int, str, str]:
        status = main([str(each) for each in arguments])
        return status, *capsys.readouterr()

    return run


BENCH = '{ alias = "Green Bench", to = "org:bench" }'


def test_all_commands_that_show_entities_apply_the_corrections(run: Any, folder: Path) -> None:
    mend(folder, BENCH, '{ reject = "May 7, 2023" }', '{ label = "org:bench", to = "Bench" }')
    _, out, _ = run("show", folder / "visit.txt", "--json")
    mentions = json.loads(out)["mentions"]
    bench = [each for each in mentions if each["text"] == "Green Bench"]
    assert [(each["type"], each["label"]) for each in bench] == [("ORG", "Bench")] * 2
    assert not [each for each in mentions if each["type"] == "DATE"]
    _, out, _ = run("entities", "--type", "org", "--json", folder)
    assert json.loads(out)["aliases"] == {"Green Bench": 2}
    assert run("timeline", folder)[0] == 1
    _, out, _ = run("search", "--json", "org:bench", folder)
    assert json.loads(out)["path"].endswith("visit.txt")
    _, out, _ = run("export", "--all", "--json", folder)
    assert "org:bench" in out


def test_the_file_in_the_configuration_counts_too_and_the_collections_wins(
    run: Any, folder: Path, tmp_path: Path
) -> None:
    mend(tmp_path / "home" / "config", BENCH, '{ reject = "Seoul" }')
    mend(folder, '{ reject = "Green Bench" }')
    _, out, _ = run("show", folder / "visit.txt", "--json")
    texts = [each["text"] for each in json.loads(out)["mentions"]]
    assert "Green Bench" not in texts
    assert "Seoul" not in texts


def test_a_wrong_line_is_told_and_the_others_count(run: Any, folder: Path) -> None:
    file = mend(folder, '{ retype = "Seoul" }', BENCH)
    status, out, err = run("entities", folder)
    assert status == 0
    assert "org:bench" in out
    assert err == f'seeds-reader: {file}:2: retype does not say to what (add to = "…")\n'


def test_check_says_nothing_where_all_is_fine(run: Any, folder: Path) -> None:
    assert run("entities", "--check", folder) == (0, "", "")
    mend(folder, BENCH)
    assert run("entities", "--check", folder) == (0, "", "")


def test_check_tells_wrong_dead_and_clashing_lines(run: Any, folder: Path) -> None:
    file = mend(
        folder,
        "{ }",
        '{ reject = "Atlantis" }',
        '{ reject = "Seoul" }',
        '{ retype = "Seoul", to = "ORG" }',
    )
    status, out, err = run("entities", "--check", folder)
    assert (status, err) == (1, "")
    assert [line.removeprefix(f"{file}:")[:2] for line in out.splitlines()] == ["2:", "3:", "4:"]
    _, out, _ = run("entities", "--check", "--json", "--limit", "2", folder)
    found = [json.loads(line) for line in out.splitlines()]
    assert [(each["line"], each["kind"]) for each in found] == [(2, "unreadable"), (3, "dead")]
    assert found[1]["rule"] == '{ reject = "Atlantis" }'


def test_suggest_gives_the_line_that_merges(run: Any, folder: Path) -> None:
    assert run("entities", "--suggest", folder)[0] == 1
    mend(folder, BENCH, '{ alias = "the Green", to = "org:green-benck" }',
         '{ label = "org:green-benck", to = "Green Benck" }')  # fmt: skip
    (folder / "note.txt").write_text("A note\n\nIn the Green it rained.\n", encoding="utf-8")
    status, out, _ = run("entities", "--suggest", "--json", folder)
    assert status == 0
    line = json.loads(out)["rule"]
    assert line == '{ merge = "org:green-benck", into = "org:bench" }'
    mend(folder, BENCH, line)
    assert "green-benck" not in run("entities", folder)[1]


def test_annotate_applies_corrections_only_if_asked(
    run: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = mend(folder, BENCH, '{ reject = "Seoul", in = "two" }')
    text = folder / "visit.txt"
    assert "org:bench" not in run("annotate", text)[1]
    assert "org:bench" in run("annotate", "--corrections", file, text)[1]
    lines = [json.dumps({"id": name, "text": "In Seoul it rained."}) for name in ("one", "two")]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    _, out, _ = run("annotate", "--jsonl", "-", "--corrections", file)
    assert [len(json.loads(line)["mentions"]) for line in out.splitlines()] == [1, 0]
    status, _, err = run("annotate", "--corrections", folder / "none.toml", text)
    assert (status, err.count("\n")) == (2, 1)
