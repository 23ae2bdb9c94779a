"""How lengths of time are told."""

import pytest

from coachtui.model.timing import length_text

SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000


@pytest.mark.parametrize(
    ("milliseconds", "told"),
    [
        (-5 * SECOND, "0 s"),
        (59 * SECOND + 999, "59 s"),
        (MINUTE, "1 min"),
        (119 * MINUTE, "119 min"),
        (2 * HOUR + 5 * MINUTE, "2 h 05"),
        (48 * HOUR - MINUTE, "47 h 59"),
        (48 * HOUR, "2 days"),
        (6240 * HOUR + 10 * MINUTE, "260 days"),
    ],
)
def test_a_length_is_told_in_the_unit_that_people_use(milliseconds: int, told: str) -> None:
    assert length_text(milliseconds) == told
