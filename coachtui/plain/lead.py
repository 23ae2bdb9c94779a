"""A lead in words: the page, the steps, the observations, what the lead sees; each by its number."""

from coachtui.commandline.lead_text import lead_text
from coachtui.model.dates import say_date
from coachtui.model.lead_words import step_in_brief
from coachtui.model.observation import Observation
from coachtui.model.ref import MEETING
from coachtui.model.step import Step, StepState
from coachtui.plain.commands import LEAD
from coachtui.plain.conversation import Conversation
from coachtui.plain.session import Session
from coachtui.plain.spoken import ended, observation_words
from coachtui.plain.things import open_observation, open_thing, read_aloud
from coachtui.wording import _, _t

_NEWEST = 12


class LeadTalk(Conversation):
    """The conversation about one lead."""

    TABLE = LEAD
    NUMBER_MEANS = "read"

    def __init__(self, session: Session, lead_id: str) -> None:
        super().__init__(session)
        self._lead = session.notebook.leads.get(lead_id)
        self._steps: list[Step] = []
        self._observations: list[Observation] = []

    @property
    def prompt(self) -> str:
        """Whose page it is."""
        return f"{self._lead.name}: "

    def begin(self) -> None:
        """The page."""
        self.do_page("")

    def whereabouts(self) -> str:
        """Whose page it is."""
        return _("The page of {name}.").format(name=self._lead.name)

    def do_page(self, __: str) -> None:
        """The page."""
        today = self.session.clock.today()
        self.say(lead_text(self.session.notebook.lead_pages.of(self._lead.id, today), today))

    def do_steps(self, __: str) -> None:
        """The steps on their way."""
        today = self.session.clock.today()
        self._steps, self._observations = self.session.notebook.steps.open_of(self._lead.id), []
        for place, step in enumerate(self._steps, 1):
            words = ended(step.words) if step.words else _("not worded yet.")
            self.say(f"{place}. {step.ref}, {_t(step.state)}, {step_in_brief(step, today)}: {words}")
            if step.looks_like:
                self.say(_("How we will know: {ended}").format(ended=ended(step.looks_like)))
        if not self._steps:
            self.say(_("No step is on its way."))

    def do_agreed(self, rest: str) -> None:
        """It is agreed."""
        self._mark(rest, "agreed")

    def do_practised(self, rest: str) -> None:
        """It was practised."""
        self._mark(rest, "practised")

    def do_tried(self, rest: str) -> None:
        """It was tried."""
        self._mark(rest, "tried")

    def do_seen(self, rest: str) -> None:
        """It was seen."""
        self._mark(rest, "seen")

    def do_mastered(self, rest: str) -> None:
        """It is mastered."""
        self._mark(rest, "mastered")

    def do_dropped(self, rest: str) -> None:
        """It is let go of."""
        self._mark(rest, "dropped")

    def _mark(self, rest: str, then: StepState) -> None:
        if not self._steps:
            self.do_steps("")
        step = self.chosen(rest, self._steps)
        if step is not None:
            now = self.session.notebook.steps.mark(step.id, then)
            self._steps = [now if each.id == now.id else each for each in self._steps]
            self.say(
                _("{state}: {ended} undo takes it back.").format(
                    state=_t(now.state).capitalize(), ended=ended(now.words)
                )
            )

    def do_observations(self, __: str) -> None:
        """The observations."""
        self._observations = self.session.notebook.observations.of_lead(self._lead.id, _NEWEST)
        self._steps = []
        for place, each in enumerate(self._observations, 1):
            self.say(f"{place}. {observation_words(each)}")
        if not self._observations:
            self.say(_("Not seen yet. observe on Today begins."))

    def do_read(self, rest: str) -> None:
        """Read what has this number, or this reference."""
        number, words = self.numbered(rest)
        if words and not number:
            read_aloud(self.session, words)
        elif self._steps:
            if (step := self.chosen(rest, self._steps)) is not None:
                read_aloud(self.session, step.ref)
        elif (found := self._observation(rest)) is not None:
            open_observation(self.session, found.id)

    def _observation(self, rest: str) -> Observation | None:
        if not self._observations:
            self.do_observations("")
        return self.chosen(rest, self._observations)

    def do_feedback(self, rest: str) -> None:
        """Draft feedback on an observation."""
        found = self._observation(rest)
        if found is not None:
            open_thing(self.session, MEETING, found.id)

    def do_share(self, rest: str) -> None:
        """Take a step, or an observation, to the gate."""
        from coachtui.plain.gate import GateTalk

        if self._steps:
            step = self.chosen(rest, self._steps)
            wish = None if step is None else f"step:{step.id}"
        else:
            found = self._observation(rest)
            wish = None if found is None else f"observation:{found.id}"
        if wish is not None:
            GateTalk(self.session, wish).hold()

    def do_record(self, __: str) -> None:
        """What the lead sees, and what the lead wrote."""
        record, today = self.session.notebook.record, self.session.clock.today()
        entries = record.of(self._lead.id)
        for each in entries:
            self.say(
                _("{day}, {kind}, {title}, version {version}, {ref}.").format(
                    day=say_date(each.day, today),
                    kind=_t(each.kind),
                    title=each.title,
                    version=each.version,
                    ref=each.ref,
                )
            )
            self.say(each.words.strip())
        for words in record.words_of(self._lead.id):
            self.say(_("{name} wrote: {words}").format(name=self._lead.name, words=words.words))
        if not entries:
            self.say(_("Nothing was shared yet."))

    def do_undo(self, __: str) -> None:
        """Take back the last thing."""
        self._turn("undo")

    def do_redo(self, __: str) -> None:
        """Do again what was taken back."""
        self._turn("redo")

    def _turn(self, verb: str) -> None:
        self.turn(verb, self._lead.id)
        self._steps = self.session.notebook.steps.open_of(self._lead.id) if self._steps else []
