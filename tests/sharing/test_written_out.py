"""What is written out has the same words in every form, tells nothing of who wrote it, and is data whatever stands in it."""

import re
import subprocess
import sys
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.clean import clean_line
from coachtui.model.summary import Paragraph
from coachtui.sharing import forms
from coachtui.sharing.errors import SharingError
from coachtui.sharing.forms import FORMS, as_bytes
from coachtui.sharing.record_text import block_text
from coachtui.sharing.written_out import written_from
from tests.support.read_back import docx_rows, pdf_words, rows_of, squeezed

DAY = date(2026, 3, 9)
TITLE = "Feedback, Monday, March 9, 2026"
PARAGRAPHS = (
    Paragraph("2", 'At 9:14 you asked "Where do we see that?" and waited.', "", heading="What worked"),
    Paragraph("3", "Where do we see that?", "", "Dana", "10:42", is_item=True, heading="What worked"),
    Paragraph("4", "no speaker", "", "", "about 10:50", is_item=True, heading="What worked"),
    Paragraph("5", "neither", "", is_item=True, heading="What worked"),
    Paragraph("7", "1. ask - + = # > before you answer; count to four.", "", heading="A step"),
)
SCRIPTS = "Zażółć gęślą jaźń · Việt ngữ, Nguyễn Đặng · Ελληνικά · Українська · ⟨RLO⟩ ½ €"
HOSTILE = (
    '#import "@preview/x:1.0.0" $x^2$ @ref <label> *b* _i_ `raw` = h \\ // c /* c */ #sys.inputs ~ --- [a](b) &amp; ![x](y)',
    '=1+1 =HYPERLINK("x") {=SUM(A1)} { PAGE } <w:p/> ]]> <script>alert(1)</script> &lt; %s {0} ${x}',
    "**bold** \\** \\\\ __x__ ~~x~~ [SEND] [/ [bold]x[/bold] 1) 2. - x",
    "see http://example.invalid/" + "abcdefghij" * 40,
    "\x00\x07\x1b[31m a\u202eb\u2066 \ud800 \ufffe\uffff",
)


def words(*paragraphs: Paragraph, title: str = TITLE) -> str:
    """The words of a block; what is in it was cleaned where it was typed."""
    return block_text(clean_line(title), [each._replace(words=clean_line(each.words)) for each in paragraphs])


def plain(*texts: str) -> str:
    return words(*(Paragraph(text[:5], text, "") for text in texts))


def made(text: str, form: str) -> bytes:
    return as_bytes(text, "Dana Ruiz", DAY, form)


def same_in_every_form(text: str) -> list[str]:
    """The rows that every form has; that they are the same is made sure of."""
    rows = written_from(text, "Dana Ruiz", DAY).rows()
    for form in ("txt", "md", "docx"):
        assert rows_of(made(text, form), form) == rows, form
    assert pdf_words(made(text, "pdf")) == squeezed("".join(rows))
    return rows


def test_every_form_has_the_same_words() -> None:
    assert same_in_every_form(words(*PARAGRAPHS)) == [
        TITLE, "What worked", 'At 9:14 you asked "Where do we see that?" and waited.', "10:42 Dana: Where do we see that?",
        "about 10:50 no speaker", "neither", "A step", "1. ask - + = # > before you answer; count to four.",
    ]  # fmt: skip
    assert made(words(*PARAGRAPHS), "md").decode() == words(*PARAGRAPHS) + "\n"


@pytest.mark.parametrize("text", [SCRIPTS, *HOSTILE], ids=lambda text: ascii(text)[:20])
def test_words_are_data_in_every_form(text: str) -> None:
    rows = same_in_every_form(plain(text, "and the next"))
    assert len(rows) == 3 and rows[2] == "and the next"


def test_what_may_be_pasted() -> None:
    assert made(words(*PARAGRAPHS[:4]), "txt").decode() == (
        f'{TITLE}\n\nWhat worked\n\nAt 9:14 you asked "Where do we see that?" and waited.\n\n'
        "- 10:42 Dana: Where do we see that?\n- about 10:50 no speaker\n- neither\n"
    )


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4), st.text(max_size=30))
@settings(max_examples=15, deadline=None)
def test_any_text_has_the_same_words_as_text_markdown_and_word(texts: list[str], title: str) -> None:
    """What is cleaned is cleaned alike; Markdown is read by a reader that is none of ours."""
    block = words(*(Paragraph(str(n), text, "", is_item=n % 2 == 1) for n, text in enumerate(texts)), title=title)
    written = written_from(block, "", DAY)
    for form in ("txt", "md", "docx"):
        assert rows_of(made(block, form), form) == written.rows(), form
    assert all(not re.search(r"[\x00-\x08\x0e-\x1f]", row) for row in written.rows())


