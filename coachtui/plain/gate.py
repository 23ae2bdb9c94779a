"""The gate in words: what leaves is said to the letter, names are settled one by one, and only then it leaves."""

from collections.abc import Callable
from functools import partial

from coachtui.at_the_gate import AtTheGate, come_to_the_gate, decided_as, decisions_of, with_decisions
from coachtui.model.draft import Draft
from coachtui.model.names import Found, Way
from coachtui.model.share import Share
from coachtui.model.summary import PLAN, Paragraph
from coachtui.model.timing import clock_text
from coachtui.model.told import day_text
from coachtui.plain.commands import GATE
from coachtui.plain.handing_over import HandsOver
from coachtui.plain.said_words import answer_among
from coachtui.plain.session import Session
from coachtui.sharing.gate import TITLE, Gate, what_changed
from coachtui.wording import _, _t, counted

_BEGINS, _ENDS = _("This leaves, to the letter:"), _("That is all of it.")
_PRIVATE = _("private words in it")
_WAYS = {"keep": Way.KEEP, "initial": Way.INITIAL, "role": Way.ROLE}


class GateTalk(HandsOver):
    """One thing at the gate; `wish` says which, as "observation:ID"."""

    TABLE = GATE

    def __init__(self, session: Session, wish: str) -> None:
        super().__init__(session)
        self._wish = wish
        self._at: AtTheGate | None = None
        self._heard = ""
        """What was said last of what leaves."""

    @property
    def at(self) -> AtTheGate:
        """What is at the gate now, with what was decided, told what of it is private."""
        notebook, session = self.session.notebook, self.session
        found = come_to_the_gate(notebook, self._wish, session.clock.today(), session.frameworks, session.shapes)
        kept = notebook.drafts.get(self._scope) if self._at is None else None
        gate = found.gate if self._at is None else decided_as(found.gate, self._at.gate)
        gate = gate if kept is None else with_decisions(gate, kept.text)
        self._at = found._replace(gate=gate.told(notebook.record.private_among(gate.windows(), gate.chosen())))
        return self._at

    @property
    def _scope(self) -> str:
        return f"gate:{self._wish}"

    def begin(self) -> None:
        """Say for whom it is, what leaves, and what was left out; then ask for the names."""
        at = self.at
        left = at.gate.summary.left_out
        self.say(_("Share with {recipient}.").format(recipient=at.gate.recipient))
        self.do_hear("")
        self.say(
            _("Left out for good: {mine} of your own, {in_confidence} in confidence.").format(
                mine=left.mine, in_confidence=left.in_confidence
            )
            if any(left)
            else _("Nothing of this is yours alone.")
        )
        if at.gate.unsettled():
            self.do_names("")
        self.tell_obstacle()

    def whereabouts(self) -> str:
        """For whom it is."""
        gate = self.at.gate
        return _("The gate, with {gate}, for {recipient}.").format(gate=gate.title(), recipient=gate.recipient)

    def do_hear(self, __: str) -> None:
        """What leaves, to the letter."""
        self._heard = self.at.gate.text()
        self.say(_BEGINS)
        self.say(self._heard.removesuffix("\n"))
        self.say(_ENDS)

    def tell_obstacle(self) -> bool:
        """Say what keeps it from leaving, or how it leaves; whether anything does."""
        gate = self.at.gate
        if not gate.leaving():
            self.say(
                _("Nothing is left of it to share. parts numbers the paragraphs; in and a number takes one in again.")
            )
        elif gate.private:
            places = [self._number(key) for key in gate.overlapping()]
            self.say(
                _(
                    "Some of it are words of a private line, or of closing words that you keep back: {places}. "
                    "out and a number leaves that paragraph out, edit says it in other words."
                ).format(places=", ".join(places))
            )
        elif waiting := len(gate.unsettled()):
            self.say(
                counted(
                    waiting,
                    "{n} name waits to be settled: names asks for it.",
                    "{n} names wait to be settled: names asks for them.",
                )
            )
        else:
            self.say(_("Nothing stands in the way. share puts it into the record; copy and save take it elsewhere."))
            return False
        return True

    def _number(self, key: str) -> str:
        keys = [each.key for each in self.at.gate.summary.paragraphs]
        return _("the title") if key == TITLE else _("paragraph {n}").format(n=keys.index(key) + 1)

    def do_parts(self, __: str) -> None:
        """Every paragraph with its number."""
        gate = self.at.gate
        private = gate.overlapping()
        self.say(_("0. The title: {gate}").format(gate=gate.title()))
        for place, (paragraph, text) in enumerate(gate.parts(), 1):
            whole = (
                _("{place}. Leaves{warning}, from {source}: {text}")
                if gate.is_going(paragraph)
                else _("{place}. Stays here{warning}, from {source}: {text}")
            )
            warning = f", {_PRIVATE}" if paragraph.key in private else ""
            self.say(whole.format(place=place, warning=warning, source=paragraph.source, text=text.strip()))

    def _paragraph(self, rest: str) -> Paragraph | None:
        return self.chosen(rest, self.at.gate.summary.paragraphs)

    def do_out(self, rest: str) -> None:
        """Leave a paragraph out."""
        self._turn(rest, goes=False)

    def do_in(self, rest: str) -> None:
        """Take a paragraph in."""
        self._turn(rest, goes=True)

    def _turn(self, rest: str, *, goes: bool) -> None:
        paragraph, gate = self._paragraph(rest), self.at.gate
        if paragraph is None:
            return
        if gate.is_going(paragraph) != goes:
            self._decide(lambda gate: gate.turned(paragraph.key))
        self.say(_("It leaves.") if goes else _("It stays here."))

    def do_edit(self, rest: str) -> None:
        """Other words for a paragraph."""
        number, words = self.numbered(rest)
        paragraph = None if number == "0" else self._paragraph(rest)
        if number != "0" and paragraph is None:
            return
        gate = self.at.gate
        key = TITLE if paragraph is None else paragraph.key
        was = gate.edits.get(TITLE, gate.summary.title) if paragraph is None else gate.words_of(paragraph)
        self.say(_("In this sharing only: the line itself stays as it is."))
        words = words or self.ask(_("Words: "), was)
        self._decide(lambda gate: gate.edited(key, words))
        self.tell_obstacle()

    def do_names(self, __: str) -> None:
        """Ask for each name that is not settled; where all are, for each again."""
        names = self.at.gate.unsettled() or self.at.gate.names()
        if not names:
            self.say(_("Nobody is named in it."))
        for name in names:
            if not self._settle(name):
                return

    def _settle(self, name: Found) -> bool:
        """Ask how one name is settled; False where the rest is to wait."""
        known = _("known here, {role}").format(role=_t(name.role)) if name.known else _("a name, perhaps")
        self.say(
            _("{key}: {known}. keep it, initial ({initial}), or role ({role})?").format(
                key=name.key, known=known, initial=name.initial(), role=_t(name.role)
            )
        )
        while True:
            answer = answer_among(self.ask(_("keep, initial, role or stop: ")).lstrip("/"), (*_WAYS, "stop"))
            if answer == "stop":
                return False
            if answer is not None:
                self._decide(partial(Gate.with_name, key=name.key, way=_WAYS[answer]))
                return True
            self.say(_("Type keep, initial or role; stop leaves it for later."))

    def _decide(self, change: Callable[[Gate], Gate]) -> None:
        """Take a decision; it is kept until it is shared."""
        at = self.at
        gate = change(at.gate)
        self._at = at._replace(gate=gate)
        self.session.notebook.drafts.keep(Draft(self._scope, decisions_of(gate), 0, None))

    def do_share(self, __: str) -> None:
        """Put it into the record."""
        at = self.at
        if at.gate.summary.kind == PLAN:
            self.say(_("A plan is not put into the record. copy copies it, save writes it into a file for the lead."))
        elif at.is_shared_already and at.entry is not None:
            self.say(_("These very words are shared already, as version {version}.").format(version=at.entry.version))
        elif not self._stands_in_the_way():
            if at.gate.text() != self._heard:
                self.do_hear("")
            if self.agreed(_("Share it with {recipient}? Type yes: ").format(recipient=at.gate.recipient)):
                self.session.notebook.ledger.share(at.gate.sending())
                self.session.notebook.drafts.keep(Draft(self._scope, "", 0, None))
                self.say(_("Shared with {recipient}. It is in the ledger.").format(recipient=at.gate.recipient))
                self.deliver()

    def _stands_in_the_way(self) -> bool:
        return self.at.gate.obstacle() is not None and self.tell_obstacle()

    def may_leave(self) -> Gate | None:
        """The gate, where nothing stands in the way; if something does, it is said."""
        return None if self._stands_in_the_way() else self.at.gate

    def do_changes(self, __: str) -> None:
        """What changed since it left last."""
        at = self.at
        before = at.entry.words if at.entry is not None else at.shares[-1].words if at.shares else None
        changes = [] if before is None else what_changed(before, at.gate.text())
        for sign, row in changes:
            self.say((_("Was: {row}") if sign == "-" else _("Now: {row}")).format(row=row))
        if not changes:
            self.say(_("It did not leave before.") if before is None else _("Nothing changed since it left last."))

    def do_left(self, __: str) -> None:
        """Which ways it left before."""
        shares = self.at.shares
        for each in shares:
            self.say(f"{_when(each)}, {each.way_text}.")
        self.say(_("What left can't be taken back.") if shares else _("It did not leave before."))


def _when(share: Share) -> str:
    return f"{day_text(share.at_utc_ms, share.zone)}, {clock_text(share.at_utc_ms, share.zone)}"
