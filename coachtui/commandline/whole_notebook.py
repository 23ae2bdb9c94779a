"""A whole notebook as one archive: `coachtui export --all`, and `coachtui import` of what that wrote."""

from pathlib import Path

from coachtui.commandline.call import Call, Refused, WrongUsage, file_called, open_notebook
from coachtui.commandline.passphrase import TRIES, ask, chosen
from coachtui.commandline.progress import telling_progress
from coachtui.commandline.speech import complain, say
from coachtui.sharing import encrypted_archive
from coachtui.sharing.notebook_archive import as_notebook_archive, read_notebook_archive
from coachtui.sharing.outgoing import write_out
from coachtui.store.backups import contents_of, in_words
from coachtui.store.events import utc_text
from coachtui.wording import _, counted

_HOLDS = _("It holds everything, also what is yours alone and what is in confidence")
_PLAIN = _("{holds}, and it is not encrypted: keep it where only you can read it.").format(holds=_HOLDS)
_ENCRYPTED = _(
    "{holds}, behind its own passphrase: without that nobody opens it, coachtui neither. "
    "'coachtui import' asks for it, and so does any program that opens files of age."
).format(holds=_HOLDS)
_NO_TERMINAL = _(
    "There is no terminal to ask for the passphrase of the archive. Nothing was changed. Run this in a terminal."
)
_NOTHING = _("Nothing was written.")
_HOW = _("'coachtui export --help' shows how.")


def whole_notebook(call: Call) -> int:
    """Write all of it into one archive; that of a locked notebook is encrypted, unless the person says otherwise."""
    options = call.options
    if options.ref or options.to or options.shareable or options.bom:
        raise WrongUsage(_("--all stands alone, with -o FILE: it is the whole notebook. {how}").format(how=_HOW))
    if options.encrypt and options.unencrypted:
        raise WrongUsage(_("--encrypt or --unencrypted, not both. {how}").format(how=_HOW))
    made_at = utc_text(call.clock.now().utc_ms)
    with telling_progress(_("Stopped. {nothing}").format(nothing=_NOTHING)) as progress:
        with open_notebook(call) as notebook:
            passphrase = _chosen() if options.encrypt or (notebook.file.key and not options.unencrypted) else None
            progress.begin_soon(_("Reading the notebook"))
            held = in_words(contents_of(notebook.file.connection))
            content = as_notebook_archive(notebook.carrying.parts(), notebook.carrying.shape, made_at)
        progress.begin_soon(_("Writing the archive"))
        if passphrase is not None:
            content = encrypted_archive.encrypted(content, passphrase)
        end = "" if passphrase is None else encrypted_archive.END
        target = file_called(options.output or f"coachtui-{made_at[:10]}.zip{end}")
        write_out(target, content, replace=options.force)
    complain(
        _("Written: '{target}', with {held}. {plain}").format(
            target=target, held=held, plain=_PLAIN if passphrase is None else _ENCRYPTED
        )
    )
    return 0


def _chosen() -> str:
    """The passphrase that the archive is to have. Raises SharingError or Refused."""
    encrypted_archive.see_that_it_is_installed(_NOTHING)
    return chosen(_("A passphrase for the archive"), _NOTHING, _NO_TERMINAL)


def taken_over(call: Call, path: Path) -> list[str]:
    """Make an empty notebook the one that an archive is of; what there is to say then."""
    is_encrypted = encrypted_archive.is_encrypted_archive(path)
    opened = _opened(path) if is_encrypted else None
    with telling_progress() as progress:
        progress.begin_soon(_("Reading the archive"))
        contents = read_notebook_archive(path, opened)
    events = counted(len(contents.rows["events"]), "{n} event", "{n} events")
    if call.options.dry_run:
        return [_("Would take over a whole notebook: {events}. Nothing was changed.").format(events=events)]
    with open_notebook(call) as notebook, telling_progress() as progress:
        progress.begin_soon(_("Taking over"))
        notebook.carrying.take_over(contents.rows, contents.shape)
        held = in_words(contents_of(notebook.file.connection))
        is_plain = is_encrypted and notebook.file.key is None
    told = [
        _("Took over a whole notebook: {held}. 'coachtui doctor' says whether all of it is sound.").format(held=held)
    ]
    if is_plain:
        told.append(_("The archive is encrypted, this notebook is not: 'coachtui lock' puts a passphrase before it."))
    return told


def _opened(path: Path) -> bytes:
    """What stands behind the passphrase of an archive, asked for three times at most. Raises SharingError or Refused."""
    content = encrypted_archive.read_encrypted(path)
    for __ in range(TRIES):
        try:
            return encrypted_archive.decrypted(content, ask(_("Passphrase of the archive"), _NO_TERMINAL))
        except encrypted_archive.NotOpened as fault:
            complain(str(fault))
    raise Refused(_("The archive stays as it is. Nothing was added."))


def say_taken_over(call: Call, path: Path) -> int:
    """Take it over, and say so."""
    for sentence in taken_over(call, path):
        say(sentence)
    return 0
