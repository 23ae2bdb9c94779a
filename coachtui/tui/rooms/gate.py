"""The gate: the room in which one sees to the byte what is to leave, settles it, and shares it."""

from collections.abc import Iterable
from typing import Any

from coachtui.at_the_gate import AtTheGate, come_to_the_gate, decided_as, decisions_of, with_decisions
from coachtui.model.draft import Draft
from coachtui.model.names import Way
from coachtui.model.summary import PLAN
from coachtui.sharing.gate import TITLE, Gate
from coachtui.tui.bindings import bindings_for
from coachtui.tui.commands import GATE, SEEN
from coachtui.tui.gate_rows import NAME, PART, already_shared, first_to_settle, gate_rows, how_it_stands
from coachtui.tui.rooms.handing_over import HandsOver
from coachtui.tui.rooms.room import GoBack, GoTo, Shared
from coachtui.tui.widgets.sheet import SheetRow
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

_PLAN_STAYS = _("A plan is not put into the record. c copies it, s saves it as a file for the lead.")


class GateRoom(HandsOver):
    """One thing at the gate; `wish` says which, as "observation:ID"."""

    NAME = GATE
    BINDINGS = bindings_for(GATE)

    def __init__(self, workplace: Workplace, wish: str) -> None:
        super().__init__(workplace)
        self._wish = wish
        self._at: AtTheGate | None = None

    @property
    def at_gate(self) -> AtTheGate | None:
        """What is at the gate; None before it was read."""
        return self._at

    @property
    def _scope(self) -> str:
        """Where what was decided is kept until it is shared, or the person comes again."""
        return f"gate:{self._wish}"

    def read(self, notebook: Any) -> AtTheGate:
        """What is at the gate, as it is now, with what was decided before; and what of it is private."""
        place = self.workplace
        at = come_to_the_gate(notebook, self._wish, place.clock.today(), place.frameworks, place.shapes)
        gate = at.gate if self._at is None else decided_as(at.gate, self._at.gate)
        kept = notebook.drafts.get(self._scope) if self._at is None else None
        gate = gate if kept is None else with_decisions(gate, kept.text)
        return at._replace(gate=gate.told(notebook.record.private_among(gate.windows(), gate.chosen())))

    def rows(self, shown: AtTheGate) -> Iterable[SheetRow]:
        """The names, what leaves, what stays."""
        self._at = shown
        self.show_place(_("with {with_whom}").format(with_whom=shown.gate.recipient), how_it_stands(shown))
        return gate_rows(shown)

    def chosen(self, row: SheetRow) -> None:
        """Enter shares, whatever row the cursor is on."""
        self.action_send()

    def action_send(self) -> None:
        """Put it into the record, if nothing stands in the way."""
        at = self._at
        if at is None:
            return
        if at.gate.summary.kind == PLAN:
            self.say(_PLAN_STAYS)
            return
        known = already_shared(at)
        if known is not None:
            self.say(known)
            return
        if not self.may_leave():
            return
        sending = at.gate.sending()

        def shared(__: Any) -> str:
            self.workplace.scribe.jot(Draft(self._scope, "", 0, None))
            self.post_message(Shared())
            return _(
                "Shared with {recipient}. It is in the ledger, and on its way into the record. Esc goes back."
            ).format(recipient=at.gate.recipient)

        self.change(lambda notebook: notebook.ledger.share(sending), shared)

    def may_leave(self) -> bool:
        """Whether nothing stands in the way; if something does, it is said, and the cursor is there."""
        stop = None if self._at is None else self._at.gate.obstacle()
        if self._at is None or stop is None:
            return self._at is not None
        self.sheet.go_to(first_to_settle(self._at.gate) or "")
        self.say(stop)
        return False

    def action_turn(self) -> None:
        """Take the paragraph under the cursor out, or in."""
        key = self._under_cursor(PART)
        if key == TITLE:
            self.say(_("The title goes with it. e says it in other words."))
        elif key is not None and self._at is not None:
            self._decide(self._at.gate.turned(key))

    def action_edit(self) -> None:
        """Ask for other words of the paragraph under the cursor."""
        key, at = self._under_cursor(PART), self._at
        if key is None or at is None:
            self.say(_("Only what leaves can be edited. A name is kept (k), or made an initial (i) or a role (r)."))
            return
        words = {each.key: at.gate.words_of(each) for each in at.gate.summary.paragraphs}
        words[TITLE] = at.gate.edits.get(TITLE, at.gate.summary.title)

        def answered(text: str) -> None:
            if self._at is not None:
                self._decide(self._at.gate.edited(key, text))

        self.say(
            _("Other words for this sharing only: the line itself stays as it is. Nothing brings back what it was.")
        )
        self.ask_for(f"{self._scope}:{key}", _("Words"), words[key], answered)

    def action_keep(self) -> None:
        """Let the name stand."""
        self._settle(Way.KEEP)

    def action_initial(self) -> None:
        """Put the initials in its place."""
        self._settle(Way.INITIAL)

    def action_role(self) -> None:
        """Say what the person is."""
        self._settle(Way.ROLE)

    def action_keep_rest(self) -> None:
        """Let every name stand that is not settled, and that the notebook does not know."""
        if self._at is not None:
            gate = self._at.gate
            for each in gate.unsettled():
                gate = gate if each.known else gate.with_name(each.key, Way.KEEP)
            self._decide(gate)

    def _settle(self, way: Way) -> None:
        """Settle the name under the cursor, and go on to the next."""
        key, at = self._under_cursor(NAME), self._at
        if key is None or at is None:
            self.say(_("Put the cursor on a name first."))
            return
        gate = at.gate.with_name(key, way)
        self._decide(gate)
        following = gate.unsettled()
        if following:
            self.sheet.go_to(NAME + following[0].key)

    def _under_cursor(self, kind: str) -> str | None:
        row = self.sheet.under_cursor
        return row.key.removeprefix(kind) if row is not None and row.key.startswith(kind) else None

    def _decide(self, gate: Gate) -> None:
        """Take a decision: it is kept, and all is shown as it is then."""
        if self._at is not None:
            self.hush()
            self._at = self._at._replace(gate=gate)
            self.workplace.scribe.jot(Draft(self._scope, decisions_of(gate), 0, None))
            self.reload()

    def action_seen(self) -> None:
        """See what the lead can see."""
        if self._at is not None:
            self.post_message(GoTo(SEEN, self._at.gate.summary.lead))

    def action_leave(self) -> None:
        """Go back; nothing was shared that was not."""
        self.post_message(GoBack())
