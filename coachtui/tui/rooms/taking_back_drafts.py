"""Undo without an end: first what was done to the words and beside them since the draft was opened, then what was done before."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.tui.rooms.drafting import KeepsDraft
from coachtui.tui.workplace import Workplace
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.store.events import Undone

_NOTHING_MORE = _("There is nothing more to take back.")
_WORDS, _DEED, _EARLIER = "words", "deed", "earlier"


class Deed(NamedTuple):
    """Something that was done beside the words: how many steps of the words, and of the notebook, stood before it.

    `has_words` says that it was done to the words too, as one step of theirs.
    """

    steps: int
    standing: int
    has_words: bool = False


class TakesBackDrafts(KeepsDraft):
    """A room whose Ctrl+Z goes through the words as they were typed, and on into the notebook."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._deeds: list[Deed] = []
        self._taken_back: list[tuple[str, Deed | None]] = []
        self._stood = 0
        """How much stood in the notebook when the draft was opened, or where one went back to since."""

    def begin_history(self, standing: int) -> None:
        """From here on what is done is taken back step by step."""
        self._stood = standing
        self._deeds, self._taken_back = [], []

    def history_ends(self, standing: int) -> None:
        """So much stands now. Where that is less than before, it was shared meanwhile, and nothing goes back across that."""
        if standing < self._stood:
            self.begin_history(standing)

    def edited(self) -> None:
        """Something new was written: what was taken back is not done again."""
        self._taken_back.clear()

    def do_beside(self, work: Callable[[Any], Any], saying: str | Callable[[Any], str | None] | None = None,
                  words: str | None = None) -> None:  # fmt: skip
        """Do a verb of the notebook beside the words, in its place among them: Ctrl+Z takes it back when its turn comes.

        With `words` it makes these the words of the draft.
        """
        at = self.at
        if at is None:
            return
        identity, text = at.feedback.id, self.unwritten()
        if words is not None:
            self.rewrite(words)
        self.area.history.checkpoint()
        steps = self.area.steps_back
        self._taken_back.clear()

        def verb(notebook: Any) -> tuple[Any, int, int]:
            if text is not None:
                notebook.feedback.write(identity, text)
            before = notebook.standing(identity)
            return work(notebook), before, notebook.standing(identity)

        def said(done: tuple[Any, int, int]) -> str | None:
            outcome, before, after = done
            if after > before:
                self._deeds.append(Deed(steps, before, words is not None))
            return saying(outcome) if callable(saying) else saying

        self.change(verb, said)

    def action_undo(self) -> None:
        """Take back the last thing that was done, in the words or beside them."""
        if self.at is None:
            return
        steps = self.area.steps_back
        if self._deeds and self._deeds[-1].steps >= steps:
            deed = self._deeds.pop()
            self._taken_back.append((_DEED, deed))
            if deed.has_words:
                self.turn(self.area.undo)
            self._turn_back(deed.standing, is_word_step=False)
        elif steps:
            self._taken_back.append((_WORDS, None))
            self.turn(self.area.undo)
            self.say(_("Taken back: what was written last."))
        elif self._stood:
            self._taken_back = [(_EARLIER, None)]
            self._turn_back(self._stood - 1, is_word_step=True)
        else:
            self.say(_NOTHING_MORE)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        if self.at is None:
            return
        kind, deed = self._taken_back.pop() if self._taken_back else (_EARLIER, None)
        if kind == _WORDS:
            self.turn(self.area.redo)
            self.say(_("Done again: what was written last."))
            return
        if deed is not None:
            self._deeds.append(deed)
            if deed.has_words:
                self.turn(self.area.redo)
        identity = self.at.feedback.id

        def verb(notebook: Any) -> "tuple[Undone | None, str]":
            done: Undone | None = notebook.redo(identity)
            while deed is not None and done is not None and notebook.standing(identity) <= deed.standing:
                done = notebook.redo(identity)
            return done, str(notebook.feedback.get(identity).text)

        self._show_turned(verb, _("Done again"), _("There is nothing to do again."), shows_words=deed is None)

    def _turn_back(self, standing: int, *, is_word_step: bool) -> None:
        """Let the notebook go back to where so much stood; what was written since stands in the draft itself.

        The words are shown as they were then only where those of the draft can't be taken back any further.
        """
        assert self.at is not None
        identity = self.at.feedback.id

        def verb(notebook: Any) -> "tuple[Undone | None, str]":
            while notebook.standing(identity) > standing + 1 and notebook.undo(identity) is not None:
                pass
            undone: Undone | None = notebook.undo(identity)
            return undone, str(notebook.feedback.get(identity).text)

        if is_word_step:
            self._stood = standing
        self._show_turned(verb, _("Taken back"), _NOTHING_MORE, shows_words=is_word_step)

    def _show_turned(self, verb: "Callable[[Any], tuple[Undone | None, str]]", done: str, nothing: str, *,
                     shows_words: bool) -> None:  # fmt: skip
        def said(turned: "tuple[Undone | None, str]") -> str:
            undone, text = turned
            if undone is None:
                return nothing
            if shows_words and text != self.area.text:
                self.show_words(text)
                self._deeds = []
            return f"{done}: {undone.what}."

        self.change(verb, said)
