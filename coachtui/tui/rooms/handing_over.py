"""The ways out of the gate other than the record: the clipboard, and a file. Each goes through the same checks."""

import asyncio
from pathlib import Path
from typing import Any

from coachtui.at_the_gate import AtTheGate
from coachtui.model.share import CLIPBOARD, WAYS, Sending
from coachtui.sharing.errors import SharingError
from coachtui.sharing.forms import FORMS, as_bytes, name_for, target_of
from coachtui.tui.long_work import WorkStopped
from coachtui.tui.rooms.sheet_room import SheetRoom
from coachtui.wording import _, _c

_HOW = _(
    "Tab goes through Word (docx), PDF, plain text (txt) and Markdown (md). A file that is there already stays as it is."
)
_ASKED = _("The terminal was asked to put it on the clipboard; it can't say whether it did, so paste it to see.")
_STOPPED = _("Stopped. No file was written, and nothing left the notebook.")
_STAYS = _("It stays on the clipboard until something else is copied.")


class HandsOver(SheetRoom):
    """A room in which what is at the gate can be copied or saved."""

    @property
    def at_gate(self) -> AtTheGate | None:
        """What is at the gate; None before it was read."""
        raise NotImplementedError

    def may_leave(self) -> bool:
        """Whether nothing stands in the way; if something does, it is said, and the cursor is there."""
        raise NotImplementedError

    def action_copy(self) -> None:
        """Copy it as plain text."""
        at = self.at_gate
        if at is None or not self.may_leave():
            return
        sending, recipient = at.gate.sending(), at.gate.recipient
        text = self._as_form(sending, recipient, "txt").decode()

        async def deed() -> None:
            from coachtui.sharing.clipboard import copy_by_program

            await self._note(sending, CLIPBOARD)
            self.app.copy_to_clipboard(text)
            taker = await asyncio.to_thread(copy_by_program, text)
            self.reload()
            done = _("Copied: {taker} took it. The terminal was asked, too.").format(taker=taker) if taker else _ASKED
            self.say(_("{done} {stays} The share is in the ledger.").format(done=done, stays=_STAYS))

        self.attempt(deed, group="change", each=True)

    def action_save(self) -> None:
        """Ask where a file of it is to be."""
        at = self.at_gate
        if at is None or not self.may_leave():
            return
        sending, recipient = at.gate.sending(), at.gate.recipient
        offered = _offered(name_for(sending.kind, recipient, sending.day))

        def answered(words: str) -> str | None:
            target = target_of(words or offered)
            if isinstance(target, str):
                return target
            self.attempt(lambda: self._save(sending, recipient, target), group="change", each=True)
            return None

        key = f"save:{sending.kind}:{sending.about}"
        self.ask_for(key, _c("its name", "File"), offered, answered, [f"{offered}.{form}" for form in FORMS])
        self.say(_HOW)

    async def _save(self, sending: Sending, recipient: str, target: Path) -> None:
        """Write it beside its place first, then into the ledger, then give it its name: nothing leaves unseen."""
        form = target.suffix[1:].lower()
        self.say(_("It is being written."))
        try:
            with self.workplace.at_work.at(_("Writing the file")) as work:
                content = await work.unless_stopped(asyncio.to_thread(self._as_form, sending, recipient, form))
                work.too_late_to_stop()
                path = await self._written(sending, form, target, content)
        except (SharingError, WorkStopped) as fault:
            self.say(str(fault) or _STOPPED)
            return
        self.reload()
        self.say(_("Written {way}: '{path}'. The share is in the ledger.").format(way=WAYS[form], path=path))

    def _as_form(self, sending: Sending, recipient: str, form: str) -> bytes:
        return as_bytes(sending.words, recipient, self.workplace.clock.today(), form)

    async def _written(self, sending: Sending, form: str, target: Path, content: bytes) -> Path:
        from coachtui.sharing.outgoing import make_ready

        ready = await asyncio.to_thread(make_ready, target, content)
        try:
            await self._note(sending, form)
            return ready.put()
        finally:
            ready.let_go()

    async def _note(self, sending: Sending, way: str) -> None:
        """Put the share into the ledger. Raises a NotebookError; then nothing leaves."""

        def work(notebook: Any) -> Any:
            return notebook.ledger.hand_over(sending, way)

        await self.workplace.scribe.do(work)


def _offered(name: str) -> str:
    """A place for the file, without an ending: among the person's documents, else in their own folder."""
    from platformdirs import user_documents_path

    documents, home = user_documents_path(), Path.home()
    folder = documents if documents.is_dir() else home
    place = folder / name
    return f"~/{place.relative_to(home)}" if place.is_relative_to(home) else str(place)
