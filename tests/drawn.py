"""A drawn page laid out as a `Page` with boxes: monospace, one character 5 points wide, one line 12 points high."""

from readingroom.model import Box, Page, PageState, TextFrom, Word

LEFT, TOP = 36.0, 36.0
CHARACTER, LINE, INK = 5.0, 12.0, 10.0


def draw_page(text: str, *, source: str = "0" * 64, number: int = 1, confidence: float = 1.0) -> Page:
    """The page that `text` draws. Common indent and blank lines around it are taken off; a lone "." is a blank line.

    `confidence`: of each word; below 1.0 the page is one read by OCR.
    """
    lines = text.strip("\n").expandtabs().split("\n")
    filled = [line for line in lines if line.strip()]
    indent = min((len(line) - len(line.lstrip()) for line in filled), default=0)
    words = []
    for row, line in enumerate(lines):
        if line.strip() == ".":
            continue
        column = 0
        for part in line[indent:].split(" "):
            if part:
                x0, y0 = LEFT + column * CHARACTER, TOP + row * LINE
                words.append(Word(part, Box(x0, y0, x0 + len(part) * CHARACTER, y0 + INK), confidence))
            column += len(part) + 1
    return Page(
        source=source,
        number=number,
        width=612.0,
        height=792.0,
        text_from=TextFrom.LAYER if confidence == 1.0 else TextFrom.OCR,
        state=PageState.READ if words else PageState.BLANK,
        words=tuple(words),
    )
