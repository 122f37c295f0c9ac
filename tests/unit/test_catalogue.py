"""What a collection knows of its entities."""

from hypothesis import given
from hypothesis import strategies as st

from reader.entities import Catalogue, Mention, annotate

JAPAN = Mention(0, 8, "Nhật Bản", "PLACE", "country:JP", "Japan")
NIPPON = Mention(0, 5, "Japan", "PLACE", "country:JP", "Japan")
RUSSIA = Mention(9, 12, "Nga", "PLACE", "country:RU", "Russia")
KISHIDA = Mention(3, 16, "Fumio Kishida", "PERSON", "person:fumio-kishida", "Fumio Kishida")
DAY = Mention(20, 24, "hôm qua", "DATE", "date:2025-01-01", None, "2025-01-01", "day")


def test_counts_articles_mentions_names_and_languages() -> None:
    catalogue = Catalogue()
    catalogue.add("a", "vi", [JAPAN, JAPAN, RUSSIA, DAY])
    catalogue.add("b", "en", [NIPPON])
    first, second = catalogue.entities()
    assert (first.id, first.label, first.articles, first.mentions) == ("country:JP", "Japan", 2, 3)
    assert first.aliases == {"Nhật Bản": 2, "Japan": 1}
    assert first.languages == ["vi", "en"]
    assert second.id == "country:RU"
    assert catalogue.articles("country:JP") == {"a", "b"}
    assert catalogue.articles("country:FR") == frozenset()


def test_an_article_entered_again_replaces_what_it_had() -> None:
    catalogue = Catalogue()
    catalogue.add("a", "vi", [JAPAN, KISHIDA])
    catalogue.add("a", "vi", [RUSSIA])
    assert [each.id for each in catalogue.entities()] == ["country:RU"]
    assert catalogue.resolve(None, "kishida") == set()


def test_a_name_is_found_in_any_language_with_or_without_marks() -> None:
    catalogue = Catalogue()
    catalogue.add("a", "vi", [JAPAN, KISHIDA])
    assert catalogue.resolve("PLACE", "japan") == {"country:JP"}
    assert catalogue.resolve("PLACE", "nhat ban") == {"country:JP"}
    assert catalogue.resolve("PLACE", "Nhật") == {"country:JP"}
    assert catalogue.resolve("PERSON", "kishida") == {"person:fumio-kishida"}
    assert catalogue.resolve("ORG", "japan") == set()
    assert catalogue.resolve(None, "") == set()


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"), st.lists(st.sampled_from([JAPAN, NIPPON, RUSSIA, KISHIDA]))
        )
    )
)
def test_entering_in_any_order_counts_what_each_article_holds_last(entries: list) -> None:
    catalogue = Catalogue()
    for article, mentions in entries:
        catalogue.add(article, "vi", mentions)
    last = dict(entries)
    for entity in catalogue.entities():
        held = {article for article, mentions in last.items()
                if any(each.entity == entity.id for each in mentions)}  # fmt: skip
        assert catalogue.articles(entity.id) == held
        assert entity.articles == len(held)
        assert entity.mentions == sum(
            each.entity == entity.id for mentions in last.values() for each in mentions
        )
    named = {each.entity for mentions in last.values() for each in mentions}
    assert {entity.id for entity in catalogue.entities()} == named


def test_the_bundled_languages_share_entities() -> None:
    catalogue = Catalogue()
    catalogue.add("a", "vi", annotate("Thủ tướng Nhật Bản thăm Hàn Quốc."))
    catalogue.add("b", "en", annotate("Japan and South Korea agreed."))
    assert {each.id for each in catalogue.entities()} == {"country:JP", "country:KR"}


def _person(name: str, entity: str) -> Mention:
    return Mention(0, len(name), name, "PERSON", entity, name)


def test_a_name_without_marks_counts_for_the_only_one_who_bears_it_with_marks() -> None:
    marked = _person("Nguyễn Văn Toàn", "person:nguyễn-văn-toàn")
    plain = _person("Nguyen Van Toan", "person:nguyen-toan-van")
    catalogue = Catalogue()
    catalogue.add("a", "vi", [marked])
    catalogue.add("b", "en", [plain])
    (toan,) = catalogue.entities()
    assert (toan.id, toan.mentions, toan.languages) == (marked.entity, 2, ["vi", "en"])
    assert catalogue.articles("person:nguyen-toan-van") == {"a", "b"}
    assert catalogue.resolve("PERSON", "nguyen van toan") == {marked.entity}
    catalogue.add("c", "vi", [_person("Nguyễn Văn Toán", "person:nguyễn-văn-toán")])
    assert len(catalogue.entities()) == 3
