"""What a careful reader finds in a plain text: title, date, source, language, paragraphs.

The articles are made up; their shapes are those of texts copied from news pages.
"""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.article import Article, clean
from reader.ingest import IngestError, read_articles
from reader.ingest.document import Document
from reader.ingest.draft import finish
from reader.ingest.formats import choose

BODY_VI = (
    "Phát biểu tại lễ khai mạc, ông Trần Văn Bình cho biết địa phương sẽ mở rộng cảng biển để đón"
    " các tàu hàng lớn hơn trong những năm tới, đồng thời cải tạo hai tuyến đường sắt cũ.\n\n"
    "Các doanh nghiệp trong vùng hoan nghênh quyết định này và mong sớm được triển khai.\n"
)
BODY_EN = (
    "Speaking at the opening ceremony, Maria Lund said that the region would widen its harbour so"
    " that larger vessels can call there, and that two old railway lines would be repaired.\n\n"
    "Local companies welcomed the decision and asked for it to be carried out soon.\n"
)


def read(text: str, name: str = "a.txt") -> Article:
    document = Document.of_bytes(name, text.encode())
    (draft,) = choose(document).read(document)
    return finish(draft, name, name)


def paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")


def furniture(article: Article) -> dict[str, str]:
    return {piece.kind: piece.text for piece in article.furniture}


# Titles and datelines


def test_a_leading_date_is_followed_by_the_headline() -> None:
    article = read(f" date 2024-03-15 Đà Nẵng khởi công cảng biển mới\n\n{BODY_VI}")
    assert (article.title, article.title_source) == ("Đà Nẵng khởi công cảng biển mới", "document")
    assert (article.date, article.date_source, article.lang) == ("2024-03-15", "document", "vi")
    assert paragraphs(article)[0] == article.title
    assert furniture(article) == {"dateline": "date 2024-03-15"}


def test_a_leading_date_is_followed_by_a_whole_paragraph() -> None:
    lead = BODY_EN.partition("\n")[0]
    article = read(f"date 2024-03-15 {lead}\n\nA second paragraph follows it.")
    assert (article.date, article.title_source) == ("2024-03-15", "derived")
    assert paragraphs(article) == [lead, "A second paragraph follows it."]
    assert lead.startswith(article.title.removesuffix("…"))
    assert 40 <= len(article.title) <= 91
    assert article.headline == (0, len(article.title.removesuffix("…")))


def test_a_leading_date_may_stand_alone() -> None:
    article = read(f"date 2024-03-15\nHarbour to be widened\n{BODY_EN}")
    assert (article.title, article.date) == ("Harbour to be widened", "2024-03-15")


@pytest.mark.parametrize("section", ["World", "Business", "Thế giới", "Thời sự", "Kinh doanh"])
def test_a_section_stands_above_a_title_that_is_said_twice(section: str) -> None:
    title = "Harbour towns look north for new trade"
    article = read(f"{section}\n{title}\n\n{title}\n\nMarch 15, 2024\n\n{BODY_EN}")
    assert (article.title, article.title_source) == (title, "document")
    assert article.text.count(title) == 1
    assert article.date == "2024-03-15"
    assert [piece.kind for piece in article.furniture] == [
        "section",
        "repeated title",
        "dateline",
    ]


def test_a_section_stands_above_a_title_with_a_date_below() -> None:
    article = read(
        f"Miền Trung\nĐà Nẵng khởi công cảng biển mới\n15/03/2024 08:30 GMT+7\n{BODY_VI}"
    )
    assert article.title == "Đà Nẵng khởi công cảng biển mới"
    assert furniture(article)["section"] == "Miền Trung"


def test_a_known_section_is_told_without_date_or_repetition() -> None:
    article = read(f"Thế giới\nCảng biển mới đón tàu đầu tiên\n\n{BODY_VI}")
    assert article.title == "Cảng biển mới đón tàu đầu tiên"
    assert furniture(article) == {"section": "Thế giới"}


