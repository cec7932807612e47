"""Self-evaluations by the hundred thousand: a long table re-checked part by part into a folder."""
