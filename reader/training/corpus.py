"""The labelled texts: how each source is written down, and what of it is used.

Every source becomes examples with the reader's types; labels that it does not know (dates,
money, works) are dropped. See ``data/README.md`` for sources and licences.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import filterfalse, islice
from pathlib import Path

from reader.entities.gazetteer import gazetteer
from reader.entities.tokens import tokenise
from reader.fold import compose

DATA = Path(__file__).parent / "data"

OWN = frozenset(file.stem for file in DATA.glob("*.txt"))
"""The sources written for the project, whose conventions are the reader's own."""

TYPE_OF = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE", "EVENT": "EVENT",
           "P": "PERSON", "O": "ORG", "L": "PLACE", "E": "EVENT"}  # fmt: skip

_LABELLED = re.compile(r"\[([POLE]):([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled text: ``spans`` are (start, end, type), in order, without overlap.

    ``source`` is the file it comes from, ``group`` the document or, where documents are not
    told apart, a stretch of the file; what is kept aside is kept aside by whole groups.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...]
    source: str
    group: str


def vietnamese() -> list[Example]:
    """Return the paragraphs written for the project."""
    return [example for file in sorted(DATA.glob("vi_*.txt")) for example in read_bracketed(file)]


def read_bracketed(file: Path) -> Iterator[Example]:
    """Yield the paragraphs of a file that was labelled with brackets, see ``read_labelled``."""
    for number, line in enumerate(compose(file.read_text(encoding="utf-8")).splitlines()):
        topic, _, text = line.rpartition("\t")
        yield read_labelled(text, file.stem, f"{file.stem}-{number}-{topic}")


def read_labelled(line: str, source: str, group: str) -> Example:
    """Read a text whose names are written ``[P:…]``, ``[O:…]``, ``[L:…]`` or ``[E:…]``."""
    pieces: list[str] = []
    spans: list[tuple[int, int, str]] = []
    length = done = 0
    for found in _LABELLED.finditer(line):
        pieces += [line[done : found.start()], found[2]]
        start = length + found.start() - done
        length = start + len(found[2])
        spans.append((start, length, TYPE_OF[found[1]]))
        done = found.end()
    pieces.append(line[done:])
    lang = source[:2]
    return _as_known(Example("".join(pieces), tuple(spans), source, group), lang)


def _as_known(example: Example, lang: str) -> Example:
    """Give a name of the gazetteer the type it has there.

    A country is a place also where it plays or fights, the `White House` a body also where it
    stands in a street.
    """
    spans = tuple(
        (start, end, _known_type(example.text[start:end], kind, lang))
        for start, end, kind in example.spans
    )
    return replace(example, spans=spans)


def _known_type(name: str, type_: str, lang: str) -> str:
    found = gazetteer().find(name.removeprefix("the "), lang)
    if found is None or type_ not in ("ORG", "PLACE") or "d" in found.flags:
        return type_
    return {"C": "PLACE", "O": "ORG"}.get(found.known.kind, type_)


def _misses_a_country(example: Example) -> bool:
    """Tell whether a country stands unlabelled, as it does where a source labelled only some."""
    tokens = tokenise(example.text)
    for at in range(len(tokens.words)):
        found = gazetteer().at(tokens.words, at, "en")
        if found and found.known.kind == "C" and not set(found.flags) & set("dawip"):
            start = tokens.starts[at]
            if not any(first <= start < end for first, end, _ in example.spans):
                return True
    return False


def english() -> list[Example]:
    """Return the English sources, mended where their conventions differ from the reader's."""
    sources = (
        *_joined(_json_lines("en_gum"), 3),
        *_joined(_json_lines("en_wikigold"), 3),
        *filterfalse(_misses_a_country, map(_mended, _json_lines("en_re3d_free"))),
        *_joined(map(_mended, _json_lines("en_uner_ewt_dev")), 2),
        *islice(_headlines(_json_lines("en_btc")), 0, None, TWEETS),
    )
    written = [each for file in sorted(DATA.glob("en_*.txt")) for each in read_bracketed(file)]
    mended = (_as_known(_untitled(each), "en") for each in sources)
    return [*mended, *map(_without_events, written)]


def _without_events(example: Example) -> Example:
    """Leave out events, which no other English source labels."""
    spans = tuple(span for span in example.spans if span[2] != "EVENT")
    return replace(example, spans=spans)


TWEETS = 3
"""Of so many headlines one is used: all of them drown the articles (news lost three points of F1),
none leaves names without context unfound."""

STRETCH = 40
"""Sentences that are kept together where a source does not tell its documents apart: fewer would
put the same article's names on both sides of the split."""


