"""What a collection says about one entity: its names, its titles and when, its company.

The UI and the commands show it as the page of that entity. Everything is counted from the
mentions of the articles that name it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.article import Article
from reader.entities.cues import cues
from reader.entities.mention import Mention
from reader.entities.tokens import tokenise

REACH = 70
"""Characters before a name in which its title is looked for: the longest titles, with a country
and a portfolio, take some 60. Farther off, a title belongs to somebody else."""

STOPS = frozenset('.,;:!?()[]"“”\n–')
"""Tokens that part a name from what stands before it."""


class Titled(NamedTuple):
    """A title an entity was given, in the words of the article, and the year of the article."""

    title: str
    year: str


@dataclass
class Portrait:
    """One entity as the collection shows it; counters have the most frequent first.

    ``names`` counts its names by language, ``titles`` the titles before them, ``company`` in how
    many articles it stands with another entity (by id, whose names are in ``labels``). ``first``
    and ``last`` are the earliest and latest dates of its articles.
    """

    id: str
    type: str = ""
    label: str = ""
    names: dict[str, Counter[str]] = field(default_factory=dict)
    titles: Counter[Titled] = field(default_factory=Counter)
    company: Counter[str] = field(default_factory=Counter)
    labels: dict[str, str] = field(default_factory=dict)
    first: str | None = None
    last: str | None = None
    places: list[tuple[Article, Mention]] = field(default_factory=list)


def portrait(
    ids: Collection[str], articles: Iterable[tuple[Article, Sequence[Mention]]]
) -> Portrait:
    """Gather what ``articles`` with their mentions say about an entity. Linear in the mentions.

    ``ids`` are those that count as the entity, its own first.
    """
    found = Portrait(next(iter(ids)))
    for article, mentions in articles:
        own = [mention for mention in mentions if mention.entity in ids]
        if own:
            _enter(found, article, own, mentions)
    return found


def _enter(
    found: Portrait, article: Article, own: Sequence[Mention], mentions: Sequence[Mention]
) -> None:
    found.type, found.label = own[0].type, own[0].label or own[0].text
    names = found.names.setdefault(article.lang, Counter())
    names.update(" ".join(mention.text.split()) for mention in own)
    found.places += [(article, mention) for mention in own]
    if article.date:
        found.first = min(found.first or article.date, article.date)
        found.last = max(found.last or article.date, article.date)
    itself = {mention.entity for mention in own}
    others = {
        m.entity: m.label or m.text
        for m in mentions
        if m.entity and m.entity not in itself and m.type != "DATE"
    }
    found.company.update(others.keys())
    found.labels.update(others)
    if found.type == "PERSON":
        year = (article.date or "")[:4]
        titles = {title_before(article, mention, mentions) for mention in own} - {""}
        found.titles.update(Titled(title, year) for title in titles)


def title_before(article: Article, mention: Mention, mentions: Sequence[Mention]) -> str:
    """Return the office or occupation that stands right before a person's name, or nothing.

    Of ``Ngoại trưởng Nhật Kishida`` it is ``Ngoại trưởng``: a country between title and name is
    left out, and so is anything before the title.
    """
    tokens = tokenise(article.text, max(0, mention.start - REACH), mention.start)
    words = list(tokens.words)
    while words and set(words) & STOPS:
        words.pop(0)
    starts = tokens.starts[len(tokens.words) - len(words) :]
    between = [m for m in mentions if m.end <= mention.start and starts and m.start >= starts[0]]
    table, lower = (
        cues(article.lang if article.lang in ("vi", "en") else "en"),
        list(map(str.lower, words)),
    )
    for index in range(len(words)):
        cue = table.at(words, lower, index)
        if cue and cue[1] in "tj":
            inside = [m.start for m in between if m.start > starts[index]]
            end = min(inside, default=mention.start)
            return " ".join(article.text[starts[index] : end].split())
    return ""
