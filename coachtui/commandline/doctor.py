"""`coachtui doctor`: is everything sound? says what is not, and what to do; mends what can be mended safely."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, open_notebook
from coachtui.commandline.speech import complain, say, say_folded, say_json
from coachtui.wording import _, _t, counted

if TYPE_CHECKING:
    from coachtui.store.checks import Check
    from coachtui.store.key import Key


def run(call: Call) -> int:
    """Print every check as it is done; 1 when something is not well."""
    from coachtui.commandline.passphrase import key_where_locked
    from coachtui.store.doctor import examine

    key = key_where_locked(call.places)
    if call.options.repair:
        _repair(call, key)
    elif call.options.rebuild:
        _rebuild(call)
    checks: list[Check] = []
    for check in examine(call.places, call.clock, key):
        checks.append(check)
        if not call.as_json:
            _tell(check)
    well = all(check.ok for check in checks)
    if call.as_json:
        say_json({"ok": well, "checks": [asdict(check) for check in checks]})
    else:
        faults = sum(not check.ok for check in checks)
        say(
            _("Everything is sound.")
            if well
            else _("{number} to look at, marked LOOK.").format(number=counted(faults, "{n} thing", "{n} things"))
        )
    return 0 if well else 1


def _tell(check: "Check") -> None:
    marks = _("fine"), _("LOOK")
    width = max(map(len, marks))
    say_folded(f"{marks[not check.ok]:<{width}}  {_t(check.name)}: {check.detail}", hanging=width + 2)
    if check.remedy:
        say_folded(f"{'':{width}}  {check.remedy}", hanging=width + 2)


def _repair(call: Call, key: "Key | None") -> None:
    """Mend what can be mended, and say what was done; what can't be is looked at after it. Raises NotebookBusy."""
    from coachtui.sharing.editing import take_away
    from coachtui.store.errors import NotebookBusy, NotebookError
    from coachtui.store.repairing import repair

    if not call.places.home.is_dir():
        return
    done = 0
    try:
        for sentence in repair(call.places, call.clock, key):
            complain(sentence)
            done += 1
    except NotebookBusy:
        raise
    except NotebookError as fault:
        complain(str(fault))
        return
    take_away(call.places.home)
    if not done:
        complain(_("There was nothing to repair."))


def _rebuild(call: Call) -> None:
    """Make the tables anew, after a backup. Raises a NotebookError."""
    from coachtui.store.backups import back_up
    from coachtui.store.doctor import rebuild

    with open_notebook(call) as notebook:
        back_up(notebook.file.connection, call.places.backups, call.clock.now(), "before-rebuild")
        complain(
            _("The tables and the search index were made anew from {number}.").format(
                number=counted(rebuild(notebook), "{n} event", "{n} events")
            )
        )
