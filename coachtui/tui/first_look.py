"""The colours of the first picture, kept in a small file of the home: reading a theme would take longer than painting."""

import os

from coachtui.tui.first_paint import Colours

NAME = "first-look"
DARK = Colours("#14171a", "#e4e6e8", "#9aa4ae", "#e8a94f", "#3a4046")


def read_first_look(home: str) -> Colours:
    """The colours that were kept last; the dark ones where none were, or where the file holds something else."""
    try:
        handle = os.open(os.path.join(home, NAME), os.O_RDONLY)
        try:
            words = os.read(handle, 200).decode("ascii", "replace").split()
        finally:
            os.close(handle)
    except OSError:
        return DARK
    return Colours(*words) if len(words) == len(DARK) and all(map(_is_colour, words)) else DARK


def _is_colour(word: str) -> bool:
    return len(word) == 7 and word[0] == "#" and all(digit in "0123456789abcdef" for digit in word[1:].lower())


def keep_first_look(home: str, colours: Colours) -> None:
    """Keep the colours for the next start; a home that can't be written to keeps none."""
    if read_first_look(home) == colours:
        return
    try:
        handle = os.open(os.path.join(home, NAME), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, " ".join(colours).encode("ascii"))
        finally:
            os.close(handle)
    except OSError:
        return
