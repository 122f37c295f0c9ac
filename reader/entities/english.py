"""Rules of English: what titles, heads and prepositions say about the capitals beside them.

Class letters are those of ``cues.en.txt`` and of ``passage``: A given name, C capital of a word
that is no common one, W capital of a common word, X the same where a sentence begins, U all
capitals, D initial, 9 number; G Q B R Y what the gazetteer knows.
"""

from reader.entities.cues import named_set
from reader.entities.passage import Passage
from reader.entities.rules import rule, run

_REST = r"(?:[ACWD]|~[ACWxD]|z~?[ACW]|U(?![a-zO]))"
_NAME = rf"(?:[ACWDR]|[GQ](?=[ACW])|z~?[AC]){_REST}{{0,4}}"
_CAPS = r"[ACWUGQBRXDL]"
_MORE = r"[ACWQG]|z~?[ACW]|~[ACx]"
_TAIL = r"(?:~[Cx])?(?![~])"
_LEADING = r"(?:[ACWUGQL]~?(?=[ACWUGQLo]))*"
_STRANGE = r"C(?:[CAD]|~[CAx]|z~?){1,3}(?<=[CAx])"
_BEFORE = r"(?<![~DACWUXOE])"
_OF = rf"{_CAPS}|[O&f~a](?=[ACWUGQBO])|,(?=[ACW]+(?:,[ACW]+)*,?&[ACW])|O|N"
_EVENT = r"[ACWUGQBRX]|~[ACWUGQ]|f(?=[GQ])"
_RUN = rf"(?:{_CAPS}|~{_CAPS}|[&,f'](?=[AWCUQO]))"

_FIRST = named_set("en", "first")
_NO_PERSON = named_set("en", "not persons")
_PREFIXES = named_set("en", "prefixes")


