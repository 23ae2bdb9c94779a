"""Feedback in words: the draft part by part, the lines it stands on, advice as sentences, and how it goes on."""

from coachtui.feedback_at_hand import USUAL_SHAPE, AtFeedback, begin_or_find, read_feedback, slot_of, take_up
from coachtui.feedback_facts import facts_of
from coachtui.model.agreed_step import agreed_step
from coachtui.model.cited import places_in
from coachtui.model.cited_advice import CORRECTED, Advised, of_cited
from coachtui.model.dates import say_date
from coachtui.model.draft import Draft
from coachtui.model.feedback_checks import FeedbackChecks
from coachtui.model.feedback_hours import hours_taken, hours_words
from coachtui.model.feedback_parts import in_shape, parts_of
from coachtui.model.timing import clock_text, local_time
from coachtui.model.told import day_text
from coachtui.plain.commands import FEEDBACK
from coachtui.plain.evidence import TellsEvidence
from coachtui.plain.session import Session
from coachtui.plain.spoken import ended
from coachtui.wording import Noun, _, _t

_WORDS = Noun("{n} word", "{n} words")
_EMPTY = _("empty")


class Feedback(TellsEvidence):
    """One draft; `wish` says which, as `begin_or_find` takes it."""

    TABLE = FEEDBACK
    NUMBER_MEANS = "write"

    def __init__(self, session: Session, wish: str) -> None:
        super().__init__(session)
        shapes = session.shapes
        usual = shapes.get(USUAL_SHAPE) or next(iter(shapes.values()))
        self.identity = begin_or_find(session.notebook, wish, usual)
        take_up(session.notebook, self.identity)
        self._advice: list[Advised] = []

    def at(self) -> AtFeedback:
        """The feedback as it is now."""
        return read_feedback(self.session.notebook, self.identity, self.session.clock.today(), self.session.shapes)

    def begin(self) -> None:
        """Say whom it is for, how far it is, and its parts."""
        at = self.at()
        now_ms = self.session.clock.now().utc_ms
        hours = hours_words(at.feedback, hours_taken(at.feedback, at.observation, now_ms, at.days_off))
        self.say(
            _("Feedback {ref} for {name}: {state}.").format(
                ref=at.feedback.ref, name=at.lead.name, state=", ".join(filter(None, (_t(at.feedback.state), hours)))
            )
        )
        self.do_parts("")
        self.say(
            _(
                "write and a number writes a part, evidence says the lines, advice what is worth a thought, share goes on."
            )
        )

    def whereabouts(self) -> str:
        """Whose feedback it is."""
        at = self.at()
        return _("Feedback {ref} for {name}, {state}.").format(
            ref=at.feedback.ref, name=at.lead.name, state=_t(at.feedback.state)
        )

    def do_hear(self, __: str) -> None:
        """The whole draft."""
        self.say(self.text().strip() or _("Nothing is written yet."))

    def do_parts(self, __: str) -> None:
        """The parts with their numbers."""
        shape = self.shape()
        written = {part.heading: len(part.words.split()) for part in parts_of(self.text(), shape)}
        for place, part in enumerate(shape.parts, 1):
            words = written.get(part.heading, 0)
            self.say(f"{place}. {part.heading}: {_WORDS.of(words) if words else _EMPTY}.")
        total = sum(written.values())
        aim = (
            _(", of {shortest} to {longest}").format(shortest=shape.shortest, longest=shape.longest)
            if shape.longest
            else ""
        )
        self.say(f"{shape.name}: {_WORDS.of(total)}{aim}.")

    def do_write(self, rest: str) -> None:
        """Write a part on."""
        self._write(rest, anew=False)

    def do_rewrite(self, rest: str) -> None:
        """Write a part anew."""
        self._write(rest, anew=True)

    def _write(self, rest: str, *, anew: bool) -> None:
        from coachtui.plain.writing import Writing

        part = self.chosen(rest, self.shape().parts)
        if part is not None:
            Writing(self, part, anew=anew).hold()

    def do_advice(self, __: str) -> None:
        """What is worth a thought."""
        at, shape, session = self.at(), self.shape(), self.session
        whole = session.notebook.whole(at.observation)
        framework = session.frameworks.get(at.observation.framework or session.settings.framework)
        facts = facts_of(session.notebook, at, shape, whole, session.clock.today(), session.lexicon, framework)
        found = of_cited(places_in(at.feedback.text, at.cited))
        found += [Advised(*each) for each in FeedbackChecks(facts).of(parts_of(at.feedback.text, shape))]
        self._advice = sorted(found, key=lambda each: (each.start, each.end))
        for place, each in enumerate(self._advice, 1):
            self.say(f"{place}. {each.words}")
        self.say(_("why and a number says why.") if self._advice else _("Nothing is advised."))

    def do_why(self, rest: str) -> None:
        """Why it is advised."""
        advised = self.chosen(rest, self._advice)
        if advised is not None:
            self.say(advised.why)
            if advised.rule == CORRECTED:
                self.say(_("aside and its number takes that as it is."))

    def do_aside(self, rest: str) -> None:
        """Put advice aside, or take a corrected line as it is."""
        advised, shelf = self.chosen(rest, self._advice), self.session.notebook.feedback
        if advised is None:
            return
        if advised.cited is None:
            shelf.put_aside(self.identity, advised.rule, advised.about)
            self.say(_("Put aside for this draft. undo brings it back."))
        elif advised.rule == CORRECTED and advised.cited.cited.line is not None:
            shelf.accept(advised.cited.cited.citation.id, advised.cited.cited.line.text)
            self.say(_("{mark} stands for the line as it is now.").format(mark=advised.cited.mark))
        else:
            self.say(advised.why)

    def do_shape(self, rest: str) -> None:
        """Say the shapes, or go on in another."""
        shapes, now = self.session.shapes, self.shape()
        fits = [each for each in shapes.values() if rest and each.name.casefold().startswith(rest.casefold())]
        if len(fits) == 1:
            text = in_shape(self.text(), now, fits[0])
            self.session.notebook.feedback.reshape(self.identity, fits[0].id, text)
            self.session.notebook.drafts.keep(Draft(slot_of(self.identity), text, len(text), None))
            self.say(_("{name}: {about}. undo takes it back.").format(name=fits[0].name, about=fits[0].about))
            return
        for each in shapes.values():
            self.say(f"{each.name}: {each.about}." + (_(" It is in this one now.") if each == now else ""))

    def do_ready(self, __: str) -> None:
        """Ready, or a draft again."""
        state = self.at().feedback.state
        self.session.notebook.feedback.mark(self.identity, "draft" if state == "ready" else "ready")
        self.say(_("It is a draft again.") if state == "ready" else _("It is ready. share goes to the gate with it."))

    def do_share(self, __: str) -> None:
        """Go to the gate."""
        from coachtui.plain.gate import GateTalk

        GateTalk(self.session, f"feedback:{self.identity}").hold()

    def do_talked(self, __: str) -> None:
        """It was talked through: its step is agreed."""
        at = self.at()
        parts = parts_of(at.feedback.text, self.shape())
        said_on = local_time(at.feedback.shared_utc_ms or 0, self.session.clock.zone()).date()
        step = agreed_step(parts, said_on, at.days_off)
        self.session.notebook.feedback.talked_through(self.identity, parts)
        if step is None:
            self.say(_("Talked through. It holds no step, so none was agreed. followed says that it is followed up."))
            return
        when = (
            ""
            if step.by_when is None
            else _(", by {day}").format(day=say_date(step.by_when, self.session.clock.today()))
        )
        self.say(
            _("Talked through. Agreed as {name}'s step{when}: {ended} It comes back on its day.").format(
                name=at.lead.name, when=when, ended=ended(step.words)
            )
        )

    def do_followed(self, __: str) -> None:
        """It is followed up."""
        self.session.notebook.feedback.mark(self.identity, "followed up")
        self.say(_("It is followed up."))

    def do_reply(self, rest: str) -> None:
        """Put down what the lead answered."""
        at = self.at()
        if at.feedback.shared_utc_ms is None:
            self.say(_("It was not shared yet."))
        elif words := rest or self.ask(_("The lead answered: ")):
            self.session.notebook.feedback.reply(self.identity, words)
            self.say(_("Put down beside the feedback. undo takes it back."))

    def do_replies(self, __: str) -> None:
        """What the lead answered."""
        at = self.at()
        for each in at.replies:
            way = _("put down by you") if each.way == "pasted" else _("in the record")
            zone = at.observation.zone
            self.say(f"{day_text(each.at_utc_ms, zone)}, {clock_text(each.at_utc_ms, zone)}, {way}: {each.words}")
        if not at.replies:
            self.say(_("The lead wrote nothing beside it yet. reply puts down what they answered another way."))

    def do_undo(self, __: str) -> None:
        """Take back the last thing."""
        self._turn("undo")

    def do_redo(self, __: str) -> None:
        """Do again what was taken back."""
        self._turn("redo")

    def _turn(self, verb: str) -> None:
        self.turn(verb, self.identity)
        text = self.text()
        self.session.notebook.drafts.keep(Draft(slot_of(self.identity), text, len(text), None))
