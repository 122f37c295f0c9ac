import io
import json
import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.cells import cut, pad, width
from reader.cli.output import Output, json_line
from reader.cli.table import Column, Record

COLUMNS = (
    Column("N", lambda record: str(record["n"]), align=">"),
    Column("NAME", lambda record: record["name"], style="strong"),
)


def written(records: list[Record], *, columns: int | None, colour: bool = False) -> str:
    stream = io.StringIO()
    Output(stream, as_json=False, columns=columns, colour=colour).table(records, COLUMNS)
    return stream.getvalue()


@given(st.dictionaries(st.text("ab"), st.text(st.characters(exclude_categories=())), max_size=3))
def test_a_json_record_is_one_line_that_says_the_same_and_that_a_terminal_does_not_obey(
    record: dict[str, str],
) -> None:
    line = json_line(record)
    # A lone surrogate is no character of any text; a file's name may hold some, and no UTF-8 can.
    said = {name: re.sub("[\ud800-\udfff]", "\ufffd", text) for name, text in record.items()}
    assert json.loads(line) == said
    assert len(line.splitlines()) == 1
    assert line.encode("utf-8").decode("utf-8") == line
    assert not [c for c in line if c < " " or "\x7f" <= c <= "\x9f" or "\u202a" <= c <= "\u202e"]


def test_a_file_name_that_is_not_utf_8_is_json_that_strict_readers_take() -> None:
    record = json.loads(json_line({"path": os.fsdecode(b"bad\xff.txt")}))
    assert record == {"path": "bad\ufffd.txt"}


def test_vietnamese_is_written_as_it_is() -> None:
    assert json_line({"title": "Hàn Quốc"}) == '{"title": "Hàn Quốc"}'


@pytest.mark.parametrize(
    ("text", "cells"),
    [("Seoul", 5), ("Hàn Quốc", 8), ("Ha\u0300n", 3), ("日本", 4), ("e\u200bf", 2), ("", 0)],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text("abà日本\u0300"), st.integers(0, 20))
def test_cut_text_fits_and_whole_text_stays(text: str, cells: int) -> None:
    shorter = cut(text, cells)
    assert width(shorter) <= cells
    if width(text) <= cells:
        assert shorter == text
    elif cells > 0:
        assert shorter.endswith("…")


def test_padding_counts_cells() -> None:
    assert pad("日本", 6) == "日本  "
    assert pad("7", 3, ">") == "  7"


def test_columns_align_by_cells() -> None:
    rows = written([{"n": 1, "name": "日本"}, {"n": 120, "name": "Hà Nội"}], columns=None)
    assert rows == "  1  日本\n120  Hà Nội\n"


def test_on_a_terminal_a_table_has_a_heading_and_fits() -> None:
    rows = written([{"n": 1, "name": "日本" * 20}], columns=20).splitlines()
    assert rows[0] == "N  NAME"
    assert rows[1].endswith("…")
    assert width(rows[1]) <= 20


def test_a_table_that_is_too_wide_cuts_what_may_be_cut() -> None:
    columns = (
        Column("ID", lambda record: record["id"]),
        Column("LABEL", lambda record: record["label"], most=40),
        Column("ALSO", lambda record: record["also"]),
    )
    record = {"id": "12345678", "label": "L" * 60, "also": "A" * 60}
    stream = io.StringIO()
    Output(stream, as_json=False, columns=50, colour=False).table([record], columns)
    assert stream.getvalue().splitlines()[1] == f"12345678  {'L' * 29}…  AAAAAAA…"


def test_lines_have_no_trailing_spaces() -> None:
    assert written([{"n": 1, "name": ""}], columns=40, colour=True).endswith("\n1\n")


def test_elsewhere_nothing_is_cut() -> None:
    name = "x" * 500
    assert written([{"n": 1, "name": name}], columns=None) == f"1  {name}\n"


def test_colour_is_written_only_where_wanted() -> None:
    record = {"n": 1, "name": "Seoul"}
    assert "\x1b" not in written([record], columns=80)
    assert "\x1b[1mSeoul\x1b[0m" in written([record], columns=80, colour=True)


def test_a_table_of_more_rows_than_its_sample_is_whole() -> None:
    records: list[Record] = [{"n": n, "name": "x"} for n in range(2500)]
    assert len(written(records, columns=None).splitlines()) == 2500