def _person(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a name behind a title, without the words of an office or body at its ends."""
    classes, words = passage.classes, passage.words
    while behind > first + 2 and classes[behind - 1] == "W" and words[behind - 1] in _NO_PERSON:
        behind -= 1
    if first == behind or (classes[first] == "W" and words[first] in _NO_PERSON):
        return None
    if classes[behind : behind + 1] in ("O", "L", "E") and passage.words[behind][0].isupper():
        return None
    if behind - first == 1 and classes[first] in "WD" and classes[first - 1] != "h":
        return None
    return first, behind


def _unknown(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a run of words in no list as a person, if nothing in it speaks against one."""
    words = passage.words[first:behind]
    if words[0] in _PREFIXES or any(word in _NO_PERSON or word in _FIRST for word in words):
        return None
    if first and passage.classes[first - 1] == "a":
        return None
    if passage.classes[behind : behind + 1] in ("O", "L", "E"):
        return None
    return first, behind


def _given(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a given name and what follows, unless it turns out the name of a body or street."""
    if passage.classes[behind : behind + 1] in ("O", "L", "E"):
        return None
    if first and passage.classes[first - 1] == "a":
        return None
    while behind > first + 1 and passage.words[behind - 1] in _NO_PERSON:
        behind -= 1
    return (first, behind) if behind - first >= 2 else None


def _surname(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a given name and a family name that is a title too."""
    last = passage.words[behind - 1]
    return (first, behind) if last in named_set("en", "titled surnames") else None


def _speaker(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep who said it, unless a sentence begins with many: `Prosecutors said`."""
    many = passage.opens[first] and passage.words[first].endswith("s")
    return None if many else (first, behind)


def _inside(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep an unknown name behind `in` as a place."""
    if passage.words[first - 1] != "in":
        return None
    return _unknown(passage, first, behind)


def _body(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Drop the words before a body's name that only begin the sentence."""
    classes, words = passage.classes, passage.words
    if passage.opens[first] and classes[first] in "XC" and classes[first + 1] in "BR":
        first += 1
    while first < behind and (
        classes[first] in "&,f~" or (words[first] in _FIRST and classes[first] in "WXC")
    ):
        first += 1
    first = max([first, *(at + 1 for at in range(first, behind) if _parts(passage, at))])
    while behind > first and classes[behind - 1] in "&,f~a":
        behind -= 1
    if behind - first < 2:
        return None
    if all(classes[at] in "GQ" for at in range(first, behind)):
        return None
    return first, behind


def _parts(passage: Passage, at: int) -> bool:
    """Tell whether an `and` stands between two names, not inside one."""
    if passage.classes[at] != "&" or passage.words[at] == "&":
        return False
    return passage.classes[at - 1] in "BGQO" or passage.classes[at + 1 : at + 2] in ("B", "G", "R")


def _summit(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep an event that has a name besides its head."""
    kept = _body(passage, first, behind)
    if kept is None:
        return None
    first, behind = kept
    last = passage.words[behind - 1]
    if last in ("summit",) and passage.classes[first] not in "UBGQ":
        return None
    return kept


def _numbered(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep the year of an event with it: `2022 World Cup`."""
    if passage.classes[first] == "9" and not _is_year(passage.words[first]):
        first += 1
    last = passage.words[behind - 1]
    if passage.classes[behind - 1] == "9" and not (last.isdigit() and len(last) in (2, 4)):
        behind -= 1
    return (first, behind) if "9" in (passage.classes[first], passage.classes[behind - 1]) else None


def _is_year(word: str) -> bool:
    ordinal = word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th")
    return ordinal or (word.isdigit() and len(word) == 4)


def _direction(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep `North Wales`, with capitals."""
    return (first, behind) if passage.words[first] in named_set("en", "directions") else None


def _alone(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a given name by itself, where its capital means something."""
    return (
        None
        if passage.opens[first] and passage.classes[behind : behind + 1] == ","
        else (first, behind)
    )


def _team(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a club of a town, which is called after more than one of something: `Chicago Bulls`."""
    return (first, behind) if passage.words[behind - 1].endswith("s") else None


RULES = (
    rule("title", rf"t+(?:fa?[GQB]+,?)?(?P<m>{_NAME})", "PERSON", 250, _person),
    rule("honorific", rf"h(?P<m>{_NAME})", "PERSON", 252, _person),
    rule("given", rf"(?<![~DACO])(?P<m>A(?:D|~[ACx])*(?:{_MORE}){{1,3}})", "PERSON", 210, _given),
    rule("given title", r"(?<![~DACO])(?P<m>A[ACD]*t)(?![ACWDt])", "PERSON", 210, _surname),
    rule("given hyphen", r"(?<![~DACO])(?P<m>AC~[xC])", "PERSON", 211, _given),
    rule("initials", rf"(?<![~ACUW])(?P<m>D+[AC]{_REST}{{0,2}})", "PERSON", 205, _person),
    rule("unknown", rf"{_BEFORE}(?P<m>{_STRANGE})(?![~CAW])", "PERSON", 130, _unknown),
    rule("speaker", r"(?<![~DACWUX&zO])(?P<m>[CA])(?=v)", "PERSON", 120, _speaker),
    rule("given alone", r"(?<![~DACWUXO&zif])(?P<m>A)(?![~ACWDUOLGQs]|E)", "PERSON", 110, _alone),
    rule("team", r"(?<![~DACWUXO])(?P<m>Q+[CW]{1,2})(?![ACWOLE])", "ORG", 241, _team),
    rule("body", rf"(?P<m>(?:{_CAPS})(?:{_RUN}){{0,6}}O+(?:fa?[GQ]+)?)", "ORG", 240, _body),
    rule("body of", rf"(?P<m>{_LEADING}o+a?(?:{_OF}){{1,7}})", "ORG", 244, _body),
    rule("body of a country", r"(?P<m>[GQ]+(?:[WX]+)?[ON]+)(?![ACW])", "ORG", 243, _body),
    rule("chamber", r"(?P<m>N+)", "ORG", 239),
    rule("reporter", r"(?<![~DACWUX&zO])(?P<m>[CU]+)(?=V)", "ORG", 118),
    rule("place head", r"(?P<m>l+a?[ACWQ]{1,2})", "PLACE", 244),
    rule("place tail", r"(?<![~&])(?P<m>[ACWQG]{1,3}L+)(?:(?!O)|$)", "PLACE", 238, _body),
    rule("place in lower case", rf"{_BEFORE}(?P<m>[AC]{{1,2}}|C~C)(?=p)", "PLACE", 222),
    rule("direction", r"(?P<m>[WXC][GQ]+)", "PLACE", 259, _direction),
    rule("comma place", r"(?P<m>[CW]{1,2})(?=,[GQ])", "PLACE", 135, _unknown),
    rule("inside", r"i(?P<m>C{2,3})(?![CADWUOLEs~])", "PLACE", 131, _inside),
    rule("locative", r"i(?P<m>C(?:~C)?)(?![CADWUOLEs~])", "PLACE", 125),
    rule("event", rf"(?P<m>9?(?:{_EVENT}){{1,4}}E+9?(?:fa?[GQ]+)?)", "EVENT", 246, _summit),
    rule("event of", r"(?P<m>e+a?[ACWQGB]{1,3})", "EVENT", 246),
    rule("event and number", r"(?P<m>9?Y+(?:9|U)?)", "EVENT", 255, _numbered),
    rule("storm", r"(?P<m>b+[ACW])", "EVENT", 251),
)  # fmt: skip


def propose(passage: Passage) -> None:
    """Propose what the rules of English find in a paragraph."""
    run(RULES, passage)
