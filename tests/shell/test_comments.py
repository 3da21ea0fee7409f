"""Phones fetch modules without the comments in them, and nothing else of them changes."""

import pytest

from tests.test_scripts import JS, MODULES
from webapp.shell.comments import COMMENT, without_comments


@pytest.fixture
def app(sqlite):
    """The application. What is in a module has nothing to do with the database."""
    return sqlite.emptied()


def test_a_comment_goes_and_code_stays():
    code = "/** Told.\n * Twice. */\nlet a = 1; // gone\n  // gone\nlet b = /** @type {X} */ (a);\n"
    assert without_comments(code) == "let a = 1;\nlet b = (a);\n"


def test_an_address_in_a_text_stays():
    code = 'const at = ["https://one.example", "a // b"];\n'
    assert without_comments(code) == code


def test_a_type_before_code_does_not_reach_for_the_next_comment():
    code = "/** @type {X} */ a = 1;\nkept();\n/** Gone. */\nb();\n"
    assert without_comments(code) == "a = 1;\nkept();\nb();\n"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(JS).as_posix())
def test_what_goes_is_never_a_part_of_a_text(module):
    code = module.read_text()
    assert [gone[0] for gone in COMMENT.finditer(code) if is_in_a_text(code[: gone.start()])] == []


def is_in_a_text(before):
    """Whether a text was begun and not ended, on this line or, with a backtick, on an earlier
    one."""
    *_, line = before.split("\n")
    return before.count("`") % 2 or without_comments(line).count('"') % 2


def test_a_phone_is_sent_code_only(nobody, app):
    answer = nobody.asks("GET", f"/assets/{app.config['VERSION']}/js/standing.js")
    assert "export function standing(" in answer.text and "/**" not in answer.text
    assert answer.mimetype == "text/javascript"
