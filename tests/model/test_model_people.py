"""The people: who is meant by what is typed."""

import pytest

from coachtui.model.people import Lead, lead_meant

MARIA = Lead("1", "Maria Okafor", "Team Lead", "maria")
MARIAN = Lead("2", "Marian Ray", "Team Lead", "marian")
DANA, OTHER_DANA = Lead("3", "Dana Ruiz", "Team Lead", "dana"), Lead("4", "Dana Li", "Team Lead", "danal")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maria okafor", MARIA),
        ("Maria", MARIA),
        ("maria:", MARIA),
        ("danal", OTHER_DANA),
        ("Dana", DANA),
        ("Dana R", None),
        ("Mari", None),
        ("", None),
    ],
)
def test_a_lead_is_known_by_the_whole_name_the_short_one_or_the_first(typed: str, meant: Lead | None) -> None:
    assert lead_meant(typed, (MARIA, MARIAN, DANA, OTHER_DANA)) == meant


def test_of_two_whom_a_name_fits_neither_is_meant() -> None:
    no_handles = [lead._replace(handle="") for lead in (DANA, OTHER_DANA)]
    assert lead_meant("Dana", no_handles) is None and lead_meant("Dana Li", no_handles) == no_handles[1]
