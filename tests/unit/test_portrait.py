import pytest

from reader.article import Article, Span
from reader.entities import annotate
from reader.entities.portrait import Titled, portrait, title_before


def article(text: str, lang: str, date: str | None = None) -> Article:
    return Article(f"{date}.txt", "", text, text[:5], "derived", Span(0, 5), lang, date)


AHN = "Theo Bộ trưởng Quốc phòng Hàn Quốc Ahn Gyu Back, hai bên đồng ý."


@pytest.mark.parametrize(
    ("lang", "text", "name", "title"),
    [
        (
            "vi",
            "Hôm qua, Ngoại trưởng Nhật Bản Fumio Kishida đến.",
            "Fumio Kishida",
            "Ngoại trưởng",
        ),
        ("vi", AHN, "Ahn Gyu Back", "Bộ trưởng Quốc phòng"),
        ("en", "Japanese Prime Minister Fumio Kishida came.", "Fumio Kishida", "Prime Minister"),
        ("en", "The minister left. Fumio Kishida stayed.", "Fumio Kishida", ""),
        ("en", "Fumio Kishida stayed.", "Fumio Kishida", ""),
    ],
)
def test_the_title_before_a_name(lang: str, text: str, name: str, title: str) -> None:
    here = article(text, lang)
    mentions = annotate(text, lang=lang)
    (mention,) = [each for each in mentions if each.text == name]
    assert title_before(here, mention, mentions) == title


def test_a_portrait_gathers_names_titles_dates_and_company() -> None:
    articles = [
        article(
            "Ngoại trưởng Nhật Bản Fumio Kishida gặp ông Sergei Lavrov ở Tokyo. Ông Kishida vui.",
            "vi",
            "2013-11-03",
        ),
        article("Prime Minister Fumio Kishida met Yoon Suk Yeol in Seoul.", "en", "2023-05-08"),
        article("President Yoon Suk Yeol stayed in Seoul.", "en", "2023-06-01"),
    ]
    found = portrait(
        ["person:fumio-kishida"],
        [(each, annotate(each.text, lang=each.lang)) for each in articles],
    )
    assert found.label == "Fumio Kishida"
    assert found.names["vi"] == {"Fumio Kishida": 1, "Kishida": 1}
    assert found.names["en"] == {"Fumio Kishida": 1}
    assert found.titles == {Titled("Ngoại trưởng", "2013"): 1, Titled("Prime Minister", "2023"): 1}
    assert (found.first, found.last) == ("2013-11-03", "2023-05-08")
    assert found.company["person:yoon-suk-yeol"] == 1
    assert found.labels["person:sergei-lavrov"] == "Sergei Lavrov"
    assert len(found.places) == 3


def test_nobody_has_an_empty_portrait() -> None:
    assert portrait(["person:nobody"], []).places == []
