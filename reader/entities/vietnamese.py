"""Rules of Vietnamese: what titles, heads and classifiers say about the capitals beside them.

Class letters are those of ``cues.vi.txt`` and of ``passage``: S family name, V other syllable
with a capital, F foreign word, U all capitals, D one letter, 9 number; G Q B R Y what the
gazetteer knows (country, place, body, person, event).
"""

from reader.entities.cues import named_set
from reader.entities.passage import Passage
from reader.entities.rules import rule, run

_NAME = r"(?:[SVFDR]|z~?F)(?:[SVFDRU]|~[SVFRUx]|z~?[FR]|z~?z~?F){0,5}"
_FOREIGN = r"(?:F|D(?=[FD])|z~F)(?:[FD]|~[Fx]|z~?F|U(?![a-z]))*"

FUNCTION_WORDS = named_set("vi", "function words")
_NOT_NAMES = named_set("vi", "not names")


def _person(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a name behind a title; a single syllable only if what follows leaves it alone."""
    classes, words = passage.classes, passage.words
    if behind - first == 1 and classes[first] == "V":
        follower = words[behind] if behind < len(words) else "."
        alone = classes[behind : behind + 1] != "x" or follower in FUNCTION_WORDS
        if not alone and classes[first - 1] != "h":
            return None
    if classes[first] == "V" and words[first] in _NOT_NAMES and behind - first < 3 \
            and classes[first - 1] != "h":  # fmt: skip
        return None
    return first, behind


def _family(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a family name and its given names, unless it begins a sentence as a word would."""
    if behind - first > 5:
        return None
    follower = passage.classes[behind : behind + 1]
    if behind - first == 2 and passage.opens[first] and follower == "x" \
            and passage.words[behind] not in FUNCTION_WORDS:  # fmt: skip
        return None
    return first, behind


def _body(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Cut what follows a body's name; keep the name only if it has something of its own."""
    classes = passage.classes
    head = first
    while head < behind and classes[head] in "oN":
        head += 1
    behind = _cut_at_person(passage, first, head, behind)
    behind = _cut_after_place(passage, head, behind)
    while behind > head and classes[behind - 1] in "kl-~z":
        behind -= 1
    own = any(passage.words[at][0].isupper() or classes[at] in "p9" for at in range(head, behind))
    return (first, behind) if own else None


def _cut_at_person(passage: Passage, first: int, head: int, behind: int) -> int:
    """Return where the person begins whose office the body is (`Giám đốc Sở Y tế Lê An`)."""
    classes = passage.classes
    titled = first > 0 and classes[first - 1] in "tj"
    for at in range(head + 1, behind):
        person = classes[at] == "S" and classes[at + 1 : at + 2] in ("S", "V") and at + 1 < behind
        foreign = classes[at] == "F" and classes[at + 1 : at + 2] == "F"
        if (person and (titled or classes[at - 1] in "GQ") and classes[at - 1] not in "lo") or (
            foreign and classes[at - 1] in "GQp"
        ):
            return at
    return behind


def _cut_after_place(passage: Passage, head: int, behind: int) -> int:
    """Return where lower case goes on behind a place, which ends a body's name."""
    classes, words = passage.classes, passage.words
    for at in range(head + 1, behind):
        goes_on = words[at][0].isupper() or _joined(classes, at, behind)
        if classes[at - 1] in "GQ" and classes[at] in "ckl" and not goes_on:
            return at
    return behind


def _joined(classes: str, at: int, behind: int) -> bool:
    return classes[at] == "k" and at + 1 < behind and classes[at + 1] in "GQ"


def _place(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a name behind `tỉnh`, `sông`; a capital head inside a sentence belongs to it."""
    classes, words = passage.classes, passage.words
    if behind - first == 1 and classes[first] in "VS" and classes[behind : behind + 1] == "x" \
            and words[behind] not in FUNCTION_WORDS:  # fmt: skip
        return None
    head = first - 1
    while head > 0 and classes[head - 1] == "l" and not words[head][0].isupper():
        head -= 1
    if words[head][0].isupper() and not passage.opens[head] and words[head] not in ("TP", "TP."):
        return head, behind
    if classes[first] == "9" or (words[first] in _NOT_NAMES and behind - first == 1):
        return None
    return first, behind


def _event(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep an event that is named: by capitals of its own, or an acronym behind it in brackets."""
    classes, words = passage.classes, passage.words
    while behind > first and classes[behind - 1] in "k-~l":
        behind -= 1
    head = first
    while head < behind and classes[head] == "e":
        head += 1
    own = any(classes[at] in "pcSVFUGQBRY" and words[at][0].isupper() for at in range(head, behind))
    if not own or (not words[first][0].isupper() and set(classes[head:behind]) <= set("GQ-~k")):
        return None
    if passage.opens[first] and set(classes[head:behind]) <= set("GQ"):
        return None
    return first, behind


def _foreign(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a run of foreign capitals as a person if it is two to four words."""
    names = sum(letter in "FD" for letter in passage.classes[first:behind])
    if not 2 <= names <= 4 or (passage.classes[first - 1 : first] in ("w", "m") and first):
        return None
    return first, behind


def _named_body(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep a name behind `công ty`, unless it is a syllable of the sentence."""
    if behind - first == 1 and passage.classes[first] in "SV":
        return None
    return first, behind


def _credit(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep an unknown source at the end of a line that `Theo`, `Ảnh:` or `Nguồn:` begins."""
    before = passage.words[max(0, first - 3) : first]
    return (first, behind) if named_set("vi", "credits") & set(before) else None


def _numbered(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep the year or number of an event with it: `World Cup 2022`, `SEA Games 31`."""
    last = passage.words[behind - 1]
    if passage.classes[behind - 1] == "9" and not (last.isdigit() and len(last) in (2, 4)):
        behind -= 1
    if passage.classes[behind - 1] == "U" and not set(last) <= set("IVX"):
        behind -= 1
    return (first, behind) if passage.classes[behind - 1] in "9U" else None


def _direction(passage: Passage, first: int, behind: int) -> tuple[int, int] | None:
    """Keep `miền Tây Nhật Bản` and `Bắc Gaza`, which are names, but not `phía Bắc Nhật Bản`."""
    word, before = passage.words[first], passage.classes[first - 1 : first]
    if word in ("miền", "Miền"):
        return first, behind
    named = passage.classes[first] == "d" and word[0].isupper() and before not in ("x", "n", "l")
    return (first, behind) if named and not passage.opens[first] else None


_PART = r"[cpoUSVFDGQBR9]|k(?=k*[pcoSVFUGQB])|l(?=[SVFUGQ])|[-~](?=[pcSVFUGQB])"

RULES = (
    rule("title", rf"[tj][tjp]*(?:[GQ]+|B+)?(?P<m>{_NAME})", "PERSON", 250, _person),
    rule("honorific", rf"h+j*(?P<m>{_NAME})", "PERSON", 252, _person),
    rule("family", r"(?<![SVFUo~])(?P<m>S[SV]{1,4})(?![~])", "PERSON", 215, _family),
    rule("foreign", rf"(?<![FSVUD~o])(?P<m>{_FOREIGN}(?<=[FDx]))(?!~)", "PERSON", 130,
         _foreign),
    rule("speaker", r"(?<![FSVUDw~])(?P<m>F)(?=v)", "PERSON", 120),
    rule("body", rf"(?P<m>o+(?:{_PART}){{1,14}})", "ORG", 245, _body),
    rule("chamber", r"(?P<m>N+(?:[GQ]+)?)(?![SV])", "ORG", 240),
    rule("acting country", r"(?P<m>[oK]+[GQ]+)", "ORG", 240),
    rule("lower head", r"(?<=w)(?P<m>[SVFUD](?:[SVFUD]|~[SVFU]){0,4})", "ORG", 235,
         _named_body),
    rule("source", r"(?<=m)(?P<m>[SVFUQ](?:[SVFUQ]|~[SVFU]){0,3})", "ORG", 236),
    rule("credit", r"(?P<m>[FU](?:[FU]|~[FU]){0,2})(?=\)?\n*$)", "ORG", 140,
         _credit),
    rule("place head", r"l(?P<m>(?:[SVFUGQ]|~[SVF]){1,4}|9)", "PLACE", 248, _place),
    rule("direction", r"(?P<m>(?:d+|Q+)[GQ]+)", "PLACE", 262,
         _direction),
    rule("locative", r"i(?P<m>F(?:F|~F)?)(?![FSV~D])", "PLACE", 125),
    rule("event", rf"(?P<m>e+(?:{_PART}){{1,12}})", "EVENT", 242, _event),
    rule("event in brackets", r"(?P<m>e+[a-zA-Z]{2,14}\([UFBY]\))", "EVENT", 270),
    rule("event and number", r"(?P<m>Y+(?:9|U)?)", "EVENT", 255,
         _numbered),
    rule("storm", r"b(?P<m>[FV])(?![FV])", "EVENT", 230),
)  # fmt: skip


def propose(passage: Passage) -> None:
    """Propose what the rules of Vietnamese find in a paragraph."""
    run(RULES, passage)
