"""``python -m reader.training``: read the labelled texts, print figures, write the models.

For each language the command first learns from four fifths and prints how well the fifth that
was kept aside is found, then learns from everything and writes what the reader ships. With
``--unseen FILE`` it learns nothing, and prints how well the reader as it is does on a labelled
file, which must not be among those that were learnt from.
"""

import argparse
import sys
from pathlib import Path

from reader.training import figures, fitting

MODELS = Path(__file__).parent.parent / "entities" / "data"


def main(arguments: list[str]) -> int:
    """Train, or score, the languages asked for."""
    parser = argparse.ArgumentParser(prog="python -m reader.training", description=__doc__)
    parser.add_argument("languages", nargs="*", default=["vi", "en"], help="vi, en")
    parser.add_argument("--figures", action="store_true", help="print figures, write no model")
    parser.add_argument("--unseen", type=Path, help="labelled file, of the language given")
    parser.add_argument("--out", type=Path, default=MODELS, help="folder to write models to")
    chosen = parser.parse_args(arguments)
    for lang in chosen.languages:
        if chosen.unseen:
            figures.print_unseen(chosen.unseen, lang)
            continue
        figures.print_kept_aside(lang)
        if not chosen.figures:
            model = chosen.out / f"{lang}.crfsuite"
            fitting.fit(fitting.examples(lang), lang, model)
            print(f"{lang}: {model.stat().st_size / 1e6:.2f} MB in {model}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
