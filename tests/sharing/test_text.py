"""An observation as plain text, Markdown and a table: all of it, and nothing that is more than words."""

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.line import Kind
from coachtui.model.whole import Whole
from coachtui.sharing.markdown import as_markdown, plain
from coachtui.sharing.table import COLUMNS, as_csv
from coachtui.sharing.text import as_text, private_text
from tests.support.wholes import a_full_whole, a_line, an_observation

FULL = """Observation ownyj35
Team: Grade 5
Lead: Ana Ruiz
When: Tuesday, March 10, 2026, 4:30 to 5:10 (America/New_York)
Agenda: Norms (5 min), Data (20 min)
Private: holds what is yours alone (1 line of evidence, 1 wondering, 1 judgment, 1 line in confidence, 1 segment, \
the closing words). Take it out before you pass this on.

4:30    = Norms (5 min planned)
4:31      Maria: "we look at item 4" #TM3 #norms
          The lead: I said that
          to begin.
4:32    ? why not item 5 *  (wondering)
4:33    ! too fast  (judgment)
4:34    - a talk after the meeting  (in confidence)
4:30      before that  (about; added later)
          at some time  (time unknown; from memory)
4:35      [not recorded from 4:35 to 4:40, 5 min: coachtui was not running]
4:40      [not recorded from 4:40 to 4:41, 1 min: paused]
4:41      [the computer's clock was set back by 60 min; the times here go on]
4:45      kept back
4:50      after all that  (imported)

#SIL from 4:31 to 4:34, 3 min
#ADULT from 4:35, not ended
One strength: they kept to the data
One idea for a step: plan the question
One question: who has not spoken?

? wondering   ! judgment   - in confidence   = new segment   * come back to this
"""


def one(text: str, **other: object) -> Whole:
    """An observation of one line."""
    return Whole(an_observation(lines=1), [a_line(1, text, **other)], [], None)  # type: ignore[arg-type]


def test_all_of_it_stands_in_the_text() -> None:
    assert as_text(a_full_whole()) == FULL


def test_what_is_shareable_has_no_word_of_what_is_not() -> None:
    for form in (as_text, as_markdown, as_csv):
        text = form(a_full_whole().shareable())
        for private in (
            "why not",
            "too fast",
            "a talk after",
            "kept back",
            "kept to the data",
            "I said that",
            "half of",
        ):
            assert private not in text, form
        assert "rivate" not in text
        assert "after all that" in text


def test_of_nothing_known_the_text_says_so() -> None:
    bare = Whole(an_observation(team=None, lead=None, ended_utc_ms=None, source="notes.txt"), [], [], None)
    assert as_text(bare).splitlines() == [
        f"Observation {bare.observation.ref}",
        "Team: not known",
        "Lead: not known",
        "When: Tuesday, March 10, 2026, 4:30, not ended (America/New_York)",
        "Source: notes.txt",
        "",
    ]


def test_over_midnight_the_day_of_the_end_is_said() -> None:
    late = an_observation(ended_utc_ms=an_observation().anchor.utc_ms + 20 * 3_600_000)
    assert "4:30 to Wednesday, March 11, 2026, 0:30" in as_text(Whole(late, [], [], None))


@pytest.mark.parametrize(
    ("count", "words"), [(0, ""), (1, "1 wondering)"), (2, "2 wonderings)"), (1234, "1,234 wonderings)")]
)
def test_the_private_sentence_counts(count: int, words: str) -> None:
    lines = [a_line(place, "why", Kind.WONDERING) for place in range(1, count + 1)]
    assert words in private_text(Whole(an_observation(), lines, [], None))


def test_a_newline_in_a_line_is_no_line_of_its_own() -> None:
    rows = as_text(one("first\n4:45      Maria: forged")).splitlines()
    assert "          4:45      Maria: forged" in rows


def test_all_of_it_stands_in_the_markdown() -> None:
    text = as_markdown(a_full_whole())
    for row in (
        "# Observation ownyj35",
        "- Agenda: Norms (5 min), Data (20 min)",
        "## 4:30 Norms (5 min planned)",
        '- 4:31 **Maria:** "we look at item 4" \\#TM3 \\#norms',
        "  - The lead: I said that to begin.",
        "- 4:32 ? why not item 5 ★ *(wondering)*",
        "- 4:33 \\! too fast *(judgment)*",
        "- 4:34 \\- a talk after the meeting *(in confidence)*",
        "- 4:30 before that *(about; added later)*",
        "-  at some time *(time unknown; from memory)*",
        "- *not recorded from 4:40 to 4:41, 1 min: paused*",
        "- One strength: they kept to the data",
    ):
        assert row in text.splitlines()


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_nothing_typed_is_markup(words: str) -> None:
    shown = plain(words)
    assert "\n" not in shown
    assert re.sub(r"\\([\\`*_\[\]<>#|~&!])", "", shown) == re.sub(r"[\\`*_\[\]<>#|~&!]", "", shown.replace("\\", ""))
    assert re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>#|~&!]", shown) is None


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        '=HYPERLINK("http://a.b","c")',
        "＝1",
        "\u200b=1",
        "\ufeff=1",
    ],
)
def test_a_cell_is_never_a_formula(typed: str) -> None:
    for whole in (one(typed), one("x", speaker=typed), one("x", codes=(typed,))):
        for cell in next(csv.reader(io.StringIO(as_csv(whole).split("\r\n", 1)[1]))):
            assert cell.lstrip("\u200b\ufeff ")[:1] not in tuple("=+-@\t\r＝") or cell == "0.000", cell


@settings(max_examples=200)
@given(st.text(max_size=40), st.integers(-(10**9), 10**9))
def test_a_table_is_read_back_cell_by_cell(words: str, at_ms: int) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(one(words, at_ms=at_ms)), newline="")))
    assert rows[0] == list(COLUMNS) and len(rows) == 2
    cells = dict(zip(COLUMNS, rows[1], strict=True))
    assert cells["text"] in (words, f"'{words}")
    assert float(cells["seconds"]) == at_ms / 1000


def test_the_table_states_kind_time_and_provenance() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(a_full_whole()), newline="")))
    assert len(rows) == 9
    assert rows[1]["codes"] == "TM3 norms" and rows[1]["speaker"] == "Maria" and rows[1]["seconds"] == "60.000"
    assert (rows[6]["time"], rows[6]["seconds"], rows[6]["provenance"]) == ("", "", "memory")
    assert (rows[2]["kind"], rows[2]["starred"], rows[2]["visibility"]) == ("wondering", "yes", "mine")