def _json_lines(source: str) -> Iterator[Example]:
    for number, line in enumerate((DATA / f"{source}.jsonl").read_text("utf-8").splitlines()):
        row = json.loads(line)
        spans = tuple(
            sorted((start, end, TYPE_OF[kind]) for start, end, kind in row["spans"]
                   if kind in TYPE_OF)
        )  # fmt: skip
        yield Example(row["text"], spans, source, row["doc"] or f"{source}-{number // STRETCH}")


def _joined(examples: Iterable[Example], most: int) -> Iterator[Example]:
    """Join sentences that follow each other into paragraphs, as articles have them."""
    held: list[Example] = []
    for example in examples:
        if held and (example.group != held[0].group or len(held) == most):
            yield _paragraph(held)
            held = []
        held.append(example)
    if held:
        yield _paragraph(held)


def _paragraph(sentences: list[Example]) -> Example:
    spans: list[tuple[int, int, str]] = []
    length = 0
    for sentence in sentences:
        spans += [(start + length, end + length, kind) for start, end, kind in sentence.spans]
        length += len(sentence.text) + 1
    text = " ".join(sentence.text for sentence in sentences)
    return Example(text, tuple(spans), sentences[0].source, sentences[0].group)


_SPLIT_OFF = re.compile(
    r" (?=n't|['’](?:s|re|ve|ll|d|m)\b|['’] s\b|[,.;:!?)](?:\s|$))"
    r"|(?<=['’]) (?=s\b)|(?<=\w) (?=- \w)|(?<=\w -) (?=\w)|(?<=\() "
)
_TITLES = re.compile(
    r"(?:U\.[SN]\. |(?:the|a|an|UN|US|UK|British|Iraqi|Syrian|Foreign|Office|Defence|Defense|Prime"
    r"|Deputy|Vice|Secretary|General|Minister|President|King|Queen|Prince|Princess|Emperor|Empress|Sheikh"
    r"|Saint|St|Sir|Lord|Lady|Pope|Ambassador|Envoy|Special|Army|Navy|Air|Chief|Marshal|Judge"
    r"|Justice|Chairman|Director|Senator|Sen|Rep|Gov|Governor|Mayor|Congressman|Congresswoman"
    r"|Spokesman|Spokesperson|Commander|Captain|Colonel|Major|Lieutenant|Sergeant|Admiral|Coach"
    r"|Brig|Maj|Lt|Gen|Col|Capt|Sgt|Adm|Dr|Mr|Mrs|Ms|Miss|Professor|Prof|Rev|Reverend|Father|of"
    r"|Staff|Command|State|Pentagon|press|operations|PM)\b\.? ?)+(?=[A-Z])",
    re.I,
)


def _untitled(example: Example) -> Example:
    """Leave titles out of the names of people."""
    spans = tuple(
        (_behind_title(example.text, start, end), end, kind) if kind == "PERSON"
        else (start, end, kind)
        for start, end, kind in example.spans
    )  # fmt: skip
    return replace(example, spans=spans)


def _behind_title(text: str, start: int, end: int) -> int:
    found = _TITLES.match(text, start, end)
    return found.end() if found else start


def _mended(example: Example) -> Example:
    """Undo the spaces that a source puts before marks, and keep of each span what is a name."""
    gaps = [found.start() for found in _SPLIT_OFF.finditer(example.text)]
    joined = "".join(char for at, char in enumerate(example.text) if at not in set(gaps))
    spans = [(start - bisect_left(gaps, start), end - bisect_left(gaps, end), kind)
             for start, end, kind in example.spans]  # fmt: skip
    named = (_name_in(joined, span) for span in spans)
    kept = tuple(span for span in named if span)
    return replace(example, text=joined, spans=kept)


def _name_in(text: str, span: tuple[int, int, str]) -> tuple[int, int, str] | None:
    """Return the span without article and titles, or None for a description (`the enemy`)."""
    start, end, kind = span
    if kind == "PERSON":
        start = _behind_title(text, start, end)
    elif text[start:end].lower().startswith("the "):
        start += 4
    name = text[start:end]
    words = name.split()
    if not words or not words[0][0].isupper() or not words[-1][0].isupper():
        return None
    if name.lower() in ("he", "she", "they", "it", "we", "i", "you", "his", "their", "this"):
        return None
    return start, end, kind


_LINK = re.compile(r"\s*https?://\S*|\s*\bhttp\S*")


def _headlines(tweets: Iterable[Example]) -> Iterator[Example]:
    """Keep of the tweets those that pass on a headline: with a link, and addressed to nobody."""
    for tweet in tweets:
        link = _LINK.search(tweet.text)
        text = tweet.text[: link.start()] if link else ""
        if len(text) > 25 and not re.search(r"[@#♥|]|\bRT\b|\b(?:I|my|you)\b", text):
            spans = tuple(span for span in tweet.spans if span[1] <= len(text))
            yield replace(tweet, text=text, spans=spans)
