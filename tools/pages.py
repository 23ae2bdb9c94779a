"""Writes the pages of docs/ that the program can tell by itself: the keys, the settings, the themes, the plain mode.

python -m tools.pages            write them
python -m tools.pages --check    only say which differ; exit 1 if any does
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from coachtui.settings import DARK_THEME, Settings
from coachtui.tui.commands import ROOMS, Command, Keymap, all_commands, table_of
from coachtui.tui.key_names import key_name
from coachtui.tui.keymap_file import why_fixed
from coachtui.tui.presets import NO_FUNCTION_KEYS, PRESETS
from coachtui.tui.theme_file import COLOURS, ENOUGH, TOP, Entry, folder_of_ours
from coachtui.tui.widgets.entry_text import EDITS
from tools import goals
from tools.plain_page import plain_page

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

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
    "keys": "`default`, or `no-function-keys` for keyboards and terminals on which F1 to F9 or Alt do not arrive. "
    "Single keys are changed in `keys.toml` ([keys](keys.md)).",
    "purge_backups_after_days": "Days after a purge at which the backups from before it go, since they hold what was purged.",
    "ascii": "`true` shows nothing but ASCII: `-` for a line, `*` for a star, `e` for an e with an accent. Where the terminal or "
    "the locale can show no more (`TERM=linux`, `vt100` or `dumb`; `LANG=C`), it is so without this.",
    "reduced_motion": "`true` lets nothing glide or fade: pages and lists jump. No cursor of coachtui blinks anyway. "
    "The variable `TEXTUAL_ANIMATIONS=none` does the same.",
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


_OTHER_KEYS = """\
## Where function keys or Alt don't arrive

Some keyboards and terminals keep F1 to F9 for themselves, and Terminal.app types "å" for Alt+A. With `keys =
"no-function-keys"` in `settings.toml` nothing needs them. `Ctrl+O e` means: Ctrl+O, then e; after Ctrl+O the keys that can follow
are listed.

The keys of the pad need Alt nowhere: press Ctrl+L, then the letter or digit of the pad; or click it; or type the code and the
name with the line (`maria: why is that #TM3`)."""
_OWN_KEYS = """\
## Keys of your own

A file `keys.toml` beside `settings.toml` changes single keys, whichever set is in use. Each row names a command by its id
(`coachtui keys --json` lists them all) and its keys:

```toml
observe.end = "ctrl+d"
observe.pad = "ctrl+o p"
today.undo = "u, ctrl+z"
```

A key is spelled `f8`, `x`, `ctrl+d`, `alt+a`, `pageup`; one after another as `ctrl+o p`. When the program starts, it
tells every row that can't be used, with its line: an id that is not known and the nearest one that is, a key that terminals don't
send or that types where words are written, and a key that means something else already. The other rows are in force."""


_FIXED_KEYS = """\
### Which keys stay as they are

Everything else can have other keys. No other command can have these, where they apply."""


def keys_page() -> str:
    """docs/keys.md: every key, room by room."""
    parts = [
        "# Keys",
        "This page is written by the program (`make docs`). In the program, F1 shows the same for the room you are in, "
        "and `coachtui keys` prints it.",
    ]
    parts += [_OTHER_KEYS, _table(("Command", "Usual key", "Without function keys"), _other_rows()), _OWN_KEYS]
    parts += [_FIXED_KEYS, _table(("Id", "Keys", "Why"), _fixed_rows())]
    for title, purpose, commands in map(table_of, ROOMS):
        parts += [f"## {title}", purpose, _table(("Key", "Name", "What it does"), map(_key_row, commands))]
    edits = [(_keys(edit.keys), edit.meaning) for edit in EDITS]
    parts += [
        "## While you type",
        "In the entry line. What was deleted by words or to an end comes back with Ctrl+Z while the line is empty.",
        _table(("Key", "What it does"), edits),
    ]
    return "\n\n".join(parts) + "\n"


def _fixed_rows() -> Iterable[tuple[str, str, str]]:
    """The commands whose keys can't be others, and why."""
    for command in all_commands():
        why = why_fixed(command)
        if why:
            yield f"`{command.id}`", _key_row(command)[0], f"{why[0].upper()}{why[1:]}."


def settings_page() -> str:
    """docs/settings.md: what can be chosen, and what a theme is made of."""
    usual = Settings()
    rows = [(f"`{name}`", f"`{_as_toml(getattr(usual, name))}`", _SETTINGS[name]) for name in Settings.__annotations__]
    return "\n\n".join([
        "# Settings",
        "This page is written by the program (`make docs`).",
        "Nothing has to be set. What you choose in the program, it keeps in `settings.toml`, a small text file; "
        "`coachtui where` says where it is. You may write in it too: a setting that is not known, or that can't be used, "
        "is told when the program starts, and the usual one is in use.",
        _table(("Setting", "Without it", "What it is"), rows),
        "For example:",
        f"```toml\n{_EXAMPLE.strip()}\n```",
        "How it looks is a theme: [themes](themes.md) says which there are, and how to make one of your own.",
    ]) + "\n"  # fmt: skip


def themes_page() -> str:
    """docs/themes.md: the themes, and what one of a person's own is made of."""
    ours = sorted(path.stem for path in folder_of_ours().glob("*.toml"))
    example = (folder_of_ours() / f"{DARK_THEME}.toml").read_text("utf-8").strip()
    return "\n\n".join([
        "# Themes",
        "This page is written by the program (`make docs`).",
        f"These come with the program: {', '.join(f'`{name}`' for name in ours)}. Every word in them has a contrast of at least "
        f"{ENOUGH} to what is behind it, and what a colour says is also said by a word, a sign or its weight. Ctrl+T changes "
        "between the light and the dark one; *Change theme* in the list of commands (Ctrl+P) offers all of them, Textual's too: "
        "the room you are in is shown in each as the cursor comes to it. Enter takes it, Esc leaves everything as it was.",
        "## A theme of your own",
        "Put a file that ends in `.toml` into the folder `themes` beside `settings.toml` (`coachtui where` says where that is). "
        "While the program runs, it looks every second whether you saved one, and shows it as it is now. Where something in it "
        "can't be used, that is told with its line, and the look stays as it was.",
        _table(("At the top", "Needed", "What it is"), map(_entry_row, TOP)),
        'Under `[colours]` stands a line for each colour, written as `"#rrggbb"`:',
        _table(("Colour", "Needed", "What it is for"), map(_entry_row, COLOURS)),
        "A theme with the name of one of ours takes its place. `coachtui themes` lists all of them, says what is wrong in which "
        f"line, and which words stand out less than {ENOUGH} from `background` or `surface`.",
        "This is the dark one, whole:",
        f"```toml\n{example}\n```",
    ]) + "\n"  # fmt: skip


def _entry_row(entry: Entry) -> tuple[str, str, str]:
    return f"`{entry.name}`", "yes" if entry.is_needed else "no", entry.meaning


PAGES = {"keys.md": keys_page, "settings.md": settings_page, "themes.md": themes_page, "plain.md": plain_page}


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


def _other_rows() -> Iterable[tuple[str, str, str]]:
    """The commands whose keys are others in the preset without function keys."""
    keymap = Keymap(PRESETS[NO_FUNCTION_KEYS])
    for command in all_commands():
        if command.id in keymap.keys:
            now = _keys(tuple(keymap.of(command).key.split(",")))
            yield f"{table_of(command.room).title}: {command.name}", _keys(tuple(command.key.split(","))), now


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
