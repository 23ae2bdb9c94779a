"""What can be done with the line in hand: edit, star, code, time, move, take out; what the lead says of it; what it was."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from coachtui.model.as_typed import as_typed, first_name, reading_of
from coachtui.model.grammar import read_edited
from coachtui.model.keys import PAD_KEYS
from coachtui.model.line import Kind, Line
from coachtui.model.line_times import TimeAsked, read_time
from coachtui.model.timing import clock_text
from coachtui.tui.rooms.holding_lines import HoldsLines
from coachtui.tui.telling import history_text
from coachtui.tui.widgets.pad import Pad
from coachtui.wording import _

if TYPE_CHECKING:
    from coachtui.model.framework import Framework, LookFor
    from coachtui.model.people import Roster
    from coachtui.store.history import Was

_NEXT_KIND = {Kind.EVIDENCE: Kind.WONDERING, Kind.WONDERING: Kind.JUDGMENT, Kind.JUDGMENT: Kind.EVIDENCE}


class EditsLines(HoldsLines):
    """A room whose lines can be changed, one key each."""

    framework: "Framework | None" = None
    """What is watched for."""

    def action_line_edit(self) -> None:
        """Edit the words as they were typed; the time stays unless another one is typed."""
        line = self.in_hand()
        if line is None or line.kind is Kind.IN_CONFIDENCE:
            self.say(_("A line in confidence is not shown, so it can't be edited. Ctrl+Z takes the hiding back."))
            return
        typed = as_typed(line)
        bare = as_typed(line._replace(codes=(), starred=False)) if line.text else typed
        cursor = len(bare) if typed.startswith(bare) else None  # before the codes: words behind them would be text
        self.ask(_("Edit"), typed, lambda words: self._edited(line, words), cursor=cursor, about="edit-line")

    def _edited(self, line: Line, words: str) -> None:
        if words and words != as_typed(line):
            names = {**self.speakers().names, first_name(line.speaker).casefold(): line.speaker or ""}
            reading = read_edited(words, reading_of(line)).named(names)
            self.change_line(lambda notebook: notebook.lines.rewrite(line.id, reading))

    def action_line_star(self) -> None:
        """Star the line, or take the star away."""
        line = self.in_hand()
        if line is not None:
            self.change_line(lambda notebook: notebook.lines.star(line.id, not line.starred))
            self.went_through()

    def action_line_mark(self, key: str) -> None:
        """Put a look-for of the pad on the line, or take it off."""
        line, look_for = self.in_hand(), self.on_pad(key)
        if line is not None and look_for is not None:
            code = look_for.code
            self.change_line(lambda notebook: notebook.lines.code(line.id, code))
            self.went_through()

    @on(Pad.Chosen)
    def pad_chosen(self, event: Pad.Chosen) -> None:
        """Do what a key of the pad does."""
        event.stop()
        self.use_pad(event.key)

    def use_pad(self, key: str) -> None:
        """Put a look-for on the line in hand."""
        self.action_line_mark(key)

    def on_pad(self, key: str) -> "LookFor | None":
        """The look-for that this key of the pad stands for."""
        place = PAD_KEYS.find(key)
        look_fors = () if self.framework is None else self.framework.look_fors
        return look_fors[place] if 0 <= place < len(look_fors) else None

    def action_line_kind(self) -> None:
        """Evidence, a wondering, a judgment, and evidence again."""
        line = self.in_hand()
        kind = None if line is None else _NEXT_KIND.get(line.kind)
        if line is None or kind is None:
            self.say(_("Only evidence, wonderings and judgments change into each other."))
            return
        self.change_line(lambda notebook: notebook.lines.turn_into(line.id, kind))

    def action_line_who(self) -> None:
        """Ask who speaks; a handle or a first name is enough."""
        line = self.in_hand()
        if line is None:
            return
        roster = self.speakers()
        names = [person.name for person in roster.people]
        self.ask(_("Who speaks"), line.speaker or "", lambda words: self._named(line, words, roster), names,
                 about="who-speaks")  # fmt: skip

    def _named(self, line: Line, words: str, roster: "Roster") -> None:
        name = roster.names.get(words.casefold(), words) or None
        if name != line.speaker:
            self.change_line(lambda notebook: notebook.lines.tag(line.id, name))

    def action_line_code(self) -> None:
        """Ask for a code to put on or take off."""
        line = self.in_hand()
        if line is not None:
            self.ask(_("Code"), "", lambda words: self._coded(line, words), self.known_codes(), about="code")

    def known_codes(self) -> Sequence[str]:
        """The codes that can be completed."""
        return sorted(code for code, count in self.view.codes.items() if count)

    def _coded(self, line: Line, words: str) -> None:
        code = words.lstrip("#").strip()
        if code and not any(character.isspace() for character in code):
            self.change_line(lambda notebook: notebook.lines.code(line.id, code))

    def action_line_time(self) -> None:
        """Ask for a time, for the line or for all that are chosen."""
        line, observation = self.in_hand(), self.present()
        if line is not None and observation is not None:
            now = "?" if line.at_ms is None else clock_text(observation.anchor.utc_ms + line.at_ms, observation.zone)
            self.ask(_("Time (10:42, -3m, +30s, ?)"), now, self._timed, about="line-time")

    def _timed(self, words: str) -> None:
        ids, observation, line = self.all_in_hand(), self.present(), self.in_hand()
        asked = read_time(words)
        if asked is None or observation is None or line is None:
            self.say(
                _("'{words}' is no time. 10:42 sets it, -3m and +30s move it, ? says that nobody knows it.").format(
                    words=words
                )
            )
        elif isinstance(asked, TimeAsked):
            at_ms = asked.at_ms(observation, line)
            self.change_line(lambda notebook: notebook.lines.put_at(line.id, at_ms, asked.about))
        else:
            self.change_several(lambda notebook: notebook.lines.shift(ids, asked))

    def action_line_out(self) -> None:
        """Take the line out, or all that are chosen."""
        ids = self.all_in_hand()
        if ids:
            self.step_off(ids)
            self.change_several(lambda notebook: notebook.lines.take_out(ids), gone=ids)

    def action_line_earlier(self) -> None:
        """Change places with the line before."""
        self._move(-1)

    def action_line_later(self) -> None:
        """Change places with the line after."""
        self._move(1)

    def _move(self, step: int) -> None:
        line = self.in_hand()
        if line is not None:
            self.change_lines(lambda notebook: notebook.lines.move(line.id, step), lambda __: self.reload())

    def action_line_account(self) -> None:
        """Ask for what the lead says of it."""
        line = self.in_hand()
        if line is not None:
            self.ask(_("What the lead says of it"), "", lambda words: self._accounted(line, words), about="account")

    def _accounted(self, line: Line, words: str) -> None:
        if words:
            self.change_lines(lambda notebook: notebook.accounts.give(line.id, words), lambda __: self.reload())

    def action_line_history(self) -> None:
        """See what the line was before."""
        line = self.in_hand()
        if line is not None and line.kind is Kind.IN_CONFIDENCE:
            self.say(_("A line in confidence is not shown, nor what it was before."))
        elif line is not None:
            self.change_lines(lambda notebook: notebook.history.of(line.observation, line.id), self._tell_history)

    def _tell_history(self, history: "list[Was]") -> None:
        observation = self.present()
        if observation is not None:
            self.say(history_text(history, observation))
