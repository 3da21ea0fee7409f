"""What was done to an installation once, and is done to it again by writing the same rows."""

from datetime import datetime
from itertools import groupby

from sqlalchemy import insert, select, update

from webapp import ledger
from webapp.extensions import db, now


class Deed:
    """Something that is done, what came of it, and what it wrote: rows, and lines in the ledger."""

    def __init__(self, app, deed):
        self._app, self._ledger = app, app.config["INSTANCE"] / ledger.NAME
        before, noted = self._rows(), self._noted()
        self.result, self._at = deed(), now()
        after, self._lines = self._rows(), self._noted().removeprefix(noted)
        self._new = {key: row for key, row in after.items() if key not in before}
        self._other = {key: _what_differs(row, after[key]) for key, row in before.items()}

    def again(self):
        """Write it as if it were done now: each moment in it is as much later."""
        since = now() - self._at
        with self._app.app_context(), db.engine.begin() as connection:
            for table, rows in groupby(self._new, key=lambda key: key[0]):
                connection.execute(insert(table), [_later(self._new[row], since) for row in rows])
            for (table, id), cells in self._other.items():
                if cells:
                    connection.execute(update(table).where(table.c.id == id), _later(cells, since))
        self._ledger.touch(0o600)
        with self._ledger.open("a") as file:
            file.write(self._lines)

    def _rows(self):
        """Every row, by its table and its id, in the order in which they were written."""
        with self._app.app_context(), db.engine.connect() as connection:
            return {
                (table, row["id"]): dict(row)
                for table in db.metadata.sorted_tables
                for row in connection.execute(select(table)).mappings()
            }

    def _noted(self):
        return self._ledger.read_text() if self._ledger.exists() else ""


def _what_differs(row, after):
    return {name: cell for name, cell in after.items() if cell != row[name]}


def _later(row, since):
    return {n: cell + since if isinstance(cell, datetime) else cell for n, cell in row.items()}
