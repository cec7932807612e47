"""evalengine: runs a case through reading and judging, keeps the record, and owns the doors."""
