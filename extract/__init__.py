"""Reading packs: from the bytes of a PDF to raw records whose every field is an Excerpt of its page."""
