from hypothesis import example, given
from hypothesis import strategies as st

from reader.ui.marks import Layer, Mark, runs

LENGTH = 40
spans = st.builds(
    lambda a, b, name: Mark(min(a, b), max(a, b), name),
    st.integers(0, LENGTH),
    st.integers(0, LENGTH),
    st.sampled_from("xyz"),
)


def layer(marks: list[Mark]) -> Layer:
    return Layer(marks, lambda mark: mark.name)


def painted(marks: list[Mark]) -> list[str | None]:
    """The plain definition: each character has the mark that came first."""
    names: list[str | None] = [None] * LENGTH
    for start, end, name in sorted(marks):
        for at in range(start, end):
            names[at] = names[at] or name
    return names


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6), st.integers(0, 20))
def test_each_character_has_the_marks_of_every_layer_over_it(
    low: list[Mark], high: list[Mark], start: int
) -> None:
    parts = list(runs(start, LENGTH, [layer(low), layer(high)]))
    expected = [
        tuple(name for name in pair if name)
        for pair in zip(painted(low), painted(high), strict=True)
    ]
    assert [names for a, b, names in parts for _ in range(a, b)] == expected[start:]


@given(st.lists(spans, max_size=8), st.integers(0, LENGTH), st.integers(1, LENGTH))
@example([Mark(1, 1, "x")], 0, 2)
def test_marks_between_are_cut_to_the_line(marks: list[Mark], start: int, length: int) -> None:
    found = list(layer(marks).between(start, start + length))
    assert all(start <= a < b <= start + length for a, b, _ in found)


def test_an_empty_line_has_no_runs() -> None:
    assert list(runs(3, 3, [layer([Mark(0, 9, "x")])])) == []
