"""Undo without an end: first what was done to the words and beside them since the draft was opened, then what was done before."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from coachtui.tui.rooms.drafting import KeepsDraft
from coachtui.tui.workplace import Workplace

if TYPE_CHECKING:
    from coachtui.store.events import Undone

_WORDS, _DEED, _EARLIER = "words", "deed", "earlier"


class Deed(NamedTuple):
    """Something that was done beside the words: how many steps of the words, and of the notebook, stood before it."""

    steps: int
    standing: int


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

    def edited(self) -> None:
        """Something new was written: what was taken back is not done again."""
        self._taken_back.clear()

    def do_beside(self, work: Callable[[Any], Any], saying: str | Callable[[Any], str | None] | None = None) -> None:
        """Do a verb of the notebook beside the words, in its place among them: Ctrl+Z takes it back when its turn comes."""
        at = self.at
        if at is None:
            return
        identity, text, steps = at.feedback.id, self.unwritten(), self.area.steps_back
        self.area.history.checkpoint()
        self._taken_back.clear()

        def verb(notebook: Any) -> tuple[Any, int, int]:
            if text is not None:
                notebook.feedback.write(identity, text)
            before = notebook.standing(identity)
            return work(notebook), before, notebook.standing(identity)

        def said(done: tuple[Any, int, int]) -> str | None:
            outcome, before, after = done
            if after > before:
                self._deeds.append(Deed(steps, before))
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
            self._turn_back(deed.standing, is_word_step=False)
        elif steps:
            self._taken_back.append((_WORDS, None))
            self.turn(self.area.undo)
        else:
            self._taken_back = [(_EARLIER, None)]
            self._turn_back(self._stood - 1, is_word_step=True)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        if self.at is None:
            return
        kind, deed = self._taken_back.pop() if self._taken_back else (_EARLIER, None)
        if kind == _WORDS:
            self.turn(self.area.redo)
            return
        if deed is not None:
            self._deeds.append(deed)
        identity = self.at.feedback.id

        def verb(notebook: Any) -> "tuple[Undone | None, str]":
            return notebook.redo(identity), str(notebook.feedback.get(identity).text)

        self._show_turned(verb, "Done again", "There is nothing to do again.", shows_words=deed is None)

    def _turn_back(self, standing: int, *, is_word_step: bool) -> None:
        """Let the notebook go back to where so much stood; what was written since stands in the draft itself.

        The words are shown as they were then only where those of the draft can't be taken back any further.
        """
        assert self.at is not None
        identity = self.at.feedback.id

        def verb(notebook: Any) -> "tuple[Undone | None, str]":
            while notebook.standing(identity) > max(0, standing) + 1 and notebook.undo(identity) is not None:
                pass
            undone: Undone | None = notebook.undo(identity) if standing >= 0 else None
            return undone, str(notebook.feedback.get(identity).text)

        if is_word_step:
            self._stood = max(0, standing)
        self._show_turned(verb, "Taken back", "There is nothing more to take back.", shows_words=is_word_step)

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
