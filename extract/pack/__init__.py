"""The pack as a whole: front sheet, running order, documents."""

from extract.pack.assemble import pages_to_pack

__all__ = ["pages_to_pack"]
