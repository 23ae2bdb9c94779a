"""A hold: what is written about somebody, or all of it, must stay, until the hold is lifted."""

import json
from typing import NamedTuple

ALL = "all"


class Hold(NamedTuple):
    """One hold. `people` are the ids of the lead and the member that it is about, as JSON; none where it is about everyone."""

    id: str
    people: str
    name: str
    because: str
    since_utc_ms: int
    zone: str

    @property
    def ids(self) -> list[str]:
        """Whom it is about, by id."""
        found: list[str] = json.loads(self.people)
        return found

    @property
    def is_of_all(self) -> bool:
        """Whether it is about everyone."""
        return not self.ids
