"""Recognisers by others, with small stand-ins for their packages: none needs to be installed."""

import asyncio
import importlib
import json
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.article import Article, Span
from reader.cli import main
from reader.entities import Mention, annotate
from reader.entities.engines import EngineError, identity, load
from reader.entities.engines.underthesea import names
from reader.entities.memory import FILE, Memory
from reader.ui.annotator import AnnotationError, Annotator

SPACY = """
import re

class Entity:
    def __init__(self, start, end, label):
        self.start_char, self.end_char, self.label_ = start, end, label

class Document:
    def __init__(self, text):
        self.text = text
        self.ents = [Entity(*found.span(), label) for name, label in NAMES.items()
                     for found in re.finditer(re.escape(name), text)]

NAMES = {"Zorblat": "PERSON", "the Quix of Elm's": "ORG", "Japan": "GPE", "Seoul ": "FAC",
         "Tuesday": "DATE", "Quornfest": "EVENT", "Republicans": "NORP", "1999": "ORG",
         "Heading\\nZorblat": "PERSON", "Hạnh zorb": "PERSON"}

class Pipeline:
    def __init__(self, lang):
        self.lang = lang
    def __call__(self, text):
        return Document(text)

def load(name, exclude=()):
    if name == "torn":
        raise ValueError("made for version 2")
    if name not in ("en_tiny", "xx_tiny"):
        raise OSError("[E050] Can't find model")
    return Pipeline(name[:2])
"""
UNDERTHESEA = """
print("Welcome!")

def ner(text):
    return [(word, "N", "B-NP", "B-PER" if word == "zorblat" else "O") for word in text.split()]
"""


@pytest.fixture
def install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str, str], None]]:
    """Put a package where it can be imported from, for one test."""
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))
    names = ("spacy", "underthesea")
    installed = {name: sys.modules.pop(name) for name in names if name in sys.modules}

    def install(name: str, source: str) -> None:
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
        importlib.invalidate_caches()

    for name in names:  # also where a real one is installed, it is as if it weren't
        install(name, f"raise ModuleNotFoundError(name={name!r})")
    yield install
    for name in names:
        sys.modules.pop(name, None)
    sys.modules.update(installed)


def found(text: str, engine: str, lang: str | None = "en") -> list[tuple[str, str, str | None]]:
    return [(each.text, each.type, each.entity) for each in marks(text, engine, lang)]


def marks(text: str, engine: str, lang: str | None) -> list[Mention]:
    return annotate(text, date="2025-09-08", lang=lang, engine=load(engine))


def test_an_engine_finds_the_names_and_ids_and_dates_stay_ours(
    install: Callable[[str, str], None],
) -> None:
    install("spacy", SPACY)
    text = "On Tuesday zealous Zorblat of the Quix of Elm's left Japan. Republicans of 1999 agreed."
    assert found(text, "spacy:en_tiny") == [
        ("Tuesday", "DATE", "date:2025-09-02"),
        ("Zorblat", "PERSON", "person:zorblat"),
        ("Quix of Elm", "ORG", "org:quix-of-elm"),
        ("Japan", "PLACE", "country:JP"),
        ("1999", "DATE", "date:1999"),
    ]


def test_buildings_are_places_and_events_are_taken_over(
    install: Callable[[str, str], None],
) -> None:
    install("spacy", SPACY)
    kinds = [each[:2] for each in found("They saw Seoul at Quornfest.", "spacy:en_tiny")]
    assert kinds == [("Seoul", "PLACE"), ("Quornfest", "EVENT")]


