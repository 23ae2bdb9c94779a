"""The archive: observations as JSON with nothing left out, the same bytes for the same observation.

docs/command-line.md describes the form. What reads it back is in archive_reading.py.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from coachtui.model.draft import Draft
from coachtui.model.line import Line
from coachtui.model.moment import Moment
from coachtui.model.whole import Whole

ONE = "coachtui observation"
SEVERAL = "coachtui observations"
VERSION = 1

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def as_archive(whole: Whole) -> bytes:
    """One observation as an archive."""
    return _encode({"format": ONE, "version": VERSION, **_observation(whole)})


def as_archive_of_several(wholes: Iterable[Whole]) -> bytes:
    """Several observations as one archive."""
    observations = [_observation(whole) for whole in wholes]
    return _encode({"format": SEVERAL, "version": VERSION, "observations": observations})


def _encode(value: dict[str, Any]) -> bytes:
    return (_written(value, 0) + "\n").encode("utf-8")


def _written(value: Any, depth: int) -> str:
    """JSON with a row for each field and one for each line: good to read and to compare."""
    if isinstance(value, dict) and ("format" in value or "lines" in value):
        fields: dict[str, Any] = value
        inner = [f"{_flat(key)}: {_written(field, depth + 1)}" for key, field in fields.items()]
        return _rows("{", inner, "}", depth)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        items: list[Any] = value
        return _rows("[", [_written(item, depth + 1) for item in items], "]", depth)
    return _flat(value)


def _rows(opening: str, inner: list[str], closing: str, depth: int) -> str:
    margin = "  " * (depth + 1)
    return f"{opening}\n{margin}" + f",\n{margin}".join(inner) + "\n" + "  " * depth + closing


def _flat(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _observation(whole: Whole) -> dict[str, Any]:
    observation = whole.observation
    ended = observation.ended_utc_ms
    return {
        "id": observation.id,
        "ref": observation.ref,
        "team": observation.team,
        "lead": observation.lead,
        "anchor": moment_fields(observation.anchor),
        "zone": observation.zone,
        "ended": None if ended is None else utc_text(ended),
        "source": observation.source,
        "framework": observation.framework,
        "paused_ms": observation.paused_ms,
        "lines": [_line(line) for line in whole.lines],
        "gaps": [gap._asdict() for gap in whole.gaps],
        "spans": [{"code": span.code, "from_ms": span.from_ms, "to_ms": span.to_ms} for span in whole.spans],
        "agenda": [item._asdict() for item in whole.agenda],
        "accounts": [
            {"line": account.line, "words": account.words, "at": utc_text(account.at_utc_ms)}
            for account in whole.accounts
        ],
        "closing": None if whole.closing is None else whole.closing._asdict(),
        "draft": _draft(whole.draft),
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "place": line.place,
        "at_ms": line.at_ms,
        "about": line.about,
        "provenance": line.provenance.value,
        "kind": line.kind.value,
        "speaker": line.speaker,
        "text": line.text,
        "codes": list(line.codes),
        "starred": line.starred,
        "visibility": line.visibility.value,
        "minutes": line.minutes,
    }


def _draft(draft: Draft | None) -> dict[str, Any] | None:
    if draft is None:
        return None
    began = None if draft.began is None else moment_fields(draft.began)
    return {"text": draft.text, "cursor": draft.cursor, "began": began}


def moment_fields(moment: Moment) -> dict[str, Any]:
    """A moment as the archive holds it: the wall clock in UTC, and the reading of the boot clock."""
    return {"utc": utc_text(moment.utc_ms), "boot_ms": moment.boot_ms, "boot_id": moment.boot_id}


def utc_text(utc_ms: int) -> str:
    """A wall-clock moment as ISO 8601 text in UTC, to the millisecond."""
    moment = _EPOCH + timedelta(milliseconds=utc_ms)
    return moment.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def utc_ms_of(text: str) -> int:
    """The milliseconds since 1970 that `utc_text` wrote. Raises ValueError."""
    return (datetime.fromisoformat(text) - _EPOCH) // timedelta(milliseconds=1)
