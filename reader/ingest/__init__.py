"""Ingest: what a file holds, as articles. One module a format, behind one seam.

    path -> Document -> Format -> Drafts -> Articles
    (bytes)  (decoding)  (what the document says) (what it leaves to be found)

Formats and their order are in ``formats``; a new one is a module with
``read`` and a line there.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from reader.article import Article
from reader.ingest.anatomy import dissect
from reader.ingest.document import Document, IngestError, explain
from reader.ingest.draft import Refusal, finish
from reader.ingest.formats import choose

__all__ = ["IngestError", "document_date", "read_articles"]


def read_articles(
    path: Path, place: str, refuse: Callable[[str, str], None] = lambda fragment, why: None
) -> Iterator[Article]:
    """Yield the articles of a file, in its order.

    ``place`` names the file in its collection; each article of a file with several adds a
    fragment (``#2``). One of several that can't be read is told to ``refuse`` with its fragment
    and why. Raises IngestError where the file, or what is left of it, can't be read.
    """
    document = Document.of_file(path)
    try:
        for draft in choose(document).read(document):
            if isinstance(draft, Refusal):
                refuse(draft.fragment, draft.why)
                continue
            try:
                yield finish(draft, place, str(path))
            except IngestError as error:
                if not draft.fragment:
                    raise
                refuse(draft.fragment, str(error))
    except IngestError as error:
        raise IngestError(str(error), str(path)) from error.__cause__
    except OSError as error:
        raise IngestError(explain(error), str(path)) from error
    except Exception as error:  # of a parser's making: one bad file must not stop the rest
        raise IngestError(f"damaged: {type(error).__name__} (make it again)", str(path)) from error


def document_date(text: str) -> str | None:
    """Return the date that a raw text gives for itself; None where it could only be inferred.

    The text is taken as plain, or as Markdown if it opens with front matter.
    """
    from reader.ingest import markdown, plain_text

    document = Document.of_bytes("", text.encode("utf-8", "replace"))
    has_front_matter = text.lstrip().startswith(("---", "+++"))
    draft = next((markdown if has_front_matter else plain_text).read(document), None)
    if draft is None:
        return None
    return draft.date or dissect(draft.paragraphs).date
