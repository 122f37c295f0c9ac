"""HTML as plain paragraphs: what a browser shows, line by line, without the markup.

For the HTML that records, feeds and books carry, which is the article itself; the article of a
whole web page has to be found first (``web_page``). Headings are paragraphs, items begin with
``-`` or their number, quotes with ``>``, the cells of a row are parted by ``|``.
"""

import re
from html.parser import HTMLParser

from reader.article import clean

_BLOCK_TAGS = """
    p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 ul ol dl dt dd figure
    figcaption pre address hr table tr blockquote li form fieldset details summary
"""
_BREAKS = frozenset(_BLOCK_TAGS.split())
CELL = " | "
"""What parts the cells of a row."""

_HIDDEN = frozenset({"script", "style", "template", "noscript", "iframe", "svg", "head", "object"})
_LOOKS_MARKED = re.compile(
    r"<(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|blockquote|table|figure)\b[^<>]*>", re.I
)


def looks_marked(text: str) -> bool:
    """Tell whether a record's text is HTML rather than text that happens to hold a ``<``."""
    return bool(_LOOKS_MARKED.search(text, 0, 20_000))


def html_paragraphs(html: str) -> list[str]:
    """Return the paragraphs of a piece of HTML, cleaned."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_paragraph()
    return reader.paragraphs


class _Reader(HTMLParser):
    """Collects text until a tag that ends a paragraph."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self._parts: list[str] = []
        self._hidden = 0
        self._quotes = 0
        self._lists: list[int | None] = []
        self._mark = ""
        self._last = ""
        self._verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "br":
            self._break_line()
        elif tag in ("td", "th"):
            self._parts.append(CELL if any(part.strip() for part in self._parts) else "")
        elif tag == "img":
            self._parts.append(" " + (dict(attrs).get("alt") or "") + " ")
        elif tag in _BREAKS:
            self._open(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BREAKS:
            self.end_paragraph()
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._parts.append(data if self._verbatim else re.sub(r"\s+", " ", data))

    def _break_line(self) -> None:
        """Take a line break for the end of a paragraph, which is what pages use it for."""
        if self._mark or self._quotes or self._verbatim:
            self._parts.append("\n")
        else:
            self.end_paragraph()

    def _open(self, tag: str) -> None:
        keep_mark = tag in ("p", "div") and self._mark and not "".join(self._parts).strip()
        if not keep_mark:
            self.end_paragraph()
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._verbatim += 1
        elif tag == "li":
            self._mark = self._next_mark()

    def _close(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag == "pre":
            self._verbatim = max(0, self._verbatim - 1)
        elif tag == "li":
            self._mark = ""

    def _next_mark(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "- "
        self._lists[-1] = number + 1
        return f"{number + 1}. "

    def end_paragraph(self) -> None:
        """Take what was collected as a paragraph, if it holds anything."""
        text = clean("".join(self._parts))
        kind = "item" if self._mark else "row" if CELL in self._parts else ""
        self._parts.clear()
        lines = text.split("\n")
        if not self._verbatim:
            lines = [" ".join(line.split()) for line in lines]
        quote = "> " if self._quotes else ""
        blocks = "\n".join(line.rstrip() for line in lines).strip("\n")
        for block in re.split(r"\n{2,}", blocks):
            if block.strip():
                shown = self._mark + block.strip()
                self._add("\n".join(quote + line for line in shown.split("\n")), kind)
                self._mark = ""

    def _add(self, paragraph: str, kind: str) -> None:
        """Add a paragraph; the items of a list and the rows of a table make one together."""
        if kind and kind == self._last:
            self.paragraphs[-1] += "\n" + paragraph
        else:
            self.paragraphs.append(paragraph)
        self._last = kind
