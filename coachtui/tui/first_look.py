"""The look and keys of the first picture, kept in small files of the home: reading what is chosen would take longer."""

import os

from coachtui.tui.commands import USUAL_KEYS, Keymap
from coachtui.tui.first_paint import Colours

NAME = "first-look"
_ASCII = "ascii"
KEYS_NAME = "first-keys"
_MOST = 8000
"""The bytes that are read of keys; a file that holds more is not one of ours."""
DARK = Colours("#14171a", "#e4e6e8", "#9aa4ae", "#e8a94f", "#484a4d")


def read_first_look(home: str) -> Colours:
    """The colours that were kept last; the dark ones where none were, or where the file holds something else."""
    words = _kept(home)[: len(DARK)]
    return Colours(*words) if len(words) == len(DARK) and all(map(_is_colour, words)) else DARK


def is_ascii_kept(home: str) -> bool:
    """Whether the person wishes for nothing but ASCII."""
    return _kept(home)[len(DARK) :] == [_ASCII]


def _kept(home: str) -> list[str]:
    """The words of the file."""
    try:
        handle = os.open(os.path.join(home, NAME), os.O_RDONLY)
        try:
            return os.read(handle, 200).decode("ascii", "replace").split()
        finally:
            os.close(handle)
    except OSError:
        return []


def _is_colour(word: str) -> bool:
    return len(word) == 7 and word[0] == "#" and all(digit in "0123456789abcdef" for digit in word[1:].lower())


def keep_first_look(home: str, colours: Colours, *, is_ascii: bool) -> None:
    """Keep the look for the next start; a home that can't be written to keeps none, and the usual one needs no file."""
    words = [*colours, *([_ASCII] if is_ascii else [])]
    if words == (_kept(home) or list(DARK)):
        return
    try:
        handle = os.open(os.path.join(home, NAME), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, " ".join(words).encode("ascii"))
        finally:
            os.close(handle)
    except OSError:
        return


def read_first_keys(home: str) -> Keymap:
    """The keys that were kept last; the usual ones where none were."""
    try:
        handle = os.open(os.path.join(home, KEYS_NAME), os.O_RDONLY)
        try:
            words = os.read(handle, _MOST).decode("utf-8", "replace")
        finally:
            os.close(handle)
    except OSError:
        return USUAL_KEYS
    rows = (row.partition("=") for row in words.splitlines() if row.isprintable())
    return Keymap({identity: keys for identity, equals, keys in rows if equals})


def keep_first_keys(home: str, keymap: Keymap) -> None:
    """Keep the keys for the next start; a home that can't be written to keeps none."""
    if read_first_keys(home) == Keymap(dict(keymap.keys)):
        return
    try:
        handle = os.open(os.path.join(home, KEYS_NAME), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, "".join(f"{identity}={keys}\n" for identity, keys in keymap.keys.items()).encode("utf-8"))
        finally:
            os.close(handle)
    except OSError:
        return
