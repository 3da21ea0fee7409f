"""What every page of ours keeps to. Each failure says what to do instead."""

from collections import Counter

import html5lib
from bs4 import BeautifulSoup
from bs4.builder import HTML5TreeBuilder

UNLABELLED = {"hidden", "submit", "button", "reset", "image"}


def hold(html):
    """Fail unless a page keeps every rule. Returns it as soup."""
    page = BeautifulSoup(html, builder=Strict)  # raises ParseError
    broken = [rule.__doc__ for rule in RULES if not rule(page)]
    assert not broken, broken
    return page


class Strict(HTML5TreeBuilder):
    """Takes no mistake, and reads a page once for the tree and for its mistakes."""

    def feed(self, markup):
        """Raises html5lib's ParseError."""
        parser = html5lib.HTMLParser(strict=True, tree=self.create_treebuilder)
        self.underlying_builder.parser = parser
        parser.parse(markup)


def _with(page, attribute):
    """Every tag that has an attribute. To ask Beautiful Soup for it takes ten times as long."""
    return [tag for tag in page.find_all(True) if attribute in tag.attrs]


def _named(page, *names):
    """Every tag with one of these names, as quickly."""
    return [tag for tag in page.find_all(True) if tag.name in names]


def _language(page):
    """<html> says its language."""
    return page.html.get("lang") == "en-GB"


def _title(page):
    """A page has one title, in words."""
    return len(page.head.find_all("title")) == 1 and page.title.get_text(strip=True)


def _heading(page):
    """A page has one h1, in words."""
    headings = page.find_all("h1")
    return len(headings) == 1 and headings[0].get_text(strip=True)


def _places(page):
    """Every <nav> has a name of its own."""
    names = [nav.get("aria-label") for nav in page.find_all("nav")]
    return all(names) and len(set(names)) == len(names)


def _ids(page):
    """An id stands once on a page."""
    ids = Counter(tag["id"] for tag in _with(page, "id"))
    return all(count == 1 for count in ids.values())


def _zoom(page):
    """Everybody may zoom: the viewport says width=device-width and forbids nothing."""
    viewport = page.find("meta", attrs={"name": "viewport"})["content"]
    return "width=device-width" in viewport and "scal" not in viewport.replace("initial-scale", "")


def _scripts(page):
    """Scripts are files: none in the page, none in an attribute."""
    inline = [s for s in page.find_all("script") if not s.get("src") and s.get_text(strip=True)]
    handlers = [a for tag in page.find_all(True) for a in tag.attrs if a.startswith("on")]
    return not inline and not handlers


def _styles(page):
    """Styles are files: no <style>, no style attribute."""
    return not page.find_all("style") and not _with(page, "style")


def _files(page):
    """Every script, style and picture is our own."""
    used = [tag["src"] for tag in _with(page, "src")]
    used += [tag["href"] for tag in page.find_all("link") if tag.has_attr("href")]
    return all(address.startswith("/") and not address.startswith("//") for address in used)


def _forms(page):
    """Every form has an action, and a CSRF token when it is posted; a dialog's form has neither."""
    sent = [form for form in page.find_all("form") if form.get("method") != "dialog"]
    posted = [form for form in sent if form.get("method") == "post"]
    tokens = [form.find("input", {"name": "csrf_token"}) for form in posted]
    return all(form.get("action") for form in sent) and all(tokens)


def _labels(page):
    """Every field has a label in words."""
    fields = _named(page, "input", "select", "textarea")
    labels = {label.get("for"): label for label in reversed(page.find_all("label"))}
    return all(_label(labels, f) for f in fields if f.get("type") not in UNLABELLED)


def _label(labels, field):
    about = labels.get(field["id"]) if field.get("id") else None
    label = about or field.find_parent("label")
    named = field.get("aria-label") or field.get("aria-labelledby")
    return named or (label and label.get_text(strip=True))


def _mistakes(page):
    """What has to be looked at again is marked so, and described by what was wrong with it."""
    ways = [way for box in page.select(".notice--wrong") for way in box.select("li a")]
    # The field's own name may come before it, where others are wrong alike.
    fields = {page.find(id=way["href"][1:]): [*way.strings][-1] for way in ways}
    fields.pop(None, None)  # what only a program leaves out is asked by no field
    return all(_is_marked(page, *each) for each in fields.items())


def _order(page):
    """What has to be looked at again is told in the order in which the page asks for it."""
    ways = [way["href"][1:] for box in page.select(".notice--wrong") for way in box.select("li a")]
    ids = [tag["id"] for tag in _with(page, "id") if tag["id"] in ways]
    return [way for way in dict.fromkeys(ways) if way in ids] == ids


def _is_marked(page, field, words):
    parts = [page.find(id=part) for part in field.get("aria-describedby", "").split()]
    return field.get("aria-invalid") and any(words in part.get_text() for part in parts)


def _choices(page):
    """One of several is chosen in a form, in a <fieldset> whose <legend> asks for it."""
    ones = [tag for tag in _with(page, "type") if tag["type"] == "radio"]
    rows = [row for row in ones if not row.find_parent("template")]
    asked = [row.find_parent("fieldset") for row in rows if row.find_parent("form")]
    return len(asked) == len(rows) and all(each and each.legend for each in asked)


def _buttons(page):
    """Every button and link says what it does; one in a <template> is filled before it is shown."""
    shown = [tag for tag in _named(page, "button", "a") if not tag.find_parent("template")]
    return all(tag.get_text(strip=True) or tag.get("aria-label") for tag in shown)


def _pictures(page):
    """Every picture has an alternative text, which may be empty."""
    return all(tag.has_attr("alt") for tag in page.find_all("img"))


RULES = (
    _language, _title, _heading, _ids, _zoom, _scripts, _styles, _files, _forms, _labels, _choices,
    _mistakes, _order, _buttons, _pictures, _places,
)  # fmt: skip
