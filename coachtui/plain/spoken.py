"""How lines, times and days are said: in commas, with the number by which a line is named."""

from coachtui.model.agenda import Segment
from coachtui.model.line import Kind, Line, Provenance
from coachtui.model.observation import Observation
from coachtui.model.timing import clock_text
from coachtui.model.told import COVERED, day_text
from coachtui.wording import _, _t, counted

_KNOWN = {
    Provenance.LIVE: _("as it happened"),
    Provenance.ADDED: _("time given afterwards"),
    Provenance.MEMORY: _("from memory"),
    Provenance.IMPORTED: _("taken in from elsewhere"),
}


def time_words(line: Line, observation: Observation) -> str:
    """When a line was: 10:39, about 10:39, time unknown."""
    if line.at_ms is None:
        return _("time unknown")
    time = clock_text(observation.anchor.utc_ms + line.at_ms, observation.zone)
    return _("about {time}").format(time=time) if line.about else time


def line_words(line: Line, observation: Observation, *, is_open: bool = False) -> str:
    """A line as it is said: 3. 10:39, Maria: good morning. TM3.

    Of a judgment only that there is one, unless it was asked for; of a line in confidence never more.
    """
    when = f"{line.place}. {time_words(line, observation)}"
    if line.kind is Kind.IN_CONFIDENCE:
        return _("{when}, in confidence.").format(when=when)
    if line.kind is Kind.JUDGMENT and not is_open:
        return f"{when}, {COVERED}." + (_(" Starred.") if line.starred else "")
    kind = "" if line.kind is Kind.EVIDENCE else f", {_t(line.kind.value)}"
    who = f", {line.speaker}" if line.speaker else ""
    planned = (
        ""
        if line.minutes is None
        else _(" {number} planned.").format(number=counted(line.minutes, "{n} minute", "{n} minutes"))
    )
    codes = f" {', '.join(line.codes)}." if line.codes else ""
    text = f": {ended(line.text)}" if line.text else _(": seen.")
    return f"{when}{kind}{who}{text}{planned}{codes}" + (_(" Starred.") if line.starred else "")


def full_words(line: Line, observation: Observation) -> str:
    """A line in full: also how its time is known, and whether it may leave."""
    if line.kind is Kind.IN_CONFIDENCE:
        return line_words(line, observation)
    may = _("may be shared") if line.visibility != "mine" else _("only on this computer")
    return f"{line_words(line, observation, is_open=True)} {_KNOWN[line.provenance].capitalize()}; {may}."


def ended(text: str) -> str:
    """The text with an end that is heard: a full stop where it has none."""
    return text if text.rstrip("\"'”’»)")[-1:] in tuple(".!?…") else f"{text}."


def observation_words(found: Observation) -> str:
    """An observation in a row: its reference, its day, whose it is, how long it is."""
    day, time = day_text(found.anchor.utc_ms, found.zone), clock_text(found.anchor.utc_ms, found.zone)
    who = ", ".join(each for each in (found.team, found.lead) if each) or _("team not named")
    state = "" if found.state == "ended" else _(", not ended")
    return f"{found.ref}, {day}, {time}, {who}, {counted(found.lines, '{n} line', '{n} lines')}{state}."


def segment_words(segment: Segment) -> str:
    """A segment with its minutes and those planned."""
    minutes = counted(segment.actual_ms // 60_000, "{n} minute", "{n} minutes")
    return f"{segment.title}: {minutes}" + (
        "." if segment.minutes is None else _(" of {minutes} planned.").format(minutes=segment.minutes)
    )
