"""Citations: each line gets a mark of its own, and a mark is found where it stands and nowhere else."""

import pytest

from coachtui.model.citation import free_mark, marks_in, words_hash

MARKS = ("9:14", "9:14b", "9:14/2", "19:14", "line 7", "line 70")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At 9:14 you asked", ["9:14"]), ("(9:14)", ["9:14"]), ("9:14: you asked", ["9:14"]), ("9:14–9:20", ["9:14"]),
        ("at 9:14/9:31 twice", ["9:14"]), ("9:14am", ["9:14"]), ("9:14.", ["9:14"]), ("9:14's", ["9:14"]),
        ("9:14b and 9:14", ["9:14b", "9:14"]), ("9:14/2,", ["9:14/2"]), ("19:14", ["19:14"]), ("Line 7 shows", ["line 7"]),
        ("line 70", ["line 70"]), ("see line 7: she asks", ["line 7"]), ("[9:14]", ["9:14"]), ("“9:14”", ["9:14"]),
    ],
)  # fmt: skip
def test_a_mark_is_found_where_it_stands(text: str, found: list[str]) -> None:
    assert list(marks_in(text, MARKS)) == found


@pytest.mark.parametrize(
    "text",
    [
        "9:140",
        "9:14:30",
        "9:14c",
        "9:14/3",
        "29:14",
        "8:9:14",
        "line 71",
        "outline 7",
        "line7",
        "9.14",
        "a9:14",
        "9:14bc",
    ],
)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert marks_in(text, MARKS) == {}


def test_where_a_mark_stands_is_told_each_time() -> None:
    assert marks_in("9:14, 9:14b, 9:14", MARKS) == {"9:14": [0, 13], "9:14b": [6]}
    assert marks_in("9:14", ()) == {}


def test_every_line_gets_a_mark_that_is_found() -> None:
    taken: list[str] = []
    for place in range(1, 41):
        taken.append(free_mark("9:14" if place % 2 else "", place if place < 30 else 2, taken))
    assert taken[:3] == ["9:14", "line 2", "9:14b"] and len(set(taken)) == 40
    found = marks_in(", ".join(taken), taken)
    assert sorted(found, key=found.__getitem__) == taken and all(len(places) == 1 for places in found.values())


def test_a_correction_shows_in_the_hash() -> None:
    assert words_hash("Ana asks") != words_hash("Ana asks.") and len(words_hash("")) == 64
