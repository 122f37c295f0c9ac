"""When two addresses lead to the same page."""

from urllib.parse import parse_qsl, urlencode, urlsplit

TRACKING = ("utm_", "fbclid", "gclid", "at_medium", "at_campaign")
"""Beginnings of the parameters that only say how one came to a page."""


def plain_address(address: str) -> str:
    """Return an address without scheme, fragment and tracking: one for each page."""
    try:
        parts = urlsplit(address.strip())
        query = [pair for pair in parse_qsl(parts.query) if not pair[0].startswith(TRACKING)]
    except ValueError:
        return address
    tail = f"?{urlencode(query)}" if query else ""
    return f"{parts.netloc.lower()}{parts.path.rstrip('/')}{tail}"
