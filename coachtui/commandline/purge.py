"""`coachtui purge`: a person, or what is older than it is to be kept, for good; first it says what would go."""

import sys
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused, WrongUsage, open_notebook
from coachtui.commandline.purge_words import (
    copies_sentence,
    day_of,
    numbers_text,
    plan_rows,
    purge_row,
    stays_sentences,
)
from coachtui.commandline.speech import complain, say, say_folded
from coachtui.model.answers import is_word
from coachtui.model.purge import told_purge
from coachtui.model.retention import KINDS, Span, read_keep, read_span
from coachtui.model.share import WAYS
from coachtui.settings import Settings, read_settings
from coachtui.wording import _, _m, _n, _t, counted

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook
    from coachtui.store.purge_plan import Plan

_PURGE = _m("purge")
_NO_UNDO = _("There is no undo. Until the backups from before are removed, one of them can be gone back to.")
_NO_WAY_BACK = _("There is no undo. The present notebook and its backups stay.")
_HOW = _("'coachtui purge --help' shows how.")
_NO_KEEP = _(
    "Nothing is due: your settings say of no kind how long it is kept. In settings.toml, under [keep], a row such as "
    'observations = "3 years" says so.'
)


def run(call: Call) -> int:
    """Say what would go, ask, and do it; 1 where it was not agreed to. Raises WrongUsage, Refused or a NotebookError."""
    options = call.options
    wishes = sum((options.person is not None, options.older_than is not None, options.due, options.set_aside))
    if wishes > 1:
        raise WrongUsage(
            _("Purge a person, or by age, or what is due, or what was set aside: one at a time. {how}").format(how=_HOW)
        )
    if options.also_named and options.person is None:
        raise WrongUsage(_("--also-named goes with a person. {how}").format(how=_HOW))
    if options.kind and options.older_than is None:
        raise WrongUsage(_("--kind goes with --older-than. {how}").format(how=_HOW))
    settings, complaints = read_settings(call.places.settings)
    for sentence in complaints:
        complain(sentence)
    with open_notebook(call) as notebook:
        if options.set_aside:
            return 0 if _clear_aside(call, notebook) else 1
        agreed = not wishes or _purge(call, notebook, settings)
        if agreed and options.backups_now:
            _let_backups_go(call, notebook)
        elif not wishes:
            _tell_purges(call, notebook)
        elif agreed:
            _tell_copies(call, notebook)
    return 0 if agreed else 1


def _purge(call: Call, notebook: "Notebook", settings: Settings) -> bool:
    """Plan it, show it, ask, do it; whether it was agreed to."""
    keep = _spans(call, settings)
    if call.options.due and not keep:
        say_folded(_NO_KEEP)
        return True
    planning = notebook.purging.planning()
    if call.options.person is None:
        plan = planning.of_age(keep, call.clock.today())
    else:
        meant = planning.meant(call.options.person)
        plan = planning.of_person(meant, with_lines=call.options.also_named == "out")
    _show(call, plan)
    if plan.is_empty:
        return True
    if not call.options.yes and not _agreed(plan):
        say_folded(_("Nothing was changed."))
        return False
    _do(call, notebook, plan)
    return True


def _spans(call: Call, settings: Settings) -> dict[str, Span]:
    """How long each kind is kept, as it was asked for or as the settings say. Raises WrongUsage."""
    if call.options.older_than is None:
        return read_keep(settings.keep)
    span = read_span(call.options.older_than)
    if span is None:
        raise WrongUsage(
            _("'{older_than}' is no length of time. Type it as 3y, \"18 months\" or 90d. {how}").format(
                older_than=call.options.older_than, how=_HOW
            )
        )
    kinds = call.options.kind or list(KINDS)
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise WrongUsage(
            _("There is no kind '{unknown}' to purge. There are {kinds}.").format(
                unknown=unknown[0][:60], kinds=", ".join(KINDS)
            )
        )
    return dict.fromkeys(kinds, span)


def _show(call: Call, plan: "Plan") -> None:
    rows = list(plan_rows(plan))
    whose = _("All that is written about {name}").format(name=plan.name) if plan.name else told_purge(plan.what)
    whose = whose[:1].upper() + whose[1:]
    say_folded(
        _("{whose}. This would go for good:").format(whose=whose)
        if rows
        else _("{whose}: there is nothing to purge.").format(whose=whose)
    )
    for row in rows:
        say(row)
    for sentence in stays_sentences(call, plan):
        say_folded(sentence)
    if plan.counts.get("shares"):
        say_folded(_("The ledger keeps of each share the day, the way and the hash of the words, and no word."))
    if plan.files:
        say_folded(
            _n(
                "The record's file stays where it is: it was shared, and the lead holds it too. "
                "coachtui takes nothing back from there.",
                "The record's files stay where they are: they were shared, and the lead holds them too. "
                "coachtui takes nothing back from there.",
                len(plan.files),
            )
        )
        for file in plan.files:
            say(f"  {file}")


