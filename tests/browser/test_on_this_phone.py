"""“This phone” says what is there now, also where there are as many things as before."""

from tests.browser.devices import another_tab
from tests.browser.disk import writes

INSTEAD = """async () => {
    const [{openJournal}, {begin, takeBack}] =
        await Promise.all([ours("account.js"), ours("records.js")]);
    const journal = await openJournal();
    const [{record}] = await journal.waiting();
    await takeBack(journal, "check_in", record);
    await begin(journal, "goal", {words: "Sleep.", state: "proposed", goal: null, replaces: null});
}"""


def test_what_bea_wrote_in_place_of_something_else_in_another_tab_is_listed(bea):
    bea.context.set_offline(True)
    writes(bea, 1)
    bea.opens("/phone")
    bea.syncs()
    bea.page.get_by_role("link", name="A check-in").focus()
    tab = another_tab(bea, "/check-ins")
    tab.page.evaluate(INSTEAD)
    tab.syncs()
    bea.page.get_by_role("link", name="A goal").wait_for()
    bea.does_not_see("A check-in")
