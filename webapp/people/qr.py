"""A QR code as the path of an SVG, so that no picture holding a secret needs an address."""

import segno

QUIET = 4  # light modules around it, as the standard wants


class QrCode:
    """`size` is the width in modules with the quiet zone, `path` the dark ones."""

    def __init__(self, text):
        rows = [list(row) for row in segno.make(text, error="m").matrix_iter(border=QUIET)]
        self.size = len(rows)
        self.path = "".join(
            f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
        )
