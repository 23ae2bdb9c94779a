"""From Today to feedback and to the gate by a reference; and the delivery of what was shared."""

from coachtui.model.told import day_text
from coachtui.plain.conversation import Conversation
from coachtui.plain.delivering import deliver
from coachtui.plain.gate import GateTalk
from coachtui.plain.reading import NOT_NAMED
from coachtui.plain.said_words import as_ref
from coachtui.plain.things import open_thing
from coachtui.store.errors import NotFound
from coachtui.wording import _, _t


class GoesOut(Conversation):
    """The part of Today that leads to what may leave."""

    def do_feedback(self, rest: str) -> None:
        """All feedback, or one."""
        notebook = self.session.notebook
        if not rest:
            self._say_all()
        elif (found := notebook.observations.find(as_ref(rest))) is None:
            open_thing(self.session, "feedback", notebook.feedback.get(rest).id)
        elif notebook.record.lead_seen_in(found.id) is None:
            self.say(_("{not_named} read {ref} leads there.").format(not_named=NOT_NAMED, ref=found.ref))
        else:
            open_thing(self.session, "meeting", found.id)

    def _say_all(self) -> None:
        notebook = self.session.notebook
        names = {lead.id: lead.name for lead in notebook.people.leads()}
        every = notebook.feedback.all()
        for each in every:
            meeting = notebook.observations.get(each.observation)
            day = day_text(meeting.anchor.utc_ms, meeting.zone)
            self.say(
                _("{ref}, for {name}, on {day}: {state}.").format(
                    ref=each.ref, name=names.get(each.lead, _("a lead who left")), day=day, state=_t(each.state)
                )
            )
        self.say(_("feedback and a reference goes there; that of an observation begins one on it.") if every else
                 _("There is none yet. feedback and the reference of an observation begins one."))  # fmt: skip

    def do_share(self, rest: str) -> None:
        """Take something to the gate."""
        if rest:
            GateTalk(self.session, self._wish(rest)).hold()
        else:
            self.say(_("Say what: share last takes the newest observation to the gate."))

    def _wish(self, ref: str) -> str:
        """What the gate is asked for. Raises NotFound."""
        notebook = self.session.notebook
        found = notebook.observations.find(as_ref(ref))
        if found is not None:
            if notebook.record.lead_seen_in(found.id) is None:
                raise NotFound(_("{not_named} read {ref} leads there.").format(not_named=NOT_NAMED, ref=found.ref))
            return f"observation:{found.id}"
        return (
            f"step:{notebook.steps.get(ref).id}"
            if ref.casefold().startswith("s")
            else f"feedback:{notebook.feedback.get(ref).id}"
        )

    def do_sync(self, __: str) -> None:
        """Deliver, and read back."""
        self.say(_("The record is delivered and read back."))
        deliver(self.session)
