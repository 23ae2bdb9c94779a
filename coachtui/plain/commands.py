"""What can be said in the plain mode: each command once, in the table of its place. Help and the docs are made from these."""

from coachtui.plain.command import Command, Table
from coachtui.wording import _

EVERYWHERE = Table(_("Everywhere"), _("These can be said in every place."), (
    Command("help", "[WORD]", _("What can be said here; with a word, what that one does.")),
    Command("where", "", _("Where you are, and what is open.")),
    Command("search", "WORDS", _("Where these words stand, anywhere in the notebook.")),
    Command("blank", "", _("Move what was said out of sight, and say nothing until Enter.")),
    Command("lock", "", _("Lock a notebook that has a passphrase, or ask for it where it is locked.")),
    Command("back", "", _("Go back to where you came from; nothing is ended.")),
    Command("today", "", _("Go to Today; an observation goes on.")),
    Command("quit", "", _("Close coachtui. Everything is saved already. Ctrl+D does the same.")),
))  # fmt: skip

TODAY = Table(
    _("Today"),
    _("What waits for you. A command is a word, or as many of its first letters as are no other's."),
    (
        Command("observe", "[TEAM]", _("Sit in on a meeting, or go on with the one that is open.")),
        Command("open", "NUMBER", _("Open a card, by the number that it was said with.")),
        Command("done", "NUMBER", _("Be done with a card; it comes back only for another reason.")),
        Command("later", "NUMBER", _("Put a card off until the morning of the next school day.")),
        Command("week", "NUMBER", _("Put a card off for a week.")),
        Command("end", "NUMBER", _("End an observation that was cut off, where it stopped.")),
        Command("undo", "", _("Take back the last thing done here. Ctrl+Z does the same.")),
        Command("redo", "", _("Do again what was taken back.")),
        Command("observations", "[NUMBER]", _("The newest observations, as many as you say, each with its reference.")),
        Command("leads", "", _("The leads you coach.")),
        Command("lead", "NAME", _("A lead's page: cycle, steps, what was seen.")),
        Command(
            "read",
            "REF",
            _("Read one thing by its reference: an observation, a cycle, a plan, a 1:1, an entry of a record."),
        ),
        Command("feedback", "[REF]", _("All feedback; or go to one, or to a new one on an observation.")),
        Command("share", "REF", _("Take an observation, feedback or a step to the gate.")),
        Command("sync", "", _("Deliver what waits for the record, and read back what leads wrote.")),
    ),
)

LINES = Table(
    _("The lines"),
    _("Of an observation that is written, or read. Without a number the last line is meant."),
    (
        Command(
            "lines",
            "[NUMBER, all, mine]",
            _("The last lines; all of them; or all with the words of your judgments."),
        ),
        Command("say", "[NUMBER]", _("One line in full, with how its time is known; a judgment, too.")),
        Command(
            "correct",
            "[NUMBER] [WORDS]",
            _("Other words for a line; all else of it stays. Alone, the line as it was typed."),
        ),
        Command("star", "[NUMBER]", _("Star a line, or take the star away.")),
        Command("code", "[NUMBER] CODE", _("Put a code on a line, or take it off.")),
        Command("who", "[NUMBER] NAME", _("Say who speaks in a line.")),
        Command("time", "[NUMBER] TIME", _("Set a line's time: 10:42, -3m, +30s, or ? where nobody knows it.")),
        Command("kind", "[NUMBER] KIND", _("Make a line evidence, a wondering or a judgment.")),
        Command("account", "[NUMBER] WORDS", _("Put what the lead says of a line beside it.")),
        Command("history", "[NUMBER]", _("What a line was before.")),
        Command("out", "[NUMBER]", _("Take a line out; undo brings it back.")),
        Command("hide", "[NUMBER]", _("Take a line in confidence: its words are said no more, and never leave.")),
        Command("discard", "[NUMBER]", _("Leave no trace of a line. Nothing brings it back, so you are asked.")),
        Command(
            "undo", "", _("Take back the last thing done to this observation. Ctrl+Z in an empty line does the same.")
        ),
        Command("redo", "", _("Do again what was taken back.")),
        Command("team", "[NAME]", _("Say whose meeting it is.")),
        Command("lead", "[NAME]", _("Say which lead you came to see.")),
        Command("watch", "[NAME]", _("What is watched for: name a framework.")),
        Command("began", "TIME", _("Say when the meeting began: 9:02. Every line keeps the time on the wall.")),
        Command("lookfors", "", _("The look-fors with their codes.")),
        Command("segments", "", _("Each segment, with its minutes and those planned.")),
        Command("summary", "", _("Minutes by segment, codes, talk, the starred lines.")),
    ),
)

OBSERVE = Table(
    _("Observe"),
    _(
        "What you type is filed, line by line, in the same grammar as in the screens, at the time of its first key. "
        "A line that begins with a slash is a command; two slashes file a line that begins with one. Nothing is ever refused."
    ),
    (
        Command("clock", "", _("How long the meeting takes so far, and the present segment.")),
        Command("agenda", "ITEMS", _("Plan the meeting: Norms 5; Data review 20.")),
        Command("next", "", _("Begin the next segment of the agenda.")),
        Command("mark", "CODE", _("Note that a look-for was seen now; one that lasts is started and stopped.")),
        Command("confide", "WORDS", _("File these words in confidence: they are never said again, and never leave.")),
        Command("seen", "[NUMBER]", _("The lead's steps; with a number, that one was seen now.")),
        Command("pause", "", _("Pause the meeting, or go on.")),
        Command("end", "", _("End the observation. Then three short questions.")),
        Command("new", "", _("End this observation without questions, and be ready for the next meeting.")),
        *LINES.commands,
    ),
    keeps_words=True,
)

