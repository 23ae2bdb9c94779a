"""What the doctor looks at on the clock: whether it can be right, going by what was written last."""

from collections.abc import Iterator
from datetime import datetime

from coachtui.clock import Clock
from coachtui.model.calendar_words import weekday_day_year
from coachtui.model.timing import local_time
from coachtui.store.checks import Check, look
from coachtui.store.notebook import Notebook
from coachtui.wording import _, _m

_MINUTE = 60_000
_SET_BACK = 5 * _MINUTE
_FAR_AHEAD = 20 * 365 * 24 * 60 * _MINUTE
_BEFORE_US = 1_735_689_600_000  # the first moment of 2025, in ms since 1970 UTC: nothing was written before
_REMEDY = _(
    "Set the clock of this computer. Nothing in the notebook is out of order: that goes by what was written first."
)
_NEWEST = "SELECT max(at) FROM events"


def checks_of_clock(notebook: Notebook, clock: Clock) -> Iterator[Check]:
    """The clock, against the newest thing that was written."""
    yield look(_m("clock"), _REMEDY, lambda: _clock(notebook, clock))


def _clock(notebook: Notebook, clock: Clock) -> Check:
    now = clock.now().utc_ms
    row = notebook.file.row(_NEWEST)
    if now < _BEFORE_US:
        return Check(
            _m("clock"),
            False,
            _("The clock says {in_words}, which can't be.").format(in_words=_in_words(now, clock)),
            _REMEDY,
        )
    if row is None or row[0] is None:
        return Check(_m("clock"), True, _("The clock says {in_words}.").format(in_words=_in_words(now, clock)))
    newest = round(datetime.fromisoformat(row[0]).timestamp() * 1000)
    if newest - now > _SET_BACK:
        words = _("The clock says {now_in_words}, but something was written on {newest_in_words}.").format(
            now_in_words=_in_words(now, clock), newest_in_words=_in_words(newest, clock)
        )
        return Check(_m("clock"), False, _("{words} It was set back, or was ahead then.").format(words=words), _REMEDY)
    if now - newest > _FAR_AHEAD:
        words = _("The clock says {now_in_words}, long after what was written last, on {newest_in_words}.").format(
            now_in_words=_in_words(now, clock), newest_in_words=_in_words(newest, clock)
        )
        return Check(_m("clock"), False, words, _REMEDY)
    return Check(
        _m("clock"),
        True,
        _("The clock says {in_words}, after everything that was written.").format(in_words=_in_words(now, clock)),
    )


def _in_words(utc_ms: int, clock: Clock) -> str:
    local = local_time(utc_ms, clock.zone())
    return f"{weekday_day_year(local)}, {local.hour}:{local.minute:02d}"
