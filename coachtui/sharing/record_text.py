"""A block of a record as Markdown: nothing that anybody typed becomes markup, and it can be read as it is."""

import re
from collections.abc import Iterable

from coachtui.model.summary import Paragraph, under_headings

_ACTIVE = re.compile(r"[\\`*\[<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|&(?=#?\w+;)")
_LIKE_A_MARK = re.compile(r"^(\W*?)\\<(?=\W{0,2}!)")
"""What an editor may make of a mark that it escapes: words that begin like one must not be taken for it."""
_FIRST = re.compile(r"^(?:[#>+=|-]|\d+(?=[.)]))")


def inert(text: str) -> str:
    """The text so that Markdown shows it as it is, on one line; as few marks as that takes."""
    plain = " ".join(text.split())
    escaped = _ACTIVE.sub(lambda found: "\\" + found[0], plain)
    return _FIRST.sub(_escaped_first, _LIKE_A_MARK.sub(r"\1&lt;", escaped))


def _escaped_first(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def paragraph_text(paragraph: Paragraph) -> str:
    """A paragraph as it stands in the file."""
    speaker = f"**{inert(paragraph.speaker)}:** " if paragraph.speaker else ""
    words = inert(paragraph.words)
    if not paragraph.is_item:
        return speaker + words
    return f"- {paragraph.time} {speaker}{words}" if paragraph.time else f"- {speaker}{words}"


def heading_text(heading: str) -> str:
    """What some paragraphs of a block stand under."""
    return f"### {inert(heading)}"


def block_text(title: str, paragraphs: Iterable[Paragraph]) -> str:
    """A block: its title, then its paragraphs; rows of a list stand close together. No newline at the end."""
    rows = [f"## {inert(title)}"]
    was_item = False
    for heading, paragraph in under_headings(paragraphs):
        if heading:
            rows += ["", heading_text(heading)]
            was_item = False
        if not (paragraph.is_item and was_item):
            rows.append("")
        rows.append(paragraph_text(paragraph))
        was_item = paragraph.is_item
    return "\n".join(rows)
