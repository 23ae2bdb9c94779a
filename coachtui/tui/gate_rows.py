"""The rows of the gate: the names to settle, what leaves to the byte, what stays, what is left out for good."""

from collections.abc import Iterator

from coachtui.at_the_gate import AtTheGate
from coachtui.model.calendar_words import weekday_day
from coachtui.model.names import Found, Way
from coachtui.model.share import Share
from coachtui.model.summary import LeftOut, under_headings
from coachtui.model.timing import local_time
from coachtui.sharing.gate import TITLE, Gate, what_changed
from coachtui.sharing.record_text import heading_text, inert
from coachtui.tui.telling import count_text
from coachtui.tui.widgets.sheet import SheetRow, heading

NAME, PART = "name:", "part:"


def gate_rows(at: AtTheGate) -> Iterator[SheetRow]:
    """All rows, the ones that want a decision first."""
    gate = at.gate
    yield from _names(gate)
    yield from _leaving(gate)
    yield from _staying(gate)
    yield heading("Never in it")
    yield SheetRow("", "", _left_out(gate.summary.left_out), is_faint=True)
    yield from _left_before(at)


def _left_before(at: AtTheGate) -> Iterator[SheetRow]:
    """What changed since it left last, and which ways it left."""
    text = at.gate.text()
    if at.entry is not None and at.entry.words != text:
        yield heading(f"Changed since you shared version {at.entry.version}")
        yield from (SheetRow("", mark, row) for mark, row in what_changed(at.entry.words, text))
    elif at.entry is None and at.shares and at.shares[-1].words != text:
        yield heading(f"Changed since it left {at.shares[-1].way_text}")
        yield from (SheetRow("", mark, row) for mark, row in what_changed(at.shares[-1].words, text))
    if at.shares:
        yield heading("Left before", "what left can't be taken back")
    for share in reversed(at.shares):
        yield SheetRow(f"share:{share.id}", share_time(share), share.way_text, is_faint=True)


def share_time(share: Share) -> str:
    """When it left, as people say it: Mon Mar 9, 10:42."""
    local = local_time(share.at_utc_ms, share.zone)
    return f"{weekday_day(local)}, {local.hour}:{local.minute:02d}"


def _names(gate: Gate) -> Iterator[SheetRow]:
    names = gate.names()
    if names:
        yield heading("Names", "k keep  i initial  r role")
    for each in names:
        way = gate.settled.get(each.key)
        words = "to be settled" if way is None else _settled(each, way)
        yield SheetRow(
            NAME + each.key, each.key, words, "known here" if each.known else "a name?", is_faint=way is not None
        )


def _settled(name: Found, way: Way) -> str:
    if way is Way.KEEP:
        return "stays as it is"
    return f"becomes {name.initial() if way is Way.INITIAL else name.role}"


def _leaving(gate: Gate) -> Iterator[SheetRow]:
    """What leaves, each paragraph as its bytes will be."""
    private = gate.overlapping()
    first = next(iter(gate.recipient.split()), gate.recipient)
    yield heading("This leaves", f"to the letter as {first} will have it   Space takes out   e edits")
    yield SheetRow(PART + TITLE, _mark(TITLE, private), f"## {inert(gate.title())}", "the title")
    going = [each for each in gate.parts() if gate.is_going(each[0])]
    headings = (heading for heading, _ in under_headings(paragraph for paragraph, _ in going))
    for (paragraph, text), over in zip(going, headings, strict=True):
        if over:
            yield SheetRow("", "leaves", heading_text(over))
        yield SheetRow(PART + paragraph.key, _mark(paragraph.key, private), text, paragraph.source)


def _mark(key: str, private: set[str]) -> str:
    return "private!" if key in private else ""


def _staying(gate: Gate) -> Iterator[SheetRow]:
    rows = [
        SheetRow(PART + paragraph.key, "stays", text, paragraph.source, is_faint=True)
        for paragraph, text in gate.parts()
        if not gate.is_going(paragraph)
    ]
    if rows:
        yield heading("This stays here", "Space takes it in")
        yield from rows


def _left_out(left_out: LeftOut) -> str:
    """What was never taken into the summary, as counts."""
    if not any(left_out):
        return "Nothing of this is yours alone."
    return f"Left out: {left_out.mine} mine, {left_out.in_confidence} in confidence."


def already_shared(at: AtTheGate) -> str | None:
    """That these very words were shared already; None where they were not."""
    if at.entry is None or not at.is_shared_already:
        return None
    return f"These very words are shared already, as version {at.entry.version}. v shows what the lead sees."


def how_it_stands(at: AtTheGate) -> str:
    """In a few words: what is to be done before it can leave."""
    waiting = len(at.gate.unsettled())
    if already_shared(at):
        return "shared already"
    if waiting:
        return count_text(waiting, "name to settle", "names to settle")
    return "private words in it" if at.gate.private else "Enter shares it"


def first_to_settle(gate: Gate) -> str | None:
    """The key of the first row that keeps it from leaving."""
    private = gate.overlapping()
    keys = [PART + each.key for each in gate.leaving() if each.key in private]
    keys += [NAME + each.key for each in gate.unsettled()]
    return keys[0] if keys else None
