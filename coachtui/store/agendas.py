"""Agendas: what a meeting was planned to be."""

import sqlite3
from collections.abc import Sequence

from coachtui.model.agenda import Planned
from coachtui.store.file import Row
from coachtui.store.of_kinds import of_kinds
from coachtui.store.present import TABLES, Change
from coachtui.store.shelf import Shelf
from coachtui.wording import _m

_ALL = f"SELECT {', '.join(TABLES['agenda'])} FROM agenda WHERE observation = ? ORDER BY place"  # noqa: S608


class Agendas(Shelf):
    """The agendas shelf. Every verb raises a NotebookError; then nothing was changed."""

    def of(self, observation_id: str) -> tuple[Planned, ...]:
        """The agenda of an observation, in its order; none where none was given."""
        return tuple(
            Planned(row[3], row[4])
            for row in (of_kinds("ttntn", row) for row in self._file.rows(_ALL, (observation_id,)))
        )

    def plan(self, observation_id: str, items: Sequence[Planned]) -> tuple[Planned, ...]:
        """Give an observation this agenda, in the place of the one it had."""

        def work(_: sqlite3.Connection) -> tuple[Planned, ...]:
            columns = TABLES["agenda"]
            old = [dict(zip(columns, row, strict=True)) for row in self._file.rows(_ALL, (observation_id,))]
            new = [
                (self._new_id(), observation_id, place, item.title, item.minutes) for place, item in enumerate(items, 1)
            ]
            changes = [Change("agenda", fields, None) for fields in old]
            changes += [Change("agenda", None, dict(zip(columns, values, strict=True))) for values in new]
            if changes:
                self._record(observation_id, _m("agenda planned"), *changes)
            return tuple(items)

        return self._file.write(work)


def _from_row(row: Row) -> Planned:
    return Planned(*of_kinds("ttntn", row)[3:])
