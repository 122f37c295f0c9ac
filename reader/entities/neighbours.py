"""What the mentions and words beside a mention make of it, once all of a document are known.

Paris + Olympics                         one event
TAND Cấp cao + tại + TP.HCM              one court
Liverpool beat …, in a text of sport     the club, not the city
Santa Clara, California                  not the Santa Clara of Cuba
(PLO) in a Vietnamese text               a newspaper, unless it speaks of Palestine
ở phía Bắc                               a direction, and no name
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.entities.gazetteer import gazetteer
from reader.entities.linking import HOSTED, is_town
from reader.entities.mention import Candidate
from reader.entities.names import slug

_YEAR_BEHIND = re.compile(r" (?:19|20)\d\d(?![\d/.-]\d|\w)")
_BEFORE_EVENT = re.compile(r"(?<![\w/.-])(?:(?:19|20)\d\d |\d{1,2}(?:st|nd|rd|th) )$")
_EURO = re.compile(r"(?<!\w)(?:Euro|EURO) (?:19|20)\d\d(?!\w)")
_BEFORE_HOSTED = re.compile(r"(?<![\w-])[^\W\d_a-z][\w.]+(?: [^\W\d_a-z]\w+)? $")

_COURT = re.compile(
    r"(?:TAND|VKSND|[Tt]òa án [Nn]hân dân|[Tt]oà án [Nn]hân dân|[Vv]iện [Kk]iểm sát [Nn]hân dân)"
    r" [Cc]ấp cao$"
)
_DIRECTION = re.compile(r"(?<!\w)(?:phía|hướng|phương|mạn|mé|bờ|cực|nửa) $", re.I)
_COMMA_PLACE = re.compile(r", (?:bang |tiểu bang |tỉnh )?$")
_CREDIT = re.compile(r"(?:\((?:Theo )?|Theo |Nguồn:? ?|/ ?)$")
_LINE_END = re.compile(r"\)?\.?[^\S\n]*(?:\n|$)|\)?\s*[-–—]\s")

_SPORT = re.compile(
    r"(?<!\w)(?:goals?|match(?:es)?|league|striker|midfielder|defender|goalkeeper|penalty|coach"
    r"|half-time|semi-?finals?|stadium|champions|football|soccer|bàn thắng|trận đấu|cầu thủ"
    r"|tiền đạo|tiền vệ|hậu vệ|thủ môn|HLV|vòng đấu|ghi bàn|bóng đá|sân khách|sân nhà|hiệp hai"
    r"|\d-\d)(?!\w)", re.I
)  # fmt: skip
LEAST_SPORT = 2
"""Words of sport that make a text one of sport; a single one stands in other news too."""

_DOES = re.compile(
    r" (?:beat|defeat(?:ed)?|lost|drew|draw|thrash(?:ed)?|signed|scored|host(?:ed)?|won|face[sd]?"
    r"|manager|coach|captain|striker|midfielder|defender|goalkeeper|winger|forward|fans|boss|side"
    r"|thắng|đánh bại|thua|hòa|hoà|gặp|tiếp|cầm hòa|vô địch|ghi|dẫn|chiêu mộ)(?!\w)"
)
_DONE_TO = re.compile(
    r"(?:(?:drew|draw|lost|won) \d-\d (?:with|to|against|at)|beat|defeated"
    r"|thrashed|against|over|joined|champions|rivals|hosts|versus|vs\.?"
    r"|đánh bại|thắng|thua|hòa|hoà|gặp|trước|của CLB|HLV|tiền đạo|đối thủ|đội chủ nhà) $"
)
_WHERE = re.compile(
    r"(?<!\w)(?:in|at|near|from|ở|tại|đến|tới|thành phố|TP\.?|sân) $", re.I
)  # fmt: skip


def amended(text: str, standing: Sequence[Candidate], lang: str) -> list[Candidate]:
    """Return the mentions of a document, each as those beside it show it to be."""
    found = [each for each in standing if not _is_direction(text, each)]
    found = list(_joined(text, found))
    found = _with_years(text, found)
    found = list(_placed(text, found))
    found = list(_clubs(text, found))
    return list(_credited(text, found)) if lang == "vi" else found


def _is_direction(text: str, each: Candidate) -> bool:
    """Tell whether a guess is only a point of the compass: `ở phía Bắc`."""
    bare = text[each.start : each.end] in ("Bắc", "Nam", "Đông", "Tây")
    return bare and bool(_DIRECTION.search(text[max(0, each.start - 8) : each.start]))


def _joined(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the mentions, a court and where it sits as one."""
    at = 0
    while at < len(found):
        each = found[at]
        behind = found[at + 1] if at + 1 < len(found) else None
        if behind and _is_court_at(text, each, behind):
            yield each._replace(end=behind.end, hint=None, label=None)
            at += 2
        else:
            yield each
            at += 1


