"""Days typed in Spanish are read where the program speaks it, and English ones everywhere."""

from collections.abc import Iterator
from datetime import date
from gettext import NullTranslations

import pytest

from coachtui.model.dates import BadDate, read_date
from coachtui.model.day_words import day_at_end
from coachtui.model.one_on_one import read_wish
from coachtui.model.slot_text import read_slot
from coachtui.wording import speak

TODAY = date(2026, 11, 26)  # a Thursday


@pytest.fixture
def spanish() -> Iterator[None]:
    speak("es", NullTranslations())
    yield
    speak("en", None)


@pytest.mark.parametrize(
    ("spanish_words", "english"),
    [
        ("hoy", "today"), ("mañana", "tomorrow"), ("MAÑANA", "tomorrow"), ("pasado mañana", "+2d"), ("ayer", "yesterday"),
        ("mar", "tue"), ("martes", "tue"), ("el viernes", "fri"), ("miércoles", "wed"), ("sáb", "sat"),
        ("próximo lunes", "next mon"), ("lunes que viene", "next mon"), ("lunes pasado", "last mon"), ("este jueves", "this thu"),
        ("en 3 días", "in 3 days"), ("dentro de dos semanas", "in two weeks"), ("hace una semana", "a week ago"), ("+2s", "+2w"),
        ("5 dic", "Dec 5"), ("5 de diciembre de 2026", "Dec 5 2026"), ("sáb 5 dic", "Sat Dec 5"), ("10 mar", "Mar 10"),
        ("5/12", "12/5"), ("25/12", "12/25"), ("la semana que viene", "next week"), ("next fri", "next fri"),
        ("2026-12-05", "Dec 5"),
    ],
)  # fmt: skip
def test_a_day_typed_in_spanish_is_read(spanish_words: str, english: str, spanish: None) -> None:
    speak("en", None)
    wanted = read_date(english, TODAY)
    speak("es", NullTranslations())
    assert read_date(spanish_words, TODAY) == wanted


def test_english_is_read_as_before_and_spanish_is_not() -> None:
    assert read_date("12/5", TODAY) == date(2026, 12, 5)
    with pytest.raises(BadDate):
        read_date("mañana", TODAY)


def test_lines_with_a_day_in_spanish_are_read(spanish: None) -> None:
    assert day_at_end("Informe SLO, para el 15 dic", TODAY) == ("Informe SLO", date(2026, 12, 15))
    wish = read_wish("cada dos semanas mié 9:15 30")
    assert wish is not None and (wish.every_weeks, wish.weekday, wish.minute, wish.minutes) == (2, 3, 555, 30)
    slot = read_slot("mar 10:40, 45 min")
    assert slot is not None and (slot.weekday, slot.minute) == (2, 640)
