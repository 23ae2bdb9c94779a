"""Captions: an observation goes out as WebVTT and comes in again; an odd file names its line and adds nothing."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.clean import clean_line
from coachtui.model.line import Kind
from coachtui.model.whole import Whole
from coachtui.sharing.captions import as_vtt, is_captions, read_captions
from coachtui.sharing.errors import SharingError
from coachtui.sharing.incoming import read_incoming_bytes
from tests.support.program import ask
from tests.support.wholes import a_full_whole, a_line, an_observation

SRT = """1
00:00:01,000 --> 00:00:04,000
Maria: good morning

2
00:00:05,500 --> 00:00:06,000
<i>two rows</i>
of one caption
"""


def said(text: str) -> list[tuple[int | None, str | None, str]]:
    """When, by whom and what, as these captions are read."""
    whole = read_captions(text, "meeting.vtt", "UTC", 0)
    return [(line.at_ms, line.speaker, line.text) for line in whole.lines]


def whole_of(*lines: tuple[int, str | None, str]) -> Whole:
    """An observation with these lines of evidence."""
    filed = [a_line(place, text, at_ms=at, speaker=speaker) for place, (at, speaker, text) in enumerate(lines, 1)]
    return Whole(an_observation(lines=len(filed)), filed, [], None)


def test_srt_comes_in() -> None:
    assert said(SRT) == [(1000, "Maria", "good morning"), (5500, None, "two rows of one caption")]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_vtt_comes_in_whatever_ends_its_rows(ends: str) -> None:
    rows = [
        "\ufeffWEBVTT - a meeting", "", "NOTE", "not said", "", "cue-1", "00:01.000 --> 00:02.000 align:start",
        "<v.loud Ana Ruiz>we <b>start</b> &amp; go</v>", "", "01:00:00.000 --> 01:00:01.000",
        "<v Tom &amp; Kim>So: a &lt;list&gt;", "", "01:00:02.000 --> 01:00:03.000", "So: nobody said who",
    ]  # fmt: skip
    assert said(ends.join(rows).removeprefix("\ufeff")) == [
        (1000, "Ana Ruiz", "we start & go"),
        (3_600_000, "Tom & Kim", "So: a <list>"),
        (3_602_000, None, "So: nobody said who"),
    ]
    (whole,) = read_incoming_bytes(ends.join(rows).encode(), "'it'", "UTC", 0, "meeting.vtt")
    assert whole.observation.source == "meeting.vtt" and len(whole.lines) == 3


def test_captions_without_words_are_passed_over() -> None:
    assert said("WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>\n\n00:03.000 --> 00:04.000\nyes") == [(3000, None, "yes")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("WEBVTT\n\n00:01.000 --> soon\nhello", "line 3 is no time"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nhello\n\n00:61.000 --> 00:62.000\nlate", "line 6 is no time"),
        ("WEBVTT\n", "no captions"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n   \n", "no captions"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Maria>", "no captions"),
        ("WEBVTT\n" + "\n00:01.000 --> 00:02.000\nx\n" * 100_001, "more than 100,000 lines"),
    ],
)
def test_odd_captions_are_refused_in_a_sentence(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "odd.vtt"
    path.write_text(text, "utf-8")
    answer = ask(tmp_path / "home", "import", str(path))
    assert (answer.code, answer.said) == (1, "") and answer.is_foreseen()
    assert words in answer.complaint and answer.complaint.endswith("Nothing was added.\n")
    assert ask(tmp_path / "home", "list", "observations", "--json").json() == []


def test_taking_captions_in_twice_adds_nothing(tmp_path: Path) -> None:
    path, home = tmp_path / "meeting.srt", tmp_path / "home"
    path.write_text(SRT, "utf-8")
    assert "with 2 lines (meeting.srt)" in ask(home, "import", str(path)).said
    assert ask(home, "import", str(path)).said.startswith("Nothing was added")
    assert len(ask(home, "list", "observations", "--json").json()) == 1


def test_what_goes_out_says_what_is_private_and_how_times_came_about() -> None:
    text = as_vtt(a_full_whole())
    assert text.startswith("WEBVTT\n\nNOTE Observation ")
    assert "NOTE Private: holds what is yours alone (1 line of evidence, 1 wondering, 1 judgment" in text
    assert "NOTE Left out: lines without a time or before the beginning: 1\n" in text
    assert "\nabout; added later\n00:00:30.000 --> 00:00:35.000\nbefore that\n" in text
    assert '\n00:01:00.000 --> 00:01:05.000\n<v Maria>"we look at item 4" #TM3 #norms\n' in text
    assert "\njudgment\n00:03:00.000 --> 00:03:05.000\n! too fast\n" in text
    assert "Private" not in as_vtt(a_full_whole().shareable())


def test_what_goes_out_is_read_as_captions() -> None:
    assert is_captions(as_vtt(a_full_whole()))
    assert not is_captions("9:04 Maria asks")


_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
_SAID = _WORDS.map(lambda text: " ".join(clean_line(text).split())).filter(bool)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 36_000_000), _SAID, _SAID), min_size=1, max_size=5))
def test_evidence_comes_back_as_it_went_out(lines: list[tuple[int, str, str]]) -> None:
    ordered = sorted(lines, key=lambda line: line[0])
    back = read_captions(as_vtt(whole_of(*ordered)), "it", "UTC", 0)
    assert [(line.at_ms, line.speaker, line.text) for line in back.lines] == ordered
    assert {line.kind for line in back.lines} == {Kind.EVIDENCE}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(words: str) -> None:
    for text in (words, f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}", f"WEBVTT\n\n{words} --> 00:02.000\nx"):
        try:
            assert all(line.text for line in read_captions(text, "it", "UTC", 0).lines)
        except SharingError as fault:
            assert str(fault)
