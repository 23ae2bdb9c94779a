"""The lines of an observation, by their numbers: said, corrected, starred, coded, hidden, discarded; and taken back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coachtui.model.as_typed import as_typed, first_name, reading_of, with_what_stays
from coachtui.model.citation import cited_words
from coachtui.model.grammar import read_edited
from coachtui.model.line import Kind, Line
from coachtui.model.line_times import TimeAsked, read_time
from coachtui.model.people import Roster
from coachtui.model.timing import clock_text
from coachtui.plain.describing import Describes
from coachtui.plain.said_words import answer_among, is_answer
from coachtui.plain.spoken import full_words, line_words, time_words
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.observation import Observation

_NEWEST = 10
_DISCARDED = _("Discarded. Nothing of it is left in this notebook; a backup made before may hold it for a while.")
_COVERED = _("A line in confidence is not said, so it can't be changed. undo takes the hiding back.")
_KINDS = {"evidence": Kind.EVIDENCE, "wondering": Kind.WONDERING, "judgment": Kind.JUDGMENT}


class HoldsLines(Describes):
    """A conversation about the lines of one observation."""

    def all_lines(self) -> list[Line]:
        """The lines in the order of entry."""
        found = self.observation()
        return [] if found is None else self.session.notebook.lines.of(found.id)

    def roster(self) -> Roster:
        """Who may speak."""
        found = self.observation()
        return Roster(self.session.notebook.people.speakers_of(None if found is None else found.team))

    def with_line(self, rest: str, deed: "Callable[[Line, str, Observation], None]") -> None:
        """Do this with the line that is meant, and the words behind its number."""
        found, lines = self.observation(), self.all_lines()
        number, words = self.numbered(rest)
        if found is None or not lines:
            self.say(_("There is no line here yet."))
            return
        line = (
            lines[-1] if number in ("", "last") else next((each for each in lines if str(each.place) == number), None)
        )
        if line is None:
            self.say(_("There is no line {number} here.").format(number=number))
        else:
            deed(line, words, found)

    def now_is(self, line: Line) -> None:
        """Say what a line is now; of a judgment not its words."""
        found = self.observation()
        if found is not None:
            self.say(_("Now: {line_words}").format(line_words=line_words(line, found)))

    def do_lines(self, rest: str) -> None:
        """The last lines, or all."""
        found, lines = self.observation(), self.all_lines()
        if found is None or not lines:
            self.say(_("There is no line here yet."))
            return
        number, _other = self.numbered(rest)
        is_open, wants_all = is_answer(rest, "mine"), is_answer(rest, "mine") or is_answer(rest, "all")
        newest = lines if wants_all else lines[-(int(number) if number.isdigit() and int(number) else _NEWEST) :]
        if len(newest) < len(lines):
            self.say(_("The last {newest_n} of {lines_n} lines.").format(newest_n=len(newest), lines_n=len(lines)))
        for line in newest:
            self.say(line_words(line, found, is_open=is_open))

    def do_say(self, rest: str) -> None:
        """One line in full."""
        self.with_line(rest, lambda line, _other, found: self.say(full_words(line, found)))

    def do_correct(self, rest: str) -> None:
        """Other words for a line."""

        def deed(line: Line, words: str, _other: "Observation") -> None:
            if line.kind is Kind.IN_CONFIDENCE:
                self.say(_COVERED)
                return
            is_whole = not words and line.kind is not Kind.JUDGMENT  # a judgment is not said to be changed
            words = words or self.ask(_("Correct: "), as_typed(line) if is_whole else "")
            if not words or words == as_typed(line):
                self.say(_("Nothing was changed."))
                return
            names = {**self.roster().names, first_name(line.speaker).casefold(): line.speaker or ""}
            reading = read_edited(words, reading_of(line)).named(names)
            new = reading if is_whole else with_what_stays(reading, line)
            self.now_is(self.session.notebook.lines.rewrite(line.id, new))

        self.with_line(rest, deed)

    def do_star(self, rest: str) -> None:
        """Star a line, or take the star away."""
        self.with_line(
            rest, lambda line, _other, __: self.now_is(self.session.notebook.lines.star(line.id, not line.starred))
        )

    def do_code(self, rest: str) -> None:
        """Put a code on a line, or take it off."""

        def deed(line: Line, words: str, _other: "Observation") -> None:
            code = words.lstrip("#").strip()
            if not code or any(each.isspace() for each in code):
                self.say(_("Say which code: code 3 TM3. lookfors says those there are."))
                return
            self.now_is(self.session.notebook.lines.code(line.id, self.known_code(code)))

        self.with_line(rest, deed)

    def do_who(self, rest: str) -> None:
        """Say who speaks."""

        def deed(line: Line, words: str, _other: "Observation") -> None:
            name = self.roster().names.get(words.rstrip(":").casefold(), words.rstrip(":")) or None
            self.now_is(self.session.notebook.lines.tag(line.id, name))

        self.with_line(rest, deed)

    def do_time(self, rest: str) -> None:
        """Set a time. A number before it is the line's, but for one that is a time itself."""

        def deed(line: Line, words: str, found: "Observation") -> None:
            asked = read_time(words)
            if asked is None:
                self.say(
                    _("'{words}' is no time. 10:42 sets it, -3m and +30s move it, ? says that nobody knows it.").format(
                        words=words[:40]
                    )
                )
            elif isinstance(asked, TimeAsked):
                at_ms = asked.at_ms(found, line)
                self.now_is(self.session.notebook.lines.put_at(line.id, at_ms, asked.about))
            else:
                self.now_is(self.session.notebook.lines.shift([line.id], asked)[0])

        self.with_line(rest, deed)

    def do_kind(self, rest: str) -> None:
        """Make a line another kind."""

        def deed(line: Line, words: str, _other: "Observation") -> None:
            kind = _KINDS.get(answer_among(words, _KINDS) or "")
            if kind is None or line.kind not in _KINDS.values():
                self.say(_("Only evidence, wonderings and judgments change into each other: kind 3 wondering."))
            else:
                self.now_is(self.session.notebook.lines.turn_into(line.id, kind))

        self.with_line(rest, deed)

    def do_account(self, rest: str) -> None:
        """Put what the lead says beside a line."""

        def deed(line: Line, words: str, _other: "Observation") -> None:
            if words:
                self.session.notebook.accounts.give(line.id, words)
            self.say(_("It stands beside the line.") if words else _("Say what the lead says of it: account 3 WORDS."))

        self.with_line(rest, deed)

    def do_history(self, rest: str) -> None:
        """What a line was before."""

        def deed(line: Line, _other: str, found: "Observation") -> None:
            if line.kind is Kind.IN_CONFIDENCE:
                self.say(_("A line in confidence is not said, nor what it was before."))
                return
            for was in self.session.notebook.history.of(found.id, line.id):
                then = "" if was.line is None else f": {line_words(was.line, found)}"
                self.say(f"{clock_text(was.at_utc_ms, found.zone)}, {was.what}{then}")

        self.with_line(rest, deed)

    def do_out(self, rest: str) -> None:
        """Take a line out."""

        def deed(line: Line, _other: str, found: "Observation") -> None:
            named = cited_words(self.session.notebook.feedback.cited_in([line.id]))
            self.session.notebook.lines.take_out([line.id])
            self.say(
                _("Line {place}, {time_words}, is taken out. undo brings it back. {named}")
                .format(place=line.place, time_words=time_words(line, found), named=named)
                .strip()
            )

        self.with_line(rest, deed)

    def do_hide(self, rest: str) -> None:
        """Take a line in confidence."""

        def deed(line: Line, _other: str, __: "Observation") -> None:
            named = cited_words(self.session.notebook.feedback.cited_in([line.id]))
            self.session.notebook.lines.hide(line.id)
            what = _(
                "Line {place} is taken in confidence. What was said of it before may still stand on the screen."
            ).format(place=line.place)
            self.say(
                _("{what} discard {place} leaves no trace of it; undo brings it back. {named}")
                .format(what=what, place=line.place, named=named)
                .strip()
            )

        self.with_line(rest, deed)

    def do_discard(self, rest: str) -> None:
        """Leave no trace of a line, once it was asked."""

        def deed(line: Line, _other: str, found: "Observation") -> None:
            self.say(
                _("No trace will be left of line {place}, {time_words}, and nothing brings it back.").format(
                    place=line.place, time_words=time_words(line, found)
                )
            )
            answer = self.ask(_("Type discard to do so, anything else keeps it: "))
            if not is_answer(answer.lstrip("/"), "discard"):
                self.say(_("It stays as it was."))
                return
            named = cited_words(self.session.notebook.feedback.cited_in([line.id]))
            self.session.notebook.discarding.discard(line.id)
            self.say(f"{_DISCARDED} {named}".strip())

        self.with_line(rest, deed)

    def do_undo(self, _other: str) -> None:
        """Take back the last thing."""
        self._turn("undo")

    def do_redo(self, _other: str) -> None:
        """Do again what was taken back."""
        self._turn("redo")

    def _turn(self, verb: str) -> None:
        found = self.observation()
        if self.turn(verb, None if found is None else found.id):
            self.turned()

    def turned(self) -> None:
        """Something was taken back, or done again."""
