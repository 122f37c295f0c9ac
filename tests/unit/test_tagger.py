"""The statistical tagger: what it sees of a text, and what stands after it has spoken."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.entities import annotate
from reader.entities.annotation import proposed
from reader.entities.tagger import LONGEST, corrected, lines, rules_answers, tagger
from reader.entities.tagger.features import describe
from reader.entities.tagger.labels import labels, read_labels
from reader.entities.tagger.words import case_of, shape


def found(text: str, lang: str = "vi") -> set[tuple[str, str]]:
    return {(each.text, each.type) for each in annotate(text, lang=lang)}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Kishida", "A"),
        ("NATO", "U"),
        ("iPhone", "M"),
        ("ông", "a"),
        ("U23", "x"),
        ("U.S.", "I"),
        ("K", "I"),
        ("TP.", "A"),
        ("2024", "#"),
        ("3,5", "#"),
        ("5kg", "x"),
        ("“", "."),
    ],
)
def test_a_word_is_of_a_kind_by_its_capitals(word: str, kind: str) -> None:
    assert case_of(word) == kind


def test_a_shape_shortens_runs_to_two() -> None:
    assert [shape(word) for word in ("Kishida", "U23", "3,5", "McDonald")] == [
        "Xxx", "X99", "9,9", "XxXxx"]  # fmt: skip


def test_a_token_is_told_what_rules_and_run_say_about_it() -> None:
    (passage,) = proposed("Ngoại trưởng Nga Sergei Lavrov thăm Hà Nội.", "vi", "vi")
    seen = describe(passage.words, passage.classes, rules_answers(passage))
    sergei = dict(zip(passage.words, seen, strict=True))["Sergei"]
    assert {b"l=sergei", b"-1l=nga", b"+1l=lavrov", b"r=B-PERSON", b"len=3m"} <= set(sergei)


def test_text_without_capitals_has_no_runs() -> None:
    (passage,) = proposed("mưa to ở nhiều nơi", "vi", "vi")
    seen = describe(passage.words, passage.classes, rules_answers(passage))
    assert not any(feature.startswith(b"in=") for features in seen for feature in features)


@given(st.lists(st.sampled_from(["O", "B-A", "I-A", "B-B", "I-B"]), max_size=12))
def test_spans_read_from_labels_are_in_order_and_apart(given_labels: list[str]) -> None:
    spans = list(read_labels(given_labels))
    covered = [at for first, behind, _ in spans for at in range(first, behind)]
    assert covered == sorted(set(covered))
    assert len(covered) == sum(label != "O" for label in given_labels)


@given(st.lists(st.sampled_from(["O", "B-A", "B-B"]), max_size=12), st.data())
def test_labels_of_spans_are_read_back(opened: list[str], data: st.DataObject) -> None:
    wanted = list(opened)
    for at in range(1, len(wanted)):
        if wanted[at] == "O" and wanted[at - 1] != "O" and data.draw(st.booleans()):
            wanted[at] = f"I-{wanted[at - 1][2:]}"
    starts, ends = list(range(0, 3 * len(wanted), 3)), list(range(2, 3 * len(wanted) + 2, 3))
    spans = [(starts[a], ends[b - 1], kind) for a, b, kind in read_labels(wanted)]
    assert labels(starts, ends, spans) == wanted


@given(st.lists(st.sampled_from(["a", "\n"]), max_size=12))
def test_lines_hold_every_word_and_no_line_break(words: list[str]) -> None:
    parts = [words[start:end] for start, end in lines(words)]
    assert all(part and "\n" not in part for part in parts)
    assert sum(map(len, parts)) == words.count("a")


def test_a_long_line_comes_in_parts_that_end_with_sentences() -> None:
    words = [*(["a"] * 300 + ["."]) * 8, *["a"] * (2 * LONGEST)]
    parts = [words[start:end] for start, end in lines(words)]
    assert [word for part in parts for word in part] == words
    assert max(map(len, parts)) <= LONGEST
    assert [part[-1] for part in parts[:2]] == [".", "."]


def test_names_that_no_list_holds_are_found() -> None:
    assert found(
        "Chiều qua, Công an tỉnh Nghệ An bắt tạm giam Trần Văn Lộc tại xã Nghi Phong."
    ) >= {
        ("Công an tỉnh Nghệ An", "ORG"),
        ("Trần Văn Lộc", "PERSON"),
        ("Nghi Phong", "PLACE"),
    }


def test_a_tagged_name_keeps_what_the_gazetteer_knows() -> None:
    by_text = {each.text: each.entity for each in annotate("Ông tới Nhật Bản.", lang="vi")}
    assert by_text["Nhật Bản"] == "country:JP"


def test_dates_stay_with_the_grammar() -> None:
    (passage,) = proposed("Ngày 2/9, lễ kỷ niệm diễn ra ở Hà Nội.", "vi", "vi")
    before = [each for each in passage.candidates if each.type == "DATE"]
    corrected(passage)
    assert [each for each in passage.candidates if each.type == "DATE"] == before != []


def test_an_event_keeps_its_acronym_in_brackets() -> None:
    text = "Ông dự Hội nghị thượng đỉnh Nhóm các nền kinh tế phát triển (G7) ở Italia."
    events = [name for name, kind in found(text) if kind == "EVENT"]
    assert events == ["Hội nghị thượng đỉnh Nhóm các nền kinh tế phát triển (G7)"]


def test_a_language_without_a_model_is_left_to_the_rules() -> None:
    assert tagger("xx") is None


def test_the_model_is_not_read_before_it_is_needed() -> None:
    code = "import reader.entities, sys; print('pycrfsuite' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_half_a_surrogate_pair_is_a_word_like_any_other() -> None:
    assert ("Hà Nội", "PLACE") in found("Ông \ud800Aé tới Hà Nội.")
