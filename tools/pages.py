"""Writes the pages of docs/ that the program can tell by itself: the keys, the settings with the themes, the plain mode.

python -m tools.pages            write them
python -m tools.pages --check    only say which differ; exit 1 if any does
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from coachtui.settings import DARK_THEME, Settings
from coachtui.tui.commands import ROOMS, Command, key_name, table_of
from coachtui.tui.themes import NEEDED, OPTIONAL, folder_of_ours
from coachtui.tui.widgets.entry_text import EDITS
from tools import goals
from tools.plain_page import plain_page

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

_COLOURS = {
    "background": "behind everything",
    "surface": "behind what is chosen, and behind what lies above: help, notices, the list of commands",
    "foreground": "what is written",
    "muted": "what is said beside it: times, names, hints",
    "accent": "where you are and what needs you",
    "warning": "something to look at; without it, the accent",
    "error": "something went wrong; without it, the accent",
    "success": "something went well; without it, the accent",
}
_SETTINGS = {
    "theme": "The name of the theme: one of ours, one of Textual's, or one of your own from the themes folder.",
    "language": "`en` for English, `es` for Spanish, or `auto`: the one that the computer speaks. "
    "`COACHTUI_LANGUAGE` in the environment goes before it.",
    "framework": "What a new observation is watched for: the name of one of our frameworks, or of a file in your "
    "frameworks folder, without `.toml` ([frameworks](frameworks.md)).",
    "tally": "`true` lets the pad count who speaks. A count is no aim: equal shares are not better ones.",
    "scan_minutes": "Minutes between two silent ticks, for looking around the table at fixed times; 0 for none.",
    "blank_minutes": "Minutes without a key after which the screen goes blank; the next key brings it back. 0 for never.",
    "lock_minutes": "Minutes without a key after which a notebook that has a passphrase (`coachtui lock`) locks itself; "
    "everything comes back as it was. 0 for never.",
    "record_folder": "The folder that the leads' records are delivered into, such as one on a drive that your school shares; "
    "without it, `record` beside the notebook. It must be there: a shared drive that is away is waited for.",
    "keep": "A table of how long each kind is kept: observations, feedback, conversations, one-on-ones, steps, release-time. "
    "What is older is told on Today, and goes only by `coachtui purge --due` ([privacy](privacy.md)). "
    "A kind that is not named is kept for good.",
    "purge_backups_after_days": "Days after a purge at which the backups from before it go, since they hold what was purged.",
    "abbreviations": "A table of your own abbreviations; each is written out as its line is filed. Tab shows it before.",
}
_EXAMPLE = """\
theme = "coachtui-light"
framework = "looking-at-data"
scan_minutes = 5

[abbreviations]
ss = "students"
wb = "whiteboard"

[keep]
observations = "3 years"
feedback = "3 years"
"""


def keys_page() -> str:
    """docs/keys.md: every key, room by room."""
    parts = [
        "# Keys",
        "This page is written by the program (`make docs`). In the program, F1 shows the same for the room you are in, "
        "and `coachtui keys` prints it.",
    ]
    for title, purpose, commands in map(table_of, ROOMS):
        parts += [f"## {title}", purpose, _table(("Key", "Name", "What it does"), map(_key_row, commands))]
    edits = [(_keys(edit.keys), edit.meaning) for edit in EDITS]
    parts += [
        "## While you type",
        "In the entry line. What was deleted by words or to an end comes back with Ctrl+Z while the line is empty.",
        _table(("Key", "What it does"), edits),
    ]
    return "\n\n".join(parts) + "\n"


def settings_page() -> str:
    """docs/settings.md: what can be chosen, and what a theme is made of."""
    usual = Settings()
    rows = [(f"`{name}`", f"`{_as_toml(getattr(usual, name))}`", _SETTINGS[name]) for name in Settings.__annotations__]
    colours = [(f"`{name}`", "yes" if name in NEEDED else "no", _COLOURS[name]) for name in NEEDED + OPTIONAL]
    ours = sorted(path.stem for path in folder_of_ours().glob("*.toml"))
    example = (folder_of_ours() / f"{DARK_THEME}.toml").read_text("utf-8").strip()
    return "\n\n".join([
        "# Settings",
        "This page is written by the program (`make docs`).",
        "Nothing has to be set. What you choose in the program, it keeps in `settings.toml`, a small text file; "
        "`coachtui where` says where it is. You may write in it too: a setting that is not known, or that can't be used, "
        "is told when the program starts, and the usual one is in use.",
        _table(("Setting", "Without it", "What it is"), rows),
        "For example:",
        f"```toml\n{_EXAMPLE.strip()}\n```",
        "## Themes",
        f"These come with the program: {', '.join(f'`{name}`' for name in ours)}. Ctrl+T changes between the light and the dark "
        "one; *Change theme* in the list of commands (Ctrl+P) offers all of them, and Textual's.",
        "### A theme of your own",
        "Put a file that ends in `.toml` into the folder `themes` beside `settings.toml`. `name` is what it is called "
        "(without it, the file's name), `dark` says whether its background is dark (without it, it is). Under `[colours]` "
        'stands a line for each colour, written as `"#rrggbb"`:',
        _table(("Colour", "Needed", "What it is for"), colours),
        "A theme with the name of one of ours takes its place. One that can't be used is told when the program starts, "
        "with the reason. Words should stand out from both `background` and `surface`: ours keep a contrast of at least 4.5.",
        "This is the dark one, whole:",
        f"```toml\n{example}\n```",
    ]) + "\n"  # fmt: skip


PAGES = {"keys.md": keys_page, "settings.md": settings_page, "plain.md": plain_page}


def differing(docs: Path = DOCS) -> list[str]:
    """The names of the pages that are not there, or hold other words than the program tells now."""
    return [
        name
        for name, page in PAGES.items()
        if not (docs / name).is_file() or (docs / name).read_text("utf-8") != page()
    ]


def main(words: list[str]) -> int:
    """Write the pages, or with --check say which differ."""
    if words == ["--check"]:
        found = differing()
        for name in found:
            print(f"docs/{name} is not what the program tells. Write it anew with: make docs")
        return 1 if found else 0
    if words:
        print("python -m tools.pages [--check]")
        return 2
    DOCS.mkdir(exist_ok=True)
    for name, page in (*PAGES.items(), (goals.PAGE, goals.page)):
        (DOCS / name).write_text(page(), "utf-8")
        print(f"docs/{name}")
    return 0


def _key_row(command: Command) -> tuple[str, str, str]:
    keys = "in the list of commands" if not command.key else _keys(tuple(command.key.split(",")))
    if command.each:
        keys = f"`{command.shown_key}`"
    return keys, command.name, command.meaning


def _as_toml(value: object) -> str:
    """A usual value as one would write it in the file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else "none" if isinstance(value, dict) else str(value)


def _keys(keys: tuple[str, ...]) -> str:
    return " or ".join(f"`{key_name(key)}`" for key in keys)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
