"""How much: a little in every test run, all of it by `make fuzz`."""

import os

ALL = os.environ.get("FUZZ") == "all"


def of(little, everything):
    """What is for this run: a number, or a list."""
    return everything if ALL else little
