import pytest
from textual.color import Color
from textual.theme import Theme

from reader.ui.themes import THEMES

READABLE = 4.5
"""WCAG 2.2, AA, for text of usual size."""


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_everything_that_is_read_has_enough_contrast(theme: Theme) -> None:
    colours = theme.variables
    entities = [value for name, value in colours.items() if name.startswith("entity-")]
    assert len(entities) == 5
    for colour in (*entities, theme.foreground, theme.primary, theme.accent, colours["quiet"]):
        assert contrast(str(colour), str(theme.background)) >= READABLE, colour
    for colour in (*entities, theme.foreground):
        assert contrast(str(colour), colours["match"]) >= READABLE, colour
    assert contrast(colours["on-match-current"], colours["match-current"]) >= READABLE


def test_other_themes_get_colours_for_entities_too() -> None:
    names = [set(theme.variables) for theme in THEMES]
    assert names[0] == names[1]
