"""The tally: turns and words of each speaker, from evidence alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.model.filing import as_line
from coachtui.model.grammar import read_line
from coachtui.model.line import Kind, Line
from coachtui.model.observation import Observation, ref_for
from coachtui.model.tally import Voice, tally
from tests.support.clocks import A_MORNING

OBSERVATION = Observation("o1", ref_for("o1"), None, None, A_MORNING, "UTC", None, None, 0)


def lines(*typed: str) -> list[Line]:
    return [
        as_line(read_line(words), OBSERVATION, A_MORNING, f"l{place}", place) for place, words in enumerate(typed, 1)
    ]


def test_who_spoke_most_words_comes_first() -> None:
    spoken = lines("tom: yes", "maria: let us start now", "tom: all right", "maria: who begins")
    assert tally(spoken) == (Voice("maria", 2, 6, 6 / 9), Voice("tom", 2, 3, 3 / 9))


@pytest.mark.parametrize(
    ("typed", "turns"),
    [
        (["maria: a", "maria: b"], 1),
        (["maria: a", "tom: x", "maria: b"], 2),
        (["maria: a", "they sorted", "maria: b"], 2),
        (["maria: a", "? why", "! so", "maria: b"], 1),
    ],
)
def test_lines_of_one_speaker_that_follow_each_other_are_one_turn(typed: list[str], turns: int) -> None:
    assert next(voice.turns for voice in tally(lines(*typed)) if voice.speaker == "maria") == turns


def test_a_mark_without_words_ends_no_turn() -> None:
    first, mark, last = lines("maria: a", "seen #TM3", "maria: b")
    assert tally([first, mark._replace(text=""), last])[0].turns == 1


def test_one_who_is_typed_with_large_and_small_letters_is_one() -> None:
    assert tally(lines("Tom: a", "tom: b", "TOM: c")) == (Voice("Tom", 1, 3, 1.0),)


def test_only_evidence_is_counted() -> None:
    others = lines("? maria: why", "! maria: too fast")
    assert tally([*others, lines("maria: hidden")[0]._replace(kind=Kind.IN_CONFIDENCE)]) == ()


def test_nobody_and_nothing_said() -> None:
    assert tally([]) == ()
    assert tally([lines("maria: a")[0]._replace(text="")]) == (Voice("maria", 1, 0, 0.0),)


SPOKEN = st.lists(
    st.tuples(st.sampled_from(["maria: ", "tom: ", "", "? maria: "]), st.text("ab ", min_size=1)), max_size=20
)


@settings(max_examples=200, deadline=None)
@given(SPOKEN.map(lambda said: [head + "x" + words for head, words in said]))
def test_the_parts_are_the_whole(typed: list[str]) -> None:
    said = lines(*typed)
    voices = tally(said)
    spoken = [line for line in said if line.kind is Kind.EVIDENCE and line.speaker]
    assert sum(voice.words for voice in voices) == sum(len(line.text.split()) for line in spoken)
    assert not voices or sum(voice.share for voice in voices) == pytest.approx(1)
    assert len(voices) <= sum(voice.turns for voice in voices) <= len(spoken)
    assert [voice.words for voice in voices] == sorted((voice.words for voice in voices), reverse=True)
