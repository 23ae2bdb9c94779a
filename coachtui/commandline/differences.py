"""What going back to a backup would change, told before anything is done."""

from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call
from coachtui.commandline.speech import say_folded
from coachtui.model.calendar_words import weekday_day_year
from coachtui.model.timing import local_time
from coachtui.store.errors import NotebookBusy, NotebookError
from coachtui.store.file import FAULTS
from coachtui.wording import Noun, _, counted

if TYPE_CHECKING:
    from coachtui.store.differing import Counts, Difference, Lost
    from coachtui.store.key import Key

_CANT_READ = _(
    "  The present notebook can't be read, so what would be gone can't be told. "
    "'coachtui doctor --repair' takes out of it what is whole."
)
_NOUNS = {
    "observation": Noun("{n} observation", "{n} observations"),
    "line": Noun("{n} line", "{n} lines"),
    "feedback": Noun("{n} feedback", "{n} feedback"),
    "conversation": Noun("{n} conversation", "{n} conversations"),
    "cycle": Noun("{n} cycle", "{n} cycles"),
    "step": Noun("{n} step", "{n} steps"),
    "1:1": Noun("{n} 1:1", "{n} 1:1s"),
    "item of a 1:1": Noun("{n} item of a 1:1", "{n} items of 1:1s"),
    "entry of a record": Noun("{n} entry of a record", "{n} entries of records"),
    "share": Noun("{n} share", "{n} shares"),
    "lead": Noun("{n} lead", "{n} leads"),
    "team": Noun("{n} team", "{n} teams"),
    "other thing": Noun("{n} other thing", "{n} other things"),
    "half-typed text": Noun("{n} half-typed text", "{n} half-typed texts"),
}


def tell_what_differs(call: Call, backup: Path, key: "Key | None", copy_key: "Key | None") -> None:
    """Say what would be gone, what would come back and what would be as it was. Raises NotebookBusy.

    `key` is that of the present notebook, `copy_key` that of the backup; None for a plain one.
    """
    if not call.places.notebook.exists():
        return
    found = _compared(call, backup, key, copy_key)
    if found is None:
        say_folded(_CANT_READ, hanging=2)
        return
    for words, counts in (
        (_("Would be gone:"), found.gone),
        (_("Would come back:"), found.back),
        (_("Changed back:"), found.changed),
    ):
        if counts:
            say_folded(f"  {words:<17}{_in_words(counts)}", hanging=19)
    if not (found.gone or found.back or found.changed):
        say_folded(_("  Nothing that is written would change."))
    if found.newest:
        say_folded(_("  The newest that would be gone:"))
    for lost in found.newest:
        say_folded(f"    {_observation(lost)}")


def _compared(call: Call, backup: Path, key: "Key | None", copy_key: "Key | None") -> "Difference | None":
    """The difference; None where the present notebook can't be read."""
    from coachtui.store.differing import what_differs
    from coachtui.store.notebook import Notebook

    try:
        with Notebook.open(call.places, call.clock, key=key) as notebook:
            return what_differs(notebook.file.connection, backup, copy_key)
    except NotebookBusy:
        raise
    except (NotebookError, *FAULTS):
        return None


def _in_words(counts: "Counts") -> str:
    words = [_NOUNS[noun].of(number) for noun, number in counts.items()]
    return words[0] if len(words) == 1 else _("{words} and {word}").format(words=", ".join(words[:-1]), word=words[-1])


def _observation(lost: "Lost") -> str:
    began = local_time(lost.began_utc_ms, lost.zone)
    when = f"{weekday_day_year(began)}, {began.hour}:{began.minute:02d}"
    return f"{when}{f', {lost.team}' if lost.team else ''}: {counted(lost.lines, '{n} line', '{n} lines')} ({lost.ref})"