def test_no_name_runs_over_the_end_of_a_heading(install: Callable[[str, str], None]) -> None:
    install("spacy", SPACY)
    names = [each[0] for each in found("A Heading\nZorblat came home.", "spacy:en_tiny")]
    assert names == ["Zorblat"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_are_those_of_the_text_as_given(
    install: Callable[[str, str], None], form: str
) -> None:
    install("spacy", SPACY)
    text = unicodedata.normalize(form, "Hôm qua là Hạnh zorb và Zorblat.")
    mentions = [each for each in marks(text, "spacy:xx_tiny", "vi") if each.type == "PERSON"]
    assert [text[each.start : each.end] for each in mentions] == [
        unicodedata.normalize(form, "Hạnh zorb"),
        "Zorblat",
    ]


def test_paragraphs_in_another_language_are_left_to_the_tagger(
    install: Callable[[str, str], None],
) -> None:
    install("spacy", SPACY)
    text = "Hôm qua, ông Nguyễn Văn Hùng và tôi đã gặp zorb, Hạnh zorb ở Hà Nội."
    assert found(text, "spacy:en_tiny", "vi") == found(text, "own", "vi")


def test_words_are_placed_in_the_text_though_their_spaces_changed() -> None:
    text = "Ông Nguyễn  Văn\nHùng và Hà Nội… Hà Nội"
    words = [
        ("Ông", "O"), ("Nguyễn Văn", "B-PER"), ("Hùng", "I-PER"), ("và", "O"), ("lost", "B-ORG"),
        ("Hà_Nội", "B-LOC"), ("...", "O"), ("Hà", "I-LOC"), ("Nội", "I-LOC"), ("x", "B-MISC"),
    ]  # fmt: skip
    spans = [(text[start:end], type_) for start, end, type_ in names(text, words)]
    assert spans == [("Nguyễn  Văn\nHùng", "PERSON"), ("Hà Nội", "PLACE"), ("Hà Nội", "PLACE")]


def test_underthesea_recognises_vietnamese_and_prints_nothing_among_the_answers(
    install: Callable[[str, str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install("underthesea", UNDERTHESEA)
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"id": 7, "text": "Hôm kia thì zorblat đã tới.", "lang": "vi"}\n')
    assert main(["annotate", "--engine", "underthesea", "--jsonl", str(lines)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [(each["text"], each["type"]) for each in answer["mentions"] if each["type"] != "DATE"] \
        == [("zorblat", "PERSON")]  # fmt: skip


def test_underthesea_adds_to_what_the_rules_are_sure_of(
    install: Callable[[str, str], None],
) -> None:
    install("underthesea", UNDERTHESEA)
    text = "Hôm kia thì zorblat và Thủ tướng Nhật Bản Fumio Kishida đã tới Hà Nội."
    names = [each[:2] for each in found(text, "underthesea", "vi") if each[1] != "DATE"]
    assert names == [
        ("zorblat", "PERSON"),
        ("Nhật Bản", "PLACE"),
        ("Fumio Kishida", "PERSON"),
        ("Hà Nội", "PLACE"),
    ]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("stanza", "engine stanza: there is none (use own, spacy:MODEL or underthesea)"),
        ("spacy", "engine spacy: no model is named (write spacy:en_core_web_sm)"),
        ("spacy:en_tiny", "engine spacy: the package is not installed (pip install "
         "'seeds-reader[spacy]')"),
        ("underthesea", "engine underthesea: the package is not installed (pip install "
         "'seeds-reader[underthesea]')"),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_in_a_line_with_what_to_do(
    name: str,
    says: str,
    install: Callable[[str, str], None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "text.txt"
    file.write_text("Zorblat left.", encoding="utf-8")
    assert main(["annotate", "--engine", name, str(file)]) == 2
    assert capsys.readouterr().err == f"seeds-reader: {says}\n"


@pytest.mark.parametrize(
    ("model", "says"), [("en_huge", "the model en_huge is not installed"), ("torn", "version 2")]
)
def test_a_model_that_is_missing_or_broken_is_told(
    install: Callable[[str, str], None], model: str, says: str
) -> None:
    install("spacy", SPACY)
    with pytest.raises(EngineError, match=says) as caught:
        load(f"spacy:{model}")
    assert f"(python -m spacy download {model})" in str(caught.value)


def test_the_configured_engine_holds_for_the_commands(
    install: Callable[[str, str], None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install("spacy", SPACY)
    (tmp_path / "text.txt").write_text("A note\n\nThey saw zealous Zorblat there.\n")
    config = tmp_path / "home" / "config"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('engine = "spacy:en_tiny"\n')
    assert main(["entities", "--json", str(tmp_path / "text.txt")]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "person:zorblat"


def test_nothing_is_imported_by_default(tmp_path: Path) -> None:
    script = (
        "import sys; from reader.entities import annotate; annotate('Zorblat left Japan.'); "
        "print([each for each in ('spacy', 'underthesea') if each in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_what_one_engine_found_is_not_recalled_for_another(tmp_path: Path) -> None:
    first = Memory(tmp_path / FILE)
    first.keep("a", [])
    first.close()
    second = Memory(tmp_path / FILE, "underthesea")
    assert second.recall("a") is None
    second.keep("a", [])
    second.close()
    third = Memory(tmp_path / FILE, "underthesea")
    assert third.recall("a") == []
    third.close()


def test_an_engine_is_told_by_its_versions_too() -> None:
    assert identity("own") == "own"
    assert identity("pytest:no_such_model") == f"pytest:no_such_model {pytest.__version__} -"


ARTICLE = Article("a", "a", "They saw zealous Zorblat.", "They saw", "derived", Span(0, 8), "en")


async def test_the_reader_has_its_entities_from_the_engine(
    install: Callable[[str, str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("spacy", SPACY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "packages"))
    delivered: list[str] = []

    def deliver(article: Article, mentions: list[Mention]) -> None:
        delivered.extend(each.text for each in mentions)
        reading.cancel()

    annotator = Annotator({}, deliver, "spacy:en_tiny")
    reading = asyncio.ensure_future(annotator.run([ARTICLE]))
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert delivered == ["Zorblat"]


async def test_the_reader_is_told_which_engine_is_missing(
    install: Callable[[str, str], None],
) -> None:
    annotator = Annotator({}, lambda *_: None, "spacy:")
    with pytest.raises(AnnotationError, match=r"^engine spacy: no model is named \(write"):
        await annotator.run([ARTICLE])
