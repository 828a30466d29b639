"""The gate before pdfium: qpdf opens the file first, with limits that pdfium lacks.

A page that unpacks to gigabytes kills pdfium and no `except` catches it. qpdf stops at its limits with an error.
"""

from __future__ import annotations

import io
import mmap
import re
import warnings
import zlib
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pikepdf.settings

MEBIBYTE = 1 << 20
INFLATION = 256 * MEBIBYTE  # bytes that one stream may unpack to
FLATE_RATIO = 1032  # deflate cannot pack better, so that short streams need no look
MOST_PAGES = 100_000
MOST_STREAMS = 400  # of one page's resources that are looked at
DEEPEST = 200  # levels of a page tree

_PAINTS = re.compile(rb"(?:^|[\s\])>/])(?:T[jJ]|Do|[fFBbSs]\*?|sh|BI|['\"])(?=\s|$)|[^\x00\t\n\f\r\x20-\x7e]")


class Refused(Exception):
    """The gate's no: `reason` is a key of REASONS."""

    def __init__(self, reason: str, why: str) -> None:
        super().__init__(why)
        self.reason = reason
        self.why = why


class Checked(NamedTuple):
    """What the gate says of a page."""

    reason: str  # "" where it may pass
    why: str
    paints: bool  # its content stream holds something that should show


def open_gate(path: Path) -> pikepdf.Pdf:
    """The file, opened read-only by qpdf under limits. Raises Refused."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=INFLATION,
        dct_max_memory=512 * MEBIBYTE,
        png_max_memory=INFLATION,
        tiff_max_memory=INFLATION,
        run_length_max_memory=INFLATION,
        dct_max_progressive_scans=100,
        doc_max_warnings=2000,
    )
    try:
        return pikepdf.open(path, suppress_warnings=True)
    except pikepdf.PasswordError as error:
        raise Refused("encrypted", "a password is needed") from error
    except (pikepdf.PdfError, pikepdf.PikepdfError, RuntimeError, ValueError, MemoryError, RecursionError) as error:
        raise _refusal(error, path) from error


def _refusal(error: Exception, path: Path) -> Refused:
    """What an error of qpdf means."""
    why = _without_path(error).removeprefix(f"{path}: ")
    if _is_overrun(error):
        return Refused("inflation_limit", why)
    if "unsupported" in why and "encrypt" in why.lower():
        return Refused("encrypted", why)
    if not _has_signature(path):
        return Refused("not_a_pdf", why)
    return Refused("damaged", why)


def page_objects(pdf: pikepdf.Pdf) -> list[Any]:
    """Leaves of the page tree in order; a page that is named but not there is None. Raises Refused.

    Each node is entered once, and `/Count` is never believed: it may say two thousand million.
    """
    leaves: list[Any] = []
    seen: set[tuple[int, int]] = set()
    try:
        stack: list[tuple[Any, int]] = [(pdf.Root.get("/Pages"), 0)]
        while stack:
            node, depth = stack.pop()
            if not isinstance(node, pikepdf.Dictionary):
                leaves.append(None)
                continue
            kids = node.get("/Kids")
            if not isinstance(kids, pikepdf.Array):
                leaves.append(node)
                if len(leaves) > MOST_PAGES:
                    raise Refused("damaged", f"more than {MOST_PAGES:,} pages")
                continue
            if depth > DEEPEST or node.objgen in seen:
                continue
            if node.objgen != (0, 0):
                seen.add(node.objgen)
            if len(kids) > 4 * MOST_PAGES:
                raise Refused("damaged", f"more than {MOST_PAGES:,} pages")
            stack.extend((kid, depth + 1) for kid in reversed(list(kids)))
    except (pikepdf.PdfError, pikepdf.PikepdfError, AttributeError, TypeError, ValueError, RuntimeError) as error:
        raise Refused("damaged", _without_path(error)) from error
    return leaves


def check_streams(path: Path) -> None:
    """For a file that qpdf cannot open: raises Refused if a stream in it unpacks to more than `INFLATION`.

    qpdf does not say that its limit is why it found no tables, so that the packed bytes themselves are asked.
    """
    if path.stat().st_size == 0:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as raw:
        for start in re.finditer(rb"stream\r?\n(?=[\x08-\x78])", raw):
            if _inflates_past(raw, start.end(), INFLATION):
                raise Refused("inflation_limit", "a stream of the file's own tables")


def _inflates_past(packed: bytes | mmap.mmap, start: int, most: int) -> bool:
    """Whether a deflated stream, or one deflated again inside it, unpacks to more than `most` bytes."""
    engine = zlib.decompressobj()
    size, at, inner = 0, start, bytearray()
    try:
        while not engine.eof:
            piece = engine.unconsumed_tail
            if not piece:
                piece = packed[at : at + MEBIBYTE]
                at += len(piece)
            if not piece:
                break
            out = engine.decompress(piece, MEBIBYTE)
            size += len(out)
            if size > most:
                return True
            if len(inner) < 16 * MEBIBYTE:
                inner += out
    except zlib.error:
        pass
    return size > 1024 and inner[:1] == b"x" and _inflates_past(bytes(inner), 0, most)


def check_page(node: Any, seen: dict[tuple[int, int], str]) -> Checked:
    """Whether a page's streams unpack within the limits. `seen` keeps the verdict on streams that pages share."""
    paints = False
    try:
        contents = node.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        for part in parts[:MOST_STREAMS]:
            if isinstance(part, pikepdf.Stream):
                paints = bool(_PAINTS.search(part.read_bytes())) or paints
        why = _check_resources(node.get("/Resources"), seen)
    except (pikepdf.PdfError, pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, MemoryError) as error:
        return Checked("inflation_limit" if _is_overrun(error) else "damaged", _without_path(error), True)
    return Checked("inflation_limit" if why else "", why, paints)


