"""Saying whose meeting it is, what is watched for, and when it began: before, during, after, or never."""

import re
from collections.abc import Callable
from typing import Any

from coachtui.model.grammar import AtTime
from coachtui.model.observation import Observation
from coachtui.model.people import Lead, Team, lead_meant
from coachtui.model.timing import clock_text, nearest_wall_ms
from coachtui.tui.rooms.confiding import Confides
from coachtui.wording import _

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
SKIP = _("Enter goes on, Esc leaves it. Tab completes.")


class Describes(Confides):
    """A room that can ask whose meeting it is: four short questions, each with what is known already."""

    def about(self) -> tuple[str | None, str | None, str | None]:
        """The team, the lead and the framework as they are known now."""
        raise NotImplementedError

    def described(self, observation: Observation) -> None:
        """The observation was described anew."""
        raise NotImplementedError

    def keep_for_later(self, team: str | None, lead: str | None, framework: str | None) -> None:
        """No observation has begun: what was said is for the one that will."""

    def action_about(self) -> None:
        """Ask for the team first; what can be completed is read behind it."""
        if self.workplace.is_open and self.workplace.refusal is None:
            self.attempt(self._ask_for_team, group="about")

    async def _ask_for_team(self) -> None:
        teams, leads = await self.workplace.scribe.do(
            lambda notebook: (notebook.people.teams(), notebook.people.leads())
        )
        suggested = await self.workplace.scribe.do(self._suggestion())
        team, __, __ = self.about()
        self.say(
            SKIP
            if team or suggested is None
            else _("{skip} At this time it is usually {suggested}.").format(skip=SKIP, suggested=suggested)
        )
        names = [each.name for each in teams]
        self.ask(_("Team"), team or suggested or "", lambda words: self._ask_for_lead(words, teams, leads), names,
                 about="whose-team")  # fmt: skip

    def _suggestion(self) -> "Callable[[Any], str | None]":
        """The team that usually meets at this time."""
        observation, clock = self.present(), self.workplace.clock
        utc_ms = clock.now().utc_ms if observation is None else observation.anchor.utc_ms
        zone = clock.zone() if observation is None else observation.zone
        return lambda notebook: notebook.people.team_meeting_at(utc_ms, zone)

    def _ask_for_lead(self, team: str, teams: list[Team], leads: list[Lead]) -> None:
        before, lead, __ = self.about()
        usual = next((each.lead for each in teams if each.name.casefold() == team.casefold()), None)
        offered = lead if before is None or before.casefold() == team.casefold() else usual
        names = [each.name for each in leads]

        def answered(words: str) -> None:
            meant = lead_meant(words, leads)
            self._ask_for_framework(team, words if meant is None else meant.name)

        self.ask(_("Lead"), offered or usual or "", answered, names, about="whose-lead")

    def _ask_for_framework(self, team: str, lead: str) -> None:
        __, __, framework = self.about()
        known = self.workplace.frameworks
        titles = {each.title: each.id for each in known.values()}
        present = known[framework].title if framework in known else ""

        def answered(words: str) -> None:
            chosen = titles.get(words) or (words if words in known else framework)
            self._ask_for_beginning(team or None, lead or None, chosen)

        self.ask(_("Watched for"), present, answered, list(titles), about="watched-for")

    def _ask_for_beginning(self, team: str | None, lead: str | None, framework: str | None) -> None:
        observation = self.present()
        if observation is None:
            self.hush()
            self.keep_for_later(team, lead, framework)
            return
        began = clock_text(observation.anchor.utc_ms, observation.zone)

        def answered(words: str) -> None:
            self.hush()
            self._describe(observation, team, lead, framework, _earlier(observation, words) if words != began else 0)

        self.ask(_("It began at"), began, answered, about="began")

    def _describe(self, observation: Observation, team: str | None, lead: str | None, framework: str | None,
                  earlier_ms: int | None) -> None:  # fmt: skip
        if earlier_ms is None:
            self.say(_("That is no time, so the beginning stays. 9:02 is one."))

        def work(notebook: Any) -> Observation:
            found: Observation = notebook.observations.describe(
                observation.id, team=team, lead=lead, framework=framework
            )
            if earlier_ms:
                found = notebook.observations.begin_earlier(observation.id, earlier_ms)
            return found

        self.change_lines(work, self.described)


def _earlier(observation: Observation, words: str) -> int | None:
    """How many ms earlier than the anchor a time on the wall is; None for what is no time."""
    found = _CLOCK.fullmatch(words.strip())
    if found is None:
        return None
    start = observation.anchor.utc_ms
    return start - nearest_wall_ms(AtTime(int(found[1]), int(found[2]), None, False), start, observation.zone)
