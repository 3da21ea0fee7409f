"""What Ada hands to a client: the link that she copies, and the paper that she prints."""

COUNTS = "globalThis.printed = 0; void (globalThis.print = () => printed++)"


def test_ada_copies_the_link_and_prints_what_stands_about_ben(ada):
    ada.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ben = ada.invites("Ben")
    ada.taps("Copy the link")
    ada.sees("Copied.")
    assert ada.page.evaluate("navigator.clipboard.readText()") == ben.link
    ada.opens(f"{ben.client}/on-paper")
    ada.page.evaluate(COUNTS)
    ada.taps("Print this")
    assert ada.page.evaluate("printed") == 1
