"""The reading room: HTTP → screens, on this machine only.

Takes: requests of the browser. Gives: screens, pictures, CSV and JSON. Owns: addresses, and the wall around them
(`guard.py`). A handler is: parse, ask the case, render. Open first: `app.py`, the table of routes.

    serve_case(open_case(folder), port=0, on_ready=print)
"""

from readingroom.web.app import make_app
from readingroom.web.serve import serve_case

__all__ = ["make_app", "serve_case"]
