"""Phones fetch modules without the comments in them, and nothing else of them changes."""

import pytest

from tests.test_scripts import JS, MODULES
from webapp.shell.pages import COMMENT, without_comments


@pytest.fixture
def app(sqlite):
    """The application. What is in a module has nothing to do with the database."""
    return sqlite.emptied()


def test_a_comment_on_lines_of_its_own_goes_and_code_stays():
    kept = 'let a = "/** no */"; // yes\nlet b = /** @type {X} */ (a);\n'
    first, second = kept.splitlines(keepends=True)
    assert without_comments(f"/** Told.\n * Twice. */\n{first}  // gone\n{second}") == kept


def test_a_type_before_code_does_not_reach_for_the_next_comment():
    code = "/** @type {X} */ a = 1;\nkept();\n/** Gone. */\nb();\n"
    assert without_comments(code) == "/** @type {X} */ a = 1;\nkept();\nb();\n"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(JS).as_posix())
def test_what_goes_is_never_a_part_of_a_text_of_several_lines(module):
    code = module.read_text()
    assert [gone[0] for gone in COMMENT.finditer(code) if code[: gone.start()].count("`") % 2] == []


def test_a_phone_is_sent_code_only(nobody, app):
    answer = nobody.asks("GET", f"/assets/{app.config['VERSION']}/js/standing.js")
    assert "export function standing(" in answer.text and "/**" not in answer.text.split("(")[0]
    assert answer.mimetype == "text/javascript"
