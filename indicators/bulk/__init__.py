"""Long tables of any size: opened as Parquet, cut into parts of whole projects, read as columns."""
