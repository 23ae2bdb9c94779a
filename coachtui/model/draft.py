"""A draft: text that is half-typed."""

from typing import NamedTuple

from coachtui.model.moment import Moment


class Draft(NamedTuple):
    """The half-typed text of one place where one types.

    `scope` is the id of the observation it belongs to, `cursor` counts characters, `began` is the first
    keystroke.
    """

    scope: str
    text: str
    cursor: int
    began: Moment | None
