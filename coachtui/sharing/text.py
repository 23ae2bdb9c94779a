"""An observation as plain text that can be pasted anywhere."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from coachtui.model.account import Account
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.observation import CLOCK_MOVED, NOT_RUNNING, Gap, Observation
from coachtui.model.span import Span
from coachtui.model.summarizing import day_words
from coachtui.model.timing import local_time
from coachtui.model.whole import Whole
from coachtui.wording import Noun, _, _t

MARKS = {Kind.WONDERING: "? ", Kind.JUDGMENT: "! ", Kind.SEGMENT: "= ", Kind.IN_CONFIDENCE: "- "}
_KIND_WORDS = {Kind.WONDERING: _("wondering"), Kind.JUDGMENT: _("judgment"), Kind.IN_CONFIDENCE: _("in confidence")}
_PROVENANCE_WORDS = {
    Provenance.ADDED: _("added later"),
    Provenance.MEMORY: _("from memory"),
    Provenance.IMPORTED: _("imported"),
}
_NOUNS = {
    Kind.EVIDENCE: Noun("{n} line of evidence", "{n} lines of evidence"),
    Kind.WONDERING: Noun("{n} wondering", "{n} wonderings"),
    Kind.JUDGMENT: Noun("{n} judgment", "{n} judgments"),
    Kind.IN_CONFIDENCE: Noun("{n} line in confidence", "{n} lines in confidence"),
    Kind.SEGMENT: Noun("{n} segment", "{n} segments"),
}
_MEANINGS: tuple[tuple[Callable[[Line], bool], str], ...] = (
    (lambda line: line.kind is Kind.WONDERING, _("? wondering")),
    (lambda line: line.kind is Kind.JUDGMENT, _("! judgment")),
    (lambda line: line.kind is Kind.IN_CONFIDENCE, _("- in confidence")),
    (lambda line: line.kind is Kind.SEGMENT, _("= new segment")),
    (lambda line: line.starred, _("* come back to this")),
)
_TIME_WIDTH = 8
LINE_ENDS = re.compile("[\n\u2028\u2029]")
"""Where words that have several rows end one; an editor takes all of these for it."""


def as_text(whole: Whole) -> str:
    """The whole observation as text: a heading, every line in the order of entry, what the marks mean."""
    parts = [*_heading(whole), "", *_body(whole)]
    ending = list(ending_texts(whole))
    if ending:
        parts += ["", *ending]
    meanings = [words for mark, words in _MEANINGS if any(mark(line) for line in whole.lines)]
    if meanings:
        parts += ["", "   ".join(meanings)]
    return "\n".join(parts) + "\n"


def _heading(whole: Whole) -> Iterator[str]:
    observation = whole.observation
    yield _("Observation {ref}").format(ref=observation.ref)
    for name, words in heading_texts(whole):
        yield f"{name}: {words}"
    private = private_text(whole)
    if private:
        yield private


def heading_texts(whole: Whole) -> Iterator[tuple[str, str]]:
    """What is to be said of an observation before its lines: whose it is, when it was, what was planned."""
    observation = whole.observation
    yield _("Team"), observation.team or _("not known")
    yield _("Lead"), observation.lead or _("not known")
    yield _("When"), span_text(observation)
    if observation.source:
        yield _("Source"), _t(observation.source)
    if whole.agenda:
        yield (
            _("Agenda"),
            ", ".join(
                _("{title} ({minutes} min)").format(title=item.title, minutes=item.minutes) for item in whole.agenda
            ),
        )


def ending_texts(whole: Whole) -> Iterator[str]:
    """What is to be said of an observation after its lines: the look-fors that lasted, the closing words."""
    for span in whole.spans:
        yield _span_text(whole.observation, span)
    if whole.closing is not None:
        names = (_("One strength"), _("One idea for a step"), _("One question"))
        yield from (f"{name}: {words}" for name, words in zip(names, whole.closing, strict=True) if words)


def span_text(observation: Observation) -> str:
    """The day, and from when to when, on the clock on the wall there."""
    start = local_time(observation.anchor.utc_ms, observation.zone)
    day = f"{day_words(start)}, {_clock(observation.anchor.utc_ms, observation.zone)}"
    if observation.ended_utc_ms is None:
        return _("{day}, not ended ({zone})").format(day=day, zone=observation.zone)
    end = local_time(observation.ended_utc_ms, observation.zone)
    closing = "" if end.date() == start.date() else f"{day_words(end)}, "
    return _("{day} to {closing}{clock} ({zone})").format(
        day=day, closing=closing, clock=_clock(observation.ended_utc_ms, observation.zone), zone=observation.zone
    )


def private_text(*wholes: Whole) -> str:
    """The sentence that says what in these observations is for one's own eyes; empty where nothing is."""
    counts = Counter(line.kind for whole in wholes for line in whole.lines if line.visibility is Visibility.MINE)
    words = [so_many(counts[kind], kind) for kind in Kind if counts[kind]]
    if any(whole.closing is not None for whole in wholes):
        words.append(_("the closing words"))
    if not words:
        return ""
    return _("Private: holds what is yours alone ({words}). Take it out before you pass this on.").format(
        words=", ".join(words)
    )


