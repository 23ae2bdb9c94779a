"""What a harness tried, what came of it, and what must not be."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Toll:
    """How often something was tried, of what kind (`of`: kills, cuts, damages), with what outcomes, and the faults found."""

    of: str
    tried: int = 0
    outcomes: Counter[str] = field(default_factory=Counter[str])
    faults: list[str] = field(default_factory=list[str])

    def faults_with(self, words: str) -> int:
        """How many faults say this."""
        return sum(words in fault for fault in self.faults)

    def __str__(self) -> str:
        outcomes = "".join(f", {count} {what}" for what, count in sorted(self.outcomes.items()) if count)
        first = f", the first: {self.faults[0]}" if self.faults else ""
        return f"{self.tried} {self.of}{outcomes}; {len(self.faults)} faults{first}"
