"""When a 1:1 is: its series, another day, left out, one more."""

from typing import Any

from coachtui.model.answers import NONE, STOP, is_word
from coachtui.model.day_words import day_at_start, read_minute
from coachtui.model.one_on_one import OneOnOne, read_wish
from coachtui.tui.rooms.sitting_room import SittingRoom
from coachtui.wording import _, _m

_NO_WISH = _("A weekday and a time are needed: weekly Tue 9:15 30, or every 2 weeks Thu 1:30 45.")
_NO_DAY = _("There is no day in that. Type it as: Thu 10:15, or Dec 5.")
_STOPS = (*NONE, STOP, _m("no longer"))


class PlansOneOnOne(SittingRoom):
    """The part of the 1:1 room that says when."""

    def action_series(self) -> None:
        """Ask how often, when and how long."""
        sitting = self.sitting
        if sitting is None:
            return
        lead, today, series = sitting.lead.id, sitting.today, sitting.series

        def answered(words: str) -> str | None:
            if not words or (series is not None and words == series.words):
                return None
            if is_word(words, *_STOPS):
                self.change(
                    lambda notebook: notebook.one_on_ones.end_series(lead, today),
                    lambda ended: _("There is no series.") if ended is None else _("The series has ended."),
                )
                return None
            wish = read_wish(words)
            if wish is None:
                return _NO_WISH
            self.change(
                lambda notebook: notebook.one_on_ones.set_series(lead, wish, today),
                lambda new: _("You meet {words}. Days off are passed over.").format(words=new.words),
            )
            return None

        self.ask_for(f"series:{lead}", _("You meet"), "" if series is None else series.words, answered)
        self.say(_("As in: weekly Tue 9:15 30. Every 2 weeks Thu 1:30 45. none ends the series."))

    def action_move(self) -> None:
        """Ask for another day."""
        one = self._planned()
        if one is not None:
            self._ask_day(f"move:{one.id}", _("{when} moves to").format(when=one.when), self._mover(one))

    def _mover(self, one: OneOnOne) -> Any:
        return lambda notebook, day, minute: notebook.one_on_ones.postpone(
            one, day, one.minute if minute is None else minute
        )

    def action_besides(self) -> None:
        """Ask for the day of one more."""
        if self.sitting is not None:
            lead = self.sitting.lead.id
            self._ask_day(
                f"besides:{lead}", _("One more on"),
                lambda notebook, day, minute: notebook.one_on_ones.plan(lead, day, minute),
            )  # fmt: skip

    def _ask_day(self, key: str, prompt: str, verb: Any) -> None:
        """Ask for a day, perhaps with a time, and do this with both."""

        def answered(words: str) -> str | None:
            if not words:
                return None
            today = self.workplace.clock.today()
            rest, time = _apart(words)
            day, left = day_at_start(rest, today)
            if day is None or left:
                return _NO_DAY
            if day < today:
                return _("That day is past. Type one that comes.")
            self.change(
                lambda notebook: verb(notebook, day, time), lambda new: _("The 1:1 is {when}.").format(when=new.when)
            )
            return None

        self.ask_for(key, prompt, "", answered)
        self.say(_("A day, perhaps with a time: Thu 10:15."))

    def action_skip(self) -> None:
        """Ask why it is left out."""
        one = self._planned()
        if one is None:
            return

        def answered(words: str) -> str | None:
            if not words:
                return _("Leaving one out needs a reason. Esc keeps it planned.")
            self.change(
                lambda notebook: notebook.one_on_ones.skip(one, words), _("Left out. Its items wait for the next one.")
            )
            return None

        self.ask_for(f"skip:{one.id}", _("{when} is not held because").format(when=one.when), "", answered)

    def _planned(self) -> OneOnOne | None:
        """The 1:1 that is shown, if it is only planned; else that is said."""
        sitting = self.preparing()
        if sitting is None:
            return None
        if sitting.one is None or sitting.begun is not None:
            self.say(_("There is none to come. s sets a series, o plans one.") if sitting.one is None
                     else _("It goes on already. F8 ends it."))  # fmt: skip
            return None
        return sitting.one


def _apart(words: str) -> tuple[str, int | None]:
    """The words without a time at their end, and that time as the minute of the day."""
    *before, last = words.split()
    minute = read_minute(last)
    return (words, None) if minute is None else (" ".join(before).removesuffix(" at").removesuffix(" a las"), minute)