def so_many(number: int, kind: Kind) -> str:
    """So many lines of a kind, in words: 1 wondering, 12 lines of evidence."""
    return _NOUNS[kind].of(number)


def _body(whole: Whole) -> Iterator[str]:
    """The lines, the lead's words beside theirs, and each gap before the first line that was written after it."""
    for entry in entries(whole):
        if isinstance(entry, Gap):
            start = _clock(whole.observation.anchor.utc_ms + entry.from_ms, whole.observation.zone)
            yield f"{start:<{_TIME_WIDTH}}  [{gap_text(whole.observation, entry)}]"
        elif isinstance(entry, Account):
            yield f"{'':<{_TIME_WIDTH}}  " + _("The lead: {words}").format(words=_indented(entry.words))
        else:
            yield line_text(entry, whole.observation)


def entries(whole: Whole) -> Iterator[Line | Account | Gap]:
    """The lines in the order of entry, accounts after theirs, gaps where they happened."""
    waiting = sorted(whole.gaps, key=lambda gap: gap.from_ms)
    accounts: dict[str, list[Account]] = {}
    for account in whole.accounts:
        accounts.setdefault(account.line, []).append(account)
    for line in whole.lines:
        while waiting and _written_after(line, waiting[0]):
            yield waiting.pop(0)
        yield line
        yield from accounts.get(line.id, ())
    yield from waiting


def _written_after(line: Line, gap: Gap) -> bool:
    """Whether this line shows that the gap is over; a line added later may lie anywhere."""
    timed_as_it_came = line.provenance in (Provenance.LIVE, Provenance.IMPORTED)
    return timed_as_it_came and line.at_ms is not None and line.at_ms >= gap.to_ms


def line_time(line: Line, observation: Observation) -> str:
    """What the clock on the wall showed at a line, or "" where its time is unknown."""
    return "" if line.at_ms is None else _clock(observation.anchor.utc_ms + line.at_ms, observation.zone)


def line_text(line: Line, observation: Observation) -> str:
    """One line with its wall time, mark, speaker, codes, star, and how its time came about."""
    mark = MARKS.get(line.kind, "  ")
    speaker = f"{line.speaker}: " if line.speaker else ""
    # A newline can't come in with a line; one that did must not pass for a line of its own.
    words = _indented(f"{speaker}{line.text}")
    if line.minutes is not None:
        words += _(" ({minutes} min planned)").format(minutes=line.minutes)
    words += "".join(f" #{code}" for code in line.codes)
    words += " *" if line.starred else ""
    notes = "; ".join(line_notes(line))
    return f"{line_time(line, observation):<{_TIME_WIDTH}}{mark}{words}" + (f"  ({notes})" if notes else "")


def line_notes(line: Line) -> Iterator[str]:
    """What has to be said of the line in words: its kind, and how its time came about."""
    if line.kind in _KIND_WORDS:
        yield _KIND_WORDS[line.kind]
    if line.at_ms is None:
        yield _("time unknown")
    elif line.about:
        yield _("about")
    if line.provenance in _PROVENANCE_WORDS:
        yield _PROVENANCE_WORDS[line.provenance]


def gap_text(observation: Observation, gap: Gap) -> str:
    """Why nothing was written for a while, and for how long; or by how much the computer's clock was set."""
    if gap.reason == CLOCK_MOVED:
        whole = (
            _("the computer's clock was set forward by {length}; the times here go on")
            if gap.moved_ms > 0
            else _("the computer's clock was set back by {length}; the times here go on")
        )
        return whole.format(length=_length(abs(gap.moved_ms)))
    start = _clock(observation.anchor.utc_ms + gap.from_ms, observation.zone)
    end = _clock(observation.anchor.utc_ms + gap.to_ms, observation.zone)
    reason = _("coachtui was not running") if gap.reason == NOT_RUNNING else _t(gap.reason)
    return _("not recorded from {start} to {end}, {length}: {reason}").format(
        start=start, end=end, length=_length(gap.to_ms - gap.from_ms), reason=reason
    )


def _span_text(observation: Observation, span: Span) -> str:
    start = _clock(observation.anchor.utc_ms + span.from_ms, observation.zone)
    if span.to_ms is None:
        return _("#{code} from {start}, not ended").format(code=span.code, start=start)
    end = _clock(observation.anchor.utc_ms + span.to_ms, observation.zone)
    return _("#{code} from {start} to {end}, {length}").format(
        code=span.code, start=start, end=end, length=_length(span.to_ms - span.from_ms)
    )


def _length(ms: int) -> str:
    minutes = round(ms / 60_000)
    return _("{minutes} min").format(minutes=minutes) if minutes else _("less than a minute")


def _indented(words: str) -> str:
    return LINE_ENDS.sub(f"\n{' ' * (_TIME_WIDTH + 2)}", words)


def _clock(utc_ms: int, zone: str) -> str:
    local = local_time(utc_ms, zone)
    return f"{local.hour}:{local.minute:02d}"
