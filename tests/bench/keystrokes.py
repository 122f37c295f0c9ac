"""Typed queries, letter by letter, as a reader types them: what the engine's time is taken over."""

TYPED = (
    # Vietnamese, with marks, without, and half way
    "tổng thống hàn quốc",
    "bo truong quoc phong",
    "thủ tướng nhật bản thăm",
    "an ninh khu vuc",
    "ngoai giao con thoi",
    "Triều Tiên hạt nhân",
    "va cua la trong",
    "hợp tác kinh tế",
    "nguyen van an",
    "ong cho biet",
    "lap lai moi quan he",
    # English
    "the president of the",
    "prime minister kishida",
    "united states government",
    "declined to comment",
    "shares in",
    "world war",
    "a spokesman for",
    "the",
    "south korea visit",
    # misspelt
    "presidnt",
    "kisida seoul",
    "goverment minster",
    "nakatnai quoc phong",
    "internatoinal cooperaton",
    # two languages, rare and unknown words, the query language
    "kishida thăm seoul",
    "shoigu lavrov tokyo",
    "xyzzyq nowhere",
    '"nhật bản" hợp tác',
    "korea -nga lang:en",
)


def keystrokes() -> list[str]:
    """Return what stands in the search box after each key."""
    return [text[: end + 1] for text in TYPED for end in range(len(text))]
