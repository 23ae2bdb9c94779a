"""The three closing questions, and the triage of an observation that is over."""

from collections.abc import Iterator

from coachtui.model.closing import QUESTIONS
from coachtui.model.line import Kind, Line
from coachtui.plain.lines import HoldsLines
from coachtui.plain.said_words import is_answer
from coachtui.plain.spoken import line_words
from coachtui.wording import _, counted

_HOW = _("Type a code, star, or hide; Enter goes on; stop ends.")


class AsksClosingWords(HoldsLines):
    """A conversation that can ask what stays of a meeting."""

    def ask_closing_words(self, identity: str) -> None:
        """Ask the three questions; every answer is kept as it is given."""
        self.say(_("Three short questions. Enter goes on, also with nothing; /stop leaves the rest for later."))
        closing = self.session.notebook.closings.of(identity)
        for field, question in zip(closing._fields, QUESTIONS, strict=True):
            words = self.ask(f"{question}: ", getattr(closing, field))
            if words.startswith("/") and is_answer(words[1:], "stop"):
                return
            closing = closing._replace(**{field: words.removeprefix("/") if words.startswith("//") else words})
            self.session.notebook.closings.keep(identity, closing)
        self.say(_("Kept."))

    def to_triage(self) -> Iterator[Line]:
        """The lines that want another look: starred ones, and evidence without a code."""
        for line in self.all_lines():
            if line.starred or (line.kind is Kind.EVIDENCE and not line.codes):
                yield line

    def triage(self) -> None:
        """Go through them, one after the other."""
        found, path = self.observation(), list(self.to_triage())
        if found is None or not path:
            self.say(_("Every line has a code and none is starred: nothing is left to look at."))
            return
        self.say(f"{counted(len(path), '{n} line', '{n} lines')}. {_HOW}")
        for place, line in enumerate(path, 1):
            self.say(
                _("{place} of {n}. {line_words}").format(place=place, n=len(path), line_words=line_words(line, found))
            )
            if not self._go_through(line):
                self.say(_("The rest waits."))
                return
        self.say(_("That was the last of them. summary sums them up."))

    def _go_through(self, line: Line) -> bool:
        """What is to be done with one line; False where the rest is to wait."""
        while words := self.ask(_("Code: ")).lstrip("/#"):
            first = words.split()[0]
            word = next((each for each in ("stop", "star", "hide") if is_answer(first, each)), None)
            if word == "stop":
                return False
            if word is not None:
                self.order(f"{word} {line.place}")
            elif len(words.split()) == 1:
                self.order(f"code {line.place} {words}")
            else:
                self.say(_HOW)
                continue
            return True
        return True
