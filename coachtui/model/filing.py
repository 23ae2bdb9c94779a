"""How a typed line, read by the grammar, becomes a line of its observation."""

from coachtui.model.grammar import Reading
from coachtui.model.line import Line, default_visibility
from coachtui.model.moment import Moment
from coachtui.model.observation import Observation
from coachtui.model.timing import place_in_time


def as_line(reading: Reading, observation: Observation, typed_at: Moment, line_id: str, place: int) -> Line:
    """The line that a reading becomes when its first key was pressed at `typed_at`.

    What is typed after the observation was ended is from memory.
    """
    ended = observation.ended_utc_ms
    at_ms, about, provenance = place_in_time(
        reading.when,
        observation.anchor,
        observation.zone,
        typed_at,
        after_the_meeting=ended is not None and typed_at.utc_ms > ended,
    )
    return Line(
        id=line_id,
        observation=observation.id,
        place=place,
        at_ms=at_ms,
        about=about,
        provenance=provenance,
        kind=reading.kind,
        speaker=reading.speaker,
        text=reading.text,
        codes=reading.codes,
        starred=reading.starred,
        visibility=default_visibility(reading.kind),
        minutes=reading.minutes,
    )
