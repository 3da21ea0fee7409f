"""A stylesheet with all that it imports, in one file.

A browser would ask for each part by itself, and draws nothing until it has the last.
"""

import re
from functools import cache

from webapp.shell import release

IMPORT = re.compile(r'^@import "\./([^"]+)"(?: layer\((\w+)\))?;$', re.MULTILINE)


@cache
def sheet(name):
    """The text of one, by its path under static/."""
    path = release.STATIC / name
    return IMPORT.sub(lambda found: _part(path.parent, *found.groups()), path.read_text())


def _part(folder, name, layer):
    rules = (folder / name).read_text().rstrip()
    return f"@layer {layer} {{\n{rules}\n}}" if layer else rules
