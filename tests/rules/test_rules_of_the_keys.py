"""Rules of the commands: each can be done, no key means two things, the footer holds what is needed most."""

from itertools import combinations

import pytest
from rich.cells import cell_len
from textual.keys import Keys

from coachtui.tui.app import CoachApp
from coachtui.tui.commands import (
    ANSWER,
    EVERYWHERE,
    FEEDBACK,
    FEEDBACK_LINES,
    LINES,
    OBSERVE,
    READING,
    TODAY,
    Command,
    all_commands,
    commands_of,
)
from coachtui.tui.doors import ROOM_CLASSES, room_class
from coachtui.tui.footer import footer_commands, footer_parts
from coachtui.tui.frames import frame_of
from coachtui.tui.rooms.room import Room
from coachtui.tui.widgets.ask_entry import AskEntry
from coachtui.tui.widgets.entry_text import EDITS

ROOMS: dict[str, type[Room]] = {name: room_class(name) for name in ROOM_CLASSES}
OWNERS: dict[str, list[type]] = {
    EVERYWHERE: [CoachApp],
    LINES: [ROOMS[OBSERVE], ROOMS[READING]],
    FEEDBACK_LINES: [ROOMS[FEEDBACK]],
    ANSWER: [AskEntry],
    **{room: [owner] for room, owner in ROOMS.items()},
}
FIRST = {
    "today": ["Observe", "Open", "Done", "Snooze"],
    "observe": ["File", "End", "Undo", "Today"],
    "reading": ["Observe", "Back", "Feedback", "Share"],
    "search": ["Open", "Back"],
    "bells": ["New", "Change"],
    "leads": ["Open", "Add", "Edit", "Back"],
    "lead": ["Cycle", "1:1", "Observe", "Back"],
    "teams": ["Open", "Add", "Edit", "Back"],
    "team": ["Open", "Member", "Time", "Back"],
    "cycle": ["Edit", "Next", "Activity", "Back"],
    "step": ["Edit", "Agreed", "Practised", "Back"],
    "calendar": ["Add", "Take out", "Back"],
    "gate": ["Share", "Copy", "Save", "Back"],
    "seen": ["Next file", "Back"],
    "one-on-ones": ["Open"],
    "one-on-one": ["Discussed"],
    "blocks": ["Plan", "Kept"],
    "deadlines": ["Add", "Done"],
    "feedback": ["Lines", "Back", "Advice", "Why"],
    "feedback-list": ["Open", "New"],
    "conversations": ["Open", "Plan one", "Asked for help", "Back"],
    "conversation": ["Write", "Add", "Together", "Back"],
    "rehearse": ["Next", "Swap", "End", "Back"],
    "together": ["Next", "Before", "Side", "Leave"],
    "answer": ["Go on", "Leave it", "Choose"],
}
"""What the footer of each room begins with."""
SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
NOT_EVERYWHERE = {"ctrl+b", "ctrl+s", "ctrl+c", "f10", "f11"}
"""Keys that terminals or their windows often take for themselves."""
WITH_ALT = {f"alt+{letter}" for letter in "acdeghijklmnopqrstuvwxyz123456789"}
"""Escape and a letter or digit; Alt+B and Alt+F are the movements by words of many terminals."""


def keys_of(command: Command) -> set[str]:
    return {SAME_BYTE.get(key, key) for key in command.key.split(",") if key}


def test_every_command_can_be_done() -> None:
    for command in all_commands():
        action = {LINES: "line_", FEEDBACK_LINES: "evidence_"}.get(command.room, "") + command.action
        for owner in OWNERS[command.room]:
            assert callable(getattr(owner, f"action_{action}", None)), (command.id, owner)
        assert command.id.split(".")[0] == ("app" if command.room == EVERYWHERE else command.room), command.id
        assert command.meaning.endswith(".") and not command.name[0].islower(), command.id


def test_every_command_has_an_id_of_its_own() -> None:
    assert len({command.id for command in all_commands()}) == len(all_commands())


@pytest.mark.parametrize("room", [*ROOMS, LINES, FEEDBACK_LINES, ANSWER])
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


def test_every_key_is_one_that_terminals_send() -> None:
    known = {key.value for key in Keys}
    for command in all_commands():
        for key in keys_of(command):
            assert key in known or len(key) == 1 or key in WITH_ALT, (command.id, key)
            assert key not in NOT_EVERYWHERE, (command.id, key)


@pytest.mark.parametrize("room", [*ROOMS, ANSWER])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_footer_fits_and_begins_with_what_is_needed_most(room: str, width: int) -> None:
    of_room, everywhere = footer_parts(room, width)
    words = f" {'  '.join(f'{key} {name}' for key, name in (*of_room, *everywhere))}"
    assert cell_len(words) <= width
    names = [name for _, name in footer_parts(room, width)[1]]
    assert names[-1] == "Help" and (room == TODAY or everywhere[-2][0] == "Esc")
    ranked = [command.name for command in footer_commands(room, width)]
    first = FIRST[room]
    assert ranked[: len(first)] == first
    if room in (TODAY, OBSERVE):
        assert width < 80 or "Quit" in names
        frame = frame_of(room, columns=width)
        assert (frame.keys, frame.at_the_right) == (of_room, everywhere)


def test_places_in_the_footer_are_taken_once() -> None:
    for room in (*ROOMS, ANSWER):
        ranks = [command.rank for command in commands_of(room) if command.rank]
        assert len(ranks) == len(set(ranks))
