"""Runs the stages over a text, in order."""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence

from reader.entities import english, language, vietnamese
from reader.entities.bodies import is_elsewhere
from reader.entities.capitals import recase
from reader.entities.context import judge
from reader.entities.dates import find_dates
from reader.entities.document import settle
from reader.entities.engines import Engine
from reader.entities.engines.stage import marked
from reader.entities.gazetteer import TYPE_OF, gazetteer
from reader.entities.linking import link
from reader.entities.mention import Candidate, Mention
from reader.entities.names import slug
from reader.entities.neighbours import amended
from reader.entities.offsets import compose
from reader.entities.passage import Passage, read_passage
from reader.entities.tagger import corrected

Stage = Callable[[Passage], None]
"""Reads a passage (its tokens, classes and the candidates so far) and proposes candidates."""

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S.*)*")

DATE_WEIGHT = 258


def mentions(
    text: str, date: str | None, lang: str | None, engine: Engine | None = None
) -> list[Mention]:
    """Run the stages over ``text``; see ``entities.annotate``."""
    composed, starts = compose(text)
    main = lang or language.guess(composed)
    cased = recase(composed, main)
    passages = list(proposed(cased, lang, main, date))
    for passage in passages:
        if engine is None:
            corrected(passage)
        else:
            marked(engine, passage)
    standing = amended(cased, settle(cased, passages), main)
    return list(_mentions(text, cased, starts, standing, main))


def proposed(text: str, lang: str | None, main: str, date: str | None = None) -> Iterator[Passage]:
    """Yield the passages of a composed text, and what grammar and rules propose for each."""
    dates = deque(_dates(text, main, date))
    for passage in _passages(text, lang, main):
        while dates and dates[0].start < passage.ends[-1]:
            passage.candidates.append(dates.popleft())
        for stage in STAGES:
            stage(passage)
        yield passage


def _passages(text: str, lang: str | None, main: str) -> Iterator[Passage]:
    for found in _PARAGRAPH.finditer(text):
        start, end = found.span()
        yield read_passage(text, start, end, lang or language.guess(found.group(), main))


def known_names(passage: Passage) -> None:
    """Propose what the gazetteer knows, where the context does not speak against it."""
    judge(passage)
    for index, (length, known, flags) in passage.found.items():
        weight = 225 if "d" in flags else 253 if "s" in flags else 240 if length == 1 else 256
        first = index + (_head(passage, index) if "h" in flags else 0)
        rule = "demonym" if "d" in flags else "gazetteer"
        passage.propose(first, index + length, TYPE_OF[known.kind], weight, rule, known.entity)


def _head(passage: Passage, index: int) -> int:
    """Return how many words of a name are a head outside it: `sông Hồng`, not `Sông Hồng`."""
    word = passage.words[index]
    if word[0].isupper() and not passage.opens[index]:
        return 0
    return 2 if word.lower() == "thành" else 1


def cue_rules(passage: Passage) -> None:
    """Propose what the words around capitals say they are."""
    (vietnamese if passage.lang == "vi" else english).propose(passage)


STAGES: list[Stage] = [known_names, cue_rules]


def _dates(text: str, lang: str, anchor: str | None) -> Iterator[Candidate]:
    for each in find_dates(text, lang, anchor):
        yield Candidate(each.start, each.end, "DATE", DATE_WEIGHT, "date", each.value, each.grain)


def _mentions(
    text: str,
    cased: str,
    starts: Sequence[int],
    standing: Sequence[Candidate],
    lang: str,
) -> Iterator[Mention]:
    countries = _countries(standing)
    home = _home(countries, lang)
    before: Candidate | None = None
    for each in standing:
        start, end = starts[each.start], starts[each.end]
        owner = _owner(cased, before, each)
        if countries and is_elsewhere(each.hint or "", countries):
            named = cased[each.start : each.end]
            each = each._replace(hint=f"org:{slug(named)}", label=named)  # noqa: PLW2901
        near = owner or home or _nearby(cased, standing, each, countries, lang)
        entity, label = link(each, cased[each.start : each.end], lang, near)
        date = (each.hint, each.grain) if each.type == "DATE" else (None, None)
        yield Mention(start, end, text[start:end], each.type, entity, label, *date)
        before = each


def _owner(text: str, before: Candidate | None, each: Candidate) -> str | None:
    """Return the country whose body it is, where the text says so: `China's Foreign Ministry`."""
    if before is None or each.type != "ORG" or not (before.hint or "").startswith("country:"):
        return None
    return before.hint if text[before.end : each.start] in ("'s ", "’s ", "' ", "’ ") else None


def _nearby(
    text: str,
    standing: Sequence[Candidate],
    each: Candidate,
    countries: Counter[str],
    lang: str,
) -> str:
    """Return Vietnam for its parliament: a bare `Quốc hội` beside no other country.

    The text must name a place of Vietnam, or it may be about a land whose name is far away.
    """
    bare = text[each.start : each.end] in ("Quốc hội", "QH")
    if lang != "vi" or not bare or "country:VN" not in countries:
        return ""
    start = text.rfind("\n\n", 0, each.start) + 1
    end = text.find("\n\n", each.end)
    behind = end if end >= 0 else len(text)
    beside = _countries([one for one in standing if start <= one.start < behind])
    return "" if set(beside) - {"country:VN"} else "country:VN"


HOME_SHARE = 0.75
"""Share of a text's places that must lie in one country for a bare `Foreign Ministry` to be its."""


def _countries(standing: Sequence[Candidate]) -> Counter[str]:
    """Count the countries that a document's places are or lie in."""
    places = (gazetteer().country(each.hint or "") for each in standing if each.type == "PLACE")
    return Counter(filter(None, places))


def _home(countries: Counter[str], lang: str) -> str:
    """Return the country that a document is about, if its places leave no doubt.

    A Vietnamese text that names none is about Vietnam.
    """
    if not countries:
        return "country:VN" if lang == "vi" else ""
    home, count = countries.most_common(1)[0]
    return home if count >= HOME_SHARE * countries.total() else ""
