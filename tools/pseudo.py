"""A language for tests alone: every message in letters that English does not have. What is in ours then was not translated.

python -m tools.pseudo [--all]    draws every view of tools.views in it (and pages and questions besides), and prints what is
                                  neither a message nor data nor a key
"""

import asyncio
import html
import json
import re
import sqlite3
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from gettext import NullTranslations
from pathlib import Path
from string import Formatter, ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING

from coachtui.language import LANGUAGES
from coachtui.model.kept_words import KEPT_WORDS
from coachtui.wording import speak

if TYPE_CHECKING:
    from tools.views import View

_SIZES = {True: (180, 44), False: (80, 24)}
"""A full room is so wide that hardly any words of people are cut off; an empty one has none."""
_CELL = 12.2
"""How wide a cell is in a picture."""
_LETTERS = str.maketrans(
    ascii_lowercase + ascii_uppercase,
    "".join(map(chr, range(0x430, 0x430 + 26))) + "".join(map(chr, range(0x410, 0x410 + 26))),
)
_KEYS = re.compile(r"\b(?:Ctrl|Alt|Shift)\+\S*|\bCt(?:rl?)?(?!\w)")
"""Keys that are held with another; the last one of a footer may be cut off by a page beside it."""
_GAP = re.compile(r"[^\W\da-zA-Z_]+|\s{2,}|[\u2500-\u28ff]+")
"""What ends a run of words in our letters: a message, some room, a rule."""
_CODE = re.compile(r"\b([A-Z]{2}\d{1,2})\s+")
"""The code of a look-for in a column of its own: its name stands behind it."""
_LEAST, _LONG = 3, 40
"""So many words of a text are known as a piece of it, fewer might be words of our own; one so long may take several rows."""


class Pseudo(NullTranslations):
    """The catalog of this language."""

    def gettext(self, message: str) -> str:
        """The message in other letters, its fields as they are."""
        return other_letters(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The same of what is counted."""
        return other_letters(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The same of a word in one of its meanings."""
        return other_letters(message)


def other_letters(message: str) -> str:
    """A message in letters that English does not have."""
    try:
        parts = list(Formatter().parse(message))
    except ValueError:
        return message.translate(_LETTERS)
    if all(part[1] is None for part in parts):
        return message.translate(_LETTERS)
    return "".join(
        text.translate(_LETTERS).replace("{", "{{").replace("}", "}}") + ("" if name is None else f"{{{name}}}")
        for text, name, _spec, _conversion in parts
    )


class Data:
    """What people wrote, and what ships as content: it is shown as it is. Words that are kept in English are none of it."""

    def __init__(self, values: Iterable[str]) -> None:
        whole = {" ".join(value.split()) for value in values if value.strip()} - set(KEPT_WORDS)
        pieces = {piece for value in whole for piece in map(str.strip, _GAP.split(value)) if piece}
        self._values = sorted(whole | pieces, key=len, reverse=True)
        self._whole = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self._values))})(?!\w)")
        self._all = "\n".join(self._values)

    def strange_in(self, row: str) -> Iterator[str]:
        """What in a row of the screen is in our letters, and neither data nor a key."""
        if self._is_end(row):
            return
        for run in _GAP.split(_KEYS.sub("  ", _CODE.sub(r"\1 ", row))):
            if not self._is_piece(run):
                yield from (
                    bare(each) for each in re.split(r"\s{2,}", self._whole.sub("  ", run)) if self._is_ours(each)
                )

    def _is_ours(self, words: str) -> bool:
        return re.search(r"[A-Za-z]{2}", words) is not None and not self._is_piece(words)

    def _is_piece(self, words: str) -> bool:
        """Whether this is a piece of a longer text: some words of it, or as much as had room."""
        plain = bare(words)
        return (len(plain.split()) >= _LEAST or words.rstrip().endswith("…")) and plain in self._all

    def _is_end(self, row: str) -> bool:
        """Whether this is the last row of a text that took several."""
        plain = " ".join(row.split())
        return any(len(value) >= _LONG and value.endswith(f" {plain}") for value in self._values)


def bare(words: str) -> str:
    """Words without the signs around them, and without the letter of a key in front."""
    return re.sub(r"^\w ", "", words.strip(" .,;:·…*#()'\"“”›|→"))


def rows_in(picture: str) -> list[str]:
    """The rows of a picture as text, each word in its place."""
    rows: dict[float, str] = {}
    for x, y, words in re.findall(r'<text[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>(.*?)</text>', picture):
        text = html.unescape(words).replace("\xa0", " ")
        rows[float(y)] = rows.get(float(y), "").ljust(round(float(x) / _CELL)) + text
    return [rows[y] for y in sorted(rows)]


