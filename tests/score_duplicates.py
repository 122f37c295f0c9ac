"""How well near-duplicates are told, on edits made to real text: run it, it prints a table.

    python tests/score_duplicates.py

Articles are runs of sentences of the repository's own texts; each is edited as editors do, and
has to be found a copy of itself and of no other. Beside it stands SimHash (64 bits, the same
phrases), at the distance of 3 bits that its tables reach and at 10, which they don't.
"""

import random
import re
import sys
import zlib
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from reader.fold import terms  # noqa: E402  the path comes first
from reader.library.duplicates import PHRASE, are_copies, sketch  # noqa: E402  as above

SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]?\s+(?=[A-ZÀ-ỸĐ“\"\d])")
LABEL = re.compile(r"\[[A-Z]:([^\]]*)\]")
FILES = ("seeds/*.txt", "reader/training/data/vi_?.txt", "reader/training/data/en_news.txt")

Edit = Callable[[list[str], random.Random], list[str]]


def articles(chance: random.Random) -> list[list[str]]:
    """Return articles as lists of sentences, no sentence in two."""
    found = []
    for pattern in FILES:
        for file in sorted(ROOT.glob(pattern)):
            text = LABEL.sub(r"\1", file.read_text(encoding="utf-8"))
            sentences = list(
                dict.fromkeys(one for one in SENTENCE_END.split(text) if len(one) > 30)
            )
            while len(sentences) >= 8:
                length = chance.randint(8, 30)
                found.append(sentences[:length])
                sentences = sentences[length:]
    return found


def words_changed(share: float) -> Edit:
    def edit(sentences: list[str], chance: random.Random) -> list[str]:
        words = " ".join(sentences).split()
        return [" ".join("khác" if chance.random() < share else word for word in words)]

    return edit


def shortened(share: float) -> Edit:
    return lambda sentences, _: sentences[: max(3, round(len(sentences) * share))]


def edits(others: list[str]) -> dict[str, Edit]:
    return {
        "another headline and credit": lambda s, _: [others[0][:60], *s[1:], "Theo TTXVN"],
        "1 word in 50 changed": words_changed(0.02),
        "1 word in 20 changed": words_changed(0.05),
        "1 word in 10 changed": words_changed(0.1),
        "last third cut": shortened(0.66),
        "last two thirds cut": shortened(0.34),
        "paragraphs in another order": lambda s, chance: chance.sample(s, len(s)),
        "a third more": lambda s, _: s + others[: len(s) // 3],
        "cut, more, and 1 in 50 changed": lambda s, chance: words_changed(0.02)(
            s[: len(s) * 3 // 4] + others[: len(s) // 5], chance
        ),
    }


def simhash(text: str) -> int:
    words = terms(text)
    sums = [0] * 64
    for at in range(max(1, len(words) - PHRASE + 1)):
        raw = " ".join(words[at : at + PHRASE]).encode()
        code = zlib.crc32(raw) << 32 | zlib.crc32(raw, 0x5EED)
        for bit in range(64):
            sums[bit] += 1 if code >> bit & 1 else -1
    return sum((total > 0) << bit for bit, total in enumerate(sums))


def main() -> None:
    chance = random.Random(7)
    all_articles = articles(chance)
    filler, *sample = chance.sample(all_articles, min(201, len(all_articles)))
    print(f"{len(sample)} articles\nshare found            sketch  simhash 3  simhash 10")
    whole = [" ".join(one) for one in sample]
    sketches, codes = [sketch(text) for text in whole], [simhash(text) for text in whole]
    for name, edit in edits(filler).items():
        texts = [" ".join(edit(one, chance)) for one in sample]
        own = sum(map(are_copies, sketches, map(sketch, texts)))
        far = [(a ^ simhash(text)).bit_count() for a, text in zip(codes, texts, strict=True)]
        near = [sum(bits <= most for bits in far) for most in (3, 10)]
        print(f"{name:32}", *(f"{count / len(sample):6.3f}" for count in (own, *near)))
    pairs = list(combinations(range(len(sample)), 2))
    wrong = sum(are_copies(sketches[a], sketches[b]) for a, b in pairs)
    near = [sum((codes[a] ^ codes[b]).bit_count() <= most for a, b in pairs) for most in (3, 10)]
    print(f"{'pairs joined wrongly, of ' + str(len(pairs)):32}", wrong, *near)


if __name__ == "__main__":
    main()
