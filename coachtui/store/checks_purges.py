"""What the doctor looks at of purges: whether a backup still holds, past its days, what was purged."""

from collections.abc import Iterator

from coachtui.clock import Clock
from coachtui.model.dates import say_date
from coachtui.model.timing import local_time
from coachtui.places import Places
from coachtui.store.checks import Check, look
from coachtui.store.notebook import Notebook
from coachtui.store.purged_backups import older_than_purges
from coachtui.wording import Noun, _, _m, _n

_KEPT = Noun(
    "{n} backup is from before a purge, and kept: there is a hold on everyone.",
    "{n} backups are from before a purge, and kept: there is a hold on everyone.",
)
_PAST = Noun(
    "{n} backup is from before a purge, and past the day on which it goes.",
    "{n} backups are from before a purge, and past the day on which they go.",
)
_REMEDY = _("Run 'coachtui purge --backups-now' to remove them.")


def checks_of_purges(places: Places, clock: Clock, notebook: Notebook) -> Iterator[Check]:
    """Nothing is said where nothing was ever purged."""
    if notebook.purging.all():
        yield look(_m("purges"), _REMEDY, lambda: _copies(places, clock, notebook))


def _copies(places: Places, clock: Clock, notebook: Notebook) -> Check:
    copies = older_than_purges(notebook, places)
    if not copies:
        return Check(_m("purges"), True, _("No backup is from before a purge."))
    last = say_date(local_time(copies[-1].until_utc_ms, clock.zone()).date(), clock.today())
    if any(hold.is_of_all for hold in notebook.holds.all()):
        return Check(
            _m("purges"),
            True,
            _KEPT.of(len(copies)),
        )
    if copies[0].until_utc_ms < clock.now().utc_ms:
        return Check(
            _m("purges"),
            False,
            _PAST.of(len(copies)),
            _REMEDY,
        )
    words = _n(
        "{n} backup is from before a purge; it goes on {last}.",
        "{n} backups are from before a purge; the last one goes on {last}.",
        len(copies),
    ).format(n=len(copies), last=last)
    return Check(_m("purges"), True, words)
