"""What the trainer is given: examples as lines of features and labels.

The features are made by the reader's own code from the reader's own passages, gazetteer and
rules, so that a model sees in training what it will see in use.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.entities.annotation import proposed
from reader.entities.capitals import recase
from reader.entities.tagger import lines, rules_answers
from reader.entities.tagger.features import describe
from reader.entities.tagger.labels import labels
from reader.training.corpus import Example


class Line(NamedTuple):
    """The features and the labels of one line's tokens."""

    features: list[list[bytes]]
    labels: list[str]


def training_lines(examples: Iterable[Example], lang: str) -> Iterator[Line]:
    """Yield the lines of ``examples``."""
    for example in examples:
        for passage in proposed(recase(example.text, lang), lang, lang):
            wanted = labels(passage.starts, passage.ends, example.spans)
            rules = rules_answers(passage)
            for start, end in lines(passage.words):
                seen = describe(passage.words[start:end], passage.classes[start:end],
                                rules[start:end])  # fmt: skip
                yield Line(seen, wanted[start:end])
