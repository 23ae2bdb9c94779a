"""Answers that are typed as a word, in English and in the language of the person; and words listed in a sentence."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from coachtui.model.answers import DISCARD, NO, NONE, STOP, YES, YES_NO, is_word, is_yes, meant, told
from coachtui.model.cycle import ACTIVITY_KINDS, VERDICTS
from coachtui.model.listed_words import listed_and, listed_or
from coachtui.model.people import role_meant
from coachtui.wording import speak

SPANISH = {
    "yes": "sí", "no": "no", "none": "ninguno", "nothing": "nada", "discard": "borrar", "stop": "detener", "more": "más",
    "met": "logrado", "partly": "en parte", "not yet": "todavía no", "stopped": "detenido", "Team Lead": "Líder de equipo",
    "modelling": "modelar", "{words} or {word}": "{words} o {word}", "{words} and {word}": "{words} y {word}",
}  # fmt: skip


class Spanish(NullTranslations):
    """The few words that are needed here."""

    def gettext(self, message: str) -> str:
        return SPANISH.get(message, message)


@pytest.fixture(autouse=True)
def back_to_english() -> Iterator[None]:
    yield
    speak("en", None)


@pytest.mark.parametrize("typed", ["yes", "Y", "yep", " yes please "])
def test_yes_is_yes_in_english(typed: str) -> None:
    assert is_yes(typed)


@pytest.mark.parametrize("typed", ["", "no", "s", "sí", "stop", "?"])
def test_nothing_else_is(typed: str) -> None:
    assert not is_yes(typed)


@pytest.mark.parametrize("typed", ["sí", "Si", "s", "sí, claro", "yes", "y"])
def test_where_it_is_another_word_both_are_understood(typed: str) -> None:
    speak("es", Spanish())
    assert is_yes(typed)
    assert not is_yes("no") and not is_yes("salir") and not is_yes("")


def test_a_choice_is_meant_by_its_beginning_in_either_language() -> None:
    assert [meant(each, VERDICTS) for each in ("m", "NOT", "stopped", "", "x")] == [
        "met",
        "not yet",
        "stopped",
        None,
        None,
    ]
    speak("es", Spanish())
    assert told(VERDICTS) == ("logrado", "en parte", "todavía no", "detenido")
    assert [meant(each, VERDICTS) for each in ("l", "todavia", "Detenido", "not yet", "m")] == [
        "met", "not yet", "stopped", "not yet", "met",
    ]  # fmt: skip
    assert meant("modelar", ACTIVITY_KINDS) == meant("modell", ACTIVITY_KINDS) == "modelling"


def test_what_begins_several_is_none_of_them_but_a_whole_word_is_itself() -> None:
    assert meant("co-", ACTIVITY_KINDS) is None
    assert meant("no", (YES, "now", NO)) == NO
    assert meant("stop it", (STOP, "keep", NO)) == STOP
    assert meant("n", (YES, "now", NO)) is None


def test_a_word_that_does_away_with_something_is_typed_whole() -> None:
    assert is_word(" Discard ", DISCARD) and not is_word("disc", DISCARD) and not is_word("borrar", DISCARD)
    speak("es", Spanish())
    assert is_word("BORRAR", DISCARD) and is_word("discard", DISCARD) and is_word("nada", *NONE)
    assert told(YES_NO) == ("sí", "no")


def test_a_role_of_ours_is_kept_in_english() -> None:
    speak("es", Spanish())
    assert role_meant("líder de equipo") == "Team Lead"
    assert role_meant("Coordinadora") == "Coordinadora"


def test_several_words_are_said_one_after_the_other() -> None:
    assert [listed_and(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert listed_or(("a", "b", "c")) == "a, b or c"
    speak("es", Spanish())
    assert (listed_and(["a", "b"]), listed_or(["a", "b"])) == ("a y b", "a o b")
