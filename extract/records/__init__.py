"""Raw records by type, each field an Excerpt."""
