"""The gate: the one door out. What leaves is seen here to the byte, and nothing passes before all of it is settled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import cached_property

from coachtui.model.clean import clean_line
from coachtui.model.names import Found, Person, Way, names_in, settle
from coachtui.model.overlap import Window, spanning, windows_of
from coachtui.model.share import Chosen, Sending
from coachtui.model.summary import Paragraph, Summary, under_headings
from coachtui.sharing.record_text import block_text, paragraph_text
from coachtui.wording import _, counted

TITLE = "title"
"""The key of the title among the paragraphs; it can be edited, not left out."""


_WORKED_OUT = ("_names", "_as_settled", "_as_text")


@dataclass(frozen=True)
class Gate:
    """A summary at the gate, and what the person has decided so far; every decision makes a new one.

    `recipient` is the lead's name; `cycle` the id of the cycle into whose file it goes. `private` are the windows of it that
    are somebody's private words, as the notebook said; None as long as it was not asked.
    """

    summary: Summary
    recipient: str
    people: tuple[Person, ...] = ()
    cycle: str | None = None
    goes: Mapping[str, bool] = field(default_factory=dict[str, bool])
    edits: Mapping[str, str] = field(default_factory=dict[str, str])
    settled: Mapping[str, Way] = field(default_factory=dict[str, Way])
    private: frozenset[Window] | None = None

    def is_going(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is to leave."""
        return self.goes.get(paragraph.key, paragraph.goes)

    def turned(self, key: str) -> "Gate":
        """The same with a paragraph taken out, or taken in."""
        found = next((each for each in self.summary.paragraphs if each.key == key), None)
        return self if found is None else self._with(goes={**self.goes, key: not self.is_going(found)})

    def edited(self, key: str, words: str) -> "Gate":
        """The same with other words in a paragraph or the title; without words it is as it was made."""
        edits = {name: text for name, text in self.edits.items() if name != key}
        text = clean_line(words).strip()
        return self._with(edits={**edits, key: text} if text else edits)

    def with_name(self, key: str, way: Way) -> "Gate":
        """The same with a name settled."""
        return self._with(settled={**self.settled, key: way})

    def told(self, private: frozenset[Window]) -> "Gate":
        """The same, with what the notebook said is private of it."""
        told = replace(self, private=private)
        told.__dict__.update({name: value for name, value in self.__dict__.items() if name in _WORKED_OUT})
        return told

    def _with(self, **changes: object) -> "Gate":
        return replace(self, private=None, **changes)  # type: ignore[arg-type]

    def words_of(self, paragraph: Paragraph) -> str:
        """The words of a paragraph as they were edited, the names still in them."""
        return self.edits.get(paragraph.key, paragraph.words)

    @property
    def _title(self) -> str:
        return self.edits.get(TITLE, self.summary.title)

    @cached_property
    def _names(self) -> list[Found]:
        going = [
            (each.key, each.speaker, self.words_of(each)) for each in self.summary.paragraphs if self.is_going(each)
        ]
        return names_in(self.summary, [(TITLE, "", self._title), *going], self.people, self.recipient)

    @cached_property
    def _as_settled(self) -> dict[str, Paragraph]:
        """Every paragraph by its key, also one that stays, with the names in it as they were settled."""
        names, settled = self._names, dict(self.settled)
        return {
            each.key: each._replace(
                words=settle(self.words_of(each), names, settled), speaker=settle(each.speaker, names, settled)
            )
            for each in self.summary.paragraphs
        }

    @cached_property
    def _as_text(self) -> str:
        return block_text(self.title(), self.leaving())

    def names(self) -> list[Found]:
        """Every name in what is to leave."""
        return self._names

    def unsettled(self) -> list[Found]:
        """The names for which it is not decided yet."""
        return [each for each in self.names() if each.key not in self.settled]

    def leaving(self) -> list[Paragraph]:
        """The paragraphs that are to leave, the names in them as they were settled."""
        return [self._as_settled[each.key] for each in self.summary.paragraphs if self.is_going(each)]

    def title(self) -> str:
        """The title as it is to leave."""
        return settle(self._title, self.names(), dict(self.settled))

    def text(self) -> str:
        """What is to leave, to the byte."""
        return self._as_text

    def parts(self) -> list[tuple[Paragraph, str]]:
        """Every paragraph with its exact text: that which leaves, and that which stays as it would leave."""
        return [(each, paragraph_text(self._as_settled[each.key])) for each in self.summary.paragraphs]

    def chosen(self) -> Chosen:
        """What it is of, and which of its paragraphs leave: some words are private unless they are chosen."""
        made = self.summary
        return Chosen(made.kind, made.about, made.lead, frozenset(each.key for each in self.leaving()))

    def windows(self) -> frozenset[Window]:
        """Every six words in a row of what is to leave: these the notebook compares with what is private."""
        return frozenset(windows_of(self.text()))

    def overlapping(self) -> set[str]:
        """The keys of what holds private words; all of it where that can't be told apart."""
        if not self.private:
            return set()
        leaving = list(under_headings(self.leaving()))
        keys = [TITLE, *(each.key for __, each in leaving)]
        found = {
            keys[place]
            for window, places in spanning(
                [self.title(), *(f"{heading} {_read(each)}" for heading, each in leaving)]
            ).items()
            if window in self.private
            for place in places
        }
        return found or set(keys)

    def obstacle(self) -> str | None:
        """What keeps it from leaving, in a sentence; None where nothing does."""
        if not self.leaving():
            return _("Nothing is left of it to share. Space takes a paragraph in again.")
        if self.private is None:
            return _("It is still compared with what is private. Try again in a moment.")
        if self.private:
            return _(
                "Some of it are words of a private line, or of closing words or a reflection that you keep back. Leave that "
                "paragraph out (Space), or edit it (e)."
            )
        waiting = self.unsettled()
        if waiting:
            return counted(
                len(waiting),
                "One name waits to be settled: keep it (k), its initial (i), or the role (r).",
                "{n} names wait to be settled: keep it (k), its initial (i), or the role (r).",
            )
        return None

    def sending(self) -> Sending:
        """What leaves now. Raises ValueError while there is an obstacle: nothing goes round the gate."""
        obstacle = self.obstacle()
        if obstacle is not None:
            raise ValueError(obstacle)
        made = self.summary
        names = {each.key: str(self.settled[each.key]) for each in self.names()}
        taken_out = sum(each.goes and not self.is_going(each) for each in made.paragraphs)
        return Sending(made.kind, made.about, made.lead, self.cycle, made.day, self.title(), self.text(), made.left_out,
                       taken_out, names, self.chosen().parts)  # fmt: skip


def _read(paragraph: Paragraph) -> str:
    """A paragraph as it is read aloud, without its marks."""
    return f"{paragraph.time} {paragraph.speaker} {paragraph.words}"


def what_changed(before: str, now: str) -> list[tuple[str, str]]:
    """The rows that differ between two versions: ("-", a row that is gone), ("+", one that is new)."""
    old, new = (_rows(text) for text in (before, now))
    changes: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            changes += [("-", row) for row in old[i1:i2]] + [("+", row) for row in new[j1:j2]]
    return changes


def _rows(text: str) -> list[str]:
    return [row for row in re.split(r"\n+", text) if row]
