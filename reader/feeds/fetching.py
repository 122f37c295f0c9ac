"""HTTP: how the bytes behind an address are got from a server that may be slow, broken or lying.

Nothing is believed before it is counted: bytes are counted as they come out of the decompressor,
time over the whole exchange and not between two bytes, and redirects one by one. Certificates are
verified against those of the system; an address that began with ``https`` never ends on ``http``.
"""

import contextlib
import queue
import re
import threading
import time
from dataclasses import dataclass
from http import HTTPStatus
from importlib import import_module
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from reader import __version__

CHUNK_BYTES = 2**16

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)


class FetchError(Exception):
    """An address that gives no feed: ``str(error)`` is "why (what to do)"."""


@dataclass(frozen=True)
class Limits:
    """What a server may take of the reader's time and memory, one feed at a time.

    A feed is 0.05 to 2 MB and answered in about a second; a tenth of these limits would refuse
    some real ones, ten times of them would let a bad server be felt.
    """

    answer_seconds: float = 15.0
    total_seconds: float = 60.0
    bytes: int = 32 * 2**20
    redirects: int = 5
    patience_seconds: float | None = None
    """How long all feeds together may be waited for; those under way then go on by themselves."""


class Validators(NamedTuple):
    """What a server gave to ask it by whether a feed changed."""

    etag: str = ""
    modified: str = ""


class Answer(NamedTuple):
    """What a server answered; ``raw`` is None where nothing changed since."""

    address: str
    raw: bytes | None
    content_type: str = ""
    validators: Validators = Validators()


def fetch(address: str, known: Validators, limits: Limits) -> Answer:
    """Get what is behind an address, if it changed. Raises FetchError.

    It returns in time even where a server sends one byte a second, headers and all.
    """
    answers: queue.SimpleQueue[Answer | Exception] = queue.SimpleQueue()

    def work() -> None:
        try:
            answers.put(_Exchange(address, known, limits).run())
        except Exception as error:  # handed to who waits
            answers.put(error)

    threading.Thread(target=work, daemon=True).start()
    try:
        answer = answers.get(timeout=limits.total_seconds)
    except queue.Empty:
        raise _too_slow(limits) from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def without_password(address: str) -> str:
    """Return an address as it may be shown."""
    return re.sub(r"(?<=//)[^/?#]*@", "", address, count=1)


