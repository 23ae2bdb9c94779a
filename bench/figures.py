"""One figure: what was measured, what it is compared with, and whether it meets its target."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value beside its bare baseline, both in `unit`; `target` is the most their ratio may be."""

    name: str
    ours: float
    bare: float | None
    unit: str
    target: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours over the baseline's."""
        return None if not self.bare else self.ours / self.bare

    def row(self) -> str:
        """The figure as a line of a table."""
        ratio, bare = "", ""
        if self.bare is not None:
            bare = f"{self.bare:.4g} {self.unit}"
        if self.ratio is not None:
            ratio = f"{self.ratio:.2f}x"
        met = ""
        if self.target is not None and self.ratio is not None:
            met = f"<= {self.target}x {'met' if self.ratio <= self.target else 'MISSED'}"
        ours = f"{self.ours:.4g} {self.unit}"
        return f"| {self.name} | {ours} | {bare} | {ratio} | {met} | {self.note} |"


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share of the values lies."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


__all__ = ["Figure", "median", "quantile"]
