"""`coachtui move FOLDER`: takes the notebook, with all that belongs to it, to another folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused, file_called
from coachtui.commandline.passphrase import key_where_locked
from coachtui.commandline.speech import say_folded
from coachtui.home import close_to_others, insist, insisted_on, told_wrong, what_is_wrong
from coachtui.model.synced import told_service
from coachtui.places import Places, prepare
from coachtui.surroundings import service_of
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.moving import Moved


def run(call: Call) -> int:
    """Move the home and say where everything is. Raises Refused or a NotebookError."""
    from coachtui.store.moving import move

    source = call.places
    if not source.home.is_dir():
        raise Refused(_("There is no notebook in '{home}' to be moved. Nothing was changed.").format(home=source.home))
    target = Places(file_called(call.options.folder).absolute())
    was_there = target.home.exists()
    prepare(target)
    try:
        _see_that_it_is_fit(call, target)
        moved = move(source, target, call.clock, key_where_locked(source))
    except BaseException:
        _leave_nothing(target, was_there=was_there)
        raise
    _tell(moved, source)
    return 0


def _tell(moved: "Moved", source: Places) -> None:
    """Say where everything is now, and what to do with the old one."""
    say_folded(
        _("The notebook, its settings, record and backups are in '{home}' now, and were read back there.").format(
            home=moved.home
        )
    )
    say_folded(
        _("It is opened there from now on, also where the old folder '{home}' is the usual one or is named.").format(
            home=source.home
        )
    )
    say_folded(
        _("The old one is set aside as '{aside}'. Delete that once you have seen that everything is there.").format(
            aside=moved.aside
        )
    )
    if service := service_of(source.home):
        say_folded(
            _(
                "Until you do, {service} goes on copying it; what it copied before may be in its bin, or with others."
            ).format(service=told_service(service))
        )


def _see_that_it_is_fit(call: Call, target: Places) -> None:
    """Refuse a folder that would be refused afterwards. Raises Refused."""
    if call.options.anyway:
        insist(target)
    close_to_others(target)
    if set(wrong := what_is_wrong(target)) - insisted_on(target):
        raise Refused(
            _(
                "'{home}' is no place for a notebook: {wrong}. Nothing was changed. "
                "Choose a folder on this computer that is yours alone; one that is not there yet is made."
            ).format(home=target.home, wrong=told_wrong(wrong[0]))
        )


def _leave_nothing(target: Places, *, was_there: bool) -> None:
    """Take away the folder that was made for a move that was refused, if nothing is in it."""
    folder: Path = target.home
    if not was_there and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
