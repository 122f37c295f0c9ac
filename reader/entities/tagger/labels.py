"""Labels of tokens and the spans they stand for (BIO).

words    ông  Ahn       Gyu       Back      thăm  Seoul
labels   O    B-PERSON  I-PERSON  I-PERSON  O     B-PLACE
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Found(NamedTuple):
    """A stretch of tokens, half open, and what it is."""

    first: int
    behind: int
    type: str


def read_labels(labels: Sequence[str]) -> Iterator[Found]:
    """Yield what ``labels`` stand for; an ``I-`` out of place begins a span."""
    start, kind = 0, ""
    for at, label in enumerate(labels):
        if kind and label != f"I-{kind}":
            yield Found(start, at, kind)
            kind = ""
        if label != "O" and not kind:
            start, kind = at, label[2:]
    if kind:
        yield Found(start, len(labels), kind)


def labels(
    starts: Sequence[int], ends: Sequence[int], spans: Sequence[tuple[int, int, str]],
    outside: str = "O",
) -> list[str]:  # fmt: skip
    """Return a label a token for ``spans`` (start, end, type) in characters, in order."""
    made = [outside] * len(starts)
    at = 0
    for start, end, kind in spans:
        while at < len(made) and ends[at] <= start:
            at += 1
        first = at
        while at < len(made) and starts[at] < end:
            made[at] = f"{'B' if at == first else 'I'}-{kind}"
            at += 1
    return made