def test_the_word_file_has_styles_and_page_numbers_and_tells_of_nobody() -> None:
    import docx

    content = made(words(*PARAGRAPHS), "docx")
    document = docx.Document(BytesIO(content))
    assert [paragraph.style.name for paragraph in document.paragraphs if paragraph.style] == [
        "Heading 1", "Heading 2", "Normal", "List Bullet", "List Bullet", "List Bullet", "Heading 2", "Normal",
    ]  # fmt: skip
    assert [run.text for run in document.paragraphs[3].runs if run.bold] == ["Dana:"]
    assert 'w:instr=" PAGE "' in document.sections[0].footer._element.xml
    told = document.core_properties
    assert [told.author, told.last_modified_by, told.comments, told.title] == [""] * 4
    assert told.created is told.modified is None
    with ZipFile(BytesIO(content)) as archive:
        assert {name for name in archive.namelist() if name.startswith(("docProps", "customXml"))} == {
            "docProps/core.xml"
        }
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert b"w:rsid " not in archive.read("word/settings.xml")


@pytest.mark.parametrize(("language", "written_in"), [("en", b"en-US"), ("es", b"es-ES")])
def test_the_word_file_is_spelled_in_the_language_of_the_person(
    monkeypatch: pytest.MonkeyPatch, language: str, written_in: bytes
) -> None:
    monkeypatch.setattr("coachtui.sharing.word_file.spoken", lambda: language)
    with ZipFile(BytesIO(made(words(*PARAGRAPHS), "docx"))) as archive:
        assert b'w:val="' + written_in + b'"' in archive.read("word/styles.xml")


def test_the_pdf_has_page_numbers_and_tells_of_nobody() -> None:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(made(plain(*(f"{n} four of nine name the variable. " * 12 for n in range(20))), "pdf")))
    assert len(reader.pages) > 2
    assert all(page.extract_text().endswith(f"\n{number}") for number, page in enumerate(reader.pages, 1))
    told = {name: str(value) for name, value in (reader.metadata or {}).items()}
    assert told.pop("/Creator").startswith("Typst") and told.pop("/Title") == TITLE
    assert {name: value[:10] for name, value in told.items()} == {
        "/CreationDate": "D:20260309", "/ModDate": "D:20260309",
    }  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_the_same_words_make_the_same_bytes(form: str) -> None:
    assert made(words(*PARAGRAPHS), form) == made(words(*PARAGRAPHS), form)


@pytest.mark.parametrize("text", [words(title=""), "", words(), plain("x" * 3_000), plain("four of nine " * 1_000)],
                         ids=["nothing", "not even a title", "a title", "one long word", "a long paragraph"])  # fmt: skip
def test_little_and_much(text: str) -> None:
    same_in_every_form(text)


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا بكم", "日本語の文章", "한국어", "ไทย", "😀"])
def test_any_script_is_drawn_where_a_font_is_there(text: str) -> None:
    """A word that is written from the right is drawn so, and read out in another order by most readers."""
    block = plain(text)
    assert docx_rows(made(block, "docx"))[1] == text
    try:
        content = made(block, "pdf")
    except SharingError as fault:
        assert "No font on this computer has" in str(fault) and text[0] in str(fault)
        pytest.skip(f"{fault} (fonts: 'apt install fonts-noto-core fonts-noto-cjk')")
    assert sorted(pdf_words(content)) == sorted(squeezed(TITLE + text))


def test_a_letter_that_no_font_has_is_said_and_nothing_is_made() -> None:
    with pytest.raises(SharingError, match=r"No font on this computer has U\+10FFFD, so no PDF was written") as fault:
        made(plain("a \U0010fffd b"), "pdf")
    assert "docx" in str(fault.value)
    assert docx_rows(made(plain("a \U0010fffd b"), "docx"))[1] == "a \U0010fffd b"


def test_from_right_to_left_in_the_word_file() -> None:
    import docx

    first, second = docx.Document(BytesIO(made(plain("שלום Dana", "Dana שלום"), "docx"))).paragraphs[1:]
    assert "<w:bidi/>" in first._p.xml and first.runs[0].font.rtl
    assert "<w:bidi/>" not in second._p.xml and not second.runs[0].font.rtl


@pytest.mark.parametrize(("form", "part", "package"), [("docx", "docx", "python-docx"), ("pdf", "typst", "typst")])
def test_where_a_part_is_not_installed_it_is_said_how(
    form: str, part: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forms, "find_spec", lambda name: None if name == part else object())
    with pytest.raises(SharingError, match=f"This installs it: .* -m pip install {package}$"):
        made(plain("words"), form)
    assert made(plain("words"), "txt")


def test_what_writes_files_is_imported_late() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import coachtui.sharing.forms, coachtui.sharing.word_file, coachtui.sharing.pdf_file, sys; "
         "print(sorted({'docx', 'typst', 'lxml'} & set(sys.modules)))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout == "[]\n"