def _agreed(plan: "Plan") -> bool:
    """Ask for the name, where there is one. Raises Refused where there is nobody to answer."""
    if not plan.name:
        return _agrees(_NO_UNDO)
    asked = _("{warning}\nTo do it, type the name, {name}:").format(warning=_NO_UNDO, name=plan.name)
    return _answer_to(asked).casefold() == plan.name.casefold()


def _agrees(warning: str) -> bool:
    """Ask for the word purge. Raises Refused where there is nobody to answer."""
    asked = _("{warning}\nTo do it, type {word}:").format(warning=warning, word=_t(_PURGE))
    return is_word(_answer_to(asked), _PURGE)


def _answer_to(question: str) -> str:
    """What is typed, where there is somebody to type. Raises Refused where there is not."""
    if not sys.stdin.isatty():
        raise Refused(_("Nothing was changed. To purge without being asked, add --yes."))
    say_folded(question)
    sys.stdout.flush()
    return sys.stdin.readline(1000).strip()


def _do(call: Call, notebook: "Notebook", plan: "Plan") -> None:
    from coachtui.sharing.editing import take_away
    from coachtui.store.backups import back_up
    from coachtui.store.dropbox_remains import see_that_nobody_writes

    see_that_nobody_writes(call.places)
    complain(_("Making a backup, then taking it out; in a long notebook this takes a minute."))
    back_up(notebook.file.connection, call.places.backups, call.clock.now(), "before-purge")
    take_away(call.places.home)  # what a crash left of a text that was lent to an editor
    purge = notebook.purging.purge(plan, call.places, unnamed=bool(call.options.also_named))
    say_folded(_("Gone: {numbers_text}.").format(numbers_text=numbers_text(purge.numbers)))


def _tell_copies(call: Call, notebook: "Notebook") -> None:
    """Until when backups hold what was purged; those whose days are over go."""
    from coachtui.store.purged_backups import let_go, older_than_purges

    let_go(notebook, call.places, call.clock)
    copies = older_than_purges(notebook, call.places)
    if copies:
        say_folded(copies_sentence(call, copies, is_held=any(hold.is_of_all for hold in notebook.holds.all())))


def _let_backups_go(call: Call, notebook: "Notebook") -> None:
    from coachtui.store.purged_backups import let_go

    gone = let_go(notebook, call.places, call.clock, at_once=True)
    if gone:
        say_folded(counted(len(gone), "{n} backup from before was removed.", "{n} backups from before were removed."))
        return
    _tell_copies(call, notebook)
    say_folded(_("No backup was removed."))


def _clear_aside(call: Call, notebook: "Notebook") -> bool:
    """Name the notebooks that were set aside, ask, remove them; whether it was agreed to. Raises a NotebookError."""
    from coachtui.store.set_aside import set_aside, take_away

    found = set_aside(call.places.home)
    if not found:
        say_folded(_("No older notebook lies beside this one."))
        return True
    say_folded(_("These older notebooks were set aside here, and would go for good:"))
    for path in found:
        say(f"  {path.name}")
    if not call.options.yes and not _agrees(_NO_WAY_BACK):
        say_folded(_("Nothing was changed."))
        return False
    gone = len(take_away(notebook, call.places, call.clock))
    say_folded(counted(gone, "{n} older notebook removed.", "{n} older notebooks removed."))
    return True


def _tell_purges(call: Call, notebook: "Notebook") -> None:
    """Every purge there was, and what still holds what was purged."""
    purges = notebook.purging.all()
    if not purges:
        say_folded(
            _("Nothing was ever purged. 'coachtui purge PERSON' says what would go, and asks before it does anything.")
        )
        return
    for purge in purges:
        say_folded(purge_row(call, purge))
    gone = notebook.purging.gone_shares()
    if gone:
        say_folded(
            _("Of {number} the ledger keeps the day, the way and the hash:").format(
                number=counted(len(gone), "{n} share", "{n} shares")
            )
        )
        for share in gone:
            say(f"  {day_of(call, share.at_utc_ms)}, {WAYS.get(share.way, share.way)}: {share.sha256}")
    _tell_copies(call, notebook)
