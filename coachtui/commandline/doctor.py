"""`coachtui doctor`: is everything sound? says what is not, and what to do."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.speech import complain, count, say, say_json

if TYPE_CHECKING:
    from coachtui.store.checks import Check
    from coachtui.store.key import Key


def run(call: Call) -> int:
    """Print every check as it is done; 1 when something is not well."""
    from coachtui.store.doctor import examine

    if call.options.rebuild:
        _rebuild(call)
    checks: list[Check] = []
    for check in examine(call.places, call.clock, _key(call)):
        checks.append(check)
        if not call.as_json:
            _tell(check)
    well = all(check.ok for check in checks)
    if call.as_json:
        say_json({"ok": well, "checks": [asdict(check) for check in checks]})
    else:
        faults = sum(not check.ok for check in checks)
        say("Everything is sound." if well else f"{count(faults, 'thing')} to look at, marked LOOK.")
    return 0 if well else 1


def _key(call: Call) -> "Key | None":
    """The key of a locked notebook; None where it takes none. Raises Refused."""
    from coachtui.commandline.passphrase import key_of_notebook
    from coachtui.store.connecting import see_that_it_is_installed
    from coachtui.store.seal import is_locked

    if not is_locked(call.places):
        return None
    see_that_it_is_installed()
    return key_of_notebook(call.places)


def _tell(check: "Check") -> None:
    say(f"{'fine' if check.ok else 'LOOK'}  {check.name}: {check.detail}")
    if check.remedy:
        say(f"      {check.remedy}")


def _rebuild(call: Call) -> None:
    """Make the tables anew, after a backup. Raises a NotebookError."""
    from coachtui.store.backups import back_up
    from coachtui.store.doctor import rebuild

    with open_notebook(call) as notebook:
        back_up(notebook.file.connection, call.places.backups, call.clock.now(), "before-rebuild")
        complain(f"The tables and the search index were made anew from {count(rebuild(notebook), 'event')}.")
