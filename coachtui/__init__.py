"""coachtui: a terminal companion for a school leader who grows other leaders."""

__version__ = "0.1.0"
