"""Proof: a second reader of PDFs, which shares no code with the first, sees the same words in the same boxes."""

from packtrace.proof.proving import Proved, exit_code, prove_packs

__all__ = ["Proved", "exit_code", "prove_packs"]