class _Exchange:
    """One feed's requests, redirects included."""

    def __init__(self, address: str, known: Validators, limits: Limits) -> None:
        self.address, self.known, self.limits = address, known, limits
        self.deadline = time.monotonic() + limits.total_seconds
        self.urllib3 = _client()

    def run(self) -> Answer:
        seen = {self.address}
        try:
            while True:
                with contextlib.closing(self._asked()) as response:
                    if not response.get_redirect_location():
                        return self._answer(response)
                    self.address = self._target(response)
                if self.address in seen or len(seen) > self.limits.redirects:
                    raise FetchError("sends on in a circle (check the address in a browser)")
                seen.add(self.address)
        except (self.urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise FetchError(_reason(error, self.limits)) from error

    def _asked(self) -> Any:
        shown = without_password(self.address)
        return _pool(self.urllib3, shown).request(
            "GET",
            shown,
            headers=self._headers(),
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=self.urllib3.Timeout(
                connect=min(self.limits.answer_seconds, self._left()),
                read=min(self.limits.answer_seconds, self._left()),
            ),
        )

    def _headers(self) -> dict[str, str]:
        parts = urlsplit(self.address)
        login = (
            f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else None
        )
        headers: dict[str, str] = self.urllib3.make_headers(
            accept_encoding=True, user_agent=f"seeds-reader/{__version__}", basic_auth=login
        )
        headers["Accept"] = ACCEPT
        if self.known.etag:
            headers["If-None-Match"] = self.known.etag
        if self.known.modified:
            headers["If-Modified-Since"] = self.known.modified
        return headers

    def _target(self, response: Any) -> str:
        target = urljoin(self.address, str(response.get_redirect_location()))
        schemes = urlsplit(self.address).scheme, urlsplit(target).scheme
        if schemes[1] not in ("http", "https") or schemes == ("https", "http"):
            raise FetchError(
                f"sends on to {without_password(target)}, which is not safe"
                " (give that address yourself)"
            )
        return target

    def _answer(self, response: Any) -> Answer:
        if response.status == HTTPStatus.NOT_MODIFIED:
            return Answer(self.address, None, validators=self.known)
        if response.status != HTTPStatus.OK:
            raise FetchError(_refusal(response.status))
        headers = response.headers
        return Answer(
            without_password(self.address),
            self._body(response),
            headers.get("Content-Type", ""),
            Validators(headers.get("ETag", ""), headers.get("Last-Modified", "")),
        )

    def _body(self, response: Any) -> bytes:
        taken = bytearray()
        while chunk := response.read1(CHUNK_BYTES, decode_content=True):
            taken += chunk
            if len(taken) > self.limits.bytes:
                raise FetchError(f"larger than {self.limits.bytes / 2**20:g} MB (is it a feed?)")
            self._left()
        return bytes(taken)

    def _left(self) -> float:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise _too_slow(self.limits)
        return left


def _client() -> Any:
    """Import urllib3: it costs 0.1 s, and only who fetches pays it."""
    try:
        return import_module("urllib3")
    except ImportError as error:
        raise FetchError(
            "addresses need urllib3 (run: pip install 'seeds-reader[feeds]')"
        ) from error


def _pool(urllib3: Any, address: str) -> Any:
    """Return the way to a server: direct, or by the proxy that the environment names."""
    parts = urlsplit(address)
    proxy = getproxies().get(parts.scheme)
    if proxy and not proxy_bypass(parts.hostname or ""):
        return urllib3.ProxyManager(proxy)
    return urllib3.PoolManager()


def _too_slow(limits: Limits) -> FetchError:
    return FetchError(f"no whole answer within {limits.total_seconds:g} s (try again later)")


def _refusal(status: int) -> str:
    try:
        phrase = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = str(status)
    advice: dict[int, str] = {
        401: "give a name and password: https://name:password@…",
        403: "open it in a browser; it may refuse programs",
        404: "check the address",
        410: "the feed is gone for good",
        429: "ask it less often",
    }
    return f"answered {phrase} ({advice.get(status, 'try again later')})"


_REASONS: tuple[tuple[str, str], ...] = (
    ("SSLError", "its certificate can't be verified (check the address, and the system's clock)"),
    ("NameResolutionError", "no such server (check the address, and that you are online)"),
    ("LocationParseError", "not an address (write it as https://…)"),
    ("LocationValueError", "not an address (write it as https://…)"),
    ("UnicodeError", "not an address (write it as https://…)"),
    ("DecodeError", "damaged in its compression (try again later)"),
    ("IncompleteRead", "broke off before its end (try again later)"),
    ("ProtocolError", "broke off before its end (try again later)"),
    ("ConnectTimeoutError", "does not answer (try again later)"),
    ("NewConnectionError", "can't be connected to (check the address, and that you are online)"),
)  # fmt: skip


def _reason(error: BaseException, limits: Limits) -> str:
    """Say what the client met as "why (what to do)"."""
    names = {kind.__name__ for kind in type(error).__mro__}
    if "ReadTimeoutError" in names:
        return f"no answer within {limits.answer_seconds:g} s (try again later)"
    inner = error.args[0] if error.args and isinstance(error.args[0], BaseException) else None
    if "ProxyError" in names:
        return "its proxy can't be reached (check http_proxy and https_proxy)"
    for name, reason in _REASONS:
        if name in names:
            return reason
    return (
        _reason(inner, limits) if inner else f"{type(error).__name__}: {error} (check the address)"
    )
