"""What may be given instead of a path, in a terminal: a feed, a name, the last collection."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.feed_server import FeedServer, running
from tests.terminal import Terminal

pytest.importorskip("feedparser")
pytest.importorskip("urllib3")

FEED = b"""<rss version="2.0"><channel><title>Northern Post</title>
<item><title>Bridge opened in the north</title><guid>1</guid>
<description>It was opened on Monday.</description></item></channel></rss>"""


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with running() as server:
        yield server


def test_a_feed_is_read_and_opened_again_without_its_server(
    program: list[str], server: FeedServer, tmp_path: Path
) -> None:
    env = {"SEEDS_READER_HOME": str(tmp_path / "home"), "no_proxy": "*"}
    with Terminal([*program, server.gives(FEED)], env=env, size=(100, 30)) as terminal:
        terminal.wait_for("Bridge opened")
        terminal.wait_for("Northern Post")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    server.gives(b"", status=500)
    with Terminal([*program, "-"], env=env, size=(100, 30)) as terminal:
        terminal.wait_for("Bridge opened")
        terminal.send("q")
        assert terminal.wait_exit() == 0
