"""What each field is, in a sentence or two: what F1 says first, wherever the cursor is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from coachtui.tui import commands
from coachtui.tui.field_questions import QUESTIONS, QUESTIONS_OF_A_PLAN
from coachtui.wording import _

PAGE, ROWS, ENTRY = "page", "rows", "entry"
DRAFT, EVIDENCE, SPELLING, SIDE, LEAVING, LINES = "draft", "evidence", "spelling", "side", "leaving", "lines"
QUESTION = "question"


class Field(NamedTuple):
    """What a field is called, and what it is."""

    name: str
    words: str


_FIELDS: Mapping[tuple[str, str], Field] = MappingProxyType(
    {
        (commands.OBSERVE, ENTRY): Field(
            _("The entry"),
            _(
                "You are in the entry: type what you see and hear, and Enter files it as one line at the time of its first key. "
                "The row above it says how it will be filed."
            ),
        ),
        (commands.SEARCH, ENTRY): Field(
            _("The search"),
            _(
                "You are where one types what to look for. The hits change as you type; the arrow keys go "
                "through them, Enter opens one."
            ),
        ),
        (commands.FEEDBACK, DRAFT): Field(
            _("The draft"),
            _(
                "You are in the draft: the words that the lead will read, once you share them. Every key is on the disk at once."
            ),
        ),
        (commands.FEEDBACK, EVIDENCE): Field(
            _("The evidence"),
            _(
                "You are among the lines of the meeting. Enter puts the line under the cursor into the draft; a "
                "digit begins a time to "
                "jump to."
            ),
        ),
        (commands.FEEDBACK, SPELLING): Field(
            _("The spelling"),
            _(
                "A word that is not known stands here with what may be meant. A digit chooses, + keeps it as a "
                "word of your own, any "
                "other key goes on writing."
            ),
        ),
        (commands.FEEDBACK, ROWS): Field(
            _("Beside the draft"),
            _(
                "You are in the rows beside the draft: what the lead says to it, what changed, or other "
                "feedback. Enter opens a row."
            ),
        ),
        (commands.TOGETHER, SIDE): Field(
            _("One side of the plan"),
            _("You are on the side of one of the two: what is typed here stands under that name, and both can see it."),
        ),
        (commands.TOGETHER, LEAVING): Field(
            _("Leaving"),
            _(
                "Your own notes come back on the screen once this is answered, so make sure that you are alone. Esc stays."
            ),
        ),
        (commands.REHEARSE, PAGE): Field(
            _("The card"), _("The card says what is to be said now; say it aloud, then go on.")
        ),
        (commands.SEEN, PAGE): Field(
            _("What the lead can see"),
            _("You are reading what the lead can see, to the letter. Nothing can be changed here."),
        ),
        (commands.READING, PAGE): Field(
            _("The lines"),
            _("You are reading the lines of an observation. With the lines in hand, each of them can be changed."),
        ),
        (commands.OBSERVE, LINES): Field(
            _("The lines in hand"),
            _(
                "The cursor is on a line of the observation. Each key changes that line; what you typed in the entry waits."
            ),
        ),
        (commands.READING, LINES): Field(
            _("The lines in hand"),
            _("The cursor is on a line of the observation. Each key changes that line; Ctrl+Z takes it back."),
        ),
        (commands.TODAY, ROWS): Field(
            _("What waits, and the observations"),
            _(
                "You are in the list of the day: cards that wait for you, then the observations. Enter opens "
                "what the cursor is on."
            ),
        ),
        (commands.LEADS, ROWS): Field(
            _("The leads"), _("Each row is a person you coach. Enter opens the page of the one at the cursor.")
        ),
        (commands.LEAD, ROWS): Field(_("A lead's page"), _("Each row leads on: Enter opens what the cursor is on.")),
        (commands.TEAMS, ROWS): Field(_("The teams"), _("Each row is a team. Enter opens the one at the cursor.")),
        (commands.TEAM, ROWS): Field(
            _("A team"), _("The rows are the team's lead, members and meeting times. Enter changes one.")
        ),
        (commands.CYCLE, ROWS): Field(
            _("The cycle"),
            _(
                "Each row is a part of the learning cycle. Enter writes the one at the cursor; faint words say what for."
            ),
        ),
        (commands.STEP, ROWS): Field(
            _("The step"),
            _("Each row is a part of the step. Enter writes it; a letter says what happened to the step."),
        ),
        (commands.ONE_ON_ONES, ROWS): Field(_("The 1:1s"), _("Each row is a lead with the next 1:1. Enter opens it.")),
        (commands.ONE_ON_ONE, ROWS): Field(
            _("The agenda"), _("Each row is something to talk about. Enter says that it was.")
        ),
        (commands.BLOCKS, ROWS): Field(
            _("The blocks"), _("Each row is time for coaching. Enter says that it was kept.")
        ),
        (commands.GATE, ROWS): Field(
            _("What leaves"),
            _("Each row is a part of what would leave, or a name in it. Nothing has left yet; Enter shares it."),
        ),
        (commands.DEADLINES, ROWS): Field(
            _("The deadlines"), _("Each row is something due. Enter says that it is done.")
        ),
        (commands.CALENDAR, ROWS): Field(
            _("The days off"), _("Each row is a stretch of days without school, which are passed over.")
        ),
        (commands.BELLS, ROWS): Field(
            _("The bell times"), _("Each row is a schedule or a period of it. Enter changes it.")
        ),
        (commands.CONVERSATIONS, ROWS): Field(
            _("The plans"),
            _("Each row is a difficult conversation that is planned, or help a lead asked for. Enter opens it."),
        ),
        (commands.CONVERSATION, ROWS): Field(
            _("The plan"),
            _(
                "Each row is a part of the plan. Enter writes it; what you write is yours alone until you open it for both."
            ),
        ),
        (commands.FEEDBACK_LIST, ROWS): Field(
            _("The feedback"), _("Each row is feedback for this lead. Enter opens it.")
        ),
    }
)
"""For each room the fields that the cursor can be in."""


def field_of(room: str, field: str, about: str = "") -> Field | None:
    """What a field of a room is; of a question, what is asked `about`. None where nothing is said of it."""
    if field != QUESTION:
        return _FIELDS.get((room, field))
    words = QUESTIONS.get(about) or (QUESTIONS_OF_A_PLAN if room == commands.CONVERSATION else None)
    return None if words is None else Field(_("The question"), words)


def fields() -> frozenset[tuple[str, str]]:
    """Every room and field that something is said of; the questions aside."""
    return frozenset(_FIELDS)
