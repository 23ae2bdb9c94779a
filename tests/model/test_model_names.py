"""Names in words that are to leave: what is asked about, and what is not."""

from datetime import date

import pytest

from coachtui.model.names import Person, names_in
from coachtui.model.summary import Summary

PEOPLE = [Person("Tom Reed", "tom", "a member"), Person("Maria Okafor", "maria", "the lead")]


def named(words: str) -> list[str]:
    summary = Summary("observation", "o", "lead", "Observation", date(2026, 11, 26), ())
    return [each.name for each in names_in(summary, [("line", "", words)], PEOPLE, "Maria Okafor")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Late again: Mrs. Delgado waves", ["Delgado"]),
        ("Mr. Kim covers the class", ["Kim"]),
        ("We try it; Maria, by Fri Dec 4", []),
        ("On Thursday, Nov. 26 and Dec 4 they meet, Fri too", []),
        ("By Tue it is there", []),
        ("Tom asks Jan for the sheet", ["Tom Reed", "Jan"]),
    ],
)
def test_who_may_be_somebody_is_asked_about_and_days_are_not(words: str, names: list[str]) -> None:
    assert named(words) == names