def test_a_date_may_stand_above_the_title() -> None:
    article = read(f"Thứ Sáu, 15/3/2024\nCảng biển mới đón tàu đầu tiên\n\n{BODY_VI}")
    assert (article.title, article.date) == ("Cảng biển mới đón tàu đầu tiên", "2024-03-15")


def test_a_short_first_line_is_the_title_of_the_document() -> None:
    article = read(f"Con đường phía bắc\n\n{BODY_VI}")
    assert (article.title, article.title_source) == ("Con đường phía bắc", "document")
    assert (article.date, article.date_source) == (None, None)


def test_a_long_first_paragraph_gives_a_derived_title() -> None:
    article = read(BODY_VI)
    assert article.title_source == "derived"
    assert 40 <= len(article.title) <= 91
    assert article.text.startswith(article.title.removesuffix("…"))
    assert article.body_start == 0


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "OSLO, March 3 (AP) — Ingrid Dahl beat Anna Berg 6-4, 3-6, 7-5 in the final on Sunday,"
            " and won the cup of the northern towns for a second time.",
            "Ingrid Dahl beat Anna Berg 6-4, 3-6, 7-5 in the final on Sunday, and won the cup…",
        ),
        (
            "Chiều 7-3, trên sân ở Vũng Tàu, đội Hải Phòng đánh bại Quảng Ninh với tỷ số hai "
            "bàn thắng không gỡ để lên ngôi vô địch.",
            "Chiều 7-3, trên sân ở Vũng Tàu, đội Hải Phòng đánh bại Quảng Ninh với tỷ số"
            " hai bàn thắng…",
        ),
        (
            "GENEVA — The league of ports met on Tuesday. More is to come, and the ports will wait"
            " for it, a member told those who asked.",
            "The league of ports met on Tuesday",
        ),
        (
            "Oslo [Norway], May 8: The league of ports met for two days. More is to come.",
            "The league of ports met for two days. More is to come",
        ),
        (
            "TTO - Sáng 3-4, thành phố khởi công cảng biển mới.",
            "Sáng 3-4, thành phố khởi công cảng biển mới",
        ),
        (
            "NORA – a body of the ports – met the ministers of all towns in the north. More is to"
            " come, a member said.",
            "NORA – a body of the ports – met the ministers of all towns in the north",
        ),
    ],
)
def test_a_derived_title_says_what_happened(opening: str, title: str) -> None:
    article = read(f"{opening}\n\n{BODY_EN}")
    assert (article.title, article.title_source) == (title, "derived")
    assert article.text[slice(*article.headline)] == title.removesuffix("…")


def test_a_derived_title_does_not_end_on_a_word_that_points_on() -> None:
    text = (
        "Bộ trưởng Giao thông vận tải và lãnh đạo các địa phương ven biển miền Trung khảo sát các"
        " dự án."
    )
    assert read(text).title.endswith("khảo sát…")


def test_summary_and_byline_stay_in_the_text() -> None:
    summary = "Two railway lines are to be repaired as well, at a cost nobody would name"
    article = read(f"Harbour to be widened\n15 March 2024\nBy Anna Berg\n{summary}\n\n{BODY_EN}")
    assert (article.title, article.author) == ("Harbour to be widened", "Anna Berg")
    assert paragraphs(article)[1:3] == ["By Anna Berg", summary]


def test_the_first_date_counts_and_not_that_of_an_update() -> None:
    article = read(
        "Harbour to be widened\nUpdated: 17 March 2024, 10:00\nPublished: 15 March 2024, 09:00\n\n"
        + BODY_EN
    )
    assert article.date == "2024-03-15"


# Paragraphs


def test_a_paragraph_a_line_is_kept() -> None:
    article = read("First talks\n" + "\n".join(BODY_EN.split("\n\n")))
    assert len(paragraphs(article)) == 3


