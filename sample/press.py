"""Lays lines on sheets, one after the other, and writes down what was laid where: the truth of the sample."""

from __future__ import annotations

from dataclasses import dataclass, field

from paper import BOTTOM, LEFT, RIGHT, TOP, Patch, Rule, Sheet, Text, break_lines, reach
from reportlab.pdfbase.pdfmetrics import stringWidth
from story import Cut

MASK = "\u2588"  # stands for one hidden character in printed values
CODE_FONT, CODE_SIZE = "Helvetica", 7.5
FILL = {"black": 0.0, "grey": 0.72, "outline": 1.0}


@dataclass(slots=True)
class Laid:
    """One line as printed: `text` has MASK for what is hidden; `box` is [page, x0, y0, x1, y1]."""

    text: str
    box: tuple[float, ...]
    part: str


@dataclass(slots=True)
class Hidden:
    """A redaction as it came to lie on the pages."""

    cut: Cut
    boxes: list[tuple[float, ...]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    code_boxes: list[tuple[float, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Ink:
    """Words to print, and for each character the redaction that hides it (None: printed)."""

    text: str
    hidden: list[Hidden | None]

    @staticmethod
    def of(text: str, redactions: list[Hidden], spots: list[tuple[int, int, Hidden]] | None = None) -> Ink:
        """`text` with every redaction applied that says "*" or names words in it, and with ready-made `spots`."""
        ink = Ink(text, [None] * len(text))
        found = list(spots or ())
        for redaction in redactions:
            words = redaction.cut.hide
            at = 0 if words == "*" else text.find(words)
            if not words.startswith("@") and at >= 0:
                found.append((at, at + (len(text) if words == "*" else len(words)), redaction))
        for start, end, redaction in found:
            ink.hidden[start:end] = [redaction] * (end - start)
        return ink


class Press:
    """Prints lines downwards on sheets; a new sheet begins where one is full."""

    def __init__(self, first_page: int, document: str, kind: str, scan: str, font: tuple[str, str, float]) -> None:
        self.first_page = first_page
        self.new_sheet = lambda: Sheet(document, kind, scan)
        self.sheets = [self.new_sheet()]
        self.plain, self.bold, self.size = font
        self.leading = self.size * 1.22
        self.y = TOP

    @property
    def page(self) -> int:
        """Number of the open sheet in the whole release."""
        return self.first_page + len(self.sheets) - 1

    @property
    def begun(self) -> bool:
        """Whether anything has been printed."""
        return len(self.sheets) > 1 or bool(self.sheets[0].marks)

    def put(self, mark: Text | Patch | Rule, page: int = 0) -> None:
        """A mark on the open sheet, or on that `page` of the release."""
        self.sheets[(page or self.page) - self.first_page].marks.append(mark)

    def skip(self, lines: float) -> None:
        """White space, lost at the end of a sheet."""
        self.y += lines * self.leading

    def turn(self) -> None:
        """A new sheet."""
        self.sheets.append(self.new_sheet())
        self.y = TOP

    def lay(
        self,
        ink: Ink,
        part: str,
        *,
        label: str = "",
        bold_label: bool = True,
        quote: str = "",
        x: float = LEFT,
        hang: float | None = None,
        size: float | None = None,
        bold: bool = False,
        hyphenate: bool = False,
    ) -> list[Laid]:
        """Prints `ink` in as many lines as it takes. `label` stands before it; `hang` is the x of its values.

        Returns the lines laid, without label and quotation marks.
        """
        font, size = (self.bold if bold else self.plain), size or self.size
        label_font = self.bold if bold_label else self.plain
        margin = x + stringWidth(quote, self.plain, size)
        first = hang if hang is not None else margin + stringWidth(label + " " * bool(label), label_font, size)
        rest = hang if hang is not None else margin
        laid = []
        for number, (start, end, hyphen) in enumerate(
            break_lines(ink.text, font, size, (RIGHT - first, RIGHT - rest), hyphenate)
        ):
            shown = ink.text[start:end].rstrip()
            if self.y + size > BOTTOM:
                self.turn()
            base = self.y + reach(font, size)[0]
            if quote:
                self.put(Text(x, base, self.plain, size, quote.rstrip()))
            if label and number == 0:
                self.put(Text(margin, base, label_font, size, label))
            line = Ink(shown + "-" * hyphen, ink.hidden[start : start + len(shown)] + [None] * hyphen)
            left = rest if number else first
            laid.append(self._line(line, part, x=left, base=base, font=font, size=size))
            self.y += size * 1.22
        self._late_codes(ink)
        return [line for line in laid if line.text]

    def _line(self, ink: Ink, part: str, *, x: float, base: float, font: str, size: float) -> Laid:
        text, hidden = ink.text, ink.hidden
        above, below = reach(font, size)
        start, left, printed = 0, x, ""
        box = (self.page, x, base - above, x + stringWidth(text, font, size), base + below)
        while start < len(text):
            redaction = hidden[start]
            end = start + 1
            while end < len(text) and hidden[end] is redaction:
                end += 1
            run = text[start:end]
            width = stringWidth(run, font, size)
            if redaction is None:
                self.put(Text(left, base, font, size, run))
                printed += run
            else:
                self._hide(redaction, run, (left - 0.5, base - above - 0.8, left + width + 0.5, base + below + 0.4))
                printed += "".join(MASK if sign != " " else " " for sign in run)
            start, left = end, left + width
        return Laid(printed, box, part)

    def _hide(self, redaction: Hidden, run: str, box: tuple[float, float, float, float]) -> None:
        cut = redaction.cut
        redaction.words.append(run)
        redaction.boxes.append((self.page, *box))
        if cut.kind in FILL:
            fill = FILL[cut.kind]
            self.put(Patch(*box, fill, 0.0 if cut.kind != "grey" else fill))
        code = ", ".join(cut.codes)
        width = stringWidth(code, CODE_FONT, CODE_SIZE)
        if cut.code == "box" and not redaction.code_boxes and code and width + 4 <= box[2] - box[0]:
            grey = 1.0 if cut.kind == "black" else 0.0
            centre = (self.page, (box[0] + box[2] - width) / 2, (box[1] + box[3]) / 2 + 2.7)
            self._code(redaction, code, centre, grey)

    def _late_codes(self, ink: Ink) -> None:
        """Codes that did not go into a box: behind the words, if they end their line, or in the margin."""
        waiting = {id(redaction): redaction for redaction in ink.hidden if redaction is not None}
        for redaction in waiting.values():
            if redaction.code_boxes or not redaction.cut.codes:
                continue
            code = ", ".join(redaction.cut.codes)
            page, _, y0, x1, y1 = redaction.boxes[-1]
            fits = x1 + 5 + stringWidth(code, CODE_FONT, CODE_SIZE) < RIGHT
            if redaction.cut.code == "beside" and ink.hidden[-1] is redaction and fits:
                self._code(redaction, code, (int(page), x1 + 5, (y0 + y1) / 2 + 2.7), 0.0)
                continue
            page, _, y0, _, y1 = redaction.boxes[0]
            for number, one in enumerate(redaction.cut.codes):
                self._code(redaction, one, (int(page), RIGHT + 12, (y0 + y1) / 2 + 2.7 + number * 9), 0.0)

    def _code(self, redaction: Hidden, code: str, place: tuple[int, float, float], grey: float) -> None:
        page, x, base = place
        self.put(Text(x, base, CODE_FONT, CODE_SIZE, code, grey), page)
        above, below = reach(CODE_FONT, CODE_SIZE)
        width = stringWidth(code, CODE_FONT, CODE_SIZE)
        redaction.code_boxes.append((page, x, base - above, x + width, base + below))
