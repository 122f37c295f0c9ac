"""Feeds fetched from a server: what is kept of them, and what is said of bad ones."""

import gzip
import json
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from reader.feeds import Limits, Outcome, Store, addresses_in, is_opml, refresh
from reader.library import Library
from tests.feed_server import FeedServer, running

pytest.importorskip("feedparser")
pytest.importorskip("urllib3")

QUICK = Limits(answer_seconds=0.2, total_seconds=0.5, bytes=100_000, redirects=3)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FeedServer]:
    monkeypatch.setenv("no_proxy", "*")
    with running() as server:
        yield server


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "feeds")


def rss(*names: str, text: str = "The talks went on.", end: str = "</channel></rss>") -> bytes:
    items = "".join(
        f"<item><title>Talks {name}</title><link>/news/{name}?utm_source=rss</link>"
        f"<guid isPermaLink='false'>{name}</guid><pubDate>Fri, 15 Mar 2024 08:30:00 GMT</pubDate>"
        f"<description>{text} {name}</description></item>"
        for name in names
    )
    head = "<?xml version='1.0'?><rss version='2.0'><channel><title>Northern Post</title>"
    return f"{head}{items}{end}".encode()


def fetched(store: Store, *addresses: str) -> list[Outcome]:
    return list(refresh(store, addresses, QUICK))


def texts(store: Store, address: str) -> list[str]:
    library = Library.open([str(store.file(address))])
    return [article.text for article in library.articles()]


def test_what_a_feed_holds_is_kept_as_articles(server: FeedServer, store: Store) -> None:
    address = server.gives(rss("b", "a"))
    (outcome,) = fetched(store, address)
    assert outcome == Outcome(address, str(store.file(address)), 2, 2)
    older, newer = Library.open([outcome.path]).articles()
    assert (older.text, newer.title) == ("Talks a\n\nThe talks went on. a", "Talks b")
    assert (older.date, older.source) == ("2024-03-15", "Northern Post")
    assert older.link == server.address("/news/a?utm_source=rss")


def test_articles_that_left_the_feed_stay_and_keep_their_ids(
    server: FeedServer, store: Store
) -> None:
    address = server.gives(rss("b", "a"))
    fetched(store, address)
    before = set(Library.open([str(store.file(address))]).ids())
    server.gives(rss("c", "b"))
    (outcome,) = fetched(store, address)
    assert (outcome.new, outcome.articles) == (1, 3)
    assert before < set(Library.open([outcome.path]).ids())


def test_a_feed_that_did_not_change_is_not_sent_again(server: FeedServer, store: Store) -> None:
    address = server.gives(rss("a"), ETag='"v1"', Last_Modified="Fri, 15 Mar 2024 08:30:00 GMT")
    fetched(store, address)
    server.gives(b"", status=304)
    (outcome,) = fetched(store, address)
    assert (outcome.new, outcome.articles, outcome.problem) == (0, 1, "")
    assert server.asked[-1][1]["if-none-match"] == '"v1"'
    assert server.asked[-1][1]["if-modified-since"] == "Fri, 15 Mar 2024 08:30:00 GMT"


def test_a_removed_file_is_fetched_whole_again(server: FeedServer, store: Store) -> None:
    address = server.gives(rss("a"), ETag='"v1"')
    fetched(store, address)
    store.file(address).unlink()
    assert fetched(store, address)[0].new == 1
    assert "if-none-match" not in server.asked[-1][1]


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_packed_feed_is_unpacked(
    name: str, pack: object, server: FeedServer, store: Store
) -> None:
    assert callable(pack)
    address = server.gives(pack(rss("a")), Content_Encoding=name)
    assert fetched(store, address)[0].new == 1
    assert "gzip" in server.asked[0][1]["accept-encoding"]


def test_an_atom_or_json_feed_is_read_whatever_its_server_calls_it(
    server: FeedServer, store: Store
) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Bình Minh", "items": [
        {"id": 7, "url": "/1", "title": "Cảng mới", "content_html": "<p>Khởi công.</p>",
         "date_published": "2024-05-02T06:00:00+07:00", "authors": [{"name": "Lê Hoa"}]},
    ]}  # fmt: skip
    as_json = server.gives(json.dumps(feed).encode(), "/feed.json", Content_Type="image/png")
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Báo</title><entry><id>1</id>"
        "<title>Bão</title><summary>Bão vào bờ.</summary></entry></feed>"
    )
    as_atom = server.gives(atom.encode(), "/atom", Content_Type="text/plain; charset=iso-8859-1")
    assert [outcome.problem for outcome in fetched(store, as_json, as_atom)] == ["", ""]
    (article,) = Library.open([str(store.file(as_json))]).articles()
    assert (article.text, article.author) == ("Cảng mới\n\nKhởi công.", "Lê Hoa")
    assert (article.link, article.date) == (server.address("/1"), "2024-05-02")
    assert texts(store, as_atom) == ["Bão\n\nBão vào bờ."]


