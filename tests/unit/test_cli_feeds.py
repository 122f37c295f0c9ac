"""Feeds on the command line: an address as a PATH, and the command that fetches."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli import main
from tests.feed_server import FeedServer, running

pytest.importorskip("feedparser")
pytest.importorskip("urllib3")

FEED = b"""<rss version="2.0"><channel><title>Post</title>
<item><title>Bridge opened</title><guid>1</guid><description>It was opened.</description></item>
</channel></rss>"""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FeedServer]:
    monkeypatch.setenv("SEEDS_READER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("no_proxy", "*")
    with running() as server:
        yield server


def records(capsys: pytest.CaptureFixture[str]) -> tuple[list[dict[str, object]], list[str]]:
    out, err = capsys.readouterr()
    return [json.loads(line) for line in out.splitlines()], err.splitlines()


def test_an_address_is_a_path(server: FeedServer, capsys: pytest.CaptureFixture[str]) -> None:
    address = server.gives(FEED)
    assert main(["list", address, "--json"]) == 0
    assert [row["title"] for row in records(capsys)[0]] == ["Bridge opened"]
    server.gives(b"", status=500)
    assert main(["search", "bridge", address, "--json"]) == 0
    assert len(records(capsys)[0]) == 1
    assert len(server.asked) == 1, "a feed just fetched is not asked again"


def test_a_feed_that_fails_leaves_the_rest_to_be_read(
    server: FeedServer, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = server.gives(FEED), server.gives(b"", "/bad", 404)
    assert main(["list", bad, good, "--json"]) == 0
    rows, errors = records(capsys)
    assert len(rows) == 1
    assert errors == [f"seeds-reader: {bad}: answered 404 Not Found (check the address)"]


def test_an_address_that_gives_nothing_is_status_2(
    server: FeedServer, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = server.gives(b"", "/bad", 404)
    assert main(["list", bad]) == 2
    told = capsys.readouterr().err
    assert "404" in told
    assert told.count("\n") == 1


def test_a_removed_file_of_a_feed_is_fetched_again(
    server: FeedServer, capsys: pytest.CaptureFixture[str]
) -> None:
    address = server.gives(FEED)
    main(["fetch", address, "--json"])
    Path(str(records(capsys)[0][0]["path"])).unlink()
    assert main(["list", address, "--json"]) == 0
    assert len(records(capsys)[0]) == 1


def test_an_opml_file_is_opened_as_its_feeds(
    server: FeedServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "feeds.opml"
    listed.write_text(f'<opml><body><outline xmlUrl="{server.gives(FEED)}"/></body></opml>')
    assert main(["list", str(listed), "--json"]) == 0
    assert len(records(capsys)[0]) == 1


def test_fetch_asks_every_feed_that_is_known(
    server: FeedServer, capsys: pytest.CaptureFixture[str]
) -> None:
    address = server.gives(FEED)
    assert main(["fetch"]) == 1
    assert "no feed is known" in capsys.readouterr().err
    assert main(["fetch", address, "--json"]) == 0
    (first,) = records(capsys)[0]
    assert (first["new"], first["articles"], first["problem"]) == (1, 1, None)
    assert main(["fetch", "--json"]) == 0
    (again,) = records(capsys)[0]
    assert (again["address"], again["new"]) == (address, 0)


def test_fetch_refuses_what_is_no_address(
    server: FeedServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fetch", "asia"]) == 2
    assert "no address" in capsys.readouterr().err
