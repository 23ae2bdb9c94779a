"""Captions: a meeting as WebVTT, out and in, and as SRT, in."""

import re
from collections.abc import Iterator
from itertools import pairwise

from coachtui.model.clean import clean, clean_line
from coachtui.model.line import Kind, Line
from coachtui.model.whole import Whole
from coachtui.sharing.errors import SharingError
from coachtui.sharing.text import MARKS, line_notes, private_text
from coachtui.sharing.transcript import Heard, Said, as_whole, identity_of
from coachtui.wording import _

_TIME = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})"
_CUE = re.compile(rf"\s*{_TIME}\s+-->\s+{_TIME}(?:\s.*)?")
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,80})?\s{1,9}([^<>]{1,300})>")
_TAG = re.compile(r"</?[a-z0-9.:_-]{0,80}(?:\s[^<>]{0,300})?>", re.IGNORECASE)
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
    # Where one has a voice tag, a name before a colon is only part of what was said.
    has_voices = any(_VOICE.search(words) for __, __, words in cues)
    spoken = [(start, *_spoken(words, has_voices)) for start, __, words in cues]
    said = [Said(start, Kind.EVIDENCE, speaker, words) for start, speaker, words in spoken if words]
    if not said:
        raise SharingError(_("it holds no captions with a time and words"))
    end = max(max(start, end) for start, end, __ in cues)
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
            raise SharingError(_("line {number} is no time of a caption").format(number=number))
        words: list[str] = []
        while number < len(rows) and rows[number].strip():
            words.append(rows[number])
            number += 1
        parts = found.groups()
        yield _ms(*parts[:4]), _ms(*parts[4:]), " ".join(words)


def _ms(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def _spoken(words: str, has_voices: bool) -> tuple[str | None, str]:
    """Who speaks, by a voice tag or a name before a colon, and the words without tags."""
    voice = _VOICE.search(words)
    plain = _plain(_TAG.sub("", _VOICE.sub("", words)))
    if voice is not None:
        return _plain(voice[1]) or None, plain
    named = None if has_voices else _NAMED.match(plain)
    return (None, plain) if named is None else (named[1], plain[named.end() :])


def _plain(words: str) -> str:
    for sign, escape in reversed(_ESCAPES):
        words = words.replace(escape, sign)
    return clean_line(words).strip()


def as_vtt(whole: Whole) -> str:
    """An observation as WebVTT: each line with a known time from its own to the next one's.

    A note says what is private, and how many lines have no time or lie before the beginning: captions can't hold them.
    """
    timed = [line for line in whole.lines if line.at_ms is not None and line.at_ms >= 0]
    timed.sort(key=lambda line: (line.at_ms or 0, line.place))
    parts = ["WEBVTT", _("NOTE Observation {ref}").format(ref=_escaped(whole.observation.ref))]
    private = private_text(Whole(whole.observation, timed, [], None))
    if private:
        parts.append(f"NOTE {private}")
    if len(timed) < len(whole.lines):
        parts.append(
            _("NOTE Left out: lines without a time or before the beginning: {n}").format(
                n=len(whole.lines) - len(timed)
            )
        )
    for line, after in pairwise([*timed, None]):
        if line is not None:
            parts.append(_cue(line, after))
    return "\n\n".join(parts) + "\n"


def _cue(line: Line, after: Line | None) -> str:
    start = line.at_ms or 0
    end = start + _SHOWN_MS
    if after is not None and after.at_ms is not None and start < after.at_ms < end:
        end = after.at_ms
    notes = "; ".join(line_notes(line))
    heading = f"{notes}\n" if notes else ""  # the name of a cue: players don't show it
    voice = _voice(line.speaker) if line.speaker else ""
    words = _escaped(clean_line(line.text))
    codes = "".join(f" #{_escaped(code)}" for code in line.codes)
    return f"{heading}{_stamp(start)} --> {_stamp(end)}\n{voice}{MARKS.get(line.kind, '')}{words}{codes}"


def _voice(speaker: str) -> str:
    """Who speaks; a blank, which nobody is shown, keeps a name like `Ana--` from ending in the arrow that begins a caption."""
    return f"<v {_escaped(speaker)}{' ' if speaker.endswith('-') else ''}>"


def _stamp(ms: int) -> str:
    seconds, thousandths = divmod(ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{thousandths:03d}"


def _escaped(text: str) -> str:
    for sign, escape in _ESCAPES:
        text = text.replace(sign, escape)
    return text
