"""A filed line as it would be typed, so that it can be edited."""

from coachtui.model.grammar import Reading, write_line, write_text
from coachtui.model.line import Kind, Line


def as_typed(line: Line) -> str:
    """A line as it would be typed, without its time."""
    return (
        write_line(reading_of(line)) if line.text else write_text("".join(f"#{code} " for code in line.codes).strip())
    )


def reading_of(line: Line) -> Reading:
    """The reading that the line came of, without its time."""
    return Reading(None, line.kind, first_name(line.speaker) or None, line.text, line.codes, line.starred, line.minutes)


def first_name(speaker: str | None) -> str:
    """A speaker's name as one types it: the first of the names."""
    return next(iter((speaker or "").split()), "")


def with_what_stays(reading: Reading, line: Line) -> Reading:
    """New words for a line: of its kind, its speaker, its codes and its star stays what was not said anew.

    A judgment whose mark was left out must not turn into evidence, which may leave.
    """
    return reading._replace(
        kind=line.kind if reading.kind is Kind.EVIDENCE else reading.kind,
        speaker=reading.speaker or line.speaker,
        codes=reading.codes or line.codes,
        starred=reading.starred or line.starred,
        minutes=line.minutes if reading.minutes is None else reading.minutes,
    )
