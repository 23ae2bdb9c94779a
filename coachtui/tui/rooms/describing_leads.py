"""Saying another name, role or handle of a lead."""

from coachtui.model.answers import told
from coachtui.model.people import ROLES, Lead, role_meant
from coachtui.tui.rooms.retiring import Retires
from coachtui.wording import _, _t


class DescribesLeads(Retires):
    """A room in which a lead is described: three short questions, each with what is known already."""

    def edit_lead(self, lead: Lead) -> None:
        """Ask for the name, the role and the handle; what is not changed stays."""
        self.say(_("Enter goes on, Esc leaves it as it was."))
        self.ask(_("Name"), lead.name, lambda name: self._edit_role(lead, name or lead.name), about="lead-name")

    def _edit_role(self, lead: Lead, name: str) -> None:
        self.ask(_("Role"), _t(lead.role), lambda role: self._edit_handle(lead, name, role_meant(role)), told(ROLES),
                 about="role")  # fmt: skip

    def _edit_handle(self, lead: Lead, name: str, role: str) -> None:
        self.say(_("The short name that is typed before a colon when this lead speaks."))
        self.ask(_("Short name"), lead.handle, lambda handle: self._describe(lead, name, role, handle),
                 about="short-name")  # fmt: skip

    def _describe(self, lead: Lead, name: str, role: str, handle: str) -> None:
        def said(now: Lead) -> str:
            if now == lead:
                return _("Nothing was changed.")
            self.touched(lead.id)
            return _("{name}, {role}, typed as {handle}:").format(name=now.name, role=_t(now.role), handle=now.handle)

        self.change(lambda notebook: notebook.leads.describe(lead.id, name=name, role=role, handle=handle), said)
