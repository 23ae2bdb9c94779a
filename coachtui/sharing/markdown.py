"""An observation as Markdown: a heading, a section a segment, the lines as they were filed."""

import re
from collections.abc import Iterator

from coachtui.model.account import Account
from coachtui.model.line import Kind, Line
from coachtui.model.observation import Gap, Observation
from coachtui.model.whole import Whole
from coachtui.sharing.text import (
    LINE_ENDS,
    ending_texts,
    entries,
    gap_text,
    heading_texts,
    line_notes,
    line_time,
    private_text,
)
from coachtui.wording import _

_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~&!])")
_MARKS = {Kind.WONDERING: "? ", Kind.JUDGMENT: r"\! ", Kind.IN_CONFIDENCE: r"\- "}


def as_markdown(whole: Whole) -> str:
    """The whole observation; nothing a person typed becomes markup, a link or HTML."""
    return "\n".join(_rows(whole)) + "\n"


def _rows(whole: Whole) -> Iterator[str]:
    observation = whole.observation
    yield _("# Observation {ref}").format(ref=observation.ref)
    yield ""
    for name, words in heading_texts(whole):
        yield f"- {name}: {plain(words)}"
    private = private_text(whole)
    if private:
        yield f"- {plain(private)}"
    yield ""
    for entry in entries(whole):
        if isinstance(entry, Gap):
            yield f"- *{plain(gap_text(observation, entry))}*"
        elif isinstance(entry, Account):
            yield _("  - The lead: {words}").format(words=plain(entry.words))
        elif entry.kind is Kind.SEGMENT:
            yield from ("", _segment(entry, observation), "")
        else:
            yield _line(entry, observation)
    ending = [f"- {plain(words)}" for words in ending_texts(whole)]
    if ending:
        yield from ("", _("## In the end"), "", *ending)


def _segment(line: Line, observation: Observation) -> str:
    planned = "" if line.minutes is None else _(" ({minutes} min planned)").format(minutes=line.minutes)
    return f"## {line_time(line, observation)} {plain(line.text)}{planned}".rstrip() + _ending(line)


def _line(line: Line, observation: Observation) -> str:
    time = line_time(line, observation)
    speaker = f"**{plain(line.speaker)}:** " if line.speaker else ""
    words = f"{_MARKS.get(line.kind, '')}{speaker}{plain(line.text)}"
    return f"- {time} {words}".rstrip() + _ending(line)


def _ending(line: Line) -> str:
    """The codes and the star of a line, and what has to be said of it in words."""
    codes = "".join(f" {plain('#' + code)}" for code in line.codes)
    notes = "; ".join(line_notes(line))
    return codes + (" ★" if line.starred else "") + (f" *({plain(notes)})*" if notes else "")


def plain(text: str) -> str:
    """The text so that Markdown shows it as it is, on one line."""
    return _ACTIVE.sub(r"\\\1", LINE_ENDS.sub(" ", text)).replace("\t", " ")
