"""The parts of a plan for a difficult conversation: what each is called, what it asks, how a row may begin."""

from typing import NamedTuple

from coachtui.wording import _, _c


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
    PlannedPart(
        "why",
        _("Why now"),
        _("What happened that makes it worth saying, and worth saying now?"),
        (_("It matters now because "), _("If nothing changes by …, then ")),
    ),
    PlannedPart(
        "want_them",
        _("For them"),
        _("What do I want for the person, if this goes well?"),
        (_("I want … to be able to "), _("I want … to be sure that ")),
    ),
    PlannedPart(
        "want_students",
        _("For students"),
        _("What do I want for students?"),
        (_("Students will "), _("By …, students can ")),
    ),
    PlannedPart(
        "want_us",
        _("For us"),
        _("What do I want for how we work together?"),
        (_("Afterwards we still "), _("I want us to ")),
    ),
    PlannedPart(
        "facts",
        _("Facts"),
        _("What was seen or heard, on which day? Only what could be said aloud."),
        (_("On …, I saw "), _("On …, you said: “"), _("Of … that were due, … came")),
        2,
    ),
    PlannedPart(
        "unclear",
        _("Was it clear?"),
        _("Was what is expected ever said plainly? When, and how do they know?"),
        (_("It was agreed on … that "), _("It was never said that ")),
    ),
    PlannedPart(
        "my_part",
        _("My part"),
        _("What did I add to it, or leave undone?"),
        (_("I have not "), _("I let it pass when "), _("I took for granted that ")),
    ),
    PlannedPart(
        "their_view",
        _("Their view"),
        _("What may they care about, or fear?"),
        (_("They may be worried that "), _("It may matter to them that "), _("Another story: ")),
    ),
    PlannedPart(
        "opening",
        _("Opening"),
        _("How does it begin? Three sentences at most, neutral enough to be agreed with."),
        (_("I'd like to talk with you about "), _("It matters to me because "), _("I may not see all of it: ")),
    ),
    PlannedPart(
        "questions",
        _("Questions"),
        _("What do I truly want to know from them?"),
        (_("What was it like for you when "), _("What would make it possible to "), _("What do I not see about ")),
        2,
    ),
    PlannedPart(
        "request",
        _("Request"),
        _("What will they do or say, that both of us could see?"),
        (_("Send … by "), _("Bring … to "), _("I ask you to ")),
    ),
    PlannedPart("help", _("Help"), _("What help comes with it?"), (_("I can "), _("I will … by "))),
    PlannedPart(
        "boundary",
        _c("what will not move", "The line"),
        _("What will not move, whatever is said?"),
        (_("What can't change is "), _("Whatever else we find, ")),
    ),
    PlannedPart(
        "replies",
        _("They may say"),
        _("What will they likely answer? Three of them."),
        (_("“I have no time to "), _("“Nobody ever said "), _("“What about ")),
        3,
    ),
    PlannedPart(
        "answers",
        _("I answer"),
        _("What do I say to each of these, in the same order?"),
        (_("I hear that …, and "), _("That may be so. What I ask is "), _("Tell me more about ")),
        3,
    ),
    PlannedPart(
        "steady",
        _("Staying steady"),
        _("What helps when it gets hot?"),
        (_("When my voice …, I will "), _("Give me a moment: ")),
    ),
    PlannedPart(
        "closing",
        _("Closing"),
        _("How does it end, and when do we look at it again?"),
        (_("What do you take with you from "), _("So what we agreed is ")),
    ),
    PlannedPart("check_back", _("Check-back"), _("Who looks, at what, on which day?"), (_("On … we look at "),)),
    PlannedPart(
        "outcome",
        _("How it went"),
        _("What was said, what came of it?"),
        (_("They said: “"), _("We decided that ")),
        is_after=True,
    ),
    PlannedPart(
        "commitments",
        _("Agreed to do"),
        _("Who does what, by when? Each is a step."),
        (_("I will … by "), _("They will … by ")),
        is_after=True,
    ),
    PlannedPart(
        "reflection",
        _("Looking back"),
        _("What did I learn about their view? Was the request plain? What do I owe now?"),
        (_("I did not know that "), _("Next time I would "), _("I owe ")),
        is_after=True,
    ),
    PlannedPart(
        "agreed",
        _("For the record"),
        _("What may stand in the record, in words that the lead agrees to?"),
        (_("We talked about "), _("We agreed that ")),
        is_after=True,
    ),
)
"""The parts of a plan without a scenario, in their order."""

PARTS = tuple(part.id for part in USUAL_PARTS)
"""Their ids."""
