"""Print how Footing does against its bars, as Markdown: `make bars`.

The people of the demo, each signed in and with a year behind them, in a real browser. Times move
with what else the machine does, so this wants a quiet one.
"""

import tempfile
from pathlib import Path

from tests import gallery, gallery_scenes
from tests.bars import lighthouse, moments, profiles, starts
from tests.bars.tables import table
from tests.browser import looks


def main():
    with gallery.cast() as people, tempfile.TemporaryDirectory() as folder:
        print(table("What is wrong with a page, in nine looks", ("page", "found"), found(people)))
        print(table("The moments", moments.COLUMNS, moments.walked(people)))
        bea, ada = profiles.signed_in(people, Path(folder))
        print(table("Lighthouse", lighthouse.COLUMNS, lighthouse.of(people, bea, ada)))
        print(table("Without signal", starts.COLUMNS, starts.of(people, bea)))


def found(people):
    """Yields each scene, and what axe finds in it, what scrolls sideways, which target is small."""
    for scene in gallery_scenes.ALL:
        wrong = looks.wrong(scene(people))
        yield scene.__name__.replace("_", " "), "; ".join(wrong) or 0


if __name__ == "__main__":
    main()
