"""How to wait here: never for a length of time. A machine may be ten times slower than this one, so
a test asks until something is true (`sees`, `does_not_see`, Playwright's `expect`, `eventually`),
which costs nothing when it is true at once, and has an end that only a defect reaches. What must
not happen is looked for after something that comes later: `syncs` returns when a round of syncing
is over, and `disk.writes_down` when the words are on the disk. Where time itself matters, the
phone's clock is moved: see `clocks`.
"""

from contextlib import suppress

from playwright.sync_api import Error

PATIENCE_MS = 60_000  # only a defect takes so long


def eventually(page, condition, patience_ms=PATIENCE_MS):
    """Whether it becomes true while the browser goes on."""
    for _ in range(patience_ms // 50):
        with suppress(Error):  # the page was just being left, and what it was asked with it
            if condition():
                return True
        page.wait_for_timeout(50)
    return False


def becomes_true(page, script):
    """Wait for it, also across a reload. Asked anew each time: a script that waits inside the page
    is stopped by the page's own policy."""
    assert eventually(page, lambda: page.evaluate(script)), script
