"""Rules of Vietnamese: what titles, heads and classifiers say about the capitals beside them.

Class letters are those of ``cues.vi.txt`` and of ``passage``: S family name, V other syllable
with a capital, F foreign word, U all capitals, D one letter, 9 number; G Q B R Y what the
gazetteer knows (country, place, body, person, event).

A Vietnamese body is written with a capital on its head and on each word of its field, and the
further syllables of those words are lower case, so where it ends is the question:

    Cục  Quản  lý  Khám  chữa bệnh      Sở  Y tế  Đà Nẵng      cho biết
    o    V     x   V     x    x         o   p p   Q  Q         v  v
"""

import re

from reader.entities.cues import named_set, word_set
from reader.entities.gazetteer import gazetteer
from reader.entities.passage import Passage, is_syllable
from reader.entities.rules import Rule, rule, run

_NAME = r"(?:[SVFDR]|z~?F)(?:[SVFDRU]|~[SVFRUx]|z~?[FR]|z~?z~?F){0,5}"
_COMPOUND = r"(?<![SVF])[SV]x(?:x{0,3}(?=l?[SVGQU]))?"
_PART = (
    rf"{_COMPOUND}|(?<=[cp])x{{1,3}}(?=l?[GQU])|(?<=o)e+|[cpoUSVFDGQBRN9Y]"
    r"|k(?=k*[pcoSVFUGQBN])|l(?=[SVFUGQ])|[-~](?=[pcSVFUGQB])"
)

_FUNCTION = named_set("vi", "function words")
_NOT_NAMES = named_set("vi", "not names")
_STOPS = _FUNCTION | named_set("vi", "verbs")
_COMPANY = named_set("en", "companies")

Tokens = tuple[int, int] | None
"""The tokens a check keeps, or None for none."""


