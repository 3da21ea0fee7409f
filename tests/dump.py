"""Everything that an installation keeps, for tests that look for what must not be there."""

from webapp.extensions import db


def rows(app):
    """Every row of every table, by the table's name."""
    with app.app_context():
        tables = db.metadata.sorted_tables
        return {t.name: sorted(map(repr, db.session.execute(db.select(t)))) for t in tables}


def everything(app):
    """Every byte of the database: the cells of all tables, and SQLite's file with its log."""
    with app.app_context():
        tables = db.metadata.sorted_tables
        cells = [c for t in tables for row in db.session.execute(db.select(t)) for c in row]
        files = app.config["INSTANCE"].glob("*.sqlite*")
        return b"\0".join(map(_bytes, cells)) + b"".join(file.read_bytes() for file in files)


def _bytes(cell):
    return cell if isinstance(cell, bytes) else str(cell).encode()
