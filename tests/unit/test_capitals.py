"""Headlines set in capitals are read as sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities import annotate
from reader.entities.capitals import recase

LINES = [
    ("NGA - MỸ NỐI LẠI ĐÀM PHÁN HẠ NHIỆT", ["NGA", "MỸ"]),
    ("CÔNG AN TỈNH BẮC NINH TRIỆT PHÁ ĐƯỜNG DÂY CỜ BẠC", ["CÔNG AN TỈNH BẮC NINH"]),
    ("ÔNG TRẦN VĂN LỘC BỊ BẮT TẠI NGHỆ AN", ["TRẦN VĂN LỘC", "NGHỆ AN"]),
    ("ANH EM NHÀ HỌ NGUYỄN ĐỨNG ĐẦU VỀ SỐ LƯỢNG", []),
    ("PRIME MINISTER KISHIDA VISITS SOUTH KOREA FOR TALKS", ["KISHIDA", "SOUTH KOREA"]),
]


@pytest.mark.parametrize(("line", "names"), LINES)
def test_names_in_a_line_of_capitals_are_marked(line: str, names: list[str]) -> None:
    assert [each.text for each in annotate(line)] == names


def test_the_article_says_which_words_of_its_headline_are_names() -> None:
    text = "LÊ THỊ BẠCH MAI VỀ NHẤT\n\nChị Lê Thị Bạch Mai về nhất ở cự ly 10 km."
    first, second = annotate(text)
    assert (first.text, second.text) == ("LÊ THỊ BẠCH MAI", "Lê Thị Bạch Mai")
    assert first.entity == second.entity


def test_acronyms_in_a_row_stay() -> None:
    assert recase("EU, NATO, WHO và IMF", "vi") == "EU, NATO, WHO và IMF"


WORDS = ["NHẬT", "BẢN", "THĂM", "MỸ", "Ông", "lên", "İZMİR", "STRASSE", "ß", "ﬁ", "12", "-"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_every_character_keeps_its_place(text: str) -> None:
    for lang in ("vi", "en"):
        assert len(recase(text, lang)) == len(text)
        assert recase(text, lang).lower() == text.lower() or "İ" in text