def test_a_caption_broken_over_lines_is_one_paragraph() -> None:
    article = read(
        "Cuộc họp kết thúc hôm thứ Sáu sau hai ngày thảo luận căng thẳng giữa các bên liên quan.\n"
        "Thống đốc Lê Thị Hoa\nvà Chủ tịch Hội đồng Trần Bình tại cuộc họp Ảnh: NGỌC LAN\n"
        "Các bên sẽ gặp lại vào tháng sau để bàn tiếp những việc còn bỏ ngỏ."
    )
    assert paragraphs(article)[1] == (
        "Thống đốc Lê Thị Hoa và Chủ tịch Hội đồng Trần Bình tại cuộc họp Ảnh: NGỌC LAN"
    )
    assert article.source is None


def test_a_photo_credit_alone_belongs_to_its_caption() -> None:
    article = read(
        f"Harbour to be widened\n{BODY_EN}\nThe harbour seen from the north\nPhoto: AFP\n"
    )
    assert paragraphs(article)[-1] == "The harbour seen from the north Photo: AFP"
    assert article.source is None


def test_lines_broken_at_a_column_are_joined() -> None:
    import textwrap

    body = [textwrap.fill(part, 72) for part in BODY_EN.strip().split("\n\n")]
    article = read("Harbour to be widened\n\n" + "\n\n".join(body))
    assert paragraphs(article) == ["Harbour to be widened", *BODY_EN.strip().split("\n\n")]


def test_subheadings_stay_paragraphs() -> None:
    article = read(f"Harbour to be widened\n{BODY_EN}A costly plan\n{BODY_EN}")
    assert "A costly plan" in paragraphs(article)


# Sources and furniture


@pytest.mark.parametrize(
    ("credit", "source"),
    [
        ("Theo TTXVN", "TTXVN"),
        ("(Theo Reuters)", "Reuters"),
        ("Nguồn: Báo Hải Phòng", "Hải Phòng"),
        ("Nguồn: VOV.VN", "VOV.VN"),
        ("Source: HaiPhong Newspaper", "HaiPhong"),
        ("Source: Northern Post", "Northern Post"),
        ("Theo Minh Anh/VOV", "Minh Anh/VOV"),
        ("(Nguồn: Xinhua)", "Xinhua"),
        ("Theo báo Đà Nẵng", "Đà Nẵng"),
    ],
)
def test_a_closing_credit_is_the_source_and_stays(credit: str, source: str) -> None:
    article = read(f"Con đường phía bắc\n\n{BODY_VI}\n{credit}\nBình luận (3)\n")
    assert article.source == source
    assert paragraphs(article)[-1] == credit


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("OSLO, March 15 (Reuters) - The harbour will be widened.", "Reuters"),
        ("(TTXVN) - Cảng biển sẽ được mở rộng trong năm nay.", "TTXVN"),
        ("Oslo (AFP) — The harbour will be widened.", "AFP"),
        ("The bank (BIDV) - a lender in the north - will pay for it.", None),
    ],
)
def test_a_dateline_names_its_agency(lead: str, source: str | None) -> None:
    assert read(f"{lead} {BODY_EN}").source == source


@pytest.mark.parametrize("line", ["Theo ông Nam, việc này cần thời gian.", "Ảnh: REUTERS"])
def test_what_is_no_credit_gives_no_source(line: str) -> None:
    assert read(f"Con đường phía bắc\n\n{BODY_VI}\n{line}").source is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Bình luận (0)", "comments"),
        ("Comments (3)", "comments"),
        ("12 bình luận", "comments"),
        ("Chia sẻ", "button"),
        ("Từ khóa: cảng biển, đường sắt", "tags"),
    ],
)
def test_page_furniture_is_set_apart(line: str, kind: str) -> None:
    article = read(f"Con đường phía bắc\n\n{BODY_VI}\n{line}")
    assert furniture(article) == {kind: line}
    assert line not in article.text


def test_end_marks_and_brackets_stay() -> None:
    article = read(f"First talks\nOslo [Norway], May 8: The talks began./.\n{BODY_EN}")
    assert "Oslo [Norway], May 8: The talks began./." in paragraphs(article)


