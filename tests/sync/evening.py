"""The end of a day: everything heals, everybody syncs until it is quiet, and then it is counted."""

ROUNDS_MOST = 12


def everything_arrives(household):
    """Heal, sync until it is quiet, and hold what is there against what was said."""
    while household.network.held:
        household.network.delivers_late()
    assert any(_is_quiet_after_a_round(household) for _ in range(ROUNDS_MOST))
    household.loses_nothing()
    household.holds_no_foreign_word()
    for account, said in household.said.items():
        _is_as_said(household, account, said)


def _is_quiet_after_a_round(household):
    for phone in household.phones.values():
        for account in phone.disk.copies:
            _goes_through(household, phone, account)
    feeds = {(copy.account, str(copy.entries)) for copy in household.copies()}
    waits = any(copy.outbox.sendable() for copy in household.copies())
    return not waits and len(feeds) == len(household.said)


def _goes_through(household, phone, account):
    if phone.disk.account != account or household.syncs(phone) != "done":
        household.signs_in(phone, account)
    phone.copy.outbox.try_again("bad_digest")
    assert household.syncs(phone) == "done"


def _is_as_said(household, account, said):
    feed = _feed(household, account)
    numbers = household.network.numbers
    assert all(numbers.get(change["entry"], change["seq"]) == change["seq"] for change in feed)
    said.is_there_once(feed)
    said.is_not_overwritten(feed)
    said.is_gone(feed)
    assert _read_by_ada(household, account) == said.shared(feed)


def _feed(household, account):
    """What the server tells a phone that has never been here."""
    phone = next(p for p in household.phones.values() if p.disk.account == account)
    feed = phone.browser.feed()
    copies = [copy for copy in household.copies() if copy.account == account]
    assert all(copy.entries == feed for copy in copies)
    assert not any(
        row.item["record"] in household.said[account].erased
        for copy in copies
        for row in copy.outbox.rows
    )
    return feed


def _read_by_ada(household, account):
    """The words that Ada can read of this client, on however many pages."""
    page, words = household.ada.opens(f"/practice/clients/{account}"), []
    while True:
        words += [phrase.get_text(strip=True) for phrase in page.select(".phrase")]
        older = page.find("a", string="Older check-ins")
        if older is None:
            return sorted(words)
        page = household.ada.opens(older["href"])
