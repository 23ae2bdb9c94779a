"""Evidence: the lines of an observation as a draft draws on them, and which of them are looked at."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coachtui.model.line import Kind, Line


class EvidenceLine(NamedTuple):
    """A line, and the id of the line that began its segment; None before the first one."""

    line: Line
    segment: str | None


class Filter(NamedTuple):
    """Which lines are looked at: those for which all of this holds; None is any."""

    starred: bool = False
    code: str | None = None
    speaker: str | None = None
    segment: str | None = None

    def passes(self, each: EvidenceLine) -> bool:
        """Whether a line is looked at; a segment's own line is where its lines are."""
        line = each.line
        if self.segment is not None and each.segment != self.segment:
            return False
        if line.kind is Kind.SEGMENT:
            return True
        return (
            (not self.starred or line.starred)
            and (self.code is None or self.code in line.codes)
            and (self.speaker is None or line.speaker == self.speaker)
        )


EVERYTHING = Filter()


def evidence_of(lines: Iterable[Line]) -> list[EvidenceLine]:
    """The lines in the order of entry; what is in confidence is in no draft, and not here either."""
    found: list[EvidenceLine] = []
    segment: str | None = None
    for line in lines:
        if line.kind is Kind.SEGMENT:
            segment = line.id
        if line.kind is not Kind.IN_CONFIDENCE:
            found.append(EvidenceLine(line, segment))
    return found


def looked_at(evidence: Sequence[EvidenceLine], wanted: Filter) -> list[EvidenceLine]:
    """The lines for which the filter holds; of the segments those that have one, or all where nothing is filtered."""
    if wanted == EVERYTHING:
        return list(evidence)
    passing = [each for each in evidence if wanted.passes(each)]
    with_lines = {each.segment for each in passing if each.line.kind is not Kind.SEGMENT}
    return [each for each in passing if each.line.kind is not Kind.SEGMENT or each.line.id in with_lines]


def has_star(evidence: Iterable[EvidenceLine]) -> bool:
    """Whether any of the lines is starred."""
    return any(each.line.starred for each in evidence)


def may_be_cited(line: Line) -> bool:
    """Whether feedback may stand on a line: only on what was seen and heard."""
    return line.kind is Kind.EVIDENCE


def codes_of(evidence: Iterable[EvidenceLine]) -> list[str]:
    """The codes on the lines, the one that is on most of them first."""
    counts = Counter(code for each in evidence for code in each.line.codes)
    return [code for code, _ in counts.most_common()]


def speakers_of(evidence: Iterable[EvidenceLine]) -> list[str]:
    """Who speaks in the lines, who does in most of them first."""
    counts = Counter(each.line.speaker for each in evidence if each.line.speaker)
    return [speaker for speaker, _ in counts.most_common()]


def segments_in(evidence: Iterable[EvidenceLine]) -> list[Line]:
    """The lines that began a segment."""
    return [each.line for each in evidence if each.line.kind is Kind.SEGMENT]


def next_of(choices: Sequence[str], now: str | None) -> str | None:
    """The choice after this one, the first after none, none after the last."""
    place = choices.index(now) + 1 if now in choices else 0
    return choices[place] if place < len(choices) else None


def nearest(lines: Iterable[Line], at_ms: int) -> Line | None:
    """The line whose time is nearest to this; None where the time of none is known."""
    timed = [line for line in lines if line.at_ms is not None and line.kind is not Kind.SEGMENT]
    return min(timed, key=lambda line: abs((line.at_ms or 0) - at_ms), default=None)