# Dates that are worked out


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Từ đầu năm 2021 tới nay, cảng đã đón nhiều tàu.", "2021"),
        ("Tu dau nam 2021 den nay, cang da don nhieu tau.", "2021"),
        ("Since the beginning of 2021 the port has been closed.", "2021"),
        ("This year (2021) the port has been closed.", "2021"),
        ("It was opened today (8/5/2021) by the mayor.", "2021-05-08"),
        ("It was opened yesterday (May 7, 2021) by the mayor.", "2021-05-08"),
        ("Since the beginning of 1945 the port had been closed.", None),
        ("The port was built from 1910 to 1945.", None),
        ("In 2019 the port was closed.", None),
        ("The treaty of 8/5/2021 is still in force.", None),
        ("Since the beginning of 2021 it is closed. It reopened on 3 March 2022.", None),
        ("Cuộc gặp diễn ra hôm 2-11.", None),
    ],
)
def test_a_date_is_inferred_only_from_what_pins_the_writing(
    sentence: str, date: str | None
) -> None:
    article = read(f"Con đường phía bắc\n\nMột đoạn mở đầu không có ngày tháng nào.\n\n{sentence}")
    assert article.date == date
    assert article.date_source == ("inferred" if date else None)


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("Ngày 15/3/2024, tỉnh khởi công cảng biển mới.", "2024-03-15"),
        ("Theo hãng tin Kyodo, sáng 15/3/2024, cảng đã mở cửa.", "2024-03-15"),
        ("On March 15, 2024 the harbour was opened.", "2024-03-15"),
        ("OSLO, March 15, 2024 - The harbour was opened.", "2024-03-15"),
        ("Died 15 March 2024, aged 89, in Oslo.", None),
        ("Statistics (through March 15, 2024) are given below.", None),
        ("Cảng được xây theo quyết định ký ngày 15/3/2024 của tỉnh.", None),
    ],
)
def test_a_full_date_that_opens_the_text_is_inferred(lead: str, date: str | None) -> None:
    article = read(f"{lead}\n\n{BODY_VI}")
    assert article.date == date
    assert article.date_source == ("inferred" if date else None)


# Nothing lost, nothing broken


def test_every_bundled_article_reads_as_a_careful_reader_would() -> None:
    found = {}
    for path in sorted(Path("seeds").iterdir()):
        (article,) = read_articles(path, path.name)
        found[path.name[:3]] = article
    assert [found[name].date for name in sorted(found)] == [
        "2023",
        "2025-09-09",
        "2025-11-18",
        None,
        "2023-05-08",
    ]
    assert [found[name].source for name in sorted(found)] == [
        None,
        "TTXVN",
        None,
        None,
        "ThanhNien",
    ]
    assert [found[name].lang for name in sorted(found)] == ["vi", "vi", "vi", "vi", "en"]
    assert [found[name].title_source for name in sorted(found)] == [
        "document",
        "document",
        "derived",
        "derived",
        "document",
    ]
    assert found["004"].text.count("Facing new challenges") == 1
    assert "\n\nSeoul [South Korea], May 8: " in found["004"].text


LINES = st.sampled_from(
    [
        "",
        " ",
        "World",
        "Thế giới",
        "Harbour to be widened",
        "May 08, 2023",
        "date 2024-03-15 Cảng biển mới",
        "Theo TTXVN",
        "Bình luận (0)",
        "và những người khác",
        "By Anna Berg",
        "Tags: a, b",
        "Share",
        BODY_EN.partition("\n")[0],
        "Ngày 15/3/2024, tỉnh khởi công cảng biển mới.",
    ]
)


@example([":"])
@given(st.lists(LINES | st.text(max_size=40), max_size=14))
def test_every_character_is_in_the_text_or_the_furniture(lines: list[str]) -> None:
    raw = clean("\n".join(lines).encode("utf-8", "replace").decode())
    try:
        article = read(raw)
    except IngestError:
        assert not raw.strip()
        return
    kept = article.text + "".join(piece.text for piece in article.furniture)
    assert Counter("".join(kept.split())) == Counter("".join(raw.split()))
    assert article.text[slice(*article.headline)] == article.title.removesuffix("…") != ""
    assert article.headline.start == 0 or article.title_source == "derived"
    assert "\n\n\n" not in article.text
    assert article.text == article.text.strip() == clean(article.text)
