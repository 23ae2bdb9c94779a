"""A reply: what a lead said to a feedback, in the record's file or another way. It stands beside it and is never part of it."""

from typing import Literal, NamedTuple

ReplyWay = Literal["record", "pasted"]


class Reply(NamedTuple):
    """`words` are the lead's own; `way` says whether they were read in the record's file or put down by the person.

    `is_of_block` says that the lead wrote over our words in the file: then they are all that stands there.
    """

    id: str
    words: str
    at_utc_ms: int
    way: ReplyWay
    is_of_block: bool = False
