"""The date grammar: where a text says a date, in Vietnamese or English, and which one.

``find_dates`` looks at each word once. A word that can begin a date (``ngày``, ``May``, ``8``)
has rules; the first whose pattern fits there gives a reading. When the whole text is read, the
readings are settled together, since a date may take its year from the next one and its day from
the one before.

    text       Sáng 8/9, ông … từ ngày 10 đến 12/9.   anchor 2025-09-09
    readings   Sáng 8/9      ngày 10   12/9
    settled    2025-09-08    2025-09-10 2025-09-12

A mention spans the words that name the date, with ``ngày``, ``hôm``, ``sáng``, ``đầu``, ``the``,
``early`` and without ``hồi``, ``vào``, ``in``, ``on``. Lengths of time (``12 năm``, ``two days``)
and vague words (``gần đây``, ``recently``) are no dates.

    day       2025-09-08               XXXX-11-02 where no year is known
    week      2025-W46
    month     2025-07                  đầu tháng 7 too, with mod START
    year      2023                     XXXX for "next year" in a text of unknown date
    interval  1965/2025                two dates said in one breath
              2025-11-22/2025-11-23    a weekend
              2024-07-01/2024-09-30    a quarter, a half or a season (of the north, in months)
              1990/1999                a decade
              1901/2000                a century
    None      hôm qua in a text of unknown date; lunar days; a bare weekday without an anchor
"""

import re

from reader.entities.dates import english, numbers, vietnamese
from reader.entities.dates.calendar import Anchor
from reader.entities.dates.grammar import Rule, Scene
from reader.entities.dates.readings import DateMention, Reading, joined, resolve

__all__ = ["DateMention", "find_dates"]

_WORD = re.compile(r"[^\W\d_]+|[0-9]+")


def _by_trigger() -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for rule in (*vietnamese.RULES, *english.RULES, *numbers.RULES):
        for word in rule.triggers:
            table.setdefault(word, []).append(rule)
    return {word: tuple(rules) for word, rules in table.items()}


_RULES = _by_trigger()


def find_dates(text: str, lang: str, anchor: str | None) -> list[DateMention]:
    """Return the dates said in ``text``, in order, without overlap.

    ``text`` must be composed (NFC). ``lang`` decides what depends on it (``05/08/2023`` has its
    month first in English); either language's dates are found in any text. ``anchor`` is when
    the text was written, an ISO day, month or year.
    """
    lower = text.replace("İ", "I").lower()
    scene = Scene(text, lower, lang, Anchor.parse(anchor))
    end = 0
    for word in _WORD.finditer(lower):
        rules = _RULES.get(word.group())
        if rules is None or word.start() < end:
            continue
        reading = _read(scene, rules, word.start())
        if reading is not None:
            end = reading.end
            _add(scene, reading)
    return resolve(scene.readings, text, lower, scene.anchor)


def _add(scene: Scene, reading: Reading) -> None:
    interval = joined(scene.readings[-1], reading, scene.lower) if scene.readings else None
    if interval:
        scene.readings[-1] = interval
    else:
        scene.readings.append(reading)


def _read(scene: Scene, rules: tuple[Rule, ...], start: int) -> Reading | None:
    for rule in rules:
        found = rule.pattern.match(scene.lower, start)
        if found is not None:
            reading = rule.build(scene, found)
            if reading is not None:
                return reading
    return None
