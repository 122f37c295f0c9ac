"""The terminal program: the only layer that knows Textual, cells and keys."""
