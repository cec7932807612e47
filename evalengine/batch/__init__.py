"""Scores long tables of any size, part by part: columns where rows stand alone, forms elsewhere."""
