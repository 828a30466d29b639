"""What programs and offices print around a page that is full to its edges, and over its text."""

from tests.pages.test_stamps import kinds

FULL = "\n".join(["The gates are shut and the keys are with the harbour desk until the tide turns."] * 56)


def test_number_and_bates_right_below_the_text_of_a_full_page() -> None:
    page = f"""
{FULL}
                                                  2
HBR GSPO1 _0O14644
"""
    assert kinds(page) == [("page_number", "2"), ("bates", "HBR GSPO1 _0O14644")]


def test_post_code_and_address_at_the_foot_are_text() -> None:
    assert kinds(FULL + "\nHarbour Town AK 99654") == []
    assert kinds(FULL + "\nhttp://harbour.example/tides\n                                                  2") == [
        ("page_number", "2")
    ]


def test_title_beside_the_page_count() -> None:
    page = f"""
Re: Lock gates                                                                    Page 1 of I

{FULL}
"""
    assert kinds(page) == [("footer", "Re: Lock gates"), ("page_number", "Page 1 of I")]


def test_phrase_laid_over_text() -> None:
    page = """
She called and Privileged or Personal Material Redacted before noon.
I told her Privileged or Persq
The gates are privileged or personal in a manner of speaking.
"""
    assert kinds(page) == [("code", "Privileged or Personal Material Redacted"), ("code", "Privileged or Persq")]
