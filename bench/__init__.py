"""Every figure that the README states, each against a bare baseline in the same run."""
