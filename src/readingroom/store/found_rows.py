"""Values as rows of the tables of people and findings, in the order in which they are kept."""

from __future__ import annotations

from sqlalchemy import Table

from readingroom.store.rows import RowsOf

FOUND_ROWS: tuple[tuple[Table, RowsOf], ...] = ()