def strange_by_view(*, is_all: bool) -> dict[str, list[str]]:
    """For each view what stands on it that is neither a message nor data nor a key; or for pages and questions besides."""
    speak("xx", Pseudo())
    return asyncio.run(_strange(_besides() if is_all else ()))


async def _strange(besides: "tuple[View, ...]") -> dict[str, list[str]]:
    from coachtui.settings import DARK_THEME
    from coachtui.tui.app import CoachApp
    from coachtui.tui.commands import TODAY
    from tools.pictures import open_school
    from tools.sheets import open_empty
    from tools.views import walk

    def open_full(folder: Path, theme: str) -> CoachApp:
        return open_school(folder, TODAY, theme)

    found: dict[str, list[str]] = {}
    for is_full, opened in ((True, open_full), (False, open_empty)):
        pictures: dict[str, str] = {}
        with tempfile.TemporaryDirectory(prefix="coachtui-pseudo-") as folder:
            app = opened(Path(folder), DARK_THEME)
            try:
                async with app.run_test(size=_SIZES[is_full]) as pilot:
                    async for view in walk(pilot, besides=besides):
                        pictures[f"{'full' if is_full else 'empty'} {view.name}"] = app.export_screenshot()
            finally:
                app.flush()
            data = Data(
                [*app.available_themes, *_written(Path(folder) / "home" / "notebook.db"), *_content(), *_typed()]
            )
        for name, picture in pictures.items():
            found[name] = [strange for row in rows_in(picture) for strange in data.strange_in(row)]
    return found


def _besides() -> "tuple[View, ...]":
    """Pages and questions that no sheet shows."""
    from coachtui.tui import commands
    from tools.views import View

    keys = {
        commands.LEAD: ("p",), commands.CYCLE: ("v", "a", "n"), commands.CONVERSATION: ("c", "f", "d"), commands.STEP: ("r",),
        commands.READING: ("s", "t", "f5", "X"), commands.ONE_ON_ONE: ("s", "d"), commands.LEADS: ("x",), commands.TEAM: ("e",),
        commands.FEEDBACK: ("f7", "alt+d", "alt+c", "ctrl+g"), commands.BLOCKS: ("l",), commands.GATE: ("r", "s"),
        commands.OBSERVE: ("f1", "f5", "f8"), commands.BELLS: ("n",),
    }  # fmt: skip
    return tuple(View(f"{room} {key}", room, keys=(key,)) for room, some in keys.items() for key in some)


def _typed() -> Iterator[str]:
    """What is typed into the views."""
    from tools.views import OVER_A_ROOM

    yield from ("".join(key for key in view.keys if len(key) == 1) for view in OVER_A_ROOM)


def _written(notebook: Path) -> Iterator[str]:
    """Every text in the notebook."""
    with sqlite3.connect(notebook) as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")]
        for table in tables:
            if not table.startswith(("words", "events", "sqlite")):
                for row in connection.execute(f'select * from "{table}"'):  # noqa: S608
                    for value in (each for each in row if isinstance(each, str)):
                        yield from (value, *value.split("\n"))
        for table in ("leads", "members"):
            yield from (part for (name,) in connection.execute(f"select name from {table}") for part in name.split())  # noqa: S608


def _content() -> Iterator[str]:
    from coachtui.library import CONTENT

    for path in CONTENT.rglob("*.toml"):
        if path.relative_to(CONTENT).parts[0] not in (*LANGUAGES, "lexicons"):
            yield from _texts(tomllib.loads(path.read_text("utf-8")))


def _texts(held: object) -> Iterator[str]:
    if isinstance(held, str):
        yield from (held, *held.split("\n"))
    elif isinstance(held, dict):
        code, name = held.get("code"), held.get("name")
        yield from (f"{code} {name}", f"#{code} ({name})") if code and name else ()
        yield from (text for each in held.values() for text in _texts(each))
    elif isinstance(held, list):
        yield from (text for each in held for text in _texts(each))


def main(words: list[str]) -> int:
    """Print what is strange, by view, or as JSON."""
    found = strange_by_view(is_all="--all" in words)
    if "--json" in words:
        print(json.dumps(found, ensure_ascii=False))
    else:
        for name, strange in found.items():
            print(f"{name}: {'; '.join(strange) or 'nothing'}")
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
