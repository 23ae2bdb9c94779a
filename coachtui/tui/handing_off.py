"""Handing a text to the person's own editor: the program steps back, and takes up what was saved once it is closed."""

import asyncio
import os
import shlex
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

from coachtui.reasons import reason_of
from coachtui.sharing.editing import given_back, lend, take_away
from coachtui.sharing.errors import SharingError
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.tui.app import CoachApp

_USUAL = ("nano", "pico", "notepad.exe")
"""What is taken where the person named none: editors that say on the screen how they are left."""
_MEANT_FOR_THE_EDITOR = ("SIGINT", "SIGQUIT")
NO_EDITOR = _("No editor is named. Set EDITOR to the one you use, as in EDITOR=nano, and open coachtui again.")
NOT_THERE = _("There is no editor '{}' on this computer. EDITOR, or VISUAL, names the one that is taken.")
NOT_HERE = _("An editor can't be opened from here. The text is safe.")
ITS_OWN_FILES = _(
    "Your editor may keep copies of its own, such as backups and swap files. The one it was lent is gone."
)
UNCHANGED = _(
    "Nothing was changed. An editor with a window of its own has to be told to wait, as in EDITOR='code --wait'."
)


class _Failed(Exception):
    """The editor did not do its work; `str()` of it is the sentence that says so."""


async def hand_off(app: "CoachApp", text: str, say: Callable[[str], object]) -> str | None:
    """Let the person edit a shareable text in their own editor; the new text, or None where nothing changed.

    What went wrong, and what is to be known, is told by `say`. Whatever happens, the file that was lent is gone afterwards.
    """
    place, home = app.workplace, app.workplace.places.home
    try:
        if not place.is_open or place.refusal is not None:  # the place for what is lent is that of the open notebook
            raise _Failed(NOT_HERE)
        command = editor_command()
        lent = await asyncio.to_thread(lend, home, text)
        try:
            code = await _edited(app, [*command, str(lent)])
            return _taken_up(app, lent, text, code, say)
        finally:
            take_away(home)
    except (_Failed, SharingError) as fault:
        say(str(fault))
        return None


def editor_command() -> list[str]:
    """The editor as it is started, without a shell: what VISUAL or EDITOR says, else one that is easy to leave."""
    named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not named:
        found = next((name for name in _USUAL if shutil.which(name)), None)
        if found is None:
            raise _Failed(NO_EDITOR)
        return [found]
    try:
        command = shlex.split(named, posix=sys.platform != "win32")
    except ValueError as fault:
        raise _Failed(NOT_THERE.format(named[:60])) from fault
    if not command or shutil.which(command[0]) is None:
        raise _Failed(NOT_THERE.format(named[:60]))
    return command


async def _edited(app: "CoachApp", command: list[str]) -> int:
    """Run the editor in the place of the program; the code that it ended with."""
    try:
        with app.suspend(), keys_for_another():
            process = await asyncio.create_subprocess_exec(*command, env=_environment())
            try:
                return await process.wait()
            except asyncio.CancelledError:
                with suppress(ProcessLookupError):
                    process.terminate()
                raise
    except SuspendNotSupported as fault:
        raise _Failed(NOT_HERE) from fault
    except OSError as fault:
        raise _Failed(
            _("The editor could not be started ({strerror}). The text is safe.").format(strerror=reason_of(fault))
        ) from fault


def _environment() -> dict[str, str]:
    """What the editor finds around it: all that the person set, and nothing that is only between them and coachtui."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COACHTUI")}


@contextmanager
def keys_for_another() -> Iterator[None]:
    """Ctrl+C reaches both, the editor and us: for us it means nothing as long as the editor is there."""
    numbers = [getattr(signal, name) for name in _MEANT_FOR_THE_EDITOR if hasattr(signal, name)]
    before: list[tuple[int, Any]] = [(number, signal.signal(number, _pass_over)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _pass_over(*__: object) -> None:
    """Do nothing; a handler, other than being ignored, is not handed on to the editor."""


def _taken_up(app: "CoachApp", lent: Path, text: str, code: int, say: Callable[[str], object]) -> str | None:
    """What was saved; said is whether the editor failed, and, once, what it may have kept."""
    saved = given_back(lent, text)
    if code != 0:
        how = (
            _("was ended by signal {code}").format(code=-code)
            if code < 0
            else _("ended with the code {code}").format(code=code)
        )
        if not saved:
            raise _Failed(_("The editor {how}, so nothing was changed. The text is safe.").format(how=how))
        say(_("The editor {how}. What it had saved was taken over; it can be undone.").format(how=how))
    elif saved is None:
        say(UNCHANGED)
    if not app.workplace.told_of_editors:
        app.workplace.told_of_editors = True
        say(ITS_OWN_FILES)
    return saved
