"""Leads: added, described, retired, brought back."""

from datetime import date

from coachtui.model.grammar import is_handle
from coachtui.model.people import USUAL_ROLE, Lead, free_handle
from coachtui.store.errors import NotebookError, NotFound
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.store.team_rows import LEAD_KINDS
from coachtui.wording import _, _m

_BY_NAME = "ORDER BY name COLLATE NOCASE, n"
_SPOKEN_BESIDE = """
SELECT handle FROM leads WHERE retired_on IS NULL AND id <> ?1
UNION ALL SELECT members.handle FROM members JOIN teams ON teams.id = members.team WHERE teams.lead = ?1
"""


class NameKnown(NotebookError):
    """There is one of this name already; `known` are those who have it."""

    def __init__(self, sentence: str, known: list[Lead]) -> None:
        super().__init__(sentence)
        self.known = known


class Leads(Shelf):
    """The leads shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows = Rows(desk.file, "leads", Lead, LEAD_KINDS)

    def all(self) -> list[Lead]:
        """Every lead who has not retired, by name."""
        return self.rows.where(f"retired_on IS NULL {_BY_NAME}")

    def retired(self) -> list[Lead]:
        """Those who have, by name."""
        return self.rows.where(f"retired_on IS NOT NULL {_BY_NAME}")

    def get(self, lead_id: str) -> Lead:
        """The lead with this id. Raises NotFound."""
        found = self.rows.find(lead_id)
        if found is None:
            raise NotFound(_("That lead is no longer in the notebook. Nothing was changed."))
        return found

    def called(self, name: str) -> list[Lead]:
        """The leads of this name, large and small letters alike; those who have not retired come first."""
        return self.rows.where("name = ? COLLATE NOCASE ORDER BY retired_on IS NOT NULL, n", name)

    def add(self, name: str, role: str = USUAL_ROLE, *, another: bool = False) -> Lead:
        """Put a lead on the shelf. Raises NameKnown for a name that a lead has, unless it is said to be another."""

        def work(__: object) -> Lead:
            known = self.called(name)
            if known and not another:
                raise NameKnown(_("There is a lead called {name} already. Nothing was added.").format(name=name), known)
            return self.within_add(_needed(name), role or USUAL_ROLE)

        return self._file.write(work)

    def within_add(self, name: str, role: str) -> Lead:
        """Put a new lead on the shelf, within the caller's transaction."""
        lead = Lead(self._new_id(), name, role, free_handle(name, self._spoken_beside("")))
        self._record(lead.id, _m("lead added"), self.rows.change(None, lead))
        return lead

    def describe(self, lead_id: str, *, name: str | None = None, role: str | None = None,
                 handle: str | None = None) -> Lead:  # fmt: skip
        """Call a lead by another name, role or handle; None leaves it as it is.

        A handle is refused where someone who may be typed beside the lead has it.
        """

        def work(__: object) -> Lead:
            was = self.get(lead_id)
            now = was._replace(
                name=was.name if name is None else _needed(name),
                role=was.role if role is None else role or USUAL_ROLE,
                handle=was.handle if handle is None else handle,
            )
            if now.handle != was.handle:
                see_that_it_is_free(now.handle, self._spoken_beside(lead_id))
            if now != was:
                self._record(lead_id, _m("lead described"), self.rows.change(was, now))
            return now

        return self._file.write(work)

    def retire(self, lead_id: str, day: date) -> Lead:
        """A lead leaves: what was written stays, but nothing new is offered for them; retiring twice is once."""

        def work(__: object) -> Lead:
            was = self.get(lead_id)
            if was.is_retired:
                return was
            now = was._replace(retired_on=day)
            self._record(lead_id, _m("lead retired"), self.rows.change(was, now))
            return now

        return self._file.write(work)

    def bring_back(self, lead_id: str) -> Lead:
        """A lead who retired is there again, with another handle if someone has theirs now."""

        def work(__: object) -> Lead:
            was = self.get(lead_id)
            if not was.is_retired:
                return was
            taken = self._spoken_beside(lead_id)
            handle = free_handle(was.name, taken) if was.handle.casefold() in taken else was.handle
            now = was._replace(retired_on=None, handle=handle)
            self._record(lead_id, _m("lead brought back"), self.rows.change(was, now))
            return now

        return self._file.write(work)

    def _spoken_beside(self, lead_id: str) -> set[str]:
        """The handles, in small letters, of those who may be typed beside a lead: other leads, the members of the teams."""
        return {str(row[0]).casefold() for row in self._file.rows(_SPOKEN_BESIDE, (lead_id,)) if row[0]}


def see_that_it_is_free(handle: str, taken: set[str]) -> None:
    """Raises a NotebookError for a handle that can't be typed before a colon, or that another has."""
    if handle and not is_handle(handle):
        raise NotebookError(
            _("'{handle}' can't be typed before a colon: take one short word. Nothing was changed.").format(
                handle=handle
            )
        )
    if handle.casefold() in taken:
        raise NotebookError(
            _("Someone else goes by '{handle}' already. Nothing was changed; take another one.").format(handle=handle)
        )


def _needed(name: str) -> str:
    if not name.strip():
        raise NotebookError(_("A name needs a letter at least. Nothing was changed."))
    return name.strip()
