"""E-mail: one message (.eml) or a mailbox of them (mbox), each an article.

Newsletters come as HTML with a poor copy in plain text, letters as text with a copy in HTML: the
longer of the two is read. A message's fragment is its place in the mailbox, which only grows at
its end. Attachments are left out.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from reader.article import clean, clean_line
from reader.ingest import dates
from reader.ingest.decoding import decode
from reader.ingest.document import MAX_BYTES, Document
from reader.ingest.draft import Draft, Refusal
from reader.ingest.html_text import html_paragraphs
from reader.ingest.paragraphs import paragraphs

_LIST_NAME = re.compile(r"^\s*\"?([^<\"]+?)\"?\s*<")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.M)


def read(document: Document) -> Iterator[Draft | Refusal]:
    """Yield the messages of a mailbox, or the one of a file."""
    if not document.opening.startswith(b"From "):
        yield _message(document.read(), "")
        return
    for number, raw in enumerate(_messages(document), 1):
        yield _message(raw, str(number))


def _messages(document: Document) -> Iterator[bytes]:
    """Yield the bytes of each message, one in memory at a time."""
    lines: list[bytes] = []
    size = 0
    with document.open() as stream:
        stream.readline()
        while line := stream.readline(MAX_BYTES):
            if line.startswith(b"From ") and (not lines or not lines[-1].strip()):
                yield b"".join(lines)
                lines, size = [], 0
                continue
            size += len(line)
            if size <= MAX_BYTES:
                lines.append(line)
    if any(line.strip() for line in lines):
        yield b"".join(lines)


def _message(raw: bytes, fragment: str) -> Draft | Refusal:
    """Return a message as a draft. The library may raise anything for malformed headers."""
    try:
        parsed = message_from_bytes(_QUOTED_FROM.sub(rb"\1", raw), policy=policy.default)
        return _draft(parsed, fragment)
    except Exception as error:
        return Refusal(fragment, f"a damaged message: {type(error).__name__} (save it again)")


def _draft(message: EmailMessage, fragment: str) -> Draft:
    name, address = parseaddr(_header(message, "From"))
    list_name = _LIST_NAME.match(_header(message, "List-Id"))
    return Draft(
        _body(message),
        title=_header(message, "Subject") or None,
        date=dates.parse(_header(message, "Date")),
        source=list_name[1] if list_name else None,
        author=name or address or None,
        fragment=fragment,
    )


def _header(message: EmailMessage, name: str) -> str:
    return clean_line(str(message.get(name, "")))


def _body(message: EmailMessage) -> list[str]:
    texts = [
        html_paragraphs(_content(part)) if kind == "html" else paragraphs(clean(_content(part)))
        for kind in ("plain", "html")
        if (part := message.get_body((kind,))) is not None
    ]
    return max(texts, key=lambda text: sum(map(len, text)), default=[])


def _content(part: MIMEPart) -> str:
    """Return the text of a part, of one that lies about its encoding too."""
    payload = part.get_payload(decode=True)
    return decode(payload, part.get_content_charset("")).text if isinstance(payload, bytes) else ""
