"""Beside a draft, in the place of the lines: what the lead said of it, or what changed since it was shared."""

from collections.abc import Iterable

from textual import on

from coachtui.tui.rooms.writing_parts import WritesParts
from coachtui.tui.telling import day_text
from coachtui.tui.widgets.beside_sheet import BesideSheet
from coachtui.tui.widgets.entry_messages import SpeaksUp
from coachtui.tui.widgets.sheet import SheetRow, heading
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

LINES, REPLIES, CHANGES = "lines", "replies", "changes"
_NOT_SHARED = _("It was not shared yet. F8 shares it; what the lead says to it then stands here.")
_NO_REPLY = _("The lead wrote nothing beside it yet. p puts down what they answered another way.")
_AS_SHARED = _("Nothing changed since it was shared.")
_SAME_KEY = _("The same key again shows the lines.")
_PROMPT = _("The lead answered")


class ShowsBeside(WritesParts):
    """A room whose left side shows one of three things."""

    beside = LINES

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.sheet = BesideSheet(id="choices")

    def rows_beside(self) -> Iterable[SheetRow]:
        """What stands in the place of the lines."""
        if self.at is None or self.beside == LINES:
            return []
        return self._reply_rows() if self.beside == REPLIES else self._change_rows()

    def _reply_rows(self) -> list[SheetRow]:
        at = self.at
        assert at is not None
        if at.feedback.shared_utc_ms is None:
            return [heading(_("What the lead said")), SheetRow("", "", _NOT_SHARED, is_faint=True)]
        if not at.replies:
            return [heading(_("What the lead said")), SheetRow("none", "", _NO_REPLY, is_faint=True)]
        rows = [heading(_("What the lead said"))]
        for each in at.replies:
            way = _("put down by you") if each.way == "pasted" else _("in the record")
            rows.append(heading(f"{day_text(each.at_utc_ms, at.observation.zone)}, {way}"))
            rows.append(SheetRow(each.id, "", each.words))
        return rows

    def _change_rows(self) -> list[SheetRow]:
        at = self.at
        assert at is not None
        if at.feedback.shared_utc_ms is None:
            return [heading(_("Changed since")), SheetRow("", "", _("It was not shared yet."), is_faint=True)]
        if not at.changes:
            return [heading(_("Changed since")), SheetRow("", "", _AS_SHARED, is_faint=True)]
        named = {"-": _("was"), "+": _("now")}
        return [
            heading(_("Changed since it was shared")),
            *(SheetRow(f"{number}", named[sign], words) for number, (sign, words) in enumerate(at.changes)),
        ]

    def show_beside(self, what: str) -> None:
        """Show this at the left."""
        self.beside = what
        self.evidence.display = what == LINES
        self.filter_row.display = what == LINES
        self.sheet.display = what != LINES
        self.sheet.show(self.rows_beside())

    def action_replies(self) -> None:
        """Show what the lead said, or the lines again."""
        self._turn_to(REPLIES)

    def action_changes(self) -> None:
        """Show what changed since it was shared, or the lines again."""
        if self.at is not None:
            self.attempt(self._look_at_changes, group="changes")

    async def _look_at_changes(self) -> None:
        await self.write_down()
        self._turn_to(CHANGES)
        self.reload()

    def _turn_to(self, what: str) -> None:
        self.show_beside(LINES if self.beside == what else what)
        self.say(_SAME_KEY) if self.beside != LINES else self.hush()
        if self.left_side().display:
            self.go_left()

    def action_evidence_reply(self) -> None:
        """Ask for what the lead answered another way than in the record."""
        self.action_reply()

    def action_reply(self) -> None:
        """Ask for what the lead answered."""
        at = self.at
        if at is None:
            return
        if at.feedback.shared_utc_ms is None:
            self.say(_NOT_SHARED)
            return

        def answered(words: str) -> None:
            if words:
                self.show_beside(REPLIES)
                self.do_beside(
                    lambda notebook: notebook.feedback.reply(at.feedback.id, words),
                    _("Put down beside the feedback. Ctrl+Z takes it back."),
                )

        self.ask_for(f"reply:{at.feedback.id}", _PROMPT, "", answered)

    @on(SpeaksUp.PastedLines)
    def reply_pasted(self, event: SpeaksUp.PastedLines) -> None:
        """Several lines pasted into an answer are one."""
        event.stop()
        self.ask_entry.insert(" ".join(event.lines))
