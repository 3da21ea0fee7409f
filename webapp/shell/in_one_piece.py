"""A page's script with every module that it needs, in one file, made when it is first asked for;
and what it needs only later, if ever, in a second one.

A browser takes several milliseconds for each file, and a page of a phone needs fifty modules. Each
stands here as it is written, but for how it asks for others and what it lets others have: it is a
function that runs once, when the first asks for it by its name.
"""

from functools import cache
from pathlib import PurePosixPath

from webapp.shell.modules import module

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
    return AT_ONCE % (rest, _functions(_at_once(entry))) + _start(module(entry))


@cache
def rest(entry):
    """The text of what is not in the first."""
    return LATER_ON % _functions(_all(entry) - _at_once(entry))


def _at_once(entry):
    return _reached(entry, lambda of: of.asks_for)


def _all(entry):
    return _reached(entry, lambda of: of.asks_for | of.asks_later_for)


def _reached(entry, asked_for):
    found, ahead = set(), {entry}
    while ahead:
        name = ahead.pop()
        found.add(name)
        ahead |= asked_for(module(name)) - found
    return found


def _functions(names):
    return "".join(f'"{name}": {module(name).as_function},\n' for name in sorted(names))


def _start(script):
    asked = f'{"await " if script.waits else ""}ours("{script.name}");\n'
    return f"export const {{ {', '.join(script.gives)} }} = {asked}" if script.gives else asked
