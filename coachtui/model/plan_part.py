"""The parts of a plan for a difficult conversation: what each is called, what it asks, how a row may begin."""

from typing import NamedTuple


class PlannedPart(NamedTuple):
    """A part as a plan has it. `id` is what its rows are kept under; `wanted` is how many rows it is to have at least.

    `starters` are how a sentence may begin. `is_after` says that it is written once the conversation was held.
    """

    id: str
    label: str
    ask: str
    starters: tuple[str, ...] = ()
    wanted: int = 1
    is_after: bool = False


USUAL_PARTS = (
    PlannedPart("why", "Why now", "What happened that makes it worth saying, and worth saying now?",
                ("It matters now because ", "If nothing changes by …, then ")),
    PlannedPart("want_them", "For them", "What do I want for the person, if this goes well?",
                ("I want … to be able to ", "I want … to be sure that ")),
    PlannedPart("want_students", "For students", "What do I want for students?",
                ("Students will ", "By …, students can ")),
    PlannedPart("want_us", "For us", "What do I want for how we work together?",
                ("Afterwards we still ", "I want us to ")),
    PlannedPart("facts", "Facts", "What was seen or heard, on which day? Only what could be said aloud.",
                ("On …, I saw ", "On …, you said: “", "Of … that were due, … came"), 2),
    PlannedPart("unclear", "Was it clear?", "Was what is expected ever said plainly? When, and how do they know?",
                ("It was agreed on … that ", "It was never said that ")),
    PlannedPart("my_part", "My part", "What did I add to it, or leave undone?",
                ("I have not ", "I let it pass when ", "I took for granted that ")),
    PlannedPart("their_view", "Their view", "What may they care about, or fear?",
                ("They may be worried that ", "It may matter to them that ", "Another story: ")),
    PlannedPart("opening", "Opening", "How does it begin? Three sentences at most, neutral enough to be agreed with.",
                ("I'd like to talk with you about ", "It matters to me because ", "I may not see all of it: ")),
    PlannedPart("questions", "Questions", "What do I truly want to know from them?",
                ("What was it like for you when ", "What would make it possible to ", "What do I not see about "), 2),
    PlannedPart("request", "Request", "What will they do or say, that both of us could see?",
                ("Send … by ", "Bring … to ", "I ask you to ")),
    PlannedPart("help", "Help", "What help comes with it?",
                ("I can ", "I will … by ")),
    PlannedPart("boundary", "The line", "What will not move, whatever is said?",
                ("What can't change is ", "Whatever else we find, ")),
    PlannedPart("replies", "They may say", "What will they likely answer? Three of them.",
                ("“I have no time to ", "“Nobody ever said ", "“What about "), 3),
    PlannedPart("answers", "I answer", "What do I say to each of these, in the same order?",
                ("I hear that …, and ", "That may be so. What I ask is ", "Tell me more about "), 3),
    PlannedPart("steady", "Staying steady", "What helps when it gets hot?",
                ("When my voice …, I will ", "Give me a moment: ")),
    PlannedPart("closing", "Closing", "How does it end, and when do we look at it again?",
                ("What do you take with you from ", "So what we agreed is ")),
    PlannedPart("check_back", "Check-back", "Who looks, at what, on which day?",
                ("On … we look at ",)),
    PlannedPart("outcome", "How it went", "What was said, what came of it?",
                ("They said: “", "We decided that "), is_after=True),
    PlannedPart("commitments", "Agreed to do", "Who does what, by when? Each is a step.",
                ("I will … by ", "They will … by "), is_after=True),
    PlannedPart("reflection", "Looking back", "What did I learn about their view? Was the request plain? What do I owe now?",
                ("I did not know that ", "Next time I would ", "I owe "), is_after=True),
    PlannedPart("agreed", "For the record", "What may stand in the record, in words that the lead agrees to?",
                ("We talked about ", "We agreed that "), is_after=True),
)  # fmt: skip
"""The parts of a plan without a scenario, in their order."""

PARTS = tuple(part.id for part in USUAL_PARTS)
"""Their ids."""
