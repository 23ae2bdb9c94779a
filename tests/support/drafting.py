"""Feedback in tests: a shape, a draft of it on the observation o1, and the way through the gate."""

from coachtui.model.feedback import Feedback
from coachtui.model.feedback_parts import parts_of
from coachtui.model.feedback_shape import FeedbackShape, read_shape
from coachtui.model.share import Share
from coachtui.sharing.gate import Gate
from coachtui.store.notebook import Notebook
from tests.support.homes import Desk
from tests.support.sharing import gate_for, share

SHAPE = read_shape(
    "note",
    {
        "name": "A note",
        "part": [
            {"kind": "strength", "heading": "What worked"},
            {"kind": "step", "heading": "One step"},
            {"kind": "by when", "heading": "By when", "inline": True},
            {"kind": "how we will know", "heading": "How we will know", "inline": True},
            {"kind": "practice", "heading": "How we practise it", "inline": True},
            {"kind": "question", "heading": "A question for you"},
        ],
    },
)
SHAPES: dict[str, FeedbackShape] = {"note": SHAPE}
DRAFT = """\
What worked
At 8:30 you asked where they see that.
- four of nine answered
- nobody was called on twice

One step
Wait five seconds after each question.
By when: Fri, in the team meeting
How we will know: two more people speak
How we practise it:

A question for you
"""


def drafted(desk: Desk, text: str = DRAFT) -> Feedback:
    """A draft on the observation o1, that carries its second line over."""

    def work(notebook: Notebook) -> Feedback:
        lead = notebook.record.lead_seen_in("o1")
        assert lead is not None
        feedback = notebook.feedback.begin(lead, "o1", "note", text)
        notebook.feedback.cite(feedback.id, notebook.lines.of("o1")[1].id, "8:30")
        return feedback

    return desk.do(work)


def shared(desk: Desk, feedback: Feedback) -> Share:
    """Share it, as it is."""
    return share(desk, f"feedback:{feedback.id}", shapes=SHAPES)


def the_gate(desk: Desk, feedback: Feedback) -> Gate:
    """The gate for it, told what is private."""
    return desk.do(lambda notebook: the_gate_in(notebook, desk, feedback))


def the_gate_in(notebook: Notebook, desk: Desk, feedback: Feedback) -> Gate:
    """The same in a notebook that is open."""
    return gate_for(notebook, desk, f"feedback:{feedback.id}", SHAPES)


def again(desk: Desk, feedback: Feedback) -> Feedback:
    """The feedback as the disk has it now."""
    return desk.do(lambda notebook: notebook.feedback.get(feedback.ref))


def talk(desk: Desk, feedback: Feedback, text: str = DRAFT) -> Feedback:
    """It was talked through with the lead."""
    return desk.do(lambda notebook: notebook.feedback.talked_through(feedback.id, parts_of(text, SHAPE)))
