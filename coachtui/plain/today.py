"""Today in words: the next bell, the cards with their numbers, and the way to everything else."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coachtui.model.card import MOST, SUBJECT, Card, in_a_week, next_morning
from coachtui.model.people import lead_meant
from coachtui.model.retention import read_keep
from coachtui.model.timing import clock_text
from coachtui.model.told import count_text, day_text
from coachtui.plain.capture import Capture
from coachtui.plain.commands import TODAY
from coachtui.plain.conversation import ToToday
from coachtui.plain.session import Session
from coachtui.plain.sharing_out import GoesOut
from coachtui.plain.spoken import ended, observation_words
from coachtui.plain.things import open_lead, open_ref, open_thing

if TYPE_CHECKING:
    from coachtui.model.day_facts import Day

_NEWEST = 10
_FIRST = (
    "observe begins an observation with the first key you type; observe and a team's name says whose meeting it is.",
    "help says what else there is.",
)


class Today(GoesOut):
    """The conversation that is always there; every other one is begun from it."""

    TABLE = TODAY
    NUMBER_MEANS = "open"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._cards: list[Card] = []
        self._capture: Capture | None = None
        self._done: list[str] = []
        self._undone: list[str] = []

    def begin(self) -> None:
        """The day, the bell, and what waits."""
        now_ms, zone = self.session.clock.now().utc_ms, self.session.clock.zone()
        self.say(f"{day_text(now_ms, zone)}, {clock_text(now_ms, zone)}.")
        if self.session.refusal is not None:
            self.say(f"{self.session.refusal} observe writes into the drop box, which is taken in later.")
            return
        notebook = self.session.notebook
        review = notebook.today.review(now_ms, zone, read_keep(self.session.settings.keep))
        ring = review.day.bells.next_ring(now_ms, zone)
        if ring is not None:
            self.say(f"{ring.ahead(now_ms, zone)}.")
        if notebook.taken_in:
            self.say(f"{count_text(notebook.taken_in, 'line', 'lines')} from another window were taken in.")
            notebook.taken_in = 0
        self._cards = review.cards[:MOST]
        for place, card in enumerate(self._cards, 1):
            ref = f", {card.ref}" if card.ref else ""
            self.say(f"{place}. {_title(card)}{ref}. {card.why} {card.first}")
        if len(review.cards) > MOST:
            self.say(f"And {len(review.cards) - MOST} more.")
        if review.first:
            self.say(" ".join((review.first[0], *_FIRST)))

    def hear_first(self, room: str, team: str | None, lead: str | None) -> None:
        """Begin with capture where that was asked for; else with what waits."""
        if room == "observe":
            self.attempt(lambda: self._go(lambda: self._observe(team, lead)))
        self.hold()

    def order(self, words: str) -> None:
        """Do a command; whatever conversation it begins leads back here."""
        self._go(lambda: super(Today, self).order(words))

    def _go(self, deed: Callable[[], None]) -> None:
        try:
            deed()
        except ToToday:
            self.begin()

    def do_back(self, _: str) -> None:
        """There is nothing behind Today."""
        self.say("This is Today. quit closes coachtui.")

    def do_today(self, _: str) -> None:
        """The day, anew."""
        self.begin()

    def do_observe(self, rest: str) -> None:
        """Go on with what is open, or begin."""
        self._observe(rest or None, None)

    def _observe(self, team: str | None, lead: str | None) -> None:
        capture = self._capture
        if capture is None or capture.meeting is None or (team and team != capture.meeting.team):
            if capture is not None and capture.meeting is not None:
                self.say("Another observation is being written. end it first; this is it:")
            else:
                capture = self._capture = Capture.ready(self.session, team, lead)
        capture.hold()

    def do_open(self, rest: str) -> None:
        """Open a card."""
        card = self.chosen(rest, self._cards)
        if card is None:
            return
        if card.kind == "resume":
            self._capture = Capture(self.session, going_on=self.session.notebook.observations.get(card.id))
            self._capture.hold()
        else:
            open_thing(self.session, card.table, card.id, card.lead_id)

    def do_done(self, rest: str) -> None:
        """Be done with a card."""
        card = self.chosen(rest, self._cards)
        if card is not None and card.kind == "resume":
            self._end(card)
        elif card is not None:
            self._put_off(card, None, "None needed" if card.kind == "feedback" else "Done")

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
            self._put_off(card, until_ms, f"Put off until {day_text(until_ms, zone)}")

    def _put_off(self, card: Card, until_ms: int | None, words: str) -> None:
        self.session.notebook.today.put_off(card.key, until_ms)
        self._note(SUBJECT)
        self.say(f"{words}: {ended(_title(card))} undo takes it back. The other numbers stay until today is said.")

    def do_end(self, rest: str) -> None:
        """End one that was cut off."""
        card = self.chosen(rest, [each for each in self._cards if each.kind == "resume"] if not rest else self._cards)
        if card is not None and card.kind == "resume":
            self._end(card)
        elif card is not None:
            self.say("Only an observation that was cut off can be ended here.")

    def _end(self, card: Card) -> None:
        over = self.session.notebook.observations.end_at_last_line(card.id)
        self._note(over.id)
        self.say(
            f"Ended at {clock_text(over.ended_utc_ms or 0, over.zone)}, {count_text(over.lines, 'line', 'lines')}."
        )

    def _note(self, subject: str) -> None:
        self._done.append(subject)
        self._undone.clear()

    def do_undo(self, _: str) -> None:
        """Take back the last thing done here."""
        self._turn("undo", self._done, self._undone)

    def do_redo(self, _: str) -> None:
        """Do again what was taken back."""
        self._turn("redo", self._undone, self._done)

    def _turn(self, verb: str, from_here: list[str], to_there: list[str]) -> None:
        subject = from_here.pop() if from_here else SUBJECT
        if self.turn(verb, subject):
            to_there.append(subject)

    def do_observations(self, rest: str) -> None:
        """The newest observations."""
        number, _ = self.numbered(rest)
        found = self.session.notebook.observations.latest(int(number) if number.isdigit() else _NEWEST)
        for each in found:
            self.say(observation_words(each))
        self.say("read and a reference reads one." if found else "There is none yet. observe begins one.")

    def do_leads(self, _: str) -> None:
        """The leads."""
        teams = self.session.notebook.teams.all()
        leads = self.session.notebook.leads.all()
        for lead in leads:
            led = ", ".join(team.name for team in teams if team.lead_id == lead.id)
            self.say(f"{lead.name}, {lead.role}{f', {led}' if led else ''}.")
        self.say(
            "lead and a name says a page." if leads else "There is none yet. A lead named while you observe is one."
        )

    def do_lead(self, rest: str) -> None:
        """A lead's page."""
        leads = self.session.notebook.leads.all() + self.session.notebook.leads.retired()
        meant = lead_meant(rest, leads)
        if meant is None:
            self.say(f"Say whose: {', '.join(each.name for each in leads) or 'there is none yet'}.")
        else:
            open_lead(self.session, meant.id)

    def do_read(self, rest: str) -> None:
        """Read one thing."""
        if rest:
            open_ref(self.session, rest)
        else:
            self.say("Say its reference: read last reads the newest observation.")


def _title(card: Card) -> str:
    """What the card is about, as it is said."""
    return card.title.replace(" · ", ", ")
