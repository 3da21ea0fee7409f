"""A form that needs a passkey, before its script is there: nothing can be sent, nothing is lost."""

import pytest

BY_PASSKEY = [
    "/practice/clients/new",
    "/practice/clients/{cleo}/invitation",
    "/practice/clients/{bea}/again",
    "/practice/settings/keeping",
    "/practice/passkeys",
]


@pytest.fixture
def cleo(ada):
    """The address of somebody who was invited and has not come in."""
    ada.opens(BY_PASSKEY[0])
    ada.steps_up("invite")
    page = ada.sends(BY_PASSKEY[0], name="Cleo", usual_setting="online")
    return page.find(id="link")["data-address"].split("/")[-2]


@pytest.mark.parametrize("path", BY_PASSKEY)
def test_a_form_that_asks_for_the_passkey_waits_for_its_script(ada, bea, cleo, path):
    form = ada.opens(path.format(bea=bea.id, cleo=cleo)).find("step-up-form")
    assert form.find("button", type="submit").has_attr("disabled")
    assert "JavaScript" in form.find("noscript").get_text()


@pytest.mark.parametrize("path", ["/with-a-code", "/set-up"])
def test_what_is_typed_can_never_go_into_an_address(nobody, path):
    form = nobody.opens(path).find("form")
    assert form.find("button", type="submit").has_attr("disabled")
    assert not any(field.has_attr("name") for field in form.find_all("input"))
    assert "JavaScript" in nobody.page.find("noscript").get_text()
