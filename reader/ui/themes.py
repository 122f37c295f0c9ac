"""The colours: two themes of our own, and what any other theme uses for entities and matches.

Every entity type has a colour, and the article pane gives it a text style as well, so that types
can be told apart without colour. The colours below have a contrast of at least 4.5 to 1 against
the background of their theme (WCAG 2.2, AA).
"""

from textual.theme import Theme

DARK = "seeds-dark"
LIGHT = "seeds-light"

_ON_DARK = {
    "entity-person": "#e8b973",
    "entity-org": "#bda6ea",
    "entity-place": "#86cfae",
    "entity-date": "#86b9ea",
    "entity-event": "#ee97a3",
    "match": "#4a3d16",
    "match-current": "#f0c14b",
    "on-match-current": "#14171c",
    "highlight": "#33404a",
    "quiet": "#8b949f",
}

_ON_LIGHT = {
    "entity-person": "#8a5000",
    "entity-org": "#6a3fa0",
    "entity-place": "#0b6343",
    "entity-date": "#1b5a9e",
    "entity-event": "#a8324a",
    "match": "#ffe69a",
    "match-current": "#d98200",
    "on-match-current": "#1d1a14",
    "highlight": "#dfe9d2",
    "quiet": "#6b675e",
}

THEMES = (
    Theme(
        name=DARK,
        dark=True,
        primary="#7aa7d4",
        secondary="#9aa7b5",
        accent="#e0b56a",
        warning="#e0a458",
        error="#e67a7a",
        success="#86cfae",
        foreground="#d9dde2",
        background="#14171c",
        surface="#191d23",
        panel="#252b33",
        variables={
            **_ON_DARK,
            "border": "#333b45",
            "scrollbar": "#333b45",
            "scrollbar-hover": "#4a5563",
            "scrollbar-active": "#7aa7d4",
            "scrollbar-background": "#14171c",
            "scrollbar-background-hover": "#14171c",
            "scrollbar-background-active": "#14171c",
            "scrollbar-corner-color": "#14171c",
            "border-blurred": "#2a3038",
            "footer-key-foreground": "#e0b56a",
            "input-selection-background": "#7aa7d4 35%",
        },
    ),
    Theme(
        name=LIGHT,
        dark=False,
        primary="#2b5c8a",
        secondary="#5d5a52",
        accent="#9a4f17",
        warning="#9a5b00",
        error="#a8324a",
        success="#0b6343",
        foreground="#2a2925",
        background="#fbf9f4",
        surface="#f5f2ea",
        panel="#e8e3d7",
        variables={
            **_ON_LIGHT,
            "border": "#cfc8b8",
            "scrollbar": "#cfc8b8",
            "scrollbar-hover": "#b4ab97",
            "scrollbar-active": "#2b5c8a",
            "scrollbar-background": "#fbf9f4",
            "scrollbar-background-hover": "#fbf9f4",
            "scrollbar-background-active": "#fbf9f4",
            "scrollbar-corner-color": "#fbf9f4",
            "border-blurred": "#ddd7c9",
            "footer-key-foreground": "#9a4f17",
            "input-selection-background": "#2b5c8a 25%",
        },
    ),
)


def variable_defaults(*, dark: bool) -> dict[str, str]:
    """Return the colours that a theme which knows nothing of entities gets for them."""
    return dict(_ON_DARK if dark else _ON_LIGHT)
