"""Hostile strings in every form of file that is written out: read back by other readers, the words are as they were."""

import json
from collections.abc import Iterable
from datetime import date

import pytest

from coachtui.model.clean import clean_line
from coachtui.model.summary import Paragraph
from coachtui.model.whole import Whole
from coachtui.sharing import archive, captions, markdown
from coachtui.sharing.archive import as_archive
from coachtui.sharing.archive_reading import read_archive
from coachtui.sharing.captions import as_vtt
from coachtui.sharing.errors import SharingError
from coachtui.sharing.forms import as_bytes, written_as
from coachtui.sharing.markdown import as_markdown
from coachtui.sharing.record_text import block_text
from coachtui.sharing.table import as_csv
from coachtui.sharing.text import as_text
from coachtui.sharing.whole_page import as_page
from coachtui.sharing.written_out import Block, Run, Written, readable
from tests.support.bare_bytes import bare
from tests.support.hostile import COUNT, strings
from tests.support.hostile_wholes import FIELDS, hostile_whole
from tests.support.read_apart import drawn, of_captions, of_markdown, of_pdf, of_table, of_word
from tests.support.standing import squeezed
from tests.support.tally import Tell

DAY = date(2026, 3, 9)
NOT_IN_PAGES = ("draft",)
"""What is half-typed is in the archive alone."""
_SOFT = "\xad"
"""A soft hyphen: a PDF has one letter for it and for a hyphen, and readers take either for both."""
Faults = list[str]


def missing(form: str, wanted: Iterable[str], shown: str) -> Faults:
    """The strings that do not stand there."""
    text = squeezed(shown)
    return [f"{form}: {ascii(each)[:80]}" for each in wanted if squeezed(each) not in text]


def faults_of(whole: Whole, words: dict[str, str]) -> Faults:
    """What is wrong with the files of this observation; a PDF aside."""
    stands = [each for name, each in words.items() if name not in NOT_IN_PAGES]
    text, page, vtt = as_text(whole), as_markdown(whole), as_vtt(whole)
    shown, live = of_markdown(page)
    word, live_in_word = of_word(written_as(as_page(whole), "docx"))
    faults = missing("txt", stands, text) + missing("md", stands, shown)
    faults += missing("docx", map(readable, stands), word) + live + live_in_word
    faults += captions_faults(vtt, words) + table_faults(as_csv(whole), words)
    (back,) = read_archive(json.loads(as_archive(whole)))
    faults += [] if back == whole else ["json: another observation comes back"]
    return faults + [f"control byte: {each}" for content in (text, page, vtt) for each in bare(content)]


def captions_faults(vtt: str, words: dict[str, str]) -> Faults:
    """What a player would show that was not written, or would not show."""
    wanted = [
        ("", f"= {words['segment']}"), (words["speaker"], words["text"]), ("", f"? {words['question']} #{words['code']}"),
    ]  # fmt: skip
    found, live = of_captions(vtt)
    pairs = zip(found, wanted, strict=False)
    odd = [ascii(was)[:80] for was, want in pairs if [*map(squeezed, was)] != [*map(squeezed, want)]]
    return [f"vtt: {each}" for each in live + odd + ["another number of captions"] * (len(found) != len(wanted))]


def table_faults(table: str, words: dict[str, str]) -> Faults:
    """Cells that are not the string, or the string behind the mark that keeps it from being a formula."""
    segment, line, question = of_table(table)
    pairs = (
        (segment["text"], words["segment"]), (line["text"], words["text"]), (line["speaker"], words["speaker"]),
        (question["text"], words["question"]), (question["codes"], words["code"]),
    )  # fmt: skip
    return [f"csv: {ascii(cell)[:80]}" for cell, want in pairs if cell not in (want, f"'{want}")]


def put_into_files(numbers: Iterable[int]) -> int:
    """Write an observation for each of these numbers out in every form; how many there were."""
    count = 0
    for number in numbers:
        assert faults_of(*hostile_whole(number)) == [], number
        count += 1
    return count


def told(count: int) -> str:
    """The counts, in a sentence."""
    return (
        f"files of observations: {count} strings x {len(FIELDS)} places for words x 6 forms (txt, md, docx, csv, vtt, "
        f"json), {count * len(FIELDS) * 6:,} read back by other readers, 0 changed, 0 live, 0 control bytes"
    )


@pytest.mark.goal("S1", "S2", "S7")
def test_hostile_words_are_the_same_words_in_every_form_of_file(tell: Tell) -> None:
    tell(told(put_into_files(range(0, COUNT, 45))))


@pytest.mark.deep
@pytest.mark.goal("S1", "S2", "S7")
def test_each_of_500_strings_in_each_place_is_the_same_words_in_every_form_of_file(tell: Tell) -> None:
    assert (
        len({words["lead"] for _, words in map(hostile_whole, range(COUNT))}) > COUNT * 0.85
    )  # some are alike once clean
    tell(told(put_into_files(range(COUNT))))


def test_a_speaker_whose_name_ends_in_dashes_does_not_begin_a_caption() -> None:
    """The mark of a voice ends in what would be an arrow then, and a player would not show the words."""
    whole, _ = hostile_whole(0)
    line = whole.lines[1]._replace(speaker="Ana--", text="we look at item 4")
    found, live = of_captions(as_vtt(Whole(whole.observation, [line], [], None)))
    assert (found, live) == ([("Ana--", "we look at item 4")], [])


