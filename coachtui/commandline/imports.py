"""`coachtui import FILE`: takes in an export of coachtui's, or the transcript of a meeting."""

import sys
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused, WrongUsage, file_called, open_notebook
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.speech import count, say
from coachtui.model.observation import Observation
from coachtui.model.whole import Whole
from coachtui.sharing.incoming import LARGEST_FILE, read_incoming, read_incoming_bytes

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook


def run(call: Call) -> int:
    """Take in what is new, all of it or nothing, after a backup; or take the last import back.

    With --dry-run only say what it would be. Raises WrongUsage.
    """
    if call.options.undo:
        return _take_back(call)
    if call.options.file is None:
        raise WrongUsage("FILE is missing. 'coachtui import --help' shows how.")
    for sentence in _taken_in(call):
        say(sentence)
    return 0


def _taken_in(call: Call) -> list[str]:
    """Do it, and what there is to say once it is done: whoever stops that stops no import."""
    with telling_progress() as progress, open_notebook(call) as notebook:
        progress.begin("Reading the file")
        wholes = _read(call)
        new = [whole for whole in wholes if notebook.observations.find(whole.observation.id) is None]
        if not new:
            return ["Nothing was added: everything in this file is in the notebook already."]
        _see_that_no_line_is_known(notebook, new)
        if call.options.dry_run:
            return [f"Would add {_in_words(whole.observation)}." for whole in new]
        progress.begin("Making a backup")
        _back_up(call, notebook)
        progress.begin("Taking in", sum(len(whole.lines) for whole in new))
        taken = notebook.observations.take_in_all(new, progress.count)
    return [*(f"Added {_in_words(added)}." for added in taken), "'coachtui import --undo' takes it back."]


def _take_back(call: Call) -> int:
    if call.options.file is not None or call.options.dry_run:
        raise WrongUsage("--undo stands alone: it takes the last import back. 'coachtui import --help' shows how.")
    with open_notebook(call) as notebook:
        gone = notebook.imports.take_back()
    for observation in gone.observations:
        say(f"Took back {_in_words(observation)}.")
    if gone.people:
        say(f"Took back {count(gone.people, 'team or lead', 'teams and leads')} that nothing else names.")
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


def _in_words(observation: Observation) -> str:
    names = ", ".join(name for name in (observation.team, observation.lead) if name)
    return (
        f"{observation.ref} with {count(observation.lines, 'line')} ({names or observation.source or 'team not known'})"
    )
