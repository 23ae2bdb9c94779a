"""What was written out, read by what knows nothing of coachtui: the words of it, and whatever in it is more than words."""

import csv
import html
import io
import re
import zipfile
from collections import Counter
from unicodedata import category
from xml.etree import ElementTree

from markdown_it import MarkdownIt

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OF_WORDS = frozenset({"text", "softbreak", "strong_open", "strong_close", "em_open", "em_close"})
_BLOCKS = frozenset({"html_block", "code_block", "fence", "blockquote_open", "hr"})
_UNDRAWN = frozenset({"Cf", "Mn", "Me", "Mc", "Zs", "Zl", "Zp", "Cc"})
_FILLERS = "\u115f\u1160\u3164\uffa0"
"""Letters of Hangul that stand for none."""


def of_word(content: bytes) -> tuple[str, list[str]]:
    """A Word file, by its XML alone; a field in it would be live, but for that of the page's number."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
        linked = "hyperlink" in archive.read("word/_rels/document.xml.rels").decode()
    rows = ["".join(_letters_of(each) for each in row.iter()) for row in root.iter(f"{_WORD}p")]
    live = [each.tag for each in root.iter() if each.tag.endswith(("fldSimple", "instrText", "hyperlink"))]
    return "\n".join(rows), live + ["a link"] * linked


def _letters_of(element: ElementTree.Element) -> str:
    return {"t": element.text or "", "tab": "\t", "br": "\n"}.get(element.tag.removeprefix(_WORD), "")


def of_markdown(content: str) -> tuple[str, list[str]]:
    """A page of Markdown as a reader shows it; links, pictures, code and HTML are live."""
    shown, live = [], []
    for token in MarkdownIt("commonmark", {"html": True}).parse(content):
        live += [f"{token.type}: {token.content[:60]}"] if token.type in _BLOCKS else []
        for each in token.children or ():
            shown.append(each.content)
            live += [] if each.type in _OF_WORDS else [f"{each.type}: {each.content[:60]}"]
    return "".join(shown), live


def of_captions(content: str) -> tuple[list[tuple[str, str]], list[str]]:
    """WebVTT by its own rules: blocks between empty rows, and an arrow begins a caption wherever it stands.

    Each caption is who speaks, and the words; what begins one that is none of ours is live.
    """
    captions, live = [], []
    for block in content.removesuffix("\n").split("\n\n")[1:]:
        rows = block.split("\n")
        timed = next((place for place, row in enumerate(rows) if "-->" in row), None)
        if timed is None:
            live += [] if rows[0].startswith("NOTE") else [block]
            continue
        live += [row for row in rows[timed + 1 :] if "-->" in row]
        words = "\n".join(rows[timed + 1 :])
        voice = re.match("<v ([^>]*)>", words)
        live += re.findall("<[^>]*>", words[voice.end() if voice else 0 :])
        spoken = words[voice.end() :] if voice else words
        captions.append((html.unescape(voice[1]).strip() if voice else "", html.unescape(spoken)))
    return captions, live


def of_table(content: str) -> list[dict[str, str]]:
    """The rows of a table, by the names of their columns."""
    return list(csv.DictReader(io.StringIO(content, newline="")))


def of_pdf(content: bytes) -> Counter[str]:
    """How often each letter stands in a PDF: in which order, readers of PDF don't agree on."""
    from pypdf import PdfReader

    return drawn("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def drawn(text: str) -> Counter[str]:
    """How often each letter stands in a text; marks over letters and what is never seen aside."""
    return Counter(each for each in text if category(each) not in _UNDRAWN and each not in _FILLERS)
