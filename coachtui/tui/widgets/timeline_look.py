"""How a timeline looks: the parts it is painted of, and their colours, all from the theme."""

PARTS = frozenset(
    [
        "star",
        "mark",
        "time",
        "speaker",
        "text",
        "wondering",
        "judgment",
        "in-confidence",
        "code",
        "segment",
        "gap",
        "rule",
        "account",
        "cursor",
        "chosen",
        "empty",
        "hint",
    ]
)

CSS = """
Timeline {
    width: 1fr;
    height: 1fr;
    color: $foreground;
    overflow-x: hidden;
    overflow-y: scroll;
    scrollbar-size-vertical: 1;
    scrollbar-background: $background;
    scrollbar-background-hover: $background;
    scrollbar-background-active: $background;
    scrollbar-color: $foreground 25%;
    scrollbar-color-hover: $primary;
    scrollbar-color-active: $primary;
    & > .timeline--star { color: $text-accent; text-style: bold; }
    & > .timeline--mark { text-style: bold; }
    & > .timeline--time { color: $text-muted; }
    & > .timeline--speaker { color: $text-muted; }
    & > .timeline--wondering { text-style: italic; }
    & > .timeline--in-confidence { color: $text-muted; text-style: italic; }
    & > .timeline--code { color: $text-accent; }
    & > .timeline--segment { text-style: bold; }
    & > .timeline--gap { color: $text-muted; text-style: italic; }
    & > .timeline--account { color: $text-muted; }
    & > .timeline--cursor { background: $surface; }
    & > .timeline--chosen { background: $primary 25%; text-style: bold; }
    & > .timeline--rule { color: $foreground 25%; }
    & > .timeline--empty { color: $text-muted; }
    & > .timeline--hint { color: $text-accent; text-style: bold; }
}
"""