READING = Table(_("Reading"), _("One observation of the past."), (
    Command("triage", "", _("Go through the starred lines, and the evidence without a code.")),
    Command("closing", "", _("Three short questions: a strength, an idea for a step, a question.")),
    Command("feedback", "", _("Draft feedback for the lead from these lines, or go on with it.")),
    Command("share", "", _("Go to the gate, where you hear to the letter what leaves.")),
    *LINES.commands,
))  # fmt: skip

LEAD = Table(_("A lead"), _("The page of one lead. Numbers are those that were said last."), (
    Command("page", "", _("The page, again.")),
    Command("steps", "", _("Every step on its way, each with a number.")),
    Command("agreed", "NUMBER", _("The lead has said the step back: it is agreed.")),
    Command("practised", "NUMBER", _("It was practised.")),
    Command("tried", "NUMBER", _("The lead tried it.")),
    Command("seen", "NUMBER", _("It was seen.")),
    Command("mastered", "NUMBER", _("It is the lead's own now.")),
    Command("dropped", "NUMBER", _("Let go of it.")),
    Command("observations", "", _("The observations of this lead, each with a number.")),
    Command("read", "NUMBER", _("Read the observation, or the step, of this number.")),
    Command("feedback", "NUMBER", _("Draft feedback on the observation of this number.")),
    Command("share", "NUMBER", _("Take what has this number to the gate.")),
    Command("record", "", _("What the lead sees, and what the lead wrote beside it.")),
    Command("undo", "", _("Take back the last thing done to this lead's steps.")),
    Command("redo", "", _("Do again what was taken back.")),
))  # fmt: skip

FEEDBACK = Table(
    _("Feedback"),
    _("A draft in its shape, part by part. Each line is kept as you press Enter."),
    (
        Command("hear", "", _("The whole draft.")),
        Command("parts", "", _("The parts of its shape, each with a number and how many words it has.")),
        Command(
            "write", "NUMBER", _("Write a part: what is there is said, and your lines go below it. An empty line ends.")
        ),
        Command("rewrite", "NUMBER", _("Write a part anew: what was there is taken out first. undo brings it back.")),
        Command("evidence", "[starred]", _("The lines it may stand on, each with its number.")),
        Command("cite", "LINE PART", _("Let a part stand on a line: its time goes behind what is written there.")),
        Command("quote", "LINE PART", _("The same, with the words of the line.")),
        Command("advice", "", _("What is worth a thought, sentence by sentence. It never keeps you from anything.")),
        Command("why", "NUMBER", _("Why a piece of advice is given.")),
        Command(
            "aside", "NUMBER", _("Put a piece of advice aside for this draft; or take a corrected line as it is now.")
        ),
        Command("shape", "[NAME]", _("The shapes there are; with a name, go on in that one.")),
        Command("ready", "", _("Say that it is ready, or a draft again.")),
        Command("share", "", _("Go to the gate with it.")),
        Command("talked", "", _("It was talked through with the lead: its step is agreed.")),
        Command("followed", "", _("It is followed up.")),
        Command("reply", "WORDS", _("Put down what the lead answered another way than in the record.")),
        Command("replies", "", _("What the lead answered.")),
        Command("undo", "", _("Take back the last thing done to it.")),
        Command("redo", "", _("Do again what was taken back.")),
    ),
)

WRITING = Table(
    _("Writing a part"),
    _(
        "What you type goes into the part, line by line. An empty line ends it; a line that begins with a slash is a command."
    ),
    (
        Command("cite", "LINE", _("Let it stand on this line: its time goes in here.")),
        Command("quote", "LINE", _("The same, with the words of the line.")),
        Command("ask", "", _("What this part asks for, and how it may begin.")),
        Command("evidence", "[starred]", _("The lines it may stand on.")),
        Command("undo", "", _("Take back the last thing done to the draft.")),
        Command("done", "", _("End the part, as an empty line does.")),
    ),
    keeps_words=True,
)

GATE = Table(
    _("The gate"),
    _("The one door out. What leaves is said here to the letter; nothing leaves before you say so."),
    (
        Command("hear", "", _("What leaves, to the letter.")),
        Command("parts", "", _("Every paragraph with its number: what leaves, and what stays here.")),
        Command("out", "NUMBER", _("Leave a paragraph out.")),
        Command("in", "NUMBER", _("Take a paragraph in.")),
        Command("edit", "NUMBER", _("Other words for a paragraph, in this sharing only; 0 is the title.")),
        Command("names", "", _("Settle each name, one by one: keep it, its initial, or the role.")),
        Command("changes", "", _("What changed since it left last.")),
        Command("share", "", _("Put it into the lead's record, after one question.")),
        Command("copy", "", _("Put it on the clipboard.")),
        Command("save", "FILE", _("Write it into a file that ends in .docx, .pdf, .txt or .md.")),
        Command("left", "", _("Which ways it left before.")),
    ),
)

FINDING = Table(_("What was found"), _("Numbers are those that were said last."), (
    Command("open", "NUMBER", _("Open what has this number.")),
    Command("more", "", _("The next ones.")),
))  # fmt: skip

PLACES = (TODAY, OBSERVE, READING, LEAD, FEEDBACK, WRITING, GATE, FINDING, EVERYWHERE)
"""Every table, in the order in which they are told."""
