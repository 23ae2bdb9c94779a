"""Reading an archive back: every field is checked before anything of it is believed.

pydantic does the checking, and costs more to import than everything else here: this file is imported when a
file comes in, never before.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationError, model_validator

from coachtui.model.account import Account
from coachtui.model.clean import clean_line
from coachtui.model.line import Kind, Line, Provenance, Visibility
from coachtui.model.observation import Observation, ref_for
from coachtui.model.span import Span
from coachtui.model.whole import Whole
from coachtui.sharing.archive import ONE, SEVERAL, VERSION, utc_ms_of
from coachtui.sharing.archive_fields import (
    LONGEST_TEXT,
    AccountIn,
    Checked,
    ClosingIn,
    Code,
    DraftIn,
    GapIn,
    Id,
    MomentIn,
    Name,
    Offset,
    PlannedIn,
    SpanIn,
    Utc,
)
from coachtui.sharing.errors import SharingError
from coachtui.sharing.transcript import MOST_LINES
from coachtui.wording import _

_ODD = _("holds what can't stand there")
_CHANGED = _("It was changed or damaged since coachtui wrote it; export it again")


class _LineIn(Checked):
    id: Id
    place: Annotated[int, Field(ge=1, le=10_000_000)]
    at_ms: Offset | None
    about: bool
    provenance: Literal["live", "added", "memory", "imported"]
    kind: Literal["evidence", "wondering", "judgment", "in confidence", "segment"]
    speaker: Name | None
    text: Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(clean_line)]
    codes: Annotated[list[Code], Field(max_length=MOST_LINES)]
    starred: bool
    visibility: Literal["mine", "shareable", "shared"]
    minutes: Annotated[int, Field(ge=0, le=100_000)] | None

    def line(self, observation_id: str) -> Line:
        return Line(
            id=self.id,
            observation=observation_id,
            place=self.place,
            at_ms=self.at_ms,
            about=self.about,
            provenance=Provenance(self.provenance),
            kind=Kind(self.kind),
            speaker=self.speaker,
            text=self.text,
            codes=tuple(self.codes),
            starred=self.starred,
            visibility=Visibility(self.visibility),
            minutes=self.minutes,
        )


class _ObservationIn(Checked):
    id: Id
    ref: str
    team: Name | None
    lead: Name | None
    anchor: MomentIn
    zone: Annotated[str, Field(pattern=r"^[A-Za-z0-9_+/-]{1,80}$")]
    ended: Utc | None
    source: Annotated[str, Field(max_length=2000), AfterValidator(clean_line)] | None
    framework: Annotated[str, Field(max_length=200), AfterValidator(clean_line)] | None
    paused_ms: Offset | None
    lines: Annotated[list[_LineIn], Field(max_length=MOST_LINES)]
    gaps: Annotated[list[GapIn], Field(max_length=10_000)]
    spans: Annotated[list[SpanIn], Field(max_length=100_000)]
    agenda: Annotated[list[PlannedIn], Field(max_length=1000)]
    accounts: Annotated[list[AccountIn], Field(max_length=MOST_LINES)]
    closing: ClosingIn | None
    draft: DraftIn | None

    @model_validator(mode="after")
    def _hangs_together(self) -> "_ObservationIn":
        if self.ref != ref_for(self.id):
            raise ValueError(_("has a 'ref' that does not belong to its 'id'"))
        if self.paused_ms is not None and self.ended is not None:
            raise ValueError(_("has ended, so its 'paused_ms' can't be there"))
        if len({line.place for line in self.lines}) < len(self.lines):
            raise ValueError(_("has two lines with the same 'place'"))
        if len({line.id for line in self.lines}) < len(self.lines):
            raise ValueError(_("has two lines with the same 'id'"))
        if not {account.line for account in self.accounts} <= {line.id for line in self.lines}:
            raise ValueError(_("has an account of a line that is not in it"))
        return self

    def whole(self) -> Whole:
        lines = [line.line(self.id) for line in sorted(self.lines, key=lambda line: line.place)]
        observation = Observation(
            id=self.id,
            ref=self.ref,
            team=self.team,
            lead=self.lead,
            anchor=self.anchor.moment(),
            zone=self.zone,
            ended_utc_ms=None if self.ended is None else utc_ms_of(self.ended),
            source=self.source,
            lines=len(lines),
            framework=self.framework,
            paused_ms=self.paused_ms,
        )
        return Whole(
            observation,
            lines,
            [gap.gap() for gap in self.gaps],
            None if self.draft is None else self.draft.draft(self.id),
            [Span("", self.id, span.code, span.from_ms, span.to_ms) for span in self.spans],
            tuple(item.planned() for item in self.agenda),
            [Account("", account.line, account.words, utc_ms_of(account.at)) for account in self.accounts],
            None if self.closing is None else self.closing.closing(),
        )


class _OneIn(_ObservationIn):
    format: Literal["coachtui observation"]
    version: Literal[1]


class _SeveralIn(Checked):
    format: Literal["coachtui observations"]
    version: Literal[1]
    observations: Annotated[list[_ObservationIn], Field(min_length=1, max_length=100_000)]


def is_archive(value: dict[str, Any]) -> bool:
    """Whether this says of itself that it is an archive of ours."""
    return value.get("format") in (ONE, SEVERAL)


def read_archive(value: dict[str, Any]) -> list[Whole]:
    """The observations of an archive. Raises SharingError, with a sentence that names where it goes wrong."""
    version = value.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise SharingError(_("'version' should be a whole number. {changed}").format(changed=_CHANGED))
    if version > VERSION:
        raise SharingError(_("it was written by a newer coachtui. Update coachtui, then import it again"))
    try:
        if value["format"] == ONE:
            return [_OneIn.model_validate(value).whole()]
        found = [item.whole() for item in _SeveralIn.model_validate(value).observations]
    except ValidationError as fault:
        raise SharingError(f"{where_it_fails(fault)}. {_CHANGED}") from None
    _see_that_none_is_twice(found)
    return found


def _see_that_none_is_twice(wholes: list[Whole]) -> None:
    if len({whole.observation.id for whole in wholes}) < len(wholes):
        raise SharingError(_("two of its observations have the same 'id'. {changed}").format(changed=_CHANGED))
    ids = [line.id for whole in wholes for line in whole.lines]
    if len(set(ids)) < len(ids):
        raise SharingError(_("two of its lines have the same 'id'. {changed}").format(changed=_CHANGED))


_REASONS = {
    "missing": _("is missing"),
    "extra_forbidden": _("is no field of an export"),
    "string_type": _("should be text"),
    "string_unicode": _("should be text"),
    "string_pattern_mismatch": _("is not written as it should be"),
    "string_too_long": _("is too long"),
    "string_too_short": _("is empty"),
    "int_type": _("should be a whole number"),
    "int_from_float": _("should be a whole number"),
    "float_type": _("should be a number"),
    "greater_than_equal": _("is too small"),
    "less_than_equal": _("is too large"),
    "bool_type": _("should be true or false"),
    "list_type": _("should be a list"),
    "too_long": _("has too much in it"),
    "too_short": _("is empty"),
    "dict_type": _("should be a set of fields"),
    "model_type": _("should be a set of fields"),
}


def where_it_fails(fault: ValidationError) -> str:
    """The first fault that pydantic found, in plain words: the end of a sentence, never the text that stands there."""
    first = fault.errors(include_url=False, include_input=False, include_context=False)[0]
    reason = _REASONS.get(first["type"], _ODD)
    if first["type"] == "value_error":
        reason = first["msg"].removeprefix("Value error, ")
    steps: list[str] = []
    for part in first["loc"]:
        if isinstance(part, int):
            steps[-1] += f" {part + 1}"
        else:
            steps.append(f"'{part[:60]}'")
    if not steps:
        return _("the observation {reason}").format(reason=reason)
    where = _("in {steps}, ").format(steps=", ".join(steps[:-1])) if steps[1:] else ""
    return f"{where}{steps[-1]} {reason}"
