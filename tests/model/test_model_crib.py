"""The crib fits one screen whatever was written; what is the principal's alone is on no page for the lead."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from coachtui.model.conversation import Conversation, PlanRow
from coachtui.model.crib import LINES, WIDTH, Section, crib, for_the_lead
from coachtui.model.plan_part import PARTS

PLAN = Conversation("1", "p1", "lead", with_whom="T2", day=date(2026, 11, 12), minute=870)


def row(part: str, words: str, place: int = 1, *, private: bool = False, day: date | None = None) -> PlanRow:
    return PlanRow(f"{part}{place}", "1", part, place, "lead", private, words, day)


ROWS = [
    row("opening", "I'd like to talk about the last three plans."),
    row("questions", "What was the week like?"),
    row("questions", "What would make it possible?", 2),
    row("request", "Send the plan by Wednesday."),
    row("replies", "“I have no time.”"),
    row("replies", "“Why only me?”", 2),
    row("answers", "I hear that, and I ask for one.", 2),
    row("boundary", "The hour stays."),
    row("steady", "Both feet on the floor."),
    row("check_back", "On Nov 26 we look at the folder."),
    row("facts", "two of five came", day=date(2026, 11, 3)),
    row("my_part", "I let it pass", private=True),
]


def test_the_crib_says_who_when_and_what_to_say() -> None:
    assert crib(PLAN, ROWS, "Dana Ruiz") == [
        "With T2 · Thu Nov 12 14:30 · Dana holds it",
        "Opening    I'd like to talk about the last three plans.",
        "Ask        What was the week like?",
        "           What would make it possible?",
        "Request    Send the plan by Wednesday.",
        "The line   The hour stays.",
        "If         “I have no time.”",
        "           “Why only me?” → I hear that, and I ask for one.",
        "Steady     Both feet on the floor.",
        "Again      On Nov 26 we look at the folder.",
    ]
    assert crib(Conversation("1", "p", "l", "principal"), []) == ["With: not said yet · no day yet · I hold it"]


def test_what_is_the_principals_alone_is_on_the_crib_only_where_the_principal_holds_it() -> None:
    mine = [row("steady", "breathe", private=True)]
    assert not any("breathe" in line for line in crib(PLAN, mine))
    assert any("breathe" in line for line in crib(PLAN._replace(held_by="principal"), mine))


def test_the_lead_gets_every_part_but_what_is_the_principals_alone() -> None:
    told = for_the_lead(PLAN, [*ROWS, row("facts", "secret", 2, private=True), row("why", "  ")])
    assert told[0] == Section("Facts", ("Tue Nov 3: two of five came",))
    assert [section.label for section in told] == [
        "Facts", "Opening", "Questions", "Request", "The line", "They may say", "I answer", "Staying steady", "Check-back",
    ]  # fmt: skip
    assert "I let it pass" not in str(told) and "secret" not in str(told)


@settings(max_examples=80)
@given(
    st.lists(st.tuples(st.sampled_from(PARTS), st.text("ab é漢 \u0301", max_size=400), st.integers(1, 4)), max_size=40)
)
def test_it_never_takes_more_than_one_screen(rows: list[tuple[str, str, int]]) -> None:
    lines = crib(PLAN._replace(with_whom="x" * 200), [row(part, words, place) for part, words, place in rows])
    assert 1 <= len(lines) <= LINES and max(map(cell_len, lines)) <= WIDTH


def test_what_is_too_long_says_so() -> None:
    lines = crib(PLAN, [row("request", "word " * 80), row("boundary", "x" * 300)])
    assert len(lines) == 4 and lines[2].endswith("wor…") and lines[3].endswith("x…")
