"""Is the article that was meant the first hit? Queries for articles that are known to be there.

Each article of ``known_items.txt`` is looked for in several ways, hidden among generated ones:

    remembered  with marks              rạch miễu hợp long
    folded      without                 rach mieu hop long
    misspelt    one letter wrong        rach meiu hop long
    prefix      the last word begun     rạch miễu hợp lo
    scattered   words of its text       phà Rạch bờ
    one word    its rarest, misspelt    mieux
"""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from reader import fold
from reader.article import Article, Span
from reader.search import Searcher, typos

FILE = Path(__file__).with_name("known_items.txt")
KINDS = ("remembered", "folded", "misspelt", "prefix", "scattered", "one word")


class Item(NamedTuple):
    """An article with what may be remembered of it."""

    article: Article
    remembered: str


class Question(NamedTuple):
    """A query, and the id of the article that should come first."""

    kind: str
    query: str
    answer: str


def items() -> list[Item]:
    """Return the articles of the file."""
    lines = [line for line in FILE.read_text("utf-8").splitlines() if line[:1] not in ("#", "")]
    return [_item(*lines[at : at + 3]) for at in range(0, len(lines), 3)]


def _item(title: str, body: str, remembered: str) -> Item:
    lang = "en" if title.isascii() and body.isascii() else "vi"
    text = f"{title}\n\n{body}"
    span = Span(0, len(title))
    article = Article(f"known/{title}", title, text, title, "document", span, lang)
    return Item(article, remembered.removeprefix("? "))


def questions(known: list[Item], frequency: Callable[[str], int]) -> Iterator[Question]:
    """Yield the queries for each article, the same each time.

    ``frequency`` tells in how many articles a word is: one that is in many names none of them, and
    a misspelling that is another word can't be told from it.
    """
    rng = random.Random(7)
    for item in known:
        answer, whole = item.article.id, item.remembered
        words = sorted(set(fold.terms(item.article.text)), key=lambda word: (frequency(word), word))
        yield Question("remembered", whole, answer)
        yield Question("folded", fold.fold(whole), answer)
        yield Question("prefix", whole[: -max(1, len(whole.split()[-1]) // 2)], answer)
        yield Question("scattered", " ".join(rng.sample(words[:6], 3)), answer)
        for kind, word in (("misspelt", fold.fold(whole)), ("one word", words[0])):
            wrong = _misspelt(word, rng)
            is_word = any(map(frequency, set(wrong.split()) - set(word.split())))
            if not is_word and (kind == "misspelt" or frequency(word) == 1):
                yield Question(kind, wrong, answer)


def _misspelt(query: str, rng: random.Random) -> str:
    """Return the query with one letter of its longest word dropped, doubled, swapped or wrong."""
    words = query.split()
    at = max(range(len(words)), key=lambda one: len(words[one]))
    if not typos.allowed(words[at]):
        return query
    word, spot = words[at], rng.randrange(1, len(words[at]) - 1)
    head, letter, tail = word[:spot], word[spot], word[spot + 1 :]
    words[at] = rng.choice((
        head + tail, head + letter * 2 + tail, head + tail[0] + letter + tail[1:],
        head + rng.choice("aeiourstn") + tail,
    ))  # fmt: skip
    return " ".join(words) + " "


class Quality(NamedTuple):
    """Of so many queries, how many had the right hit first, and how many among the first ten."""

    asked: int
    first: int
    in_ten: int


def measure(searcher: Searcher, asked: list[Question]) -> dict[str, Quality]:
    """Ask all questions, and return the quality by kind."""
    found = dict.fromkeys(KINDS, Quality(0, 0, 0))
    for question in asked:
        ids = [hit.id for hit in searcher.search(question.query).hits(0, 10)]
        asked_, first, in_ten = found[question.kind]
        found[question.kind] = Quality(
            asked_ + 1, first + (ids[:1] == [question.answer]), in_ten + (question.answer in ids)
        )
    return found
