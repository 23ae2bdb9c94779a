"""An observation as a page: a title, what it is of, a heading a segment, the lines as they were filed."""

from collections.abc import Iterator

from coachtui.model.account import Account
from coachtui.model.clean import clean_line
from coachtui.model.line import Kind, Line
from coachtui.model.observation import Gap, Observation
from coachtui.model.timing import local_time
from coachtui.model.whole import Whole
from coachtui.sharing.text import (
    ending_texts,
    entries,
    gap_text,
    heading_texts,
    line_notes,
    line_time,
    private_text,
)
from coachtui.sharing.written_out import Block, BlockKind, Run, Written, readable
from coachtui.wording import _

_MARKS = {Kind.WONDERING: "? ", Kind.JUDGMENT: "! ", Kind.IN_CONFIDENCE: "- "}


def as_page(whole: Whole) -> Written:
    """The whole observation, to be written out as Word or PDF."""
    observation = whole.observation
    day = local_time(observation.anchor.utc_ms, observation.zone).date()
    return Written(_("Observation {ref}").format(ref=observation.ref), "", day, tuple(_blocks(whole)))


def _blocks(whole: Whole) -> Iterator[Block]:
    observation = whole.observation
    yield from (_block("item", f"{name}: {words}") for name, words in heading_texts(whole))
    private = private_text(whole)
    if private:
        yield _block("paragraph", private)
    for entry in entries(whole):
        if isinstance(entry, Gap):
            yield _block("item", gap_text(observation, entry))
        elif isinstance(entry, Account):
            yield _block("item", _("The lead:"), f" {entry.words}", is_first_strong=True)
        elif entry.kind is Kind.SEGMENT:
            planned = "" if entry.minutes is None else _(" ({minutes} min planned)").format(minutes=entry.minutes)
            yield _block("heading", f"{line_time(entry, observation)} {entry.text}{planned}{_ending(entry)}")
        else:
            yield _line(entry, observation)
    ending = list(ending_texts(whole))
    if ending:
        yield _block("heading", _("In the end"))
        yield from (_block("item", words) for words in ending)


def _line(line: Line, observation: Observation) -> Block:
    before = f"{line_time(line, observation)} {_MARKS.get(line.kind, '')}"
    words = f"{line.text}{_ending(line)}"
    if not line.speaker:
        return _block("item", before + words)
    runs = (Run(_shown(before)), Run(_shown(f"{line.speaker}:"), is_strong=True), Run(_shown(f" {words}")))
    return Block("item", tuple(run for run in runs if run.words.strip()))


def _block(kind: BlockKind, *words: str, is_first_strong: bool = False) -> Block:
    runs = (Run(_shown(each), is_strong=is_first_strong and not place) for place, each in enumerate(words))
    return Block(kind, tuple(runs))


def _ending(line: Line) -> str:
    """The codes and the star of a line, and what has to be said of it in words."""
    codes = "".join(f" #{code}" for code in line.codes)
    notes = "; ".join(line_notes(line))
    return codes + (" ★" if line.starred else "") + (f" ({notes})" if notes else "")


def _shown(text: str) -> str:
    return clean_line(readable(text))
