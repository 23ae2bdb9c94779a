"""Words to the person, or facts to a script; nothing that could steer a terminal ever goes out."""

import io
import json
import os
import re
import sys
import unicodedata
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from coachtui.model.clean import clean

_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class Unsaid(Exception):
    """The answer could not be written; `str()` of it is the reason."""


def prepare_streams() -> None:
    """Let no character that the terminal can't show stop us."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str = "") -> None:
    """A line of the answer."""
    say_as_it_is(clean(text) + "\n")


def say_as_it_is(text: str) -> None:
    """Text of our own as the answer. Raises Unsaid, or BrokenPipeError where nobody reads any more."""
    with _saying() as stdout:
        stdout.write(text)


def finish() -> None:
    """See that all of the answer is out. Raises Unsaid, or BrokenPipeError where nobody reads any more."""
    with _saying() as stdout:
        stdout.flush()


@contextmanager
def _saying() -> Generator[TextIO, None, None]:
    """Standard output, for as long as something is written to it."""
    if (stdout := _output()) is None:
        raise Unsaid("there is nowhere to write it")
    try:
        yield stdout
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise Unsaid(fault.strerror or type(fault).__name__) from fault


def _output() -> TextIO | None:
    """Standard output; None where the program was started without one, which its type does not tell."""
    return sys.stdout


def complain(text: str) -> None:
    """A sentence beside the answer: what went wrong, or what is worth knowing."""
    _write_all(sys.stderr, clean(text) + "\n")


def _write_all(stream: TextIO, text: str) -> None:
    """Write where nobody may be listening any more."""
    try:
        stream.write(text)
        stream.flush()
    except (OSError, AttributeError):  # a program may be started without one
        return


def say_json(value: Any) -> None:
    """The answer as JSON; characters that can't be seen, or that the output can't carry, are escaped."""
    plain = (sys.stdout.encoding or "ascii").lower().replace("-", "").replace("_", "") != "utf8"
    text = json.dumps(value, ensure_ascii=plain, indent=2, allow_nan=False)
    say_as_it_is(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def say_bytes(content: bytes) -> None:
    """A whole file as the answer, byte for byte; to a terminal as text."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        say(content.decode("utf-8").removesuffix("\n"))
        return
    with _saying() as stdout:
        stdout.flush()
        buffer.write(content)
        buffer.flush()


def say_table(rows: Iterable[Sequence[str]]) -> None:
    """Rows in columns; the last column is as wide as it likes."""
    table = [[clean(cell).replace("\n", " ") for cell in row] for row in rows]
    if not table:
        return
    widths = [max(map(_width, column)) for column in zip(*table, strict=True)]
    for row in table:
        padded = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        say_as_it_is("  ".join(padded).rstrip() + "\n")


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: 1 line, 12 lines."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def hush() -> None:
    """Nobody reads the answer any more: let the interpreter find nothing to write when it ends."""
    stdout = _output()
    if stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stdout.fileno())
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
