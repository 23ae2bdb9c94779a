"""What was seen of a lead, and when it was told: what the checks of a cycle ask for."""

from datetime import date

from coachtui.model.cycle_checks import Given
from coachtui.model.timing import local_time
from coachtui.store.of_kinds import of_kinds
from coachtui.store.shelf import Shelf

_OBSERVED = "SELECT anchor_utc_ms, zone FROM observations WHERE lead = ? ORDER BY anchor_utc_ms"
_GIVEN = """
SELECT observations.ended_utc_ms, observations.zone, min(given.at_utc_ms)
FROM (
    SELECT entries.about AS observation, shares.at_utc_ms FROM entries JOIN shares ON shares.entry = entries.id
    WHERE entries.lead = ? AND entries.kind = 'observation'
    UNION ALL
    SELECT observation, shared_utc_ms FROM feedback WHERE lead = ? AND shared_utc_ms IS NOT NULL
) AS given JOIN observations ON observations.id = given.observation
WHERE observations.ended_utc_ms IS NOT NULL GROUP BY observations.id ORDER BY observations.ended_utc_ms
"""


class SeenLeads(Shelf):
    """Reads of observations and of the ledger what a cycle needs. Every verb raises a NotebookError."""

    def observed(self, lead_id: str) -> list[date]:
        """The days on which this lead was observed, the first one first."""
        rows = [of_kinds("mt", row) for row in self._file.rows(_OBSERVED, (lead_id,))]
        return [local_time(utc_ms, zone).date() for utc_ms, zone in rows]

    def feedback(self, lead_id: str) -> list[Given]:
        """When each meeting ended of which notes or feedback were shared with this lead, and when the first of that was."""
        rows = [of_kinds("mtm", row) for row in self._file.rows(_GIVEN, (lead_id, lead_id))]
        return [Given(local_time(ended, zone), local_time(shared, zone)) for ended, zone, shared in rows]
