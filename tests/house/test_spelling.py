"""Spelling, by the real word list: what is flagged and what is not, what may be meant, and what is said without a list."""

import sys
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachtui.spelling import NOT_INSTALLED, Misspelt, Speller, load_speller

KNOWN = ("Maria Muñoz", "Ngozi Okafor", "T4", "O'Neil", "lookfors", "frayer", "#TM3", "cedar team")


@pytest.fixture(scope="module")
def speller() -> Iterator[Speller]:
    """A speller that was loaded by a thread of its own, as the room does it."""
    found: list[Speller | None] = []
    loading = threading.Thread(target=lambda: found.append(load_speller(KNOWN)[0]))
    loading.start()
    loading.join()
    assert found[0] is not None, "pyspellchecker is not installed: make test installs it"
    yield found[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("You will recieve the page.", "recieve"), ("Teh page lay there.", "Teh"), ("It was a discusion; then", "discusion"),
        ("the students' questoin", "questoin"), ("a commitee’s page", "commitee’s"),
        ("“That is definately it,” she said", "definately"),
        ("you dont wait", "dont"), ("- seperate the two", "seperate"), ("(thier work)", "thier"), ("co-plannig it", "plannig"),
        ("alot of talk", "alot"), ("9:14 agian", "agian"), ("one,twwo", "twwo"),
    ],
)  # fmt: skip
def test_a_word_that_is_not_known_is_flagged_where_it_stands(speller: Speller, text: str, word: str) -> None:
    start = text.index(word)
    assert speller.faults(text) == [Misspelt(word, start, start + len(word))]


@pytest.mark.parametrize(
    "text",
    [
        "Okafor's page, the Okafors, okafor’s",
        "students' and teachers’ notes", "It isn't; you're; they've; who's; y'all; didn’t",
        "At 9:14b, line 7, 3rd, 2x, 80%, 10:42:30",
        "TM3, #TM3 and #norms-agian; #xqzt", "https://exmple.org/teh and a@exmple.org, exmple.org",
        "PLC, PLCs, the ELA block, iPad, McKay", "We saw Farrah read. Farrah wrote.", "Farrah wrote. Then Farrah read.",
        "Muñoz, naïve, Peña, Nguyễn",
        "“¿Dónde está la página que leyeron ustedes ayer?”", '"Wo steht das auf der Seite?" she asked',
        "colour, behaviour, organise, analyse, modelled, programme, centre, practise",
        "reteach, look-fors, timekeeper, rubric, onboarding",
        "the frayer page, frayers", "co-planning, re-read, non-example", "ok, hm, re, de", "O'Neil's and O’Neil’s", "", " \n\n ",
    ],
)  # fmt: skip
def test_what_is_no_fault_is_not_flagged(speller: Speller, text: str) -> None:
    assert speller.faults(text) == []


def test_a_quotation_in_english_is_looked_at(speller: Speller) -> None:
    assert [each.word for each in speller.faults("“Look at teh page, it shows,” you said")] == ["teh"]


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("recieve", "receive"), ("Teh", "The"), ("stuednts", "students"), ("accomodation", "accommodation"), ("dont", "don't"),
        ("Okafro", "Okafor"), ("okafr's", "Okafor's"), ("inthe", "in the"), ("misunderstandingz", "misunderstanding"),
        ("TEH", "The"),
        ("comittee", "committee"), ("frayr", "frayer"), ("togther", "together"),
    ],
)  # fmt: skip
def test_what_is_meant_comes_first(speller: Speller, word: str, first: str) -> None:
    found = speller.suggestions(word)
    assert found[0] == first and len(found) <= 3


def test_what_is_far_from_every_word_has_no_suggestion(speller: Speller) -> None:
    assert speller.suggestions("xqzzptlkjhgfds") == speller.suggestions("x" * 5000) == speller.suggestions("") == []
    assert "a lot" in speller.suggestions("alot")


def test_a_word_of_ones_own_is_known_from_then_on() -> None:
    mine, _ = load_speller(())
    assert mine is not None
    assert [each.word for each in mine.faults("a zorbify page\nzorbify it")] == ["zorbify", "zorbify"]
    mine.learn(["Zorbify"])
    assert mine.faults("a zorbify page, zorbify's") == []


def test_without_the_word_list_a_sentence_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spellchecker", None)
    assert load_speller(()) == (None, NOT_INSTALLED)
    assert "pip install" in NOT_INSTALLED and NOT_INSTALLED.endswith(".")


@settings(max_examples=50, deadline=None)
@given(text=st.text(st.sampled_from("abeth ’'.\n9:#“”ñİſ-_@"), max_size=60) | st.text(max_size=40))
def test_faults_lie_in_the_text_and_are_the_same_again(speller: Speller, text: str) -> None:
    found = speller.faults(text)
    assert found == speller.faults(text)
    assert all(text[each.start : each.end] == each.word for each in found)
    assert all(len(speller.suggestions(each.word)) <= 3 for each in found[:2])
