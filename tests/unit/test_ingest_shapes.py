"""The shapes in which texts copied from pages come, one made-up article each.

Each says what a careful reader would find: the title and whether the document gives it, the date
and where it is from, the source, and what is no text.
"""

from typing import NamedTuple

import pytest

from reader.article import Article
from reader.ingest.document import Document
from reader.ingest.draft import finish
from reader.ingest.formats import choose

VI = (
    "Phát biểu tại lễ khai mạc, ông Trần Văn Bình cho biết địa phương sẽ mở rộng cảng biển để đón"
    " các tàu hàng lớn hơn trong những năm tới.\n\nCác doanh nghiệp hoan nghênh quyết định này."
)
EN = (
    "Speaking at the opening ceremony, Maria Lund said that the region would widen its harbour so"
    " that larger vessels can call there.\n\nLocal companies welcomed the decision."
)
SAPO = "Cảng mới sẽ đón được tàu lớn gấp ba lần cảng cũ đang quá tải suốt nhiều năm nay."


class Shape(NamedTuple):
    text: str
    title: str
    date: str | None = None
    source: str | None = None
    furniture: tuple[str, ...] = ()
    title_source: str = "document"
    date_source: str | None = "document"


SHAPES = {
    "breadcrumb, title, date and time": Shape(
        f"Trang chủ > Kinh tế > Hạ tầng biển\nCảng biển mới ở phía bắc khởi công sáng nay\n"
        f"Thứ Sáu, 15/03/2024, 08:30 (GMT+7)\n\n{SAPO}\n\n{VI}",
        "Cảng biển mới ở phía bắc khởi công sáng nay",
        "2024-03-15",
        None,
        ("section", "dateline"),
    ),
    "sections on lines of their own": Shape(
        f"Trang chủ\nThế giới\nChâu Á\nHai nước láng giềng nối lại đàm phán\n\n{VI}",
        "Hai nước láng giềng nối lại đàm phán",
        furniture=("section", "section", "section"),
    ),
    "a summary between title and date": Shape(
        f"Cảng biển mới ở phía bắc khởi công\n\n{SAPO}\n\n15/03/2024 08:30\n\n{VI}",
        "Cảng biển mới ở phía bắc khởi công",
        "2024-03-15",
        None,
        ("dateline",),
    ),
    "a byline with the date": Shape(
        f"Harbour towns look north for new trade\nBy Anna Berg, Northern Post, May 2, 2024\n\n{EN}",
        "Harbour towns look north for new trade",
        "2024-05-02",
    ),
    "a date line that names the site": Shape(
        f"Harbour towns look north for new trade\nMay 2, 2024 / 10:30 AM / Northern Post\n\n{EN}",
        "Harbour towns look north for new trade",
        "2024-05-02",
    ),
    "the title again, cut": Shape(
        "World\nHarbour towns look north for new trade\nHarbour towns look north for…\n"
        f"2 May 2024\n{EN}",
        "Harbour towns look north for new trade",
        "2024-05-02",
        None,
        ("section", "repeated title", "dateline"),
    ),
    "a leading date, the title twice": Shape(
        f"date 2024-05-02 Harbour towns look north\n\nHarbour towns look north\n\n{EN}",
        "Harbour towns look north",
        "2024-05-02",
        None,
        ("dateline", "repeated title"),
    ),
    "a leading date, the section, the title": Shape(
        f"date 2024-05-02 World\n\nHarbour towns look north\n\n{EN}",
        "Harbour towns look north",
        "2024-05-02",
        None,
        ("dateline", "section"),
    ),
    "a leading date in the order of the day": Shape(
        f"date 15/03/2024 Cảng biển mới khởi công\n\n{VI}",
        "Cảng biển mới khởi công",
        "2024-03-15",
        None,
        ("dateline",),
    ),
    "a title with the name of the site": Shape(
        f"Cảng biển mới ở phía bắc khởi công | Báo Bình Minh\n\n{VI}",
        "Cảng biển mới ở phía bắc khởi công",
        source="Bình Minh",
    ),
    "a title with the site's address": Shape(
        f"Cảng biển mới ở phía bắc khởi công - binhminh.com.vn\n\n{VI}",
        "Cảng biển mới ở phía bắc khởi công",
        source="binhminh.com.vn",
    ),
    "a header of named lines": Shape(
        "Title: Harbour towns look north\nDate: 2024-05-02T06:00:00Z\nSource: Northern Post\n"
        f"Author: Anna Berg\nURL: https://np.example/1\n\n{EN}",
        "Harbour towns look north",
        "2024-05-02",
        "Northern Post",
        ("header",) * 5,
    ),
    "a header in Vietnamese": Shape(
        f"Tiêu đề: Cảng mới khởi công\nNgày đăng: 15/3/2024\nNguồn: Báo Bình Minh\n\n{VI}",
        "Cảng mới khởi công",
        "2024-03-15",
        "Bình Minh",
        ("header",) * 3,
    ),
    "page buttons around the text": Shape(
        f"Harbour towns look north\n5 min read\nShare\nTweet\n\n{EN}\n\nAdvertisement\n\n"
        "Leave a comment\n\n© 2024 Northern Post. All rights reserved.",
        "Harbour towns look north",
        furniture=("button", "button", "button", "button", "comments", "copyright"),
    ),
    "a signature with the agency": Shape(
        f"Cảng biển mới khởi công\n\n{VI}\n\nMinh Anh (Theo Kyodo)",
        "Cảng biển mới khởi công",
        source="Kyodo",
    ),
    "a signature with a stroke": Shape(
        f"Cảng biển mới khởi công\n\n{VI}\n\nBùi Huyền/VOV.VN",
        "Cảng biển mới khởi công",
        source="VOV.VN",
    ),
    "a signature of one who gathered": Shape(
        f"Cảng biển mới khởi công\n\n{VI}\n\nLan Hương (tổng hợp)",
        "Cảng biển mới khởi công",
    ),
    "a source with an address": Shape(
        f"Cảng biển mới khởi công\n\n{VI}\n\nNguồn: https://www.binhminh.example/cang-moi-4711.html",
        "Cảng biển mới khởi công",
        source="binhminh.example",
    ),
    "a desk's letters before the text": Shape(
        f"Cảng biển mới khởi công\n\nTTO - {VI}", "Cảng biển mới khởi công", source="TTO"
    ),
    "countries joined by a dash are no desk": Shape(
        f"Cảng biển mới khởi công\n\nASEAN - Nhật Bản cùng góp vốn. {VI}", "Cảng biển mới khởi công"
    ),
    "an agency with its day": Shape(
        f"Harbour towns look north\n\nOSLO (Reuters, May 2) - {EN}",
        "Harbour towns look north",
        source="Reuters",
    ),
    "an agency with its day in Vietnamese": Shape(
        f"Cảng biển mới khởi công\n\nĐà Nẵng (TTXVN 15/3) - {VI}",
        "Cảng biển mới khởi công",
        source="TTXVN",
    ),
    "a dateline with the year": Shape(
        f"OSLO, May 2, 2024: {EN}",
        "Speaking at the opening ceremony, Maria Lund said that the region would widen its"
        " harbour…",
        "2024-05-02",
        title_source="derived",
        date_source="inferred",
    ),
    "a date at the end": Shape(
        f"Cảng biển mới khởi công\n\n{VI}\n\nTheo TTXVN\n\nNgày 15 tháng 3 năm 2024",
        "Cảng biển mới khởi công",
        "2024-03-15",
        "TTXVN",
        ("dateline",),
    ),
    "a chronicle keeps its dates": Shape(
        "How the talks went\n\nMay 8, 2023\n\nThey began.\n\nMay 9, 2023\n\nThey went on.\n\n"
        "May 10, 2023\n\nThey stopped.\n\nMay 11, 2023\n\nNobody spoke.",
        "How the talks went",
        "2023-05-08",
        None,
        ("dateline",),
    ),
    "a caption first": Shape(
        f"The harbour from the north. Photo: AFP\n\n{EN}",
        "The harbour from the north. Photo: AFP",
        title_source="derived",
    ),
    "one line": Shape("Cảng biển mới khởi công", "Cảng biển mới khởi công", title_source="derived"),
}


def read(text: str) -> Article:
    document = Document.of_bytes("a.txt", text.encode())
    (draft,) = choose(document).read(document)
    return finish(draft, "a.txt", "a.txt")


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_a_careful_reader_would_find_the_same(shape: Shape) -> None:
    article = read(shape.text)
    assert (article.title, article.title_source) == (shape.title, shape.title_source)
    assert (article.date, article.date_source) == (
        shape.date,
        shape.date_source if shape.date else None,
    )
    assert article.source == shape.source
    assert tuple(piece.kind for piece in article.furniture) == shape.furniture
    assert article.text[slice(*article.headline)] == article.title.removesuffix("…")
    assert article.text.count(article.title.removesuffix("…")) == 1