def refused_by(status: int) -> bytes:
    return f"<h1>{status}</h1>".encode()


@pytest.mark.parametrize(
    ("status", "says"), [(404, "404 Not Found"), (500, "500 Internal"), (401, "name and password")]
)
def test_a_refusal_is_told_with_what_to_do(
    status: int, says: str, server: FeedServer, store: Store
) -> None:
    address = server.gives(refused_by(status), status=status)
    (outcome,) = fetched(store, address)
    assert says in outcome.problem
    assert not store.file(address).exists()


def slow_to_answer(request: BaseHTTPRequestHandler) -> None:
    request.server.is_over.wait(5)  # type: ignore[attr-defined] # it is a FeedServer


def slow_to_finish(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while not request.server.is_over.wait(0.05):  # type: ignore[attr-defined] # as above
        request.wfile.write(b" ")


def slow_in_its_headers(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while not request.server.is_over.wait(0.05):  # type: ignore[attr-defined] # as above
        request.wfile.write(b"x")


def leaves_at_once(request: BaseHTTPRequestHandler) -> None:
    request.connection.close()


def speaks_nonsense(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"\x00\x01 hello\r\n\r\n")


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (slow_to_answer, "no answer within 0.2 s"),
        (slow_to_finish, "no whole answer within 0.5 s"),
        (slow_in_its_headers, "no whole answer within 0.5 s"),
        (leaves_at_once, "broke off"),
        (speaks_nonsense, "broke off"),
    ],
)
def test_a_server_that_hangs_or_breaks_off_stops_nothing(
    answer: object, says: str, server: FeedServer, store: Store
) -> None:
    assert callable(answer)
    bad = server.does(answer, "/bad")
    good = server.gives(rss("a"), "/good")
    first, second = fetched(store, bad, good)
    assert says in first.problem
    assert (second.new, second.problem) == (1, "")


def test_many_slow_feeds_are_not_waited_for_one_by_one(server: FeedServer, store: Store) -> None:
    slow = [server.does(slow_to_answer, f"/{number}") for number in range(30)]
    good = server.gives(rss("a"), "/good")
    limits = Limits(answer_seconds=20, total_seconds=20, patience_seconds=0.3)
    outcomes = list(refresh(store, [good, *slow], limits))
    assert outcomes[0].new == 1
    assert all("not answered yet" in outcome.problem for outcome in outcomes[1:])


BOMB = zlib.compressobj(wbits=31)
PACKED_ZEROS = BOMB.compress(bytes(50_000_000)) + BOMB.flush()


@pytest.mark.parametrize(
    ("body", "headers", "says"),
    [
        (b"<html><body>not a feed</body></html>", {"Content_Type": "application/rss+xml"}, "feed"),
        (
            b"<html><link rel='alternate' type='application/rss+xml' href='/rss'></html>",
            {},
            "not a feed (its feed is http://127.0.0.1:",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), {"Content_Type": "application/rss+xml"}, "feed"),
        (b"", {}, "feed"),
        (b'{"a": [1, 2', {}, "JSON"),
        (rss("a") + b" " * 200_000, {}, "larger than"),
        (PACKED_ZEROS, {"Content_Encoding": "gzip"}, "larger than"),
        (rss("a"), {"Content_Encoding": "gzip"}, "compression"),
        (rss("a"), {"Content_Length": "90000"}, "broke off"),
        (rss("a"), {"Content_Length": "-5"}, ""),
    ],
)  # fmt: skip
def test_an_answer_that_is_no_feed_is_told_in_one_line(
    body: bytes, headers: dict[str, str], says: str, server: FeedServer, store: Store
) -> None:
    address = server.gives(body, **headers)
    (outcome,) = fetched(store, address)
    assert says in outcome.problem
    assert "\n" not in outcome.problem
    assert outcome.new == (0 if outcome.problem else 1)


