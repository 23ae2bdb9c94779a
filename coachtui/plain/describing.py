"""Whose meeting it is, what is watched for, when it began, and where it stands: asked and said in words."""

import re
from dataclasses import replace

from coachtui.model.agenda import segments_of
from coachtui.model.framework import Framework
from coachtui.model.grammar import AtTime
from coachtui.model.line import Kind
from coachtui.model.moment import elapsed_ms
from coachtui.model.observation import Observation
from coachtui.model.people import lead_meant
from coachtui.model.summed_up import summary_of
from coachtui.model.timing import clock_text, nearest_wall_ms
from coachtui.model.told import COVERED
from coachtui.plain.conversation import Conversation
from coachtui.plain.spoken import ended, segment_words
from coachtui.wording import _

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


class Describes(Conversation):
    """A conversation about one observation."""

    def observation(self) -> Observation | None:
        """The observation it is about; None where none has begun."""
        raise NotImplementedError

    def change(self, **told: str | None) -> None:
        """Keep whose meeting it is, or what is watched for."""
        found = self.observation()
        if found is None:
            self.say(_("It has not begun yet."))
        else:
            self.describe(self.session.notebook.observations.describe(found.id, **told))

    def describe(self, found: Observation) -> None:
        """Say whose it is."""
        watched = self.framework()
        self.say(
            _("Team: {team}. Lead: {lead}. Watched for: {title}.").format(
                team=found.team or _("not named"),
                lead=found.lead or _("not named"),
                title=watched.title if watched else _("nothing in particular"),
            )
        )

    def do_team(self, rest: str) -> None:
        """Name the team."""
        teams = [each.name for each in self.session.notebook.people.teams()]
        if rest:
            fits = [name for name in teams if name.casefold().startswith(rest.casefold())]
            self.change(team=fits[0] if len(fits) == 1 else rest)
            return
        self._tell()
        self.say(_("Teams: {teams}. team and a name says whose it is.").format(teams=", ".join(teams) or _("none yet")))

    def do_lead(self, rest: str) -> None:
        """Name the lead."""
        leads = self.session.notebook.people.leads()
        if rest:
            meant = lead_meant(rest, leads)
            self.change(lead=rest if meant is None else meant.name)
            return
        self._tell()
        self.say(
            _("Leads: {names}. lead and a name says whom you came to see.").format(
                names=", ".join(each.name for each in leads) or _("none yet")
            )
        )

    def do_watch(self, rest: str) -> None:
        """Choose a framework."""
        known = self.session.frameworks
        fits = [each for each in known.values() if each.title.casefold().startswith(rest.casefold())]
        if rest in known or (rest and len(fits) == 1):
            self.change(framework=rest if rest in known else fits[0].id)
            return
        self._tell()
        self.say(_("Frameworks: {titles}.").format(titles=", ".join(each.title for each in known.values())))

    def _tell(self) -> None:
        found = self.observation()
        if found is not None:
            self.describe(found)

    def do_began(self, rest: str) -> None:
        """Say when it began."""
        found, clock = self.observation(), _CLOCK.fullmatch(rest.strip())
        if found is None or clock is None:
            self.say(_("Say a time: began 9:02.") if found else _("It has not begun yet."))
            return
        start = found.anchor.utc_ms
        began = nearest_wall_ms(AtTime(int(clock[1]), int(clock[2]), None, False), start, found.zone)
        now = self.session.notebook.observations.begin_earlier(found.id, start - began)
        self.say(_("It began at {time}.").format(time=clock_text(now.anchor.utc_ms, now.zone)))

    def framework(self) -> Framework | None:
        """What is watched for: what was chosen, else the usual one."""
        found, known = self.observation(), self.session.frameworks
        usual = known.get(self.session.settings.framework)
        return known.get((found and found.framework) or "", usual)

    def known_code(self, code: str) -> str:
        """A code as its look-for spells it."""
        framework = self.framework()
        look_for = None if framework is None else framework.called(code)
        return code if look_for is None else look_for.code

    def do_lookfors(self, __: str) -> None:
        """The look-fors."""
        framework = self.framework()
        if framework is None:
            self.say(_("Nothing in particular is watched for. watch and a name chooses a framework."))
            return
        self.say(f"{framework.title}.")
        for each in framework.look_fors:
            self.say(f"{each.code}, {each.name}." + (f" {ended(each.meaning)}" if each.meaning else ""))

    def length_ms(self, found: Observation) -> int:
        """How long it is, or takes so far."""
        if found.ended_utc_ms is not None:
            return found.ended_utc_ms - found.anchor.utc_ms
        return max(0, elapsed_ms(found.anchor, self.session.clock.now()))

    def do_segments(self, __: str) -> None:
        """Each segment with its minutes."""
        found = self.observation()
        lines = [] if found is None else self.session.notebook.lines.of(found.id)
        segments = segments_of(lines, 0 if found is None else self.length_ms(found))
        for each in segments:
            self.say(segment_words(each))
        planned = () if found is None else self.session.notebook.agendas.of(found.id)
        begun = {each.title.casefold() for each in segments}
        waiting = [f"{each.title} {each.minutes}" for each in planned if each.title.casefold() not in begun]
        if waiting:
            self.say(_("Planned: {waiting}.").format(waiting=", ".join(waiting)))
        elif not segments:
            self.say(_("There is no segment yet. A line such as = Data review 15 begins one."))

    def do_summary(self, __: str) -> None:
        """Minutes by segment, codes, talk, stars."""
        found = self.observation()
        if found is None:
            self.say(_("It has not begun yet."))
            return
        whole = self.session.notebook.whole(found)
        lines = [each._replace(text=COVERED) if each.kind is Kind.JUDGMENT else each for each in whole.lines]
        for heading, rows in summary_of(replace(whole, lines=lines), self.framework()):
            self.say(f"{heading}.")
            for row in rows:
                self.say(" ".join(row.split()))
