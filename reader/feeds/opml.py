"""OPML: a reader's list of feeds, as other readers export it.

It is read as lenient HTML is, since exports often are no well-formed XML (a bare ``&`` in an
address), and so that no entity in it can be made to explode.
"""

from html.parser import HTMLParser
from pathlib import Path

from reader.ingest import IngestError
from reader.ingest.document import Document


def is_opml(path: str) -> bool:
    """Tell whether a file is a list of feeds."""
    if not path.lower().endswith((".opml", ".xml")):
        return False
    try:
        return b"<opml" in Document.of_file(Path(path)).opening.lower()
    except IngestError:
        return False


def addresses_in(path: str) -> list[str]:
    """Return the addresses of the feeds in a list, each once. Raises IngestError."""
    reader = _Outlines()
    reader.feed(Document.of_file(Path(path)).text().text)
    return list(dict.fromkeys(reader.addresses))


class _Outlines(HTMLParser):
    """Collects the addresses of outlines."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = (dict(attrs).get("xmlurl") or "").strip()
        if tag == "outline" and address.lower().startswith(("http://", "https://")):
            self.addresses.append(address)
