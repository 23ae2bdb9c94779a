"""The parts of a plan for a difficult conversation: what each is called, what it asks, how many rows it wants."""

from typing import NamedTuple


class PlannedPart(NamedTuple):
    """A part as a plan has it. `id` is what its rows are kept under; `wanted` is how many rows it is to have at least.

    `is_after` says that it is written once the conversation was held.
    """

    id: str
    label: str
    ask: str
    starters: tuple[str, ...] = ()
    wanted: int = 1
    is_after: bool = False


USUAL_PARTS = (
    PlannedPart("why", "Why now", "What happened that makes it worth saying, and worth saying now?"),
    PlannedPart("want_them", "For them", "What do I want for the person, if this goes well?"),
    PlannedPart("want_students", "For students", "What do I want for students?"),
    PlannedPart("want_us", "For us", "What do I want for how we work together?"),
    PlannedPart("facts", "Facts", "What was seen or heard, on which day? Only what could be said aloud.", wanted=2),
    PlannedPart("unclear", "Was it clear?", "Was what is expected ever said plainly? When, and how do they know?"),
    PlannedPart("my_part", "My part", "What did I add to it, or leave undone?"),
    PlannedPart("their_view", "Their view", "What may they care about, or fear?"),
    PlannedPart("opening", "Opening", "How does it begin? Three sentences at most, neutral enough to be agreed with."),
    PlannedPart("questions", "Questions", "What do I truly want to know from them?", wanted=2),
    PlannedPart("request", "Request", "What will they do or say, that both of us could see?"),
    PlannedPart("help", "Help", "What help comes with it?"),
    PlannedPart("boundary", "The line", "What will not move, whatever is said?"),
    PlannedPart("replies", "They may say", "What will they likely answer? Three of them.", wanted=3),
    PlannedPart("answers", "I answer", "What do I say to each of these, in the same order?", wanted=3),
    PlannedPart("steady", "Staying steady", "What helps when it gets hot?"),
    PlannedPart("closing", "Closing", "How does it end, and when do we look at it again?"),
    PlannedPart("check_back", "Check-back", "Who looks, at what, on which day?"),
    PlannedPart("outcome", "How it went", "What was said, what came of it?", is_after=True),
    PlannedPart("commitments", "Agreed to do", "Who does what, by when? Each is a step.", is_after=True),
    PlannedPart("reflection", "Looking back", "What did I learn about their view? Was the request plain? What do I owe now?",
                is_after=True),
    PlannedPart("agreed", "For the record", "What may stand in the record, in words that the lead agrees to?",
                is_after=True),
)  # fmt: skip
"""The parts of a plan without a scenario, in their order."""
