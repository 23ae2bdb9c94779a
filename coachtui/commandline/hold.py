"""`coachtui hold`: what is written about somebody, or all of it, must stay; or lifts that; or lists what is held."""

import sys
from typing import TYPE_CHECKING

from coachtui.commandline.call import Call, Refused, WrongUsage, open_notebook
from coachtui.commandline.purge_words import day_of
from coachtui.commandline.speech import say_folded, say_json
from coachtui.model.clean import clean_line
from coachtui.model.hold import ALL, Hold
from coachtui.model.listed_words import listed_or
from coachtui.model.typed_name import as_typed
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.notebook import Notebook

_STAYS = _("Nothing of it is purged or discarded, nor any line of it, until 'coachtui hold {} --off'.")
_NO_REASON = _("A hold needs a reason: --because WORDS, or type it when asked. Nothing was changed.")


def run(call: Call) -> int:
    """Put a hold, lift one, or list them. Raises WrongUsage, Refused or a NotebookError."""
    options = call.options
    if options.off and options.because:
        raise WrongUsage(_("--off lifts a hold and needs no reason. 'coachtui hold --help' shows how."))
    with open_notebook(call) as notebook:
        if options.off:
            _lift(notebook, options.person)
        elif options.person is not None:
            _put(call, notebook, options.person)
        elif options.because:
            raise WrongUsage(_("Who is held? Name a person, or all. 'coachtui hold --help' shows how."))
        else:
            _list(call, notebook)
    return 0


def _put(call: Call, notebook: "Notebook", words: str) -> None:
    ids, name = _whom(notebook, words)
    because = clean_line(call.options.because or _asked()).strip()
    if not because:
        raise Refused(_NO_REASON)
    hold = notebook.holds.put(ids, name, because)
    say_folded(f"{_row(call, hold)} {_STAYS.format(_typed(hold))}")


def _lift(notebook: "Notebook", words: str | None) -> None:
    """Lift the hold on somebody; without a name the only one there is."""
    holds = notebook.holds.all()
    if words is not None:
        ids, name = _whom(notebook, words) if not _is_named(holds, words) else ([], words)
        holds = [
            hold for hold in holds if hold.name.casefold() == name.casefold() or (ids and set(ids) & set(hold.ids))
        ]
    if not holds:
        raise Refused(_("There is no such hold. Nothing was changed. 'coachtui hold' lists them."))
    if len(holds) > 1:
        named = listed_or([_typed(each) for each in holds])
        raise Refused(
            _("There are {n} holds. Say which: {named}. Nothing was changed.").format(n=len(holds), named=named)
        )
    hold = notebook.holds.lift(holds[0].id)
    say_folded(
        _("The hold on everyone is lifted.")
        if hold.is_of_all
        else _("The hold on {name} is lifted.").format(name=hold.name)
    )


def _is_named(holds: list[Hold], words: str) -> bool:
    return any(hold.name.casefold() == words.strip().casefold() for hold in holds)


def _whom(notebook: "Notebook", words: str) -> tuple[list[str], str]:
    """The ids and the name of the person that is meant; no ids for everyone. Raises a NotebookError."""
    if words.strip().casefold() == ALL:
        return [], ALL
    meant = notebook.purging.planning().meant(words)
    return [identity for __, identity in meant.rows], meant.name


def _asked() -> str:
    """The reason, typed where there is somebody to type it: it stands in no shell's history then."""
    if not sys.stdin.isatty():
        return ""
    say_folded(_("Why must it stay? Type the reason:"))
    sys.stdout.flush()
    return sys.stdin.readline(1000)


def _list(call: Call, notebook: "Notebook") -> None:
    holds = notebook.holds.all()
    if call.as_json:
        say_json([{"whom": hold.name, "because": hold.because, "since": _since(hold)} for hold in holds])
        return
    for hold in holds:
        say_folded(_row(call, hold))
    if not holds:
        say_folded(
            _(
                "Nothing is held. 'coachtui hold PERSON' keeps what is written about somebody from being purged or discarded."
            )
        )


def _row(call: Call, hold: Hold) -> str:
    day = day_of(call, hold.since_utc_ms)
    if hold.is_of_all:
        return _("Everyone is held since {day_of}: {because}.").format(day_of=day, because=hold.because)
    return _("{name} is held since {day_of}: {because}.").format(name=hold.name, day_of=day, because=hold.because)


def _since(hold: Hold) -> str | None:
    from coachtui.commandline.facts import iso

    return iso(hold.since_utc_ms, hold.zone)


def _typed(hold: Hold) -> str:
    return ALL if hold.is_of_all else as_typed(hold.name)
