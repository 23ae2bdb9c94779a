"""The words that a notebook keeps in English whatever language it is written in: states, kinds, reasons, roles.

They are marked here, so that the catalogs have them; `coachtui.wording._t` tells them where they are shown.
"""

from coachtui.wording import _m

KEPT_WORDS = (
    # what a line is, where its time comes from, who may see it
    _m("evidence"), _m("wondering"), _m("judgment"), _m("in confidence"), _m("segment"),
    _m("live"), _m("added"), _m("memory"), _m("imported"), _m("mine"), _m("shareable"), _m("shared"),
    # why nothing was written
    _m("not running"), _m("paused"), _m("clock moved"), _m("the computer slept"),
    # an observation, a cycle, its verdict, what is done to learn
    _m("interrupted"), _m("ended"),
    _m("draft"), _m("intention set"), _m("learning"), _m("in practice"), _m("reflecting"), _m("closed"),
    _m("met"), _m("partly"), _m("not yet"), _m("stopped"),
    _m("book or article study"), _m("co-observing live"), _m("co-observing by video"), _m("modelling"),
    _m("co-planning a meeting"), _m("co-planning a difficult conversation"), _m("real-time coaching"), _m("meta-coaching"),
    _m("peer visit"),
    # a step, feedback, a conversation, a 1:1 and its items
    _m("agreed"), _m("practised"), _m("tried"), _m("seen"), _m("mastered"), _m("replaced"), _m("dropped"),
    _m("ready"), _m("talked through"), _m("followed up"),
    _m("planning"), _m("rehearsed"), _m("held"), _m("set aside"),
    _m("planned"), _m("begun"), _m("skipped"), _m("open"), _m("discussed"), _m("carried"), _m("parked"),
    # why a principal acts in a lead's place; who holds a conversation
    _m("safety"), _m("legal or HR"), _m("the lead asked"), _m("the lead is the subject"), _m("lead"), _m("principal"),
    # a citation
    _m("as it was"), _m("changed"), _m("gone"),
    # what a hit of the search is
    _m("1:1"), _m("1:1 item"), _m("account"), _m("activity"), _m("bell schedule"), _m("closing words"), _m("conversation"),
    _m("cycle"), _m("days off"), _m("deadline"), _m("decision"), _m("feedback"), _m("lead's words"), _m("member"),
    _m("rehearsal"), _m("release time"), _m("step"), _m("support"), _m("team"),
    # what an entry of a record, or a share, tells of
    _m("intention"), _m("observation"), _m("reflection"), _m("plan"),
    # why a backup was made
    _m("asked"), _m("automatic"), _m("before import"), _m("before purge"), _m("after purge"), _m("before rebuild"),
    _m("before lock"), _m("before unlock"), _m("before migration"), _m("before repair"),
    # what leads are called where nothing else is said
    _m("Senior Team Lead"), _m("Team Lead"), _m("Team Specialist"), _m("ILT member"),
)  # fmt: skip
"""Every one of them."""
