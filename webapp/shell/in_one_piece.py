"""A page's script with every module that it needs, in one file, made as it is asked for; and what
it needs only later, if ever, in a second one.

A browser takes several milliseconds for each file, and a page of a phone needs fifty modules. Each
stands here as it is written, but for how it asks for others and what it lets others have: it is a
function that runs once, when the first asks for it by its name, `ours("js/words.js")`.

What a module may look like for that is held by tests/shell/test_in_one_piece.py.
"""

import re
from functools import cache
from pathlib import PurePosixPath
from posixpath import normpath

from webapp.shell import release
from webapp.shell.comments import without_comments

IMPORT = re.compile(r'^(import|export) (?:(\{[^}]*\}|\* as \w+) from )?"(\.[^"]+)";', re.MULTILINE)
LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (\w+))", re.MULTILINE)
WAITS = re.compile(r"^(?:(?:export )?const [^\n]* = )?await ", re.MULTILINE)

AT_ONCE = """\
const made = {};
export const ours = (name) => made[name] ??= modules[name]();
ours.later = async (name) => {
if (!modules[name]) Object.assign(modules, (await import("%s")).more(ours));
return ours(name);
};
const modules = {
%s};
"""
LATER_ON = """\
export const more = (ours) => ({
%s});
"""


@cache
def piece(entry):
    """The text of all that it needs at once, by the path of the script under static/.

    It exports what the script itself exports, and `ours`, which gives any module: at once those in
    this file, and by `ours.later` those of both.
    """
    rest = f"../../later/{PurePosixPath(entry).name}"  # see shell/views.py
    return AT_ONCE % (rest, _functions(_at_once(entry))) + _start(entry)


@cache
def rest(entry):
    """The text of what is not in the first."""
    return LATER_ON % _functions(_all(entry) - _at_once(entry))


def _at_once(entry):
    return _reached(entry, _imported)


def _all(entry):
    return _reached(entry, lambda name: _imported(name) | _imported_later(name))


def _reached(entry, asked_for_by):
    found, ahead = set(), {entry}
    while ahead:
        name = ahead.pop()
        found.add(name)
        ahead |= asked_for_by(name) - found
    return found


def _imported(name):
    return {_named(name, path) for *_, path in IMPORT.findall(_code(name))}


def _imported_later(name):
    return {_named(name, path) for path in LATER.findall(_code(name))}


def _start(entry):
    code = _code(entry)
    asked = f'{"await " if WAITS.search(code) else ""}ours("{entry}");\n'
    exported = _exported(code)
    return f"export const {{ {', '.join(exported)} }} = {asked}" if exported else asked


def _functions(names):
    return "".join(f'"{name}": {_function(name)},\n' for name in sorted(names))


def _function(name):
    code = _code(name)
    kind = "async () =>" if WAITS.search(code) else "() =>"
    own = LATER.sub(lambda found: f'ours.later("{_named(name, found[1])}")', _asking(name, code))
    given = f"return {{ {', '.join(_exported(code))} }};\n"
    return f"{kind} {{\n{EXPORT.sub('', own)}{given}}}"


def _asking(name, code):
    """The module, with `ours` in the place of what it imports."""

    def asked(found):
        _, words, path = found.groups()
        taken = f"const {_as_taken(words)} = " if words else ""
        return f'{taken}ours("{_named(name, path)}");'

    return IMPORT.sub(asked, code)


def _as_taken(words):
    return words.removeprefix("* as ") if "*" in words else words.replace(" as ", ": ")


def _exported(code):
    """The names of what others may have: its own, and what it hands on from another."""
    handed_on = [words for verb, words, _ in IMPORT.findall(code) if verb == "export"]
    return EXPORT.findall(code) + re.findall(r"(\w+)\s*[,}]", " ".join(handed_on))


def _named(name, path):
    return normpath(PurePosixPath(name).parent / path)


def _code(name):
    return without_comments((release.STATIC / name).read_text())