def test_words_that_begin_like_a_mark_of_the_record_are_written_out_as_they_were_typed() -> None:
    block = block_text("<!-- coachtui end -->", [Paragraph("1", "<!-- &lt;b&gt; -->", "")])
    assert as_bytes(block, "Dana Ruiz", DAY, "txt").decode() == "<!-- coachtui end -->\n\n<!-- &lt;b&gt; -->\n"


@pytest.mark.parametrize("end", ["\n", "\u2028", "\u2029"])
def test_rows_of_what_a_lead_said_never_pass_for_lines(end: str) -> None:
    """An editor takes more than newlines for the end of a row."""
    whole, _ = hostile_whole(0)
    whole.accounts[0] = whole.accounts[0]._replace(words=f"I said that{end}8:12    She agreed")
    rows = as_text(whole).splitlines()
    assert "          8:12    She agreed" in rows and "8:12    She agreed" not in rows
    assert "I said that 8:12    She agreed" in as_markdown(whole)


def test_a_mark_of_byte_order_within_words_keeps_no_pdf_from_being_made() -> None:
    """What is copied out of some programs begins with one, unseen."""
    assert in_pdfs(["\ufeffEveryone speaks", "with\ufeff substance"]) == (2, 0)


@pytest.mark.goal("S1", "S2", "S7", sabotage=True)
@pytest.mark.parametrize("place", ["markdown", "captions", "word", "archive"])
def test_files_in_which_words_are_more_than_words_are_caught(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if place == "markdown":
        monkeypatch.setattr(markdown, "plain", lambda text: text)
    elif place == "captions":
        monkeypatch.setattr(captions, "_escaped", lambda text: text)
    elif place == "word":
        monkeypatch.setattr("coachtui.sharing.whole_page.readable", lambda text: text.replace("\u200b", ""))
    else:
        monkeypatch.setattr(archive, "_flat", lambda value: json.dumps(value).replace("\\u200b", ""))
    with pytest.raises(AssertionError):
        put_into_files(range(0, COUNT, 5))


def shared(number: int) -> tuple[str, list[str]]:
    """The words of a block that passed the gate, and the strings in it: title, headings, speakers, words."""
    some = [clean_line(strings()[(number + place) % COUNT]).strip() or "x" for place in range(5)]
    title, heading, words, speaker, item = some
    paragraphs = (Paragraph("1", words, "", heading=heading), Paragraph("2", item, "", speaker, "10:42", is_item=True))
    return block_text(title, paragraphs), some


def shared_faults(number: int) -> Faults:
    """What is wrong with the files of what was shared."""
    block, some = shared(number)
    page, live = of_markdown(as_bytes(block, "Dana Ruiz", DAY, "md").decode())
    word, live_in_word = of_word(as_bytes(block, "Dana Ruiz", DAY, "docx"))
    text = as_bytes(block, "Dana Ruiz", DAY, "txt").decode()
    read = [readable(each) for each in some]
    return missing("md", read, page) + missing("docx", read, word) + missing("txt", read, text) + live + live_in_word


@pytest.mark.goal("S1", "S2", "S7")
def test_hostile_words_that_were_shared_are_the_same_words_in_every_form_of_file(tell: Tell) -> None:
    assert [fault for number in range(0, COUNT, 45) for fault in shared_faults(number)] == []


@pytest.mark.deep
@pytest.mark.goal("S1", "S2", "S7")
def test_each_of_500_strings_that_was_shared_is_the_same_words_in_every_form_of_file(tell: Tell) -> None:
    assert [fault for number in range(COUNT) for fault in shared_faults(number)] == []
    tell(f"files of what was shared: {COUNT} strings x 5 places x 3 forms (md, docx, txt), 0 changed, 0 live")


def in_pdfs(texts: list[str]) -> tuple[int, int]:
    """Put each of these into a PDF, several into one; how many were drawn, and how many refused for want of a font."""
    blocks = tuple(Block("paragraph", (Run(text),)) for text in texts)
    try:
        content = written_as(Written("", "", DAY, blocks), "pdf")
    except SharingError as fault:
        if len(texts) > 1:
            halves = (in_pdfs(texts[: len(texts) // 2]), in_pdfs(texts[len(texts) // 2 :]))
            return halves[0][0] + halves[1][0], halves[0][1] + halves[1][1]
        assert str(fault).startswith("No font on this computer has "), ascii(texts[0])
        return 0, 1
    gone = drawn(squeezed("".join(texts))) - of_pdf(content)
    assert not gone, f"{''.join(gone)!a} of {ascii(texts)[:2000]}"
    return len(texts), 0


def readable_strings(step: int) -> list[str]:
    """Every so manieth string as it is written out."""
    return [readable(clean_line(text)) for text in strings()[::step]]


def test_hostile_words_are_letters_in_a_pdf() -> None:
    assert in_pdfs(readable_strings(20))[0] > 0


@pytest.mark.deep
@pytest.mark.goal("S1", "S2")
def test_each_of_500_strings_is_letters_in_a_pdf_or_it_is_said_that_a_font_is_missing(tell: Tell) -> None:
    texts, count = readable_strings(1), [0, 0]
    alone = [[each] for each in texts if _SOFT in each]
    others = [each for each in texts if _SOFT not in each]
    for some in [*alone, *(others[first : first + 20] for first in range(0, len(others), 20))]:
        drawn_now, refused = in_pdfs(some)
        count = [count[0] + drawn_now, count[1] + refused]
    assert sum(count) == COUNT
    tell(
        f"PDFs: {count[0]} strings drawn and read back, {count[1]} refused in a sentence for want of a font, 0 changed"
    )
