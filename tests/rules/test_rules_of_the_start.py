"""Rules of the start: what takes long to import, and few rooms need, is not imported before the first key."""

import subprocess
import sys

from tests.support.terminal import ROOT

_OPENS = "import sys, coachtui.tui.early, coachtui.tui.launch, coachtui.tui.app{rooms}; print(*sys.modules)"
_LATE = frozenset({
    "textual.widgets._text_area", "coachtui.tui.keymap_file", "coachtui.tui.names", "coachtui.store.notebook",
    "coachtui.library", "pydantic", "sqlite_utils", "sqlcipher3", "nacl", "cryptography", "keyring", "pyrage", "icalendar",
    "dateutil", "docx", "typst", "spellchecker", "rich.progress",
})  # fmt: skip


_OF_TODAY = frozenset({"coachtui.model.day_facts", "coachtui.model.bell", "coachtui.model.cycle"})
"""What Today derives its cards from."""


def imported(*rooms: str) -> set[str]:
    """What is imported once the first of these rooms could be shown."""
    named = "".join(f", coachtui.tui.rooms.{room}" for room in rooms)
    done = subprocess.run(
        [sys.executable, "-c", _OPENS.format(rooms=named)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_nothing_that_takes_long_is_imported_before_the_first_key() -> None:
    assert imported("today", "observe") & _LATE == set()


def test_a_meeting_does_not_wait_for_what_today_needs() -> None:
    assert imported("observe") & _OF_TODAY == set()


def test_what_takes_long_would_be_found() -> None:
    assert imported("feedback") & _LATE == {"textual.widgets._text_area"}
    assert imported("today") & _OF_TODAY == _OF_TODAY
