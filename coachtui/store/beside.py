"""What stands beside a draft or a plan, whichever it is: advice that was put aside, and rehearsals."""

import sqlite3

from coachtui.model.not_here import NotHere
from coachtui.model.rehearsal import Rehearsal
from coachtui.store.rows import Rows
from coachtui.store.shelf import Shelf
from coachtui.wording import _m

NOT_HERE_KINDS = "tttt"
REHEARSAL_KINDS = "ttmntt"


class Beside(Shelf):
    """The verbs for both. `about` is the id of the draft or the plan, and each is an event about it."""

    def put_aside(self, about: str, rule: str, words: str = "") -> NotHere:
        """Never give this advice here again."""

        def work(_: sqlite3.Connection) -> NotHere:
            known = self.not_here_of(about)
            was = next((each for each in known if (each.rule, each.words) == (rule, words)), None)
            if was is not None:
                return was
            new = NotHere(self._new_id(), about, rule, words)
            self._record(about, _m("advice put aside"), self._not_here().change(None, new))
            return new

        return self._file.write(work)

    def not_here_of(self, about: str) -> list[NotHere]:
        """The advice that was put aside here."""
        return self._not_here().where("about = ?", about)

    def rehearse(self, about: str, seconds: int, note: str = "", role: str = "") -> Rehearsal:
        """Log a rehearsal that ended now; `role` says who played whom."""

        def work(_: sqlite3.Connection) -> Rehearsal:
            new = Rehearsal(self._new_id(), about, self._clock.now().utc_ms, seconds, note, role)
            self._record(about, _m("rehearsal"), self._rehearsals().change(None, new))
            return new

        return self._file.write(work)

    def rehearsals_of(self, about: str) -> list[Rehearsal]:
        """The rehearsals of something, the first one first."""
        return self._rehearsals().where("about = ?", about)

    def _not_here(self) -> Rows[NotHere]:
        return Rows(self._file, "not_here", NotHere, NOT_HERE_KINDS)

    def _rehearsals(self) -> Rows[Rehearsal]:
        return Rows(self._file, "rehearsals", Rehearsal, REHEARSAL_KINDS)
