"""Reading: one observation of the past, said line by line, changed by the numbers of its lines, and gone on from."""

from coachtui.model.observation import Observation
from coachtui.plain.closing import AsksClosingWords
from coachtui.plain.commands import READING
from coachtui.plain.session import Session
from coachtui.plain.spoken import observation_words
from coachtui.wording import _, counted

NOT_NAMED = _("It is not known whose meeting this was. lead and a name says it.")


class Reading(AsksClosingWords):
    """The conversation about an observation that is over."""

    TABLE = READING
    NUMBER_MEANS = "say"

    def __init__(self, session: Session, identity: str, *, is_new: bool = False, at: str | None = None) -> None:
        """`is_new` says that it was ended a moment ago; `at` is the id of the line that is wanted."""
        super().__init__(session)
        self._identity, self._is_new, self._at = identity, is_new, at

    def observation(self) -> Observation | None:
        """The observation."""
        return self.session.notebook.observations.find(self._identity)

    def whereabouts(self) -> str:
        """Which observation it is."""
        found = self.observation()
        return (
            _("Reading.")
            if found is None
            else _("Reading {observation_words}").format(observation_words=observation_words(found))
        )

    def begin(self) -> None:
        """Say which it is, and what can be done with it."""
        found = self.session.notebook.observations.get(self._identity)
        if not self._is_new:
            self.say(observation_words(found))
        waiting = sum(1 for __ in self.to_triage())
        if waiting:
            self.say(
                counted(
                    waiting,
                    "{n} line wants another look: triage goes to it.",
                    "{n} lines want another look: triage goes through them.",
                )
            )
        self.say(_("lines says them, summary sums them up, feedback drafts from them, share goes to the gate."))
        wanted = next((line for line in self.all_lines() if line.id == self._at), None)
        if wanted is not None:
            self.do_say(str(wanted.place))

    def turned(self) -> None:
        """An end that was taken back leaves it open."""
        found = self.observation()
        if found is not None and found.ended_utc_ms is None:
            self.say(_("It is not ended any more: observe on Today goes on with it."))

    def do_triage(self, __: str) -> None:
        """Go through the lines that want another look."""
        self.triage()

    def do_closing(self, __: str) -> None:
        """The three questions."""
        self.ask_closing_words(self._identity)

    def do_feedback(self, __: str) -> None:
        """Draft feedback from it."""
        from coachtui.plain.feedback import Feedback

        if self._has_lead():
            Feedback(self.session, f"observation:{self._identity}").hold()

    def do_share(self, __: str) -> None:
        """Go to the gate."""
        from coachtui.plain.gate import GateTalk

        if self._has_lead():
            GateTalk(self.session, f"observation:{self._identity}").hold()

    def _has_lead(self) -> bool:
        """Whether it is known whose meeting it was; if not, that is said."""
        known = self.session.notebook.record.lead_seen_in(self._identity) is not None
        if not known:
            self.say(NOT_NAMED)
        return known
