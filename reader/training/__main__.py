"""``python -m reader.training``: read the labelled texts, print figures, write the models.

For each language the command first learns from four fifths and prints how well the fifth that
was kept aside is found, then learns from everything and writes what the reader ships.
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from zlib import crc32

from reader.entities.annotation import proposed
from reader.entities.capitals import recase
from reader.entities.passage import Passage
from reader.entities.resolve import resolve
from reader.entities.tagger import Tagger
from reader.training import fitting
from reader.training.corpus import Example
from reader.training.scoring import Score, Span

MODELS = Path(__file__).parent.parent / "entities" / "data"
FOLDS = 5


def main(arguments: list[str]) -> int:
    """Train the languages asked for."""
    parser = argparse.ArgumentParser(prog="python -m reader.training", description=__doc__)
    parser.add_argument("languages", nargs="*", default=["vi", "en"], help="vi, en")
    parser.add_argument("--figures", action="store_true", help="print figures, write no model")
    parser.add_argument("--out", type=Path, default=MODELS, help="folder to write models to")
    chosen = parser.parse_args(arguments)
    for lang in chosen.languages:
        print_figures(lang)
        if not chosen.figures:
            model = chosen.out / f"{lang}.crfsuite"
            fitting.fit(fitting.examples(lang), lang, model)
            print(f"{lang}: {model.stat().st_size / 1e6:.2f} MB in {model}")
    return 0


def fold_of(example: Example) -> int:
    """Return which of the parts an example is in; all of a group are in the same."""
    return crc32(example.group.encode()) % FOLDS


def print_figures(lang: str) -> None:
    """Learn without the last part and print how well its names are found, by source."""
    examples = fitting.examples(lang)
    aside = [example for example in examples if fold_of(example) == FOLDS - 1]
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        fitting.fit([each for each in examples if fold_of(each) != FOLDS - 1], lang, model)
        by_topic = defaultdict(list)
        for example in aside:
            by_topic[topic(example)].append(example)
        print(f"{lang}: kept aside, {len(aside)} paragraphs")
        print(f"  {'rules alone':21}  {score(aside, lang).line()}")
        print(f"  {'with the tagger':21}  {score(aside, lang, model).line()}")
        for name, part in sorted(by_topic.items()):
            print(f"  {name:16} {len(part):4}  {score(part, lang, model).line()}")


def topic(example: Example) -> str:
    """Return what figures are printed by: the topic of a paragraph, or the source."""
    if example.source.startswith("vi_"):
        return example.group.rpartition("-")[2] or "general"
    genre = example.group.split("_")[1] if example.source == "en_gum" else ""
    return " ".join([example.source, genre]).strip()


def score(examples: Iterable[Example], lang: str, model: Path | None = None) -> Score:
    """Return how well a model finds the names of ``examples``; without one, the rules alone."""
    tagger, total = Tagger(model.read_bytes()) if model else None, Score()
    for example in examples:
        found: list[Span] = []
        for passage in proposed(recase(example.text, lang), lang, lang):
            found += tagged(tagger, passage) if tagger else by_rules(passage)
        total.add(found, example.spans)
    return total


def tagged(tagger: Tagger, passage: Passage) -> Iterator[Span]:
    """Yield what the tagger finds, in characters."""
    for first, behind, kind in tagger.tag(passage):
        yield passage.starts[first], passage.ends[behind - 1], kind


def by_rules(passage: Passage) -> Iterator[Span]:
    """Yield what the rules find alone, without demonyms, which are optional and not labelled."""
    for each in resolve(passage.candidates):
        if each.type != "DATE" and each.rule != "demonym":
            yield each.start, each.end, each.type


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
