"""`coachtui import FILE`: takes in an export of coachtui's, the transcript of a meeting, or a calendar."""

import sys
from typing import TYPE_CHECKING

from coachtui.commandline import calendars
from coachtui.commandline.call import Call, Refused, file_called, open_notebook
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.safety import back_up_before_import
from coachtui.commandline.speech import count, say
from coachtui.model.observation import Observation
from coachtui.model.whole import Whole
from coachtui.sharing.calendar_reading import is_calendar
from coachtui.sharing.incoming import LARGEST_FILE, read_file, read_incoming_bytes

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook


def run(call: Call) -> int:
    """Take in what is new, all of it or nothing, after a backup; or with --dry-run only say what it would be."""
    content, name, source = _content(call)
    if is_calendar(content):
        return calendars.take_in(call, content, name)
    return _take_in_observations(call, content, name, source)


def _take_in_observations(call: Call, content: bytes, name: str, source: str) -> int:
    with telling_progress() as progress, open_notebook(call) as notebook:
        progress.begin("Reading the file")
        wholes = read_incoming_bytes(content, name, call.clock.zone(), call.clock.now().utc_ms, source)
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
        back_up_before_import(call, notebook)
        progress.begin("Taking in", sum(len(whole.lines) for whole in new))
        taken = notebook.observations.take_in_all(new, progress.count)
        progress.end()
        for added, whole in zip(taken, new, strict=True):
            say(f"Added {_in_words(whole, added)}.")
    return 0


def _content(call: Call) -> tuple[bytes, str, str]:
    """What is in the file, what the sentences call it, and where it is from. Raises SharingError."""
    if call.options.file == "-":
        return sys.stdin.buffer.read(LARGEST_FILE + 1), "Standard input", ""
    path = file_called(call.options.file)
    return read_file(path), f"'{path}'", path.name


def _see_that_no_line_is_known(notebook: "Notebook", wholes: list[Whole]) -> None:
    """Refuse lines with the id of one that the notebook has: taking them in would carry that one off."""
    from coachtui.store.checks_incoming import known_lines

    known = known_lines(notebook.file, [line.id for whole in wholes for line in whole.lines])
    if known:
        raise Refused(
            f"This file holds {count(len(known), 'line')} of another observation of this notebook. "
            "It was changed by hand, or comes from a notebook that was. Nothing was added."
        )


def _in_words(whole: Whole, observation: Observation) -> str:
    names = ", ".join(name for name in (observation.team, observation.lead) if name)
    return (
        f"{observation.ref} with {count(len(whole.lines), 'line')} ({names or observation.source or 'team not known'})"
    )
