"""`python -m bench [GROUP …] [--quick]`: measure, print the table. The groups are those below; without any, all of them."""

import os
import platform
import sys
from importlib import import_module

GROUPS = ("startup", "keys", "storage", "opening", "feedback", "search", "finding", "palette", "today", "sync")


def main(words: list[str]) -> int:
    """Run the groups asked for, or all, and print their figures."""
    quick = "--quick" in words
    groups = [word for word in words if not word.startswith("-")] or list(GROUPS)
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.2f}\n")
    print("| figure | ours | bare | ratio | target | |\n|---|---|---|---|---|---|")
    for group in groups:
        for figure in import_module(f"bench.{group}").measure(3 if quick else 7):
            print(figure.row(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
