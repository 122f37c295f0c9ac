"""Names for paths: saved in the configuration, opened as @name, and - for what was last."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.cli.last import remember, remembered
from reader.config import ConfigError, read_config, save_collection


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    for folder in ("asia", "europe"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "news.txt").write_text(f"News of {folder}\n\nAll is quiet there.\n")
    return tmp_path / "home" / "config"


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["list", *arguments, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_saved_name_opens_its_paths(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["collections", "world", "asia", "europe"]) == 0
    assert {row["title"] for row in listed(capsys, "@world")} == {"News of asia", "News of europe"}


def test_a_name_may_stand_for_other_names(capsys: pytest.CaptureFixture[str]) -> None:
    main(["collections", "east", "asia"])
    main(["collections", "world", "@east", "europe"])
    assert len(listed(capsys, "@world")) == 2


def test_collections_are_listed_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["collections"]) == 1
    main(["collections", "asia", "asia"])
    main(["collections", "châu-âu", "europe", "https://example.org/feed.xml"])
    capsys.readouterr()
    assert main(["collections", "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["name"] for row in rows] == ["asia", "châu-âu"]
    assert rows[1]["paths"] == [str(Path("europe").absolute()), "https://example.org/feed.xml"]
    assert main(["collections", "--remove", "asia"]) == 0
    assert main(["collections", "asia"]) == 1
    assert main(["collections", "--remove", "asia"]) == 1


@pytest.mark.parametrize("arguments", [["list", "@nowhere"], ["list", "-"], ["fetch", "@nowhere"]])
def test_a_name_that_stands_for_nothing_is_status_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_only_what_is_there_is_saved(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["collections", "x", "missing"]) == 2
    assert "no such file" in capsys.readouterr().err


def test_the_last_collection_opens_again_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    remember(["asia", "./europe"])
    remember(["-"])
    remember([])
    monkeypatch.chdir("/")
    assert remembered() == [str(tmp_path / "asia"), str(tmp_path / "europe")]
    assert len(listed(capsys, "-")) == 2


def test_the_users_own_lines_stay_as_they_are(home: Path) -> None:
    home.mkdir(parents=True)
    own = '# mine\ntheme = "nord" # blue\n\n[collections]\nasia = [\n  "a]b", # one\n]\n\n[keys]\n'
    (home / "config.toml").write_text(own + 'quit = "x"\n')
    save_collection(home, "europe", ["/e"])
    text = (home / "config.toml").read_text()
    assert [line for line in own.splitlines() if line not in text.splitlines()] == []
    save_collection(home, "asia", ["/new"])
    save_collection(home, "europe", [])
    config = read_config(home)
    assert (config.theme, config.keys, config.collections) == (
        "nord",
        {"quit": "x"},
        {"asia": ["/new"]},
    )


@pytest.mark.parametrize(
    "own",
    ["collections = {asia = ['/a']}\n", "[collections]\nasia = ['/a', # it's \"]\n]\n", "x = [\n"],
)
def test_a_file_that_cannot_be_changed_safely_is_left_alone(own: str, home: Path) -> None:
    home.mkdir(parents=True)
    (home / "config.toml").write_text(own)
    with pytest.raises(ConfigError):
        save_collection(home, "asia", ["/b"])
    assert (home / "config.toml").read_text() == own


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS, max_size=3)), max_size=6))
def test_what_was_saved_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, saved: list[tuple[str, list[str]]]
) -> None:
    folder = tmp_path_factory.mktemp("config")
    wanted: dict[str, list[str]] = {}
    for name, paths in saved:
        try:
            save_collection(folder, name, paths)
        except ConfigError:  # TOML has no way to write DEL as JSON does
            continue
        wanted.pop(name, None)
        if paths:
            wanted[name] = paths
    assert read_config(folder).collections == wanted
    if wanted:
        assert "collections" in tomllib.loads((folder / "config.toml").read_text(encoding="utf-8"))
