"""The ways out of the gate: into the record, to the clipboard, into a file; and the delivery that follows."""

from pathlib import Path

from coachtui.model.share import CLIPBOARD, WAYS
from coachtui.plain.conversation import Conversation
from coachtui.plain.said_words import is_answer
from coachtui.sharing.errors import SharingError
from coachtui.sharing.forms import FORMS, as_bytes, name_for, target_of
from coachtui.sharing.gate import Gate
from coachtui.wording import _

_NOT_COPIED = _(
    "No program for the clipboard was found here, so nothing is on it; the ledger says that it was tried. "
    "save writes it into a file instead."
)


class HandsOver(Conversation):
    """A conversation from which something may leave."""

    def may_leave(self) -> Gate | None:
        """The gate, where nothing stands in the way; if something does, it is said."""
        raise NotImplementedError

    def agreed(self, question: str) -> bool:
        """Whether the answer to a question is yes, and nothing else."""
        if is_answer(self.ask(question).lstrip("/"), "yes"):
            return True
        self.say(_("Nothing left."))
        return False

    def deliver(self) -> None:
        """Deliver what waits; what can't be delivered now waits, and that is said."""
        from coachtui.plain.delivering import deliver

        deliver(self.session, is_asked=False)

    def do_copy(self, __: str) -> None:
        """Put it on the clipboard, where a program takes it."""
        from coachtui.sharing.clipboard import copy_by_program

        gate = self.may_leave()
        if gate is None or not self.agreed(
            _("Copy it to the clipboard? It stays there until something else is. Type yes: ")
        ):
            return
        sending, today = gate.sending(), self.session.clock.today()
        self.session.notebook.ledger.hand_over(sending, CLIPBOARD)
        taker = copy_by_program(as_bytes(sending.words, gate.recipient, today, "txt").decode())
        took = _("Copied: {taker} took it. It stands in the ledger.").format(taker=taker)
        self.say(took if taker else _NOT_COPIED)

    def do_save(self, rest: str) -> None:
        """Write it into a file: beside its place first, then the ledger, then its name, so that nothing leaves unseen."""
        from coachtui.sharing.outgoing import make_ready

        gate = self.may_leave()
        if gate is None:
            return
        sending, today = gate.sending(), self.session.clock.today()
        offered = f"{name_for(sending.kind, gate.recipient, sending.day)}.txt"
        target = target_of(rest or self.ask(_("File: "), offered) or offered)
        if not isinstance(target, Path):
            self.say(_("{target} It can be {forms}.").format(target=target, forms=", ".join(FORMS)))
            return
        form = target.suffix[1:].lower()
        ready = make_ready(target, as_bytes(sending.words, gate.recipient, today, form))
        try:
            self.session.notebook.ledger.hand_over(sending, form)
            path = ready.put()
        except SharingError:
            ready.let_go()
            raise
        self.say(_("Written {way}: '{path}'. It stands in the ledger.").format(way=WAYS[form], path=path))
