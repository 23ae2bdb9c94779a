"""A line as a row of its table, and back."""

import json
from typing import Any

from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.store.file import Row
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
    """The line that a row of COLUMNS holds."""
    (identity, observation, place, at_ms, about, provenance, kind, speaker, text, codes, starred, visibility,
     minutes) = row  # fmt: skip
    return Line(
        id=identity,
        observation=observation,
        place=place,
        at_ms=at_ms,
        about=bool(about),
        provenance=_PROVENANCES[provenance],
        kind=_KINDS[kind],
        speaker=speaker,
        text=text,
        codes=_codes(codes),
        starred=bool(starred),
        visibility=_VISIBILITIES[visibility],
        minutes=minutes,
    )


def _codes(words: Any) -> tuple[str, ...]:
    return () if words == "[]" else tuple(json.loads(words))
