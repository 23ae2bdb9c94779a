"""An observation as plain text that can be pasted anywhere."""

from collections import Counter
from collections.abc import Iterable, Iterator

from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.observation import Gap, Observation
from coachtui.model.timing import local_time

MARKS = {Kind.WONDERING: "? ", Kind.JUDGMENT: "! ", Kind.SEGMENT: "= ", Kind.IN_CONFIDENCE: "- "}
_KIND_WORDS = {Kind.WONDERING: "wondering", Kind.JUDGMENT: "judgment", Kind.IN_CONFIDENCE: "in confidence"}
_PROVENANCE_WORDS = {
    Provenance.ADDED: "added later",
    Provenance.MEMORY: "from memory",
    Provenance.IMPORTED: "imported",
}
_PLURALS = {
    Kind.EVIDENCE: ("line of evidence", "lines of evidence"),
    Kind.WONDERING: ("wondering", "wonderings"),
    Kind.JUDGMENT: ("judgment", "judgments"),
    Kind.IN_CONFIDENCE: ("line in confidence", "lines in confidence"),
    Kind.SEGMENT: ("segment", "segments"),
}
_TIME_WIDTH = 8


def as_text(observation: Observation, lines: list[Line], gaps: list[Gap]) -> str:
    """The whole observation as text: a heading, every line in the order of entry, what the marks mean."""
    parts = [*_heading(observation, lines), "", *_body(observation, lines, gaps)]
    if lines:
        parts += ["", "? wondering   ! judgment   - in confidence   = new segment   * come back to this"]
    return "\n".join(parts) + "\n"


def _heading(observation: Observation, lines: list[Line]) -> Iterator[str]:
    yield f"Observation {observation.ref}"
    yield f"Team: {observation.team or 'not known'}"
    yield f"Lead: {observation.lead or 'not known'}"
    yield f"When: {span_text(observation)}"
    if observation.source:
        yield f"Source: {observation.source}"
    private = private_text(lines)
    if private:
        yield private


def span_text(observation: Observation) -> str:
    """The day, and from when to when, on the clock on the wall there."""
    start = local_time(observation.anchor.utc_ms, observation.zone)
    day = f"{start:%A, %B} {start.day}, {start.year}, {_clock(observation.anchor.utc_ms, observation.zone)}"
    if observation.ended_utc_ms is None:
        return f"{day}, not ended ({observation.zone})"
    end = local_time(observation.ended_utc_ms, observation.zone)
    closing = "" if end.date() == start.date() else f"{end:%A, %B} {end.day}, "
    return f"{day} to {closing}{_clock(observation.ended_utc_ms, observation.zone)} ({observation.zone})"


def private_text(lines: Iterable[Line]) -> str:
    """The sentence that says which of these lines are for one's own eyes; empty where none is."""
    counts = Counter(line.kind for line in lines if line.visibility is Visibility.MINE)
    if not counts:
        return ""
    words = [f"{counts[kind]} {_PLURALS[kind][counts[kind] != 1]}" for kind in Kind if counts[kind]]
    return f"Private: holds what is yours alone ({', '.join(words)}). Take it out before you pass this on."


def _body(observation: Observation, lines: list[Line], gaps: list[Gap]) -> Iterator[str]:
    """The lines, and each gap before the first line that was written after it."""
    waiting = sorted(gaps, key=lambda gap: gap.from_ms)
    for line in lines:
        while waiting and _written_after(line, waiting[0]):
            yield _gap_text(observation, waiting.pop(0))
        yield line_text(line, observation)
    for gap in waiting:
        yield _gap_text(observation, gap)


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
    words = f"{speaker}{line.text}".replace("\n", f"\n{' ' * (_TIME_WIDTH + 2)}")
    if line.minutes is not None:
        words += f" ({line.minutes} min planned)"
    words += "".join(f" #{code}" for code in line.codes)
    words += " *" if line.starred else ""
    notes = "; ".join(line_notes(line))
    return f"{line_time(line, observation):<{_TIME_WIDTH}}{mark}{words}" + (f"  ({notes})" if notes else "")


def line_notes(line: Line) -> Iterator[str]:
    """What has to be said of the line in words: its kind, and how its time came about."""
    if line.kind in _KIND_WORDS:
        yield _KIND_WORDS[line.kind]
    if line.at_ms is None:
        yield "time unknown"
    elif line.about:
        yield "about"
    if line.provenance in _PROVENANCE_WORDS:
        yield _PROVENANCE_WORDS[line.provenance]


def _gap_text(observation: Observation, gap: Gap) -> str:
    start = _clock(observation.anchor.utc_ms + gap.from_ms, observation.zone)
    end = _clock(observation.anchor.utc_ms + gap.to_ms, observation.zone)
    minutes = round((gap.to_ms - gap.from_ms) / 60_000)
    length = f"{minutes} min" if minutes else "less than a minute"
    return f"{start:<{_TIME_WIDTH}}  [not recorded from {start} to {end}, {length}: coachtui was not running]"


def _clock(utc_ms: int, zone: str) -> str:
    local = local_time(utc_ms, zone)
    return f"{local.hour}:{local.minute:02d}"
