"""Words to the person, or facts to a script; nothing that could steer a terminal ever goes out."""

import io
import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from textwrap import fill
from typing import Any, TextIO

from coachtui.model.clean import clean, clean_line
from coachtui.reasons import reason_of

_ROW_ENDS = str.maketrans("\u2028\u2029", "\n\n")
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class NotWritten(Exception):
    """The answer could not be written; `str()` of it is why."""


def prepare_streams() -> None:
    """Let no character that the terminal can't show stop us, nor a stream that was closed before we began."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _open_closed_streams() -> None:
    """Give each closed stream nothing to read or write: else the next file opened, the notebook, would take its place."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115


def answer(text: str) -> None:
    """Write to standard output, as it is but to an old terminal. Raises NotWritten, or BrokenPipeError when nobody reads."""
    with _told_as_not_written():
        sys.stdout.write(_as_shown(text, sys.stdout))


def _as_shown(text: str, stream: TextIO) -> str:
    """The text as it can be shown: in ASCII on a terminal that shows nothing else."""
    if text.isascii() or not stream.isatty():
        return text
    from coachtui.ascii_letters import as_ascii
    from coachtui.terminal_limits import is_ascii_here

    return as_ascii(text) if is_ascii_here() else text


def finish_answer() -> None:
    """See that all of the answer is out. Raises as `answer` does."""
    with _told_as_not_written():
        sys.stdout.flush()


@contextmanager
def _told_as_not_written() -> Generator[None, None, None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise NotWritten(reason_of(fault)) from fault


def say(text: str = "") -> None:
    """A line of the answer."""
    answer(harmless(text) + "\n")


def harmless(text: str) -> str:
    """The text without anything that a terminal would act on, or be asked about: any end of a row is a newline."""
    return clean(text).translate(_ROW_ENDS)


def say_folded(text: str, hanging: int = 0) -> None:
    """Sentences of the answer: at a terminal no word is broken at its edge, elsewhere they are one row.

    `hanging` is by how many cells a row after the first is set in.
    """
    say(_folded(text, hanging) if sys.stdout.isatty() else text)


def complain(text: str) -> None:
    """A sentence beside the answer: what went wrong, or what is worth knowing; folded as `say_folded` does."""
    text = harmless(text)
    _write_all(sys.stderr, (_folded(text) if _is_terminal(sys.stderr) else text) + "\n")


def _folded(text: str, hanging: int = 0) -> str:
    width, indent = max(20, shutil.get_terminal_size().columns - 1), " " * hanging
    return "\n".join(
        fill(row, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)
        for row in text.split("\n")
    )


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; a program may be started without one."""
    return stream is not None and not stream.closed and stream.isatty()


def _write_all(stream: TextIO, text: str) -> None:
    """Write where nobody may be listening any more."""
    try:
        stream.write(_as_shown(text, stream))
        stream.flush()
    except (OSError, AttributeError):  # a program may be started without one
        return


def say_json(value: Any) -> None:
    """The answer as JSON; characters that can't be seen, or that the output can't carry, are escaped."""
    plain = (sys.stdout.encoding or "ascii").lower().replace("-", "").replace("_", "") != "utf8"
    text = json.dumps(value, ensure_ascii=plain, indent=2, allow_nan=False)
    answer(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def say_bytes(content: bytes) -> None:
    """A whole file as the answer, byte for byte; to a terminal as text."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        say(content.decode("utf-8").removesuffix("\n"))
        return
    with _told_as_not_written():
        sys.stdout.flush()
        buffer.write(content)
        buffer.flush()


def say_table(rows: Iterable[Sequence[str]]) -> None:
    """Rows in columns; the last column is as wide as it likes, and goes on under itself at the edge of a terminal."""
    table = [[clean_line(cell).replace("\t", " ") for cell in row] for row in rows]
    if not table:
        return
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    for row in table:
        padded = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        _say_row("  ".join(padded).rstrip(), sum(widths[:-1]) + 2 * len(widths[:-1]))


def _say_row(row: str, last_at: int) -> None:
    """A row of a table, whose last column begins at that cell."""
    columns = shutil.get_terminal_size().columns
    is_long = sys.stdout.isatty() and last_at <= columns * 2 // 3 and _width(row) >= columns
    answer((_folded(row, last_at) if is_long else row) + "\n")


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: 1 line, 12 lines."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def hush() -> None:
    """Nobody reads the answer any more: let the interpreter find nothing to write when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
        if not unicodedata.combining(character)
    )
