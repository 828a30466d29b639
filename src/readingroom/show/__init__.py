"""Values → HTML and JSON: one frozen view value and one template a screen.

Takes: view values, which the case's questions make. Gives: whole screens (`render`), files that stand alone
(`render_alone`), JSON (`to_json`), CSV lines. Owns: templates, style sheet, script, and the words for states and kinds.
Pure: no clock, no store. Every string from a release is escaped, and characters that cannot be seen are made visible.
Open first: `render.py`, then the view in `glance.py`, `search.py`, `reading.py` or `sheet.py` beside its template.

    html = render(ErrorView(frame=None, title="No such page", what="", hint=""))
"""

from readingroom.show.csv_rows import csv_lines, guard_cell
from readingroom.show.render import STATIC, View, render, render_alone, static_file, to_json
from readingroom.show.visible import visible

__all__ = ["STATIC", "View", "csv_lines", "guard_cell", "render", "render_alone", "static_file", "to_json", "visible"]
