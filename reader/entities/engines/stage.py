"""An engine's names as a stage, where else the tagger stands.

What engine and rules see alike is sure and keeps the id that the gazetteer gave; what the engine
sees alone is likely, as it is for the tagger, so that the pass over the document may mend it.
"""

from reader.entities.engines import Engine, Span
from reader.entities.mention import Candidate
from reader.entities.passage import Passage
from reader.entities.tagger import combined, corrected

TYPES = frozenset(("PERSON", "ORG", "PLACE"))
"""What every engine recognises, so that the rules alone don't. Events come from both: few engines
know any."""

LONGEST = 100_000
"""Characters of a passage that an engine is given; our tagger takes a longer one, in parts. More
would take spaCy 1 GB for each 100,000 characters, and it refuses a million."""


def marked(engine: Engine, passage: Passage) -> None:
    """Put in place of what the rules proposed what the engine makes of the passage.

    Passages in a language that is not the engine's are the tagger's.
    """
    start, end = passage.starts[0], passage.ends[-1]
    if engine.lang not in (None, passage.lang) or end - start > LONGEST:
        corrected(passage)
        return
    found = [(start + first, start + behind, type_)
             for first, behind, type_ in engine.find(passage.text[start:end])]  # fmt: skip
    sure = [] if engine.overrules else [each for each in passage.candidates if _is_sure(each)]
    combined(passage, [each for each in found if _is_name(passage, each)], TYPES, "engine")
    passage.candidates += sure


def _is_sure(candidate: Candidate) -> bool:
    """Tell whether the rules are sure of a candidate that engines recognise too."""
    return candidate.weight >= 200 and candidate.type in TYPES


def _is_name(passage: Passage, span: Span) -> bool:
    """Tell whether a span has a letter, and no end of a line that parts names (a heading's)."""
    surface = passage.text[span[0] : span[1]]
    return any(map(str.isalpha, surface)) and not ("\n" in surface and "\n" in passage.words)