@pytest.mark.parametrize("is_packed", [False, True])
def test_of_a_feed_cut_short_the_last_article_waits_until_it_is_whole(
    is_packed: bool, server: FeedServer, store: Store
) -> None:
    whole = rss("a", "b", "c")
    address = server.address()
    cut = whole[: whole.index(b"The talks went on. c") + 5]
    if is_packed:
        packed = zlib.compressobj(wbits=31)
        body = packed.compress(cut) + packed.flush(zlib.Z_SYNC_FLUSH)
        server.gives(body, Content_Encoding="gzip", ETag='"v1"')
    else:
        server.gives(cut, ETag='"v1"')
    (outcome,) = fetched(store, address)
    assert "breaks off" in outcome.problem
    assert outcome.new == 2
    server.gives(whole, ETag='"v1"')
    (outcome,) = fetched(store, address)
    assert "if-none-match" not in server.asked[-1][1]
    assert outcome.new == 1
    assert "Talks c\n\nThe talks went on. c" in texts(store, address)


def test_a_moved_feed_is_followed_but_not_in_a_circle(server: FeedServer, store: Store) -> None:
    server.gives(rss("a"), "/new")
    moved = server.gives(b"", "/old", 301, Location="/new")
    circle = server.gives(b"", "/circle", 302, Location="/circle")
    for number in range(9):
        server.gives(b"", f"/{number}", 302, Location=f"/{number + 1}")
    to_a_file = server.gives(b"", "/file", 302, Location="file:///etc/passwd")
    outcomes = fetched(store, moved, circle, server.address("/0"), to_a_file)
    assert outcomes[0].new == 1
    assert "circle" in outcomes[1].problem
    assert "circle" in outcomes[2].problem
    assert "not safe" in outcomes[3].problem


@pytest.mark.parametrize(
    "address",
    ["http://", "http://[::1", "http://127.0.0.1:99999/", "http://127.0.0.1:1/", "http://a b/"],
)
def test_an_address_without_a_server_is_told(
    address: str, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "*")
    (outcome,) = fetched(store, address)
    assert outcome.problem.count("(") >= 1
    assert "\n" not in outcome.problem


def test_entries_of_one_address_are_told_apart_by_their_titles(
    server: FeedServer, store: Store
) -> None:
    items = "".join(f"<item><title>Day {n}</title><link>/</link></item>" for n in range(3))
    address = server.gives(f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
    assert fetched(store, address)[0].new == 3
    assert fetched(store, address)[0].new == 0


def test_an_entry_under_another_guid_is_not_kept_twice(server: FeedServer, store: Store) -> None:
    address = server.gives(rss("a", text="They spoke of the ports, ships and roads. " * 3))
    fetched(store, address)
    again = rss("a", text="They spoke of the ports, ships and roads. " * 3)
    server.gives(again.replace(b"'false'>a<", b"'false'>other<"))
    assert fetched(store, address)[0].new == 0


def test_a_line_torn_by_a_crash_is_mended(server: FeedServer, store: Store) -> None:
    address = server.gives(rss("a"))
    fetched(store, address)
    file = store.file(address)
    file.write_bytes(file.read_bytes() + b'{"guid": "b", "title": "Tal')
    server.gives(rss("b", "a"))
    assert fetched(store, address)[0].new == 1
    assert [json.loads(line)["guid"] for line in file.read_text().splitlines()] == ["a", "b"]


def test_a_password_is_sent_to_its_server_and_to_no_other(server: FeedServer, store: Store) -> None:
    elsewhere = server.gives(rss("a"), "/open").replace("127.0.0.1", "localhost")
    address = server.gives(b"", "/closed", 302, Location=elsewhere)
    fetched(store, address.replace("http://", "http://ann:s%20t@"))
    assert server.asked[0][1]["authorization"] == "Basic YW5uOnMgdA=="
    assert "authorization" not in server.asked[1][1]


def test_the_feeds_of_an_opml_file_are_found(tmp_path: Path) -> None:
    file = tmp_path / "subs.opml"
    file.write_text(
        '<?xml version="1.0"?><opml version="2.0"><body><outline text="Asia">'
        '<outline type="rss" xmlUrl="https://a.example/feed?x=1&y=2" text="A & B"/>'
        '<outline xmlUrl="https://a.example/feed?x=1&amp;y=2"/>'
        '<outline xmlUrl="file:///etc/passwd"/><outline text="folder"/></outline></body></opml>'
    )
    assert is_opml(str(file))
    assert addresses_in(str(file)) == ["https://a.example/feed?x=1&y=2"]
