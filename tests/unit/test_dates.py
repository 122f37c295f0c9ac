from reader.entities.dates import find_dates


def said(text: str, lang: str, anchor: str | None) -> list[tuple[str, str | None]]:
    return [(text[m.start : m.end], m.value) for m in find_dates(text, lang, anchor)]


def test_vietnamese_dates_are_found_with_their_values() -> None:
    text = "Sáng 8/9, ông gặp lại ông Lavrov sau cuộc gặp hồi tháng 7 và cuối tuần trước."
    assert said(text, "vi", "2025-09-09") == [
        ("Sáng 8/9", "2025-09-08"),
        ("tháng 7", "2025-07"),
        ("cuối tuần trước", "2025-09-06/2025-09-07"),
    ]


def test_english_dates_are_found_with_their_values() -> None:
    text = "Yesterday (May 7), Theresa May said the vote of March 2019 was lost."
    assert said(text, "en", "2023-05-08") == [
        ("Yesterday", "2023-05-07"),
        ("May 7", "2023-05-07"),
        ("March 2019", "2019-03"),
    ]
