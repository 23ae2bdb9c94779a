"""What of a feedback may go into a lead's record: the words of the draft, part by part, and nothing else."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from coachtui.model.citation import marks_in
from coachtui.model.dates import short_names_in
from coachtui.model.feedback import Feedback
from coachtui.model.feedback_parts import Part, parts_of
from coachtui.model.feedback_shape import FeedbackShape
from coachtui.model.summarizing import day_words
from coachtui.model.summary import Paragraph, Summary
from coachtui.wording import _

_BULLET = re.compile(r"^[-*+•–—][ \t]+")


def feedback_summary(
    feedback: Feedback, shape: FeedbackShape, team: str | None, day: date, marks: Iterable[str] = ()
) -> Summary:
    """A paragraph for each line of the draft that holds words; `team` and `day` are those of the meeting.

    `marks` are those of the lines that were carried over: a paragraph says which of them it names.
    """
    title = _("Feedback on {team}").format(team=team) if team else _("Feedback")
    rows = [
        row._replace(key=key, source_id=feedback.id)
        for row, key in _with_keys(_rows(feedback.text, shape, tuple(marks)))
    ]
    plain = " ".join([team or "", *(part.heading for part in shape.parts)])
    known = frozenset(plain.casefold().split()) | short_names_in(feedback.text)
    return Summary("feedback", feedback.id, feedback.lead, f"{title}, {day_words(day)}", day, tuple(rows),
                   known_words=known)  # fmt: skip


def _with_keys(rows: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, str]]:
    """Each with a key made of its words: what was decided of one is never taken for another, whatever is written since."""
    seen: Counter[str] = Counter()
    for row in rows:
        hashed = hashlib.sha256(f"{row.heading}\n{row.words}".encode()).hexdigest()[:16]
        seen[hashed] += 1
        yield row, hashed if seen[hashed] == 1 else f"{hashed}-{seen[hashed]}"


def _rows(text: str, shape: FeedbackShape, marks: tuple[str, ...]) -> Iterator[Paragraph]:
    """The lines of every part; one whose heading stands on the same line keeps that, under the heading before it."""
    inline = {part.heading for part in shape.parts if part.inline}
    over = ""
    for part in parts_of(text, shape):
        over = over if part.heading in inline else part.heading
        lead_in = f"{part.heading}: " if part.heading in inline else ""
        for line in _lines(part):
            words = _BULLET.sub("", line)
            cited = sorted(marks_in(words, marks).items(), key=lambda each: each[1])
            yield Paragraph("", lead_in + words, _source(part.heading, [mark for mark, __ in cited]),
                            is_item=not lead_in and words != line, heading=over)  # fmt: skip
            lead_in = ""


def _lines(part: Part) -> list[str]:
    return [line for each in part.words.split("\n") if (line := " ".join(each.split()))]


def _source(heading: str, cited: list[str]) -> str:
    """Where it is from: your draft, What worked; cites 9:14."""
    where = _("your draft, {heading}").format(heading=heading) if heading else _("your draft")
    return _("{where}; cites {cited}").format(where=where, cited=", ".join(cited)) if cited else where
