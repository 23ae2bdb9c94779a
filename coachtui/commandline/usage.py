"""Every command as it is asked for: its words, its options, and the file that does it."""

from argparse import SUPPRESS, ArgumentParser
from collections.abc import Callable
from dataclasses import dataclass

from coachtui.model.retention import KINDS as RETAINED
from coachtui.wording import _

KINDS = (
    "leads",
    "teams",
    "observations",
    "cycles",
    "feedback",
    "conversations",
    "steps",
    "entries",
    "one-on-ones",
    "deadlines",
)
FORMS = ("txt", "md", "docx", "pdf", "csv", "vtt", "json")


def _nothing(__: ArgumentParser) -> None:
    """A command without options of its own."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How one command is asked for. `file` names its file in this folder; `reads` says that it has --json."""

    name: str
    rest: str
    meaning: str
    file: str
    options: Callable[[ArgumentParser], None] = _nothing
    reads: bool = False


def add_plain(parser: ArgumentParser) -> None:
    """The option of what opens the program."""
    parser.add_argument(
        "--plain", action="store_true", default=SUPPRESS, help=_("as a conversation, for screen readers")
    )


def _observe(parser: ArgumentParser) -> None:
    parser.set_defaults(room="observe")
    parser.add_argument("--team", metavar="NAME", help=_("the team whose meeting it is"))
    parser.add_argument("--lead", metavar="NAME", help=_("the lead you came to see"))
    add_plain(parser)


def _demo(parser: ArgumentParser) -> None:
    parser.add_argument("--keep", metavar="DIR", help=_("keep the sample school in this new folder"))
    add_plain(parser)


