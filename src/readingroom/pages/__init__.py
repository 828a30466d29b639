"""Pages of sealed originals: words with boxes, stamps, redactions, pictures.

Takes: the path of a sealed PDF, opened read-only. Gives: `PageReading` values, page pictures as PNG, page counts,
stamps. Owns: the PDF libraries, the OCR engine (`ocr.OcrEngine`, the one plug-in hook), the table of reasons.
All of it is pure over the file's bytes and meets hostile ones: run it in worker processes with limits on memory and
time, one file a process at a time, never in threads. Open first: `reading.py`.

    count, reason = count_pages(path)
    for reading in read_pages(path, source.id, range(1, 21), Settings()):
        marks = find_stamps(reading.page)
    png = draw_page(path, number=3, scale=110 / 72)
"""

from readingroom.pages.code_forms import normal_codes
from readingroom.pages.gaps import place_codes
from readingroom.pages.hidden import HiddenRun
from readingroom.pages.language import is_odd
from readingroom.pages.layer import words_of_page
from readingroom.pages.marking import Marking, draw_markings
from readingroom.pages.ocr import OcrEngine, OcrFailed, OcrMissing
from readingroom.pages.opening import count_pages
from readingroom.pages.picture import draw_page, fitting_scale, mark_boxes
from readingroom.pages.reading import PageReading, read_hidden, read_pages
from readingroom.pages.reasons import REASONS
from readingroom.pages.report import ocr_report
from readingroom.pages.stamps import Marks, find_stamps

__all__ = [
    "REASONS",
    "HiddenRun",
    "Marking",
    "Marks",
    "OcrEngine",
    "OcrFailed",
    "OcrMissing",
    "PageReading",
    "count_pages",
    "draw_markings",
    "draw_page",
    "find_stamps",
    "fitting_scale",
    "is_odd",
    "mark_boxes",
    "normal_codes",
    "ocr_report",
    "place_codes",
    "read_hidden",
    "read_pages",
    "words_of_page",
]
