"""Print how Footing does against its bars, as Markdown: `make bars`.

The people of the demo, each signed in and with a year behind them, in a real browser. Times move
with what else the machine does, so this wants a quiet one. `python -m tests.bars PART…` measures
some of it only.
"""

import argparse
import tempfile
from pathlib import Path

from tests import gallery, gallery_scenes
from tests.bars import lighthouse, moments, profiles, starts
from tests.bars.tables import table
from tests.browser import looks


def main():
    with gallery.cast() as people, tempfile.TemporaryDirectory() as folder:
        signed_in = profiles.signed_in(people, Path(folder))
        for part in _asked():
            print(PARTS[part](people, *signed_in), flush=True)


def found(people, *_):
    """What axe finds in each scene, in every look, what scrolls sideways, which target is small."""
    rows = (
        (scene.__name__.replace("_", " "), _wrong(people, scene)) for scene in gallery_scenes.ALL
    )
    return table("What is wrong with a page, in nine looks", ("page", "found"), rows)


def _wrong(people, scene):
    return "; ".join(looks.wrong(scene(people))) or 0


PARTS = {
    "lighthouse": lambda *who: table("Lighthouse", lighthouse.COLUMNS, lighthouse.of(*who)),
    "starts": lambda *who: table("Without signal", starts.COLUMNS, starts.of(*who)),
    "moments": lambda people, *_: table("The moments", moments.COLUMNS, moments.walked(people)),
    "found": found,
}


def _asked():
    parser = argparse.ArgumentParser()
    parser.add_argument("part", nargs="*", choices=[[], *PARTS])
    return parser.parse_args().part or list(PARTS)


if __name__ == "__main__":
    main()
