"""Today in words: the next bell, the cards with their numbers, and the way to everything else."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coachtui.model.card import MOST, SUBJECT, Card, in_a_week, next_morning
from coachtui.model.retention import read_keep
from coachtui.model.timing import clock_text
from coachtui.model.told import day_text
from coachtui.plain.capture import Capture
from coachtui.plain.commands import TODAY
from coachtui.plain.conversation import ToToday
from coachtui.plain.listener import Typed
from coachtui.plain.looking_up import LooksUp
from coachtui.plain.meeting import to_go_on_with
from coachtui.plain.session import Session
from coachtui.plain.spoken import ended
from coachtui.plain.things import open_thing
from coachtui.wording import _, counted

if TYPE_CHECKING:
    from coachtui.model.day_facts import Day
    from coachtui.store.notebook import Notebook
    from coachtui.store.today import Review

_FIRST = (
    _("observe begins an observation with the first key you type; observe and a team's name says whose meeting it is."),
    _("help says what else there is."),
)


class Today(LooksUp):
    """The conversation that is always there; every other one is begun from it."""

    TABLE = TODAY
    NUMBER_MEANS = "open"
    STAYS = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._cards: list[Card] = []
        self._stray: Typed | None = None
        """What was typed here and is no command: it may have been meant for a meeting."""
        self._typed = Typed("", session.clock.now())
        self._before: str | None = None
        """What was said of a notebook that was here before this one, its file lost or emptied; None until that was looked for."""
        self._done: list[str] = []
        self._undone: list[str] = []

    def begin(self) -> None:
        """The day, the bell, and what waits."""
        now_ms, zone = self.session.clock.now().utc_ms, self.session.clock.zone()
        self.say(f"{day_text(now_ms, zone)}, {clock_text(now_ms, zone)}.")
        if self.session.refusal is not None:
            self.say(
                _("{refusal} observe writes into the drop box; that comes into the notebook once it opens.").format(
                    refusal=self.session.refusal
                )
            )
            return
        notebook = self.session.notebook
        review = notebook.today.review(now_ms, zone, read_keep(self.session.settings.keep))
        ring = review.day.bells.next_ring(now_ms, zone)
        if ring is not None:
            self.say(f"{ring.ahead(now_ms, zone)}.")
        self._say_what_was_before(notebook)
        self._say_what_waits(notebook, review)

    def goes_on_anew(self) -> None:
        """Say what waits now."""
        self.attempt(self.begin)

    def _say_what_was_before(self, notebook: "Notebook") -> None:
        from coachtui.store.begun_anew import sentence_of_before

        if self._before is None:
            self._before = sentence_of_before(notebook, self.session.places, self.session.clock)
            if self._before:
                self.say(self._before)

    def _say_what_waits(self, notebook: "Notebook", review: "Review") -> None:
        if notebook.taken_in:
            self.say(
                counted(
                    notebook.taken_in,
                    "{n} line from another window was taken in.",
                    "{n} lines from another window were taken in.",
                )
            )
            notebook.taken_in = 0
        self._cards = review.cards[:MOST]
        for place, card in enumerate(self._cards, 1):
            ref = f", {card.ref}" if card.ref else ""
            self.say(f"{place}. {_title(card)}{ref}. {card.why} {card.first}")
        if len(review.cards) > MOST:
            self.say(_("And {n} more.").format(n=len(review.cards) - MOST))
        if review.first:
            self.say(" ".join((*(() if self._before else review.first[:1]), *_FIRST)))

    def hear_first(self, room: str, team: str | None, lead: str | None) -> None:
        """Begin with capture where that was asked for, or where the program was torn out of a meeting; else with what waits."""
        if room == "observe" or self._was_in_a_meeting():
            self.attempt(lambda: self._go(lambda: self._observe(team, lead)))
        self.hold()

    def _was_in_a_meeting(self) -> bool:
        """Whether the program was torn out of a meeting that may still go on."""
        session = self.session
        return session.refusal is None and session.notebook.crashed and to_go_on_with(session, None) is not None

    def hear(self, typed: Typed) -> None:
        """Do what a line asks for; words that are no command are kept for a moment."""
        self._typed = typed
        super().hear(typed)

    def not_known(self, words: str, why_not: str) -> None:
        """Nothing is filed here; but what looks like a line is not lost."""
        super().not_known(words, why_not)
        if len(words.split()) > 1:
            self._stray = self._typed
            self.say(_("If it was meant for a meeting, say observe: it stands in the line then."))

    def order(self, words: str) -> None:
        """Do a command; whatever conversation it begins leads back here."""
        self._go(lambda: super(Today, self).order(words))

    def _go(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except ToToday:
            self.begin()

    def do_back(self, __: str) -> None:
        """There is nothing behind Today."""
        self.say(_("This is Today. quit closes coachtui."))

    def do_today(self, __: str) -> None:
        """The day, anew."""
        self.begin()

    def do_observe(self, rest: str) -> None:
        """Go on with what is open, or begin; the beginning of a team's name is enough."""
        names = [] if self.session.refusal is not None else [each.name for each in self.session.notebook.people.teams()]
        fits = [name for name in names if rest and name.casefold().startswith(rest.casefold())]
        self._observe(fits[0] if len(fits) == 1 else rest or None, None)

    def _observe(self, team: str | None, lead: str | None) -> None:
        session, capture = self.session, self.session.capture
        if capture is None or capture.meeting is None:
            found = to_go_on_with(session, team)
            capture = Capture(session, team, lead) if found is None else Capture(session, going_on=found)
        elif team and team != capture.meeting.team:
            self.say(_("Another observation is being written. /end ends it. This is it:"))
        if self._stray is not None and not capture.put_in:
            capture.take_over(self._stray)
            self._stray = None
        capture.hold()

    def do_open(self, rest: str) -> None:
        """Open a card."""
        card = self.chosen(rest, self._cards)
        if card is None:
            return
        open_thing(self.session, "observations" if card.kind == "resume" else card.table, card.id, card.lead_id)

    def do_done(self, rest: str) -> None:
        """Be done with a card."""
        card = self.chosen(rest, self._cards)
        if card is not None and card.kind == "resume":
            self._end(card)
        elif card is not None:
            self._put_off(card, None, _("None needed") if card.kind == "feedback" else _("Done"))

    def do_later(self, rest: str) -> None:
        """Put it off until the next school day."""
        self._put_off_until(rest, next_morning)

    def do_week(self, rest: str) -> None:
        """Put it off for a week."""
        self._put_off_until(rest, in_a_week)

    def _put_off_until(self, rest: str, until: "Callable[[Day], int]") -> None:
        card, now_ms, zone = self.chosen(rest, self._cards), self.session.clock.now().utc_ms, self.session.clock.zone()
        if card is not None:
            until_ms = until(self.session.notebook.today.review(now_ms, zone).day)
            self._put_off(card, until_ms, _("Put off until {day}").format(day=day_text(until_ms, zone)))

    def _put_off(self, card: Card, until_ms: int | None, words: str) -> None:
        self.session.notebook.today.put_off(card.key, until_ms)
        self._note(SUBJECT)
        self.say(
            _("{words}: {ended} undo takes it back. The other numbers stay until today is said.").format(
                words=words, ended=ended(_title(card))
            )
        )

    def do_end(self, rest: str) -> None:
        """End one that was cut off."""
        card = self.chosen(rest, [each for each in self._cards if each.kind == "resume"] if not rest else self._cards)
        if card is not None and card.kind == "resume":
            self._end(card)
        elif card is not None:
            self.say(_("Only an observation that was cut off can be ended here."))

    def _end(self, card: Card) -> None:
        over = self.session.notebook.observations.end_at_last_line(card.id)
        self._note(over.id)
        self.say(
            _("Ended at {time}, {number}.").format(
                time=clock_text(over.ended_utc_ms or 0, over.zone), number=counted(over.lines, "{n} line", "{n} lines")
            )
        )

    def _note(self, subject: str) -> None:
        self._done.append(subject)
        self._undone.clear()

    def do_undo(self, __: str) -> None:
        """Take back the last thing done here."""
        self._turn("undo", self._done, self._undone)

    def do_redo(self, __: str) -> None:
        """Do again what was taken back."""
        self._turn("redo", self._undone, self._done)

    def _turn(self, verb: str, from_here: list[str], to_there: list[str]) -> None:
        subject = from_here.pop() if from_here else SUBJECT
        if self.turn(verb, subject):
            to_there.append(subject)


def _title(card: Card) -> str:
    """What the card is about, as it is said."""
    return card.title.replace(" · ", ", ")
