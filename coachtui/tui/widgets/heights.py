"""Where rows of different heights stand under each other: running sums, and a row found by halving."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable


class Heights:
    """The first line of every row, and the number of all lines."""

    def __init__(self) -> None:
        """No rows yet."""
        self._tops = array("L", [0])  # one more than there are rows: the last is the number of lines

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._tops) - 1

    @property
    def lines(self) -> int:
        """The number of lines of all rows together."""
        return self._tops[-1]

    def measure(self, first: int, heights: Iterable[int]) -> None:
        """Forget the rows from `first` on, and take these heights for them instead."""
        del self._tops[first + 1 :]
        for height in heights:
            self._tops.append(self._tops[-1] + height)

    def row_at(self, line: int) -> int:
        """The row that a line belongs to; past the end, the last."""
        return min(bisect_right(self._tops, line), len(self)) - 1

    def top(self, row: int) -> int:
        """The first line of a row."""
        return self._tops[row]

    def bottom(self, row: int) -> int:
        """The line after the last one of a row."""
        return self._tops[row + 1]
