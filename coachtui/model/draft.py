"""A draft: text that is half-typed."""

from dataclasses import dataclass

from coachtui.model.moment import Moment


@dataclass(frozen=True, slots=True)
class Draft:
    """The half-typed text of one place where one types.

    `scope` is the id of the observation it belongs to, `cursor` counts characters, `began` is the first
    keystroke.
    """

    scope: str
    text: str
    cursor: int
    began: Moment | None
