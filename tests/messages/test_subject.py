import pytest

from readingroom.messages.subject import take_apart
from readingroom.model import LinkKind


@pytest.mark.parametrize(
    ("printed", "kind", "stem"),
    [
        ("Lamps", None, "Lamps"),
        ("Re: Lamps", LinkKind.ANSWERS, "Lamps"),
        ("RE; Fw: Lamps", LinkKind.ANSWERS, "Lamps"),
        ("Fwd: Re[2]: Lamps", LinkKind.FORWARDS, "Lamps"),
        ("WG: Lampen", LinkKind.FORWARDS, "Lampen"),
        ("Re:", LinkKind.ANSWERS, ""),
        ("Re", LinkKind.ANSWERS, ""),
        ("Rest: how to", None, "Rest: how to"),
        ("Regarding: lamps", None, "Regarding: lamps"),
        ("", None, ""),
    ],
)
def test_prefixes(printed, kind, stem):
    assert take_apart(printed) == (kind, stem)


def test_endless_prefixes_end():
    assert take_apart("re:" * 10_000)[0] is LinkKind.ANSWERS
