"""Benchmarks: corpora, ratios measured side by side in one run, known-item quality."""
