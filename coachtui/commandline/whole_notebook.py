"""A whole notebook as one archive: `coachtui export --all`, and `coachtui import` of what that wrote."""

from pathlib import Path

from coachtui.commandline.call import Call, WrongUsage, file_called, open_notebook
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.speech import complain, count, say
from coachtui.sharing.notebook_archive import as_notebook_archive, read_notebook_archive
from coachtui.sharing.outgoing import write_out
from coachtui.store.events import utc_text

_KEPT = (
    "It holds everything, also what is yours alone and what is in confidence, and it is not encrypted: "
    "keep it where only you can read it."
)


def whole_notebook(call: Call) -> int:
    """Write all of it into one archive."""
    if call.options.ref or call.options.to or call.options.shareable or call.options.bom:
        raise WrongUsage(
            "--all stands alone, with -o FILE: it is the whole notebook. 'coachtui export --help' shows how."
        )
    made_at = utc_text(call.clock.now().utc_ms)
    target = file_called(call.options.output or f"coachtui-{made_at[:10]}.zip")
    with telling_progress("Stopped. Nothing was written.") as progress:
        progress.begin_soon("Reading the notebook")
        with open_notebook(call) as notebook:
            content = as_notebook_archive(notebook.carrying.parts(), notebook.carrying.shape, made_at)
        progress.begin_soon("Writing the archive")
        write_out(target, content, replace=call.options.force)
    complain(f"Written: '{target}'. {_KEPT}")
    return 0


def taken_over(call: Call, path: Path) -> list[str]:
    """Make an empty notebook the one that an archive is of; what there is to say then."""
    with telling_progress() as progress:
        progress.begin_soon("Reading the archive")
        contents = read_notebook_archive(path)
    events = count(len(contents.rows["events"]), "event")
    if call.options.dry_run:
        return [f"Would take over a whole notebook: {events}. Nothing was changed."]
    with telling_progress() as progress, open_notebook(call) as notebook:
        progress.begin_soon("Taking over")
        notebook.carrying.take_over(contents.rows, contents.shape)
    return [f"Took over a whole notebook: {events}. 'coachtui doctor' says whether all of it is sound."]


def say_taken_over(call: Call, path: Path) -> int:
    """Take it over, and say so."""
    for sentence in taken_over(call, path):
        say(sentence)
    return 0
