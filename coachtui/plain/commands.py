"""What can be said in the plain mode: each command once, in the table of its place. Help and the docs are made from these."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple


class Command(NamedTuple):
    """A word, what may follow it, and what it does."""

    word: str
    rest: str
    meaning: str

    @property
    def call(self) -> str:
        """How it is said."""
        return f"{self.word} {self.rest}".strip()


class Table(NamedTuple):
    """The commands of a place. With `keeps_words`, what is typed there is kept as words, and a command begins with a slash."""

    title: str
    purpose: str
    commands: tuple[Command, ...]
    keeps_words: bool = False


class Found(NamedTuple):
    """The command that is meant; else why none is, in a sentence."""

    command: Command | None
    why_not: str = ""


EVERYWHERE = Table("Everywhere", "These can be said in every place.", (
    Command("help", "[WORD]", "What can be said here; with a word, what that one does."),
    Command("where", "", "Where you are, and what is open."),
    Command("search", "WORDS", "Where these words stand, anywhere in the notebook."),
    Command("blank", "", "Move what was said out of sight, and say nothing until Enter."),
    Command("lock", "", "Lock a notebook that has a passphrase, or ask for it where it is locked."),
    Command("back", "", "Go back to where you came from; nothing is ended."),
    Command("today", "", "Go to Today; an observation goes on."),
    Command("quit", "", "Close coachtui. Everything is saved already. Ctrl+D does the same."),
))  # fmt: skip

TODAY = Table("Today", "What waits for you. A command is a word, or as many of its first letters as are no other's.", (
    Command("observe", "[TEAM]", "Sit in on a meeting, or go on with the one that is open."),
    Command("open", "NUMBER", "Open a card, by the number that it was said with."),
    Command("done", "NUMBER", "Be done with a card; it comes back only for another reason."),
    Command("later", "NUMBER", "Put a card off until the morning of the next school day."),
    Command("week", "NUMBER", "Put a card off for a week."),
    Command("end", "NUMBER", "End an observation that was cut off, where it stopped."),
    Command("undo", "", "Take back the last thing done here. Ctrl+Z does the same."),
    Command("redo", "", "Do again what was taken back."),
    Command("observations", "[NUMBER]", "The newest observations, as many as you say, each with its reference."),
    Command("leads", "", "The leads you coach."),
    Command("lead", "NAME", "A lead's page: cycle, steps, what was seen."),
    Command("read", "REF", "Read one thing by its reference: an observation, a cycle, a plan, a 1:1, an entry of a record."),
    Command("feedback", "[REF]", "All feedback; or go to one, or to a new one on an observation."),
    Command("share", "REF", "Take an observation, feedback or a step to the gate."),
    Command("sync", "", "Deliver what waits for the record, and read back what leads wrote."),
))  # fmt: skip

LINES = Table("The lines", "Of an observation that is written, or read. Without a number the last line is meant.", (
    Command("lines", "[NUMBER, all or mine]", "The last lines; all of them; or all with the words of your judgments."),
    Command("say", "[NUMBER]", "One line in full, with how its time is known; a judgment, too."),
    Command("correct", "[NUMBER] [WORDS]", "Other words for a line; all else of it stays. Alone, the line as it was typed."),
    Command("star", "[NUMBER]", "Star a line, or take the star away."),
    Command("code", "[NUMBER] CODE", "Put a code on a line, or take it off."),
    Command("who", "[NUMBER] NAME", "Say who speaks in a line."),
    Command("time", "[NUMBER] TIME", "Set a line's time: 10:42, -3m, +30s, or ? where nobody knows it."),
    Command("kind", "[NUMBER] KIND", "Make a line evidence, a wondering or a judgment."),
    Command("account", "[NUMBER] WORDS", "Put what the lead says of a line beside it."),
    Command("history", "[NUMBER]", "What a line was before."),
    Command("out", "[NUMBER]", "Take a line out; undo brings it back."),
    Command("hide", "[NUMBER]", "Take a line in confidence: its words are said no more, and never leave."),
    Command("discard", "[NUMBER]", "Leave no trace of a line. Nothing brings it back, so you are asked."),
    Command("undo", "", "Take back the last thing done to this observation. Ctrl+Z in an empty line does the same."),
    Command("redo", "", "Do again what was taken back."),
    Command("team", "[NAME]", "Say whose meeting it is."),
    Command("lead", "[NAME]", "Say which lead you came to see."),
    Command("watch", "[NAME]", "What is watched for: name a framework."),
    Command("began", "TIME", "Say when the meeting began: 9:02. Every line keeps the time on the wall."),
    Command("lookfors", "", "The look-fors with their codes."),
    Command("segments", "", "Each segment, with its minutes and those planned."),
    Command("summary", "", "Minutes by segment, codes, talk, the starred lines."),
))  # fmt: skip

OBSERVE = Table(
    "Observe",
    "What you type is filed, line by line, in the same grammar as in the screens, at the time of its first key. "
    "A line that begins with a slash is a command; two slashes file a line that begins with one. Nothing is ever refused.",
    (
        Command("clock", "", "How long the meeting takes so far, and the present segment."),
        Command("agenda", "ITEMS", "Plan the meeting: Norms 5; Data review 20."),
        Command("next", "", "Begin the next segment of the agenda."),
        Command("mark", "CODE", "Note that a look-for was seen now; one that lasts is started and stopped."),
        Command("confide", "WORDS", "File these words in confidence: they are never said again, and never leave."),
        Command("seen", "[NUMBER]", "The lead's steps; with a number, that one was seen now."),
        Command("pause", "", "Pause the meeting, or go on."),
        Command("end", "", "End the observation. Then three short questions."),
        Command("new", "", "End this observation without questions, and be ready for the next meeting."),
        *LINES.commands,
    ),
    keeps_words=True,
)  # fmt: skip

READING = Table("Reading", "One observation of the past.", (
    Command("triage", "", "Go through the starred lines, and the evidence without a code."),
    Command("closing", "", "Three short questions: a strength, an idea for a step, a question."),
    Command("feedback", "", "Draft feedback for the lead from these lines, or go on with it."),
    Command("share", "", "Go to the gate, where you hear to the letter what leaves."),
    *LINES.commands,
))  # fmt: skip

LEAD = Table("A lead", "The page of one lead. Numbers are those that were said last.", (
    Command("page", "", "The page, again."),
    Command("steps", "", "Every step on its way, each with a number."),
    Command("agreed", "NUMBER", "The lead has said the step back: it is agreed."),
    Command("practised", "NUMBER", "It was practised."),
    Command("tried", "NUMBER", "The lead tried it."),
    Command("seen", "NUMBER", "It was seen."),
    Command("mastered", "NUMBER", "It is the lead's own now."),
    Command("dropped", "NUMBER", "Let go of it."),
    Command("observations", "", "The observations of this lead, each with a number."),
    Command("read", "NUMBER", "Read the observation, or the step, of this number."),
    Command("feedback", "NUMBER", "Draft feedback on the observation of this number."),
    Command("share", "NUMBER", "Take what has this number to the gate."),
    Command("record", "", "What the lead sees, and what the lead wrote beside it."),
    Command("undo", "", "Take back the last thing done to this lead's steps."),
    Command("redo", "", "Do again what was taken back."),
))  # fmt: skip

FEEDBACK = Table("Feedback", "A draft in its shape, part by part. Each line is kept as you press Enter.", (
    Command("hear", "", "The whole draft."),
    Command("parts", "", "The parts of its shape, each with a number and how many words it has."),
    Command("write", "NUMBER", "Write a part: what is there is said, and your lines go below it. An empty line ends."),
    Command("rewrite", "NUMBER", "Write a part anew: what was there is taken out first. undo brings it back."),
    Command("evidence", "[starred]", "The lines it may stand on, each with its number."),
    Command("cite", "LINE PART", "Let a part stand on a line: its time goes behind what is written there."),
    Command("quote", "LINE PART", "The same, with the words of the line."),
    Command("advice", "", "What is worth a thought, sentence by sentence. It never keeps you from anything."),
    Command("why", "NUMBER", "Why a piece of advice is given."),
    Command("aside", "NUMBER", "Put a piece of advice aside for this draft; or take a corrected line as it is now."),
    Command("shape", "[NAME]", "The shapes there are; with a name, go on in that one."),
    Command("ready", "", "Say that it is ready, or a draft again."),
    Command("share", "", "Go to the gate with it."),
    Command("talked", "", "It was talked through with the lead: its step is agreed."),
    Command("followed", "", "It is followed up."),
    Command("reply", "WORDS", "Put down what the lead answered another way than in the record."),
    Command("replies", "", "What the lead answered."),
    Command("undo", "", "Take back the last thing done to it."),
    Command("redo", "", "Do again what was taken back."),
))  # fmt: skip

WRITING = Table(
    "Writing a part",
    "What you type goes into the part, line by line. An empty line ends it; a line that begins with a slash is a command.",
    (
        Command("cite", "LINE", "Let it stand on this line: its time goes in here."),
        Command("quote", "LINE", "The same, with the words of the line."),
        Command("ask", "", "What this part asks for, and how it may begin."),
        Command("evidence", "[starred]", "The lines it may stand on."),
        Command("undo", "", "Take back the last thing done to the draft."),
        Command("done", "", "End the part, as an empty line does."),
    ),
    keeps_words=True,
)

GATE = Table("The gate", "The one door out. What leaves is said here to the letter; nothing leaves before you say so.", (
    Command("hear", "", "What leaves, to the letter."),
    Command("parts", "", "Every paragraph with its number: what leaves, and what stays here."),
    Command("out", "NUMBER", "Leave a paragraph out."),
    Command("in", "NUMBER", "Take a paragraph in."),
    Command("edit", "NUMBER", "Other words for a paragraph, in this sharing only; 0 is the title."),
    Command("names", "", "Settle each name, one by one: keep it, its initial, or the role."),
    Command("changes", "", "What changed since it left last."),
    Command("share", "", "Put it into the lead's record, after one question."),
    Command("copy", "", "Put it on the clipboard."),
    Command("save", "FILE", "Write it into a file that ends in .docx, .pdf, .txt or .md."),
    Command("left", "", "Which ways it left before."),
))  # fmt: skip

FINDING = Table("What was found", "Numbers are those that were said last.", (
    Command("open", "NUMBER", "Open what has this number."),
    Command("more", "", "The next ones."),
))  # fmt: skip

PLACES = (TODAY, OBSERVE, READING, LEAD, FEEDBACK, WRITING, GATE, FINDING, EVERYWHERE)
"""Every table, in the order in which they are told."""

ELSEWHERE = {
    "cycle": "Cycles are read here, by read and a reference; they are planned and closed in the screens, by coachtui.",
    "cycles": "coachtui list cycles names them; read and a reference reads one. They are planned in the screens, by coachtui.",
    "conversations": "Plans are read here, by read and a reference; they are written in the screens, by coachtui.",
    "one-on-ones": "1:1s are read here, by read and a reference; they are prepared and held in the screens, by coachtui.",
    "teams": "coachtui list teams names them. A team is named with observe; its members come by coachtui import.",
    "bells": "Bell times are entered in the screens, by coachtui.",
    "calendar": "Days off are taken in by coachtui import, or entered in the screens.",
    "deadlines": "coachtui list deadlines names them; they are entered in the screens, by coachtui.",
    "import": "Files are taken in on the command line: coachtui import FILE.",
    "export": "Files are written on the command line: coachtui export REF. What was shared can be saved at the gate.",
    "backup": "Backups are made by themselves, and by coachtui backup on the command line.",
    "doctor": "coachtui doctor, on the command line, says whether everything is sound.",
    "together": "Together needs a screen that two can look at: it is done in the screens, by coachtui.",
    "themes": "Nothing is painted in the plain mode, so no theme is needed. coachtui shows the screens in any of them.",
    "settings": "Settings are rows of a small text file; coachtui where says where it is.",
    "spelling": "Spelling is looked at in the screens, by coachtui, or by an editor that the draft is saved for.",
    "purge": "coachtui purge, on the command line, does away for good with what is written about somebody.",
    "restore": "coachtui restore, on the command line, goes back to a backup.",
    "rehearse": "Rehearsals are timed in the screens, by coachtui.",
}
"""What can't be done in the plain mode, and where it can."""


def command_called(word: str, commands: Sequence[Command]) -> Found:
    """The command of this word, or the only one that begins so; else a sentence that says why there is none."""
    typed = word.casefold()
    fits = {each.word: each for each in commands if each.word.startswith(typed)}
    if typed in fits:
        return Found(fits[typed])
    if len(fits) == 1:
        return Found(next(iter(fits.values())))
    if fits:
        return Found(None, f"That may be {_either(list(fits))}. Type a little more of it.")
    if told := next((each for name, each in ELSEWHERE.items() if name == typed), ""):
        return Found(None, told)
    near = get_close_matches(typed, [each.word for each in commands], 1)
    return Found(
        None, f"There is no '{word[:40]}' here. {f'Did you mean {near[0]}? ' if near else ''}help says what there is."
    )


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
