"""Pages of sealed originals."""
