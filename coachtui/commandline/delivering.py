"""Where an export goes: into the file that was named, to standard output, or, for a page, into a file with a name of its own."""

import sys
from argparse import Namespace
from pathlib import Path

from coachtui.commandline.call import WrongUsage, file_called
from coachtui.commandline.speech import complain, say_bytes
from coachtui.wording import _

PAGES = ("docx", "pdf")
"""The forms that are no text: a terminal can't show them."""


def deliver(options: Namespace, content: bytes, form: str, name: str, told: str) -> None:
    """Write what is exported; `name` is what a page is called that nobody named, `told` is said behind where it is.

    Raises WrongUsage, or SharingError; then nothing was written.
    """
    from coachtui.sharing.outgoing import make_ready, write_out

    if options.output not in (None, "-"):
        path = file_called(options.output)
        write_out(path, content, replace=options.force)
    elif form not in PAGES:
        say_bytes(content)
        return
    elif options.output is None:
        path = make_ready(Path(f"{name}.{form}"), content).put()
    elif sys.stdout.isatty():
        raise WrongUsage(_("A terminal can't show that. Name a file with -o."))
    else:
        say_bytes(content)
        return
    complain(_("Written: '{path}'. {told}").format(path=path, told=told).rstrip())
