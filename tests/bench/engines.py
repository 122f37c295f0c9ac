"""The engines that are compared: each answers what stands in the search box, in full.

An answer is the number of hits and the first page of them. A bare engine gets the same folded
words, with as many mistakes forgiven, and the last word as a prefix.
"""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tantivy import Occur, Query

from reader.index import Index
from reader.search import Searcher, parse, typos

PAGE = 40
Engine = Callable[[str], int]


def reader(index: Index) -> Engine:
    """Return the reader's own engine, with nothing remembered from keystrokes before."""
    searcher = Searcher(None, index=index)  # type: ignore[arg-type] # an index needs no library

    def answer(text: str) -> int:
        results = searcher.search(text)
        results.hits(0, PAGE)
        return results.total

    answer("")
    return answer


def bare_tantivy(index: Index) -> Engine:
    """Return tantivy's own fuzzy queries over the same index: every word, in any order."""
    index.engine.reload()
    searcher, schema = index.engine.searcher(), index.engine.schema

    def answer(text: str) -> int:
        words = [
            Query.fuzzy_term_query(
                schema, "text", word.term, typos.allowed(word.term), True, word.is_open
            )
            for word in parse(text).words
        ]
        if not words:
            return 0
        every = Query.boolean_query([(Occur.Must, word) for word in words])
        return int(searcher.search(every, limit=PAGE).count)  # type: ignore[attr-defined]

    return answer


def ripgrep(lines: Path) -> Engine | None:
    """Return ripgrep over one article a line, folded; it counts the lines with the last word."""
    program = shutil.which("rg")
    return (program and _lines([program, "-c", "-F", "--"], lines)) or None


def fzf(lines: Path) -> Engine | None:
    """Return ``fzf --filter`` over one article a line, folded."""
    program = shutil.which("fzf")
    return (program and _fed([program, "--filter"], lines)) or None


def _lines(command: list[str], lines: Path) -> Engine:
    def answer(text: str) -> int:
        word = parse(text).words[-1].term if parse(text).words else "x"
        done = subprocess.run([*command, word, str(lines)], capture_output=True, check=False)
        return int(done.stdout or 0)

    return answer


def _fed(command: list[str], lines: Path) -> Engine:
    def answer(text: str) -> int:
        typed = " ".join(f"'{word.term}" for word in parse(text).words)
        with lines.open("rb") as fed:
            done = subprocess.run([*command, typed], stdin=fed, capture_output=True, check=False)
        return done.stdout.count(b"\n")

    return answer
