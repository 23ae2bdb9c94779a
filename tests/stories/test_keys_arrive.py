"""Every key of both presets arrives: as each terminal sends it, and through tmux and screen."""

import shutil
import sys
import time
from pathlib import Path

import pytest
from textual import events

from coachtui.tui.commands import Keymap, all_commands
from coachtui.tui.guarded_driver import GuardedParser
from coachtui.tui.presets import PRESETS
from coachtui.tui.spelled_keys import parts_of
from coachtui.tui.terminal_input import InputSplitter, Keys, told_apart
from tests.support.keys import bytes_of
from tests.support.terminal import Terminal

PRESSED = sorted(
    {
        key
        for preset in PRESETS.values()
        for command in map(Keymap(preset).of, all_commands())
        for chord in parts_of(command.key)
        for key in chord.split()
    }
)
"""Each key that has to be pressed for anything; of two that follow each other, both."""
FORMS: dict[str, dict[str, bytes]] = {
    "xterm": {"home": b"\x1bOH", "end": b"\x1bOF", "up": b"\x1bOA", "down": b"\x1bOB", "right": b"\x1bOC", "left": b"\x1bOD"},
    "Terminal.app": {"home": b"\x1b[H", "end": b"\x1b[F", "f1": b"\x1bOP", "f5": b"\x1b[15~"},
    "Windows Terminal": {"home": b"\x1b[H", "end": b"\x1b[F", "shift+up": b"\x1b[1;2A", "delete": b"\x1b[3~"},
    "linux console": {
        "home": b"\x1b[1~", "end": b"\x1b[4~", "f1": b"\x1b[[A", "f2": b"\x1b[[B", "f3": b"\x1b[[C", "f4": b"\x1b[[D",
        "f5": b"\x1b[[E",
    },
}  # fmt: skip
"""How terminals send keys, where they differ from what most do; CSI u and modifyOtherKeys are off."""
NAMES = {" ": "space", "/": "slash", "+": "plus"}
SAME = {"ctrl+j": "enter"}


def name_of(key: str) -> str:
    """What a key is called once it has arrived."""
    return NAMES.get(key, key)


def heard(data: bytes) -> list[str]:
    """The keys that the program hears when these bytes come, and then a moment of quiet."""
    splitter, parser = InputSplitter(), GuardedParser()
    found: list[str] = []
    for piece in [*splitter.feed(data), *splitter.give_up()]:
        assert isinstance(piece, Keys)
        found += [event.key for event in parser.feed(told_apart(piece.text)) if isinstance(event, events.Key)]
    return found


@pytest.mark.parametrize("terminal", FORMS)
def test_every_key_arrives_as_this_terminal_sends_it(terminal: str) -> None:
    for key in PRESSED:
        data = FORMS[terminal].get(key) or bytes_of(key)
        assert [SAME.get(each, each) for each in heard(data)] in ([SAME.get(key, key)], [name_of(key)]), (key, data)


@pytest.mark.parametrize("program", ["tmux", "screen"])
def test_every_key_arrives_through(program: str, tmp_path: Path) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed (apt install {program})")
    told = tmp_path / "told"
    inside = [sys.executable, "-m", "tests.support.told_keys", str(told)]
    started = {
        "tmux": ["tmux", "-S", str(tmp_path / "s"), "-f", "/dev/null", "new-session", *inside],
        "screen": ["screen", "-c", "/dev/null", *inside],
    }[program]
    pressed = [key for key in PRESSED if key not in ("escape", "ctrl+q", "ctrl+j")]
    with Terminal(started, env={"SCREENDIR": str(_private(tmp_path / "sockets"))}) as terminal:
        _until(told.exists)
        for number, key in enumerate(pressed, 1):
            terminal.press(key)
            _until(lambda count=number: len(told.read_text().splitlines()) >= count, f"{key} did not arrive")
        terminal.press("escape")
        _until(lambda: told.read_text().endswith("escape\n"), f"escape did not arrive: {told.read_text()[-90:]!r}")
        terminal.press("ctrl+q")
        terminal.wait_exit()
    arrived = told.read_text().splitlines()
    assert arrived == [*map(name_of, pressed), "escape", "ctrl+q"]


def _private(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder


def _until(is_so: object, complaint: str = "it did not start") -> None:
    deadline = time.monotonic() + 15
    while not is_so():  # type: ignore[operator]
        assert time.monotonic() < deadline, complaint
        time.sleep(0.01)
