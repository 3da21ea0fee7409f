"""What comes as a file, or as JSON, is nothing that somebody typed into a form."""

from io import BytesIO

import pytest

from tests.pages import A_PERSON

OF_BEA = "/practice/clients/{}"
PAGES = [
    "/practice/settings", "/practice/settings/keeping", "/practice/clients/new", "/practice/tips",
    "/practice/tips/new", "/practice/reminders", "/practice/passkeys", f"{OF_BEA}/again",
    f"{OF_BEA}/sessions/new", f"{OF_BEA}/together/new/goal", f"{OF_BEA}/together/new/task",
    f"{OF_BEA}/together/meeting/online",
]  # fmt: skip


def forms(ada, page):
    """Each form on a page that sends something: where to, and what it sends unless Ada types."""
    for form in ada.opens(page).find("main").find_all("form", method="post"):
        fields = form.find_all(["input", "textarea", "select"])
        yield form.get("action") or page, {f["name"]: f.get("value", "") for f in fields}


@pytest.mark.parametrize("page", PAGES)
def test_a_file_in_place_of_words_is_no_words(ada, bea, page):
    for path, sent in forms(ada, page.format(bea.id)):
        for name in sent:
            parts = {**sent, name: (BytesIO(b"words in a file"), "words.txt")}
            answer = ada.asks("POST", path, data=parts, headers=A_PERSON)
            assert answer.status_code < 500, (path, name)
            assert "words in a file" not in answer.text


@pytest.mark.parametrize("sent", [{"name": 5, "csrf_token": 5}, ["name"], "name", None])
def test_json_in_place_of_a_form_is_no_form(ada, sent):
    answer = ada.asks("POST", "/practice/clients/new", json=sent, headers=A_PERSON)
    assert answer.status_code < 500
    assert "Please write a name" in answer.text
