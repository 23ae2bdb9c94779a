"""The keys of a person's own: keys.toml, checked, over one of the presets. What can't be used is told with its line."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from coachtui.disk import read_small
from coachtui.model.listed_words import listed_or
from coachtui.places import Places
from coachtui.reasons import reason_of
from coachtui.toml_text import BadToml, parse_toml
from coachtui.tui.commands import (
    ANSWER,
    EVERYWHERE,
    FEEDBACK,
    OBSERVE,
    ROOMS,
    SEARCH,
    TOGETHER,
    Command,
    Keymap,
    all_commands,
    commands_of,
)
from coachtui.tui.key_names import key_name
from coachtui.tui.presets import PRESETS, USUAL
from coachtui.tui.spelled_keys import SAME_BYTE, parts_of, why_no_key, writes
from coachtui.wording import _

_ROW = re.compile(r"^[ \t]*(?P<key>[\w.\"'-]+(?:[ \t]*\.[ \t]*[\w\"'-]+)*)[ \t]*=")
_TABLE = re.compile(r"^[ \t]*\[(?P<name>[^\[\]]+)\]")
_WRITTEN_IN = {OBSERVE: (False,), SEARCH: (False,), FEEDBACK: (True,), TOGETHER: (True,), EVERYWHERE: (False, True)}
"""Where words are written, and whether in a text of several lines."""


class Entry(NamedTuple):
    """What a row of the file says: the id of a command and its keys."""

    id: str
    keys: str
    line: int | None


def read_keymap(places: Places, preset: str) -> tuple[Keymap, list[str]]:
    """The keymap in force: the preset, and what keys.toml says on top; and a sentence for each thing that can't be used."""
    complaints = [] if preset in PRESETS else [_no_preset(preset)]
    usual = PRESETS.get(preset, PRESETS[USUAL])
    name = places.keys.name
    try:
        words = read_small(places.keys)
        found = parse_toml(words)
    except FileNotFoundError:
        return Keymap(usual), complaints
    except (OSError, BadToml) as fault:
        why = reason_of(fault) if isinstance(fault, OSError) else str(fault)
        none_of_yours = _("'{name}' can't be read: {why}. No key of your own is in use.").format(name=name, why=why)
        return Keymap(usual), [*complaints, none_of_yours]
    entries = list(_entries(found, _lines_of(words.decode("utf-8-sig"))))
    good, faults = checked(entries, usual)
    told = [
        _("'{name}', line {line}: {why}").format(name=name, line=entry.line, why=why)
        if entry.line
        else f"'{name}': {why}"
        for entry, why in faults
    ]
    return Keymap({**usual, **{entry.id: ",".join(parts_of(entry.keys)) for entry in good}}), complaints + told


def _no_preset(preset: str) -> str:
    return _("There are no keys called '{preset}'. It takes {presets}; the usual ones are in use.").format(
        preset=preset, presets=listed_or(tuple(PRESETS))
    )


def checked(entries: list[Entry], usual: Mapping[str, str]) -> tuple[list[Entry], list[tuple[Entry, str]]]:
    """The rows that can be used over these keys, and the others with the reason."""
    faults: list[tuple[Entry, str]] = []
    good: list[Entry] = []
    for entry in entries:
        why = _why_not(entry)
        faults += [(entry, why)] if why else []
        good += [] if why else [entry]
    while (clash := _first_clash(good, usual)) is not None:
        good.remove(clash[0])
        faults.append(clash)
    return good, sorted(faults, key=lambda fault: fault[0].line or 0)


def why_fixed(command: Command) -> str:
    """Why the keys of a command can't be others, as the end of a sentence; "" where they can."""
    if command.room == ANSWER:
        return _("a question is answered alike in every room")
    if command.each:
        return _(
            "each is the letter or digit that the pad shows. Ctrl+L and then that letter needs no Alt, and a click no key"
        )
    return ""


def _why_not(entry: Entry) -> str | None:
    """Why a row can't be used whatever the others say."""
    known = {command.id: command for command in all_commands()}
    command = known.get(entry.id)
    if command is None:
        from difflib import get_close_matches  # late: most homes have no such row

        near = get_close_matches(entry.id, known, 1, 0.5)
        return (
            _("there is no command '{id}'. The nearest is '{near}'.").format(id=entry.id, near=near[0])
            if near
            else _("there is no command '{id}'.").format(id=entry.id)
        )
    fixed = why_fixed(command)
    if fixed:
        return _("the keys of '{id}' stay as they are: {why}.").format(id=entry.id, why=fixed)
    if not parts_of(entry.keys):
        return _('\'{id}\' needs a key in quotation marks, such as "f8" or "ctrl+o e".').format(id=entry.id)
    for key in parts_of(entry.keys):
        why = why_no_key(key)
        if why is not None:
            return f"'{key}' {why}."
        if any(writes(key, in_a_text=in_a_text) for in_a_text in _WRITTEN_IN.get(command.room, ())):
            return _("{key_name} types or edits where '{id}' is done.").format(key_name=key_name(key), id=entry.id)
    return None


def _first_clash(entries: list[Entry], usual: Mapping[str, str]) -> tuple[Entry, str] | None:
    """A row whose key means something else already, the later one of two rows; None where each key has one meaning."""
    keymap = Keymap({**usual, **{entry.id: ",".join(parts_of(entry.keys)) for entry in entries}})
    of = {entry.id: entry for entry in entries}
    for room in (each for each in ROOMS if each != EVERYWHERE):  # in each of them those of every room apply too
        for one, other in combinations(commands_of(room, keymap), 2):
            shared = _shared(one, other)
            mine = [of[each.id] for each in (one, other) if each.id in of]
            if shared and mine:
                later = max(mine, key=lambda entry: entry.line or 0)
                against = other if later.id == one.id else one
                where = (
                    _(" (line {line})").format(line=of[against.id].line)
                    if against.id in of and of[against.id].line
                    else ""
                )
                return later, _(
                    "{key_name} is '{against_id}' already{where}. '{later_id}' keeps its usual key."
                ).format(key_name=key_name(shared), against_id=against.id, where=where, later_id=later.id)
    return None


def _shared(one: Command, other: Command) -> str | None:
    """A key that both have, or that the one has and the other needs to be followed by another key."""
    for first in parts_of(one.key):
        for second in parts_of(other.key):
            a, b = SAME_BYTE.get(first, first), SAME_BYTE.get(second, second)
            if a == b or ((" " in a) != (" " in b) and a.split()[0] == b.split()[0]):
                return first
    return None


def _entries(found: dict[str, Any], lines: dict[str, int], before: str = "") -> Iterator[Entry]:
    """The rows of the file, from its tables too."""
    for name, value in found.items():
        identity = f"{before}{name}"
        if isinstance(value, dict):
            yield from _entries(value, lines, f"{identity}.")
        else:
            yield Entry(identity, value if isinstance(value, str) else "", lines.get(identity))


def _lines_of(words: str) -> dict[str, int]:
    """The line of each row, by the id that it names."""
    lines: dict[str, int] = {}
    table = ""
    for number, row in enumerate(words.splitlines(), 1):
        if (heads := _TABLE.match(row)) is not None:
            table = _bare(heads["name"]) + "."
        elif (found := _ROW.match(row)) is not None:
            lines.setdefault(table + _bare(found["key"]), number)
    return lines


def _bare(name: str) -> str:
    return "".join(name.split()).replace('"', "").replace("'", "")
