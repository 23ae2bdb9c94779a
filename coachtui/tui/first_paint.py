"""The first picture, in plain ANSI, before Textual is imported: the room's frame and its entry line.

The terminal is raw from here on, so that keys typed during the start wait in its queue and lose nothing; Textual paints the
same picture over this one.
"""

import os
import select
import signal
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.ascii_letters import as_ascii
from coachtui.terminal_limits import is_without_colour

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

ENTER = "\x1b[?1049h\x1b[?25l"
LEAVE = (
    "\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1016l\x1b[?1006l\x1b[?2004l\x1b[?1004l\x1b[?2048l"
    "\x1b[<u\x1b[?7h\x1b[0m\x1b[?1049l\x1b[?25h"
)
_BETWEEN = 2
"""Blanks between two keys."""


class Colours(NamedTuple):
    """The colours of the picture, as "#rrggbb"."""

    background: str
    foreground: str
    muted: str
    accent: str
    rule: str


class Frame(NamedTuple):
    """The words of a room before anything is known: its name, what stands beside it, the hint, the keys at both sides."""

    name: str
    beside: str
    hint: str | None
    keys: tuple[tuple[str, str], ...]
    at_the_right: tuple[tuple[str, str], ...] = ()
    prompt: str = "› "


class Stage:
    """The terminal, from the first picture to the last restoring."""

    def __init__(self, on_abandoned: "Callable[[bytes], None] | None" = None) -> None:
        """`on_abandoned` is given the keys that were waiting when a signal ended the start."""
        self.on_abandoned = on_abandoned
        self.attributes: list[Any] | None = None
        """The terminal's settings of before, to be restored; None where there is no terminal."""
        self.is_set = False
        self.asked_to_end: int | None = None
        """The signal that came before the program could end by it."""

    def set(self, frame: Frame, colours: Colours, *, is_ascii: bool = False) -> None:
        """Make the terminal raw and paint the frame; does nothing without a terminal that can show it."""
        if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM", "") in ("", "dumb"):
            return
        if sys.platform == "win32":
            return
        self._go_raw()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, self._signalled)
        columns, rows = os.get_terminal_size(1)
        self.is_set = True
        painted = ENTER + picture(frame, colours, rows, columns)
        _write(as_ascii(painted) if is_ascii else painted)

    def _go_raw(self) -> None:
        import termios

        self.attributes = termios.tcgetattr(0)
        raw = termios.tcgetattr(0)
        raw[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        raw[6][termios.VMIN] = 1
        termios.tcsetattr(0, termios.TCSANOW, raw)

    def restore(self) -> None:
        """Give the terminal back as it was; again does no harm."""
        if self.attributes is None or sys.platform == "win32":
            return
        import termios

        attributes, self.attributes = self.attributes, None
        try:
            _write(LEAVE)
            termios.tcsetattr(0, termios.TCSANOW, attributes)
        except (OSError, termios.error):
            return

    def hold(self, attributes: "list[Any] | None") -> None:
        """Another one shows the terminal now; keep what is needed to restore it, should that one not come to it."""
        self.is_set = False
        self.attributes = attributes

    def let_go(self) -> None:
        """The terminal was restored by the one who showed it."""
        self.attributes = None

    def abandon(self) -> None:
        """Nobody will read the keys that wait in the terminal: hand them on to be kept."""
        waiting = _waiting_keys()
        if waiting and self.on_abandoned is not None:
            self.on_abandoned(waiting)

    def obey(self) -> None:
        """End, if a signal asked for it during the start: what was typed is kept, and the terminal restored."""
        if self.asked_to_end is not None:
            try:
                self.abandon()
            finally:
                self._end(self.asked_to_end)

    def _signalled(self, number: int, _: "FrameType | None") -> None:
        """Remember a signal until `obey`: it may come in the middle of an import. A second one is not to be put off."""
        if self.asked_to_end is not None and number != signal.SIGHUP:
            self._end(number)
        self.asked_to_end = number

    def _end(self, number: int) -> None:
        self.restore()
        os._exit(128 + number)


def _waiting_keys() -> bytes:
    keys = b""
    try:
        while select.select([0], [], [], 0)[0] and (more := os.read(0, 65536)):
            keys += more
    except OSError:
        return keys
    return keys


def _write(words: str) -> None:
    data = words.encode("utf-8", "replace")
    while data:
        data = data[os.write(1, data) :]


def picture(frame: Frame, colours: Colours, rows: int, columns: int) -> str:
    """The frame as one string of text and colour codes, `rows` by `columns` cells."""
    paint = _Paint(colours)
    rule = paint.line("─" * columns, colours.rule, columns)
    left = f" {paint.on(colours.foreground, bold=True)}{frame.name}{paint.on(colours.foreground)}"
    title = _fit(f"  {frame.beside}", columns - len(frame.name) - 1)
    lines = [paint.on(colours.muted) + left + title, rule]
    empty = paint.line("", colours.foreground, columns)
    below: list[str] = []
    if frame.hint is not None:
        prompt = f"{paint.on(colours.accent, bold=True)}{frame.prompt}{paint.on(colours.foreground)}\x1b[7m \x1b[27m"
        entry = prompt + " " * max(0, columns - len(frame.prompt) - 1)
        below = [rule, paint.line(f" {frame.hint}", colours.muted, columns), entry]
    below.append(_keys_line(frame, colours, paint, columns))
    lines += [empty] * max(0, rows - len(lines) - len(below)) + below
    return "".join(f"\x1b[{number};1H{line}" for number, line in enumerate(lines[:rows], 1)) + "\x1b[0m"


def _keys_line(frame: Frame, colours: Colours, paint: "_Paint", columns: int) -> str:
    left, right = (
        "  ".join(f"{paint.on(colours.accent)}{key}{paint.on(colours.muted)} {name}" for key, name in side)
        for side in (frame.keys, frame.at_the_right)
    )
    used = 1 + sum(len("  ".join(f"{key} {name}" for key, name in side)) for side in (frame.keys, frame.at_the_right))
    blank = " " * max(0, columns - used)
    end = " " if len(blank) > _BETWEEN else ""
    return f"{paint.on(colours.muted)} {left}{blank.removesuffix(end)}{right}{end}"


def _fit(text: str, width: int) -> str:
    """The text in so many cells."""
    if text.isascii():
        return text[:width].ljust(max(0, width))
    used, fitting = 0, ""
    for character in text:
        used += (size := _cells(character))
        if used > width:
            used -= size
            break
        fitting += character
    return fitting + " " * (width - used)


def _cells(character: str) -> int:
    """How many cells a character takes, nearly: Textual's picture, which follows, measures whole clusters."""
    import unicodedata  # late: hardly any name needs it

    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class _Paint:
    """Colour codes as this terminal takes them: of 16 million, of 256, or none."""

    def __init__(self, colours: Colours) -> None:
        self._background = colours.background
        self._plain = is_without_colour(os.environ)
        self._true = os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")

    def on(self, foreground: str, *, bold: bool = False) -> str:
        """The code for text of this colour on the background."""
        weight = "1" if bold else "22"
        if self._plain:
            return f"\x1b[0;{weight}m"
        return f"\x1b[0;{weight};{self._code(38, foreground)};{self._code(48, self._background)}m"

    def line(self, text: str, foreground: str, columns: int) -> str:
        """A whole line of one colour."""
        return self.on(foreground) + _fit(text, columns)

    def _code(self, kind: int, colour: str) -> str:
        red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
        if self._true:
            return f"{kind};2;{red};{green};{blue}"
        cube = 16 + 36 * round(red / 51) + 6 * round(green / 51) + round(blue / 51)
        return f"{kind};5;{cube}"
