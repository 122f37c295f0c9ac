"""Builds the data files that recognition reads. Needs the ``gazetteer`` extra; never shipped."""
