"""`coachtui export REF`: an observation as a file, or the words of something that was shared."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused, WrongUsage, open_notebook
from coachtui.commandline.delivering import PAGES, deliver
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.refs import observation_called
from coachtui.commandline.shared_words import shared_called
from coachtui.commandline.speech import complain
from coachtui.commandline.usage import FORMS
from coachtui.commandline.whole_notebook import whole_notebook
from coachtui.model.line import Kind
from coachtui.model.whole import Whole
from coachtui.sharing.archive import as_archive, as_archive_of_several
from coachtui.sharing.text import as_text, private_text, so_many
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_BOM = "\ufeff"  # by which a spreadsheet knows that the file is UTF-8
_NOT_LOCKED = _("The notebook is locked, what you export of it is not: who has that file can read it.")
_HOW = _("'coachtui export --help' shows how.")


def run(call: Call) -> int:
    """Write one thing, or all observations, into a file or to standard output; or the whole notebook into an archive."""
    if call.options.all:
        return whole_notebook(call)
    if call.options.encrypt or call.options.unencrypted:
        raise WrongUsage(_("--encrypt and --unencrypted go with --all. {how}").format(how=_HOW))
    if not call.options.ref:
        raise WrongUsage(_("REF is missing, or --all. {how}").format(how=_HOW))
    form = _form(call.options.to, None if call.options.output == "-" else call.options.output)
    everything = call.options.ref.lower() == "all"
    if everything and form != "json":
        raise WrongUsage(_("'all' can only be exported to json. {how}").format(how=_HOW))
    if call.options.bom and form != "csv":
        raise WrongUsage(_("--bom is only for csv. {how}").format(how=_HOW))
    with telling_progress(_("Stopped. Nothing was written.")) as progress:
        progress.begin_soon(_("Writing it out"))
        _write(call, form, everything=everything)
    return 0


def _write(call: Call, form: str, *, everything: bool) -> None:
    """Write one thing, or all observations."""
    with open_notebook(call) as notebook:
        shared = shared_called(notebook, call.options.ref, call.clock.today())
        wholes = [] if shared else _wholes(notebook, call.options.ref)
        if notebook.file.key is not None:
            complain(_NOT_LOCKED)
    if shared is not None:
        deliver(call.options, shared.as_form(form), form, shared.name, shared.told)
        return
    leaving = [whole.shareable() for whole in wholes] if call.options.shareable else wholes
    content = as_archive_of_several(leaving) if everything else _written(leaving[0], form, bom=call.options.bom)
    deliver(
        call.options,
        content,
        form,
        _("Observation {ref}").format(ref=leaving[0].observation.ref),
        private_text(*leaving),
    )
    if call.options.shareable:
        complain(_left_out(wholes, leaving))


def _wholes(notebook: "Notebook", ref: str) -> list[Whole]:
    return _all(notebook) if ref.lower() == "all" else [notebook.whole(observation_called(notebook, ref))]


def _written(whole: Whole, form: str, *, bom: bool) -> bytes:
    """The observation in this form."""
    from coachtui.sharing.captions import as_vtt
    from coachtui.sharing.markdown import as_markdown
    from coachtui.sharing.table import as_csv

    if form == "json":
        return as_archive(whole)
    if form in PAGES:
        from coachtui.sharing.forms import written_as
        from coachtui.sharing.whole_page import as_page

        return written_as(as_page(whole), form)
    text = {"txt": as_text, "md": as_markdown, "csv": as_csv, "vtt": as_vtt}[form](whole)
    return (_BOM + text if bom else text).encode()


def _left_out(wholes: list[Whole], leaving: list[Whole]) -> str:
    """What is not in what leaves, in a sentence."""
    counts = Counter(line.kind for whole in wholes for line in whole.lines)
    counts.subtract(line.kind for whole in leaving for line in whole.lines)
    words = ", ".join(so_many(counts[kind], kind) for kind in Kind if counts[kind])
    return _("Left out, because only shareable evidence was asked for: {words}.").format(words=words or _("no line"))


def _form(asked: str | None, output: str | None) -> str:
    """The form that was asked for, or that the file's name tells. Raises WrongUsage."""
    form = asked.lower() if asked is not None else Path(output or "").suffix.lower().removeprefix(".") or "txt"
    if form in FORMS:
        return form
    if asked is None:
        raise WrongUsage(_("Say which form with --to: {forms}. {how}").format(forms=", ".join(FORMS), how=_HOW))
    raise WrongUsage(
        _("There is no form '{asked}'; there are {forms}. {how}").format(
            asked=asked[:60], forms=", ".join(FORMS), how=_HOW
        )
    )


def _all(notebook: "Notebook") -> list[Whole]:
    """Every observation, oldest first. Raises Refused where there is none."""
    wholes = [notebook.whole(observation) for observation in reversed(notebook.observations.all())]
    if not wholes:
        raise Refused(_("There is no observation in this notebook yet, so nothing was exported."))
    return wholes
