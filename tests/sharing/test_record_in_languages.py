"""A record's file that was written in one language is read in every other, and what the lead wrote is found in it."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest

from coachtui.model.entry import RecordFile
from coachtui.sharing.record_file import label, what_lead_sees
from coachtui.sharing.record_reading import read_record
from coachtui.wording import speak

RECORD = RecordFile(
    "lead1", "Maria Okafor", None, "Maria Okafor, outside a cycle", "Maria Okafor, outside a cycle.md", ()
)


@pytest.fixture(autouse=True)
def back_to_english() -> Iterator[None]:
    yield
    speak("en", None)


def spoken_in(language: str) -> None:
    speak(language, None if language == "en" else NullTranslations())


@pytest.mark.parametrize(("written", "read"), [("en", "es"), ("es", "en"), ("es", "es"), ("en", "en")])
@pytest.mark.parametrize("marks", [True, False])
def test_the_leads_words_are_found(written: str, read: str, marks: bool) -> None:
    spoken_in(written)
    page = what_lead_sees(RECORD).replace(label(RECORD), label(RECORD) + " ¿Hablamos de los pares?", 1)
    if not marks:  # an editor took away what stands before the first place
        page = "\n".join(row for row in page.split("\n") if "coachtui record" not in row)
    spoken_in(read)
    found = read_record(page, RECORD, {}, "Maria.md")
    assert {key: words for key, words in found.found.places.items() if words} == {
        (None, 0, "next"): "¿Hablamos de los pares?"
    }
    assert found.odd == []
