from pathlib import Path

import pytest

from reader.entities import Mention, memory
from reader.entities.memory import FILE, Memory

MENTIONS = [
    Mention(0, 4, "Nhật", "PLACE", "country:JP", "Japan"),
    Mention(9, 17, "ngày 8/9", "DATE", "date:2025-09-08", "2025-09-08", "2025-09-08", "day"),
]


def test_what_was_kept_is_recalled_in_another_run(tmp_path: Path) -> None:
    first = Memory(tmp_path / FILE)
    assert first.recall("a") is None
    first.keep("a", MENTIONS)
    first.keep("b", [])
    first.close()
    second = Memory(tmp_path / FILE)
    assert second.recall("a") == MENTIONS
    assert second.recall("b") == []
    assert second.recall("c") is None
    second.close()


def test_other_data_to_recognise_by_starts_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Memory(tmp_path / FILE)
    first.keep("a", MENTIONS)
    first.close()
    monkeypatch.setattr(memory, "version", lambda: "another")
    second = Memory(tmp_path / FILE)
    assert second.recall("a") is None
    second.close()


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 500)
    found = Memory(tmp_path / FILE)
    found.keep("a", MENTIONS)
    assert found.recall("a") == MENTIONS
    found.close()


def test_where_nothing_can_be_written_nothing_is_remembered() -> None:
    found = Memory(Path("/dev/null/x") / FILE)
    found.keep("a", MENTIONS)
    assert found.recall("a") is None
    found.close()


def test_a_batch_is_on_disk_before_the_memory_is_closed(tmp_path: Path) -> None:
    first = Memory(tmp_path / FILE)
    for number in range(memory.BATCH):
        first.keep(str(number), MENTIONS)
    second = Memory(tmp_path / FILE)
    assert second.recall("0") == MENTIONS
    second.close()
    first.close()
