"""HTML: one page that needs nothing else, entities marked by type, highlights with their notes."""

from collections.abc import Iterable, Iterator
from html import escape

from reader.cli.export.page import Page, Stretch
from reader.state import Highlight

HEAD = """\
<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>seeds-reader</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem; font: 1.1rem/1.6 Georgia, serif; }
article + article { margin-top: 4rem; border-top: 1px solid #8888; padding-top: 2rem; }
.facts { font-style: italic; opacity: .7; }
.entity { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; }
.person { text-decoration-color: #2e9e5b; }
.org { text-decoration-color: #a259c4; }
.place { text-decoration-color: #2a8fc0; }
.date { text-decoration-color: #c79316; }
.event { text-decoration-color: #cf4f4f; }
mark { background: #ffe58a; color: #222; }
</style>
</head>
<body>
"""
FOOT = "</body>\n</html>\n"


def parts(pages: Iterable[Page]) -> Iterator[str]:
    """Yield the page's head, one part for each article, and its foot."""
    yield HEAD
    for page in pages:
        yield _article(page)
    yield FOOT


def _article(page: Page) -> str:
    article = page.article
    lines = [f'<article lang="{escape(article.lang)}" id="{article.id}">']
    if article.title_source == "document":
        lines.append(f"<h1>{escape(article.title)}</h1>")
    if page.facts:
        lines.append(f'<p class="facts">{escape(" · ".join(page.facts))}</p>')
    if article.link and article.link.startswith(("http://", "https://")):
        lines.append(f'<p><a href="{escape(article.link)}">{escape(article.link)}</a></p>')
    lines += (f"<p>{''.join(map(_stretch, paragraph))}</p>" for paragraph in page.paragraphs())
    if page.notes:
        lines.append("<h2>Highlights</h2>")
        lines += (_note(highlight) for highlight in page.notes)
    return "\n".join([*lines, "</article>\n"])


def _stretch(stretch: Stretch) -> str:
    shown = escape(stretch.text).replace("\n", "<br>\n")
    if stretch.mention:
        kind, means = stretch.mention.type, stretch.mention.value or stretch.mention.label
        title = f"{kind}: {means}" if means else kind
        shown = f'<span class="entity {kind.lower()}" title="{escape(title)}">{shown}</span>'
    if stretch.highlight:
        note = escape(stretch.highlight.note)
        shown = f'<mark title="{note}">{shown}</mark>' if note else f"<mark>{shown}</mark>"
    return shown


def _note(highlight: Highlight) -> str:
    quote = f"<blockquote>{escape(highlight.quote)}</blockquote>" if highlight.quote else ""
    note = f"<p>{escape(highlight.note)}</p>" if highlight.note else ""
    return quote + note
