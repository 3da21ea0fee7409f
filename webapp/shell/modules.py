"""A module of ours as a part of a larger file: what it asks for, what it gives, and its text there.

In that file `ours("js/words.js")` gives what a module exports, and `ours.later` does once it is
there. What a module may look like for that is held by tests/shell/test_in_one_piece.py.
"""

import re
from functools import cache, cached_property
from pathlib import PurePosixPath
from posixpath import normpath

from webapp.shell import release
from webapp.shell.comments import without_comments

IMPORT = re.compile(r'^(import|export) (?:(\{[^}]*\}|\* as \w+) from )?"(\.[^"]+)";', re.MULTILINE)
LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (\w+))", re.MULTILINE)
GIVEN = re.compile(r"(\w+)\s*[,}]")  # “a” and “c” of { a, b as c }
WAITS = re.compile(r"^(?:(?:export )?const [^\n]* = )?await ", re.MULTILINE)


@cache
def module(name):
    """The one of this name, its path under static/."""
    return Module(name)


class Module:
    """One file of JavaScript, without its comments."""

    def __init__(self, name):
        self.name = name
        self.code = without_comments((release.STATIC / name).read_text())

    @cached_property
    def asks_for(self):
        """The names of what it imports at once."""
        return {self._named(path) for *_, path in IMPORT.findall(self.code)}

    @cached_property
    def asks_later_for(self):
        """The names of what it imports while it runs, if ever."""
        return {self._named(path) for path in LATER.findall(self.code)}

    @cached_property
    def gives(self):
        """The names of what it exports: its own, and what it hands on from another."""
        handed_on = [words for verb, words, _ in IMPORT.findall(self.code) if verb == "export"]
        return EXPORT.findall(self.code) + GIVEN.findall(" ".join(handed_on))

    @cached_property
    def waits(self):
        """Whether it awaits something before it has given all."""
        return bool(WAITS.search(self.code))

    @cached_property
    def as_function(self):
        """What does all that the module does, and returns what it exports."""
        code = LATER.sub(self._asked_later, IMPORT.sub(self._asked, self.code))
        kind = "async () =>" if self.waits else "() =>"
        return f"{kind} {{\n{EXPORT.sub('', code)}return {{ {', '.join(self.gives)} }};\n}}"

    def _asked(self, found):
        _, words, path = found.groups()
        return f'{f"const {_taken(words)} = " if words else ""}ours("{self._named(path)}");'

    def _asked_later(self, found):
        return f'ours.later("{self._named(found[1])}")'

    def _named(self, path):
        return normpath(PurePosixPath(self.name).parent / path)


def _taken(words):
    return words.removeprefix("* as ") if "*" in words else words.replace(" as ", ": ")
