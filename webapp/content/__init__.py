"""The words Footing ships with, as data files beside this one. Each is read once, and a slip of the
pen (a field that is unknown, missing, or empty) is named with its place."""

from webapp.content.asking import check_in, reasons
from webapp.content.naming import Note, notes, passkey_makers
from webapp.content.preparing import Tip, Tips, arrangements, tips
from webapp.content.reading import crisis, learn
from webapp.content.repairing import phrases, reflection, repair
from webapp.content.shapes import FOLDER, Row, Text, read
from webapp.content.telling import in_full, notice

__all__ = [
    "FOLDER",
    "Note",
    "Row",
    "Text",
    "Tip",
    "Tips",
    "arrangements",
    "check_in",
    "crisis",
    "in_full",
    "learn",
    "notes",
    "notice",
    "passkey_makers",
    "phrases",
    "read",
    "reasons",
    "reflection",
    "repair",
    "tips",
]