def _is_court_at(text: str, each: Candidate, behind: Candidate) -> bool:
    between = text[each.end : behind.start]
    named = each.type == "ORG" and _COURT.search(text[each.start : each.end])
    return bool(named) and behind.type == "PLACE" and between in (" tại ", " ở ")


def _with_years(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Take the year or number beside an event into it, and out of the dates."""
    events = [_with_year(text, each) for each in found if each.type == "EVENT"]
    for euro in _EURO.finditer(text):
        if not any(each.start < euro.end() and euro.start() < each.end for each in events):
            events.append(Candidate(*euro.span(), "EVENT", 255, "event and number"))
    spans = [(each.start, each.end) for each in events]
    others = (each for each in found if each.type != "EVENT")
    free = [each for each in others if not any(a < each.end and each.start < b for a, b in spans)]
    return sorted([*events, *free])


def _with_year(text: str, each: Candidate) -> Candidate:
    known = gazetteer().find(text[each.start : each.end])
    if known is None or known.known.kind != "E":
        return each
    start, end = each.start, each.end
    if known.known.entity in HOSTED:
        host = _BEFORE_HOSTED.search(text[max(0, start - 30) : start])
        start -= len(host.group()) if host and is_town(host.group().strip()) else 0
    before = _BEFORE_EVENT.search(text[max(0, start - 6) : start])
    behind = _YEAR_BEHIND.match(text, end)
    if before:
        start -= len(before.group())
    elif behind:
        end = behind.end()
    return each if (start, end) == each[:2] else Candidate(start, end, "EVENT", 255, each.rule)


def _placed(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the mentions, a town of another land than the state beside it under its own id."""
    names = gazetteer()
    moved: dict[str, Candidate] = {}
    for each, behind in pairwise(found):
        if each.type == behind.type == "PLACE" and each.hint and behind.hint \
                and _COMMA_PLACE.match(text[each.end : behind.start]) \
                and _is_division(text[behind.start : behind.end]):  # fmt: skip
            own, other = names.country(each.hint), names.country(behind.hint)
            if own and other and own not in (other, each.hint) and other != behind.hint:
                name, land = text[each.start : each.end], names.label(behind.hint) or ""
                entity = f"place:{slug(f'{name} {land}')}"
                moved[name] = each._replace(hint=entity, label=f"{name}, {land}")
    for each in found:
        new = moved.get(text[each.start : each.end]) if each.type == "PLACE" else None
        yield each._replace(hint=new.hint, label=new.label) if new else each


def _is_division(name: str) -> bool:
    known = gazetteer().find(name)
    return known is not None and known.known.kind in "AR"


def club(name: str) -> str | None:
    """Return the id of the club that is called by its town's name, or None.

    A town with both a United and a City calls neither by its name alone.
    """
    if gazetteer().find(f"{name} City") and gazetteer().find(f"{name} United"):
        return None
    for form in (f"{name} FC", f"FC {name}", f"CLB {name}", f"{name} United"):
        match = gazetteer().find(form) or gazetteer().find(form, "vi")
        if match and match.known.kind == "O":
            return match.known.entity
    return None


def _clubs(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the mentions, towns that do what a team does as their clubs."""
    sport = len(_SPORT.findall(text)) >= LEAST_SPORT
    towns = {text[each.start : each.end] for each in found if each.type in ("PLACE", "ORG")}
    clubs = {name: entity for name in towns if is_town(name) and (entity := club(name))}
    for each in found:
        entity = clubs.get(text[each.start : each.end])
        if entity and (each.type == "ORG" or (sport and _plays(text, each))):
            yield each._replace(type="ORG", hint=entity, label=gazetteer().label(entity))
        else:
            yield each


def _plays(text: str, each: Candidate) -> bool:
    before = text[max(0, each.start - 24) : each.start]
    if _WHERE.search(before):
        return False
    return bool(_DOES.match(text, each.end) or _DONE_TO.search(before))


def _credited(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the mentions, an acronym that a newspaper bears too as the paper where it is that."""
    countries = {each.hint for each in found}
    for each in found:
        paper = PAPERS.get(each.hint or "")
        if paper and (_is_credit(text, each) or not countries & paper[1]):
            yield each._replace(hint=paper[0], label=gazetteer().label(paper[0]))
        else:
            yield each


PAPERS = {"org:plo": ("org:phap-luat-tphcm", frozenset({"country:PS", "country:IL"}))}
"""Bodies whose acronym is a Vietnamese newspaper's too, and the countries that speak for them."""


def _is_credit(text: str, each: Candidate) -> bool:
    behind = _LINE_END.match(text, each.end)
    line = text.rfind("\n", 0, each.start) + 1 == each.start
    return bool(behind) and (
        line or bool(_CREDIT.search(text[max(0, each.start - 8) : each.start]))
    )
