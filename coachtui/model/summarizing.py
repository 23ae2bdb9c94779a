"""What of each thing may go into a lead's record: summaries made from shareable parts alone."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from coachtui.model.agenda import segments_of
from coachtui.model.calendar_words import whole_day
from coachtui.model.clean import clean_lines
from coachtui.model.cycle import Cycle
from coachtui.model.framework import Framework
from coachtui.model.line import Kind, Line, Visibility
from coachtui.model.step import Step
from coachtui.model.summary import EntryKind, LeftOut, Paragraph, Summary
from coachtui.model.timing import clock_text, local_time
from coachtui.model.whole import Whole
from coachtui.wording import _, _t

CLOSING_NAMES = (_("A strength"), _("An idea for a step"), _("A question"))


def day_words(day: date) -> str:
    """A day as it is written in a record: Monday, March 9, 2026."""
    return whole_day(day)


def observation_summary(whole: Whole, lead: str, framework: Framework | None = None) -> Summary:
    """Of an observation: shareable evidence, minutes by segment, look-fors; the closing words only if they are chosen.

    `lead` is the id of the lead whose record it is for.
    """
    found = whole.observation
    day = local_time(found.anchor.utc_ms, found.zone).date()
    evidence = [line for line in whole.shareable().lines if line.text]
    paragraphs = (*_minutes(whole), *(_evidence(line, whole) for line in evidence), *_look_fors(whole, framework),
                  *_closing(whole))  # fmt: skip
    named = [found.team or "", *(segment.text for segment in whole.lines if segment.kind is Kind.SEGMENT)]
    named += [look_for.name for look_for in framework.look_fors] if framework else []
    title = _("Observation of {team}").format(team=found.team) if found.team else _("Observation")
    return Summary("observation", found.id, lead, f"{title}, {day_words(day)}", day, paragraphs, _left_out(whole.lines),
                   _capitals(named))  # fmt: skip


def _left_out(lines: Iterable[Line]) -> LeftOut:
    kept_back = [line for line in lines if line.visibility is Visibility.MINE and line.kind is not Kind.SEGMENT]
    in_confidence = sum(line.kind is Kind.IN_CONFIDENCE for line in kept_back)
    return LeftOut(len(kept_back) - in_confidence, in_confidence)


def _evidence(line: Line, whole: Whole) -> Paragraph:
    """A line as it was filed: its time, who spoke, the words, the codes."""
    found = whole.observation
    time = "" if line.at_ms is None else clock_text(found.anchor.utc_ms + line.at_ms, found.zone)
    if time and line.about:
        time = _("about {time}").format(time=time)
    words = " ".join([line.text, *(f"#{code}" for code in line.codes)])
    source = _("evidence, {time}").format(time=time) if time else _("evidence, no time")
    return Paragraph(line.id, words, source, line.speaker or "", time, is_item=True, source_id=line.id)


def _minutes(whole: Whole) -> Iterator[Paragraph]:
    """How long each segment took, and was planned to take."""
    found = whole.observation
    end_ms = max((line.at_ms or 0 for line in whole.lines), default=0)
    if found.ended_utc_ms is not None:
        end_ms = found.ended_utc_ms - found.anchor.utc_ms
    rows = [
        f"{segment.title} {segment.actual_ms // 60_000}"
        + (_(" of {minutes}").format(minutes=segment.minutes) if segment.minutes else "")
        for segment in segments_of(whole.lines, end_ms)
        if segment.title
    ]
    if rows:
        yield Paragraph(
            "minutes", _("Minutes: {rows}.").format(rows=", ".join(rows)), _("the segments"), source_id=found.id
        )


def _look_fors(whole: Whole, framework: Framework | None) -> Iterator[Paragraph]:
    """How often each look-for was seen, counted from what may leave alone."""
    counts = Counter(code for line in whole.shareable().lines for code in line.codes)
    rows = [f"{_named(code, framework)} {count}" for code, count in sorted(counts.items(), key=lambda one: -one[1])]
    if rows:
        yield Paragraph("look-fors", _("Seen: {rows}.").format(rows=', '.join(rows)), _("the codes"),
                        source_id=whole.observation.id)  # fmt: skip


def _named(code: str, framework: Framework | None) -> str:
    look_for = framework.called(code) if framework else None
    return f"#{code} ({look_for.name})" if look_for else f"#{code}"


def _closing(whole: Whole) -> Iterator[Paragraph]:
    """The closing words: they are the person's own, and stay unless each is chosen."""
    for key, name, words in zip(
        ("strength", "step_idea", "question"), CLOSING_NAMES, whole.closing or (), strict=False
    ):
        if words:
            yield Paragraph(
                key, f"{name}: {words}", _("your closing words"), goes=False, source_id=whole.observation.id
            )


