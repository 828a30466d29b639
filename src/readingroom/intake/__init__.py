"""From what was handed over to sealed sources.

Takes: paths as given, the record of the request, a chronology. Gives: sealed read-only copies with their hashes,
media types by content, `Request` and `Event` values. Owns: the layout of `originals/` and `manifest-sha256.txt` in a
case.
Nothing is opened here but to copy it: what is inside is for `pages`. Open first: `seal.py`.

    for path, why_not in files_under(paths, leave_out=case_folder):
        sealed = seal_file(path, case_folder)
    sync_originals(case_folder)
"""

from readingroom.intake.chronology import read_chronology_file
from readingroom.intake.request import read_request_file, request_from_json
from readingroom.intake.seal import Sealed, broken_seals, drop_unfinished, seal_file, sync_originals, write_manifest
from readingroom.intake.sniff import media_type_of
from readingroom.intake.walk import Found, files_under

__all__ = [
    "Found",
    "Sealed",
    "broken_seals",
    "drop_unfinished",
    "files_under",
    "media_type_of",
    "read_chronology_file",
    "read_request_file",
    "request_from_json",
    "seal_file",
    "sync_originals",
    "write_manifest",
]