def _person(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep a name behind a title; a single syllable only if what follows leaves it alone."""
    classes, words = passage.classes, passage.words
    honored = classes[first - 1] == "h"
    behind = _cut_at_company(passage, first, behind)
    if behind - first == 1 and classes[first] == "V" and not honored and _goes_on(passage, behind):
        return None
    if words[first] in _NOT_NAMES and classes[first] == "V" and behind - first < 3 and not honored:
        return None
    return first, behind


def _cut_at_company(passage: Passage, first: int, behind: int) -> int:
    """Return where a name ends: at its end, or before all if it is a company's."""
    return first if passage.words[behind - 1] in _COMPANY else behind


def _goes_on(passage: Passage, behind: int) -> bool:
    """Tell whether a lower-case syllable may make one word with the capital before it."""
    lower = passage.classes[behind : behind + 1] == "x"
    return lower and passage.words[behind] not in _FUNCTION


def _family(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep a family name and its given names, unless it begins a sentence as a word would."""
    if behind - first > 5:
        return None
    if behind - first == 2 and passage.opens[first] and _goes_on(passage, behind):
        return None
    return first, behind


def _foreign(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep a run of foreign capitals as a person, unless it is a title in quotes or of words."""
    names = sum(letter in "SVFD" for letter in passage.classes[first:behind])
    if passage.classes[first - 1 : first] == passage.classes[behind : behind + 1] == '"':
        return None
    words = passage.words[first:behind]
    letters = passage.classes[first:behind]
    if not 2 <= names <= 4 or "F" not in letters or letters == "F~F":
        return None
    common = word_set("words.en.txt")
    if words[0] == "The" or any(
        word.lower() in common or word in _COMPANY for word in words if len(word) > 3
    ):
        return None
    return first, behind


def _three(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep three or four syllables in capitals, which no head calls anything else."""
    quoted = passage.classes[first - 1 : first] == '"'
    headed = passage.opens[first] and passage.classes[behind : behind + 1] not in (",", "v")
    return None if quoted or headed else (first, behind)


def _company(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep a run of foreign capitals as a body if its last word says so (`Nova Motors`)."""
    words = passage.words
    if words[first] == "The" or words[behind - 1] in _COMPANY:
        return first, behind
    town = gazetteer().at(words, first, "vi")
    club = town is not None and town.known.kind in "TA" and first + town.length < behind
    return (first, behind) if club and not is_syllable(words[first]) else None


def _body(passage: Passage, first: int, behind: int) -> Tokens:
    """Cut what follows a body's name; keep the name only if it has something of its own."""
    classes, words = passage.classes, passage.words
    head = first
    while head < behind and classes[head] in "oN":
        head += 1
    behind = _cut_at_verb(passage, head, behind)
    behind = _cut_at_person(passage, first, head, behind)
    behind = _cut_after_name(passage, first, head, behind)
    while behind > head and _hangs(passage, behind - 1):
        behind -= 1
    numbered = words[behind - 1].isdigit() and len(words[behind - 1]) < 4
    own = any(words[at][0].isupper() or classes[at] == "p" for at in range(head, behind))
    if not own and not (numbered and head < behind):
        return None
    generic = words[first].partition(" ")[0] in named_set("vi", "generic heads")
    if generic and passage.opens[first] and set(classes[head:behind]) <= {"G"}:
        return None
    return first, behind


def _hangs(passage: Passage, last: int) -> bool:
    """Tell whether a body's name can't end with a token: a joint, or a stray syllable."""
    letter = passage.classes[last]
    return letter in "kl-~z" or (letter == "x" and passage.classes[last - 1] not in "SV")


def _cut_at_verb(passage: Passage, head: int, behind: int) -> int:
    """Return where a word begins that no name holds, unless it ends a capital's compound."""
    classes, words = passage.classes, passage.words
    for at in range(head, behind):
        compound = at > head and classes[at - 1] in "SV" and (at < 2 or classes[at - 2] not in "SV")
        if classes[at] == "x" and words[at] in (_FUNCTION if compound else _STOPS):
            return at
    return behind


def _cut_at_person(passage: Passage, first: int, head: int, behind: int) -> int:
    """Return where the person begins whose office the body is (`Giám đốc Sở Y tế Lê An`)."""
    classes = passage.classes
    titled = first > 0 and classes[first - 1] == "t"
    for at in range(head + 1, behind):
        if classes[at - 1] in "lo":
            continue
        person = classes[at] == "S" and classes[at + 1 : at + 2] in ("S", "V") and at + 1 < behind
        foreign = classes[at] == "F" and classes[at + 1 : at + 2] == "F"
        if person and (titled or classes[at - 1] in "GQ"):
            return at
        if foreign and classes[at - 1] in "GQp":
            return at
    return behind


def _cut_after_name(passage: Passage, first: int, head: int, behind: int) -> int:
    """Return where lower case goes on behind a proper name, which ends a body's name."""
    classes, words = passage.classes, passage.words
    joins = words[first] in named_set("vi", "joined heads")
    for at in range(head + 1, behind):
        proper = classes[at - 1] in "GQFUB" or classes[max(head, at - 2) : at] in ("VV", "SV", "SS")
        if not proper or classes[at] not in "cklx" or words[at][0].isupper():
            continue
        if not (joins and classes[at] == "k" and classes[at + 1 : at + 2] in ("G", "Q")):
            return at
    return behind


def _long_body(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep a name with clauses in it, which the acronym behind it proves to be a name."""
    inner = named_set("vi", "long names")
    for at in range(first, behind):
        stop = passage.words[at] in _STOPS and passage.words[at] not in inner
        if passage.classes[at] in "vthj" or (stop and passage.classes[at - 1] not in "SV"):
            return None
    return first, behind


def _embassy(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep where a body is with the body, if it is one of those that stand abroad."""
    at = passage.classes.index("i", first)
    abroad = passage.words[first] in named_set("vi", "embassies") and passage.words[at] == "tại"
    return (first, behind) if abroad else None


def _named_body(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep a name behind `công ty`, unless it is a syllable of the sentence or a person."""
    if behind - first == 1 and passage.classes[first] in "SV":
        return None
    loose = passage.words[first - 1] not in ("ty", "đoàn", "hàng", "trường", "viện", "học", "CLB")
    if loose and passage.classes[first] == "S" and behind - first > 2:
        return None
    return first, behind


def _credit(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep an unknown source at the end of a line that `Theo`, `Ảnh:` or `Nguồn:` begins."""
    before = passage.words[max(0, first - 3) : first]
    return (first, behind) if named_set("vi", "credits").intersection(before) else None


def _place(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep a name behind `tỉnh`, `sông`; a capital head inside a sentence belongs to it."""
    classes, words = passage.classes, passage.words
    head = first - 1
    while head > 0 and classes[head - 1] == "l" and not words[head][0].isupper():
        head -= 1
    if classes[first] == "9":
        numbered = words[head].lower() in ("quận", "phường", "q.", "p.", "q", "p")
        return (head, behind) if numbered else None
    if behind - first == 1 and classes[first] in "VS" and _goes_on(passage, behind):
        return None
    if words[head][0].isupper() and not passage.opens[head] and words[head] not in ("TP", "TP."):
        return head, behind
    if classes[head - 1 : head] == "t" and classes[first:behind] in ("FFF", "FFFF"):
        return first, behind - 2
    return None if words[first] in _NOT_NAMES and behind - first == 1 else (first, behind)


def _direction(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep `miền Tây Nhật Bản` and `Bắc Gaza`, which are names, but not `phía Bắc Nhật Bản`."""
    word, before = passage.words[first], passage.classes[first - 1 : first]
    country = passage.classes.find("n", first, behind)
    if country >= 0 and passage.words[country] != "nước":
        return None
    if word in ("miền", "Miền"):
        return first, behind
    named = word in named_set("vi", "directions") and behind - first < 4
    return (first, behind) if named and before not in ("x", "n", "S", "V") else None


def _settled(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep syllables behind `ở`, `tại`: where something is, not a person."""
    return (first, behind) if passage.words[first - 1] in named_set("vi", "places where") else None


def _event(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep an event that is named: by capitals of its own, or an acronym behind it in brackets."""
    classes, words = passage.classes, passage.words
    head = first
    while head < behind and classes[head] == "e":
        head += 1
    behind = _cut_at_verb(passage, head, behind)
    behind = _cut_after_name(passage, first, head, behind)
    while behind > first and classes[behind - 1] in "k-~l":
        behind -= 1
    own = any(classes[at] in "pcSVFUGQBRY" and words[at][0].isupper() for at in range(head, behind))
    if not own or (not words[first][0].isupper() and set(classes[head:behind]) <= set("GQ-~k")):
        return None
    if passage.opens[first] and set(classes[head:behind]) <= set("GQ"):
        return None
    return first, behind


def _numbered(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep the year or number of an event with it: `World Cup 2022`, `ASEAN lần thứ 46`."""
    words, classes = passage.words, passage.classes
    year = classes[first] == "9" and len(words[first]) == 4 and words[first].isdigit()
    start = first if year or classes[first] == "Y" else first + 1
    last = words[behind - 1]
    counted = classes[behind - 2] == "x" and words[behind - 3 : behind - 1] == ["lần", "thứ"]
    if last.isdigit() and (counted or (classes[behind - 2] == "Y" and len(last) in (2, 4))):
        return start, behind
    if classes[behind - 1] == "U" and set(last) <= set("IVX"):
        return start, behind
    return (start, classes.rindex("Y", first, behind) + 1) if year else None


def _team(passage: Passage, first: int, behind: int) -> Tokens:
    """Keep a national team by age: `U23 Việt Nam`."""
    return (first, behind) if re.fullmatch(r"U\d\d", passage.words[first]) else None


RULES: tuple[Rule, ...] = (
    rule("title", rf"[tj][tjp]*(?:[GQ]+|B+|N+G*)?(?P<m>{_NAME})", "PERSON", 250, _person),
    rule("title and town", r"t+l+F{1,2}(?P<m>FF)(?![F~])", "PERSON", 251),
    rule("honorific", rf"h+j*(?P<m>{_NAME})", "PERSON", 252, _person),
    rule("family", r"(?<![SVFUo~])(?P<m>S(?:[SV]|D(?=[SVF])){1,4})(?![~])", "PERSON", 215, _family),
    rule(
        "foreign",
        r"(?<![FSVUD~ow])(?P<m>(?:[SVFD]|z~F)(?:[SVFD]|~[SVFx]|z~?F)+)(?!~)",
        "PERSON",
        130,
        _foreign,
    ),
    rule("company", r"(?<![FSVU~ow])(?P<m>[SVFU](?:[SVFU]|~[SVF])+)(?!~)", "ORG", 216, _company),
    rule("speaker", r"(?<![FSVUDw~])(?P<m>F|[SV]{2})(?=v)", "PERSON", 120),
    rule("three syllables", r"(?<![SVFUDowlQ~])(?P<m>V{3,4})(?![SVF~(])", "PERSON", 112, _three),
    rule("photographer", r"y+(?P<m>[SVF]{2,4})", "PERSON", 240),
    rule("picture source", r"y+(?P<m>[FU])(?![SVF])", "ORG", 238),
    rule("body", rf"(?P<m>o+(?:{_PART}){{1,14}})", "ORG", 245, _body),
    rule("body in brackets", r"(?P<m>o+[a-zA-Z,&-]{2,16})(?=\(U\))", "ORG", 247, _long_body),
    rule("embassy", rf"(?P<m>o+(?:{_PART}){{0,6}}i[GQ]+)", "ORG", 246, _embassy),
    rule("chamber", r"(?P<m>N+(?:[GQ]+)?)", "ORG", 240),
    rule("acting country", r"(?P<m>[oK]+[GQ]+)", "ORG", 240, _body),
    rule("lower head", r"(?<=w)(?P<m>[SVFUD](?:[SVFUD]|~[SVFU]){0,4})", "ORG", 235, _named_body),
    rule("source", r"(?<=m)(?P<m>[SVFUQ](?:[SVFUQ]|~[SVFU]){0,3})", "ORG", 236),
    rule("credit", r"(?P<m>[FU](?:[FU]|~[FU]){0,2})(?=\)?\n*$)", "ORG", 140, _credit),
    rule("team", r"(?P<m>U[G]+)", "ORG", 258, _team),
    rule(
        "place head", r"l(?P<m>[GQ]+(?:V(?![SV]))?|(?:[SVFU]|~[SVF]){1,4}|9)", "PLACE", 248, _place
    ),
    rule("direction", r"(?P<m>(?:d+n?|Q+n?|V)[GQ]+)", "PLACE", 262, _direction),
    rule("locative", r"i(?P<m>F(?:F|~F)?)(?![FSV~D])", "PLACE", 125),
    rule("located", r"i(?P<m>F(?:F|~F)?)(?![FSV~D])", "PLACE", 135, _settled),
    rule("address", r"9(?P<m>S[SV]{1,3})(?=,[QGl])", "PLACE", 219),
    rule("settled", r"i(?P<m>[SV]{2,3})(?![SVF~(])", "PLACE", 218, _settled),
    rule("event", rf"(?P<m>e+(?:{_PART}){{1,12}})", "EVENT", 242, _event),
    rule("event in brackets", r"(?P<m>e+[a-zA-Z9]{2,22}\([UFBY]\))", "EVENT", 270),
    rule("event and number", r"(?P<m>9?Y+(?:xx)?(?:9|U)?)", "EVENT", 255, _numbered),
    rule("storm", r"b(?P<m>[FV])(?![FV])", "EVENT", 230),
)

_LIST_ITEM = re.compile(r"(?:,|k)(?P<m>[SVF]{1,3})(?=[,k.;)\n]|$)")


def _lists(passage: Passage) -> None:
    """Go on from a place to those listed after it: `các xã Bảo Hà, Kim Sơn và …`."""
    for each in list(passage.candidates):
        if each.rule not in ("place head", "gazetteer", "settled") or each.type != "PLACE":
            continue
        at = passage.behind(each.end)
        while found := _LIST_ITEM.match(passage.classes, at):
            first, at = found.span("m")
            if passage.classes[first:at] in ("V", "S"):
                break
            passage.propose(first, at, "PLACE", 217, "list")


def propose(passage: Passage) -> None:
    """Propose what the rules of Vietnamese find in a paragraph."""
    run(RULES, passage)
    _lists(passage)