def intention_summary(cycle: Cycle, day: date) -> Summary:
    """Of a cycle: its goal, how it is measured, where it stood and is to stand."""
    fields = ((_("Goal"), cycle.goal), (_("Measured by"), cycle.measure), (_("Where it stands now"), cycle.baseline),
              (_("Seen and heard"), cycle.moment), (_("Where it is to stand"), cycle.target))  # fmt: skip
    rows = [*fields, (_("Chosen together"), _day_or_none(cycle.agreed_on)), (_("From"), _day_or_none(cycle.starts_on)),
            (_("To"), _day_or_none(cycle.last_day))]  # fmt: skip
    return _of_fields("intention", cycle.id, cycle.lead, _("The intention of this cycle"), cycle.agreed_on or day, rows,
                      _("the intention"))  # fmt: skip


def reflection_summary(cycle: Cycle, day: date) -> Summary:
    """Of a cycle's end, once both reflections are in: what each wrote, and the verdict. Before that, nothing."""
    both = cycle.lead_reflected_on is not None and cycle.my_reflected_on is not None
    rows = [(_("The lead"), cycle.lead_reflection), (_("The principal"), cycle.my_reflection)] if both else []
    if cycle.verdict is not None:
        rows.append((_("Was the goal met?"), f"{_t(cycle.verdict)}. {cycle.verdict_because}".strip()))
    rows.append((_("Next"), cycle.next_goal))
    return _of_fields("reflection", cycle.id, cycle.lead, _("The reflection on this cycle"), cycle.closed_on or day, rows,
                      _("the reflection"))  # fmt: skip


def step_summary(step: Step, day: date) -> Summary:
    """Of a step: what will be done, by when, how we will know, how it is rehearsed."""
    rows = [
        (_("Step"), step.words),
        (_("By"), _day_or_none(step.by_when)),
        (_("How we will know"), step.looks_like),
        (_("How it is rehearsed"), step.practice),
        (_("We look at it again"), _day_or_none(step.check_back)),
    ]
    return _of_fields("step", step.id, step.lead, _("A step"), step.agreed_on or day, rows, _("the step"))


def one_on_one_summary(about: str, lead: str, day: date, items: Sequence[str], decision: str | None) -> Summary:
    """Of a 1:1: what was talked about and decided, in words that the caller knows not to be private."""
    rows = [Paragraph(f"item-{place}", words, _("the agenda"), is_item=True, source_id=about)
            for place, item in enumerate(items, 1) for words in [" ".join(clean_lines(item))] if words]  # fmt: skip
    last = [Paragraph("decision", _decided(decision), _("the decision"),
                      source_id=about)]  # fmt: skip
    return Summary("1:1", about, lead, f"1:1, {day_words(day)}", day, (*rows, *last))


def _decided(decision: str | None) -> str:
    if not decision:
        return _("Decided: nothing this time.")
    return _("Decided: {decision}.").format(decision=decision.removesuffix("."))


def _of_fields(kind: EntryKind, about: str, lead: str, title: str, day: date, rows: Iterable[tuple[str, str]],
               source: str) -> Summary:  # fmt: skip
    """A summary with a paragraph for each named field that holds words."""
    paragraphs = tuple(
        Paragraph(
            name.casefold(),
            f"{name}{'' if name.endswith('?') else ':'} {' '.join(clean_lines(words))}",
            source,
            source_id=about,
        )
        for name, words in rows
        if words.strip()
    )
    return Summary(kind, about, lead, f"{title}, {day_words(day)}", day, paragraphs)


def _day_or_none(day: date | None) -> str:
    return "" if day is None else day_words(day)


def _capitals(names: Iterable[str]) -> frozenset[str]:
    """The words of these names, as they may stand in a text without being anybody's name."""
    return frozenset(word.casefold() for name in names for word in name.split())


def cycle_on(cycles: Iterable[Cycle], day: date) -> Cycle | None:
    """The cycle that a day falls into, the newest where there are more; one that goes on has no last day yet."""
    for cycle in reversed(list(cycles)):
        last = cycle.closed_on or (None if cycle.is_open else cycle.last_day)
        if cycle.starts_on is not None and cycle.starts_on <= day and (last is None or day <= last):
            return cycle
    return None
