"""Observations as rows of their table, and back."""

from coachtui.model.moment import Moment
from coachtui.model.observation import Observation
from coachtui.store.errors import NotFound
from coachtui.store.file import NotebookFile, Row
from coachtui.store.of_kinds import of_kinds
from coachtui.store.present import TABLES, Fields
from coachtui.wording import _

_SELECT = """
SELECT o.id, o.ref, teams.name, leads.name, o.anchor_utc_ms, o.anchor_boot_ms, o.anchor_boot_id, o.zone,
       o.ended_utc_ms, o.source, o.framework, o.paused_ms, (SELECT count(*) FROM lines WHERE lines.observation = o.id)
FROM observations AS o LEFT JOIN teams ON teams.id = o.team LEFT JOIN leads ON leads.id = o.lead
"""
_KINDS = "ttTTmnttMTTNn"
_FIELDS = f"SELECT {', '.join(TABLES['observations'])} FROM observations WHERE id = ?"  # noqa: S608


class ObservationRows:
    """Reads observations; every method raises a NotebookError if the file can't be read."""

    def __init__(self, file: NotebookFile) -> None:
        self._file = file

    def all(self) -> list[Observation]:
        """Every observation, newest first."""
        return self._read("ORDER BY o.anchor_utc_ms DESC, o.n DESC")

    def latest(self, count: int) -> list[Observation]:
        """The newest `count` observations, newest first."""
        return self._read("ORDER BY o.anchor_utc_ms DESC, o.n DESC LIMIT ?", count)

    def of_lead(self, lead_id: str, count: int) -> list[Observation]:
        """The newest `count` observations of a lead's meetings, newest first."""
        return self._read("WHERE o.lead = ? ORDER BY o.anchor_utc_ms DESC, o.n DESC LIMIT ?", lead_id, count)

    def of_team(self, team_id: str, count: int) -> list[Observation]:
        """The newest `count` observations of a team, newest first."""
        return self._read("WHERE o.team = ? ORDER BY o.anchor_utc_ms DESC, o.n DESC LIMIT ?", team_id, count)

    def unfinished(self) -> Observation | None:
        """The newest observation that was never ended."""
        found = self._read("WHERE o.ended_utc_ms IS NULL ORDER BY o.anchor_utc_ms DESC, o.n DESC LIMIT 1")
        return found[0] if found else None

    def cut_off(self) -> list[Observation]:
        """Every observation that was never ended, the newest first."""
        return self._read("WHERE o.ended_utc_ms IS NULL ORDER BY o.anchor_utc_ms DESC, o.n DESC")

    def find(self, ref: str) -> Observation | None:
        """The observation with this reference or id; 'last' is the newest."""
        named = "WHERE o.id = ? OR o.ref = ? LIMIT 1"
        found = self.latest(1) if ref == "last" else self._read(named, ref, ref.lower())
        return found[0] if found else None

    def get(self, ref: str) -> Observation:
        """The observation with this reference or id. Raises NotFound."""
        found = self.find(ref)
        if found is None:
            raise NotFound(
                _(
                    "There is no observation '{ref}' in this notebook. 'coachtui list observations' names them all."
                ).format(ref=ref)
            )
        return found

    def fields(self, identity: str) -> Fields:
        """The whole row of an observation. Raises NotFound."""
        row = self._file.row(_FIELDS, (identity,))
        if row is None:
            raise NotFound(_("That observation is no longer in the notebook. Nothing was changed."))
        return dict(zip(TABLES["observations"], row, strict=True))

    def _read(self, rest: str, *values: object) -> list[Observation]:
        return self._file.read(_from_row, _SELECT + rest, values)


def _from_row(row: Row) -> Observation:
    (identity, ref, team, lead, utc_ms, boot_ms, boot_id, zone, ended_utc_ms, source, framework, paused_ms,
     lines) = of_kinds(_KINDS, row)  # fmt: skip
    return Observation(
        id=identity,
        ref=ref,
        team=team,
        lead=lead,
        anchor=Moment(utc_ms, boot_ms, boot_id),
        zone=zone,
        ended_utc_ms=ended_utc_ms,
        source=source,
        lines=lines,
        framework=framework,
        paused_ms=paused_ms,
    )
