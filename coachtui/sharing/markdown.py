"""An observation as Markdown: a heading, a section a segment, the lines as they were filed."""

import re
from collections.abc import Iterator

from coachtui.model.line import Kind
from coachtui.model.whole import Whole
from coachtui.sharing.text import line_notes, line_time, private_text, span_text

_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~&!])")
_MARKS = {Kind.WONDERING: "? ", Kind.JUDGMENT: "! ", Kind.IN_CONFIDENCE: "- "}


def as_markdown(whole: Whole) -> str:
    """The whole observation; nothing a person typed becomes markup, a link or HTML."""
    return "\n".join(_rows(whole)) + "\n"


def _rows(whole: Whole) -> Iterator[str]:
    observation = whole.observation
    yield f"# Observation {observation.ref}"
    yield ""
    yield f"- Team: {plain(observation.team or 'not known')}"
    yield f"- Lead: {plain(observation.lead or 'not known')}"
    yield f"- When: {plain(span_text(observation))}"
    if observation.source:
        yield f"- Source: {plain(observation.source)}"
    private = private_text(whole.lines)
    if private:
        yield f"- {plain(private)}"
    yield ""
    for line in whole.lines:
        time = line_time(line, observation)
        notes = "; ".join(line_notes(line))
        ending = f" *({plain(notes)})*" if notes else ""
        if line.kind is Kind.SEGMENT:
            planned = "" if line.minutes is None else f" ({line.minutes} min planned)"
            yield from ("", f"## {time} {plain(line.text)}{planned}".rstrip() + ending, "")
            continue
        speaker = f"**{plain(line.speaker)}:** " if line.speaker else ""
        codes = "".join(f" `#{code}`" for code in line.codes)
        star = " ★" if line.starred else ""
        yield f"- {time} {_MARKS.get(line.kind, '')}{speaker}{plain(line.text)}{codes}{star}{ending}"


def plain(text: str) -> str:
    """The text so that Markdown shows it as it is, on one line."""
    return _ACTIVE.sub(r"\\\1", " ".join(text.split("\n"))).replace("\t", " ")
