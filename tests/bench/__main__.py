"""Run the benchmark and write its tables: ``python -m tests.bench --help``.

Everything that is compared is measured side by side in this one run. What others on the machine
do shows in all columns, so read the ratios.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from reader.index import Index
from reader.search import Searcher
from tests.bench import engine_time, engines, known_items
from tests.bench.built import Built, build
from tests.bench.corpus import ROOT
from tests.bench.keystrokes import TYPED, keystrokes

START, END = "<!-- search: begin -->", "<!-- search: end -->"
SLOW_EVERY = 29
"""Of the programs that read everything for each keystroke, every so many-th is timed: a prime,
so that queries are met at all their lengths."""


def main() -> None:
    """Measure, and put the tables into docs/performance.md."""
    options = _options()
    folder = options.folder or Path(tempfile.gettempdir()) / "seeds-reader-bench"
    corpora = []
    for count in options.sizes:
        print(f"building {count:,} articles", file=sys.stderr)
        corpora.append(build(count, folder))
    tables = [
        *_engine_tables(corpora, options.passes), *_index_table(corpora), *_quality_table(corpora)
    ]  # fmt: skip
    text = "\n".join(tables)
    print(text)
    _write(ROOT / "docs" / "performance.md", text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--passes", type=int, default=engine_time.PASSES)
    parser.add_argument("--folder", type=Path, help="keeps the corpora; else the temporary folder")
    return parser.parse_args()


def _engine_tables(corpora: list[Built], passes: int) -> Iterator[str]:
    yield f"Milliseconds a keystroke over {len(keystrokes())} keystrokes of {len(TYPED)} queries"
    yield "(total and first page; the least of several passes):\n"
    yield "| articles | engine | median | p95 | worst | p95 of ours |"
    yield "|---:|---|---:|---:|---:|---:|"
    for built in corpora:
        print(f"timing {built.count:,} articles", file=sys.stderr)
        yield from _rows(built, _fast(built), passes, 1)
        yield from _rows(built, _slow(built), 2, SLOW_EVERY)


def _rows(
    built: Built, made: dict[str, Callable[[], engines.Engine]], passes: int, every: int
) -> Iterator[str]:
    if not any(name != "this reader" for name in made):
        return
    timings = engine_time.measure(made, passes, every)
    ours = timings["this reader"].p95
    for name, timing in timings.items():
        if every > 1 and name == "this reader":
            continue
        figures = f"{timing.median:.2f} | {timing.p95:.2f} | {timing.worst:.2f}"
        yield f"| {built.count:,} | {name} | {figures} | {ours / timing.p95:.3f} |"


def _fast(built: Built) -> dict[str, Callable[[], engines.Engine]]:
    index = Index.open(built.index)
    return {
        "this reader": lambda: engines.reader(index),
        "tantivy's own fuzzy query": lambda: engines.bare_tantivy(index),
    }


def _slow(built: Built) -> dict[str, Callable[[], engines.Engine]]:
    index = Index.open(built.index)
    made: dict[str, Callable[[], engines.Engine]] = {"this reader": lambda: engines.reader(index)}
    for name, make in (("ripgrep (one word)", engines.ripgrep), ("fzf --filter", engines.fzf)):
        if (engine := make(built.lines)) is not None:
            made[name] = lambda engine=engine: engine  # type: ignore[misc]
    return made


def _index_table(corpora: list[Built]) -> Iterator[str]:
    yield "\n| articles | text | index | of text | articles a second | memory while searching |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for built in corpora:
        command = [sys.executable, "-m", "tests.bench.memory", str(built.index)]
        said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        before, after = map(int, said.stdout.split())
        yield (
            f"| {built.count:,} | {built.text_bytes / 1e6:,.0f} MB "
            f"| {built.index_bytes / 1e6:,.0f} MB | {built.index_bytes / built.text_bytes:.0%} "
            f"| {built.count / built.seconds:,.0f} | {(after - before) / 1e6:.0f} MB |"
        )


def _quality_table(corpora: list[Built]) -> Iterator[str]:
    known = known_items.items()
    yield f"\nQueries for {len(known)} articles known to be there: right hit first / in the first"
    yield "ten, of those asked:\n"
    yield f"| articles | {' | '.join(known_items.KINDS)} |"
    yield f"|---:|{'---|' * len(known_items.KINDS)}"
    for built in corpora:
        index = Index.open(built.index)
        postings = index.postings()
        asked = list(
            known_items.questions(known, lambda word: postings.frequency("text", word))  # noqa: B023 - used at once
        )
        searcher = Searcher(None, index=index)  # type: ignore[arg-type] # needs no library
        found = known_items.measure(searcher, asked).values()
        cells = " | ".join(f"{one.first} / {one.in_ten} of {one.asked}" for one in found)
        yield f"| {built.count:,} | {cells} |"


def _write(file: Path, text: str) -> None:
    """Put ``text`` between the marks in ``file``, which keeps what is around them."""
    before, _, rest = file.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    file.write_text(f"{before}{START}\n\n{text}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
