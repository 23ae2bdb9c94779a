"""What each column of the present is to somebody who does away with rows: what a row belongs to, whom it names, what is typed."""

OWNERS: dict[str, tuple[str, ...]] = {
    "observations": ("lead",),
    "lines": ("observation",),
    "gaps": ("observation",),
    "spans": ("observation",),
    "agenda": ("observation",),
    "accounts": ("observation",),
    "closings": ("observation",),
    "cycles": ("lead",),
    "activities": ("cycle",),
    "steps": ("lead",),
    "entries": ("lead",),
    "shares": ("lead",),
    "lead_words": ("lead",),
    "series": ("lead",),
    "one_on_ones": ("lead",),
    "items": ("lead", "one_on_one"),
    "decisions": ("lead", "one_on_one"),
    "segments": ("lead", "one_on_one"),
    "blocks": ("lead",),
    "feedback": ("lead", "observation"),
    "citations": ("about",),
    "rehearsals": ("about",),
    "not_here": ("about",),
    "conversations": ("lead",),
    "plan_rows": ("conversation",),
    "supports": ("lead",),
    "put_off": ("card",),
    "holds": ("people",),
}
"""A row goes with what any of these columns names by its id; a card, and the people of a hold, by several."""

BESIDE_A_LINE = {"accounts": "line", "citations": "line", "plan_rows": "source"}
"""The tables that hold words of a line's, a hash of them, or words about it, and which column names the line."""

LOOSE: dict[str, tuple[str, ...]] = {
    "teams": ("lead",),
    "observations": ("lead",),
    "cycles": ("follows",),
    "steps": ("cycle", "observation", "replaced_by"),
    "items": ("one_on_one", "source", "follows"),
    "feedback": ("step",),
    "plan_rows": ("source",),
    "supports": ("conversation",),
}
"""A row stays when what these columns name goes, and names nothing any more; its past may have named what it does not now."""

TYPED: dict[str, tuple[str, ...]] = {
    "teams": ("name",),
    "leads": ("name", "role", "handle"),
    "members": ("handle", "name"),
    "observations": ("source",),
    "lines": ("speaker", "text"),
    "agenda": ("title",),
    "accounts": ("words",),
    "closings": ("strength", "step_idea", "question"),
    "cycles": (
        "goal", "measure", "baseline", "moment", "target", "extended_because", "verdict_because", "next_goal",
        "lead_reflection", "my_reflection",
    ),
    "activities": ("kind", "note"),
    "steps": ("words", "looks_like", "practice"),
    "days_off": ("name",),
    "one_on_ones": ("skipped_because",),
    "items": ("words",),
    "decisions": ("who", "what"),
    "segments": ("title",),
    "blocks": ("period", "planned", "actual", "lost_because"),
    "deadlines": ("label",),
    "bell_schedules": ("name",),
    "bells": ("name",),
    "feedback": ("text",),
    "rehearsals": ("note", "role"),
    "not_here": ("words",),
    "conversations": ("with_whom", "set_aside_because"),
    "plan_rows": ("words",),
    "supports": ("situation", "decided_by", "reason"),
    "holds": ("name", "because"),
}  # fmt: skip
"""Where words stand that somebody typed, and that may name somebody."""

SHARED = {"entries": ("title", "words"), "shares": ("words",), "lead_words": ("words",)}
"""Words that left, or came from a lead. They are as they left: nothing in them is changed, they only go as a whole."""
