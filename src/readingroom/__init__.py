"""Readingroom: from a public-records release of e-mails to a quotation proved on its page."""

__version__ = "0.1.0"
