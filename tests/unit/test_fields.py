"""Records whose fields have names of their own, given in the configuration."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main
from reader.ingest.metadata import name_fields


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))
    config = tmp_path / "home" / "config"
    config.mkdir(parents=True)
    yield config
    name_fields({})


RECORDS = [
    {
        "hed": "Bridge opened",
        "title": "CMS 17",
        "lead": {"copy": "It was opened."},
        "ngày in": "2024-03-15",
    },
    {"title": "Rain", "plain": "It fell.", "ngày in": "2024-03-16"},
]
FIELDS = '[fields]\ntitle = "hed"\ntext = "lead.copy, plain"\ndate = "ngày in"\n'


def listed(capsys: pytest.CaptureFixture[str], path: Path) -> list[dict[str, Any]]:
    assert main(["list", str(path), "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_json_is_read_by_the_users_names(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "config.toml").write_text(FIELDS, encoding="utf-8")
    file = tmp_path / "dump.json"
    file.write_text(json.dumps(RECORDS))
    rows = listed(capsys, file)
    assert [(row["title"], row["date"]) for row in rows] == [
        ("Rain", "2024-03-16"),
        ("Bridge opened", "2024-03-15"),
    ]


def test_a_table_is_read_by_the_users_names(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "config.toml").write_text(FIELDS, encoding="utf-8")
    file = tmp_path / "dump.csv"
    file.write_text("hed,plain\nBridge opened,It was opened on Monday.\n")
    (row,) = listed(capsys, file)
    assert row["title"] == "Bridge opened"


def test_a_field_there_is_none_of_is_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "config.toml").write_text('[fields]\nheadline = "hed"\n')
    assert main(["list", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "no field is called headline (there are title" in told
    assert told.count("\n") == 1
