"""`export`: every form, into a file or to standard output; only what is shareable where that is asked."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from coachtui.commandline.usage import FORMS
from coachtui.model.whole import Whole
from coachtui.sharing.archive import as_archive
from coachtui.sharing.captions import as_vtt
from coachtui.sharing.forms import written_as
from coachtui.sharing.markdown import as_markdown
from coachtui.sharing.table import as_csv
from coachtui.sharing.text import as_text
from coachtui.sharing.whole_page import as_page
from tests.support.homes import make_home
from tests.support.program import ask, run
from tests.support.read_back import docx_rows, pdf_words, rows_of, squeezed
from tests.support.wholes import a_full_whole

WRITERS: dict[str, Callable[[Whole], bytes]] = {
    "txt": lambda whole: as_text(whole).encode(),
    "md": lambda whole: as_markdown(whole).encode(),
    "csv": lambda whole: as_csv(whole).encode(),
    "vtt": lambda whole: as_vtt(whole).encode(),
    "json": as_archive,
    "docx": lambda whole: written_as(as_page(whole), "docx"),
    "pdf": lambda whole: written_as(as_page(whole), "pdf"),
}
PRIVATE = ("why not", "too fast", "a talk after", "kept back", "kept to the data", "I said that", "half of a li")


@pytest.mark.parametrize("form", FORMS)
def test_each_form_goes_into_a_file_named_for_it(home: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    answer = ask(home, "export", "last", "-o", str(out))
    assert (answer.code, answer.said) == (0, "")
    assert answer.complaint.startswith(f"Written: '{out}'. Private: holds what is yours alone (")
    assert answer.complaint.endswith("Take it out before you pass this on.\n") and answer.complaint.count("\n") == 1
    assert out.read_bytes() == WRITERS[form](a_full_whole())
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize("form", FORMS)
def test_only_what_is_shareable(home: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    answer = ask(home, "export", "last", "--to", form, "--shareable", "-o", str(out))
    assert answer.code == 0
    assert answer.complaint == (
        f"Written: '{out}'.\nLeft out, because only shareable evidence was asked for: 1 line of evidence, 1 wondering, "
        "1 judgment, 1 line in confidence, 1 segment.\n"
    )
    content = out.read_bytes()
    assert content == WRITERS[form](a_full_whole().shareable())
    words = (
        pdf_words(content)
        if form == "pdf"
        else "".join(rows_of(content, form) if form == "docx" else [content.decode()])
    )
    assert not any(private in words or squeezed(private) in words for private in PRIVATE)
    assert squeezed("after all that") in squeezed(words)


def test_to_standard_output_byte_for_byte(home: Path) -> None:
    for words in (["export", "last", "--to", "json"], ["export", "last", "--to", "JSON", "-o", "-"]):
        answer = ask(home, *words)
        assert (answer.code, answer.complaint) == (0, "") and answer.said.encode() == as_archive(a_full_whole())
    assert ask(home, "export", "last").said == as_text(a_full_whole())


def test_a_table_for_a_spreadsheet_begins_with_a_mark(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert ask(home, "export", "last", "--bom", "-o", str(out)).code == 0
    assert out.read_bytes() == b"\xef\xbb\xbf" + as_csv(a_full_whole()).encode()


def test_all_of_them_in_one_archive(home: Path, tmp_path: Path) -> None:
    archive = json.loads(ask(home, "export", "all", "--to", "json").said)
    assert archive["format"] == "coachtui observations" and len(archive["observations"]) == 1
    nothing = ask(make_home(tmp_path, "empty").home, "export", "all", "--to", "json")
    assert nothing.code == 1
    assert nothing.complaint == "There is no observation in this notebook yet, so nothing was exported.\n"


def test_another_file_is_not_replaced_unasked(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("precious")
    answer = ask(home, "export", "last", "-o", str(out))
    assert answer.code == 1 and "nothing was written" in answer.complaint and "--force" in answer.complaint
    assert out.read_text() == "precious"
    assert ask(home, "export", "last", "-o", str(out), "--force").code == 0
    assert out.read_text() == as_text(a_full_whole())


def test_places_that_take_no_file(home: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to("/etc/hostname")
    for target in (link, tmp_path, tmp_path / "nowhere" / "out.txt"):
        answer = ask(home, "export", "last", "--to", "txt", "-o", str(target))
        assert (answer.code, answer.said) == (1, "") and answer.is_foreseen()
        assert "nothing was written" in answer.complaint and answer.complaint.count("\n") == 1


def test_a_full_disk_at_standard_output_is_said(home: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("needs /dev/full: run this on Linux")
    answer = run(home, "export", "last", "--to", "json", within=["sh", "-c", 'exec "$@" > /dev/full', "sh"])
    assert answer.code == 1 and answer.complaint.startswith("The answer could not be written (")
    assert answer.complaint.count("\n") == 1


def test_an_observation_as_a_page_says_what_the_others_say(tmp_path: Path) -> None:
    rows = as_page(a_full_whole()).rows()
    assert docx_rows(WRITERS["docx"](a_full_whole())) == rows
    assert pdf_words(WRITERS["pdf"](a_full_whole())) == squeezed("".join(rows))
    said = squeezed(as_text(a_full_whole()))
    for line in a_full_whole().lines:
        assert squeezed(line.text) in said and any(line.text in row for row in rows)
