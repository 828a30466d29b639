"""A draft held against the case."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from readingroom.case.ask_names import source_names
from readingroom.case.folder import Case
from readingroom.drafts import DraftText, Text, check_draft, read_draft, redaction_positions
from readingroom.model import Coverage, FieldName, PageState, Passage, Redaction, Sheet
from readingroom.store import (
    EntryRow,
    Store,
    candidate_entries,
    copies_by_id,
    message_count,
    message_of_copies,
    message_statuses,
    page_rows,
    problems,
    redactions,
    rest_passage,
    sources,
    stamps,
    whole_pages,
)
from readingroom.text import lines_of, passage_of_lines

NOT_READ_YET = "not read yet"


def check_file(case: Case, draft: Path) -> Sheet:
    """Every quotation of a draft file, proved or not. Raises DraftUnreadable."""
    return check_text(case, read_draft(draft))


def check_text(case: Case, draft: DraftText) -> Sheet:
    """Every quotation of a draft, proved or not."""
    return check_draft(draft, CaseLookup(case.store))


class CaseLookup:
    """`drafts.Lookup` over the store. Remembers what it has unpacked, for as long as one check lasts."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._texts: dict[str, tuple[Text, ...]] = {}  # by copy id, or by page
        self._marks: dict[tuple[str, int], tuple[Redaction, ...]] = {}

    def candidates(self, words: Sequence[str], limit: int) -> Sequence[Text]:
        """See `Lookup.candidates`."""
        entries = candidate_entries(self._store, words, limit)
        self._unpack_copies([entry.copy_id for entry in entries if entry.copy_id])
        return [text for entry in entries for text in self._of_entry(entry)]

    def coverage(self) -> Coverage:
        """See `Lookup.coverage`."""
        names = source_names(self._store)
        why = {(problem.source, problem.page): problem.what for problem in problems(self._store)}
        unread = []
        searched = 0
        read: dict[str, set[int]] = {}
        for page in page_rows(self._store):
            if page.state in (PageState.READ, PageState.BLANK):
                read.setdefault(page.source, set()).add(page.number)
        for source in sources(self._store):
            name = names[source.id]
            if source.problem:
                unread.append((name, 0, source.problem))
            missing = sorted(set(range(1, source.pages + 1)) - read.get(source.id, set()))
            searched += source.pages - len(missing)
            unread += [(name, number, why.get((source.id, number), NOT_READ_YET)) for number in missing]
        return Coverage(searched, message_count(self._store), tuple(unread))

    def _of_entry(self, entry: EntryRow) -> tuple[Text, ...]:
        key = entry.copy_id or f"{entry.source_id}:{entry.page}"
        if key not in self._texts:
            self._texts[key] = () if entry.copy_id else (self._of_page(entry),)
        return self._texts[key]

    def _unpack_copies(self, ids: Sequence[str]) -> None:
        new = [copy_id for copy_id in ids if copy_id not in self._texts]
        joined = message_of_copies(self._store, new)
        statuses = message_statuses(self._store, sorted(set(joined.values())))
        for copy_id, copy_ in copies_by_id(self._store, new).items():
            message_id = joined.get(copy_id, "")
            subject = copy_.field(FieldName.SUBJECT).printed
            self._texts[copy_id] = tuple(
                Text(
                    copy=copy_id,
                    message=message_id,
                    source=copy_.source,
                    field=field,
                    passage=passage,
                    hidden=self._hidden(copy_.source, passage),
                    status=statuses.get(message_id, ""),
                )
                for field, passage in (("body", copy_.body), ("subject", subject))
                if passage
            )

    def _of_page(self, entry: EntryRow) -> Text:
        passage = rest_passage(self._store, entry.source_id, entry.page) if entry.kind == "rest" else None
        if passage is None:
            passage = self._whole_page(entry.source_id, entry.page)
        hidden = self._hidden(entry.source_id, passage)
        return Text(copy="", message="", source=entry.source_id, field="page", passage=passage, hidden=hidden)

    def _whole_page(self, source: str, number: int) -> Passage:
        stamped = frozenset(at for stamp in stamps(self._store, source, number, number) for at in stamp.words)
        pages = whole_pages(self._store, source, number, number)
        return passage_of_lines(line for page in pages for line in lines_of(page, stamped))

    def _hidden(self, source: str, passage: Passage) -> tuple[tuple[int, Redaction], ...]:
        marks: list[Redaction] = []
        for page in sorted({run.page for run in passage.runs}):
            if (source, page) not in self._marks:
                self._marks[source, page] = redactions(self._store, source, page, page)
            marks += self._marks[source, page]
        return redaction_positions(passage, marks)
