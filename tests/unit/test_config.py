from pathlib import Path

import pytest

from reader.config import Config, ConfigError, read_config


def written(folder: Path, text: str) -> Path:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return folder


def test_no_file_means_no_settings(tmp_path: Path) -> None:
    assert read_config(tmp_path / "missing") == Config()


def test_settings_are_read(tmp_path: Path) -> None:
    folder = written(tmp_path, 'theme = "nord"\nwidth = 84\n[keys]\nnext-match = "ctrl+n"\n')
    assert read_config(folder) == Config("nord", 84, {"next-match": "ctrl+n"})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("theme = ", "Invalid value"),
        ("colour = 1", "no setting is called colour"),
        ('width = "wide"', "width is 'wide'"),
        ("width = true", "width is True"),
        ("[keys]\nquit = 3", "a key is no text"),
    ],
)
def test_a_wrong_file_is_named_with_the_reason(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says) as caught:
        read_config(written(tmp_path, text))
    assert str(tmp_path) in str(caught.value)
