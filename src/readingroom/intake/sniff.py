"""What a file is, by its first bytes: never by its name."""

from __future__ import annotations

PDF = "application/pdf"
UNKNOWN = "application/octet-stream"

_MAGIC = (
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"!BDN", "application/vnd.ms-outlook-pst"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b", "application/gzip"),
    (b"From ", "application/mbox"),
)
_MAIL_HEADERS = (b"received:", b"return-path:", b"message-id:", b"mime-version:", b"from:", b"delivered-to:")

ENDINGS = {
    PDF: ".pdf",
    "application/zip": ".zip",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/tiff": ".tif",
    "message/rfc822": ".eml",
    "text/plain": ".txt",
}


def media_type_of(head: bytes) -> str:
    """The media type of a file that begins with `head` (its first 1,024 bytes or fewer)."""
    if b"%PDF-" in head:
        return PDF
    for magic, media_type in _MAGIC:
        if head.startswith(magic):
            return media_type
    if head.lower().startswith(_MAIL_HEADERS):
        return "message/rfc822"
    if head and b"\0" not in head:
        return "text/plain"
    return UNKNOWN
