"""What a reader sees marked where the words beside a name say what it is."""

import pytest

from reader.entities import annotate


def marked(text: str, lang: str) -> list[tuple[str, str, str | None]]:
    return [(each.text, each.type, each.entity) for each in annotate(text, lang=lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("She swam at the Paris Olympics.", "en",
         ("Paris Olympics", "EVENT", "event:olympic-games-paris")),
        ("She swam at the 2024 Paris Olympics.", "en",
         ("2024 Paris Olympics", "EVENT", "event:olympic-games-2024")),
        ("Chị bơi ở Olympic Paris 2024.", "vi",
         ("Olympic Paris 2024", "EVENT", "event:olympic-games-2024")),
        ("They met at Euro 2024.", "en",
         ("Euro 2024", "EVENT", "event:euro-championship-2024")),
        ("Họ gặp nhau ở Euro 2024.", "vi",
         ("Euro 2024", "EVENT", "event:euro-championship-2024")),
        ("TAND Cấp cao tại Đà Nẵng tuyên y án.", "vi",
         ("TAND Cấp cao tại Đà Nẵng", "ORG", "org:tand-cấp-cao-tại-đà-nẵng")),
        ("Barcelona beat Juventus 3-1, and the striker scored a late goal.", "en",
         ("Barcelona", "ORG", "org:fc-barcelona")),
        ("Juventus drew 1-1 with Newcastle, and both goals came late.", "en",
         ("Newcastle", "ORG", "org:newcastle-united")),
        ("Juventus drew 1-1 with Manchester, and both goals came late.", "en",
         ("Manchester", "PLACE", "geonames:2643123")),
        ("Barcelona thắng Juventus 3-1 nhờ hai cầu thủ trẻ.", "vi",
         ("Barcelona", "ORG", "org:fc-barcelona")),
        ("The team trained in Barcelona before the match, a 3-1 win.", "en",
         ("Barcelona", "PLACE", "geonames:3128760")),
        ("A maker of pumps from Santa Clara, California, was sold.", "en",
         ("Santa Clara", "PLACE", "place:santa-clara-california")),
        ("Tòa tuyên án.\n\nMinh Châu (PLO)", "vi", ("PLO", "ORG", "org:phap-luat-tphcm")),
        ("Đại diện PLO tại Palestine trả lời.", "vi", ("PLO", "ORG", "org:plo")),
        ("Sáng nay ở Huế, Quốc hội họp.\n\nKhách đến từ Pháp và Đức.", "vi",
         ("Quốc hội", "ORG", "org:national-assembly-vietnam")),
        ("Khách từ Huế.\n\nTại Pháp và Đức, Quốc hội họp.", "vi",
         ("Quốc hội", "ORG", "org:parliament")),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_tells_what_it_is(
    text: str, lang: str, expected: tuple[str, str, str]
) -> None:
    assert expected in marked(text, lang)


def test_cities_in_a_row_stay_what_they_are() -> None:
    found = marked("Talks were held in Seoul, Beijing and Tokyo.", "en")
    assert [entity for _, _, entity in found] == [
        "geonames:1835848", "geonames:1816670", "geonames:1850147",
    ]  # fmt: skip


def test_a_point_of_the_compass_is_no_name() -> None:
    assert marked("Tàu vào ga ở phía Bắc rồi đi về phía Nam.", "vi") == []


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Đoàn dự Hội nghị cấp cao Pháp ngữ.", "vi",
         ("Hội nghị cấp cao Pháp ngữ", "EVENT", "event:francophonie-summit")),
        ("Ủy ban Thường vụ Quốc hội họp.", "vi",
         ("Ủy ban Thường vụ Quốc hội", "ORG",
          "org:national-assembly-standing-committee-vietnam")),
    ],
)  # fmt: skip
def test_a_longer_name_is_not_the_one_inside_it(
    text: str, lang: str, expected: tuple[str, str, str]
) -> None:
    assert expected in marked(text, lang)


def test_a_state_is_called_as_it_calls_itself() -> None:
    labels = [each.label for each in annotate("A judge in Delaware ruled.", lang="en")]
    assert labels == ["Delaware"]
