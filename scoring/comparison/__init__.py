"""Compares what was judged: between projects, categories, standards and years."""
