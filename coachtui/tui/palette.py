"""The palette for themes: Textual's, in our look."""

from textual.command import CommandPalette


class Palette(CommandPalette):
    """A list of choices that is narrowed as one types."""

    CSS_PATH = "styles/palette.tcss"
