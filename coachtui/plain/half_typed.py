"""What is half-typed in a meeting: on the disk at every key, in the line again when one comes back."""

from coachtui.model.draft import Draft
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind
from coachtui.model.moment import Moment
from coachtui.plain.listener import Line, Typed
from coachtui.plain.marking import Marks
from coachtui.store.errors import NotebookError
from coachtui.wording import _


class KeepsHalfTyped(Marks):
    """The part of capture that knows the line before it is filed."""

    half: Draft | None = None
    """What is half-typed, as the disk has it."""
    _put_in_began: Moment | None = None

    def take_over(self, typed: Typed) -> None:
        """Let this stand in the line, with the moment of its first key."""
        self.put_in, self._put_in_began = f"/{typed.text}" if typed.text.startswith("/") else typed.text, typed.began

    def tell_half_typed(self) -> None:
        """What was half-typed stands in the line; a thought of one's own is not said aloud unless it is asked for."""
        if not self.session.keyboard.by_key or read_line(self.put_in).kind is Kind.JUDGMENT:
            text, self.put_in = self.put_in.removeprefix("/"), ""
            typed = Typed(text, self._put_in_began or self.session.clock.now())
            self.keep(typed)
            self.say(_("What you had typed is a line now."))
        else:
            self.say(_("What you typed stands in the line; Enter files it."))

    def unlocked(self) -> None:
        """What was half-typed when the notebook was locked stands in the line again."""
        if self.half is not None:
            self.take_over(Typed(self.half.text, self.half.began or self.session.clock.now()))
            self.tell_half_typed()

    def listen(self) -> Typed:
        """The next line; each key of it is kept."""
        text, self.put_in = self.put_in, ""
        began, self._put_in_began = self._put_in_began, None
        return self.session.listener.ask(Line(self.prompt, text, began, self._keep_half, self._complete))

    def _complete(self, typed: str) -> str:
        """What Tab adds: the rest of a handle, where only one begins so."""
        handles = self.roster().beginning(typed) if typed and typed.isalnum() else []
        return f"{handles[0][len(typed) :]}: " if len(handles) == 1 else ""

    def _keep_half(self, text: str, began: Moment | None) -> None:
        """Keep what is half-typed as it is now. A disk that takes none of it is told of once the line is filed."""
        is_command = text.startswith("/") and not text.startswith("//")
        words = "" if is_command else text[1:] if text.startswith("//") else text
        if not words and (self.half is None or self.meeting is None):
            return
        try:
            meeting = self.within(began or self.session.clock.now())
            draft = Draft(meeting.id, words, len(words), meeting.here(began) if began and words else None)
            self.session.shelf.drafts.keep(draft)
            self.half = draft if words else None
        except NotebookError:
            return
