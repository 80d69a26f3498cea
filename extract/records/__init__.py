"""Raw records by type, each field an Excerpt. `extract.records.read` reads them all; kept.py stands alone."""
