"""Markdown: the text as it is, then the highlights as quotations with their notes.

What an article says is never read as Markdown: every character that could be is escaped.
"""

import re
from collections.abc import Iterable, Iterator

from reader.cli.export.page import Page
from reader.state import Highlight

_SPECIAL = re.compile(r"([\\`*_\[\]<>~|&$])")
_AT_START = re.compile(r"^ *(?:([#+=-])(?=[#=-]*(?: |$))|(\d+)([.)])(?= |$))|^ +", re.MULTILINE)
"""What opens a code block, a heading, a list or a rule at the beginning of a line."""


def parts(pages: Iterable[Page]) -> Iterator[str]:
    """Yield one part for each article; a rule parts it from the one before."""
    for number, page in enumerate(pages):
        yield ("\n---\n\n" if number else "") + _page(page)


def _page(page: Page) -> str:
    article = page.article
    blocks = [f"# {escape(article.title)}"] if article.title_source == "document" else []
    if page.facts:
        blocks.append(f"*{escape(' · '.join(page.facts))}*")
    if article.link:
        blocks.append(f"<{article.link}>")
    blocks += (
        escape("".join(stretch.text for stretch in paragraph)) for paragraph in page.paragraphs()
    )
    if page.notes:
        blocks.append("## Highlights")
        blocks += (_quotation(highlight) for highlight in page.notes)
    return "\n\n".join(blocks) + "\n"


def _quotation(highlight: Highlight) -> str:
    quote = "\n".join(f"> {line}" for line in escape(highlight.quote).splitlines())
    return "\n\n".join(part for part in (quote, escape(highlight.note)) if part)


def escape(text: str) -> str:
    """Return Markdown that shows ``text`` as it is."""
    text = _SPECIAL.sub(r"\\\1", text)
    return _AT_START.sub(_escaped_start, text)


def _escaped_start(found: re.Match[str]) -> str:
    sign, number, point = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{point}" if number else ""
