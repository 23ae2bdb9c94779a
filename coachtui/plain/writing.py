"""Writing one part of a feedback: line by line, each kept as Enter is pressed, what is half-typed at every key."""

from typing import TYPE_CHECKING

from coachtui.feedback_at_hand import slot_of
from coachtui.model.draft import Draft
from coachtui.model.feedback_parts import parts_of, words_of
from coachtui.model.feedback_shape import PlannedPart, starters_of
from coachtui.model.moment import Moment
from coachtui.plain.commands import WRITING
from coachtui.plain.conversation import Back, Conversation
from coachtui.plain.evidence import part_in, with_part
from coachtui.plain.listener import Line, Typed
from coachtui.store.errors import NotebookError
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.plain.feedback import Feedback


class Writing(Conversation):
    """The conversation in which a part is written."""

    TABLE = WRITING

    def __init__(self, feedback: "Feedback", part: PlannedPart, *, anew: bool) -> None:
        super().__init__(feedback.session)
        self._feedback, self._part = feedback, part
        self._anew = anew
        self._half = ""

    def begin(self) -> None:
        """Say what the part asks for, and what is in it."""
        before = part_in(self._feedback.text(), self._feedback.shape(), self._part)
        if self._anew and before:
            self._feedback.put(self._part, "")
            before = ""
        self.do_ask("")
        if before:
            self.say(_("So far: {before}").format(before=before))
        self.say(_("Type it; an empty line ends it."))

    def listen(self) -> Typed:
        """The next line; each key of it is kept."""
        text, self.put_in = self.put_in, ""
        return self.session.listener.ask(Line(self.prompt, text, half=self._keep_half))

    def hear(self, typed: Typed) -> None:
        """An empty line ends the part."""
        if not typed.text.strip() and not typed.is_undo and not self.session.is_blank:
            self._keep_half("", None)
            raise Back
        super().hear(typed)

    def unlocked(self) -> None:
        """What was half-typed when the notebook was locked stands in the line again."""
        self.put_in = self._half

    def _keep_half(self, text: str, __: Moment | None) -> None:
        """What is half-typed stands in the draft's own slot, as it would in the screens."""
        words = "" if text.startswith("/") and not text.startswith("//") else text.removeprefix("/")
        if not words and not self._half:
            return
        whole = with_part(self._feedback.text(), self._feedback.shape(), self._part, self._with(words))
        try:
            self.session.notebook.drafts.keep(Draft(slot_of(self._feedback.identity), whole, len(whole), None))
            self._half = words
        except NotebookError:
            return

    def _with(self, words: str) -> str:
        """The words of the part, with these below them; behind them, in a part that is one line."""
        before = part_in(self._feedback.text(), self._feedback.shape(), self._part)
        between = " " if self._part.inline else "\n"
        return f"{before}{between if before and words else ''}{words}"

    def keep(self, typed: Typed) -> None:
        """Keep a line. One that the disk does not take stands in the line again."""
        try:
            self._feedback.put(self._part, self._with(typed.text.strip()))
            self._half = ""
        except NotebookError:
            self.put_in = typed.text
            raise

    def do_ask(self, __: str) -> None:
        """What it asks for, and how it may begin."""
        shape = self._feedback.shape()
        step = words_of(parts_of(self._feedback.text(), shape), "step")
        starters = starters_of(self._part, self.session.starters, step)
        self.say(f"{self._part.heading}. {self._part.ask}".strip())
        if starters:
            self.say(
                _("It may begin: {replaces}").format(
                    replaces=_("; or: ").join(each.replace("___", _("(your words)")) for each in starters[:3])
                )
            )

    def do_cite(self, rest: str) -> None:
        """Let it stand on a line."""
        self._carry_over(rest, with_words=False)

    def do_quote(self, rest: str) -> None:
        """The same with its words."""
        self._carry_over(rest, with_words=True)

    def _carry_over(self, rest: str, *, with_words: bool) -> None:
        line = self._feedback.line_called(self.numbered(rest)[0])
        if line is None:
            return
        before = part_in(self._feedback.text(), self._feedback.shape(), self._part)
        words = before + self._feedback.carried(line, before, with_words=with_words)
        self._feedback.put(self._part, words)
        self.say(words)

    def do_evidence(self, rest: str) -> None:
        """The lines it may stand on."""
        self._feedback.do_evidence(rest)

    def do_undo(self, __: str) -> None:
        """Take back the last thing."""
        self._feedback.do_undo("")

    def do_done(self, __: str) -> None:
        """End the part."""
        raise Back
