"""Raw records by type, each field an Excerpt."""

from extract.records.read import pack_to_reading

__all__ = ["pack_to_reading"]
