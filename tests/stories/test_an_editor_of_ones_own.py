"""A story: a text is handed to the person's own editor, on a real terminal; whatever the editor does, no file of it stays."""

from ast import literal_eval
from pathlib import Path

import pytest

from tests.support.terminal import Terminal, restored
from tests.support.with_editor import TEXT, program_with_editor

SAYS_WHERE = """#!/bin/sh
trap '' INT
for last; do :; done
printf '%s\\n' "$last" > "$NOTES/where"
stat -c '%a' "$last" "$(dirname "$last")" > "$NOTES/modes"
cat "$last" > "$NOTES/lent"
env > "$NOTES/environment"
echo "swap" > "$(dirname "$last")/.feedback.txt.swp"
"""


class Editing:
    """A person with an editor that is a small script, and the program on a terminal."""

    def __init__(self, folder: Path) -> None:
        self.notes, self.home, self.memory = folder / "notes", folder / "home", folder / "memory"
        self.notes.mkdir()
        self.memory.mkdir(mode=0o700)
        self.editor = folder / "my editor"

    def terminal(self, script: str, **more: str) -> Terminal:
        """The program, with an editor that does this once it has said where its file is."""
        self.editor.write_text(SAYS_WHERE + script)
        self.editor.chmod(0o755)
        given = {"EDITOR": f"'{self.editor}' -w", "NOTES": str(self.notes), "XDG_RUNTIME_DIR": str(self.memory), **more}
        terminal = Terminal(program_with_editor(self.home), env=given)
        terminal.wait_for("team not named yet")
        terminal.type("four of nine\r")
        terminal.wait_for("all saved")
        return terminal

    def came(self) -> str | None:
        """What came back, once it did."""
        words: str | None = literal_eval((self.home.with_name("came.txt")).read_text("utf-8"))
        return words

    def left(self) -> list[Path]:
        """Whatever lies about of it."""
        return [*self.memory.iterdir(), *self.home.glob("editing*")]


@pytest.fixture
def editing(tmp_path: Path) -> Editing:
    """A person with an editor."""
    return Editing(tmp_path)


def test_what_the_editor_saved_is_taken_up_and_the_program_goes_on(editing: Editing) -> None:
    script = "echo IN THE EDITOR; read go; printf 'And a\\033[31m step.\\n' >> \"$last\"\n"
    with editing.terminal(script, COACHTUI_UNUSED="1") as terminal:
        terminal.press("f10")
        terminal.wait_for("IN THE EDITOR")
        terminal.send(b"\x03")
        terminal.wait_quiet()
        terminal.type("go\r")
        terminal.wait_for("Your editor may keep")
        terminal.type("six of nine\r")
        terminal.wait_for("six of nine")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert restored(terminal.raw) and terminal.termios() == terminal.termios_before
    assert editing.came() == f"{TEXT}And a[31m step."
    where = Path((editing.notes / "where").read_text().strip())
    assert where.is_relative_to(editing.memory) and (editing.notes / "modes").read_text().split() == ["600", "700"]
    assert (editing.notes / "lent").read_text("utf-8") == TEXT
    told = (editing.notes / "environment").read_text("utf-8")
    assert f"NOTES={editing.notes}" in told and "COACHTUI" not in told
    assert editing.left() == []


def test_an_editor_that_fails_is_told_and_leaves_nothing(editing: Editing) -> None:
    with editing.terminal("exit 7\n", XDG_RUNTIME_DIR="") as terminal:
        terminal.press("f10")
        terminal.wait_for("The editor ended with the code 7")
        assert editing.came() is None and editing.left() == []
    assert Path((editing.notes / "where").read_text().strip()).is_relative_to(editing.home)


def test_killed_with_the_editor_open_the_text_is_gone_at_the_next_start(editing: Editing) -> None:
    with editing.terminal("echo IN THE EDITOR; read go\n") as terminal:
        terminal.press("f10")
        terminal.wait_for("IN THE EDITOR")
        terminal.kill()
        terminal.wait_exit()
    assert [path.name for folder in editing.left() for path in folder.iterdir()] != []
    with editing.terminal("") as terminal:
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    assert editing.left() == []
