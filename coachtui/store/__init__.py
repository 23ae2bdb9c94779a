"""The notebook: the only place that speaks SQL."""
