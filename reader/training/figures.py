"""The figures: how well names are found, by the rules alone and with the tagger."""

import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from zlib import crc32

from reader.entities import annotate
from reader.entities.annotation import proposed
from reader.entities.capitals import recase
from reader.entities.passage import Passage
from reader.entities.resolve import resolve
from reader.entities.tagger import Tagger
from reader.training import fitting
from reader.training.corpus import Example, read_bracketed
from reader.training.scoring import Score, Span

FOLDS = 5

Finder = Callable[[Passage], Iterable[Span]]
"""Finds the names of a passage, in characters."""


def fold_of(example: Example) -> int:
    """Return which of the parts an example is in; all of a group are in the same.

    The last part is kept aside for the figures; tuning saw the others.
    """
    return crc32(example.group.encode()) % FOLDS


def print_kept_aside(lang: str) -> None:
    """Learn without the last part and print how well its names are found, by topic or source."""
    examples = fitting.examples(lang)
    aside = [example for example in examples if fold_of(example) == FOLDS - 1]
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        fitting.fit([each for each in examples if fold_of(each) != FOLDS - 1], lang, model)
        tagged = by_tagger(Tagger(model.read_bytes()))
    print(f"{lang}: kept aside, {len(aside)} paragraphs")
    print(f"  {'rules alone':21}  {score(aside, lang, by_rules).line()}")
    print(f"  {'with the tagger':21}  {score(aside, lang, tagged).line()}")
    for name, part in by_topic(aside).items():
        print(f"  {name:16} {len(part):4}  {score(part, lang, tagged).line()}")


def print_unseen(file: Path, lang: str) -> None:
    """Print how well the reader as it is finds the names of a labelled file, by topic."""
    for name, part in by_topic([*read_bracketed(file)]).items():
        whole = Score()
        for example in part:
            whole.add(as_shipped(example, lang), example.spans)
        print(f"{lang}: {file.name}, {name}, {len(part)} paragraphs")
        print(f"  {'rules alone':21}  {score(part, lang, by_rules).line()}")
        print(f"  {'as shipped':21}  {whole.line()}")


def as_shipped(example: Example, lang: str) -> Iterator[Span]:
    """Yield what the whole pipeline finds, but dates, and demonyms, which are optional."""
    demonyms = {
        (each.start, each.end)
        for passage in proposed(recase(example.text, lang), lang, lang)
        for each in passage.candidates
        if each.rule == "demonym"
    }
    for each in annotate(example.text, lang=lang):
        if each.type != "DATE" and (each.start, each.end) not in demonyms:
            yield each.start, each.end, each.type


def by_topic(examples: Iterable[Example]) -> dict[str, list[Example]]:
    """Group examples by what figures are printed for: a paragraph's topic, or the source."""
    parts = defaultdict(list)
    for example in examples:
        genre = example.group.split("_")[1] if example.source == "en_gum" else ""
        written = not example.source.startswith("en_")
        topic = example.group.rpartition("-")[2] or "general"
        parts[topic if written else f"{example.source} {genre}".strip()].append(example)
    return dict(sorted(parts.items()))


def score(examples: Iterable[Example], lang: str, find: Finder) -> Score:
    """Return how well the names of ``examples`` are found."""
    total = Score()
    for example in examples:
        passages = proposed(recase(example.text, lang), lang, lang)
        total.add((span for passage in passages for span in find(passage)), example.spans)
    return total


def by_tagger(tagger: Tagger) -> Finder:
    """Return a finder that asks the tagger."""
    return lambda passage: (
        (passage.starts[first], passage.ends[behind - 1], kind)
        for first, behind, kind in tagger.tag(passage)
    )


def by_rules(passage: Passage) -> Iterator[Span]:
    """Yield what the rules find alone, without demonyms, which are optional and not labelled."""
    for each in resolve(passage.candidates):
        if each.type != "DATE" and each.rule != "demonym":
            yield each.start, each.end, each.type
