"""The public face of packtrace: the command line, and the way of a pack from PDF to store."""
