"""The rooms: one screen a moment of a school leader's day."""
