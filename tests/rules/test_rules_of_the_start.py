"""Rules of the start: what takes long to import, and few rooms need, is not imported before the first key."""

import subprocess
import sys

from tests.support.terminal import ROOT

_OPENS = (
    "import sys, coachtui.tui.early, coachtui.tui.launch, coachtui.tui.app, coachtui.tui.rooms.today, "
    "coachtui.tui.rooms.observe{more}; print(*sys.modules)"
)
_LATE = frozenset({
    "textual.widgets._text_area", "coachtui.tui.keymap_file", "coachtui.tui.names", "coachtui.store.notebook",
    "coachtui.library", "pydantic", "sqlite_utils", "sqlcipher3", "nacl", "cryptography", "keyring", "pyrage", "icalendar",
    "dateutil", "docx", "typst", "spellchecker", "rich.progress",
})  # fmt: skip


def imported(more: str = "") -> set[str]:
    """What is imported once the first room could be shown."""
    command = [sys.executable, "-c", _OPENS.format(more=more)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_nothing_that_takes_long_is_imported_before_the_first_key() -> None:
    assert imported() & _LATE == set()


def test_what_takes_long_would_be_found() -> None:
    assert imported(", coachtui.tui.rooms.feedback") & _LATE == {"textual.widgets._text_area"}
