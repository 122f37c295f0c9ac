"""Scores recognised mentions against hand annotation: ``python -m tests.score_entities``.

A mention counts if span and type agree (any of ``alt_types`` will do). Optional gold is neither
rewarded nor punished, and what overlaps it is passed over. Linking is B-cubed F1 over the gold
mentions that were found, on (type, canonical) against our entity. The folder holds, for each
text, ``<file>.json`` as ``gold/README.md`` describes.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from reader.entities import Mention, annotate

ROOT = Path(__file__).parent.parent
HEADER = re.compile(r"^\s*date (\d{4}-\d\d-\d\d)|^(May 08, 2023)$", re.M)


class Score(NamedTuple):
    """Counts of one type or of all."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        counts = f"{self.right} right, {self.wrong} wrong, {self.missed} missed"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}  ({counts})"


def compare(gold: list[dict], found: list[Mention]) -> tuple[Counter, list[str]]:
    """Return the counts by (type, outcome) of one text, and the mistakes in words."""
    counts: Counter = Counter()
    mistakes = []
    by_span = {(each["start"], each["end"]): each for each in gold}
    matched = set()
    for each in found:
        match = by_span.get((each.start, each.end))
        types = [match["type"], *match.get("alt_types", ())] if match else ()
        if match and each.type in types:
            matched.add((each.start, each.end))
            if not match.get("optional"):
                counts[match["type"], "right"] += 1
            continue
        if any(g.get("optional") and g["start"] < each.end and each.start < g["end"] for g in gold):
            continue
        counts[each.type, "wrong"] += 1
        mistakes.append(f"  + {each.type} {each.text!r}")
    for span, each in by_span.items():
        if span not in matched and not each.get("optional"):
            counts[each["type"], "missed"] += 1
            mistakes.append(f"  - {each['type']} {each['text']!r}")
    return counts, mistakes


def totals(counts: Counter) -> dict[str, Score]:
    """Return the score of each type and, under ``all``, of everything."""
    types = sorted({type_ for type_, _ in counts})
    scores = {type_: Score(*(counts[type_, outcome] for outcome in ("right", "wrong", "missed")))
              for type_ in types}  # fmt: skip
    scores["all"] = Score(*(sum(column) for column in zip(*scores.values(), strict=True)))
    return scores


def bcubed(pairs: list[tuple[object, object]]) -> float:
    """Return B-cubed F1 of (gold, ours) cluster labels."""
    ours, gold, both = defaultdict(int), defaultdict(int), defaultdict(int)
    for g, o in pairs:
        gold[g] += 1
        ours[o] += 1
        both[g, o] += 1
    precision = sum(both[pair] / ours[pair[1]] for pair in pairs) / max(1, len(pairs))
    recall = sum(both[pair] / gold[pair[0]] for pair in pairs) / max(1, len(pairs))
    return 2 * precision * recall / max(1e-9, precision + recall)


def texts(folder: Path, sources: Path) -> list[tuple[str, str, list[dict], str | None]]:
    """Return name, text, gold and date of each annotated text."""
    found = []
    for file in sorted(folder.glob("0*.json")):
        text = (sources / file.name.removesuffix(".json")).read_text(encoding="utf-8")
        head = HEADER.search(text)
        date = head and (head.group(1) or "2023-05-08")
        found.append((file.name, text, json.loads(file.read_text(encoding="utf-8")), date))
    return found


def score(folder: Path, sources: Path) -> tuple[dict[str, Score], float, float, list[str]]:
    """Return the scores by type, linking, the share of right date values, and the mistakes."""
    counts: Counter = Counter()
    mistakes: list[str] = []
    links = []
    values = [0, 0]
    for name, text, gold, date in texts(folder, sources):
        found = annotate(text, date=date)
        more, wrong = compare(gold, found)
        counts += more
        mistakes += [f"{name}", *wrong]
        by_span = {(each.start, each.end): each for each in found}
        for each in gold:
            ours = by_span.get((each["start"], each["end"]))
            if ours is None or each.get("optional"):
                continue
            if each["type"] == "DATE":
                right = {each["canonical"], *each.get("alt_values", ())}
                values[ours.value in right] += 1
                if ours.value not in right:
                    mistakes.append(f"  ~ {each['text']!r} {ours.value} for {each['canonical']}")
            else:
                links.append(((each["type"], each["canonical"]), ours.entity))
    return totals(counts), bcubed(links), values[1] / max(1, sum(values)), mistakes


def main() -> None:
    """Print the scores of the folder named, by default the bundled articles."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "data" / "gold"
    sources = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "seeds"
    scores, linking, dates, mistakes = score(folder, sources)
    print(*mistakes, sep="\n")
    for type_, each in scores.items():
        print(f"{type_:7} {each}")
    print(f"linking B3 F1 {linking:.3f}, date values right {dates:.3f}")


if __name__ == "__main__":
    main()
