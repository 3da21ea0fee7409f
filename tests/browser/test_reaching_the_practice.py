"""How to reach the practice, on Bea's phone with text at 200 %."""

from tests.browser import looks

ADDRESS = "annabel.tern@hillside.example"
LINES = """link => [...link.firstChild.childNodes]
  .filter(({nodeType}) => nodeType === Node.TEXT_NODE)
  .map(part => { const range = new Range(); range.selectNode(part); return range })
  .map(range => [range.toString(), range.getClientRects().length])"""


def test_a_long_address_breaks_before_a_sign_and_never_within_a_name_that_has_room(ada, bea):
    ada.opens("/practice/settings")
    ada.page.get_by_label("E-mail").fill(ADDRESS)
    ada.taps("Save")
    ada.sees("Phones have it")
    bea.opens("/the-practice")
    link = bea.page.get_by_role("link", name=f"Write to {ADDRESS}")
    assert link.get_attribute("href") == f"mailto:{ADDRESS}"
    with looks.large_text(bea):
        lines = dict(link.evaluate(LINES))
    assert "".join(lines) == f"Write to {ADDRESS}"
    assert lines[".tern"] == lines["@hillside"] == lines[".example"] == 1
    looks.hold(bea)
