"""What Ada and Bea do to agree, each on their own page."""

from tests.browser.waiting import eventually


def ada_proposes(ada, bea, below, **fields):
    ada.opens(f"{bea.invitation.client}/together/{below}")
    for label, words in fields.items():
        ada.page.get_by_label(label.replace("_", " ")).fill(words)
    ada.taps("Propose it to Bea")
    ada.sees("It waits for Bea’s answer.")


def hears(bea, words):
    """Bea opens the page until what Ada said has come."""
    bea.opens("/together")
    bea.sees(words)


def ada_answers(ada, bea, answer):
    """On Ada's side of the one thing that there is."""
    ada.opens(f"{bea.invitation.client}/together")
    ada.taps(answer)


def agree_on(ada, bea, goal):
    """Bea proposes it, and Ada agrees."""
    bea.opens("/together")
    proposes(bea, goal)
    bea.sees(goal)
    bea.syncs()
    ada_answers(ada, bea, "I agree")
    hears(bea, "Both of you agreed")


def proposes(bea, words):
    bea.taps("Propose a goal", "link")
    bea.page.get_by_label("What would you like to work towards?").fill(words)
    bea.taps("Propose it")


def suggests(bea, words):
    """Other words for the goal that is open."""
    bea.taps("Suggest a change", "link")
    bea.page.get_by_role("textbox").fill(words)
    bea.taps("Propose it")
    bea.sees("You suggest a change:")


def proposes_a_way(bea, words, goal):
    bea.taps("Propose a way of working", "link")
    bea.page.get_by_label("What could you do, or do in another way?").fill(words)
    bea.page.get_by_label(goal).click()
    bea.taps("Propose it")
    bea.sees(words)


def ada_changes(ada, bea, words, by="Change it"):
    ada.opens(f"{bea.invitation.client}/together")
    ada.taps(by, "link")
    ada.page.get_by_label("In plain words").fill(words)
    ada.taps("Propose it to Bea")
    ada.sees("It waits for Bea’s answer.")


def ada_sees(ada, bea, *words):
    """Ada's page, loaded until it says all of it."""

    def told():
        ada.opens(f"{bea.invitation.client}/together")
        page = ada.page.locator("main").inner_text()
        return all(each in page for each in words)

    assert eventually(ada.page, told, 20_000), ada.page.locator("main").inner_text()
