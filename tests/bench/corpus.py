"""A news corpus of any size out of the little real text the repository holds.

Real sentences are recombined into articles, so that common words are as common, and stand beside
each other, as in the language; and made-up names are mixed in, so that the vocabulary keeps
growing with the corpus as a real one does (some 0.9 million words at a million articles, half
of them seen once). Corpora are nested: the first thousand articles are the same at every size.

    sentences of the repository ── drawn by Zipf's law ─┐
    templates with names ── drawn by a restaurant ──────┴── headline, paragraphs, date, source
                            process: new or seen before
"""

import json
import random
import re
from bisect import bisect
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from pathlib import Path

from reader.article import Article, Span

ROOT = Path(__file__).parents[2]
BASE = ("seeds/*.txt", "reader/training/data/vi_?.txt", "reader/training/data/en_news.txt",
        "reader/training/data/en_gum.jsonl", "reader/training/data/en_wikigold.jsonl")  # fmt: skip
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]?\s+(?=[A-ZÀ-ỸĐ“\"\d])")
LABEL = re.compile(r"\[[A-Z]:([^\]]*)\]")
VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)
SOURCES = [
    f"{name}{desk}"
    for name in ("VnExpress", "TuoiTre", "ThanhNien", "VietnamPlus", "Reuters", "AFP", "Kyodo")
    for desk in ("", " World", " Business", " Sport")
]
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng",
          "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh"]  # fmt: skip
MIDDLE = ["Văn", "Thị", "Hữu", "Đức", "Minh", "Quang", "Thanh", "Ngọc", "Xuân", "Hồng",
          "Kim", "Thu", "Bảo", "Gia", "Công", "Đình"]  # fmt: skip
GIVEN = ["An", "Bình", "Châu", "Cường", "Dũng", "Đạt", "Giang", "Hà", "Hải", "Hạnh", "Hoa",
         "Hùng", "Lan", "Linh", "Mai", "Nam", "Sơn", "Vy"]  # fmt: skip
TEMPLATES = {
    "vi": (
        "Ông {v} cho biết {e} {f} sẽ tiếp tục làm việc với phía {g}.",
        "Theo {e} {f}, số liệu mới nhất là {n} trường hợp.",
        "Bà {v}, đại diện {e}, từ chối bình luận.",
        "Cầu thủ {e} {f} ghi bàn ở phút {m}.",
    ),
    "en": (
        "{e} {f}, a spokesman for {g}, declined to comment.",
        "{e} {f} said the figure had reached {n}.",
        "Shares in {e} rose {m} percent in {g}.",
        "{v} of Vietnam and {e} {f} met in {g}.",
    ),
}
TEMPLATE_SHARE = 0.14
"""Sentences that hold made-up names; with the two constants below it sets how fast the
vocabulary grows (Heaps' law with an exponent of some 0.65, as news has)."""

DISCOUNT, STRENGTH = 0.68, 3000
FIRST_DAY, LAST_DAY = date(2004, 1, 1).toordinal(), date(2026, 11, 1).toordinal()


class Names:
    """Words that look like names; a name once made is drawn again the more often it was."""

    def __init__(self, words: list[str], rng: random.Random) -> None:
        self._next: dict[str, list[str]] = {}
        self._rng, self._made, self._drawn = rng, 0, ["Kishida"]
        for word in words:
            padded = f"^^^{word.lower()}$"
            for at in range(3, len(padded)):
                self._next.setdefault(padded[at - 3 : at], []).append(padded[at])

    def draw(self) -> str:
        """Return a name, new or seen before."""
        chance = (STRENGTH + DISCOUNT * self._made) / (len(self._drawn) + STRENGTH)
        if self._rng.random() < chance:
            name, self._made = self._make(), self._made + 1
        else:
            name = self._rng.choice(self._drawn)
        self._drawn.append(name)
        return name

    def _make(self) -> str:
        while True:
            made = "^^^"
            while len(made) < 17 and (letter := self._rng.choice(self._next[made[-3:]])) != "$":
                made += letter
            if 4 <= len(made) - 3 <= 13:
                return made[3:].capitalize()


def sentences() -> dict[str, list[str]]:
    """Return the real sentences of the repository, by language."""
    found: dict[str, list[str]] = {"vi": [], "en": []}
    for file in sorted(file for pattern in BASE for file in ROOT.glob(pattern)):
        for line in file.read_text(encoding="utf-8").splitlines():
            for sentence in SENTENCE_END.split(_plain(line, file.suffix)):
                if 20 < len(sentence) < 600:
                    found["vi" if VIETNAMESE.search(sentence) else "en"].append(sentence)
    return found


def _plain(line: str, suffix: str) -> str:
    """Return the text of a line of labelled data, or of a plain one."""
    if suffix == ".jsonl":
        return str(json.loads(line).get("text", ""))
    return LABEL.sub(r"\1", line.rpartition("\t")[2])


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """Yield ``count`` articles, the same for the same seed and the same repository."""
    rng, pools = random.Random(seed), sentences()
    plain = [w for s in pools["en"] + pools["vi"] for w in re.findall(r"\b[A-Za-z]{4,12}\b", s)]
    names = Names(plain, rng)
    weights = {}
    for lang, pool in pools.items():
        rng.shuffle(pool)
        weights[lang] = list(accumulate(1 / (rank + 10) ** 0.8 for rank in range(len(pool))))

    def sentence(lang: str) -> str:
        if rng.random() < TEMPLATE_SHARE:
            return _filled(rng.choice(TEMPLATES[lang]), names, rng)
        return pools[lang][bisect(weights[lang], rng.random() * weights[lang][-1])]

    for number in range(count):
        lang = "vi" if rng.random() < 0.6 else "en"
        length = min(14_000, max(500, int(rng.lognormvariate(7.85, 0.5))))
        body, size = [], 0
        while size < length:
            body.append(sentence(lang))
            size += len(body[-1]) + 1
        words = sentence(lang).split()
        title = " ".join(words[: rng.randrange(6, 14)]).rstrip(".,:;")
        if rng.random() < 0.4:
            title = f"{names.draw()} {names.draw()}: {title}"
        yield _article(number, lang, title, body, rng)


def _filled(template: str, names: Names, rng: random.Random) -> str:
    person = f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"
    return template.format(v=person, e=names.draw(), f=names.draw(), g=names.draw(),
                           n=rng.randrange(1, 200_000), m=rng.randrange(1, 95))  # fmt: skip


def _article(number: int, lang: str, title: str, body: list[str], rng: random.Random) -> Article:
    paragraphs = [" ".join(body[at : at + 3]) for at in range(0, len(body), 3)]
    day = date.fromordinal(rng.randrange(FIRST_DAY, LAST_DAY)).isoformat()
    place = f"{number:07d}.txt"
    return Article(
        place, place, "\n\n".join([title, *paragraphs]), title, "document", Span(0, len(title)),
        lang, date=day, date_source="document", source=rng.choice(SOURCES),
    )  # fmt: skip
