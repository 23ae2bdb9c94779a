"""Draws every room, full and empty, at three sizes in our four themes: a sheet of pictures each, to be looked at.

python -m tools.sheets FOLDER [SIZE THEME]     such as: python -m tools.sheets /tmp/sheets 60x18 coachtui-light
python -m tools.sheets --rooms                 the pictures that the tests compare, of rooms that no page of docs shows
"""

import asyncio
import itertools
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from coachtui.places import Places, prepare
from coachtui.settings import Settings
from coachtui.tui.app import CoachApp
from coachtui.tui.commands import TODAY
from tools.pictures import StillClock, alone, open_school
from tools.views import walk

SIZES = ((60, 18), (80, 24), (120, 40))
THEMES = ("coachtui-dark", "coachtui-light", "coachtui-dim", "coachtui-high-contrast")
PICTURED = Path(__file__).parents[1] / "tests" / "pictures" / "rooms"
FULL = (
    "search", "feedback-list", "leads", "teams", "team", "step", "one-on-ones", "blocks", "seen", "deadlines", "calendar",
    "bells", "conversations", "conversation", "rehearse", "hits", "chosen lines", "themes",
)  # fmt: skip
EMPTY = ("today", "leads", "deadlines", "conversations")
_ACROSS = 4
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def open_empty(folder: Path, theme: str) -> CoachApp:
    """The program on a home in which nothing was written yet, its clock still."""
    places, ids = Places(folder / "home"), map("{:032x}".format, itertools.count(1))
    prepare(places)
    app = CoachApp(places, StillClock(), lambda: next(ids), room=TODAY, settings=Settings(blank_minutes=0))
    app.animation_level = "none"
    app.dress_in(theme, [])
    return app


async def drawn(is_full: bool, size: tuple[int, int], theme: str, names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Each view with its picture, as SVG."""
    with tempfile.TemporaryDirectory(prefix="coachtui-sheet-") as folder:
        app = open_school(Path(folder), TODAY, theme) if is_full else open_empty(Path(folder), theme)
        try:
            async with app.run_test(size=size) as pilot:
                return [(view.name, alone(app.export_screenshot(title=view.name))) async for view in walk(pilot, names)]
        finally:
            app.flush()


def rooms_drawn() -> dict[str, str]:
    """The pictures that the tests compare, by the names of their files: full rooms, small; empty ones, larger."""
    full = asyncio.run(drawn(True, SIZES[0], "coachtui-light", FULL))
    empty = asyncio.run(drawn(False, SIZES[1], "coachtui-dim", EMPTY))
    pictures = dict(full) | {f"empty {name}": picture for name, picture in empty}
    return {f"{name.replace(' ', '-')}.svg": picture for name, picture in pictures.items()}


def _keep_rooms() -> None:
    PICTURED.mkdir(exist_ok=True)
    for name, picture in rooms_drawn().items():
        (PICTURED / name).write_text(picture, "utf-8")
        print(PICTURED / name)


def sheet(pictures: Sequence[str], across: int = _ACROSS) -> str:
    """Pictures of one size side by side, as one SVG."""
    found = _BOX.search(pictures[0])
    assert found is not None
    width, height = float(found[1]), float(found[2])
    parts = []
    for number, picture in enumerate(pictures):
        down, right = divmod(number, across)
        place = f'<svg x="{right * width}" y="{down * height}" width="{width}" height="{height}" '
        parts.append(picture.replace("picture-", f"picture{number}-").replace("<svg ", place, 1))
    rows = -(-len(pictures) // across)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across * width} {rows * height}">{"".join(parts)}</svg>'
    )


def main(words: list[str]) -> int:
    """Draw the sheets that are asked for."""
    if words == ["--rooms"]:
        _keep_rooms()
        return 0
    if len(words) not in (1, 3):
        print(__doc__)
        return 2
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    sizes = SIZES if len(words) == 1 else [size for size in SIZES if "x".join(map(str, size)) == words[1]]
    themes = THEMES if len(words) == 1 else words[2:]
    for size, theme, is_full in itertools.product(sizes, themes, (True, False)):
        pictures = asyncio.run(drawn(is_full, size, theme))
        path = folder / f"{'full' if is_full else 'empty'}-{size[0]}x{size[1]}-{theme}.svg"
        path.write_text(sheet([picture for _, picture in pictures]), "utf-8")
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
