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
from coachtui.tui.widgets.sheet import SheetRow, heading
from coachtui.wording import _, counted

NAME, PART = "name:", "part:"


def gate_rows(at: AtTheGate) -> Iterator[SheetRow]:
    """All rows, the ones that want a decision first."""
    gate = at.gate
    yield from _names(gate)
    yield from _leaving(gate)
    yield from _staying(gate)
    yield heading(_("Never in it"))
    yield SheetRow("", "", _left_out(gate.summary.left_out), is_faint=True)
    yield from _left_before(at)


def _left_before(at: AtTheGate) -> Iterator[SheetRow]:
    """What changed since it left last, and which ways it left."""
    text = at.gate.text()
    if at.entry is not None and at.entry.words != text:
        yield heading(_("Changed since you shared version {version}").format(version=at.entry.version))
        yield from (SheetRow("", mark, row) for mark, row in what_changed(at.entry.words, text))
    elif at.entry is None and at.shares and at.shares[-1].words != text:
        yield heading(_("Changed since it left {way_text}").format(way_text=at.shares[-1].way_text))
        yield from (SheetRow("", mark, row) for mark, row in what_changed(at.shares[-1].words, text))
    if at.shares:
        yield heading(_("Left before"), _("what left can't be taken back"))
    for share in reversed(at.shares):
        yield SheetRow(f"share:{share.id}", share_time(share), share.way_text, is_faint=True)


def share_time(share: Share) -> str:
    """When it left, as people say it: Mon Mar 9, 10:42."""
    local = local_time(share.at_utc_ms, share.zone)
    return f"{weekday_day(local)}, {local.hour}:{local.minute:02d}"


def _names(gate: Gate) -> Iterator[SheetRow]:
    names = gate.names()
    if names:
        yield heading(_("Names"), _("k keep  i initial  r role"))
    for each in names:
        way = gate.settled.get(each.key)
        words = _("to be settled") if way is None else _settled(each, way)
        yield SheetRow(
            NAME + each.key, each.key, words, _("known here") if each.known else _("a name?"), is_faint=way is not None
        )


def _settled(name: Found, way: Way) -> str:
    if way is Way.KEEP:
        return _("stays as it is")
    return _("becomes {initial}").format(initial=name.initial() if way is Way.INITIAL else name.role)


def _leaving(gate: Gate) -> Iterator[SheetRow]:
    """What leaves, each paragraph as its bytes will be."""
    private = gate.overlapping()
    first = next(iter(gate.recipient.split()), gate.recipient)
    yield heading(
        _("This leaves"), _("to the letter as {first} will have it   Space takes out   e edits").format(first=first)
    )
    yield SheetRow(PART + TITLE, _mark(TITLE, private), f"## {inert(gate.title())}", _("the title"))
    going = [each for each in gate.parts() if gate.is_going(each[0])]
    headings = (heading for heading, __ in under_headings(paragraph for paragraph, __ in going))
    for (paragraph, text), over in zip(going, headings, strict=True):
        if over:
            yield SheetRow("", _("leaves"), heading_text(over))
        yield SheetRow(PART + paragraph.key, _mark(paragraph.key, private), text, paragraph.source)


def _mark(key: str, private: set[str]) -> str:
    return _("private!") if key in private else ""


def _staying(gate: Gate) -> Iterator[SheetRow]:
    rows = [
        SheetRow(PART + paragraph.key, _("stays"), text, paragraph.source, is_faint=True)
        for paragraph, text in gate.parts()
        if not gate.is_going(paragraph)
    ]
    if rows:
        yield heading(_("This stays here"), _("Space takes it in"))
        yield from rows


def _left_out(left_out: LeftOut) -> str:
    """What was never taken into the summary, as counts."""
    if not any(left_out):
        return _("Nothing of this is yours alone.")
    return _("Left out: {mine} mine, {in_confidence} in confidence.").format(
        mine=left_out.mine, in_confidence=left_out.in_confidence
    )


def already_shared(at: AtTheGate) -> str | None:
    """That these very words were shared already; None where they were not."""
    if at.entry is None or not at.is_shared_already:
        return None
    return _("These very words are shared already, as version {version}. v shows what the lead sees.").format(
        version=at.entry.version
    )


def how_it_stands(at: AtTheGate) -> str:
    """In a few words: what is to be done before it can leave."""
    waiting = len(at.gate.unsettled())
    if already_shared(at):
        return _("shared already")
    if waiting:
        return counted(waiting, "{n} name to settle", "{n} names to settle")
    return _("private words in it") if at.gate.private else _("Enter shares it")


def first_to_settle(gate: Gate) -> str | None:
    """The key of the first row that keeps it from leaving."""
    private = gate.overlapping()
    keys = [PART + each.key for each in gate.leaving() if each.key in private]
    keys += [NAME + each.key for each in gate.unsettled()]
    return keys[0] if keys else None
