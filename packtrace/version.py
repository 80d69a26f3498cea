"""The version of packtrace, which is also that of the reading of each pack."""

VERSION = "0.1.0"
