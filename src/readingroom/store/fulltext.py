"""Full text on SQLite's FTS5. PostgreSQL will have a file like this one.

`entry_text` indexes the text columns of `entry` without keeping a second copy of them; triggers keep the two in step.
`entry_terms` lists every word of the index: what `~word` is compared with.
"""

from __future__ import annotations

from readingroom.store.tables import FULL_TEXT_COLUMNS

_NAMES = ", ".join(FULL_TEXT_COLUMNS)
_NEW = ", ".join(f"new.{name}" for name in FULL_TEXT_COLUMNS)
_OLD = ", ".join(f"old.{name}" for name in FULL_TEXT_COLUMNS)

FULL_TEXT_DDL = (
    f"CREATE VIRTUAL TABLE entry_text USING fts5({_NAMES}, content='entry', content_rowid='id',"
    ' tokenize="unicode61 remove_diacritics 2")',
    "CREATE VIRTUAL TABLE entry_terms USING fts5vocab(entry_text, 'row')",
    f"CREATE TRIGGER entry_indexed AFTER INSERT ON entry BEGIN"
    f" INSERT INTO entry_text(rowid, {_NAMES}) VALUES (new.id, {_NEW}); END",
    f"CREATE TRIGGER entry_unindexed AFTER DELETE ON entry BEGIN"
    f" INSERT INTO entry_text(entry_text, rowid, {_NAMES}) VALUES ('delete', old.id, {_OLD}); END",
)
