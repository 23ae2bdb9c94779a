"""Captions: a meeting as WebVTT, out and in, and as SRT, in."""

import re
from collections.abc import Iterator
from itertools import pairwise

from coachtui.model.clean import clean, clean_line
from coachtui.model.line import Kind, Line
from coachtui.model.whole import Whole
from coachtui.sharing.errors import SharingError
from coachtui.sharing.transcript import Heard, Said, as_whole, identity_of

_TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})"
_CUE = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)*\s+([^>]+)>")
_TAG = re.compile(r"</?[a-z0-9.:_-]*(?:\s[^>]*)?>", re.IGNORECASE)
_NAMED = re.compile(r"([^\W\d_][\w .'’-]{0,29}):\s+(?=\S)")
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_SHOWN_MS = 5000
"""How long the last line is shown, and one after which nothing is said for long."""


def is_captions(text: str) -> bool:
    """Whether this is WebVTT or SRT."""
    head = text.lstrip("\ufeff \r\n\t")[:2000]
    return head.startswith("WEBVTT") or any(_CUE.fullmatch(row) for row in head.splitlines()[:3])


def read_captions(text: str, name: str, zone: str, began_utc_ms: int) -> Whole:
    """The captions as an observation that began at this time, in ms since 1970 UTC.

    Raises SharingError, as the end of a sentence that names the line.
    """
    cues = list(_cues(clean(text).split("\n")))
    said = [Said(start, Kind.EVIDENCE, *_spoken(words)) for start, _, words in cues if words.strip()]
    if not said:
        raise SharingError("it holds no captions with a time and words")
    end = max(end for _, end, _ in cues)
    identity = identity_of("captions", [each[:4] for each in said])
    return as_whole(identity, Heard(began_utc_ms, began_utc_ms + end, zone, name), said)


def _cues(rows: list[str]) -> Iterator[tuple[int, int, str]]:
    """Each caption: from and to, in ms, and its words on one line."""
    number = 0
    while number < len(rows):
        row = rows[number]
        number += 1
        if "-->" not in row:
            continue
        found = _CUE.fullmatch(row)
        if found is None:
            raise SharingError(f"line {number} is no time of a caption")
        words: list[str] = []
        while number < len(rows) and rows[number].strip():
            words.append(rows[number])
            number += 1
        parts = found.groups()
        yield _ms(*parts[:4]), _ms(*parts[4:]), " ".join(words)


def _ms(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def _spoken(words: str) -> tuple[str | None, str]:
    """Who speaks, by a voice tag or a name before a colon, and the words without tags."""
    voice = _VOICE.search(words)
    plain = _TAG.sub("", _VOICE.sub("", words))
    for sign, escape in reversed(_ESCAPES):
        plain = plain.replace(escape, sign)
    plain = clean_line(plain).strip()
    if voice is not None:
        return clean_line(voice[1]).strip(), plain
    named = _NAMED.match(plain)
    return (None, plain) if named is None else (named[1], plain[named.end() :])


def as_vtt(whole: Whole) -> str:
    """An observation as WebVTT: each line with a known time from its own to the next one's."""
    timed = [line for line in whole.lines if line.at_ms is not None and line.at_ms >= 0]
    timed.sort(key=lambda line: (line.at_ms or 0, line.place))
    parts = ["WEBVTT", f"NOTE Observation {_escaped(whole.observation.ref)}"]
    for line, after in pairwise([*timed, None]):
        if line is not None:
            parts.append(_cue(line, after))
    return "\n\n".join(parts) + "\n"


def _cue(line: Line, after: Line | None) -> str:
    start = line.at_ms or 0
    end = start + _SHOWN_MS
    if after is not None and after.at_ms is not None and start < after.at_ms < end:
        end = after.at_ms
    voice = f"<v {_escaped(line.speaker)}>" if line.speaker else ""
    mark = {Kind.WONDERING: "? ", Kind.JUDGMENT: "! ", Kind.SEGMENT: "= "}.get(line.kind, "")
    words = _escaped(clean_line(line.text)).replace("-->", "→")
    codes = "".join(f" #{_escaped(code)}" for code in line.codes)
    return f"{_stamp(start)} --> {_stamp(end)}\n{voice}{mark}{words}{codes}"


def _stamp(ms: int) -> str:
    seconds, thousandths = divmod(ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{thousandths:03d}"


def _escaped(text: str) -> str:
    for sign, escape in _ESCAPES:
        text = text.replace(sign, escape)
    return text
