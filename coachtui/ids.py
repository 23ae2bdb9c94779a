"""New ids: made before the first save, so that saving twice is once."""

import os


def new_id() -> str:
    """A random id of 32 hex digits."""
    return os.urandom(16).hex()
