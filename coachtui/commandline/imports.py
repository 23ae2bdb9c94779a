"""`coachtui import FILE`: takes in an export of coachtui's, or the transcript of a meeting."""

import sys
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused, file_called, open_notebook
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.speech import count, say
from coachtui.model.observation import Observation
from coachtui.model.whole import Whole
from coachtui.sharing.incoming import LARGEST_FILE, read_incoming, read_incoming_bytes

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook


def run(call: Call) -> int:
    """Take in what is new, all of it or nothing, after a backup; or with --dry-run only say what it would be."""
    with telling_progress() as progress, open_notebook(call) as notebook:
        progress.begin("Reading the file")
        wholes = _read(call)
        new = [whole for whole in wholes if notebook.observations.find(whole.observation.id) is None]
        if not new:
            say("Nothing was added: everything in this file is in the notebook already.")
            return 0
        _see_that_no_line_is_known(notebook, new)
        if call.options.dry_run:
            for whole in new:
                say(f"Would add {_in_words(whole, whole.observation)}.")
            return 0
        progress.begin("Making a backup")
        _back_up(call, notebook)
        progress.begin("Taking in", sum(len(whole.lines) for whole in new))
        taken = notebook.observations.take_in_all(new, progress.count)
        progress.end()
        for added, whole in zip(taken, new, strict=True):
            say(f"Added {_in_words(whole, added)}.")
    return 0


def _read(call: Call) -> list[Whole]:
    """What the file holds. Raises SharingError."""
    zone, now_ms = call.clock.zone(), call.clock.now().utc_ms
    if call.options.file == "-":
        content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        return read_incoming_bytes(content, "Standard input", zone, now_ms)
    return read_incoming(file_called(call.options.file), zone, now_ms)


def _see_that_no_line_is_known(notebook: "Notebook", wholes: list[Whole]) -> None:
    """Refuse lines with the id of one that the notebook has: taking them in would carry that one off."""
    from coachtui.store.checks_incoming import known_lines

    known = known_lines(notebook.file, [line.id for whole in wholes for line in whole.lines])
    if known:
        raise Refused(
            f"This file holds {count(len(known), 'line')} of another observation of this notebook. "
            "It was changed by hand, or comes from a notebook that was. Nothing was added."
        )


def _back_up(call: Call, notebook: "Notebook") -> None:
    from coachtui.store.backup_rotation import rotate
    from coachtui.store.backups import back_up

    now = call.clock.now()
    back_up(notebook.file.connection, call.places.backups, now, "before-import")
    rotate(call.places.backups, now)


def _in_words(whole: Whole, observation: Observation) -> str:
    names = ", ".join(name for name in (observation.team, observation.lead) if name)
    return (
        f"{observation.ref} with {count(len(whole.lines), 'line')} ({names or observation.source or 'team not known'})"
    )
