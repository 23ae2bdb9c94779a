"""kill -9 at random moments of a meeting that is typed into the real program."""

import random
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import pytest

from coachtui.clock import Clock
from coachtui.model.line import Line
from coachtui.places import Places
from coachtui.store.notebook import Notebook
from tests.stories.test_whole_meeting import entry_of
from tests.support.kills import LATE
from tests.support.meetings import Utterance, meeting
from tests.support.tally import Tell
from tests.support.terminal import Terminal
from tests.support.told_writes import program_telling_writes, writing_since

QUICK, DEEP = 15, 500
FIRST_TIMELINE_ROW, LAST_TIMELINE_ROW = 2, -4


@dataclass
class Tally:
    """What came of the kills."""

    kills: int = 0
    lines: int = 0
    half_typed: int = 0
    most_short: int = 0
    oldest: float = 0.0
    """Where more than one character was short, how many seconds before the kill the first of them was typed."""
    unanswered: int = 0
    """How often it was older than LATE, all but one typed while the disk did not answer."""


class Typist:
    """Types a meeting, goes on where the notebook stopped, and is killed again and again."""

    def __init__(self, home: Path, said: tuple[Utterance, ...], seed: int) -> None:
        self.home = home
        self.said = said
        self.random = random.Random(seed)
        self.filed = 0
        self.tally = Tally()
        self._told = home.with_name("writes")
        self._typed_at: dict[int, list[float]] = {}
        """When each key of an utterance was pressed, in monotonic seconds; 0 for what stood in the entry already."""

    def round(self) -> None:
        """Start, type until the killing moment, kill, and compare the notebook with what was seen."""
        with Terminal(program_telling_writes(self.home, self._told)) as terminal:
            half = self._draft()
            terminal.wait_for(
                lambda rows: "all saved" in rows[0] if self.filed or half else "Enter files" in "".join(rows)
            )
            terminal.wait_for(lambda rows: entry_of(rows).endswith(half[-40:].strip()))
            self._type_on(terminal, half)
            rows = terminal.screen()
            killed_at = monotonic()
            terminal.kill()
            terminal.wait_exit()
        self.tally.kills += 1
        self._compare(rows, killed_at)

    def _type_on(self, terminal: Terminal, half: str) -> None:
        """Type some utterances at a fast hand's speed and stop in the middle of one."""
        keys_left = self.random.randint(0, 100)
        number = self.filed
        self._typed_at = {number: [0.0] * len(half)}
        rest = self.said[number].typed[len(half) :]
        while True:
            for key in rest:
                if keys_left == 0:
                    return
                self._typed_at[number].append(monotonic())
                terminal.type(key)
                keys_left -= 1
                sleep(self.random.uniform(0.001, 0.012))
            terminal.press("enter")
            number += 1
            self._typed_at[number] = []
            rest = self.said[number].typed

    def _compare(self, rows: list[str], killed_at: float) -> None:
        """Nothing painted is missing, everything is in order and once, the half-typed line is all but its last key."""
        with Notebook.open(Places(self.home), Clock()) as notebook:
            found = notebook.observations.unfinished()
            assert found is not None or self.filed == 0
            lines = notebook.lines.of(found.id) if found else []
            draft = notebook.drafts.get(found.id) if found else None
            assert notebook.file.row("PRAGMA quick_check") == ("ok",)
        self._compare_lines(lines, rows)
        half = draft.text if draft else ""
        whole = self.said[len(lines)].typed
        assert whole.startswith(half), f"half-typed {half!r} is no beginning of {whole!r}"
        shown = entry_of(rows)
        typed_at = self._typed_at.get(len(lines), [])[: len(shown)]
        # Before the title says that the meeting goes on, the notebook is being opened, and what is typed waits for it.
        # What is no beginning of this line, or longer than what was typed of it, is a picture of the line before.
        if " min · " in rows[0] and shown and whole.startswith(shown) and len(typed_at) == len(shown):
            self._judge_half_typed(shown, half.rstrip(), typed_at, killed_at)
        self.tally.half_typed += bool(half)

    def _judge_half_typed(self, shown: str, half: str, typed_at: list[float], killed_at: float) -> None:
        """What is short is one character, or none typed longer than LATE before the kill while the disk answered."""
        short = max(0, len(shown) - len(half))
        self.tally.most_short = max(self.tally.most_short, short)
        if short <= 1:
            return
        age = killed_at - typed_at[len(half)] if len(half) < len(typed_at) else LATE
        if age < LATE:
            self.tally.oldest = max(self.tally.oldest, age)
            return
        since = writing_since(self._told)
        unanswered = 0 if since is None else sum(at > since for at in typed_at[-short:])
        assert short - unanswered <= 1, f"shown {shown!r}, kept {half!r}, gone for {age * 1000:.0f} ms"
        self.tally.unanswered += 1

    def _compare_lines(self, lines: list[Line], rows: list[str]) -> None:
        assert [line.text for line in lines] == [each.text for each in self.said[: len(lines)]]
        times = [line.at_ms for line in lines]
        assert times == sorted(times, key=lambda at: at or 0)
        painted = "".join(rows[FIRST_TIMELINE_ROW:LAST_TIMELINE_ROW])
        later = [each.text[:25] for each in self.said[len(lines) : len(lines) + 5] if len(each.text) > 12]
        assert not [text for text in later if text in painted and not any(text in line.text for line in lines)]
        self.filed = self.tally.lines = len(lines)

    def _draft(self) -> str:
        if not (self.home / "notebook.db").exists():
            return ""
        with Notebook.open(Places(self.home), Clock()) as notebook:
            found = notebook.observations.unfinished()
            draft = notebook.drafts.get(found.id) if found else None
            return draft.text if draft else ""


def kill_again_and_again(folder: Path, kills: int, seed: int, tell: Tell) -> None:
    """Kill the program so many times during one meeting, as long as it has utterances left."""
    typist = Typist(folder / "home", meeting() * 3, seed)
    for _ in range(kills):
        typist.round()
    told = typist.tally
    words = (
        f"kill -9 while typing on a terminal: {told.kills} kills, {told.lines} lines, 0 acknowledged lost, "
        f"{told.half_typed} half-typed lines found, at most {told.most_short} characters short"
        + (f", typed {told.oldest * 1000:.0f} ms before at most" if told.oldest else "")
        + (f"; {told.unanswered} times the disk did not answer for longer" if told.unanswered else "")
    )
    tell(words)


@pytest.mark.goal("R1", "R3")
@pytest.mark.long
def test_nothing_shown_is_lost_when_the_program_is_killed(tmp_path: Path, tell: Tell) -> None:
    """The quick form."""
    kill_again_and_again(tmp_path, QUICK, 7, tell)


@pytest.mark.goal("R1", "R3")
@pytest.mark.deep
def test_nothing_shown_is_lost_in_many_kills(tmp_path: Path, tell: Tell) -> None:
    """The long form."""
    kill_again_and_again(tmp_path, DEEP, 8, tell)
