"""Search spelt out plainly: each article looked at for each query, without an index.

The definition that the index and the planner must agree with. ``leading`` are the digits of the
score that do not depend on BM25 and dates.
"""

from itertools import pairwise
from typing import NamedTuple

from reader import fold
from reader.article import Article
from reader.index.schema import BEGUN_LETTERS
from reader.search import ranking, typos
from reader.search.expansion import FEW, RARE
from reader.search.query import Phrase, Query, Word


class Expected(NamedTuple):
    id: str
    has_all: bool
    leading: float


class Words:
    """The words of an article, folded and as written, in order."""

    def __init__(self, article: Article) -> None:
        self.id = article.id
        tokens = list(fold.tokens(article.text))
        self.terms = [token.term for token in tokens]
        self.written = [article.text[token.start : token.end].lower() for token in tokens]
        first, behind = article.headline
        held = [at for at, token in enumerate(tokens) if first <= token.start < behind]
        self.title = slice(held[0], held[-1] + 1) if held else slice(0, 0)

    def places(self, spellings: dict[str, int], in_title: bool) -> dict[int, int]:
        places = range(len(self.terms))[self.title if in_title else slice(None)]
        return {at: spellings[self.terms[at]] for at in places if self.terms[at] in spellings}


def search(articles: list[Article], query: Query) -> set[Expected]:
    """Return what is found, each article with its leading digits."""
    words = [Words(article) for article in articles]
    spellings = [_spellings(words, word) for word in query.words]
    kept = [one for one in words if _meets(one, query)]
    full = {e for one in kept if (e := _look(one, query, spellings, missing=0))}
    if len(full) >= 5 or len(query.words) < 2:
        return full
    assert len(words) <= FEW, "no word of a larger collection may be left alone"
    for missing in range(1, len(query.words)):
        lacking = {e for one in kept if (e := _look(one, query, spellings, missing))}
        if full or lacking:
            return full | lacking
    return set()


def _spellings(articles: list[Words], word: Word) -> dict[str, int]:
    """Return the spellings of ``word`` with the step of the form digit each has."""

    def reach(one: Words) -> list[str]:
        return one.terms[one.title] if word.in_title else one.terms

    known = {term for one in articles for term in reach(one)}
    begun = {t for t in known if word.is_open and t.startswith(word.term)}
    found = dict.fromkeys(begun | ({word.term} & known), ranking.SPELT_RIGHT)
    # Completions of a long beginning are counted one by one, articles with two of them twice.
    counts = [len(found.keys() & set(reach(one))) for one in articles]
    frequency = sum(counts) if len(word.term) > BEGUN_LETTERS else sum(map(bool, counts))
    if word.allows_typos and frequency <= RARE:
        for term in known - found.keys():
            if count := typos.mistakes(word.term, term):
                found[term] = ranking.ONE_MISTAKE if count == 1 else ranking.MORE_MISTAKES
    return found


def _meets(one: Words, query: Query) -> bool:
    return all(_stands(one, p, False) for p in query.phrases) and not any(
        _stands(one, p, True) for p in query.excluded
    )


def _stands(one: Words, phrase: Phrase, as_written: bool) -> bool:
    places = range(len(one.terms))[one.title if phrase.in_title else slice(None)]
    return any(
        all(
            (t.startswith(w.term) if w.is_open else t == w.term)
            and not (as_written and w.is_marked and x != w.text.lower())
            for w, t, x in zip(phrase.words, one.terms[at:], one.written[at:], strict=False)
        )
        for at in places[: len(places) - len(phrase.words) + 1]
    )


def _look(
    one: Words, query: Query, spellings: list[dict[str, int]], missing: int
) -> Expected | None:
    pairs = list(zip(query.words, spellings, strict=True))
    places = [one.places(spelt, word.in_title) for word, spelt in pairs]
    if sum(not each for each in places) != missing:
        return None
    told = [e for e, (w, _) in zip(places, pairs, strict=True) if not w.is_open or len(w.term) > 2]
    if missing and not any(told):
        return None
    best = [max(each.values()) for each in places if each]
    step = min(best, default=ranking.SPELT_RIGHT) if not missing else 0
    near = [
        {at: step_ for at, step_ in one.places(spelt, False).items() if missing or step_ >= step}
        for spelt in spellings
    ]
    together = [any(at + 1 in b for at in a) for a, b in pairwise(near)]
    titled = [any(one.title.start <= at < one.title.stop for at in each) for each in near]
    marked = [word for word in query.words if word.is_marked]
    written = [_is_written(one, word) for word in marked]
    leading = (
        (ranking.WORDS + ranking.FORM * step if not missing else 0)
        + ranking.ADJACENT * _share(together)
        + ranking.EXACT * _is_exact(one, pairs)
        + ranking.TITLE * _share(titled)
        + ranking.MARKS * _share(written)
    )
    return Expected(one.id, not missing, leading)


def _is_exact(one: Words, pairs: list[tuple[Word, dict[str, int]]]) -> bool:
    """Tell whether the word being typed stands as it is; a long one may begin no other."""
    for word, spelt in pairs:
        begun = {term for term in spelt if term.startswith(word.term)}
        if word.is_open and (begun - {word.term} or (begun and len(word.term) <= BEGUN_LETTERS)):
            return bool(one.places({word.term: 0}, word.in_title))
    return True


def _is_written(one: Words, word: Word) -> bool:
    text = word.text.lower()
    if word.is_open and len(text) > 1:
        return any(written.startswith(text) and not written.isascii() for written in one.written)
    return text in one.written


def _share(facts: list[bool]) -> float:
    return sum(facts) / len(facts) if facts else 0.0
