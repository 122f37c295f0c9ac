"""What a reader sees marked: mentions lie in the text, and each trap of the two languages."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities import TYPES, annotate
from tests.score_entities import ROOT, score

PIECES = [
    "Nhật Bản", "Bộ Quốc phòng Mỹ", "ông Nguyễn Văn Hùng", "Anh", "Tokyo-Bắc Kinh", "8/9", "May",
    "President Yoon Suk-yeol", "\n\n", "\n", ", ", ". ", " và ", " (", ") ", "G7 summit", "x",
    "Ca\u0302\u0301m", "Theo TTXVN", "İstanbul", "\u0301", "가", "👍", "U.S.", "’s",
    "NHẬT BẢN THĂM MỸ",
]  # fmt: skip


def found(text: str, **options: str) -> list[tuple[str, str]]:
    return [(each.text, each.type) for each in annotate(text, **options)]


texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=14).map(" ".join)


@settings(deadline=None)
@given(texts)
def test_mentions_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    end = 0
    for each in annotate(text):
        assert end <= each.start < each.end <= len(text)
        assert each.text == text[each.start : each.end]
        assert each.type in TYPES
        end = each.end


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12)
    .map(" ".join)
    .map(lambda t: unicodedata.normalize("NFC", t))
)
def test_decomposed_text_has_the_same_mentions_at_its_own_offsets(text: str) -> None:
    plain = annotate(text)
    decomposed = annotate(unicodedata.normalize("NFD", text))
    assert len(plain) == len(decomposed)
    for one, other in zip(plain, decomposed, strict=True):
        assert unicodedata.normalize("NFC", other.text) == one.text
        assert (one.type, one.entity, one.value) == (other.type, other.entity, other.value)
        assert (
            len(unicodedata.normalize("NFC", unicodedata.normalize("NFD", text)[: other.start]))
            == one.start
        )


def test_the_bundled_articles_are_marked_as_by_hand() -> None:
    scores, linking, dates, _ = score(ROOT / "tests" / "data" / "gold", ROOT / "seeds")
    assert scores["all"].f1 >= 0.95
    assert linking >= 0.95
    assert dates == 1.0


TRAPS = [
    ("Tên lửa bay qua bán đảo Triều Tiên.", [("bán đảo Triều Tiên", "PLACE")]),
    ("Kim ngạch với châu Âu và biển Đông.", [("châu Âu", "PLACE"), ("biển Đông", "PLACE")]),
    ("Radar đặt ở miền Tây Nhật Bản.", [("miền Tây Nhật Bản", "PLACE")]),
    ("Hợp tác Nhật-Hàn-Mỹ tiếp tục.", [("Nhật", "PLACE"), ("Hàn", "PLACE"), ("Mỹ", "PLACE")]),
    ("Quan hệ Tokyo-Bắc Kinh căng thẳng.", [("Tokyo", "PLACE"), ("Bắc Kinh", "PLACE")]),
    ("Quan hệ Mỹ - Trung lắng dịu.", [("Mỹ", "PLACE"), ("Trung", "PLACE")]),
    ("Tổng thống Yoon Suk-yeol thăm Mỹ.", [("Yoon Suk-yeol", "PERSON"), ("Mỹ", "PLACE")]),
    ("Xung đột tại Nagorno-Karabakh lan rộng.", [("Nagorno-Karabakh", "PLACE")]),
    ("Khu vực châu Á - Thái Bình Dương.", [("châu Á - Thái Bình Dương", "PLACE")]),
    ("Ca sĩ Mỹ Linh hát tại Hà Nội.", [("Mỹ Linh", "PERSON"), ("Hà Nội", "PLACE")]),
    ("Anh nói sẽ trở lại.", []),
    ("Thủ tướng Anh thăm Pháp.", [("Anh", "PLACE"), ("Pháp", "PLACE")]),
    ("Tại đây, anh Đức gặp chị Nga.", [("Đức", "PERSON"), ("Nga", "PERSON")]),
    ("Đội tuyển Đức thắng Nga.", [("Đức", "PLACE"), ("Nga", "PLACE")]),
    ("Cháu Nguyễn Việt Anh học lớp 5.", [("Nguyễn Việt Anh", "PERSON")]),
    ("Bộ trưởng Quốc phòng Nhật Bản Gen Nakatani phát biểu.",
     [("Nhật Bản", "PLACE"), ("Gen Nakatani", "PERSON")]),
    ("HLV Park Hang-seo và bị cáo Huỳnh Văn Tám.",
     [("Park Hang-seo", "PERSON"), ("Huỳnh Văn Tám", "PERSON")]),
    ("Công an tỉnh Nghệ An bắt giam Trần Văn Lộc.",
     [("Công an tỉnh Nghệ An", "ORG"), ("Trần Văn Lộc", "PERSON")]),
    ("Giám đốc Sở Y tế Lê Văn An trả lời.", [("Sở Y tế", "ORG"), ("Lê Văn An", "PERSON")]),
    ("Đài Loan (Trung Quốc) có bão.", [("Đài Loan", "PLACE"), ("Trung Quốc", "PLACE")]),
    ("Former Prime Minister Theresa May spoke in May.",
     [("Theresa May", "PERSON"), ("May", "DATE")]),
    ("Michael Jordan flew to Jordan.", [("Michael Jordan", "PERSON"), ("Jordan", "PLACE")]),
    ("George Washington never saw Washington.",
     [("George Washington", "PERSON"), ("Washington", "PLACE")]),
    ("It was a nice day for Reading a book.", []),
    ("Tổng thống Philippines Ferdinand Marcos Jr. phát biểu.",
     [("Philippines", "PLACE"), ("Ferdinand Marcos Jr.", "PERSON")]),
    ("Bé Lê Nhật Anh và Đặng Thanh Hạ Long.",
     [("Lê Nhật Anh", "PERSON"), ("Đặng Thanh Hạ Long", "PERSON")]),
    ("Cục Di sản văn hóa cấp phép.", [("Cục Di sản văn hóa", "ORG")]),
    ("Đại sứ quán Việt Nam tại Lào cho biết.", [("Đại sứ quán Việt Nam tại Lào", "ORG")]),
    ("Lũ tràn qua các xã Bảo Hà, Kim Sơn và Cam Cọn.",
     [("Bảo Hà", "PLACE"), ("Kim Sơn", "PLACE"), ("Cam Cọn", "PLACE")]),
    ("Giám đốc Công an tỉnh Nghệ An Phạm Thế Tùng.",
     [("Công an tỉnh Nghệ An", "ORG"), ("Phạm Thế Tùng", "PERSON")]),
    ("Chủ tịch UBND TP Hà Nội Trần Sỹ Thanh.",
     [("UBND TP Hà Nội", "ORG"), ("Trần Sỹ Thanh", "PERSON")]),
    ("Chị Trang ở xã Nghi Phong, huyện Nghi Lộc.",
     [("Trang", "PERSON"), ("Nghi Phong", "PLACE"), ("Nghi Lộc", "PLACE")]),
    ("Ông từng là Chánh văn phòng Bộ Y tế Lương Thị Yến.",
     [("Bộ Y tế", "ORG"), ("Lương Thị Yến", "PERSON")]),
    ("Ông gặp Chủ tịch Quốc hội Trần Thanh Mẫn và Trưởng Ban Tuyên giáo.",
     [("Quốc hội", "ORG"), ("Trần Thanh Mẫn", "PERSON"), ("Ban Tuyên giáo", "ORG")]),
    ("Anh xem Boston Celtics, mua cổ phiếu Nova Motors.",
     [("Boston Celtics", "ORG"), ("Nova Motors", "ORG")]),
    ("Chỉ số VN-Index giảm.", []),
    ("Yoshihiko Noda leads the Constitutional Democratic Party of Japan.",
     [("Yoshihiko Noda", "PERSON"), ("Constitutional Democratic Party of Japan", "ORG")]),
    ("China's Foreign Ministry and the Inter-American Court of Human Rights.",
     [("China", "PLACE"), ("Foreign Ministry", "ORG"),
      ("Inter-American Court of Human Rights", "ORG")]),
    ("KYIV, Ukraine (AP) - Nguyen Van Toan spoke.",
     [("KYIV", "PLACE"), ("Ukraine", "PLACE"), ("AP", "ORG"), ("Nguyen Van Toan", "PERSON")]),
    ("Talks between the US - Japan - Korea.",
     [("US", "PLACE"), ("Japan", "PLACE"), ("Korea", "PLACE")]),
    ("Prime Minister Fumio Kishida met Dr. Nagao.",
     [("Fumio Kishida", "PERSON"), ("Nagao", "PERSON")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TRAPS)
def test_trap(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_a_surname_is_the_person_named_in_full_elsewhere() -> None:
    text = "Ngoại trưởng Kenji Morita đến Hà Nội. Ông Morita gặp báo chí. Morita nói rất vui."
    people = [each for each in annotate(text) if each.type == "PERSON"]
    assert [each.text for each in people] == ["Kenji Morita", "Morita", "Morita"]
    assert len({each.entity for each in people}) == 1


@pytest.mark.parametrize(("one", "other"), [
    ("Bộ Ngoại giao Nhật Bản ra thông cáo.", "The Japanese Foreign Ministry said so."),
    ("Chủ tịch Tập Cận Bình phát biểu.", "President Xi Jinping spoke."),
    ("Ông Kihara Minoru phát biểu.", "Minister Minoru Kihara spoke."),
    ("Tổng thống Yoon Suk-yeol phát biểu.", "President Yoon Suk Yeol spoke."),
    ("Ông Tanaka Jiro phát biểu.", "Mr. Jiro Tanaka spoke."),
])  # fmt: skip
def test_two_spellings_are_one_entity(one: str, other: str) -> None:
    assert annotate(one)[0].entity == annotate(other)[0].entity


def test_an_acronym_is_the_body_it_stands_behind() -> None:
    text = "The Vietnam Orchid Association (VOA) met. Later VOA left."
    bodies = [each for each in annotate(text) if each.type == "ORG"]
    assert [each.text for each in bodies] == ["Vietnam Orchid Association", "VOA", "VOA"]
    assert len({each.entity for each in bodies}) == 1


def test_a_company_keeps_its_id_without_its_head() -> None:
    text = "Tập đoàn Vĩnh Hưng vừa ký kết. Sau đó Vĩnh Hưng rút lui."
    first, second = annotate(text)
    assert (second.text, second.type, second.entity) == ("Vĩnh Hưng", "ORG", first.entity)


def test_the_owner_says_whose_ministry_it_is() -> None:
    (_, ours) = annotate("China's Foreign Ministry protested.")
    (theirs,) = annotate("Bộ Ngoại giao Trung Quốc phản đối.")
    assert ours.entity == theirs.entity


def test_tones_part_people() -> None:
    hung, hung_too = annotate("Ông Nguyễn Văn Hùng gặp ông Nguyễn Văn Hưng.")
    assert hung.entity != hung_too.entity


def test_a_date_has_its_value() -> None:
    (day,) = annotate("Sự việc xảy ra hôm 2-11.", date="2013-11-04")
    assert (day.text, day.value, day.entity) == ("hôm 2-11", "2013-11-02", "date:2013-11-02")
