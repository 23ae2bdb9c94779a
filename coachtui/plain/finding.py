"""Finding: where words stand in the notebook, said with numbers, and opened by them."""

from coachtui.model.calendar_words import weekday_day
from coachtui.model.line import Kind
from coachtui.model.spot import LINE, Spot
from coachtui.model.timing import clock_text, local_time
from coachtui.model.told import COVERED
from coachtui.plain.commands import FINDING
from coachtui.plain.conversation import Conversation
from coachtui.plain.session import Session
from coachtui.plain.spoken import ended
from coachtui.plain.things import open_thing
from coachtui.wording import _, _t, counted

_MOST, _AT_ONCE = 40, 8


class Finding(Conversation):
    """The conversation about what was found for some words."""

    TABLE = FINDING
    NUMBER_MEANS = "open"

    def __init__(self, session: Session, words: str) -> None:
        super().__init__(session)
        self._words = words
        self._spots: list[Spot] = []
        self._told = 0

    def begin(self) -> None:
        """Say how much was found, and the first of it."""
        self._spots = self.session.notebook.words.find(self._words, _MOST)
        if not self._spots:
            self.say(_("Nothing in the notebook holds all of these words. back goes back."))
            return
        number = len(self._spots)
        self.say(
            _("The first {number} hits.").format(number=number)
            if number == _MOST
            else counted(number, "{n} hit.", "{n} hits.")
        )
        self.do_more("")

    def do_more(self, __: str) -> None:
        """The next ones."""
        following = self._spots[self._told : self._told + _AT_ONCE]
        for place, spot in enumerate(following, self._told + 1):
            self.say(f"{place}. {self._spot_words(spot)}")
        self._told += len(following)
        left = len(self._spots) - self._told
        if left:
            self.say(_("{number}: more says them.").format(number=counted(left, "{n} more", "{n} more")))
        elif not following:
            self.say(_("Those were all."))

    def _spot_words(self, spot: Spot) -> str:
        """What it is, when, whose, and its words; of a judgment only that it is one."""
        is_judgment = spot.noun == Kind.JUDGMENT.value
        text = COVERED if is_judgment else " / ".join(row for row in spot.text.splitlines() if row.strip())
        day = spot.day if spot.at_utc_ms is None else local_time(spot.at_utc_ms, spot.zone).date()
        time = f", {clock_text(spot.at_utc_ms, spot.zone)}" if spot.table == LINE and spot.at_utc_ms is not None else ""
        when = "" if day is None else f"{weekday_day(day)}{time}"
        parts = [_t(spot.noun), when, spot.team or "", spot.lead or ""]
        return f"{', '.join(part for part in parts if part)}: {ended(text)}"

    def do_open(self, rest: str) -> None:
        """Open one of them."""
        spot = self.chosen(rest, self._spots)
        if spot is None:
            return
        if spot.table == LINE:
            open_thing(self.session, LINE, spot.opens, at=spot.id)
        else:
            open_thing(self.session, spot.table, spot.opens, spot.lead_id)
