"""How an article is written for other programs to show: one module a format.

``parts(pages)`` yields the document piece by piece, so that a large collection needs no memory.
"""
