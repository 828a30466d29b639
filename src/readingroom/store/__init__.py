"""The store: values ↔ case.

Takes: values of stages under their batch's key, sources, the request. Gives: them back, by question.
Owns: SQL, full-text search, migrations. It knows the vocabulary, and has heard of no stage and no engine.
What is SQLite's own stands in `sqlite.py` and `fulltext.py`; the tables are in `tables.py`. Open first: `tables.py`.

    store = open_store(folder / "case.db")
    commit(store, "pages", [Batch("ab12:1", key)], [values])
    pages(store, source_id)
"""

from readingroom.store.asked import Asked
from readingroom.store.attachments import attachments, attachments_of
from readingroom.store.candidates import candidate_entries
from readingroom.store.chosen import choose_text, chosen_texts
from readingroom.store.copies import (
    CopyRow,
    DocumentRow,
    copies_by_id,
    copies_of_document,
    copies_on_page,
    copy_count,
    copy_rows,
    document_of_page,
    documents,
    whole_copies,
)
from readingroom.store.counts import (
    ProblemCount,
    broken_source_count,
    document_count,
    messages_by_date,
    pages_in_state,
    problem_counts,
    problem_places,
    top_senders,
)
from readingroom.store.entries import EntryRow, rest_passage
from readingroom.store.fulltext import Spellings
from readingroom.store.ledger import Batch, commit, done_batches, forget_lost, retire
from readingroom.store.messages import (
    MessageRow,
    conversation_messages,
    links_of,
    message_by_id,
    message_count,
    message_neighbours,
    message_of_copies,
    message_statuses,
    messages,
    messages_by_id,
)
from readingroom.store.pages import (
    PageRow,
    Tally,
    hidden_texts,
    mark_wanted,
    packed_pages,
    page_row,
    page_rows,
    problems,
    redactions,
    sketches,
    stamped_pages,
    stamps,
    take_wanted,
    tally,
    whole_pages,
)
from readingroom.store.query import CONDITIONS, TEXT_FIELDS, parse_query
from readingroom.store.search import Facets, Hit, Narrowing, Order, Results, all_hits, facets, search
from readingroom.store.sought import sought_in
from readingroom.store.sources import (
    add_source,
    log_entries,
    read_note,
    read_request,
    received_as,
    sealed_files,
    source_by_id,
    sources,
    write_log,
    write_note,
    write_request,
)
from readingroom.store.sqlite import Store, database_faults, database_report, open_store

__all__ = [
    "CONDITIONS",
    "TEXT_FIELDS",
    "Asked",
    "Batch",
    "CopyRow",
    "DocumentRow",
    "EntryRow",
    "Facets",
    "Hit",
    "MessageRow",
    "Narrowing",
    "Order",
    "PageRow",
    "ProblemCount",
    "Results",
    "Spellings",
    "Store",
    "Tally",
    "add_source",
    "all_hits",
    "attachments",
    "attachments_of",
    "broken_source_count",
    "candidate_entries",
    "choose_text",
    "chosen_texts",
    "commit",
    "conversation_messages",
    "copies_by_id",
    "copies_of_document",
    "copies_on_page",
    "copy_count",
    "copy_rows",
    "database_faults",
    "database_report",
    "document_count",
    "document_of_page",
    "documents",
    "done_batches",
    "facets",
    "forget_lost",
    "hidden_texts",
    "links_of",
    "log_entries",
    "mark_wanted",
    "message_by_id",
    "message_count",
    "message_neighbours",
    "message_of_copies",
    "message_statuses",
    "messages",
    "messages_by_date",
    "messages_by_id",
    "open_store",
    "packed_pages",
    "page_row",
    "page_rows",
    "pages_in_state",
    "parse_query",
    "problem_counts",
    "problem_places",
    "problems",
    "read_note",
    "read_request",
    "received_as",
    "redactions",
    "rest_passage",
    "retire",
    "sealed_files",
    "search",
    "sketches",
    "sought_in",
    "source_by_id",
    "sources",
    "stamped_pages",
    "stamps",
    "take_wanted",
    "tally",
    "top_senders",
    "whole_copies",
    "whole_pages",
    "write_log",
    "write_note",
    "write_request",
]
