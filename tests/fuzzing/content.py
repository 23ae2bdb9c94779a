"""What a person keeps as TOML: settings, themes, and what a school may replace."""

import functools
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from coachtui import library
from coachtui.model.feedback_shape import BadShape, read_shape
from coachtui.model.framework import BadFramework
from coachtui.model.hints import read_lexicon
from coachtui.model.one_on_one_plan import BadPlan, read_plan
from coachtui.model.prompts import BadPrompts, read_prompts, read_starters
from coachtui.model.scenario_reading import BadScenario, read_scenario, read_structure
from coachtui.places import Places
from coachtui.settings import Settings, read_settings, write_theme
from coachtui.toml_text import BadToml, parse_toml
from coachtui.tui.commands import ROOMS, Keymap, all_commands, commands_of
from coachtui.tui.keymap_file import read_keymap
from coachtui.tui.presets import PRESETS, USUAL
from coachtui.tui.spelled_keys import SAME_BYTE, parts_of
from coachtui.tui.theme_file import folder_of_ours
from coachtui.tui.themes import load_themes
from tests.fuzzing.form import Form, NotForeseen

_WORDS = (b"[[part]]", b'"""', b"'''", b" = ", b"[", b"true", b"1979-05-27T07:32:00Z", b"\\u0000", b"inf")


@functools.cache
def _home() -> Places:
    """A home in memory, in which one file after another stands."""
    folder = tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None, prefix="coachtui-fuzz-")
    _KEPT.append(folder)
    places = Places(Path(folder.name))
    for each in (places.themes, places.frameworks):
        each.mkdir(mode=0o700, parents=True)
    return places


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


def _settings(content: bytes) -> object:
    """The settings in these bytes; another theme is written among them, and nothing else is changed by that."""
    path = _home().settings
    path.write_bytes(content)
    found, complaints = read_settings(path)
    write_theme(path, "nord")
    again, _ = read_settings(path)
    if again.theme not in ("nord", found.theme) or _but_theme(again) != _but_theme(found):
        raise NotForeseen("choosing a theme changed something else")
    return found, complaints


def _but_theme(found: Settings) -> list[Any]:
    return [getattr(found, name) for name in Settings.__slots__ if name != "theme"]


def _theme(content: bytes) -> object:
    places = _home()
    (places.themes / "mine.toml").write_bytes(content)
    themes, complaints = load_themes(places)
    return [(each.name, each.variables) for each in themes], complaints


def _keys(content: bytes) -> object:
    """A keymap of a person's own: each key has one meaning, and what can't be used is told."""
    places = _home()
    places.keys.write_bytes(content)
    keymap, complaints = read_keymap(places, USUAL)
    for room in ROOMS:
        keys = [SAME_BYTE.get(key, key) for each in commands_of(room, keymap) for key in set(parts_of(each.key))]
        more = {key for key in keys if keys.count(key) > 1} - _twice(room)
        if more:
            raise NotForeseen(f"two meanings of {more} in {room}")
    return complaints


@functools.cache
def _twice(room: str) -> set[str]:
    """The keys that have two meanings there as we ship them, each where the other has none."""
    keys = [
        SAME_BYTE.get(key, key) for each in commands_of(room, Keymap(PRESETS[USUAL])) for key in set(parts_of(each.key))
    ]
    return {key for key in keys if keys.count(key) > 1}


def _framework(content: bytes) -> object:
    """A framework in its folder: what is wrong with it is said with its line."""
    places = _home()
    (places.frameworks / "mine.toml").write_bytes(content)
    return library.load_frameworks(places)


def _named(read: Callable[[str, Mapping[str, Any]], object]) -> Callable[[bytes], object]:
    return lambda content: read("mine", parse_toml(content))


def _ours(*names: str) -> Callable[[], list[bytes]]:
    """What ships, as seeds."""
    return lambda: [path.read_bytes() for name in names for path in sorted(library.CONTENT.glob(name))]


def _some_settings() -> list[bytes]:
    return [
        b'theme = "nord"\nscan_minutes = 5\n[abbreviations]\nsw = "students were"\n[keep]\nobservations = "3 years"\n'
    ]


def _some_keys() -> list[bytes]:
    rows = [f'"{command.id}" = "f{number % 12 + 1}"' for number, command in enumerate(all_commands()[:40])]
    return ["\n".join(rows).encode(), rows[0].encode(), b'[observe]\nstar = "ctrl+b"\nend = "ctrl+o e, f20"\n']


def _themes() -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder_of_ours().glob("*.toml"))[:2]]


def _of_a_school(content: bytes) -> object:
    """All else that a school may replace, each refused by itself."""
    found = parse_toml(content)
    read: list[object] = []
    for each in (read_lexicon, read_prompts, read_starters, read_plan, functools.partial(read_structure, "mine")):
        try:
            read.append(each(found))
        except (BadFramework, BadPrompts, BadPlan, BadScenario) as fault:
            read.append(str(fault))
    return read


CONTENT = {
    "settings": Form(_settings, (), _some_settings, _WORDS),
    "theme": Form(_theme, (), _themes, (*_WORDS, b"[colours]", b"#14171a")),
    "keys": Form(_keys, (), _some_keys, (*_WORDS, b"ctrl+", b"f8", b"observe.", b"ctrl+o e", b"ctrl+m", b"escape")),
    "framework": Form(_framework, (), _ours("frameworks/*.toml"), (*_WORDS, b"[[look_for]]", b"code")),
    "scenario": Form(_named(read_scenario), (BadToml, BadScenario), _ours("scenarios/*.toml"), _WORDS),
    "shape": Form(_named(read_shape), (BadToml, BadShape), _ours("feedback/*.toml"), _WORDS),
    "of-a-school": Form(_of_a_school, (BadToml,), _ours("*.toml", "lexicons/*.toml", "structures/*.toml"), _WORDS),
}
