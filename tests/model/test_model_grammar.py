"""The grammar of a typed line: every form is read, every near miss stays text, and no text is ever lost."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coachtui.model.grammar import AtTime, Earlier, Reading, UnknownTime, When, read_line, write_line, write_text
from coachtui.model.line import Kind

WHENS = ("-3m", "-90s", "-1m30s", "-0s", "@10:42", "@9:05", "@10:42:30", "~10:40", "@?", "@25:00", "-99999m", "~?")
PIECES = st.one_of(
    st.sampled_from(
        [
            *WHENS, "?", "!", "=", "\\", "*", "#", "#TM3", "#norms", "#3", ":", "maria:", "T2:", "all:", "Zoë:", "נועה:",
            "15", "0", "999", "1000", '"', "“", "=>", "==", "http://x.org", "a", "e\u0301", "\u200d", "[/", "[bold]", "-",
        ]
    ),
    st.sampled_from([" ", "  ", "\t", "\u00a0", "\n", ""]),
    st.text(max_size=6),
)  # fmt: skip
TYPED = st.one_of(st.text(), st.lists(PIECES, max_size=9).map("".join), st.lists(PIECES, max_size=9).map(" ".join))
MANY = settings(max_examples=600, deadline=None)

# What may stand before the text and after it, told apart from the code under test as loosely as can be.
HEAD = re.compile(r"\s*(?:[-@~][0-9:ms?]+\s+)?(?:[?!=]\s*)?(?:[^\s:]{1,30}:\s*)?\\?\s*")
TAIL = re.compile(r"\s*(?:[1-9][0-9]{0,2})?(?:\s*#[^\s#]+)*(?:\s*\*)?\s*")


def reading(text: str, kind: Kind = Kind.EVIDENCE, when: When | None = None, speaker: str | None = None,
            codes: tuple[str, ...] = (), starred: bool = False, minutes: int | None = None) -> Reading:  # fmt: skip
    return Reading(when, kind, speaker, text, codes, starred, minutes)


FORMS = {
    "they sorted the tickets": reading("they sorted the tickets"),
    # time
    "-3m she waited": reading("she waited", when=Earlier(180)),
    "-90s she waited": reading("she waited", when=Earlier(90)),
    "-1m30s she waited": reading("she waited", when=Earlier(90)),
    "-0s she waited": reading("she waited", when=Earlier(0)),
    "@10:42 she waited": reading("she waited", when=AtTime(10, 42, None, about=False)),
    "@9:05 she waited": reading("she waited", when=AtTime(9, 5, None, about=False)),
    "@09:05 she waited": reading("she waited", when=AtTime(9, 5, None, about=False)),
    "@0:00 she waited": reading("she waited", when=AtTime(0, 0, None, about=False)),
    "@23:59:59 she waited": reading("she waited", when=AtTime(23, 59, 59, about=False)),
    "@10:42:30 she waited": reading("she waited", when=AtTime(10, 42, 30, about=False)),
    "~10:40 she waited": reading("she waited", when=AtTime(10, 40, None, about=True)),
    "@? she waited": reading("she waited", when=UnknownTime()),
    "  -3m   she waited": reading("she waited", when=Earlier(180)),
    # kind
    "? who has not spoken": reading("who has not spoken", Kind.WONDERING),
    "?who has not spoken": reading("who has not spoken", Kind.WONDERING),
    "! too fast for the new ones": reading("too fast for the new ones", Kind.JUDGMENT),
    "!too fast": reading("too fast", Kind.JUDGMENT),
    "= Data review 15": reading("Data review", Kind.SEGMENT, minutes=15),
    "= Data review": reading("Data review", Kind.SEGMENT),
    "=Norms 5": reading("Norms", Kind.SEGMENT, minutes=5),
    "= Norms: how we are doing 5": reading("Norms: how we are doing", Kind.SEGMENT, minutes=5),
    "= Data 999": reading("Data", Kind.SEGMENT, minutes=999),
    "= Data 15 #norms *": reading("Data", Kind.SEGMENT, codes=("norms",), starred=True, minutes=15),
    '="What we saw" 5': reading('"What we saw"', Kind.SEGMENT, minutes=5),
    # speaker
    "maria: shall we start": reading("shall we start", speaker="maria"),
    "T2: four of them": reading("four of them", speaker="T2"),
    "all: good morning": reading("good morning", speaker="all"),
    'maria:"shall we start"': reading('"shall we start"', speaker="maria"),
    "O'Neill: yes": reading("yes", speaker="O'Neill"),
    "Jean-Luc: yes": reading("yes", speaker="Jean-Luc"),
    "Zoë: yes": reading("yes", speaker="Zoë"),
    "נועה: כן": reading("כן", speaker="נועה"),
    "maria: tom: you first": reading("tom: you first", speaker="maria"),
    # codes and star
    "she waited #TM3": reading("she waited", codes=("TM3",)),
    "she waited #TM3 #norms": reading("she waited", codes=("TM3", "norms")),
    "she waited #TM3 #TM3": reading("she waited", codes=("TM3",)),
    "she waited #wait-time_2.1": reading("she waited", codes=("wait-time_2.1",)),
    "she waited *": reading("she waited", starred=True),
    "she waited #TM3 *": reading("she waited", codes=("TM3",), starred=True),
    "she waited * #TM3": reading("she waited *", codes=("TM3",)),
    # all of it
    '@10:42 ? maria: "who is next" #TM3 #norms *': reading(
        '"who is next"', Kind.WONDERING, AtTime(10, 42, None, about=False), "maria", ("TM3", "norms"), starred=True
    ),
    # taken literally
    "\\-3m is what she typed": reading("-3m is what she typed"),
    "\\? is a question mark": reading("? is a question mark"),
    "\\maria: is not speaking #TM3 *": reading("maria: is not speaking #TM3 *"),
    "\\\\ is one": reading("\\ is one"),
    "@10:42 ! maria: \\#TM3 *": reading(
        "#TM3 *", Kind.JUDGMENT, AtTime(10, 42, None, about=False), "maria"
    ),
    "= \\Data 15": reading("Data 15", Kind.SEGMENT),
}  # fmt: skip

STAY_TEXT = [
    # no time
    "-3m", "-3", "- 3m she waited", "-3mins she waited", "-3m? she waited", "-3h she waited", "-99999m she waited",
    "-123456s so", "-1m100s she waited", "-m she waited", "--3m she waited", "@10:42", "@10 she waited", "@24:00 she waited",
    "@10:60 she waited", "@10:4 she waited", "@10:42:7 she waited", "@10:42:60 she waited", "@10.42 she waited",
    "@ 10:42 she waited", "@maria she waited", "~ 10:40 she waited", "~10 people came", "~? she waited", "@?", "@?? she waited",
    "10:42 she waited", "@10:42, she waited", "−3m she waited", "@10:42am she waited", "@١٠:٤٢ she waited",
    # no kind
    "?", "!", "=", "? ", "== see above", "=> next", "=) they laughed", "=/= equal", "=-1", "= ", "= 15", "=*",
    # no speaker
    "maria:", "maria: ", ": yes", "http://school.org/plan", "maria:yes", "grade 4: yes", "4b: yes", "10:42", "a/b: yes",
    "x" * 31 + ": yes", "(maria): yes", "*: yes",
    # no code, no star
    "#TM3", "#TM3 was seen", "she is #1", "item #4", "she waited#TM3", "she waited #", "she waited # TM3", "she waited #-",
    "she waited #" + "x" * 41, "C#", "she waited*", "2 * 3", "*", "#TM3 *", "**", "she waited **",
    # nothing
    "", " ", "\t", "\\", "\\ ", "\\\t", "? \\", "-3m \\", "[/", "[bold]", "[@click=app.quit]x[/]", "\x1b[31m", "\x00",
]  # fmt: skip


@pytest.mark.parametrize("typed", FORMS, ids=repr)
def test_every_form_is_read(typed: str) -> None:
    assert read_line(typed) == FORMS[typed]


@pytest.mark.parametrize("typed", STAY_TEXT, ids=repr)
def test_a_near_miss_stays_the_text_it_is(typed: str) -> None:
    assert read_line(typed) == reading(typed)


@pytest.mark.parametrize("typed", ["? http://school.org", "? 10:42 is when", "! she waited#TM3", "? item #4"])
def test_a_near_miss_behind_a_mark_stays_in_its_text(typed: str) -> None:
    assert read_line(typed).text == typed[2:]


@pytest.mark.parametrize(
    ("typed", "text"), [("= Data 0", "Data 0"), ("= Data 1000", "Data 1000"), ("= Data 05", "Data 05")]
)
def test_what_is_no_count_of_minutes_stays_in_the_name_of_the_segment(typed: str, text: str) -> None:
    assert read_line(typed) == reading(text, Kind.SEGMENT)


@MANY
@given(TYPED)
@example("@? #x")
@example("? = maria: \\")
def test_no_character_typed_as_text_is_lost(typed: str) -> None:
    """The text is a piece of what was typed, and around it stand only marks that were read as such."""
    read = read_line(typed)
    if read == reading(typed):
        return
    text = read.text
    starts = [found.start() for found in re.finditer(f"(?={re.escape(text)})", typed)]
    assert any(HEAD.fullmatch(typed[:start]) and TAIL.fullmatch(typed[start + len(text) :]) for start in starts)
    assert read.when is not None or not re.match(r"\s*[-@~]", typed[: starts[-1]])
    assert text.strip()


@MANY
@given(TYPED)
def test_every_mark_that_was_taken_off_is_told(typed: str) -> None:
    """Letters and figures that are not in the text are in the time, the speaker, the codes or the minutes."""
    read = read_line(typed)
    told = [read.text, read.speaker or "", *read.codes, "" if read.minutes is None else str(read.minutes)]
    known = {*"".join(told)}
    missing = {character for character in typed if character.isalnum()} - known
    assert not missing or (read.when is not None and missing <= {*"0123456789ms"})


@MANY
@given(TYPED)
def test_writing_a_line_and_reading_it_again_is_stable(typed: str) -> None:
    read = read_line(typed)
    written = write_line(read)
    assert read_line(written) == read
    assert write_line(read_line(written)) == written


@MANY
@given(TYPED)
def test_any_text_can_be_written_as_text(text: str) -> None:
    assert read_line(write_text(text)) == reading(text)


@pytest.mark.parametrize("typed", [*FORMS, *STAY_TEXT], ids=repr)
def test_every_form_is_written_so_that_it_reads_the_same(typed: str) -> None:
    assert read_line(write_line(read_line(typed))) == read_line(typed)


@pytest.mark.parametrize("text", ["they sorted the tickets", "", "she said: yes", "-3"])
def test_plain_text_is_written_as_it_is(text: str) -> None:
    assert write_text(text) == text


def test_a_speaker_gets_the_name_that_the_roster_has() -> None:
    roster = {"maria": "Maria Okafor", "zoë": "Zoë Adams"}
    assert read_line("MARIA: yes").named(roster).speaker == "Maria Okafor"
    assert read_line("Zoë: yes").named(roster).speaker == "Zoë Adams"
    assert read_line("T2: yes").named(roster).speaker == "T2"
    assert read_line("yes").named(roster) == reading("yes")


def test_a_line_of_ten_thousand_characters_is_one_line() -> None:
    text = "long " * 2000
    assert read_line(text) == reading(text)
    assert read_line(f"? {text}#TM3") == reading(text.rstrip(), Kind.WONDERING, codes=("TM3",))


def test_a_thousand_codes_are_all_read() -> None:
    codes = tuple(f"c{number}" for number in range(1000))
    assert read_line("seen " + " ".join(f"#{code}" for code in codes)).codes == codes
