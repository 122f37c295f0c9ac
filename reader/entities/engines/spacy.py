"""spaCy's pipelines: what their labels are here, and where their spans differ from ours."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from reader.entities.engines.missing import EngineError, imported

LABELS = {
    "PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE",
    "FAC": "PLACE", "EVENT": "EVENT",
}  # fmt: skip
"""Dates are our grammar's. Peoples (NORP) are the gazetteer's, which knows those of a country
(`Japanese`) from parties and faiths."""

UNUSED = ["parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter"]
"""Parts of a pipeline that recognition does without: loading them would take most of the time."""

_NAME = re.compile(r"(?:[Tt]he )?(\S(?:.*?\S)?)(?:['’]s)?\s*", re.DOTALL)
"""A name without the article and the genitive, which stand outside it here."""


def load(model: str) -> tuple[str | None, Callable[[str], Iterator[tuple[int, int, str]]]]:
    """Return the language of a pipeline (None: many), and what finds the names of a text.

    ``model`` is an installed package or a folder. Raises: EngineError.
    """
    if not model:
        raise EngineError("engine spacy: no model is named (write spacy:en_core_web_sm)")
    spacy = imported("spacy")
    hint = f"python -m spacy download {model}"
    try:
        pipeline = spacy.load(model, exclude=UNUSED)
    except OSError as error:
        why = f"the model {model} is not installed"
        raise EngineError(f"engine spacy: {why} ({hint})") from error
    except Exception as error:  # made for another version, or damaged: each fails in its own way
        raise EngineError(f"engine spacy: {model}: {error} ({hint})") from error
    lang = None if pipeline.lang == "xx" else str(pipeline.lang)
    return lang, lambda text: _names(pipeline(text))


def _names(document: Any) -> Iterator[tuple[int, int, str]]:
    for entity in document.ents:
        type_ = LABELS.get(entity.label_)
        found = _NAME.fullmatch(document.text, entity.start_char, entity.end_char)
        if type_ and found:
            yield *found.span(1), type_
