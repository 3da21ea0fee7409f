"""Three devices that each wrote of one check-in: all of it is shown, and can be made one."""

import pytest

from tests.browser.devices import opens_it, shows

THREE = """async () => {
    const journal = await (await ours("account.js")).openJournal();
    const record = crypto.randomUUID(), happened_at = new Date().toISOString();
    const said = {appointment: null, setting: "online", ratings: {}, felt_off: false, happened_at};
    for (const words of ["One.", "Two.", "Three."])
        await journal.keep({record, base: null, kind: "check_in"}, {...said, words, shared: false});
}"""


@pytest.fixture
def three(bea):
    """Bea, without signal, at a check-in of which three versions stand."""
    bea.context.set_offline(True)
    bea.page.evaluate(THREE)
    opens_it(bea)
    shows(bea, ["Three.", "Two.", "One."])
    return bea


def test_all_three_can_be_kept_as_one_and_that_can_be_undone(three):
    three.taps("Keep all as one")
    three.sees("It is one now.")
    shows(three, ["One.\n\nTwo.\n\nThree."])
    three.taps("Undo")
    shows(three, ["Three.", "Two.", "One."])
    three.context.set_offline(False)
    three.receives()
    shows(three, ["Three.", "Two.", "One."])


def test_one_of_three_can_be_kept_alone(three):
    three.page.locator(".version").nth(1).get_by_role("button", name="Keep only this").click()
    shows(three, ["Two."])
    three.context.set_offline(False)
    three.receives()


def test_three_at_length_are_put_together_by_hand(bea):
    bea.page.evaluate(THREE.replace('"One."', '"One. ".repeat(399)'))
    opens_it(bea)
    bea.sees("characters too long for one.")
    bea.does_not_see("Keep all as one")
    bea.taps("Put it together", "link")
    bea.page.get_by_role("textbox").fill("One, two, three.")
    bea.taps("Save, only for me")
    bea.receives()
    opens_it(bea)
    shows(bea, ["One, two, three."])