def _list(parser: ArgumentParser) -> None:
    parser.add_argument("kind", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--all", action="store_true", help=_("leads and teams that have retired, too"))


def _show(parser: ArgumentParser) -> None:
    parser.add_argument(
        "ref", metavar="REF", help=_("a reference such as o7k3f9m, its beginning, 'last'; or a lead's name")
    )
    parser.add_argument("--in-confidence", action="store_true", help=_("the words of lines in confidence too"))
    parser.add_argument("--private", action="store_true", help=_("the private items of a 1:1, or rows of a plan, too"))


def _search(parser: ArgumentParser) -> None:
    parser.add_argument("words", metavar="WORDS", nargs="+", help=_("all of them must be in the line"))
    parser.add_argument("--limit", metavar="N", default="50", help=_("how many lines at most (50)"))
    parser.add_argument("--in-confidence", action="store_true", help=_("look at lines in confidence too"))


def _import(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=_(
            "an export in JSON, the archive of a whole notebook (zip), a transcript, captions (vtt, srt), notes, "
            "or a roster (csv); '-' for standard input"
        ),
    )
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would be added"))
    parser.add_argument("--undo", action="store_true", help=_("take the last import back, all of it"))


def _export(parser: ArgumentParser) -> None:
    parser.add_argument(
        "ref",
        metavar="REF",
        nargs="?",
        default="",
        help=_(
            "an observation: its reference, its beginning, 'last', or 'all' (json only); or something that was shared: "
            "feedback, an entry, a step, a cycle, a 1:1"
        ),
    )
    parser.add_argument(
        "--to",
        metavar="FORM",
        help=_(
            "txt (plain, the usual one), md, docx (Word), pdf; of an observation also csv (a table), vtt (captions), json"
        ),
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help=_("write it into this file; Word and PDF take a name of their own")
    )
    parser.add_argument("--force", action="store_true", help=_("replace that file if it is there already"))
    _export_all(parser)
    parser.add_argument("--shareable", action="store_true", help=_("only the lines of evidence that are shareable"))
    parser.add_argument("--bom", action="store_true", help=_("csv for a spreadsheet that shows accents wrongly"))


def _export_all(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--all", action="store_true", help=_("the whole notebook, as one archive to be taken in elsewhere")
    )
    parser.add_argument(
        "--encrypt",
        action="store_true",
        help=_("with --all: behind a passphrase that is asked for, as it is of a locked notebook"),
    )
    parser.add_argument(
        "--unencrypted", action="store_true", help=_("with --all: in plain words, of a locked notebook too")
    )


def _sync(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--anew", action="store_true", help=_("fill a folder again that lost what was delivered into it")
    )


def _doctor(parser: ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help=_("mend what can be mended safely, after a backup"))
    parser.add_argument("--rebuild", action="store_true", help=_("make the tables and the index anew from the events"))


def _lock(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--off", action="store_true", help=_("take the passphrase away: the notebook is a plain file again")
    )
    parser.add_argument(
        "--remember", action="store_true", help=_("let this computer's own store of passwords keep the key")
    )
    parser.add_argument("--forget", action="store_true", help=_("let it forget the key"))
    parser.add_argument("--change", action="store_true", help=_("give a locked notebook another passphrase"))
    parser.epilog = _(
        "A forgotten passphrase can't be got round by anybody. What is left: an archive that you wrote before (coachtui export "
        "--all) can be taken into a new notebook with 'coachtui --home FOLDER import FILE'; and the leads' records and your "
        "exports are files of their own. Keep the locked notebook: the passphrase may come back to you."
    )


def _restore(parser: ArgumentParser) -> None:
    parser.add_argument("backup", metavar="BACKUP", nargs="?", help=_("its number in the list, its name, or a file"))
    parser.add_argument("--yes", action="store_true", help=_("do it without asking"))
    parser.epilog = _(
        "First it says what would be gone and what would come back, and asks. The present notebook is set aside, and is listed "
        "with the backups afterwards: you can go back to it in the same way."
    )


def _move(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help=_("a folder on this computer; one that is not there is made"))


def _purge(parser: ArgumentParser) -> None:
    parser.add_argument(
        "person", metavar="PERSON", nargs="?", help=_("a lead, or a member of a team: the name or the short name")
    )
    parser.add_argument("--older-than", metavar="SPAN", help=_('what is older than 3y, "18 months", 90d'))
    parser.add_argument(
        "--kind",
        metavar="KIND",
        action="append",
        help=_("with --older-than, only this kind, and may be said again: {retained}").format(
            retained=", ".join(RETAINED)
        ),
    )
    parser.add_argument("--due", action="store_true", help=_("what is older than your settings say it is kept"))
    parser.add_argument(
        "--also-named",
        choices=("initials", "out"),
        help=_("where else the person is named: make the name initials, or take such lines out"),
    )
    parser.add_argument("--backups-now", action="store_true", help=_("remove the backups from before a purge at once"))
    parser.add_argument("--set-aside", action="store_true", help=_("remove older notebooks that were set aside"))
    parser.add_argument("--yes", action="store_true", help=_("do it without asking"))


def _hold(parser: ArgumentParser) -> None:
    parser.add_argument("person", metavar="PERSON", nargs="?", help=_("a lead, a member of a team, or 'all'"))
    parser.add_argument(
        "--because", metavar="WORDS", help=_("the reason; without it you are asked, and no shell remembers it")
    )
    parser.add_argument("--off", action="store_true", help=_("lift the hold"))


def _install_launcher(parser: ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true", help=_("take the launcher away"))


USAGES: tuple[Usage, ...] = (
    Usage(
        "observe",
        "[--team NAME]",
        _("sit in on a meeting (short: o)"),
        "rooms",
        _observe,
    ),
    Usage("demo", "[--keep DIR]", _("look around in a sample school"), "demo", _demo),
    Usage("today", "", _("the next bell, and what waits for you"), "today", reads=True),
    Usage("list", "KIND", _("what there is of a kind"), "lists", _list, reads=True),
    Usage("show", "REF", _("one thing, in plain text"), "show", _show, reads=True),
    Usage("search", "WORDS", _("where these words stand"), "search", _search, reads=True),
    Usage("import", "FILE [--dry-run]", _("take in notes, an export, a roster"), "imports", _import),
    Usage("export", "REF --to FORM [-o FILE]", _("write it out: text, Word, PDF, more"), "exports", _export),
    Usage("sync", "", _("deliver the record, read it back"), "sync", _sync, reads=True),
    Usage("doctor", "[--repair]", _("is everything sound; mend what is not"), "doctor", _doctor, reads=True),
    Usage("backup", "", _("make a backup now"), "backup"),
    Usage("restore", "[BACKUP]", _("see the backups, or go back to one"), "restore", _restore),
    Usage("move", "FOLDER", _("take the notebook to another folder"), "move", _move),
    Usage("lock", "[--off]", _("put a passphrase before the notebook"), "lock", _lock),
    Usage("purge", "PERSON", _("someone, or what is old, for good"), "purge", _purge),
    Usage("hold", "[PERSON]", _("what must stay, and why"), "hold", _hold, reads=True),
    Usage("leave-together", "", _("leave it without its passphrase"), "leave_together"),
    Usage("install-launcher", "", _("an icon that opens coachtui"), "install_launcher", _install_launcher),
    Usage("where", "", _("where the notebook and backups are"), "where", reads=True),
    Usage("keys", "", _("every key and what it does"), "keys", reads=True),
    Usage("themes", "", _("every theme, and what is wrong in it"), "themes", reads=True),
)

ALIASES = {"o": "observe"}
