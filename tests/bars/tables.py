"""Figures as Markdown."""

import sys


def table(title, columns, rows):
    """A table under its title, as text. Each row is named on stderr once it is measured."""
    lines = [f"## {title}", "", _line(columns), _line("---" for _ in columns)]
    for row in rows:
        lines.append(_line(row))
        print(lines[-1], file=sys.stderr, flush=True)
    return "\n".join([*lines, ""])


def _line(cells):
    return f"| {' | '.join(map(_told, cells))} |"


def _told(cell):
    return f"{cell:.0f}" if isinstance(cell, float) else str(cell)
