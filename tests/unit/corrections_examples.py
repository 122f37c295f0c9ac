"""A text, its mentions, and what rules may be drawn for the tests of corrections."""

import unicodedata

from hypothesis import strategies as st

from reader.entities import TYPES, Mention
from reader.entities.corrections import Rule

TEXT = "Yoon met Kishida in May. Kishida, of Hudson Institute, and Yoon Suk Yeol left Georgia."


def mention(
    surface: str, type_: str, entity: str | None, *, text: str = TEXT, nth: int = 0
) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(surface, start + 1)
    return Mention(start, start + len(surface), surface, type_, entity, surface)


MENTIONS = sorted(
    [
        mention("Yoon", "PERSON", "person:yoon-suk-yeol"),
        mention("Kishida", "PERSON", "person:fumio-kishida"),
        mention("May", "PERSON", "person:may"),
        mention("Kishida", "PERSON", "person:fumio-kishida", nth=1),
        mention("Hudson", "PERSON", "person:hudson"),
        mention("Yoon Suk Yeol", "PERSON", "person:yoon-suk-yeol"),
        mention("Georgia", "PLACE", "country:GE"),
    ],
    key=lambda each: each.start,
)


WORDS = ("Yoon", "Suk", "Hà", "Nội", "May", "met")
ENTITIES = ("person:a", "person:b", "org:a", "org:yoon", "place:b", "country:VN", "x:y")
SURFACES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
WITHIN = st.sampled_from([None, None, "one", "two"])
MOST = st.sampled_from(ENTITIES[:-1])
RULES = st.one_of(
    st.builds(Rule, st.just("retype"), SURFACES, st.sampled_from(TYPES), within=WITHIN),
    st.builds(Rule, st.just("retype"), MOST, st.sampled_from(["PERSON", "ORG"]), within=WITHIN),
    st.builds(
        Rule,
        st.just("reject"),
        SURFACES,
        of=st.sampled_from([None, *ENTITIES]),
        within=WITHIN,
    ),
    st.builds(Rule, st.just("reject"), st.sampled_from(ENTITIES), within=WITHIN),
    st.builds(Rule, st.just("merge"), MOST, st.sampled_from(ENTITIES), within=WITHIN),
    st.builds(Rule, st.just("split"), SURFACES, st.one_of(st.none(), MOST), within=WITHIN),
    st.builds(
        Rule,
        st.just("alias"),
        SURFACES,
        MOST,
        called=st.sampled_from([None, "A name"]),
        within=WITHIN,
    ),
    st.builds(Rule, st.just("label"), MOST, st.just("Name"), within=WITHIN),
)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Mention]]:
    """Draw a text, composed or not, and mentions of runs of its words."""
    words = draw(st.lists(st.sampled_from((*WORDS, "Yoonhap", ".", "\n\n", "\n")), max_size=14))
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), " ".join(words))
    bounds = [0, *(at for at, letter in enumerate(text) if letter == " "), len(text)]
    mentions, behind = [], 0
    for bound in bounds:
        end = draw(st.sampled_from(bounds))
        surface = text[bound:end].strip()
        if bound < behind or not surface or surface[0] in ".\n":
            continue
        start = text.index(surface, bound)
        behind = start + len(surface)
        type_ = draw(st.sampled_from(TYPES))
        entity = draw(st.sampled_from((None, *ENTITIES)))
        mentions.append(Mention(start, behind, surface, type_, entity, "Label"))
    return text, mentions
