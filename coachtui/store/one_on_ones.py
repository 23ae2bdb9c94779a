"""1:1s: the series with each lead, the meetings, and how they are prepared, held and ended."""

import sqlite3
from collections.abc import Callable
from datetime import date

from coachtui.model.clean import clean_line
from coachtui.model.happening import MOVED_TO
from coachtui.model.item import Item
from coachtui.model.one_on_one import USUAL_MINUTES, Decision, OneOnOne, Segment, Series, Wish
from coachtui.model.ref import reference
from coachtui.store.errors import NotebookError
from coachtui.store.one_on_one_rows import OneOnOneRows
from coachtui.wording import _, _m

NOTHING_DECIDED = _("Nothing was decided yet, so the 1:1 goes on. Say what was decided, or none.")
_OVER = _("That 1:1 is over. Nothing was changed.")
_NOT_BEGUN = _("That 1:1 has not begun. Nothing was changed.")
_ANOTHER_GOES_ON = _("Another 1:1 with the same lead goes on. End that one first; nothing was changed.")


class OneOnOnes(OneOnOneRows):
    """The 1:1s shelf. Every verb raises a NotebookError; then nothing was changed."""

    def set_series(self, lead_id: str, wish: Wish, starts_on: date) -> Series:
        """Meet as wished from this day on, in the place of the series before. What is kept stays."""

        def work(__: sqlite3.Connection) -> Series:
            was = self.series_of(lead_id)
            now = Series(self._new_id(), lead_id, *wish, starts_on)
            if was is not None and was[2:6] == now[2:6]:
                return was
            changes = [self._series.change(None, now)]
            if was is not None:
                changes.insert(0, self._series.change(was, was._replace(ended_on=starts_on)))
            self._record(lead_id, _m("series set"), *changes)
            return now

        return self._file.write(work)

    def end_series(self, lead_id: str, on: date) -> Series | None:
        """Let the series end; None where there is none."""

        def work(__: sqlite3.Connection) -> Series | None:
            was = self.series_of(lead_id)
            if was is None:
                return None
            now = was._replace(ended_on=on)
            self._record(lead_id, _m("series ended"), self._series.change(was, now))
            return now

        return self._file.write(work)

    def plan(self, lead_id: str, day: date, minute: int | None = None, minutes: int = USUAL_MINUTES) -> OneOnOne:
        """Plan a 1:1 outside the series."""

        def work(__: sqlite3.Connection) -> OneOnOne:
            now = self._besides(lead_id, day, minute, minutes)
            self._record(lead_id, _m("1:1 planned"), self._meetings.change(None, now))
            return now

        return self._file.write(work)

    def postpone(self, one_on_one: OneOnOne, day: date, minute: int | None) -> OneOnOne:
        """Move a 1:1 that has not begun to another day or time; it still stands for its day of the series."""
        return self._alter(one_on_one, MOVED_TO.format(day=day.isoformat()), _is_planned, day=day, minute=minute)

    def skip(self, one_on_one: OneOnOne, because: str) -> OneOnOne:
        """Leave a 1:1 out, and say why; its items wait for the next one."""
        reason = clean_line(because).strip()
        return self._alter(one_on_one, _m("1:1 skipped"), _is_planned, state="skipped", skipped_because=reason)

    def begin(self, one_on_one: OneOnOne, today: date) -> OneOnOne:
        """Begin a 1:1, today; one that was planned for another day is held in its place. Once begun it stays so."""
        if one_on_one.state == "begun":
            return one_on_one
        return self._alter(one_on_one, _m("1:1 begun"), self._may_begin, state="begun", day=today,
                           minute=one_on_one.minute if one_on_one.day == today else None,
                           began_utc_ms=self._clock.now().utc_ms)  # fmt: skip

    def begin_besides(self, lead_id: str, today: date) -> OneOnOne:
        """Begin a 1:1 that was not planned."""
        return self.begin(self._besides(lead_id, today, None, USUAL_MINUTES), today)

    def next_segment(self, one_on_one: OneOnOne, title: str, minutes: int) -> Segment:
        """Go on to a segment of the agenda; its minutes are counted from now on."""

        def work(__: sqlite3.Connection) -> Segment:
            found = self._going_on(one_on_one.id)
            now = Segment(self._new_id(), found.lead, found.id, title, minutes, self._clock.now().utc_ms)
            self._record(found.lead, _m("next segment"), self._segments.change(None, now))
            return now

        return self._file.write(work)

    def decide(self, one_on_one: OneOnOne, who: str, what: str, by_when: date | None) -> Decision:
        """Keep a decision: who does what by when."""

        def work(__: sqlite3.Connection) -> Decision:
            found = self._going_on(one_on_one.id)
            now = Decision(
                self._new_id(), found.lead, found.id, clean_line(who).strip(), clean_line(what).strip(), by_when
            )
            self._record(found.lead, _m("decision kept"), self._decisions.change(None, now))
            return now

        return self._file.write(work)

    def reword_decision(self, identity: str, who: str, what: str, by_when: date | None) -> Decision:
        """Say a decision otherwise."""

        def work(__: sqlite3.Connection) -> Decision:
            was = self._decisions.get(identity)
            self._going_on(was.one_on_one)
            now = was._replace(who=clean_line(who).strip(), what=clean_line(what).strip(), by_when=by_when)
            if now != was:
                self._record(was.lead, _m("decision reworded"), self._decisions.change(was, now))
            return now

        return self._file.write(work)

    def withdraw_decision(self, identity: str) -> Decision:
        """Take a decision out."""

        def work(__: sqlite3.Connection) -> Decision:
            was = self._decisions.get(identity)
            self._going_on(was.one_on_one)
            self._record(was.lead, _m("decision taken out"), self._decisions.change(was, None))
            return was

        return self._file.write(work)

    def end(self, one_on_one: OneOnOne, *, no_decision: bool = False) -> OneOnOne:
        """End a 1:1: with what was decided, or saying that nothing was. What was not settled is carried to the next one."""

        def work(__: sqlite3.Connection) -> OneOnOne:
            was = self._going_on(one_on_one.id)
            decided = bool(self.decisions_of(was.id))
            if not decided and not no_decision:
                raise NotebookError(NOTHING_DECIDED)
            now = was._replace(
                state="held", ended_utc_ms=self._clock.now().utc_ms, no_decision=not decided and no_decision
            )
            carried = self._items.within_carry_on(was.lead, was.id, was.day)
            self._record(was.lead, _m("1:1 ended"), self._meetings.change(was, now), *carried)
            return now

        return self._file.write(work)

    def take_in(self, lead_id: str, lines: list[tuple[str, str]]) -> list[Item]:
        """Take in the items that the lead wrote elsewhere, as (source, words); those that are new. Twice is once."""
        return self._items.take_in(lead_id, lines)

    def _besides(self, lead_id: str, day: date, minute: int | None, minutes: int) -> OneOnOne:
        identity = self._new_id()
        return OneOnOne(identity, reference("m", identity), lead_id, None, day, minute, minutes)

    def _going_on(self, identity: str) -> OneOnOne:
        """The 1:1 with this id, if it goes on; within the caller's transaction."""
        found = self._meetings.find(identity)
        if found is None or found.state == "planned":
            raise NotebookError(_NOT_BEGUN)
        if found.state != "begun":
            raise NotebookError(_OVER)
        return found

    def _may_begin(self, one_on_one: OneOnOne) -> None:
        _is_planned(one_on_one)
        if self._meetings.where("lead = ? AND state = 'begun'", one_on_one.lead):
            raise NotebookError(_ANOTHER_GOES_ON)

    def _alter(self, one_on_one: OneOnOne, what: str, check: Callable[[OneOnOne], None], **news: object) -> OneOnOne:
        """Change a 1:1, kept or computed; one that was computed is kept from now on."""

        def work(__: sqlite3.Connection) -> OneOnOne:
            was = self._meetings.find(one_on_one.id)
            check(was or one_on_one)
            now = (was or one_on_one)._replace(**news)  # type: ignore[arg-type]
            if now != was:
                self._record(now.lead, what, self._meetings.change(was, now))
            return now

        return self._file.write(work)


def _is_planned(one_on_one: OneOnOne) -> None:
    """Raises a NotebookError where a 1:1 is no longer only planned."""
    if one_on_one.state != "planned":
        raise NotebookError(
            _OVER if one_on_one.state != "begun" else _("That 1:1 goes on already. Nothing was changed.")
        )
