"""Release-time blocks: planned against actual, with the reason lost."""

import sqlite3
from datetime import date, timedelta

from coachtui.model.clean import clean_line
from coachtui.model.release_block import Kept, Plan, ReleaseBlock, kept_of
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.wording import _m

BLOCK_KINDS = "ttdNtntTNtb"


class Blocks(Shelf):
    """The release-time shelf. Every verb raises a NotebookError; then nothing was changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._blocks = Rows(desk.file, "blocks", ReleaseBlock, BLOCK_KINDS)

    def of(self, lead_id: str) -> list[ReleaseBlock]:
        """The blocks of a lead, the first one first."""
        return self._blocks.where("lead = ? ORDER BY day, minute, n", lead_id)

    def between(self, lead_id: str, since: date, until: date) -> list[ReleaseBlock]:
        """The blocks of a lead from one day to another, both included."""
        return self._blocks.where(
            "lead = ? AND day BETWEEN ? AND ? ORDER BY day, minute, n", lead_id, since.isoformat(), until.isoformat()
        )

    def all_between(self, since: date, until: date) -> list[ReleaseBlock]:
        """The blocks of all leads from one day to another, both included."""
        return self._blocks.where("day BETWEEN ? AND ? ORDER BY day, minute, n", since.isoformat(), until.isoformat())

    def kept(self, lead_id: str, since: date, until: date) -> Kept:
        """What was planned and kept in these days, in minutes, and why the rest was lost; of the blocks that are told."""
        return kept_of(self.between(lead_id, since, until))

    def plan(self, lead_id: str, plan: Plan) -> ReleaseBlock:
        """Plan a block."""

        def work(_: sqlite3.Connection) -> ReleaseBlock:
            words = clean_line(plan.planned).strip()
            now = ReleaseBlock(
                self._new_id(), lead_id, plan.day, plan.minute, clean_line(plan.period).strip(), plan.minutes, words
            )
            self._record(lead_id, _m("release time planned"), self._blocks.change(None, now))
            return now

        return self._file.write(work)

    def again_next_week(self, identity: str) -> ReleaseBlock:
        """Plan the same a week later."""
        was = self._blocks.get(identity)
        return self.plan(was.lead, Plan(was.day + timedelta(weeks=1), was.minute, was.period, was.minutes, was.planned))

    def replan(self, identity: str, plan: Plan) -> ReleaseBlock:
        """Plan a block otherwise."""
        return self._alter(identity, _m("release time planned anew"), **plan._asdict())

    def came_about(self, identity: str, actual: str, minutes: int) -> ReleaseBlock:
        """Say what the time was used for, and for how many minutes."""
        return self._alter(identity, _m("release time kept"), actual=clean_line(actual).strip(), actual_minutes=minutes,
                           lost_because="", agreed=False)  # fmt: skip

    def lost(self, identity: str, because: str, *, kept_minutes: int = 0, agreed: bool = False) -> ReleaseBlock:
        """Say that it was lost and why; `kept_minutes` of it were not. A loss that was agreed does not count."""
        return self._alter(identity, _m("release time lost"), actual="", actual_minutes=kept_minutes,
                           lost_because=clean_line(because).strip(), agreed=agreed)  # fmt: skip

    def untold(self, identity: str) -> ReleaseBlock:
        """Take back what was said of how it came about."""
        return self._alter(identity, _m("release time open again"), actual=None, actual_minutes=None, lost_because="",
                           agreed=False)  # fmt: skip

    def take_out(self, identity: str) -> ReleaseBlock:
        """Take a block out of the plan."""

        def work(_: sqlite3.Connection) -> ReleaseBlock:
            was = self._blocks.get(identity)
            self._record(was.lead, _m("release time taken out"), self._blocks.change(was, None))
            return was

        return self._file.write(work)

    def _alter(self, identity: str, what: str, **news: object) -> ReleaseBlock:
        def work(_: sqlite3.Connection) -> ReleaseBlock:
            was = self._blocks.get(identity)
            now = was._replace(**news)  # type: ignore[arg-type]
            if now != was:
                self._record(was.lead, what, self._blocks.change(was, now))
            return now

        return self._file.write(work)
