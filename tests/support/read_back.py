"""Reading back what was written out, whatever its form: the words, one row for the title and each block."""

import re
from io import BytesIO

FORMS = ("txt", "md", "docx", "pdf")


def rows_of(content: bytes, form: str) -> list[str]:
    """The words of a file as another program reads them, without marks of lists and headings; of a PDF as one row."""
    if form == "docx":
        return docx_rows(content)
    if form == "pdf":
        return [pdf_words(content)]
    rows = [row for row in content.decode().split("\n") if row]
    if form == "txt":
        return [row.removeprefix("- ") for row in rows]
    said = [_said(re.sub(r"^(?:#{2,3}|-) ", "", row)) for row in rows]
    return [row for row in said if row]


def docx_rows(content: bytes) -> list[str]:
    """The paragraphs of a Word file."""
    import docx

    return [paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs]


def pdf_words(content: bytes) -> str:
    """The words of a PDF without the blanks between them, the marks of lists, and the numbers of its pages."""
    from pypdf import PdfReader

    pages = [page.extract_text() for page in PdfReader(BytesIO(content)).pages]
    shown = [re.sub(rf"(?:\A|\n){number}\Z", "", page) for number, page in enumerate(pages, 1)]
    return squeezed(re.sub("^• ?", "", "\n".join(shown), flags=re.MULTILINE))


def squeezed(text: str) -> str:
    """A text without blanks: where a line ends on a page is nobody's words."""
    return "".join(text.split())


def _said(row: str) -> str:
    """A row of Markdown as it is shown, by a reader of Markdown that is none of ours."""
    from markdown_it import MarkdownIt

    inline = MarkdownIt("commonmark").parseInline(row)[0].children or []
    return "".join(token.content for token in inline)
