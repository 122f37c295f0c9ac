"""Articles of a feed that was saved to a file."""

from pathlib import Path

import pytest

from reader.article import Article
from reader.ingest import IngestError, read_articles

pytest.importorskip("feedparser")

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Báo Bình Minh</title><link>https://binhminh.example</link><language>vi-VN</language>
<item><title>Cảng mới &amp;amp; đường sắt</title><link>https://binhminh.example/1</link>
<guid>bm-1</guid><pubDate>Fri, 15 Mar 2024 08:30:00 +0700</pubDate><dc:creator>Lê Hoa</dc:creator>
<description>Cảng mới sẽ đón được tàu lớn.</description>
<content:encoded><![CDATA[<p>Sáng nay lễ khởi công diễn ra.</p>
<p>Theo TTXVN</p><script>x()</script>]]></content:encoded></item>
<item><title>Bão số 5</title><guid>bm-2</guid>
<description>&lt;p&gt;Bão vào bờ&lt;br&gt;đêm qua.&lt;/p&gt;</description></item>
<item><guid>bm-3</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Northern Post</title>
<entry><id>tag:np,2024:1</id><title type="html">First &lt;i&gt;talks&lt;/i&gt;</title>
<updated>2024-05-02T06:00:00Z</updated><author><name>Anna Berg</name></author>
<link rel="alternate" href="https://np.example/1"/>
<content type="html">&lt;p&gt;They began.&lt;/p&gt;</content></entry></feed>"""


def read(tmp_path: Path, text: str, name: str = "feed.xml") -> tuple[list[Article], list[str]]:
    path = tmp_path / name
    path.write_text(text)
    refused: list[str] = []
    return list(read_articles(path, name, lambda fragment, why: refused.append(why))), refused


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed.txt"])
def test_the_items_of_rss_are_articles(name: str, tmp_path: Path) -> None:
    (port, storm), refused = read(tmp_path, RSS, name)
    assert port.text == (
        "Cảng mới & đường sắt\n\nCảng mới sẽ đón được tàu lớn.\n\nSáng nay lễ khởi công diễn ra."
        "\n\nTheo TTXVN"
    )
    assert (port.date, port.source, port.author, port.lang) == (
        "2024-03-15",
        "Bình Minh",
        "Lê Hoa",
        "vi",
    )
    assert port.link == "https://binhminh.example/1"
    assert storm.text == "Bão số 5\n\nBão vào bờ\n\nđêm qua."
    assert refused == ["no text in the entry (open its page)"]


def test_the_entries_of_atom_are_articles(tmp_path: Path) -> None:
    (article,), _ = read(tmp_path, ATOM)
    assert article.text == "First talks\n\nThey began."
    assert (article.date, article.source, article.author) == (
        "2024-05-02",
        "Northern Post",
        "Anna Berg",
    )


def test_an_entry_keeps_its_id_when_the_feed_moves_on(tmp_path: Path) -> None:
    (first, _), _ = read(tmp_path, RSS)
    newer = RSS.replace("<item>", "<item><title>New</title><guid>n</guid></item><item>", 1)
    (second, _), _ = read(tmp_path, newer.replace("<title>New</title>", ""))
    assert first.id == second.id


def test_a_list_of_feeds_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="a list of feeds"):
        read(tmp_path, '<?xml version="1.0"?><opml version="2.0"><body/></opml>')


def test_a_broken_feed_gives_what_it_has(tmp_path: Path) -> None:
    articles, _ = read(tmp_path, RSS[: RSS.index("<item><guid>bm-3")].replace("&amp;amp;", "&"))
    assert [article.title for article in articles] == ["Cảng mới & đường sắt", "Bão số 5"]
