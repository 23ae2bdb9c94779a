"""The summary of an observation: minutes by segment, codes, talk, and the lines by look-for."""

from collections.abc import Iterator

from coachtui.model.agenda import segments_of
from coachtui.model.framework import Framework
from coachtui.model.line import Kind, Line
from coachtui.model.tally import Tally
from coachtui.model.timing import clock_text
from coachtui.model.whole import Whole
from coachtui.wording import Noun, _

Part = tuple[str, list[str]]


def summary_of(whole: Whole, framework: Framework | None) -> Iterator[Part]:
    """The parts of the page, each a heading and its rows; a part with nothing in it is left out."""
    parts = (
        (_("Minutes by segment"), _segments(whole)),
        (_("Closing words"), _closing(whole)),
        (_("Codes"), _codes(whole, framework)),
        (_("Talk, as it was written down; no share is an aim"), _talk(whole)),
        *_by_look_for(whole, framework),
        (_("Starred"), [_row(whole, line) for line in whole.lines if line.starred]),
    )
    found = [(heading, rows) for heading, rows in parts if rows]
    yield from found or [(_("Nothing to sum up yet"), [_("No segments, codes or stars stand in this observation.")])]


def _segments(whole: Whole) -> list[str]:
    rows: list[str] = []
    for segment in segments_of(whole.lines, _length_ms(whole)):
        planned = "" if segment.minutes is None else _(" of {minutes}").format(minutes=segment.minutes)
        rows.append(
            _("{n}{planned} min  {title}").format(
                n=f"{segment.actual_ms // 60_000:>3}", planned=planned, title=segment.title
            )
        )
    return rows


def _length_ms(whole: Whole) -> int:
    found = whole.observation
    if found.ended_utc_ms is not None:
        return found.ended_utc_ms - found.anchor.utc_ms
    return max((line.at_ms or 0 for line in whole.lines), default=0)


def _closing(whole: Whole) -> list[str]:
    closing = whole.closing
    if closing is None:
        return []
    named = (
        (_("Strength"), closing.strength),
        (_("Idea for a step"), closing.step_idea),
        (_("Question"), closing.question),
    )
    return [f"{name}: {words}" for name, words in named if words]


def _codes(whole: Whole, framework: Framework | None) -> list[str]:
    counts: dict[str, int] = {}
    for line in whole.lines:
        for code in line.codes:
            counts[code] = counts.get(code, 0) + 1
    rows = [
        f"{count:>3}  {_named(code, framework)}"
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    lasted: dict[str, int] = {}
    for span in whole.spans:
        lasted[span.code] = lasted.get(span.code, 0) + max(0, (span.to_ms or _length_ms(whole)) - span.from_ms)
    return rows + [
        _("{n} min  {code}").format(n=f"{ms // 60_000:>3}", code=_named(code, framework)) for code, ms in lasted.items()
    ]


def _named(code: str, framework: Framework | None) -> str:
    look_for = None if framework is None else framework.called(code)
    return f"#{code}" if look_for is None else f"#{code} {look_for.name}"


_TURNS = Noun("{n} turn", "{n} turns")


def _talk(whole: Whole) -> list[str]:
    return [f"{voice.speaker}: {_TURNS.of(voice.turns)}, {voice.share:.0%}" for voice in Tally(whole.lines).voices()]


def _by_look_for(whole: Whole, framework: Framework | None) -> Iterator[Part]:
    codes = list(dict.fromkeys(code for line in whole.lines for code in line.codes))
    order = [look_for.code for look_for in framework.look_fors] if framework else []
    for code in sorted(codes, key=lambda code: (order.index(code) if code in order else len(order), code)):
        yield _named(code, framework), [_row(whole, line) for line in whole.lines if code in line.codes]


def _row(whole: Whole, line: Line) -> str:
    """A line in brief; of one in confidence only its time."""
    observation = whole.observation
    time = "  ?" if line.at_ms is None else clock_text(observation.anchor.utc_ms + line.at_ms, observation.zone)
    if line.kind is Kind.IN_CONFIDENCE:
        return _("{time}  in confidence").format(time=time)
    return f"{time}  {line.speaker + ': ' if line.speaker else ''}{line.text or _('seen')}"
