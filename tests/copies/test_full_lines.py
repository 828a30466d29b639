"""Lists that go on below because the line above had no room for one more word, in the midst of a name."""

from tests.copies.reading import read_drawn, shown


def test_a_list_that_wraps_within_a_name() -> None:
    (copy_,) = read_drawn("""
        Begin forwarded message:

        From: Nora Quill <nquill@harbour.example>
        Subject: Lock gates
        Date: November 10, 2009 at 3:30:12 PM EST
        To: Odo Marsh <omarsh@harbour.example>, Theophila
        Lamb <tlamb@harbour.example>

        The gates are shut, and they stay shut until noon.
    """).copies
    assert shown(copy_)[1] == ["Odo Marsh <omarsh@harbour.example>", "Theophila Lamb <tlamb@harbour.example>"]
    assert copy_.body.text == "The gates are shut, and they stay shut until noon."


def test_a_list_of_web_mail_that_wraps_within_a_name() -> None:
    (copy_,) = read_drawn("""
        Lock gates
        Nora Quill
        Tue 11/10/2009 3:30 PM
        To: Odo Marsh; Theophila Lamb; Hyacinth
        Undermill; Tess Oakes
        Cc: Ned Oakes

        The gates are shut, and they stay shut.
    """).copies
    assert shown(copy_)[1] == ["Odo Marsh", "Theophila Lamb", "Hyacinth Undermill", "Tess Oakes"]


def test_a_text_right_below_a_short_list_is_text() -> None:
    (copy_,) = read_drawn("""
        From: Nora Quill <nquill@harbour.example>
        Date: November 10, 2009 at 3:30:12 PM EST
        Subject: Lock gates
        To: Odo Marsh <omarsh@harbour.example>
        Shut.
        The gates are shut, and they stay shut until noon tomorrow.
    """).copies
    assert copy_.body.text.startswith("Shut.")


def test_print_outs_in_a_row_each_with_a_line_of_its_own_over_it() -> None:
    mail = """
        From nquill@harbour.example Tue Nov 10 15:3{0}:00 2009
        Date: Tue, 10 Nov 2009 15:3{0}:00 -0500
        From: Nora Quill <nquill@harbour.example>
        To: Odo Marsh <omarsh@harbour.example>
        Subject: Lock gates

        Shut {0} of them.
    """
    reading = read_drawn(mail.format(1) + mail.format(2))
    assert [copy_.body.text for copy_ in reading.copies] == ["Shut 1 of them.", "Shut 2 of them."]
