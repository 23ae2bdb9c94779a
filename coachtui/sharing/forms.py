"""The forms of file that shared words are written out in, each from the same words."""

import re
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from shlex import quote

from coachtui.model.file_name import safe_stem
from coachtui.sharing.errors import SharingError
from coachtui.sharing.written_out import Written, readable, written_from
from coachtui.wording import _, _t

FORMS = ("docx", "pdf", "txt", "md")
"""By the ending of the file; the first one is offered first."""
_ENDING = re.compile(r"\.([A-Za-z][A-Za-z0-9]{1,4})$")
_NEEDED = {"docx": ("docx", "python-docx", _("A Word file")), "pdf": ("typst", "typst", _("A PDF"))}
"""The module that a form needs, the package that it is in, and how the form is called at the beginning of a sentence."""


def name_for(kind: str, recipient: str, day: date) -> str:
    """What a file of such words is called, without its ending."""
    return safe_stem(
        _("{replace} for {recipient}, {day}").format(
            replace=_t(kind).replace(":", "-").capitalize(), recipient=recipient, day=day
        )
    )


def why_not(form: str) -> str | None:
    """Why this form can't be written here, and how to mend it; None where it can."""
    module, package, name = _NEEDED.get(form, ("", "", ""))
    if not module or find_spec(module) is not None:
        return None
    install = f"{quote(sys.executable)} -m pip install {package}"
    return _(
        "{name} needs something that is not installed, so nothing was written. Plain text (txt) needs nothing. "
        "This installs it: {install}"
    ).format(name=name, install=install)


def as_bytes(words: str, recipient: str, day: date, form: str) -> bytes:
    """The words that are shared on this day, in this form. Raises SharingError where that can't be done here."""
    if form == "md":
        return f"{readable(words)}\n".encode()
    return written_as(written_from(words, recipient, day), form)


def written_as(written: Written, form: str) -> bytes:
    """What is to be written out, as a file of this form: docx, pdf or txt. Raises SharingError."""
    refusal = why_not(form)
    if refusal is not None:
        raise SharingError(refusal)
    if form == "docx":
        from coachtui.sharing.word_file import as_docx

        return as_docx(written)
    if form == "pdf":
        from coachtui.sharing.pdf_file import as_pdf

        return as_pdf(written)
    from coachtui.sharing.plain_file import as_plain

    return as_plain(written).encode()


def target_of(words: str) -> Path | str:
    """The file that was named, with an ending that says its form; else a sentence that says what to change.

    A name alone means the person's own folder.
    """
    try:
        target = Path(words).expanduser()
    except RuntimeError:
        return _("There is no folder '{partition}'. Name the file in full.").format(partition=words.partition("/")[0])
    if not target.is_absolute():
        target = Path.home() / target
    ending = _ENDING.search(target.name)
    form = ending[1].lower() if ending else next(form for form in FORMS if why_not(form) is None)
    if form not in FORMS:
        return _("A file can end in .docx, .pdf, .txt or .md. '.{form}' is none of these.").format(form=form[:20])
    return why_not(form) or (target if ending else target.with_name(f"{target.name}.{form}"))
