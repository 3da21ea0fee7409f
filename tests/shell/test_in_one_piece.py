"""A page's script comes with all that it imports, and they do together what they do apart."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_scripts import JS, MODULES
from webapp.shell import in_one_piece, release
from webapp.shell.modules import module

NAMES = [f"js/{module.relative_to(JS).as_posix()}" for module in MODULES]
READ_EACH = """import { readFileSync } from "node:fs";
for (const [name, code] of Object.entries(JSON.parse(readFileSync(0, "utf8")))) {
    try { new Function(`"use strict"; return ${code};`); }
    catch ({ message }) { console.log(name, message); }
}"""
TRIED = {
    "js/pages/walk.js": """
        import { said } from "../said-tried.js";
        import * as path from "../path-tried.js";
        import "../shoes-tried.js";
        await 0;
        console.log(said.join(), path.turn(), await (await import("../rain-tried.js")).falls());
        """,
    "js/said-tried.js": 'export async function* never() {}\nexport const said = ["said"];\n',
    "js/shoes-tried.js": 'import { said as heard } from "./said-tried.js";\nheard.push("shoes");\n',
    "js/path-tried.js": """
        import { said } from "./said-tried.js";
        export { said as told } from "./said-tried.js";
        export function turn() { return said.length; }
        export class Bend {}
        said.push("path");
        """,
    "js/rain-tried.js": """
        import { told, Bend } from "./path-tried.js";
        export const drops = await 3;
        export async function falls() { return told.length + drops + Bend.name; }
        """,
}


@pytest.fixture
def tried(tmp_path, monkeypatch):
    """Some modules, as they are written and as they are sent."""
    for name, code in TRIED.items():
        _write(tmp_path / "written" / name, re.sub("^ +", "", code, flags=re.MULTILINE))
    monkeypatch.setattr(release, "STATIC", tmp_path / "written")
    _write(tmp_path / "sent/js/pages/walk.js", in_one_piece.piece("js/pages/walk.js"))
    _write(tmp_path / "sent/later/walk.js", in_one_piece.rest("js/pages/walk.js"))
    return tmp_path


def _write(path, code):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code)


def runs(*script, given=""):
    """What it says."""
    node = Path(sys.prefix) / "bin" / "node"
    command = [node, "--experimental-default-type=module", *script]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=True).stdout


def test_modules_in_one_piece_say_what_they_say_apart(tried):
    apart = runs(tried / "written/js/pages/walk.js")
    assert apart == "said,path,shoes 3 6Bend\n"
    assert runs(tried / "sent/js/pages/walk.js") == apart


def test_what_is_asked_for_later_is_in_the_second_file_alone(tried):
    first, second = (tried / f"sent/{at}/walk.js" for at in ("js/pages", "later"))
    assert "drops" in second.read_text() and "drops" not in first.read_text()
    assert "turn" in first.read_text() and "turn" not in second.read_text().replace("return", "")


def test_each_module_can_be_read_as_a_function():
    functions = {name: module(name).as_function for name in NAMES}
    assert runs("--eval", READ_EACH, given=json.dumps(functions)) == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_module_asks_and_gives_only_in_ways_that_are_understood(name):
    code = module(name).as_function
    assert re.findall(r"^(?:import|export)\b.*|\bimport\(.*|\bimport\.meta.*", code, re.M) == []
    assert re.findall(r"^(?:const|function|class) ours\b", code, re.M) == []


@pytest.mark.parametrize("name", NAMES)
def test_whoever_imports_a_module_need_not_wait_for_it(name):
    assert [other for other in module(name).asks_for if module(other).waits] == []


@pytest.mark.parametrize("way", ["./today.js", "../pages/today.js", "../words.js"])
def test_by_a_roundabout_way_nothing_is_put_together(nobody, app, way):
    before = in_one_piece.piece.cache_info().currsize
    assert nobody.asks("GET", f"/assets/{app.config['VERSION']}/js/pages/{way}").status_code == 200
    assert in_one_piece.piece.cache_info().currsize == before


def test_by_a_roundabout_way_a_picture_is_a_picture(nobody, app):
    way = "js/pages/../../icons/icon-192.png"
    assert nobody.asks("GET", f"/assets/{app.config['VERSION']}/{way}").mimetype == "image/png"
