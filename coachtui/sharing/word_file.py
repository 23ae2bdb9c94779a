"""What is written out as a Word file: real styles, page numbers, and nothing that tells who wrote it, where or when."""

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from coachtui.sharing.written_out import Run, Written
from coachtui.wording import spoken

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_STYLES = {"heading": "Heading 2", "paragraph": "Normal", "item": "List Bullet"}
_LANGUAGES = {"es": "es-ES"}
"""What the speller of the program that opens it goes by; else `en-US`."""
_TELLING = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
"""Ends of what the template is related to that says something of the computer it was made on."""
_ONE_DAY = (1980, 1, 1, 0, 0, 0)
"""Every file within the file bears this day: the same words make the same bytes."""


def as_docx(written: Written) -> bytes:
    """The words as a Word file."""
    import docx

    document = docx.Document()
    _forget(document)
    _set_styles(document)
    if written.title:
        _write(document, _style(document, "Heading 1"), [Run(written.title)], from_right=written.is_from_right)
    styles = {kind: _style(document, name) for kind, name in _STYLES.items()}
    for block in written.blocks:
        _write(document, styles[block.kind], list(block.runs), from_right=block.is_from_right)
    _number_pages(document)
    kept = BytesIO()
    document.save(kept)
    return _without_times(kept.getvalue())


def _forget(document: "Document") -> None:
    """Take out what the template says of itself."""
    for related in (document.part, document.part.package):
        for key, each in list(related.rels.items()):
            if each.reltype.endswith(_TELLING):
                del related.rels[key]
    properties: Any = document.core_properties
    element = properties._element
    for each in list(element):
        element.remove(each)
    settings: Any = document.settings.element
    for each in settings.xpath("./w:rsids | ./w:savePreviewPicture"):
        settings.remove(each)


def _set_styles(document: "Document") -> None:
    """Dark headings, and the language of the page."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name, size in (("Heading 1", 18), ("Heading 2", 13)):
        font = document.styles[name].font
        font.size, font.color.rgb = Pt(size), RGBColor(0x1F, 0x2A, 0x37)
    for language in document.styles.element.xpath("./w:docDefaults//w:lang"):
        language.set(qn("w:val"), _LANGUAGES.get(spoken(), "en-US"))


def _style(document: "Document", name: str) -> str | None:
    """What a paragraph of this style refers to; None for the usual one. To ask anew for each would take most of the time."""
    from docx.enum.style import WD_STYLE_TYPE

    part: Any = document.part
    identity: str | None = part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH)
    return identity


def _write(document: "Document", style: str | None, runs: list[Run], *, from_right: bool) -> None:
    """One paragraph; one from right to left is marked so, and the program that shows it does the rest."""
    from docx.oxml import OxmlElement

    paragraph = document.add_paragraph()
    paragraph._p.style = style
    if from_right:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for each in runs:
        run = paragraph.add_run(each.words)
        run.bold = True if each.is_strong else None
        run.font.rtl = True if from_right else None


def _number_pages(document: "Document") -> None:
    """The number of the page at the foot of it."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_field(paragraph, "PAGE")


def _add_field(paragraph: "Paragraph", instruction: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    field = f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))


def _without_times(content: bytes) -> bytes:
    """The same archive, every file in it of one day."""
    kept = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(kept, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name, _ONE_DAY), before.read(name), ZIP_DEFLATED)
    return kept.getvalue()
