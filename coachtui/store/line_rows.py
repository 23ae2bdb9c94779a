"""A line as a row of its table, and back."""

import json
from sys import intern
from typing import Any

from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.store.file import Row
from coachtui.store.of_kinds import LONGEST
from coachtui.store.present import TABLES, Fields

COLUMNS = ", ".join(TABLES["lines"])


def to_fields(line: Line) -> Fields:
    """The line's row."""
    return {
        "id": line.id,
        "observation": line.observation,
        "place": line.place,
        "at_ms": line.at_ms,
        "about": int(line.about),
        "provenance": line.provenance.value,
        "kind": line.kind.value,
        "speaker": line.speaker,
        "text": line.text,
        "codes": json.dumps(line.codes, ensure_ascii=False) if line.codes else "[]",
        "starred": int(line.starred),
        "visibility": line.visibility.value,
        "minutes": line.minutes,
    }


_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}
_PROVENANCES: dict[str, Provenance] = {provenance.value: provenance for provenance in Provenance}
_VISIBILITIES: dict[str, Visibility] = {visibility.value: visibility for visibility in Visibility}


def from_row(row: Row) -> Line:
    """The line that a row of COLUMNS holds; where the file is damaged, what can be read of it, kept private."""
    (identity, observation, place, at_ms, about, provenance, kind, speaker, text, codes, starred, visibility,
     minutes) = row  # fmt: skip
    try:
        line = Line(
            id=identity,
            observation=intern(observation),
            place=place,
            at_ms=at_ms,
            about=bool(about),
            provenance=_PROVENANCES[provenance],
            kind=_KINDS[kind],
            speaker=speaker and intern(speaker),
            text=text,
            codes=_codes(codes),
            starred=bool(starred),
            visibility=_VISIBILITIES[visibility],
            minutes=minutes,
        )
    except (KeyError, ValueError, TypeError):
        return _from_damaged_row(row)
    return line if _is_whole(line) else _from_damaged_row(row)


def _codes(words: Any) -> tuple[str, ...]:
    return () if words == "[]" else tuple(json.loads(words))


def _is_whole(line: Line) -> bool:
    """Whether every field is of its kind; in a damaged file any may be of any other."""
    return (
        type(line.text) is str
        and type(line.id) is str
        and type(line.observation) is str
        and type(line.place) is int
        and _is_offset(line.at_ms)
        and (line.speaker is None or type(line.speaker) is str)
        and (line.minutes is None or type(line.minutes) is int)
        and (not line.codes or all(type(code) is str for code in line.codes))
    )


def _is_offset(value: Any) -> bool:
    return value is None or (type(value) is int and -LONGEST <= value <= LONGEST)


def _from_damaged_row(row: Row) -> Line:
    """A line as far as it can be read. Nobody can say any more what may leave of it, so nothing may."""
    return Line(
        id=_text(row[0]),
        observation=_text(row[1]),
        place=row[2] if type(row[2]) is int else 0,
        at_ms=row[3] if _is_offset(row[3]) else None,
        about=True,
        provenance=_PROVENANCES.get(_text(row[5]), Provenance.MEMORY),
        kind=Kind.IN_CONFIDENCE,
        speaker=None if row[7] is None else _text(row[7]),
        text=_text(row[8]),
        codes=(),
        starred=bool(row[10]),
        visibility=Visibility.MINE,
        minutes=None,
    )


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
