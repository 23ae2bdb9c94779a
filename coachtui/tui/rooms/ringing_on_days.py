"""Choosing on which days a schedule rings: weekdays, turns, single days."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from coachtui.model.answers import NONE, told
from coachtui.model.bell import Bells, Schedule
from coachtui.model.calendar_words import weekday_name
from coachtui.model.card import day_words
from coachtui.model.dates import BadDate, read_date
from coachtui.model.typed_days import weekdays_in_english
from coachtui.tui.rooms.entering_bells import EntersBells
from coachtui.wording import _

_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NO_SCHOOL = _("no school")
AS_USUAL = _("as usual")
_CLOSED = (NO_SCHOOL, "no school", *told(NONE), "none", "off", "holiday", "closed")
_CHOSEN = _("Chosen. Ctrl+Z takes it back.")
_NAMED = re.compile(r"\s*[,;]\s*")


class ChoosesDays(EntersBells):
    """A room in which it is said when schedules ring."""

    def action_days(self) -> None:
        """Ask on which weekdays the schedule under the cursor rings."""
        schedule = self.bells.called(self.schedule_under_cursor())
        if schedule is None:
            self.say(_("Put the cursor on a schedule first."))
            return
        identity = schedule.id
        self.ask_for(
            f"bells:days:{identity}",
            _("Weekdays of {name}").format(name=schedule.name),
            _weekday_words(self.bells, schedule),
            lambda text: self._chose_days(identity, text),
            typed_over=True,
        )

    def _chose_days(self, identity: str, text: str) -> str | None:
        days = read_weekdays(text)
        if days is None:
            return _("“{text}” are not weekdays. Write them as Mon Tue Wed, or Mon-Fri.").format(text=text[:40])
        self.change(lambda notebook: notebook.bells.ring_on(identity, days), _CHOSEN)
        return None

    def action_turns(self) -> None:
        """Ask which schedules take turns, then from which day on."""
        if not self.bells.schedules:
            self.say(_("Enter the schedules first, one for each turn: press n."))
            return
        names = ", ".join(each.name for each in self.bells.schedules)
        self.ask_for("bells:turns", _("They take turns (nothing: none do)"), names, self._named_turns, [names])

    def _named_turns(self, text: str) -> str | None:
        wanted = [name for name in _NAMED.split(text) if name]
        found = [self._called(name) for name in wanted]
        if not wanted:
            self.change(
                lambda notebook: notebook.bells.take_turns([], self.workplace.clock.today()), _("No turns any more.")
            )
            return None
        unknown = next((name for name, each in zip(wanted, found, strict=True) if each is None), None)
        if unknown is not None:
            return _("There is no schedule “{unknown}”. Name them with commas between: A, B.").format(
                unknown=unknown[:40]
            )
        ids = [each.id for each in found if each is not None]
        self.ask_for(
            "bells:turns:from",
            _("The day on which {name} rings").format(name=found[0].name if found[0] else ""),
            _("today"),
            lambda day: self._chose_turns(ids, day),
            typed_over=True,
        )
        return None

    def _chose_turns(self, ids: list[str], text: str) -> str | None:
        day = self._day(text)
        if isinstance(day, str):
            return day
        self.change(
            lambda notebook: notebook.bells.take_turns(ids, day), _("They take turns, school day by school day.")
        )
        return None

    def action_single(self) -> None:
        """Ask for one day, then for what rings on it."""
        if not self.bells.schedules:
            self.say(_("Enter a schedule first: press n."))
            return
        self.ask_for("bells:single", _("Which day"), "", self._named_single)
        self.say(_("A day as in Dec 5, 12/5, next fri or tomorrow. Breaks of several days: Esc, then c."))

    def _named_single(self, text: str) -> str | None:
        if not text:
            return None
        day = self._day(text)
        if isinstance(day, str):
            return _("{day} Breaks of several days: Esc, then c.").format(day=day)
        choices = [*(each.name for each in self.bells.schedules), NO_SCHOOL, AS_USUAL]
        words = _("{day}: a schedule, {no_school}, or {as_usual}").format(
            day=day_words(day, self.workplace.clock.today()), no_school=NO_SCHOOL, as_usual=AS_USUAL
        )
        self.ask_for(f"bells:single:{day}", words, "", lambda name: self._chose_single(day, name), choices)
        self.say(_("One of: {choices}.").format(choices=", ".join(choices)))
        return None

    def _chose_single(self, day: date, name: str) -> str | None:
        schedule = self._called(name)
        if name.casefold() in (AS_USUAL, "as usual"):
            self.change(lambda notebook: notebook.bells.as_usual(day), _CHOSEN)
        elif name.casefold() in _CLOSED:
            self.change(lambda notebook: notebook.bells.ring_once(day, None), _CHOSEN)
        elif schedule is not None:
            identity = schedule.id
            self.change(lambda notebook: notebook.bells.ring_once(day, identity), _CHOSEN)
        elif name:
            return _("There is no schedule “{name}”. {no_school} and {as_usual} can be said as well.").format(
                name=name[:40], no_school=NO_SCHOOL, as_usual=AS_USUAL
            )
        return None

    def taking_out(self, kind: str, identity: str) -> Any:
        """The verb that takes out a thing of this kind."""
        if kind == "single":
            return lambda notebook: notebook.bells.as_usual(date.fromisoformat(identity))
        if kind == "turns":
            return lambda notebook: notebook.bells.take_turns([], self.workplace.clock.today())
        return super().taking_out(kind, identity)

    def _day(self, text: str) -> date | str:
        """The day that is meant; a sentence where none can be read."""
        try:
            return read_date(text, self.workplace.clock.today())
        except BadDate as fault:
            return str(fault)

    def _called(self, name: str) -> Schedule | None:
        """The schedule of this name, or the only one that begins so."""
        folded = name.strip().casefold()
        same = [each for each in self.bells.schedules if each.name.casefold() == folded]
        begins = [each for each in self.bells.schedules if folded and each.name.casefold().startswith(folded)]
        return same[0] if same else begins[0] if len(begins) == 1 else None


def read_weekdays(text: str) -> list[int] | None:
    """The weekdays in "Mon Tue", "mon-fri"; none of them for nothing; None where something else is said."""
    days: set[int] = set()
    for part in re.split(r"[\s,;]+", re.sub(r"\s*[-–]\s*", "-", weekdays_in_english(text.strip().casefold()))):
        ends = [_weekday(name) for name in part.split("-")] if part else []
        if None in ends or len(ends) > 2:
            return None
        known = [end for end in ends if end is not None]
        if known:
            days.update(range(known[0], known[-1] + 1) if known[0] <= known[-1] else [])
    return sorted(days)


def _weekday(name: str) -> int | None:
    return next((number for number, full in enumerate(_DAY_NAMES, 1) if len(name) > 1 and full.startswith(name)), None)


def _weekday_words(bells: Bells, schedule: Schedule) -> str:
    days = sorted(e.weekday for e in bells.days if e.kind == "weekday" and e.schedule == schedule.id and e.weekday)
    return f"{weekday_name(1)}-{weekday_name(5)}" if days == [1, 2, 3, 4, 5] else " ".join(map(weekday_name, days))


def days_text(bells: Bells, schedule: Schedule) -> str:
    """On which days a schedule rings, as far as they come again."""
    turn = next((each for each in bells.days if each.kind == "turn" and each.schedule == schedule.id), None)
    return _together(
        [
            _weekday_words(bells, schedule),
            "" if turn is None else _("turn {turn} of {turns}").format(turn=turn.turn, turns=turn.turns),
        ]
    )


def turns_text(bells: Bells, today: date) -> str:
    """Which schedules take turns, and from which day on; nothing where none do."""
    turns = sorted((each for each in bells.days if each.kind == "turn"), key=lambda each: each.turn or 0)
    if not turns or turns[0].day is None:
        return ""
    names = ", ".join(found.name for each in turns if (found := bells.called(each.schedule)))
    now = bells.on(today)
    return _("{names}, school day by school day from {day}. Today: {name}.").format(
        names=names, day=day_words(turns[0].day, today), name=now.name if now else NO_SCHOOL
    )


def _together(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
