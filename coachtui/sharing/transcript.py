"""What was said in a meeting that comes from elsewhere, as an observation; every form that is taken in ends here."""

import hashlib
import json
from collections.abc import Sequence
from typing import NamedTuple

from coachtui.model.line import Kind, Line, Provenance, default_visibility
from coachtui.model.moment import Moment
from coachtui.model.observation import Observation, ref_for
from coachtui.model.whole import Whole
from coachtui.sharing.errors import SharingError
from coachtui.wording import _

MOST_LINES = 100_000  # in one observation
LONGEST_LINE = 100_000  # characters: hours of talk without a breath


class Said(NamedTuple):
    """What becomes one line: milliseconds from the beginning, None where unknown; how; by whom; what."""

    at_ms: int | None
    kind: Kind
    speaker: str | None
    text: str
    codes: tuple[str, ...] = ()
    starred: bool = False
    minutes: int | None = None


class Heard(NamedTuple):
    """A meeting from elsewhere: when it began and ended, in ms since 1970 UTC, in which zone, and where it is from."""

    began_utc_ms: int
    ended_utc_ms: int
    zone: str
    source: str


def identity_of(*words: object) -> str:
    """The id of a meeting from elsewhere: the same for the same words, so that taking it in twice is once."""
    return hashlib.sha256(json.dumps(words).encode("utf-8")).hexdigest()[:32]


def as_whole(identity: str, heard: Heard, said: Sequence[Said]) -> Whole:
    """The meeting as an observation whose lines are all imported. Raises SharingError, as the end of a sentence."""
    if len(said) > MOST_LINES:
        raise SharingError(
            _("it has more than {most_lines} lines, more than any meeting").format(most_lines=f"{MOST_LINES:,}")
        )
    if any(len(each.text) > LONGEST_LINE for each in said):
        raise SharingError(
            _("one of its lines has more than {longest_line} characters").format(longest_line=f"{LONGEST_LINE:,}")
        )
    observation = Observation(
        id=identity,
        ref=ref_for(identity),
        team=None,
        lead=None,
        anchor=Moment(heard.began_utc_ms, 0, ""),
        zone=heard.zone,
        ended_utc_ms=heard.ended_utc_ms,
        source=heard.source,
        lines=len(said),
    )
    return Whole(observation, [_line(identity, place, each) for place, each in enumerate(said, 1)], [], None)


def _line(identity: str, place: int, said: Said) -> Line:
    return Line(
        id=f"{identity}-{place}",
        observation=identity,
        place=place,
        at_ms=said.at_ms,
        about=False,
        provenance=Provenance.IMPORTED,
        kind=said.kind,
        speaker=said.speaker,
        text=said.text,
        codes=said.codes,
        starred=said.starred,
        visibility=default_visibility(said.kind),
        minutes=said.minutes,
    )
