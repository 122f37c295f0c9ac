"""Training data: how it is read, mended and multiplied, and how results are counted."""

from random import Random

import pytest

from reader.training import augment, corpus
from reader.training.corpus import Example, read_labelled
from reader.training.scoring import Score


@pytest.fixture(scope="module")
def vietnamese() -> list[Example]:
    return corpus.vietnamese()


@pytest.fixture(scope="module")
def english() -> list[Example]:
    return corpus.english()


def names_of(example: Example) -> list[tuple[str, str]]:
    return [(example.text[start:end], kind) for start, end, kind in example.spans]


def test_brackets_become_spans() -> None:
    example = read_labelled("Ông [P:Lê An] tới [L:Huế] dự [E:SEA Games].", "vi_x", "x")
    assert example.text == "Ông Lê An tới Huế dự SEA Games."
    assert names_of(example) == [("Lê An", "PERSON"), ("Huế", "PLACE"), ("SEA Games", "EVENT")]


def test_a_part_of_a_name_follows_the_whole() -> None:
    line = "Ông [P:Nguyễn Hữu Đạt] nói. Theo ông [P:Đạt], [O:Sở Y tế Đà Nẵng] đã chi trả."
    example = read_labelled(line, "vi_x", "x")
    for seed in range(30):
        (copy,) = augment.copies(example, 1, Random(seed))
        whole, part, body = (name for name, _ in names_of(copy))
        assert whole.startswith(part + " ") or whole.endswith(" " + part)
        assert body.startswith("Sở Y tế ")


def test_copies_keep_every_name_in_its_type(vietnamese: list[Example]) -> None:
    chance = Random(1)
    for example in vietnamese[::25]:
        for copy in augment.copies(example, 3, chance):
            assert [kind for *_, kind in copy.spans] == [kind for *_, kind in example.spans]
            assert all(name == name.strip() != "" for name, _ in names_of(copy))


def test_copies_are_the_same_each_time(vietnamese: list[Example]) -> None:
    example = vietnamese[0]
    first, second = (list(augment.copies(example, 3, Random(7))) for _ in range(2))
    assert first == second


def test_no_label_is_left_in_the_text_and_names_lie_in_it(
    vietnamese: list[Example], english: list[Example]
) -> None:
    for example in vietnamese + english:
        end = 0
        for start, stop, _ in example.spans:
            assert end <= start < stop <= len(example.text)
            end = stop
        if example.source.startswith("vi_"):
            assert "[" not in example.text


def test_titles_are_not_learnt_as_names(english: list[Example]) -> None:
    for example in english:
        for name, kind in names_of(example):
            assert kind != "PERSON" or not name.startswith(("President ", "Mr. ", "Prime "))


def test_a_name_of_the_wrong_type_counts_as_two_mistakes() -> None:
    score = Score()
    score.add([(0, 2, "PERSON"), (5, 8, "ORG")], [(0, 2, "PERSON"), (5, 8, "PLACE")])
    assert score.f1("PERSON") == 1
    assert score.f1("ORG", "PLACE") == 0
    assert score.f1("PERSON", "ORG", "PLACE") == pytest.approx(0.5)
