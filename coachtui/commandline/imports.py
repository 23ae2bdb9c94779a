"""`coachtui import FILE`: takes in an export of coachtui's, the transcript of a meeting, a roster or a calendar."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.commandline import calendars, rosters
from coachtui.commandline.call import Call, Refused, WrongUsage, file_called, open_notebook
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.safety import TAKES_BACK, back_up_before_import
from coachtui.commandline.speech import say
from coachtui.commandline.whole_notebook import say_taken_over
from coachtui.model.observation import Observation
from coachtui.model.whole import Whole
from coachtui.sharing.calendar_reading import is_calendar
from coachtui.sharing.encrypted_archive import is_encrypted_archive
from coachtui.sharing.incoming import LARGEST_FILE, read_file, read_incoming_bytes
from coachtui.sharing.notebook_archive import is_notebook_archive
from coachtui.sharing.roster import is_roster
from coachtui.wording import _, _m, _t, counted

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

STANDARD_INPUT = _m("Standard input")
"""Where what is typed or piped in is from, as the notebook keeps it."""


def run(call: Call) -> int:
    """Take in what is new, all of it or nothing, after a backup; or take the last import back.

    With --dry-run only say what it would be. Raises WrongUsage.
    """
    if call.options.undo:
        return _take_back(call)
    if call.options.file is None:
        raise WrongUsage(_("FILE is missing. 'coachtui import --help' shows how."))
    if call.options.file != "-" and _is_of_a_notebook(file_called(call.options.file)):
        return say_taken_over(call, file_called(call.options.file))
    content, name, source = _content(call)
    if is_calendar(content):
        told = calendars.taken_in(call, content, name)
    elif is_roster(content, source):
        told = rosters.taken_in(call, content, name)
    else:
        told = _taken_in(call, content, name, source)
    for sentence in told:
        say(sentence)
    return 0


def _is_of_a_notebook(path: Path) -> bool:
    return is_notebook_archive(path) or is_encrypted_archive(path)


def _taken_in(call: Call, content: bytes, name: str, source: str) -> list[str]:
    """Do it, and what there is to say once it is done: whoever stops that stops no import."""
    with telling_progress() as progress, open_notebook(call) as notebook:
        progress.begin(_("Reading the file"))
        wholes = read_incoming_bytes(content, name, call.clock.zone(), call.clock.now().utc_ms, source)
        new = [whole for whole in wholes if notebook.observations.find(whole.observation.id) is None]
        if not new:
            return [_("Nothing was added: everything in this file is in the notebook already.")]
        _see_that_no_line_is_known(notebook, new)
        if call.options.dry_run:
            return [_("Would add {in_words}.").format(in_words=_in_words(whole.observation)) for whole in new]
        progress.begin(_("Making a backup"))
        back_up_before_import(call, notebook)
        progress.begin(_("Taking in"), sum(len(whole.lines) for whole in new))
        taken = notebook.observations.take_in_all(new, progress.count)
    return [*(_("Added {in_words}.").format(in_words=_in_words(added)) for added in taken), TAKES_BACK]


def _take_back(call: Call) -> int:
    if call.options.file is not None or call.options.dry_run:
        raise WrongUsage(_("--undo stands alone: it takes the last import back. 'coachtui import --help' shows how."))
    with open_notebook(call) as notebook:
        gone = notebook.imports.take_back()
    for observation in gone.observations:
        say(_("Took back {in_words}.").format(in_words=_in_words(observation)))
    if gone.people:
        say(
            _("Took back {number} that nothing else names.").format(
                number=counted(gone.people, "{n} team or lead", "{n} teams and leads")
            )
        )
    if not gone.observations:
        say(
            _("Took back: {what}. Who and what came with it is gone, what it changed is as it was.").format(
                what=_t(gone.what)
            )
        )
    return 0


def _content(call: Call) -> tuple[bytes, str, str]:
    """What is in the file, what the sentences call it, and where it is from. Raises SharingError."""
    if call.options.file == "-":
        return sys.stdin.buffer.read(LARGEST_FILE + 1), _t(STANDARD_INPUT), STANDARD_INPUT
    path = file_called(call.options.file)
    return read_file(path), f"'{path}'", path.name


def _see_that_no_line_is_known(notebook: "Notebook", wholes: list[Whole]) -> None:
    """Refuse lines with the id of one that the notebook has: taking them in would carry that one off."""
    from coachtui.store.checks_incoming import known_lines

    known = known_lines(notebook.file, [line.id for whole in wholes for line in whole.lines])
    if known:
        raise Refused(
            _(
                "This file holds {number} of another observation of this notebook. "
                "It was changed by hand, or comes from a notebook that was. Nothing was added."
            ).format(number=counted(len(known), "{n} line", "{n} lines"))
        )


def _in_words(observation: Observation) -> str:
    names = ", ".join(name for name in (observation.team, observation.lead) if name)
    return _("{ref} with {number} ({names})").format(
        ref=observation.ref,
        number=counted(observation.lines, "{n} line", "{n} lines"),
        names=names or _t(observation.source or "") or _("team not known"),
    )
