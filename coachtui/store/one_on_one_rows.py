"""What can be read of 1:1s: series, meetings held and to come, decisions; a meeting of a series is computed until kept."""

from datetime import date, timedelta

from coachtui.model.built_items import DEADLINE_DAYS, UNTOUCHED, Facts, built_items, is_goal_untouched, on_the_agenda
from coachtui.model.item import Item
from coachtui.model.one_on_one import Decision, OneOnOne, Segment, Series, occurrences
from coachtui.model.ref import reference
from coachtui.store.blocks import Blocks
from coachtui.store.cycles import Cycles
from coachtui.store.deadlines import Deadlines
from coachtui.store.errors import NotFound
from coachtui.store.items import Items
from coachtui.store.rows import Rows
from coachtui.store.shelf import Desk, Shelf
from coachtui.store.steps import Steps
from coachtui.wording import _

SERIES_KINDS = "ttnnnndD"
ONE_ON_ONE_KINDS = "tttDdNnttMMb"
DECISION_KINDS = "tttttD"
SEGMENT_KINDS = "ttttnm"
_TRAILING = timedelta(weeks=3)
_AHEAD = timedelta(days=13)


class OneOnOneRows(Shelf):
    """The reading verbs of the 1:1s shelf. Each raises a NotebookError."""

    def __init__(self, desk: Desk, items: Items, cycles: Cycles, steps: Steps, blocks: Blocks,
                 deadlines: Deadlines) -> None:  # fmt: skip
        super().__init__(desk)
        self._series = Rows(desk.file, "series", Series, SERIES_KINDS)
        self._meetings = Rows(desk.file, "one_on_ones", OneOnOne, ONE_ON_ONE_KINDS)
        self._decisions = Rows(desk.file, "decisions", Decision, DECISION_KINDS)
        self._segments = Rows(desk.file, "segments", Segment, SEGMENT_KINDS)
        self._items = items
        self._cycles, self._steps, self._blocks, self._deadlines = cycles, steps, blocks, deadlines

    def of(self, lead_id: str) -> list[OneOnOne]:
        """The 1:1s of a lead that are kept: planned, begun, held or skipped, the first one first."""
        return self._meetings.where("lead = ? ORDER BY day, minute, n", lead_id)

    def held(self, lead_id: str) -> list[OneOnOne]:
        """The 1:1s of a lead that were held, the newest first."""
        return self._meetings.where("lead = ? AND state = 'held' ORDER BY day DESC, minute DESC, n DESC", lead_id)

    def last_held(self, lead_id: str) -> OneOnOne | None:
        """The newest 1:1 of a lead that was held."""
        return next(iter(self.held(lead_id)), None)

    def all(self) -> list[OneOnOne]:
        """Every 1:1 that is kept, of all leads, the newest first."""
        return self._meetings.where("1 ORDER BY day DESC, minute DESC, n DESC")

    def series_of(self, lead_id: str) -> Series | None:
        """The series of a lead that goes on."""
        found = self._series.where("lead = ? AND ended_on IS NULL ORDER BY n DESC LIMIT 1", lead_id)
        return found[0] if found else None

    def next_of(self, lead_id: str, today: date) -> OneOnOne | None:
        """The 1:1 of a lead that goes on or comes next: planned, or computed from the series."""
        begun = self._meetings.where("lead = ? AND state = 'begun' ORDER BY n DESC LIMIT 1", lead_id)
        if begun:
            return begun[0]
        coming = self._meetings.where("lead = ? AND state = 'planned' AND day >= ?", lead_id, today.isoformat())
        coming += self._computed(lead_id, today)
        return min(coming, key=_by_time, default=None)

    def all_next(self, today: date) -> list[OneOnOne]:
        """The next 1:1 of every lead that has one, the soonest first."""
        leads = self._file.rows("SELECT lead FROM series UNION SELECT lead FROM one_on_ones")
        found = (self.next_of(lead, today) for (lead,) in leads)
        return sorted((each for each in found if each is not None), key=_by_time)

    def due_within(self, today: date, minute: int, minutes: int) -> list[OneOnOne]:
        """The 1:1s of today that begin within so many minutes of this minute of the day, or began and go on."""
        return [
            each
            for each in self.all_next(today)
            if each.state == "begun" or (each.day == today and _is_between(each.minute, minute, minute + minutes))
        ]

    def find(self, ref: str, today: date) -> OneOnOne | None:
        """The 1:1 with this reference or id; also the next one of a series."""
        kept = self._meetings.where("id = ? OR ref = ?", ref, ref.lower())
        if kept:
            return kept[0]
        return next((each for each in self.all_next(today) if ref in (each.id, each.ref)), None)

    def get(self, ref: str, today: date) -> OneOnOne:
        """The 1:1 with this reference or id. Raises NotFound."""
        found = self.find(ref, today)
        if found is None:
            raise NotFound(
                _("There is no 1:1 '{ref}' in this notebook. 'coachtui list one-on-ones' names them all.").format(
                    ref=ref
                )
            )
        return found

    def decisions_of(self, identity: str) -> list[Decision]:
        """What was decided in a 1:1, in the order in which it was."""
        return self._decisions.where("one_on_one = ?", identity)

    def segments_of(self, identity: str) -> list[Segment]:
        """The segments that a 1:1 went through, in their order."""
        return self._segments.where("one_on_one = ? ORDER BY from_utc_ms, n", identity)

    def items_on(self, one_on_one: OneOnOne, role: str | None, today: date) -> list[Item]:
        """The items of a 1:1: one that was held as it ended; any other as it stands, what builds itself with it."""
        if one_on_one.state in ("held", "skipped"):
            return self._items.of_one_on_one(one_on_one.id)
        return self.items_waiting(one_on_one.lead, role, today, one_on_one.id)

    def items_waiting(self, lead_id: str, role: str | None, today: date, one_on_one: str | None = None) -> list[Item]:
        """The items for the next 1:1 with a lead, whose role says which deadlines are in it."""
        return on_the_agenda(self._items.of(lead_id), built_items(self._facts(lead_id, role, today)), one_on_one)

    def _facts(self, lead_id: str, role: str | None, today: date) -> Facts:
        last = self.last_held(lead_id)
        since = last.day if last is not None else None
        cycle = self._cycles.current(lead_id)
        return Facts(
            lead_id,
            today,
            self._steps.open_of(lead_id),
            cycle,
            cycle is not None and self._is_goal_untouched(lead_id, cycle.starts_on),
            self._deadlines.within(today, DEADLINE_DAYS, role or ""),
            self._blocks.kept(lead_id, since or today - _TRAILING, today),
            [block for block in self._blocks.between(lead_id, today, today + _AHEAD) if not block.is_told],
            since,
        )

    def _is_goal_untouched(self, lead_id: str, since: date | None) -> bool:
        """Whether the 1:1s since the cycle began left its goal aside for long."""
        held = [each for each in self.held(lead_id) if since is not None and each.day >= since][:UNTOUCHED]
        return is_goal_untouched([self._items.of_one_on_one(each.id) for each in held])

    def _computed(self, lead_id: str, today: date) -> list[OneOnOne]:
        """The next meeting of the series that is not kept yet, if the series goes on."""
        series = self.series_of(lead_id)
        if series is None:
            return []
        taken = {each.slot for each in self._meetings.where("lead = ? AND slot >= ?", lead_id, today.isoformat())}
        days = occurrences(series, max(today, series.starts_on), self._is_off)
        day = next((day for day in days if day not in taken), None)
        return [] if day is None else [_of_series(series, day)]

    def _is_off(self, day: date) -> bool:
        off = "SELECT 1 FROM days_off WHERE ? BETWEEN from_day AND to_day LIMIT 1"
        return self._file.row(off, (day.isoformat(),)) is not None


def _of_series(series: Series, day: date) -> OneOnOne:
    """A meeting as the series has it; the same one has the same id however often it is asked for."""
    identity = f"{series.id}@{day.isoformat()}"
    return OneOnOne(identity, reference("m", identity), series.lead, day, day, series.minute, series.minutes)


def _by_time(each: OneOnOne) -> tuple[bool, date, int]:
    return each.state != "begun", each.day, -1 if each.minute is None else each.minute


def _is_between(minute: int | None, first: int, last: int) -> bool:
    return minute is not None and first <= minute <= last
