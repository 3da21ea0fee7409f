"""Every look a person may have chosen, and what is wrong with a page in each of them."""

from contextlib import contextmanager

from axe_playwright_python.base import AXE_SCRIPT

MEDIA = {
    "color_scheme": "light",
    "forced_colors": "none",
    "contrast": "no-preference",
    "reduced_motion": "no-preference",
}
AXE = """how => axe.run({resultTypes: ['violations'], ...how}).then(({violations}) =>
  violations.flatMap(({id, nodes}) => nodes.map(
  node => `${id}: ${node.target} ${node.any.map(check => check.message)}`)))"""
# To compare colours takes longest, and is all that may be different where only colours are.
EVERY_RULE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
NO_COLOURS = {**EVERY_RULE, "rules": {"color-contrast": {"enabled": False}}}
# Where the same things only lie or move otherwise, this is all that may be.
PLACES = {"runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}}
SETTLED = "Promise.allSettled(document.getAnimations().map(animation => animation.finished))"
WIDER = """wide => document.documentElement.scrollWidth <= wide ? [] : ['scrolls sideways',
  ...[...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > wide || one.getBoundingClientRect().left < 0)
    .slice(0, 3).map(one => one.outerHTML.slice(0, 90))]"""
# A row is as large as its label; a link between the words of a sentence needs no size of its own.
SMALL = """least => [...document.querySelectorAll('a[href], button, input, textarea, summary')]
  .filter(one => one.type !== 'hidden' && one.checkVisibility({visibilityProperty: true}))
  .filter(one => getComputedStyle(one).display !== 'inline'
    || one.parentElement.textContent.trim() === one.textContent.trim())
  .map(one => [one, (one.closest('label') ?? one).getBoundingClientRect()])
  .filter(([one, {width, height}]) => Math.min(width, height) < least)
  .map(([one, {width, height}]) => `${width} x ${height}: ${one.outerHTML.slice(0, 90)}`)"""
LEAST_TARGET = 48
# A word of letters alone that stands on two lines; an address may, it has no other place to break.
BROKEN = """() => {
    const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
        if (!text.parentElement.checkVisibility({visibilityProperty: true})) continue;
        for (const word of text.data.matchAll(/(?<![^\\s(“])\\p{L}+(?![^\\s,.:;?!)”])/gu)) {
            const range = new Range();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(({top}) => Math.round(top)));
            if (lines.size > 1) found.push(word[0]);
        }
    }
    return found;
}"""


def hold(person):
    """Fail unless the page this person sees is right in every look."""
    found = wrong(person)
    assert not found, "\n".join([person.page.url, *found])


def wrong(person):
    """What is wrong with the page this person sees, look by look. It is loaded only once."""
    person.page.evaluate(AXE_SCRIPT)
    return [
        f"{name}: {one}"
        for name, (look, rules) in LOOKS.items()
        for one in _wrong(person, look, rules)
    ]


def _wrong(person, look, rules):
    with look(person) as page:
        page.evaluate(SETTLED)
        wide = page.viewport_size["width"]
        return [
            *page.evaluate(AXE, rules),
            *page.evaluate(WIDER, wide),
            *page.evaluate(SMALL, LEAST_TARGET),
        ]


def _preferring(**media):
    @contextmanager
    def look(person):
        person.page.emulate_media(**MEDIA | media)
        yield person.page
        person.page.emulate_media(**MEDIA)

    return look


@contextmanager
def bright(person):
    """As the button switches it, and as it stays on pages without the button."""
    switch = "document.querySelector('[data-bright]')?.click()"
    person.page.evaluate(f"{switch}; document.documentElement.dataset.look = 'bright'")
    yield person.page
    person.page.evaluate(f"{switch}; document.documentElement.dataset.look = ''")


@contextmanager
def large_text(person):
    """Text at 200 %, as a phone's own setting makes it."""
    sizes = {"standard": 16, "fixed": 13}
    doubled = {name: 2 * size for name, size in sizes.items()}
    person.cdp.send("Page.setFontSizes", {"fontSizes": doubled})
    yield person.page
    person.cdp.send("Page.setFontSizes", {"fontSizes": sizes})


@contextmanager
def narrow(person):
    """The narrowest phone; also a laptop at 400 %."""
    usual = person.page.viewport_size
    person.page.set_viewport_size({"width": 320, "height": 568})
    yield person.page
    person.page.set_viewport_size(usual)


@contextmanager
def least_room(person):
    """The narrowest phone, with text at 200 %."""
    with large_text(person), narrow(person) as page:
        yield page


@contextmanager
def right_to_left(person):
    """As for a language that is written from the right."""
    person.page.evaluate("document.documentElement.dir = 'rtl'")
    yield person.page
    person.page.evaluate("document.documentElement.dir = 'ltr'")


def between(above, below):
    """How many pixels lie between the one and what stands below it."""
    above, below = above.bounding_box(), below.bounding_box()
    return below["y"] - above["y"] - above["height"]


LOOKS = {
    "light": (_preferring(), EVERY_RULE),
    "dark": (_preferring(color_scheme="dark"), COLOURS),
    "bright": (bright, COLOURS),
    "text at 200 %": (large_text, NO_COLOURS),
    "320 px wide": (narrow, NO_COLOURS),
    "forced colours": (_preferring(forced_colors="active"), COLOURS),
    "more contrast": (_preferring(contrast="more"), COLOURS),
    "reduced motion": (_preferring(reduced_motion="reduce"), PLACES),
    "right to left": (right_to_left, PLACES),
}
