"""What each field is, in a sentence or two: what F1 says first, wherever the cursor is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from coachtui.tui import commands
from coachtui.tui.field_questions import QUESTIONS, QUESTIONS_OF_A_PLAN

PAGE, ROWS, ENTRY = "page", "rows", "entry"
DRAFT, EVIDENCE, SPELLING, SIDE, LEAVING, LINES = "draft", "evidence", "spelling", "side", "leaving", "lines"
QUESTION = "question"


class Field(NamedTuple):
    """What a field is called, and what it is."""

    name: str
    words: str


_FIELDS: Mapping[tuple[str, str], Field] = MappingProxyType({
    (commands.OBSERVE, ENTRY): Field(
        "The entry",
        "You are in the entry: type what you see and hear, and Enter files it as one line at the time of its first key. "
        "The row above it says how it will be filed.",
    ),
    (commands.SEARCH, ENTRY): Field(
        "The search",
        "You are where one types what to look for. The hits change as you type; the arrow keys go through them, Enter opens one.",
    ),
    (commands.FEEDBACK, DRAFT): Field(
        "The draft",
        "You are in the draft: the words that the lead will read, once you share them. Every key is on the disk at once.",
    ),
    (commands.FEEDBACK, EVIDENCE): Field(
        "The evidence",
        "You are among the lines of the meeting. Enter puts the line under the cursor into the draft; a digit begins a time to "
        "jump to.",
    ),
    (commands.FEEDBACK, SPELLING): Field(
        "The spelling",
        "A word that is not known stands here with what may be meant. A digit chooses, + keeps it as a word of your own, any "
        "other key goes on writing.",
    ),
    (commands.FEEDBACK, ROWS): Field(
        "Beside the draft",
        "You are in the rows beside the draft: what the lead says to it, what changed, or other feedback. Enter opens a row.",
    ),
    (commands.TOGETHER, SIDE): Field(
        "One side of the plan",
        "You are on the side of one of the two: what is typed here stands under that name, and both can see it.",
    ),
    (commands.TOGETHER, LEAVING): Field(
        "Leaving",
        "Your own notes come back on the screen once this is answered, so make sure that you are alone. Esc stays.",
    ),
    (commands.REHEARSE, PAGE): Field("The card", "The card says what is to be said now; say it aloud, then go on."),
    (commands.SEEN, PAGE): Field(
        "What the lead can see", "You are reading what the lead can see, to the letter. Nothing can be changed here."
    ),
    (commands.READING, PAGE): Field(
        "The lines", "You are reading the lines of an observation. With the lines in hand, each of them can be changed."
    ),
    (commands.OBSERVE, LINES): Field(
        "The lines in hand",
        "The cursor is on a line of the observation. Each key changes that line; what you typed in the entry waits.",
    ),
    (commands.READING, LINES): Field(
        "The lines in hand", "The cursor is on a line of the observation. Each key changes that line; Ctrl+Z takes it back."
    ),
    (commands.TODAY, ROWS): Field(
        "What waits, and the observations",
        "You are in the list of the day: cards that wait for you, then the observations. Enter opens what the cursor is on.",
    ),
    (commands.LEADS, ROWS): Field("The leads", "Each row is a person you coach. Enter opens the page of the one at the cursor."),
    (commands.LEAD, ROWS): Field("A lead's page", "Each row leads on: Enter opens what the cursor is on."),
    (commands.TEAMS, ROWS): Field("The teams", "Each row is a team. Enter opens the one at the cursor."),
    (commands.TEAM, ROWS): Field("A team", "The rows are the team's lead, members and meeting times. Enter changes one."),
    (commands.CYCLE, ROWS): Field(
        "The cycle", "Each row is a part of the learning cycle. Enter writes the one at the cursor; faint words say what for."
    ),
    (commands.STEP, ROWS): Field(
        "The step", "Each row is a part of the step. Enter writes it; a letter says what happened to the step."
    ),
    (commands.ONE_ON_ONES, ROWS): Field("The 1:1s", "Each row is a lead with the next 1:1. Enter opens it."),
    (commands.ONE_ON_ONE, ROWS): Field("The agenda", "Each row is something to talk about. Enter says that it was."),
    (commands.BLOCKS, ROWS): Field("The blocks", "Each row is time for coaching. Enter says that it was kept."),
    (commands.GATE, ROWS): Field(
        "What leaves", "Each row is a part of what would leave, or a name in it. Nothing has left yet; Enter shares it."
    ),
    (commands.DEADLINES, ROWS): Field("The deadlines", "Each row is something due. Enter says that it is done."),
    (commands.CALENDAR, ROWS): Field("The days off", "Each row is a stretch of days without school, which are passed over."),
    (commands.BELLS, ROWS): Field("The bell times", "Each row is a schedule or a period of it. Enter changes it."),
    (commands.CONVERSATIONS, ROWS): Field(
        "The plans", "Each row is a difficult conversation that is planned, or help a lead asked for. Enter opens it."
    ),
    (commands.CONVERSATION, ROWS): Field(
        "The plan", "Each row is a part of the plan. Enter writes it; what you write is yours alone until you open it for both."
    ),
    (commands.FEEDBACK_LIST, ROWS): Field("The feedback", "Each row is feedback for this lead. Enter opens it."),
})  # fmt: skip
"""For each room the fields that the cursor can be in."""


def field_of(room: str, field: str, about: str = "") -> Field | None:
    """What a field of a room is; of a question, what is asked `about`. None where nothing is said of it."""
    if field != QUESTION:
        return _FIELDS.get((room, field))
    words = QUESTIONS.get(about) or (QUESTIONS_OF_A_PLAN if room == commands.CONVERSATION else None)
    return None if words is None else Field("The question", words)


def fields() -> frozenset[tuple[str, str]]:
    """Every room and field that something is said of; the questions aside."""
    return frozenset(_FIELDS)
