"""Which language a text is in, from its script, its letters and its commonest words.

Vietnamese and English must be right, Vietnamese typed without marks too; of other languages the
best guess, and ``und`` (undetermined) where nothing speaks for one. A sample of the text decides,
so an article that quotes another language keeps its own.
"""

import re
from collections import Counter

from reader.fold import fold

SAMPLE = 1500
"""Characters looked at. A few paragraphs; more would only cost time."""

VIETNAMESE_SHARE = 0.07
"""Share of letters only Vietnamese has above which a text is Vietnamese. Running Vietnamese has
0.15 to 0.20, an English sentence full of Vietnamese names up to 0.05."""

STOPWORD_SHARE = 0.04
"""Share of words that are one language's commonest, below which none is named. Running text has
0.25 and more, lists of names almost nothing."""

SCRIPT_SHARE = 0.4
"""Share of signs in one script that names its language; digits and punctuation are signs too."""

_VIETNAMESE_LETTERS = re.compile("[ăđơưẠ-ỹ]")
_LATIN = re.compile(r"[a-z]+")
_WORDS = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af",
    "zh": "\u4e00-\u9fff",
    "ru": "\u0400-\u04ff",
    "th": "\u0e00-\u0e7f",
    "ar": "\u0600-\u06ff",
    "hi": "\u0900-\u097f",
    "el": "\u0370-\u03ff",
    "he": "\u0590-\u05ff",
    "lo": "\u0e80-\u0eff",
    "km": "\u1780-\u17ff",
}
_KANA_SHARE = 0.1
"""Share of kana above which text in Chinese characters is Japanese; running Japanese has 0.5."""

_STOPWORDS = {
    "en": "the of and to in that was for is on with as by at from has have said will his which",
    "vi": "cua va cac duoc cho khong trong nguoi nhung da voi mot co nay khi ong den tai nhat la"
    " theo ngay nam se hai nuoc cung vao sau",
    "fr": "le la les des et une du dans que est pour qui sur avec pas par au plus ont",
    "de": "der die und das den von zu mit ist des nicht auf sich dem ein eine im auch als",
    "es": "el la los las que del por una con para como su al se es fue en",
    "pt": "que os uma para com nao por mais dos das como foi ao pela em o as do",
    "id": "yang dan di untuk dengan dari dalam pada ini itu tidak akan oleh juga ke",
    "it": "il che di della per una con non sono del alla nel gli dei anche",
    "nl": "de het een van en dat is op te zijn met voor niet aan door ook",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _STOPWORDS.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_language)


_NAMES = {
    "english": "en", "eng": "en", "tieng anh": "en",
    "vietnamese": "vi", "vie": "vi", "tieng viet": "vi",
    "french": "fr", "german": "de", "spanish": "es", "japanese": "ja", "korean": "ko",
    "chinese": "zh", "russian": "ru",
}  # fmt: skip


def code_of(said: str) -> str | None:
    """Return the two-letter code in what a document calls its language: ``vi-VN``, ``English``."""
    word = fold(said.strip())
    code = _NAMES.get(word, word.replace("_", "-").partition("-")[0])
    return code if len(code) == 2 and code.isalpha() else None


def detect(text: str) -> str:
    """Return the ISO 639-1 code of a composed text's language, or ``und``."""
    sample = text[:SAMPLE].lower()
    signs = len(sample) - sample.count(" ")
    if sample.isascii():
        return _by_words(sample)
    if len(_VIETNAMESE_LETTERS.findall(sample)) > VIETNAMESE_SHARE * signs:
        return "vi"
    if sum(map(len, _LATIN.findall(sample))) * 2 > signs:
        return _by_words(sample)
    return _by_script(sample, signs)


def _by_words(sample: str) -> str:
    words = _WORDS.findall(fold(sample))
    votes = Counter(lang for word in words for lang in _LANGUAGES_OF.get(word, ()))
    if not votes:
        return "und"
    best, count = max(votes.items(), key=lambda vote: vote[1])
    return best if count >= STOPWORD_SHARE * len(words) else "und"


def _by_script(sample: str, signs: int) -> str:
    shares = {
        lang: len(re.findall(f"[{letters}]", sample)) / signs for lang, letters in _SCRIPTS.items()
    }
    if shares["ja"] > _KANA_SHARE:
        return "ja"
    best = max(shares, key=lambda lang: shares[lang])
    return best if shares[best] > SCRIPT_SHARE else "und"
