"""Rules of the commands: each can be done, no key means two things, the footer holds what is needed most."""

from itertools import combinations

import pytest
from rich.cells import cell_len
from textual.keys import Keys

from coachtui.tui.app import CoachApp
from coachtui.tui.commands import (
    EVERYWHERE,
    LINES,
    OBSERVE,
    READING,
    TODAY,
    Command,
    all_commands,
    commands_of,
    footer_parts,
)
from coachtui.tui.frames import frame_of
from coachtui.tui.rooms.observe import ObserveRoom
from coachtui.tui.rooms.reading import ReadingRoom
from coachtui.tui.rooms.room import Room
from coachtui.tui.rooms.today import TodayRoom
from coachtui.tui.widgets.entry_text import EDITS

ROOMS: dict[str, type[Room]] = {TODAY: TodayRoom, OBSERVE: ObserveRoom, READING: ReadingRoom}
OWNERS: dict[str, list[type]] = {
    EVERYWHERE: [CoachApp],
    LINES: [ObserveRoom, ReadingRoom],
    **{room: [owner] for room, owner in ROOMS.items()},
}
SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
NOT_EVERYWHERE = {"ctrl+b", "ctrl+s", "ctrl+c", "f10", "f11"}
"""Keys that terminals or their windows often take for themselves."""
WITH_ALT = {f"alt+{letter}" for letter in "acdeghijklmnopqrstuvwxyz123456789"}
"""Escape and a letter or digit; Alt+B and Alt+F are the movements by words of many terminals."""


def keys_of(command: Command) -> set[str]:
    return {SAME_BYTE.get(key, key) for key in command.key.split(",") if key}


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.id)
def test_every_command_can_be_done(command: Command) -> None:
    for owner in OWNERS[command.room]:
        action = f"line_{command.action}" if command.room == LINES else command.action
        assert callable(getattr(owner, f"action_{action}", None)), owner
    assert command.id.split(".")[0] == ("app" if command.room == EVERYWHERE else command.room)
    assert command.meaning.endswith(".") and command.name[0].isupper()


def test_every_command_has_an_id_of_its_own() -> None:
    assert len({command.id for command in all_commands()}) == len(all_commands())


@pytest.mark.parametrize("room", [*ROOMS, LINES])
def test_no_key_means_two_things(room: str) -> None:
    for one, other in combinations(commands_of(room), 2):
        assert not keys_of(one) & keys_of(other), f"{one.id} and {other.id}"


def test_no_key_that_edits_the_entry_means_something_else_in_observe() -> None:
    edits = {SAME_BYTE.get(key, key) for edit in EDITS for key in edit.keys}
    assert len(edits) == sum(len(edit.keys) for edit in EDITS)
    for command in commands_of(OBSERVE):
        assert not keys_of(command) & edits, command.id


def test_no_key_of_observe_is_one_that_types() -> None:
    for command in commands_of(OBSERVE):
        assert all(len(key) > 1 and key != "space" for key in keys_of(command)), command.id


@pytest.mark.parametrize("command", all_commands(), ids=lambda command: command.id)
def test_every_key_is_one_that_terminals_send(command: Command) -> None:
    known = {key.value for key in Keys}
    for key in keys_of(command):
        assert key in known or len(key) == 1 or key in WITH_ALT, key
        assert key not in NOT_EVERYWHERE


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_footer_fits_and_begins_with_what_is_needed_most(room: str, width: int) -> None:
    parts = footer_parts(room, width)
    words = " " + "  ".join(f"{key} {name}" for key, name in parts)
    assert cell_len(words) <= width
    names = [name for _, name in parts]
    first = {TODAY: ["Observe", "Open"], OBSERVE: ["File", "End", "Undo", "Today"], READING: ["Observe", "Back"]}[room]
    assert names[: len(first)] == first and "Help" in names
    assert room == READING or width < 80 or "Quit" in names
    assert frame_of(room if room != READING else TODAY, columns=width).keys == footer_parts(
        room if room != READING else TODAY, width
    )


def test_places_in_the_footer_are_taken_once() -> None:
    for room in ROOMS:
        ranks = [command.rank for command in commands_of(room) if command.rank]
        assert len(ranks) == len(set(ranks))
