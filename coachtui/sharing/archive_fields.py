"""The fields of an archive, each with what it may hold, and the smaller parts of an observation."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from coachtui.model.agenda import Planned
from coachtui.model.clean import clean, clean_line
from coachtui.model.closing import Closing
from coachtui.model.draft import Draft
from coachtui.model.moment import Moment
from coachtui.model.observation import Gap
from coachtui.sharing.archive import utc_ms_of
from coachtui.wording import _

LONGEST_TEXT = 1_000_000  # characters
_CENTURY = 100 * 366 * 24 * 60 * 60 * 1000  # milliseconds


def _a_time(text: str) -> str:
    try:
        utc_ms_of(text)
    except ValueError:
        raise ValueError(_("is not a time that exists")) from None
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError(_("is blank"))
    return text


Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,80}$")]
_UTC = r"^(1[89]|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$"
Utc = Annotated[str, Field(pattern=_UTC), AfterValidator(_a_time)]
Offset = Annotated[int, Field(ge=-_CENTURY, le=_CENTURY)]
Name = Annotated[str, Field(max_length=10_000), AfterValidator(clean_line), AfterValidator(_not_blank)]
Code = Annotated[str, Field(max_length=100), AfterValidator(clean_line), AfterValidator(_not_blank)]


class Checked(BaseModel):
    """Exact types and no unknown fields: a file that was changed by hand should say so, not be guessed at."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class MomentIn(Checked):
    """A reading of the clock."""

    utc: Utc
    boot_ms: Annotated[int, Field(ge=-_CENTURY, le=_CENTURY)]
    boot_id: Annotated[str, Field(max_length=100), AfterValidator(clean_line)]

    def moment(self) -> Moment:
        """The moment."""
        return Moment(utc_ms_of(self.utc), self.boot_ms, self.boot_id)


class GapIn(Checked):
    """A stretch in which nothing was written, and why."""

    from_ms: Offset
    to_ms: Offset
    reason: Literal["not running", "paused", "clock moved", "the computer slept"]
    moved_ms: Offset

    def gap(self) -> Gap:
        """The gap."""
        return Gap(self.from_ms, self.to_ms, self.reason, self.moved_ms)

    @model_validator(mode="after")
    def _in_order(self) -> "GapIn":
        if self.to_ms < self.from_ms:
            raise ValueError(_("ends before it begins"))
        return self


class DraftIn(Checked):
    """Half-typed text."""

    text: Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(clean)]
    cursor: Annotated[int, Field(ge=0, le=LONGEST_TEXT)]
    began: MomentIn | None

    def draft(self, scope: str) -> Draft:
        """The draft of this place."""
        began = None if self.began is None else self.began.moment()
        return Draft(scope, self.text, min(self.cursor, len(self.text)), began)


class SpanIn(Checked):
    """A look-for that lasted; `to_ms` is null for one that went on."""

    code: Code
    from_ms: Offset
    to_ms: Offset | None


class PlannedIn(Checked):
    """An item of the agenda."""

    title: Name
    minutes: Annotated[int, Field(ge=1, le=100_000)]

    def planned(self) -> Planned:
        """The item."""
        return Planned(self.title, self.minutes)


class AccountIn(Checked):
    """What the lead said of a line."""

    line: Id
    words: Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(clean)]
    at: Utc


class ClosingIn(Checked):
    """The closing words."""

    strength: Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(clean_line)]
    step_idea: Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(clean_line)]
    question: Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(clean_line)]

    def closing(self) -> Closing:
        """The words."""
        return Closing(self.strength, self.step_idea, self.question)
