"""The features of a line's tokens: what the tagger is told about each of them.

- the word and its neighbours (``words``);
- the class letters around it, which say what is a cue, what the gazetteer knows and what else
  has which shape (``passage``);
- what the rules answered at the token and beside it: ``B-PERSON`` and the name of the rule;
- the run of capitals that it stands in, with what leads into the run and out of it:

    …  Bộ trưởng  Quốc phòng  …  ông  Ahn Gyu Back  cho  …
                                 in   ───── run ──── out
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reader.entities.tagger.words import REMEMBERED, Word, encoded, look

EDGE = look("\n")
"""What stands beyond either end of a line."""


def describe(words: Sequence[str], classes: str, rules: Sequence[str]) -> list[list[bytes]]:
    """Return the features of each of ``words``, the tokens of one line.

    ``classes`` holds a class letter a token; ``rules`` what the rules say of each, ``""`` for
    nothing, else ``B-`` or ``I-``, the type, a blank and the name of the rule.
    """
    seen = [EDGE, EDGE, *map(look, words), EDGE, EDGE]
    around = f"  {classes}  "
    answers = ["", *rules, ""]
    own = seen[2:-2]
    runs = _runs(words, own)
    return [
        word.own + seen[at + 1].back1 + seen[at].back2 + seen[at + 3].next1 + seen[at + 4].next2
        + _classes(around[at : at + 5])
        + _rules(answers[at], answers[at + 1], answers[at + 2], word.kind)
        + runs[at]
        for at, word in enumerate(own)
    ]  # fmt: skip


@lru_cache(maxsize=REMEMBERED)
def _classes(around: str) -> list[bytes]:
    """Return the features of the class letters from two before a token to two after it."""
    made = [f"c={around[2]}", f"-1c={around[1]}", f"+1c={around[3]}", f"-2c={around[:2]}",
            f"+2c={around[3:]}", f"c2={around[1:3]}", f"c3={around[1:4]}",
            f"c4={around[2:]}", f"c5={around[:3]}"]  # fmt: skip
    return encoded(made)


@lru_cache(maxsize=REMEMBERED)
def _rules(before: str, own: str, after: str, kind: str) -> list[bytes]:
    """Return the features of what the rules answered at a token and on both sides of it."""
    types = [answer.partition(" ")[0] for answer in (before, own, after)]
    made = [f"r={types[1]}", f"rn={own}", f"rk={types[1]}|{kind}", f"r3={'|'.join(types)}",
            f"-1r={types[0]}", f"+1r={types[2]}"]  # fmt: skip
    return encoded(made)


def _runs(words: Sequence[str], seen: Sequence[Word]) -> list[list[bytes]]:
    """Return for each token the features of its run of capitals, none outside of runs."""
    made: list[list[bytes]] = [[]] * len(words)
    capital = [word.kind in "AUMIx" for word in seen]
    edges = [at for at, (a, b) in enumerate(pairwise([False, *capital, False])) if a != b]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        into = words[start - 1].lower() if start else "<"
        lead = (words[start - 2].lower() if start > 1 else "<") + " " + into
        out = words[end].lower() if end < len(words) else ">"
        length = min(end - start, 5)
        common = [f"in={into}", f"in2={lead}", f"out={out}", f"len={length}"]
        for at in range(start, end):
            place = "o" if length == 1 else "f" if at == start else "l" if at == end - 1 else "m"
            made[at] = encoded(f"{name}{place}" for name in common)
    return made