def save_repaired(pdf: pikepdf.Pdf) -> bytes:
    """The file as qpdf writes it anew, in memory, for what pdfium refuses. Raises Refused."""
    out = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the file lacks is told by whether pdfium opens the copy
            pdf.save(out, fix_metadata_version=False)  # its metadata is not read: broken ones are reported at length
    except (pikepdf.PdfError, pikepdf.PikepdfError, RuntimeError, ValueError, MemoryError) as error:
        raise Refused("damaged", _without_path(error)) from error
    return out.getvalue()


def _check_resources(resources: Any, seen: dict[tuple[int, int], str]) -> str:
    """Why a form or a font's table unpacks to too much; "" if none does. Pictures are unpacked by rows, and may."""
    stack = [resources]
    looked = 0
    while stack:
        node = stack.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        for name in ("/XObject", "/Font", "/Pattern"):
            group = node.get(name)
            if not isinstance(group, pikepdf.Dictionary):
                continue
            for key in group.keys():  # noqa: SIM118, the object is no dict
                looked += 1
                if looked > MOST_STREAMS:
                    return ""
                thing = group.get(key)
                if not isinstance(thing, pikepdf.Object):
                    continue
                shared = thing.objgen != (0, 0)
                if shared and thing.objgen in seen:
                    if seen[thing.objgen]:
                        return seen[thing.objgen]
                    continue
                if shared:
                    seen[thing.objgen] = ""
                place = thing.objgen
                if isinstance(thing, pikepdf.Stream):
                    if thing.get("/Subtype") == "/Image":
                        continue
                    stack.append(thing.get("/Resources"))
                elif isinstance(thing, pikepdf.Dictionary):
                    thing = thing.get("/ToUnicode")
                if isinstance(thing, pikepdf.Stream) and (why := _too_much(thing)):
                    if shared:
                        seen[place] = why
                    return why
    return ""


def _too_much(stream: Any) -> str:
    """Why a stream unpacks to too much. One that cannot, by its packed length, is not unpacked."""
    filters = stream.get("/Filter")
    layers = len(filters) if isinstance(filters, pikepdf.Array) else 1
    if layers <= 1 and int(stream.get("/Length", 0)) * FLATE_RATIO < INFLATION:
        return ""
    try:
        stream.read_bytes()
    except (pikepdf.PdfError, pikepdf.PikepdfError, RuntimeError, MemoryError) as error:
        return _without_path(error) if _is_overrun(error) else ""
    return ""


def _is_overrun(error: Exception) -> bool:
    return isinstance(error, MemoryError) or "limit exceeded" in str(error)


def _without_path(error: Exception) -> str:
    """The error's words alone: qpdf puts the path and a place in front, and paths stay out of a case's problems."""
    return (
        re.sub(r"^.{0,4096}?\(.{0,200}?\):\s*", "", str(error), count=1, flags=re.DOTALL).strip()
        or type(error).__name__
    )


def _has_signature(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF-" in file.read(4096)
