"""`coachtui export REF`: an observation as a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused, WrongUsage, file_called, open_notebook
from coachtui.commandline.refs import observation_called
from coachtui.commandline.speech import complain, say_bytes
from coachtui.commandline.usage import FORMS
from coachtui.model.observation import Observation
from coachtui.sharing.archive import as_archive, as_archive_of_several
from coachtui.sharing.text import as_text, private_text
from coachtui.sharing.whole import Whole

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_HOW = "'coachtui export --help' shows how."


def run(call: Call) -> int:
    """Write one observation, or all of them, into a file or to standard output."""
    output: str | None = None if call.options.output == "-" else call.options.output
    form = _form(call.options.to, output)
    everything = call.options.ref.lower() == "all"
    if everything and form != "json":
        raise WrongUsage(f"'all' can only be exported to json. {_HOW}")
    with open_notebook(call) as notebook:
        wholes = _all(notebook) if everything else [_whole(notebook, observation_called(notebook, call.options.ref))]
    if form == "txt":
        content = as_text(wholes[0].observation, wholes[0].lines, wholes[0].gaps).encode()
    else:
        content = as_archive_of_several(wholes) if everything else as_archive(wholes[0])
    _deliver(content, output, wholes, replace=call.options.force)
    return 0


def _form(asked: str | None, output: str | None) -> str:
    """The form that was asked for, or that the file's name tells. Raises WrongUsage."""
    form = asked.lower() if asked is not None else Path(output or "").suffix.lower().removeprefix(".") or "txt"
    if form in FORMS:
        return form
    if asked is None:
        raise WrongUsage(f"Say which form with --to: {' or '.join(FORMS)}. {_HOW}")
    raise WrongUsage(f"There is no form '{asked[:60]}' yet; there are {' and '.join(FORMS)}. {_HOW}")


def _all(notebook: "Notebook") -> list[Whole]:
    """Every observation, oldest first. Raises Refused where there is none."""
    wholes = [_whole(notebook, observation) for observation in reversed(notebook.observations.all())]
    if not wholes:
        raise Refused("There is no observation in this notebook yet, so nothing was exported.")
    return wholes


def _whole(notebook: "Notebook", observation: Observation) -> Whole:
    return Whole(
        observation,
        notebook.lines.of(observation.id),
        notebook.observations.gaps(observation.id),
        notebook.drafts.get(observation.id),
    )


def _deliver(content: bytes, output: str | None, wholes: list[Whole], *, replace: bool) -> None:
    if output is None:
        say_bytes(content)
        return
    from coachtui.sharing.outgoing import write_out

    target = file_called(output)
    write_out(target, content, replace=replace)
    words = f"Written: '{target}'."
    private = private_text(line for whole in wholes for line in whole.lines)
    complain(f"{words} {private}" if private else words)
